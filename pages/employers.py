"""All employers and institutes, in the order of the wishes."""

import streamlit as st

from matcher.directory import Filters
from matcher.ranking import rank
from pages.parts.components import view
from pages.parts.employers import SHOWN, employers_html
from pages.parts.filters import act_on_filters, current_filters
from pages.parts.templates import render
from pages.parts.visit import (
    address_of,
    current_catalogue,
    current_wishes,
    kept_pairs,
    leave,
    speak,
)

FILTERS, ROUNDS = "visit:filters", "visit:rounds"

catalogue, speech, state = current_catalogue(), speak(), st.session_state
wishes, _faults = current_wishes(catalogue.region.questions)
result = rank(catalogue, wishes)
filters = current_filters(FILTERS)
rounds = state.get(ROUNDS, 0)  # a new round empties the field

head = render(
    "employers_head.html",
    speech,
    ranked=len(wishes) > 0,
    round=rounds,
    back=address_of("/", wishes, kept_pairs()),
)
tapped = view("employers-head", head) or ""
if tapped.startswith("text:"):
    filters = state[FILTERS] = Filters(filters.values, tapped.removeprefix("text:"))
    tapped = ""
shown = state.get("visit:shown", SHOWN)
event, _colon, value = (
    view("employers", employers_html(catalogue, result, filters, shown, speech)) or tapped
).partition(":")
if event == "clear":
    state[ROUNDS] = rounds + 1
act_on_filters(FILTERS, f"{event}:{value}")
if event == "more":
    state["visit:shown"] = len(result.employers)
    st.rerun()
if event:
    leave(f"{event}:{value}", wishes)
