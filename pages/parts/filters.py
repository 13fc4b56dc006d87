"""Filters that a visitor taps: kept for the visit, changed in one way on every page."""

import streamlit as st

from matcher.directory import Filters


def current_filters(key: str) -> Filters:
    """Return what is looked for on a page; ``key`` is where the visit keeps it."""
    kept = st.session_state.get(key)
    return kept if isinstance(kept, Filters) else Filters()


def act_on_filters(key: str, event: str) -> None:
    """Carry out a tap on a filter and run again; any other tap is left alone."""
    name, _colon, value = event.partition(":")
    if name == "filter":
        kind, _colon, wanted = value.partition(":")
        st.session_state[key] = current_filters(key).toggled(kind, wanted)
        st.rerun()
    if name == "clear":
        st.session_state[key] = Filters()
        st.rerun()
