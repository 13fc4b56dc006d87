"""Ask for wishes, and show at once which sites fit."""

import streamlit as st

from matcher.ranking import rank
from matcher.report import report
from pages.parts.actions import act
from pages.parts.board import show_board
from pages.parts.components import told, view
from pages.parts.frame import is_dark, origin
from pages.parts.map import act_on_map, show_map
from pages.parts.result import (
    CARDS,
    head_html,
    live_html,
    result_html,
    selected_html,
    status_sentence,
)
from pages.parts.visit import (
    compared_sites,
    current_catalogue,
    current_wishes,
    selected_site,
    speak,
    write_address,
)

catalogue, speech, dark = current_catalogue(), speak(), is_dark()
wishes, faults = current_wishes(catalogue.region.questions)
for tapped in told("leaders", "looked-at", "result"):
    wishes = act(tapped, wishes, catalogue.region.questions)
act_on_map()
write_address(wishes)
result = rank(catalogue, wishes)
reports = report(catalogue, result, speech, detailed=CARDS)
leaders = [entry for entry in reports if len(wishes) and not entry.missed][:CARDS]
selected = selected_site()

st.html(head_html(catalogue, faults, speech))
left, right = st.columns([3, 2], gap="large")
with left:
    show_board(catalogue.region.profile.id, wishes, leaders, speech)
with right, st.container(key="live"):
    view("leaders", live_html(leaders, len(wishes) > 0, selected, speech))
    show_map(catalogue, result, selected, dark, speech)
    if selected:
        view("looked-at", selected_html(catalogue, result, selected, speech))
view(
    "result",
    result_html(catalogue, reports, wishes, selected, compared_sites(), dark, origin(), speech),
    status_sentence(leaders, speech),
)
