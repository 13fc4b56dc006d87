"""All employers and institutes, in the order of the wishes."""

import streamlit as st

from matcher.ranking import rank
from pages.parts.components import told, view
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

FILTERS, ROUNDS, MANY = "visit:filters", "visit:rounds", "visit:shown"

catalogue, speech, state = current_catalogue(), speak(), st.session_state
wishes, _faults = current_wishes(catalogue.region.questions)
result = rank(catalogue, wishes)
for tapped in told("employers-head", "employers"):
    if tapped.startswith("clear"):
        state[ROUNDS] = state.get(ROUNDS, 0) + 1
    if tapped.startswith("more"):
        state[MANY] = len(result.employers)
    elif not act_on_filters(FILTERS, tapped):
        leave(tapped, wishes)

head = render(
    "employers_head.html",
    speech,
    ranked=len(wishes) > 0,
    round=state.get(ROUNDS, 0),  # a new round empties the field
    back=address_of("/", wishes, kept_pairs()),
)
view("employers-head", head)
filters, shown = current_filters(FILTERS), state.get(MANY, SHOWN)
view("employers", employers_html(catalogue, result, filters, shown, speech))
