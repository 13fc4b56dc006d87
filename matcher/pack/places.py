"""Does a place lie where it says? Positions against the outline of their state."""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from matcher.errors import Problem
from matcher.pack.document import Document

OUTLINES = Path("base-map") / "areas.geojson"  # beside the packs

Ring = list[list[float]]


def place_problems(profile: Document, documents: Iterable[Document]) -> Iterator[Problem]:
    """Check that sites lie inside their state, or that an editor's note says why not.

    A pack that names no state, or a data folder without outlines, is not checked.
    """
    state = profile.data.get("state")
    path = profile.path.parent.parent / OUTLINES
    if state is None or not path.is_file():
        return
    outlines = {
        area["properties"]["id"]: _rings(area["geometry"])
        for area in json.loads(path.read_text(encoding="utf-8"))["features"]
    }
    if state not in outlines:
        known = ", ".join(sorted(outlines))
        yield profile.problem(("state",), f"{state!r} is no state. Known: {known}")
        return
    for document in documents:
        position = document.data["position"]
        point = (float(position["longitude"]), float(position["latitude"]))
        if not is_inside(point, outlines[state]) and "editor_note" not in position:
            yield document.problem(
                ("position",),
                f"lies outside {state}: mend it, or say why in 'editor_note'",
            )


def is_inside(point: tuple[float, float], rings: Iterable[Ring]) -> bool:
    """Whether a point (longitude, latitude) lies inside an area; rings in rings are holes.

    Counts the sides that a ray to the east crosses (even-odd rule).

    Examples
    --------
    >>> square = [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]
    >>> is_inside((1, 1), square), is_inside((3, 1), square)
    (True, False)
    """
    x, y = point
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [ring for polygon in polygons for ring in polygon]
