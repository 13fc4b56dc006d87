"""What lies around a site, and where in the drawing: north is up, distances are true."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from matcher.model.site import Site
from matcher.surroundings.base_map import BaseMap
from matcher.surroundings.clip import cut_line, cut_ring
from matcher.surroundings.labels import Box, Label, Wanted, place_labels
from matcher.surroundings.project import Point, direction, drawn, offset
from matcher.surroundings.towns import Town, same_town

REACH_KM = 30.0  # from the site to each edge
UNITS = 6.0  # of the drawing, for a kilometre
HALF = REACH_KM * UNITS
BAR_KM = 10
INSET = 16.0  # from the edge to the arrows
FAR, FAR_WITHIN_KM, BIG = 4, 150.0, 100_000  # how many big cities beyond the edge are named
SITE_WEIGHT, FAR_WEIGHT = 50_000.0, 40_000.0  # as if a town of so many people
RADIUS = {"here": 7.0, "site": 5.0, "town": 3.5, "far": 6.0}
SITE_WITHIN_KM = 0.5  # of a town of its name, and it is the town
BOLD_KINDS = ("here", "site")
FRAME = Box(-HALF + 2, -HALF + 2, HALF - 2, HALF - 2)
BAR = BAR_KM * UNITS
SCALE_BARS = tuple(Box(x, HALF - 32, x + BAR + 22, HALF) for x in (-HALF, HALF - BAR - 22))
NORTH_ARROW = Box(HALF - 28, -HALF, HALF, -HALF + 42)

Kind = Literal["here", "site", "town", "far"]


@dataclass(frozen=True, slots=True)
class Place:
    """One thing on the map; a town that is far stands at the edge.

    ``short`` is its name on the map, at ``label``, which is None where it found no room.
    ``x`` and ``y`` are units of the drawing from its middle, y downwards. ``degrees`` is the
    direction as on a compass, ``direction`` the same as a message, empty where it is too
    close for one. The heavier is named first.
    """

    kind: Kind
    id: str
    name: str
    short: str
    km: float
    degrees: float
    direction: str
    x: float
    y: float
    weight: float
    label: Label | None = None

    @property
    def whole_km(self) -> int:
        """The kilometres that are shown; 0 says less than one."""
        return round(self.km) if self.km >= 1 else 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A map: a square around the site, ``2 * half`` units wide.

    ``near`` and ``far`` are in the order of distance; ``rivers`` and ``waters`` are paths of
    SVG; ``unsure`` is the radius in which the site may lie. The scale stands in ``scale``.
    """

    here: Place
    near: tuple[Place, ...]
    far: tuple[Place, ...]
    rivers: str
    waters: str
    unsure: float
    scale: Box
    half: float = HALF
    bar_km: int = BAR_KM
    bar: float = BAR

    @property
    def named(self) -> tuple[Place, ...]:
        """Everything whose name found room."""
        return tuple(place for place in (self.here, *self.near, *self.far) if place.label)


def surroundings(
    site: Site, sites: Sequence[Site], towns: Iterable[Town], base_map: BaseMap
) -> Surroundings:
    """Draw what lies up to 30 km north, south, east and west of a site.

    Parameters
    ----------
    site : Site
        Where the middle is.
    sites : sequence of Site
        All sites of the region. A town that is itself a site is shown as one.
    towns : iterable of Town
        Those that may be named, each once.
    base_map : BaseMap
        The water. Its towns are not looked at: they should be among the others.
    """
    centre = (site.position.latitude, site.position.longitude)
    everything = sorted(_places(site, sites, towns), key=lambda place: (place.km, place.name))
    near = [place for place in everything if _in_view(place)]
    far: dict[str, Place] = {}  # one for each direction
    for place in everything:
        if place not in near and place.weight >= BIG and place.km <= FAR_WITHIN_KM:
            far.setdefault(place.direction, _at_the_edge(place))
    places = [_here(site), *near, *list(far.values())[:FAR]]
    scale = min(SCALE_BARS, key=lambda box: sum(_dot(place).overlaps(box) for place in places))
    here, *named = _labelled(places, scale)
    return Surroundings(
        here=here,
        near=tuple(named[: len(near)]),
        far=tuple(named[len(near) :]),
        rivers="".join(
            _path(piece)
            for line in base_map.rivers
            for piece in cut_line([drawn(centre, (y, x), UNITS) for x, y in line], HALF)
        ),
        waters="".join(
            _path(ring) + "z"
            for line in base_map.waters
            if (ring := cut_ring([drawn(centre, (y, x), UNITS) for x, y in line], HALF))
        ),
        unsure=site.position.precision_m / 1000 * UNITS,
        scale=scale,
    )


def _here(site: Site) -> Place:
    name = site.short_name
    return Place("here", site.id, name, name, 0.0, 0.0, "", 0.0, 0.0, math.inf)


def _places(site: Site, sites: Sequence[Site], towns: Iterable[Town]) -> Iterator[Place]:
    here = (site.position.latitude, site.position.longitude)
    unsure_km = site.position.precision_m / 1000

    def place(kind: Kind, id_: str, name: str, short: str, there: Point, weight: float) -> Place:
        km, degrees = offset(here, there)
        told = direction(degrees) if km >= max(1.0, unsure_km) else ""
        x, y = drawn(here, there, UNITS)
        return Place(kind, id_, name, short, km, degrees, told, x, y, weight)

    taken = [Town(s.short_name, s.position.latitude, s.position.longitude) for s in sites]
    for other in sites:
        if other.id != site.id:
            there = (other.position.latitude, other.position.longitude)
            yield place("site", other.id, other.name, other.short_name, there, SITE_WEIGHT)
    for town in towns:
        if not any(same_town(town, other, SITE_WITHIN_KM) for other in taken):
            there = (town.latitude, town.longitude)
            yield place("town", "", town.name, town.short or town.name, there, town.population)


def _in_view(place: Place) -> bool:
    return max(abs(place.x), abs(place.y)) <= HALF - RADIUS[place.kind]


def _at_the_edge(place: Place) -> Place:
    share = (HALF - INSET) / max(abs(place.x), abs(place.y))
    return replace(place, kind="far", x=place.x * share, y=place.y * share, weight=FAR_WEIGHT)


def _dot(place: Place) -> Box:
    return Wanted(place.x, place.y, RADIUS[place.kind], (), 0.0).dot


def _labelled(places: Sequence[Place], scale: Box) -> list[Place]:
    wanted = [
        Wanted(
            p.x,
            p.y,
            RADIUS[p.kind],
            (p.short, f"{p.km:.0f} km") if p.whole_km else (p.short,),
            p.weight,
            bold=p.kind in BOLD_KINDS,
        )
        for p in places
    ]
    labels = place_labels(wanted, FRAME, (scale, NORTH_ARROW))
    return [replace(place, label=label) for place, label in zip(places, labels, strict=True)]


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
