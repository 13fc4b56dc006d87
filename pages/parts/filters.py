"""Filters that a visitor taps: kept for the visit, changed in one way on every page."""

import streamlit as st

from matcher.directory import Filters


def current_filters(key: str) -> Filters:
    """Return what is looked for on a page; ``key`` is where the visit keeps it."""
    kept = st.session_state.get(key)
    return kept if isinstance(kept, Filters) else Filters()


def act_on_filters(key: str, event: str) -> bool:
    """Carry out a tap on a filter, or a search; return whether it was one."""
    name, _colon, value = event.partition(":")
    filters = current_filters(key)
    if name == "filter":
        kind, _colon, wanted = value.partition(":")
        filters = filters.toggled(kind, wanted)
    elif name == "text":
        filters = Filters(filters.values, value)
    elif name == "clear":
        filters = Filters()
    else:
        return False
    st.session_state[key] = filters
    return True
