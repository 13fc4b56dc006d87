"""The map of a result. It asks nobody: the base map is a file of this server."""

import math
from collections.abc import Mapping

import streamlit as st

from matcher.catalogue import Catalogue
from matcher.language import N_, Language
from matcher.ranking import Result
from pages.parts.components import told, view
from pages.parts.map_layers import (
    AMBER,
    GREY,
    WHITE,
    CompactDeck,
    Row,
    dots,
    ink,
    leaders,
    names,
    ranks,
    towns,
)
from pages.parts.palette import HOUSE, pins
from pages.parts.spread import spread
from pages.parts.templates import render
from pages.parts.visit import select_site

HEIGHT = 460  # pixels; its place in static/style/leaders.css is as high
CLOSE_ZOOM = 9.6
RING_PIXELS = 44
PIN_GAP = 30
NAMED_RANKS = 5
ALT = N_("Map of the sites. The same sites stand below as a list.")
MAP, PLACE = "map", "map-place"
WANTED, TAPPED = "visit:map-wanted", "visit:map"


def act_on_map() -> None:
    """Look at the site that was tapped on the map since the last run."""
    sites = st.session_state.get(MAP, {}).get("selection", {}).get("objects", {}).get("sites", [])
    tapped = str(sites[0]["id"]) if sites else None
    if tapped != st.session_state.get(TAPPED):
        st.session_state[TAPPED] = tapped
        select_site(tapped)


def show_map(
    catalogue: Catalogue, result: Result, selected: str | None, dark: bool, speech: Language
) -> None:
    """Draw the sites with their rank.

    A map is a megabyte of scripts. On a phone it stands below the questions: nothing of it is
    fetched until somebody looks at its place, or selects a site.
    """
    alt = speech.gettext(ALT)
    if not _is_wanted(selected):
        view(PLACE, render("map_place.html", speech, alt=alt))
        return
    here = _view(catalogue, result, selected)
    colours = pins(catalogue.region.profile.colour or HOUSE)
    rows = _site_rows(result, selected, here["zoom"], colours)
    layers = [
        towns(dark),
        names([row for row in rows if _is_named(row)], dark),
        dots("employers", _employer_rows(result, selected, here["zoom"]), ink(dark), 1),
        leaders(rows, dark),
        dots("sites", rows, "@@=line", 3),
        ranks(rows),
    ]
    st.pydeck_chart(
        CompactDeck(layers, here, dark),
        height=HEIGHT,
        on_select="rerun",
        selection_mode="single-object",
        key=MAP,
        alt=alt,
    )


def _is_wanted(selected: str | None) -> bool:
    """Whether the visitor has looked at the map's place, or selected a site, in this visit."""
    st.session_state[WANTED] = bool(st.session_state.get(WANTED) or selected or told(PLACE))
    return bool(st.session_state[WANTED])


def _view(catalogue: Catalogue, result: Result, selected: str | None) -> dict[str, float]:
    here = result.site(selected).site.position if selected else catalogue.region.profile.view
    zoom = CLOSE_ZOOM if selected else catalogue.region.profile.view.zoom
    return {"latitude": here.latitude, "longitude": here.longitude, "zoom": zoom}


def _site_rows(
    result: Result, selected: str | None, zoom: float, colours: Mapping[str, list[int]]
) -> list[Row]:
    """One row a site; the best rank comes last, so that it is drawn on top."""
    ranked = len(result.wishes) > 0
    sites = [match.site for match in result.sites]
    true = [(site.position.longitude, site.position.latitude) for site in sites]
    rows = [
        {
            "id": match.site.id,
            "tip": f"{match.rank}  {match.site.name}" if ranked else match.site.name,
            "rank": str(match.rank) if ranked else "",
            "name": match.site.short_name,
            "priority": 1000 - match.rank,
            "position": shown,
            "place": place,
            "colour": colours[match.band if ranked else "very-good"],
            "radius": 17 if match.site.id == selected else 13,
            "line": AMBER if match.site.id == selected else WHITE,
        }
        for match, place, shown in zip(result.sites, true, spread(true, zoom, PIN_GAP), strict=True)
    ]
    return rows[::-1]


def _is_named(row: Row) -> bool:
    """Whether it is among the best, or selected; the others have their number."""
    return int(row["rank"] or 0) <= NAMED_RANKS or row["line"] == AMBER


def _employer_rows(result: Result, selected: str | None, zoom: float) -> list[Row]:
    """Who works at the selected site, in a ring: only the site's own position is known."""
    if selected is None:
        return []
    centre = result.site(selected).site.position
    here = result.employers_at(selected)
    # Degrees of longitude that RING_PIXELS take up on the screen.
    east = RING_PIXELS * 360 / (512 * 2**zoom)
    north = east * math.cos(math.radians(centre.latitude))
    return [
        {
            "tip": match.organisation.name,
            "position": [
                centre.longitude + east * math.sin(2 * math.pi * i / len(here)),
                centre.latitude + north * math.cos(2 * math.pi * i / len(here)),
            ],
            "colour": AMBER if match.organisation.strength else GREY,
            "radius": 6,
        }
        for i, match in enumerate(here)
    ]
