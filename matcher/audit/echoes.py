"""Questions that are one question asked twice: they double the weight of what they share."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from matcher.reverse import DIGITS, Pills

ECHOES_FROM = 0.95
FEWEST_SITES = 3  # two points always lie on a line


@dataclass(frozen=True, slots=True)
class Echo:
    """Two criteria of a block that order the sites nearly alike; Pearson's r, at most 1."""

    criteria: tuple[str, str]
    correlation: float


def echoes(asked: Pills) -> tuple[Echo, ...]:
    """Find the pairs of criteria of one block with a correlation of 0.95 or more."""
    fits = asked.scorer.fits_.T
    found = []
    for (i, (block, one)), (j, (home, other)) in combinations(enumerate(asked.criteria), 2):
        if block.id == home.id:
            r = correlation(fits[i], fits[j])
            if r >= ECHOES_FROM:
                found.append(Echo((one.id, other.id), r))
    return tuple(found)


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    """Return Pearson's r over the sites where both are known; 0 where it has no meaning."""
    known = ~np.isnan(one) & ~np.isnan(other)
    a, b = one[known], other[known]
    if len(a) < FEWEST_SITES or np.ptp(a) == 0 or np.ptp(b) == 0:
        return 0.0
    return round(float(np.corrcoef(a, b)[0, 1]), DIGITS)
