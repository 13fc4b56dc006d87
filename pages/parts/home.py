"""Hold a site against where the visitor lives now; the place is part of the wishes."""

from collections import Counter
from dataclasses import replace
from functools import cache

import streamlit as st

from matcher.catalogue import Catalogue
from matcher.home import compare_home, distance_km, town_homes
from matcher.home_search import find_home
from matcher.language import Language
from matcher.model.site import Site
from matcher.pack.homes import Home, Homes, load_homes, load_postcodes
from matcher.wishes import Wishes
from pages.parts.components import told, view
from pages.parts.regions import DATA, all_catalogues
from pages.parts.templates import render
from pages.parts.visit import change_wishes

QUERY = "home:query"
ASK, FOUND = "home-ask", "home-found"


@cache
def all_homes() -> Homes:
    """Load the places to compare with: those of the list, and the towns of every region.

    Raises
    ------
    PackError
        If a file has faults.
    """
    folder = DATA / "home"
    listed = load_homes(folder) if folder.is_dir() else {}
    indicators = next((tuple(home.values) for home in listed.values()), ())
    towns: dict[str, Home] = {}
    for catalogue in all_catalogues().values():
        shown = indicators or tuple(catalogue.region.definitions.indicators)
        towns |= town_homes(catalogue.region, shown)
    return {**towns, **listed}


@cache
def all_postcodes() -> dict[str, tuple[float, float]]:
    """Load the middle of every postcode area; none where the data folder has no such list."""
    path = DATA / "home" / "postcodes.csv"
    return load_postcodes(path) if path.is_file() else {}


def show_home(catalogue: Catalogue, site: Site, wishes: Wishes, speech: Language) -> None:
    """Ask where somebody lives now, and compare the site with that place."""
    with st.container(key="compare-home"):
        view(ASK, render("home-ask.html", speech))
        _show_found(wishes, speech)
        if wishes.home in all_homes():
            html, summary = _comparison(catalogue, site, all_homes()[wishes.home], speech)
            view("comparison", html, summary)


def act_on_home(wishes: Wishes) -> Wishes:
    """Search for what was typed, or take the place that was tapped; return the wishes then."""
    for event in told(ASK, FOUND):
        name, _colon, value = event.partition(":")
        if name == "search":
            st.session_state[QUERY] = value
        if name == "home":  # '' to choose again
            st.session_state.pop(QUERY, None)
            wishes = change_wishes(replace(wishes, home=value))
    return wishes


def _show_found(wishes: Wishes, speech: Language) -> None:
    """Show what was found, or what is chosen."""
    _ = speech.gettext
    query = st.session_state.get(QUERY, "")
    homes = all_homes()
    found = find_home(homes, query, all_postcodes())
    html = render(
        "home-found.html",
        speech,
        query=query,
        unknown=wishes.home if wishes.home not in homes else "",
        chosen=homes[wishes.home].city.name if wishes.home in homes else "",
        found=[(home, "" if km is None else speech.number(round(km))) for home, km in found],
    )
    said = ""
    if query:
        words = ", ".join(home.city.name for home, _km in found)
        said = _("Found: {places}").format(places=words) if found else _("No place found.")
    view(FOUND, html, said)


def _comparison(catalogue: Catalogue, site: Site, home: Home, speech: Language) -> tuple[str, str]:
    """Return the table, and what it says in one sentence."""
    _ = speech.gettext
    rows = compare_home(catalogue, site.id, home, speech)
    counts = Counter(row.verdict for row in rows)
    town = catalogue.region.municipalities[site.municipality].name
    summary = _(
        "Compared with {place}: {better} figures better here, {worse} worse, {same} the same."
    ).format(
        place=home.city.name,
        better=counts["better"],
        worse=counts["worse"],
        same=counts["same"],
    )
    km = speech.number(round(distance_km(catalogue, site.id, home)))
    html = render(
        "home.html",
        speech,
        here=town,
        there=home.city.name,
        rows=rows,
        summary=summary,
        distance=_("From {place} to {site}: {km} km as the crow flies.").format(
            place=home.city.name, site=site.name, km=km
        ),
    )
    return html, summary
