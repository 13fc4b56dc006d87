"""Move pins apart that would hide each other on the map at a given zoom."""

from collections.abc import Sequence

import numpy as np

TILE = 512  # pixels of the world at zoom 0, as deck.gl counts
ROUNDS = 60
METRE = 5  # decimals of a degree

LonLat = tuple[float, float]


def spread(points: Sequence[LonLat], zoom: float, gap: float) -> list[LonLat]:
    """Return the points, pushed apart until no two are closer than a gap.

    Parameters
    ----------
    points : sequence of (longitude, latitude)
        Degrees of WGS 84.
    zoom : float
        The zoom of the map on which they are drawn.
    gap : float
        Pixels between two points, at least.

    Returns
    -------
    moved : list of (longitude, latitude)
        In the same order; points that stand alone stay where they are.
    """
    here = _to_pixels(np.array(points, dtype=float), zoom)
    # Points at the same place need a direction; the golden angle gives each its own.
    angle = np.arange(len(here)) * 2.399963
    here = here + 1e-3 * np.column_stack([np.cos(angle), np.sin(angle)])
    for _ in range(ROUNDS):
        apart = here[:, np.newaxis, :] - here[np.newaxis, :, :]
        distance = np.linalg.norm(apart, axis=2) + np.eye(len(here)) * gap
        push = np.clip(gap - distance, 0, None) / 2
        if not (push > 0.1).any():
            break
        here = here + (apart / distance[:, :, np.newaxis] * push[:, :, np.newaxis]).sum(axis=1)
    return [(round(float(x), METRE), round(float(y), METRE)) for x, y in _to_degrees(here, zoom)]


def _to_pixels(degrees: np.ndarray, zoom: float) -> np.ndarray:
    scale = TILE * 2**zoom / (2 * np.pi)
    x, y = np.radians(degrees).T
    pixels: np.ndarray = np.column_stack([x, np.log(np.tan(np.pi / 4 + y / 2))]) * scale
    return pixels


def _to_degrees(pixels: np.ndarray, zoom: float) -> np.ndarray:
    x, y = (pixels / (TILE * 2**zoom / (2 * np.pi))).T
    degrees: np.ndarray = np.degrees(np.column_stack([x, 2 * np.arctan(np.exp(y)) - np.pi / 2]))
    return degrees
