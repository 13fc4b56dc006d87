"""Lay the land around a point out flat: distance and direction from there stay as they are."""

import math

from matcher.distance import EARTH_RADIUS_KM
from matcher.language import N_

Point = tuple[float, float]
DIRECTIONS = (
    N_("to the north"),
    N_("to the north-east"),
    N_("to the east"),
    N_("to the south-east"),
    N_("to the south"),
    N_("to the south-west"),
    N_("to the west"),
    N_("to the north-west"),
)


def offset(here: Point, there: Point) -> tuple[float, float]:
    """Return the kilometres as the crow flies, and the degrees of the compass.

    Parameters
    ----------
    here, there : tuple of float
        Latitude and longitude in degrees of WGS 84.

    Examples
    --------
    >>> km, degrees = offset((51.4825, 11.9707), (51.3383, 12.3779))  # Halle, Leipzig
    >>> round(km, 1), round(degrees), direction(degrees)
    (32.5, 119, 'to the south-east')
    """
    north, east = math.radians(here[0]), math.radians(here[1])
    to_north, to_east = math.radians(there[0]), math.radians(there[1])
    turn = to_east - east
    half = (
        math.sin((to_north - north) / 2) ** 2
        + math.cos(north) * math.cos(to_north) * math.sin(turn / 2) ** 2
    )
    bearing = math.atan2(
        math.sin(turn) * math.cos(to_north),
        math.cos(north) * math.sin(to_north)
        - math.sin(north) * math.cos(to_north) * math.cos(turn),
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half)), math.degrees(bearing) % 360


def direction(degrees: float) -> str:
    """Return the nearest of eight directions as a message."""
    return DIRECTIONS[round(degrees / 45) % 8]


def drawn(here: Point, there: Point, units: float) -> Point:
    """Return x and y of a point in a drawing around ``here``, y downwards.

    ``units`` of the drawing are one kilometre. This is the azimuthal equidistant projection.
    """
    km, degrees = offset(here, there)
    angle = math.radians(degrees)
    return km * units * math.sin(angle), -km * units * math.cos(angle)
