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
values = state.get("visit:filters", Filters()).values
ranked = len(wishes) > 0

head = render(
    "employers_head.html", speech, ranked=ranked, back=address_of("/", wishes, kept_pairs())
)
back = view("employers-head", head)
with st.container(key="employer-search"):
    text = st.text_input(
        speech.gettext("Search"),
        key="employers-text",
        max_chars=80,
        placeholder=speech.gettext("Name, occupation or place"),
    )
filters = Filters(values, text)
shown = state.get("visit:shown", SHOWN)
event, _colon, value = (
    view("employers", employers_html(catalogue, result, filters, shown, speech)) or back or ""
).partition(":")
if event == "filter":
    state["visit:filters"] = filters.toggled(*value.split(":", 1))
    st.rerun()
if event == "clear":
    state["visit:filters"] = Filters()
    st.rerun()
if event == "more":
    state["visit:shown"] = len(result.employers)
    st.rerun()
if event:
    target = {"open": "site.py", "go": f"{value}.py"}.get(event, "finder.py")
    more = {"site": value} if event == "open" else {}
    st.switch_page(target, query_params=wishes.pairs() | kept_pairs() | more)
