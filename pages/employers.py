"""All employers and institutes, in the order of the wishes."""

import streamlit as st

from matcher.directory import Filters
from matcher.ranking import rank
from pages.parts.components import view
from pages.parts.employers import SHOWN, employers_html
from pages.parts.templates import render
from pages.parts.visit import address_of, current_catalogue, current_wishes, kept_pairs, speak

catalogue, speech, state = current_catalogue(), speak(), st.session_state
wishes, _faults = current_wishes(catalogue.region.questions)
result = rank(catalogue, wishes)
filters = state.get("visit:filters", Filters())
rounds = state.get("visit:rounds", 0)  # a new round empties the field

head = render(
    "employers_head.html",
    speech,
    ranked=len(wishes) > 0,
    round=rounds,
    back=address_of("/", wishes, kept_pairs()),
)
tapped = view("employers-head", head) or ""
if tapped.startswith("text:"):
    filters = state["visit:filters"] = Filters(filters.values, tapped.removeprefix("text:"))
    tapped = ""
shown = state.get("visit:shown", SHOWN)
event, _colon, value = (
    view("employers", employers_html(catalogue, result, filters, shown, speech)) or tapped
).partition(":")
if event == "filter":
    key, _colon, wanted = value.partition(":")
    state["visit:filters"] = filters.toggled(key, wanted)
    st.rerun()
if event == "clear":
    state["visit:filters"], state["visit:rounds"] = Filters(), rounds + 1
    st.rerun()
if event == "more":
    state["visit:shown"] = len(result.employers)
    st.rerun()
if event:
    target = {"open": "site.py", "go": f"{value}.py"}.get(event, "finder.py")
    more = {"site": value} if event == "open" else {}
    st.switch_page(target, query_params=wishes.pairs() | kept_pairs() | more)
