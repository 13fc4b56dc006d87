"""What stands in the browser's tab: which page this is, in its language."""

import streamlit as st

from matcher.catalogue import Catalogue
from matcher.language import N_, Language
from pages.parts.start import START_TITLE

FINDER = ""
TITLES = {  # of each page that is a file of this name, and has it as its path
    "compare": N_("Compare sites"),
    "employers": N_("Employers and institutes"),
    "access": N_("Help and accessibility"),
    "method": N_("How the finder calculates"),
    "support": N_("Who helps you"),
    "actors": N_("Who does what"),
    "site": N_("There is no such site"),  # else its name
}
PATHS = (FINDER, *TITLES)


def title_of(path: str, catalogue: Catalogue | None, speech: Language) -> str:
    """Return what the page with a path is about, and the name of the finder."""
    return f"{_topic(path, catalogue, speech)} – {speech.gettext('Zukunftsort-Finder')}"


def _topic(path: str, catalogue: Catalogue | None, speech: Language) -> str:
    if path == FINDER:
        question = catalogue.region.profile.title if catalogue else None
        return speech.text(question) if question else speech.gettext(START_TITLE)
    site = catalogue.region.site(st.query_params.get("site", "")) if catalogue else None
    if path == "site" and site:
        return site.name
    return speech.gettext(TITLES[path])
