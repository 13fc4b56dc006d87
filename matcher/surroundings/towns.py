"""The towns that may be named on a map: each once, whichever file speaks of it."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from matcher.model.region import Region
from matcher.pack.homes import Homes
from matcher.surroundings.project import offset

SIZE = "population"  # the indicator that says how large a town is
SAME_WITHIN_KM = 10.0  # files measure from the market place, or from the middle of the area


@dataclass(frozen=True, slots=True)
class Town:
    """A town; ``population`` is 0 where nobody says it, and only tells which name matters more.

    ``short`` is what is written where room is scarce.
    """

    name: str
    latitude: float
    longitude: float
    population: float = 0.0
    short: str = ""


def region_towns(region: Region) -> list[Town]:
    """Return the towns that a region's sites lie in or near."""
    table = region.observations
    sizes = table[table["indicator"] == SIZE].set_index("municipality")["value"]
    return [
        Town(town.name, town.latitude, town.longitude, _known(float(sizes.get(id_, 0))))
        for id_, town in region.municipalities.items()
    ]


def home_towns(homes: Homes) -> list[Town]:
    """Return the places that a site can be compared with."""
    found = []
    for home in homes.values():
        size = home.values.get(SIZE)
        city = home.city
        population = _known(size.number) if size else 0.0
        found.append(Town(city.name, city.latitude, city.longitude, population))
    return found


def merged(*sources: Iterable[Town]) -> tuple[Town, ...]:
    """Return every town once, the largest first.

    Two towns are one if they lie close and all words of one name are in the other, as in
    "Halle" and "Halle (Saale)". Name and place are those of the source that comes first, the
    short name is the shortest.
    """
    found: list[Town] = []
    for town in (town for source in sources for town in source):
        for i, known in enumerate(found):
            if same_town(known, town, SAME_WITHIN_KM):
                found[i] = replace(
                    known,
                    population=max(known.population, town.population),
                    short=min(known.short, town.name, key=len),
                )
                break
        else:
            found.append(replace(town, short=town.short or town.name))
    return tuple(sorted(found, key=lambda town: (-town.population, town.name)))


def same_town(one: Town, other: Town, within_km: float) -> bool:
    """Whether two entries mean one town: all words of a name are in the other, and it is close."""
    mine, theirs = _words(one.name), _words(other.name)
    if not (mine <= theirs or theirs <= mine):
        return False
    here, there = (one.latitude, one.longitude), (other.latitude, other.longitude)
    return offset(here, there)[0] <= within_km


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


def _known(value: float) -> float:
    return 0.0 if math.isnan(value) else value
