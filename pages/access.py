"""What the finder is for, how it is used, and how accessible it is."""

import streamlit as st

from pages.parts.access import access_html
from pages.parts.components import told, view
from pages.parts.frame import origin
from pages.parts.visit import asked_catalogue, current_wishes, kept_pairs, speak

catalogue = asked_catalogue()
if catalogue is None:  # nobody has chosen a region yet: what the address says goes along as it is
    asked = st.query_params.to_dict()
else:
    wishes, _faults = current_wishes(catalogue.region.questions)
    asked = wishes.pairs() | kept_pairs()

for tapped in told("access"):
    name, _colon, value = tapped.partition(":")
    st.switch_page(f"{value}.py" if name == "go" else "finder.py", query_params=asked)
view("access", access_html(catalogue, asked, origin(), speak()))
