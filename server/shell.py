"""The empty page in which Streamlit draws, made ours: language, style, and what is seen first.

Streamlit declares every page to be English (streamlit/streamlit#15726), and shows nothing of ours
before its scripts are there. On a slow line that takes seconds; so name, question and promise of
the page travel with its first byte.
"""

import json
import re
from html import escape
from urllib.parse import parse_qs

from matcher.language import N_
from pages.parts.board import questions_address
from pages.parts.regions import LANGUAGE_KEY, REGION_KEY, find_catalogue, speech_in
from pages.parts.start import START_TITLE
from pages.parts.style import style_address
from pages.parts.templates import render
from server.early import early_scripts

STREAMLITS = b"<title>Streamlit</title>"
NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
# What Streamlit and the map call their controls, and how we say it.
THEIR_WORDS = {
    "Skip to main content": N_("Skip to the content"),
    "Zoom In": N_("Zoom in"),
    "Zoom Out": N_("Zoom out"),
    "Map": N_("Map"),
}


def dressed(page: bytes, path: str, query: str) -> bytes:
    """Return the empty page in the language and colours that an address asks for.

    A page that is not Streamlit's empty one stays as it is.
    """
    if STREAMLITS not in page:
        return page
    asked = {key: values[0] for key, values in parse_qs(query).items()}
    catalogue = find_catalogue(asked.get(REGION_KEY), asked.get("site"))
    speech = speech_in(catalogue, asked.get(LANGUAGE_KEY))
    _ = speech.gettext
    profile = catalogue.region.profile if catalogue else None
    on_front = path == "/"
    head = render(
        "shell_head.html",
        speech,
        words=json.dumps({theirs: _(ours) for theirs, ours in THEIR_WORDS.items()}),
        style=style_address("finder"),
        early=[script for script in early_scripts() if script.encode() not in page],
        questions=questions_address(profile.id, speech.code) if profile and on_front else "",
    )
    first = render(
        "shell_first.html",
        speech,
        region=profile.id if profile else "",
        title=(speech.text(profile.title) if profile else _(START_TITLE)) if on_front else "",
        intro=speech.text(profile.intro) if profile and on_front else "",
        result=f"/result?{query}",
    )
    page = page.replace(b'<html lang="en"', f'<html lang="{speech.code}"'.encode(), 1)
    title = f"<title>{escape(_('Zukunftsort-Finder'))}</title>".encode()
    page = page.replace(STREAMLITS, title, 1).replace(b"</head>", head.encode() + b"</head>", 1)
    return NO_SCRIPT.sub(lambda _: first.encode(), page, count=1)
