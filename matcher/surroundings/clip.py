"""Cut lines and rings to a square around the origin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]


def cut_line(line: Sequence[Point], half: float) -> Iterator[list[Point]]:
    """Yield the pieces of a line that may be seen, each with one point beyond the edge.

    Examples
    --------
    >>> list(cut_line([(-9, 0), (-3, 0), (0, 0), (3, 0), (9, 0)], 2))
    [[(-3, 0), (0, 0), (3, 0)]]
    """
    piece: list[Point] = []
    for start, end in pairwise(line):
        if _may_be_seen(start, end, half):
            piece = piece or [start]
            piece.append(end)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def cut_ring(ring: Sequence[Point], half: float) -> list[Point]:
    """Return the part of a ring that lies in the square, as Sutherland and Hodgman cut it.

    Examples
    --------
    >>> cut_ring([(0, 0), (4, 0), (4, 1), (0, 1)], 2)
    [(0, 0), (2.0, 0.0), (2.0, 1.0), (0, 1)]
    """
    kept = list(ring)
    for axis in (0, 1):
        for sign in (1, -1):
            points, kept = kept, []
            for i, end in enumerate(points):
                start = points[i - 1]
                a, b = half - sign * start[axis], half - sign * end[axis]
                if (a < 0) != (b < 0):
                    share = a / (a - b)
                    kept.append(
                        (
                            start[0] + share * (end[0] - start[0]),
                            start[1] + share * (end[1] - start[1]),
                        )
                    )
                if b >= 0:
                    kept.append(end)
    return kept


def _may_be_seen(start: Point, end: Point, half: float) -> bool:
    return all(
        min(start[axis], end[axis]) <= half and max(start[axis], end[axis]) >= -half
        for axis in (0, 1)
    )
