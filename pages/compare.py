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
    leave,
    speak,
    toggle_compared,
)

catalogue = current_catalogue()
wishes, _faults = current_wishes(catalogue.region.questions)
result = rank(catalogue, wishes)

html = compare_html(catalogue, result, compared_sites(), is_dark(), speak())
tapped = view("compare", html) or ""
name, _colon, value = tapped.partition(":")
if name == "compare":
    toggle_compared(value)
    st.rerun()
if tapped:
    leave(tapped, wishes)
