"""The map of actors: who does what for skilled labour, and where."""

from datetime import UTC, datetime

import streamlit as st

from matcher.support import fitting
from pages.parts.actor_map import show_actor_map
from pages.parts.actors import actors_html, actors_list_html
from pages.parts.components import told, view
from pages.parts.filters import act_on_filters, current_filters
from pages.parts.frame import is_dark
from pages.parts.visit import current_catalogue, current_wishes, leave, speak

FILTERS = "visit:actors"

catalogue, speech = current_catalogue(), speak()
wishes, _faults = current_wishes(catalogue.region.questions)
for tapped in told("actors-head", "actors"):
    if not act_on_filters(FILTERS, tapped):
        leave(tapped, wishes)

filters, today = current_filters(FILTERS), datetime.now(UTC).date()
found = fitting(catalogue.region.support.actors.actors, filters, frozenset(), today)

view("actors-head", actors_html(catalogue, filters, len(found), today, wishes, speech))
with st.container(key="actors-on-map"):
    show_actor_map(catalogue, found, is_dark(), speech)
view("actors", actors_list_html(catalogue, found, today, wishes, speech))
