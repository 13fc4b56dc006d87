"""Say shapes as SVG path data, measured upwards from the ground.

``x`` runs to the right, heights run upwards and the ground is 0, as on an architect's elevation.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple


class Layer(NamedTuple):
    """One sheet of paper: a tone and an outline; with ``stroke`` a line of that width."""

    tone: str
    outline: str
    stroke: float = 0
    dash: str = ""


def number(value: float) -> str:
    """Write a number with at most one decimal.

    >>> number(3.04), number(-0.25), number(12.0)
    ('3', '-0.2', '12')
    """
    return f"{round(value, 1):g}" if round(value, 1) else "0"


def numbers(*values: float) -> str:
    """Write numbers with as few separators as SVG allows.

    >>> numbers(3, -4, 5.5)
    '3-4 5.5'
    """
    return " ".join(number(value) for value in values).replace(" -", "-")


def block(x: float, w: float, h: float, y: float = 0) -> str:
    """Outline a rectangle that stands at height ``y``."""
    return f"M{numbers(x, -y)}v{number(-h)}h{number(w)}v{number(h)}z"


def dome(x: float, w: float, h: float, y: float = 0) -> str:
    """Outline a rectangle with a round top, ``h`` high altogether."""
    r = w / 2
    return f"M{numbers(x, -y)}v{number(r - h)}a{numbers(r, r, 0, 0, 1, w, 0)}v{number(h - r)}z"


def pill(x: float, w: float, h: float, y: float = 0) -> str:
    """Outline a lying tank with round ends."""
    r, straight = h / 2, w - h
    right, left = (f"a{numbers(r, r, 0, 0, 1, 0, end)}" for end in (h, -h))
    return f"M{numbers(x + r, -y - h)}h{number(straight)}{right}h{number(-straight)}{left}z"


def disc(x: float, y: float, r: float) -> str:
    """Outline a circle around (x, y)."""
    half = f"a{numbers(r, r, 0, 1, 0)}"
    return f"M{numbers(x - r, -y)}{half} {numbers(2 * r, 0)}{half}{numbers(-2 * r, 0)}z"


def dots(*points: float) -> str:
    """Place dots at points, given as x, y, x, y; as a line they are as wide as the stroke."""
    return "".join(f"M{numbers(x, -y)}h0" for x, y in zip(points[::2], points[1::2], strict=True))


def line(*points: float) -> str:
    """Connect points, given as x, y, x, y, and so on.

    >>> line(0, 0, 10, 20, 15, 20)
    'M0 0l10-20 5 0'
    """
    x, y = points[::2], points[1::2]
    steps = [step for i in range(1, len(x)) for step in (x[i] - x[i - 1], y[i - 1] - y[i])]
    return f"M{numbers(x[0], -y[0])}l{numbers(*steps)}"


def poly(*points: float) -> str:
    """Outline a polygon, given as x, y, x, y, and so on."""
    return f"{line(*points)}z"


def blade(x: float, y: float, length: float, width: float, degrees: float) -> str:
    """Outline a slim blade that grows from (x, y); 0 degrees points up, 90 to the right."""
    a = math.radians(degrees)
    dx, dy = math.sin(a), math.cos(a)
    side = (x + dx * length * 0.25 + dy * width, y + dy * length * 0.25 - dx * width)
    return poly(x, y, *side, x + dx * length, y + dy * length)


def repeat(outlines: Iterable[str]) -> str:
    """Join outlines of one tone into one path."""
    return "".join(outlines)
