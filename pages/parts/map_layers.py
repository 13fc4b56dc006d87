"""Layers that every map of ours is made of. They ask nobody: all is served by this server."""

import csv
import json
from functools import cache
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from pages.parts.regions import DATA

TEXT = pdk.types.String  # else a word is read as an expression
WORD_JOINER = "\u2060"
FONT = "Source Sans, sans-serif"
AMBER, GREY, WHITE = [240, 168, 48], [150, 150, 150], [255, 255, 255]

Row = dict[str, Any]


class CompactDeck(pdk.Deck):
    """A deck without white space: half the bytes of every answer."""

    def to_json(self) -> str:
        """Return what deck.gl reads. A text that it would take for an expression is none."""
        for layer in self.layers:
            layer.data = [
                {key: _as_text(value) for key, value in row.items()} for row in layer.data
            ]
        return json.dumps(self, default=default_serialize, sort_keys=True, separators=(",", ":"))


def _as_text(value: Any) -> Any:
    """Put a mark that nobody sees before a text that begins as an expression does."""
    is_expression = isinstance(value, str) and value.startswith("@@")
    return f"{WORD_JOINER}{value}" if is_expression else value


def base_map(dark: bool) -> str:
    """Return the style of the land below; without one the browser would ask for tiles."""
    return f"/assets/map-{'dark' if dark else 'light'}.json"


def ink(dark: bool) -> list[int]:
    """Return the colour of writing and thin lines."""
    return [234, 241, 241] if dark else [20, 38, 43]


def dots(name: str, rows: list[Row], line: Any, width: int) -> pdk.Layer:
    """Pins with the columns position, colour and radius (pixels)."""
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


def leaders(rows: list[Row], dark: bool) -> pdk.Layer:
    """Thin lines from a pin that was moved to where its site really is."""
    return pdk.Layer(
        "LineLayer",
        rows,
        id="leaders",
        get_source_position="place",
        get_target_position="position",
        get_color=ink(dark),
        get_width=1,
    )


def ranks(rows: list[Row]) -> pdk.Layer:
    """White numbers on pins."""
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


def names(rows: list[Row], dark: bool) -> pdk.Layer:
    """Names below pins; where they would overlap, that with the highest ``priority`` stays."""
    return pdk.Layer(
        "TextLayer",
        rows,
        id="names",
        get_position="position",
        get_text="name",
        get_size=13,
        get_color=ink(dark),
        get_pixel_offset=[0, 24],
        background_padding=[6, 36, 6, 4],
        get_collision_priority="priority",
        **_labels(dark),
    )


def towns(dark: bool) -> pdk.Layer:
    """Names of the towns of the base map."""
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
