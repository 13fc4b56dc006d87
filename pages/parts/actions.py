"""What a tap on the result or the map does."""

import streamlit as st

from matcher.model.questions import Questions
from matcher.wishes import Wish, Wishes
from pages.parts.visit import (
    change_wishes,
    leave,
    select_site,
    selected_site,
    toggle_compared,
)


def act(event: str | None, on_map: str | None, wishes: Wishes, questions: Questions) -> None:
    """Carry out a tap: open or select a site, change the wishes; then run again."""
    name, _, value = (event or "").partition(":")
    if name in ("open", "go"):
        leave(f"{name}:{value}", wishes)
    if name == "compare":
        toggle_compared(value)
        st.rerun()
    if name == "select":
        select_site(None if value == selected_site() else value)
        st.rerun()
    if name == "drop":
        change_wishes(wishes.without(value))
        st.rerun()
    if name == "add":
        block = questions.block_of(value).id
        order = [known.id for known in questions.blocks]
        change_wishes(wishes.with_wish(block, Wish(value), order))
        st.rerun()
    if name == "ease":
        change_wishes(wishes.eased(*value.split(",")))
        st.rerun()
    if name == "reset":
        select_site(None)
        change_wishes(Wishes())
        st.rerun()
    if on_map != st.session_state.get("visit:map"):
        st.session_state["visit:map"] = on_map
        select_site(on_map)
        st.rerun()
