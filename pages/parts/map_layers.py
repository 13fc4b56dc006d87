"""Layers that every map of ours is made of. They ask nobody: all is served by this server.

Written as deck.gl reads them: a value that begins with "@@=" is a column of the data.
"""

import json
from typing import Any

import pydeck as pdk

WORD_JOINER = "\u2060"
FONT = "Source Sans, sans-serif"
AMBER, GREY, WHITE = [240, 168, 48], [150, 150, 150], [255, 255, 255]

Row = dict[str, Any]
Layer = dict[str, Any]


class CompactDeck(pdk.Deck):
    """What Streamlit reads of a deck, without white space.

    pydeck's own looks for Jupyter on the disk whenever a map is drawn, and its text is twice
    as long.
    """

    def __init__(self, layers: list[Layer], view: dict[str, float], dark: bool) -> None:
        self.layers = layers
        self.view = view
        # Without a style of our own the browser would ask others for tiles.
        self.map_style = f"/assets/map-{'dark' if dark else 'light'}.json"
        self._tooltip = {"text": "{tip}"}

    def to_json(self) -> str:
        """Return what deck.gl reads."""
        spec = {
            "initialViewState": {**self.view, "minZoom": 5.5, "maxZoom": 12},
            "layers": self.layers,
            "mapProvider": "carto",
            "mapStyle": self.map_style,
            "views": [{"@@type": "MapView", "controller": True}],
        }
        return json.dumps(spec, separators=(",", ":"))


def ink(dark: bool) -> list[int]:
    """Return the colour of writing and thin lines."""
    return [234, 241, 241] if dark else [20, 38, 43]


def dots(name: str, rows: list[Row], line: Any, width: int) -> Layer:
    """Pins with the columns position, colour and radius (pixels)."""
    return {
        "@@type": "ScatterplotLayer",
        "id": name,
        "data": _columns(rows, "id", "tip", "position", "colour", "radius", "line"),
        "getPosition": "@@=position",
        "getRadius": "@@=radius",
        "radiusUnits": "pixels",
        "getFillColor": "@@=colour",
        "getLineColor": line,
        "lineWidthUnits": "pixels",
        "getLineWidth": width,
        "stroked": True,
        "pickable": True,
    }


def leaders(rows: list[Row], dark: bool) -> Layer:
    """Thin lines from a pin that was moved to where its site really is."""
    return {
        "@@type": "LineLayer",
        "id": "leaders",
        "data": _columns(rows, "place", "position"),
        "getSourcePosition": "@@=place",
        "getTargetPosition": "@@=position",
        "getColor": ink(dark),
        "getWidth": 1,
    }


def ranks(rows: list[Row]) -> Layer:
    """White numbers on pins."""
    return {
        "@@type": "TextLayer",
        "id": "ranks",
        "data": _columns(rows, "rank", "position"),
        "getPosition": "@@=position",
        "getText": "@@=rank",
        "getSize": 14,
        "getColor": WHITE,
        "fontFamily": FONT,
        "fontWeight": 700,
    }


def names(rows: list[Row], dark: bool) -> Layer:
    """Names below pins; where they would overlap, that with the highest ``priority`` stays."""
    return {
        "@@type": "TextLayer",
        "id": "names",
        "data": _columns(rows, "name", "position", "priority"),
        "getPosition": "@@=position",
        "getText": "@@=name",
        "getSize": 13,
        "getColor": ink(dark),
        "getPixelOffset": [0, 24],
        "backgroundPadding": [6, 36, 6, 4],
        "getCollisionPriority": "@@=priority",
        **_labels(dark),
    }


def towns(dark: bool) -> Layer:
    """Names of the towns of the base map: a file that the browser keeps."""
    return {
        "@@type": "TextLayer",
        "id": "towns",
        "data": "/base-map/towns.json",
        "getPosition": "@@=position",
        "getText": "@@=name",
        "getSize": "@@=size",
        "getColor": [150, 162, 160] if dark else [104, 116, 114],
        "getCollisionPriority": "@@=priority",
        **_labels(dark),
    }


def _columns(rows: list[Row], *names: str) -> list[Row]:
    """Return what a layer reads of each row."""
    return [{name: _as_text(row[name]) for name in names if name in row} for row in rows]


def _as_text(value: Any) -> Any:
    """Put a mark that nobody sees before a text that begins as an expression does."""
    is_expression = isinstance(value, str) and value.startswith("@@")
    return f"{WORD_JOINER}{value}" if is_expression else value


def _labels(dark: bool) -> dict[str, Any]:
    """How every name is drawn: with umlauts, a halo, and never over another one.

    The collision filter tests a label's anchor, not its box; a transparent background that
    reaches back to the anchor makes the two the same.
    """
    return {
        "characterSet": "auto",  # without it, umlauts are left out
        "fontFamily": FONT,
        "sizeUnits": "pixels",
        "fontSettings": {"sdf": True, "fontSize": 48, "buffer": 8, "radius": 16},
        "outlineWidth": 3,
        "outlineColor": [26, 33, 38] if dark else [247, 248, 245],
        "background": True,
        "getBackgroundColor": [0, 0, 0, 0],
        "extensions": [{"@@type": "CollisionFilterExtension"}],
        "collisionGroup": "labels",
    }
