"""Read the base map: water and towns, as the files of ``data/base-map/`` hold them."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.surroundings.towns import Town

Degrees = tuple[float, float]  # longitude and latitude, as GeoJSON has it


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Rivers as lines, lakes and the sea as rings, towns as points."""

    rivers: tuple[tuple[Degrees, ...], ...] = ()
    waters: tuple[tuple[Degrees, ...], ...] = ()
    towns: tuple[Town, ...] = ()


def load_base_map(folder: Path) -> BaseMap:
    """Read a base map; one without files is empty."""
    if not (folder / "water.geojson").is_file():
        return BaseMap()
    water = json.loads((folder / "water.geojson").read_text(encoding="utf-8"))
    shapes = [
        (feature["properties"]["kind"], tuple((x, y) for x, y in line))
        for feature in water["features"]
        for line in _lines(feature["geometry"])
    ]
    with (folder / "towns.csv").open(encoding="utf-8", newline="") as file:
        towns = tuple(
            Town(
                row["name"],
                float(row["latitude"]),
                float(row["longitude"]),
                float(row["population"]),
            )
            for row in csv.DictReader(file)
        )
    return BaseMap(
        rivers=tuple(line for kind, line in shapes if kind == "river"),
        waters=tuple(line for kind, line in shapes if kind != "river"),
        towns=towns,
    )


def _lines(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    """Yield the lines or rings of a geometry, whatever it is nested in."""
    kind, points = geometry["type"], geometry["coordinates"]
    if kind == "LineString":
        yield points
    elif kind in ("MultiLineString", "Polygon"):
        yield from points
    elif kind == "MultiPolygon":
        for polygon in points:
            yield from polygon
