"""The map of actors: numbered pins, spread where several stand at the middle of one town."""

from collections.abc import Sequence

import streamlit as st

from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.model.support import Actor
from pages.parts.map_layers import (
    WHITE,
    CompactDeck,
    Row,
    dots,
    leaders,
    ranks,
    towns,
)
from pages.parts.palette import HOUSE, pins
from pages.parts.spread import spread

HEIGHT = 420
PIN_GAP = 24


def show_actor_map(
    catalogue: Catalogue, actors: Sequence[Actor], dark: bool, speech: Language
) -> None:
    """Draw the actors whose place is known; each has the number that it has in the list."""
    view = catalogue.region.profile.view
    colour = pins(catalogue.region.profile.colour or HOUSE)["very-good"]
    rows = actor_rows(actors, view.zoom, colour)
    if not rows:
        return
    st.pydeck_chart(
        CompactDeck(
            [towns(dark), leaders(rows, dark), dots("actors", rows, WHITE, 2), ranks(rows)],
            {"latitude": view.latitude, "longitude": view.longitude, "zoom": view.zoom},
            dark,
        ),
        height=HEIGHT,
        key="actor-map",
        alt=speech.gettext("Map of the actors. The same actors stand below as a list."),
    )


def actor_rows(actors: Sequence[Actor], zoom: float, colour: list[int]) -> list[Row]:
    """Return a pin for each actor that has a place; the first is drawn on top."""
    placed = [(number, actor) for number, actor in enumerate(actors, start=1) if actor.position]
    true = [(a.position.longitude, a.position.latitude) for _, a in placed if a.position]
    if not true:
        return []
    return [
        {
            "tip": f"{number}  {actor.name}",
            "rank": str(number),
            "place": place,
            "position": shown,
            "colour": colour,
            "radius": 11,
        }
        for (number, actor), place, shown in zip(
            placed, true, spread(true, zoom, PIN_GAP), strict=True
        )
    ][::-1]
