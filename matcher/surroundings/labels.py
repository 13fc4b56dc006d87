"""Put names beside their points so that none lies over another; the less important give way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NAME, BELOW = 13.0, 11.0  # heights of the letters: a name, and the distance in the line below
NAME_LINE, BELOW_LINE = 17.5, 14.0  # of the lines: letters reach above and below their height
GAP = 3.0
# Parts of the height of a letter. Those of a wide font: a narrower one leaves air.
NARROW, WIDE, CAPITAL, OTHER = 0.4, 1.0, 0.76, 0.64
BOLD = 1.12  # how much wider


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: "Box") -> bool:
        """Whether no part of it sticks out of the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name is written: its baseline, that of the line below, and to which side."""

    x: float
    y: float
    below: float
    anchor: str
    box: Box


@dataclass(frozen=True, slots=True)
class Wanted:
    """A point, how much room it takes, and what should stand beside it; heavier ones go first."""

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    weight: float
    bold: bool = False

    @property
    def dot(self) -> Box:
        """What the point itself covers."""
        r = self.radius
        return Box(self.x - r, self.y - r, self.x + r, self.y + r)


def width_of(text: str, height: float) -> float:
    """Return how wide a text is at most, in letters of a height."""
    return height * sum(map(_part, text))


def place_labels(
    wanted: Sequence[Wanted], frame: Box, taken: Iterable[Box] = ()
) -> list[Label | None]:
    """Find a place for every label, in the order of weight; None where there is none.

    Parameters
    ----------
    wanted : sequence of Wanted
        All points. No label covers any of them.
    frame : Box
        What no label may stick out of.
    taken : iterable of Box
        What must stay free beside that.
    """
    found: list[Label | None] = [None] * len(wanted)
    boxes = list(taken)
    for i in sorted(range(len(wanted)), key=lambda i: (-wanted[i].weight, i)):
        dots = [other.dot for j, other in enumerate(wanted) if j != i]
        for label in _candidates(wanted[i]):
            blocked = any(label.box.overlaps(box) for box in (*boxes, *dots))
            if label.box.inside(frame) and not blocked:
                found[i] = label
                boxes.append(label.box)
                break
    return found


def _candidates(wanted: Wanted) -> list[Label]:
    """Return the places beside a point: right, left, below, above, then the corners."""
    name, *rest = wanted.lines
    bold = BOLD if wanted.bold else 1
    width = max(width_of(name, NAME) * bold, *(width_of(line, BELOW) for line in rest), 0.0)
    height = NAME_LINE + len(rest) * BELOW_LINE
    near = wanted.radius + GAP
    middle, above, below = -height / 2, -near - height, near - 1
    return [
        _label(wanted, near, middle, width, height, "start"),
        _label(wanted, -near - width, middle, width, height, "end"),
        _label(wanted, -width / 2, below, width, height, "middle"),
        _label(wanted, -width / 2, above, width, height, "middle"),
        _label(wanted, GAP, below, width, height, "start"),
        _label(wanted, GAP, above, width, height, "start"),
        _label(wanted, -GAP - width, below, width, height, "end"),
        _label(wanted, -GAP - width, above, width, height, "end"),
    ]


def _label(wanted: Wanted, dx: float, dy: float, width: float, height: float, anchor: str) -> Label:
    left, top = wanted.x + dx, wanted.y + dy
    side = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    baseline = top + NAME_LINE * 0.8
    return Label(
        x=left + side,
        y=baseline,
        below=baseline + BELOW_LINE,
        anchor=anchor,
        box=Box(left, top, left + width, top + height),
    )


def _part(letter: str) -> float:
    if letter in " fijlrt.,-()/'":
        return NARROW
    if letter in "mwMW":
        return WIDE
    return CAPITAL if letter.isupper() else OTHER
