"""Who helps: offers, projects, networks and events, by what somebody's situation is."""

from datetime import UTC, datetime

import streamlit as st

from pages.parts.components import view
from pages.parts.filters import act_on_filters, current_filters
from pages.parts.support import support_html
from pages.parts.visit import current_catalogue, current_wishes, kept_pairs, speak

FILTERS = "visit:support"

catalogue, speech = current_catalogue(), speak()
wishes, _faults = current_wishes(catalogue.region.questions)
filters = current_filters(FILTERS)
today = datetime.now(UTC).date()

tapped = view("support", support_html(catalogue, wishes, filters, today, speech)) or ""
act_on_filters(FILTERS, tapped)
event, _colon, value = tapped.partition(":")
if event:
    target = f"{value}.py" if event == "go" else "finder.py"
    st.switch_page(target, query_params=wishes.pairs() | kept_pairs())
