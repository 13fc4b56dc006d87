"""What a site's picture shows, computed from the site's facts."""

import math
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from matcher.catalogue import Catalogue
from matcher.model.site import Site

# Where a village, a small town, a middle-sized town and a city part (BBSR: 5, 20, 100 thousand).
TOWN_SIZES = (5_000, 20_000, 100_000)
MOST_SILHOUETTES = 4


@dataclass(frozen=True)
class Scene:
    """A landscape; what is not known is ``None`` or 0 and left out.

    ``town`` is 0 for a village to 3 for a city, ``water_amount``, ``forest``, ``hills`` and
    ``fields`` run from 0 to 1, ``silhouettes`` are sectors, the strongest first. ``seed`` varies
    the hour of the day and the places of things.
    """

    town: int | None
    water: Literal["none", "river", "lake"]
    water_amount: float
    forest: float
    hills: float
    fields: float
    silhouettes: tuple[str, ...]
    seed: int


def scene_of(catalogue: Catalogue, site: Site) -> Scene:
    """Choose what to draw from the indicators of a site's municipality and its sectors."""

    def fact(column: str) -> float | None:
        if column not in catalogue.features:
            return None
        value = catalogue.feature(site.id, column)
        return None if math.isnan(value) else value

    people = fact("population")
    water, forest = fact("water_share"), fact("forest_share")
    bathing, open_space = fact("dist_bathing_water_km"), fact("open_space_share")
    mountains = fact("near-mountains:km")
    fields = None if open_space is None else open_space - (forest or 0) - (water or 0)
    return Scene(
        town=None if people is None else sum(people >= size for size in TOWN_SIZES),
        water=_water(water, bathing),
        water_amount=_share(water, 0, 10),
        forest=_share(forest, 0, 40),
        hills=_share(mountains, 150, 30),
        fields=_share(fields, 30, 90),
        silhouettes=_strongest(catalogue, site),
        seed=int.from_bytes(sha256(site.id.encode()).digest()[:4]),
    )


def _share(value: float | None, nothing: float, all_of_it: float) -> float:
    if value is None:
        return 0.0
    return round(min(max((value - nothing) / (all_of_it - nothing), 0.0), 1.0), 3)


def _water(share: float | None, bathing: float | None) -> Literal["none", "river", "lake"]:
    """Much water and a bathing place near by look like a lake, some water like a river."""
    if share is None or share < 1.5:
        return "none"
    return "lake" if share >= 5 and bathing is not None and bathing <= 4 else "river"


def _strongest(catalogue: Catalogue, site: Site) -> tuple[str, ...]:
    """Main sectors first, then by how many employers and institutes there are."""
    known_for = {entry.id for entry in site.sectors if entry.level == "main"}
    listed = dict.fromkeys(entry.id for entry in site.sectors)
    listed |= dict.fromkeys(s for o in site.organisations if o.strength for s in o.sectors)

    def strength(sector: str) -> tuple[bool, float]:
        column = f"{sector}:n"
        n = catalogue.feature(site.id, column) if column in catalogue.features else 0.0
        return sector in known_for, n

    return tuple(sorted(listed, key=strength, reverse=True)[:MOST_SILHOUETTES])
