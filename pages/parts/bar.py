"""The bar above every page: which region is shown, and every language one tap away.

A language and a region are chosen by a link that loads the page anew: so the language of the
document is right from its first byte, and the address stays the only memory.
"""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

import streamlit as st

from matcher.language import Language, language, own_name
from matcher.model.text import DEFAULT_LANGUAGE, SIMPLE
from matcher.pack.texts import untranslated
from pages.parts.regions import LANGUAGE_KEY, all_catalogues, known_catalogue, known_languages
from pages.parts.templates import render
from pages.parts.visit import asked_catalogue, speak


@dataclass(frozen=True, slots=True)
class Choice:
    """A language, by its own name, and this page in it."""

    code: str
    name: str
    link: str
    chosen: bool


def show_bar(path: str) -> None:
    """Show the bar above the page with this path."""
    catalogue, speech = asked_catalogue(), speak()
    address = st.query_params.to_dict()
    languages = known_languages(catalogue)
    html = render(
        "bar.html",
        speech,
        id=catalogue.region.profile.id if catalogue else "",
        region=speech.text(catalogue.region.profile.name) if catalogue else "",
        spoken=own_name(language(speech.code)),
        start=_link("", {LANGUAGE_KEY: speech.code}) if len(all_catalogues()) > 1 else "",
        gaps=catalogue is not None and _has_gaps(catalogue.region.profile.id, speech.code),
        languages=[_choice(code, path, address, speech) for code in languages],
    )
    st.html(html)


@cache
def _has_gaps(region: str, code: str) -> bool:
    """Whether some text of a region is there in German only; simple words may fall back."""
    if code.removesuffix(SIMPLE) == DEFAULT_LANGUAGE:
        return False
    found = known_catalogue(region).region
    records = (found.profile, found.questions, found.definitions, found.support, found.sites)
    return bool(untranslated(records, code, found.texts.get(code, {})))


def _choice(code: str, path: str, address: dict[str, str], speech: Language) -> Choice:
    link = _link(path, address | {LANGUAGE_KEY: code})
    return Choice(code, own_name(language(code)), link, code == speech.code)


def _link(path: str, address: dict[str, str]) -> str:
    return f"/{path}?{urlencode(address, safe=',:')}"
