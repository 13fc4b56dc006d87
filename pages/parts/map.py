"""The map of a result. It asks nobody: the base map is a file of this server."""

import csv
import json
import math
from functools import cache
from typing import Any

import pydeck as pdk
import streamlit as st
from pydeck.bindings.json_tools import default_serialize

from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.ranking import Result
from pages.parts.regions import DATA
from pages.parts.spread import spread

TEXT = pdk.types.String  # else a word is read as an expression
FONT = "Source Sans, sans-serif"
HEIGHT = 460
CLOSE_ZOOM = 9.6
RING_PIXELS = 44
PIN_GAP = 30
NAMED_RANKS = 5
COLOURS = {
    "very-good": [0, 96, 107],
    "good": [46, 125, 125],
    "partly": [154, 100, 16],
    "little": [102, 115, 120],
}
PLAIN = COLOURS["very-good"]
AMBER, GREY, WHITE = [240, 168, 48], [150, 150, 150], [255, 255, 255]

Row = dict[str, Any]


class CompactDeck(pdk.Deck):
    """A deck without white space: half the bytes of every answer."""

    def to_json(self) -> str:
        """Return what deck.gl reads."""
        return json.dumps(self, default=default_serialize, sort_keys=True, separators=(",", ":"))


def show_map(
    catalogue: Catalogue, result: Result, selected: str | None, dark: bool, speech: Language
) -> str | None:
    """Draw the sites with their rank; return the id of the one that was tapped last."""
    view = _view(catalogue, result, selected)
    rows = _site_rows(result, selected, view["zoom"])
    ink = [234, 241, 241] if dark else [20, 38, 43]
    layers = [
        _towns(dark),
        _names(rows, ink, dark),
        _dots("employers", _employer_rows(result, selected, view["zoom"]), ink, 1),
        _leaders(rows, ink),
        _dots("sites", rows, "line", 3),
        _ranks(rows),
    ]
    chosen = st.pydeck_chart(
        CompactDeck(
            layers=layers,
            initial_view_state=pdk.ViewState(**view, min_zoom=5.5, max_zoom=12),
            # Without a style of our own the browser would ask a provider of tiles.
            map_style=f"/assets/map-{'dark' if dark else 'light'}.json",
            tooltip={"text": "{tip}"},
        ),
        height=HEIGHT,
        on_select="rerun",
        selection_mode="single-object",
        key="map",
        alt=speech.gettext("Map of the sites. The same sites stand below as a list."),
    )
    tapped = chosen.selection.objects.get("sites", [])
    return str(tapped[0]["id"]) if tapped else None


def _view(catalogue: Catalogue, result: Result, selected: str | None) -> dict[str, float]:
    here = result.site(selected).site.position if selected else catalogue.region.profile.view
    zoom = CLOSE_ZOOM if selected else catalogue.region.profile.view.zoom
    return {"latitude": here.latitude, "longitude": here.longitude, "zoom": zoom}


def _site_rows(result: Result, selected: str | None, zoom: float) -> list[Row]:
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
            "colour": COLOURS[match.band] if ranked else PLAIN,
            "radius": 17 if match.site.id == selected else 13,
            "line": AMBER if match.site.id == selected else WHITE,
        }
        for match, place, shown in zip(result.sites, true, spread(true, zoom, PIN_GAP), strict=True)
    ]
    return rows[::-1]


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


def _dots(name: str, rows: list[Row], line: Any, width: int) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=name,
        get_position="position",
        get_radius="radius",
        radius_units=TEXT("pixels"),
        get_fill_color="colour",
        get_line_color=line,
        line_width_units=TEXT("pixels"),
        get_line_width=width,
        stroked=True,
        pickable=True,
    )


def _leaders(rows: list[Row], ink: list[int]) -> pdk.Layer:
    """Thin lines from a pin that was moved to where its site really is."""
    return pdk.Layer(
        "LineLayer",
        rows,
        id="leaders",
        get_source_position="place",
        get_target_position="position",
        get_color=ink,
        get_width=1,
    )


def _ranks(rows: list[Row]) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        rows,
        id="ranks",
        get_position="position",
        get_text="rank",
        get_size=14,
        get_color=WHITE,
        font_family=TEXT(FONT),
        font_weight=700,
    )


def _names(rows: list[Row], ink: list[int], dark: bool) -> pdk.Layer:
    """Name the best sites, and any that is selected; the others have their number."""
    return pdk.Layer(
        "TextLayer",
        [row for row in rows if int(row["rank"] or 0) <= NAMED_RANKS or row["line"] == AMBER],
        id="names",
        get_position="position",
        get_text="name",
        get_size=13,
        get_color=ink,
        get_pixel_offset=[0, 24],
        background_padding=[6, 36, 6, 4],
        get_collision_priority="priority",
        **_labels(dark),
    )


def _towns(dark: bool) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        _town_rows(),
        id="towns",
        get_position="position",
        get_text="name",
        get_size="size",
        get_color=[150, 162, 160] if dark else [104, 116, 114],
        get_collision_priority="priority",
        **_labels(dark),
    )


def _labels(dark: bool) -> dict[str, Any]:
    """How every name is drawn: with umlauts, a halo, and never over another one.

    The collision filter tests a label's anchor, not its box; a transparent background that
    reaches back to the anchor makes the two the same.
    """
    return {
        "character_set": TEXT("auto"),  # without it, umlauts are left out
        "font_family": TEXT(FONT),
        "size_units": TEXT("pixels"),
        "font_settings": {"sdf": True, "fontSize": 48, "buffer": 8, "radius": 16},
        "outline_width": 3,
        "outline_color": [26, 33, 38] if dark else [247, 248, 245],
        "background": True,
        "get_background_color": [0, 0, 0, 0],
        "extensions": [{"@@type": "CollisionFilterExtension"}],
        "collision_group": TEXT("labels"),
    }


@cache
def _town_rows() -> list[Row]:
    with (DATA / "base-map" / "towns.csv").open(encoding="utf-8", newline="") as file:
        return [
            {
                "name": row["name"],
                "position": [float(row["longitude"]), float(row["latitude"])],
                "size": 14 if row["rank"] == "1" else 12,
                "priority": float(row["population"]) / 5000,
            }
            for row in csv.DictReader(file)
        ]
