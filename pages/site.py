"""The portrait of one site: facts with source and year, employers, living."""

from datetime import UTC, datetime

import streamlit as st

from matcher.portrait import portrait
from matcher.wishes import read_wishes
from pages.parts.components import view
from pages.parts.frame import is_dark, speak
from pages.parts.home import show_home
from pages.parts.regions import current_catalogue
from pages.parts.reverse import reverse_words
from pages.parts.templates import render
from pages.parts.visit import address_of, current_wishes, kept_pairs

catalogue, speech = current_catalogue(), speak()
wishes, _faults = current_wishes(catalogue.region.questions)
site = catalogue.region.site(st.query_params.get("site", ""))
if site is None:
    st.title(speech.gettext("There is no such site"))
    st.page_link("finder.py", label=speech.gettext("Back to the result"))
    st.stop()

html = render(
    "site.html",
    speech,
    region=catalogue.region.profile.id,
    site=site,
    portrait=portrait(catalogue, site, speech, datetime.now(UTC).date()),
    dark=is_dark(),
    reverse=reverse_words(catalogue, site.id, speech),
    back=address_of("/", wishes, kept_pairs()),
)
event = view("site", html)
show_home(catalogue, site, wishes, speech)
footer = render("footer.html", speech, query=address_of("", wishes, kept_pairs()))
event, _colon, value = (event or view("footer", footer) or "").partition(":")
if event == "go":
    st.switch_page(f"{value}.py", query_params=wishes.pairs() | kept_pairs())
if event == "wish":
    wishes, _faults = read_wishes(value, catalogue.region.questions)
if event:
    st.switch_page("finder.py", query_params=wishes.pairs() | kept_pairs())
