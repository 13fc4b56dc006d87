"""How the finder calculates: formula, worked example, fairness, what it does not know."""

import streamlit as st

from pages.parts.components import view
from pages.parts.method import method_html
from pages.parts.visit import current_catalogue, current_wishes, kept_pairs, speak

catalogue = current_catalogue()
wishes, _ = current_wishes(catalogue.region.questions)

event = view("method", method_html(catalogue, wishes, speak()))
if event:
    name, _colon, value = event.partition(":")
    target = f"{value}.py" if name == "go" else "finder.py"
    st.switch_page(target, query_params=wishes.pairs() | kept_pairs())
