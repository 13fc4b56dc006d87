"""The portrait of one site: facts with source and year, employers, living."""

from datetime import UTC, datetime

import streamlit as st

from matcher.wishes import read_wishes
from pages.parts.components import view
from pages.parts.frame import is_dark
from pages.parts.home import show_home
from pages.parts.portraits import show_portraits
from pages.parts.site import known_html, site_html
from pages.parts.templates import render
from pages.parts.visit import address_of, current_catalogue, current_wishes, kept_pairs, speak
from pages.parts.workplaces import show_workplaces

catalogue, speech = current_catalogue(), speak()
wishes, _faults = current_wishes(catalogue.region.questions)
footer = render("footer.html", speech, query=address_of("", wishes, kept_pairs()))
site = catalogue.region.site(st.query_params.get("site", ""))
if site is None:
    back = address_of("/", wishes, kept_pairs())
    event = view("nowhere", render("nowhere.html", speech, back=back))
    event, _colon, value = (view("footer", footer) or event or "").partition(":")
    if event:
        target = f"{value}.py" if event == "go" else "finder.py"
        st.switch_page(target, query_params=wishes.pairs() | kept_pairs())
    st.stop()

today = datetime.now(UTC).date()
event = view("site", site_html(catalogue, site, today, wishes, is_dark(), speech))
show_workplaces(catalogue, site, today, wishes, speech)
show_portraits(catalogue, site, wishes, speech)
view("site-living", known_html(catalogue, site, today, "site-living.html", speech))
show_home(catalogue, site, wishes, speech)
view("site-end", known_html(catalogue, site, today, "site-end.html", speech))
event, _colon, value = (event or view("footer", footer) or "").partition(":")
if event == "go":
    st.switch_page(f"{value}.py", query_params=wishes.pairs() | kept_pairs())
if event == "wish":
    wishes, _faults = read_wishes(value, catalogue.region.questions)
if event:
    st.switch_page("finder.py", query_params=wishes.pairs() | kept_pairs())
