"""Two to four sites side by side."""

import streamlit as st

from matcher.ranking import rank
from pages.parts.compare import compare_html
from pages.parts.components import view
from pages.parts.frame import is_dark
from pages.parts.visit import (
    compared_sites,
    current_catalogue,
    current_wishes,
    kept_pairs,
    speak,
    toggle_compared,
)

catalogue = current_catalogue()
wishes, _faults = current_wishes(catalogue.region.questions)
result = rank(catalogue, wishes)

event, _colon, value = (
    view("compare", compare_html(catalogue, result, compared_sites(), is_dark(), speak())) or ""
).partition(":")
if event == "compare":
    toggle_compared(value)
    st.rerun()
if event:
    target = {"open": "site.py", "go": f"{value}.py"}.get(event, "finder.py")
    more = {"site": value} if event == "open" else {}
    st.switch_page(target, query_params=wishes.pairs() | kept_pairs() | more)
