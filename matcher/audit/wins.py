"""How often each site is first, and among the first three."""

from dataclasses import dataclass

import numpy as np

from matcher.ranking import ABOUT_EQUAL, EQUAL
from matcher.reverse import DIGITS

TOP = 3


@dataclass(frozen=True, slots=True)
class SiteWins:
    """How one site did; every share is one of the profiles, 0 to 1.

    ``wins`` counts the highest score, shared in equal parts between equal scores: over all
    sites it adds up to 1. ``alone`` counts rank 1 with no other site within 0.03, ``first``
    rank 1 with or without others. ``best_at`` is the number of criteria no site fits better.
    """

    site: str
    wins: float
    alone: float
    first: float
    top_three: float
    best_at: int


def count_wins(ids: list[str], fits: np.ndarray, scores: np.ndarray) -> tuple[SiteWins, ...]:
    """Count for each site, in the region's order.

    Parameters
    ----------
    ids : list of str
        The sites.
    fits : ndarray of shape (n_sites, n_criteria)
    scores : ndarray of shape (n_people, n_sites)
    """
    wins = mean_share(win_parts(scores))
    group = scores >= scores.max(axis=1, keepdims=True) - ABOUT_EQUAL - EQUAL
    alone = mean_share(group & (group.sum(axis=1, keepdims=True) == 1))
    third = -np.partition(-scores, min(TOP, len(ids)) - 1, axis=1)[:, [min(TOP, len(ids)) - 1]]
    filled = np.nan_to_num(fits, nan=-1.0)
    best = ((filled >= filled.max(axis=0) - EQUAL) & (filled > 0)).sum(axis=1)
    columns = (ids, wins, alone, mean_share(group), mean_share(scores >= third - EQUAL), best)
    return tuple(
        SiteWins(site, float(won), float(clear), float(first), float(top), int(count))
        for site, won, clear, first, top, count in zip(*columns, strict=True)
    )


def win_parts(scores: np.ndarray) -> np.ndarray:
    """Give each profile's win to the highest score, or in equal parts to equal ones."""
    first = scores >= scores.max(axis=1, keepdims=True) - EQUAL
    parts: np.ndarray = first / first.sum(axis=1, keepdims=True)
    return parts


def moved(before: np.ndarray, after: np.ndarray) -> float:
    """Return the share of wins that go to another site, 0 to 1.

    Where no scores are equal it is the share of profiles with another winner.
    """
    if not len(before):
        return 0.0
    kept = np.minimum(win_parts(before), win_parts(after)).sum(axis=1)
    return round(float(1 - kept.mean()), DIGITS)


def mean_share(parts: np.ndarray) -> np.ndarray:
    """Return the mean over the profiles, without the digits that differ between machines."""
    share: np.ndarray = np.asarray(parts, dtype=np.float64).mean(axis=0).round(DIGITS)
    return share
