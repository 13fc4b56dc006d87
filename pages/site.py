"""The portrait of one site: facts with source and year, employers, living."""

from datetime import UTC, datetime

import streamlit as st

from matcher.wishes import read_wishes
from pages.parts.components import told, view
from pages.parts.frame import is_dark
from pages.parts.home import act_on_home, show_home
from pages.parts.portraits import act_on_portraits, show_portraits
from pages.parts.site import known_html, site_html
from pages.parts.templates import render
from pages.parts.visit import (
    address_of,
    current_catalogue,
    current_wishes,
    kept_pairs,
    leave,
    speak,
)
from pages.parts.workplaces import show_workplaces

catalogue, speech = current_catalogue(), speak()
wishes, _faults = current_wishes(catalogue.region.questions)
act_on_portraits(catalogue, wishes)
wishes = act_on_home(wishes)
for tapped in told("nowhere", "site", "footer"):
    name, _colon, value = tapped.partition(":")
    leave(tapped, read_wishes(value, catalogue.region.questions)[0] if name == "wish" else wishes)
footer = render("footer.html", speech, query=address_of("", wishes, kept_pairs()))
site = catalogue.region.site(st.query_params.get("site", ""))
if site is None:
    back = address_of("/", wishes, kept_pairs())
    view("nowhere", render("nowhere.html", speech, back=back))
    view("footer", footer)
    st.stop()

today = datetime.now(UTC).date()
view("site", site_html(catalogue, site, today, wishes, is_dark(), speech))
show_workplaces(catalogue, site, today, wishes, speech)
show_portraits(catalogue, site, wishes, speech)
view("site-living", known_html(catalogue, site, today, "site-living.html", speech))
show_home(catalogue, site, wishes, speech)
view("site-end", known_html(catalogue, site, today, "site-end.html", speech))
view("footer", footer)
