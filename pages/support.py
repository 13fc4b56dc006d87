"""Who helps: offers, projects, networks and events, by what somebody's situation is."""

from datetime import UTC, datetime

import streamlit as st

from matcher.directory import Filters
from pages.parts.components import view
from pages.parts.support import support_html
from pages.parts.visit import current_catalogue, current_wishes, kept_pairs, speak

catalogue, speech, state = current_catalogue(), speak(), st.session_state
wishes, _faults = current_wishes(catalogue.region.questions)
filters = state.get("visit:support", Filters())
today = datetime.now(UTC).date()

event, _colon, value = (
    view("support", support_html(catalogue, wishes, filters, today, speech)) or ""
).partition(":")
if event == "filter":
    key, _colon, wanted = value.partition(":")
    state["visit:support"] = filters.toggled(key, wanted)
    st.rerun()
if event == "clear":
    state["visit:support"] = Filters()
    st.rerun()
if event:
    target = f"{value}.py" if event == "go" else "finder.py"
    st.switch_page(target, query_params=wishes.pairs() | kept_pairs())
