"""What would change the winner: the single wish whose loss or addition puts others first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

import numpy as np

from matcher.catalogue import Catalogue
from matcher.ranking import ABOUT_EQUAL, EQUAL, SiteMatch, musts_met
from matcher.wishes import NORMAL, Wishes

Kind = Literal["drop", "add"]


@dataclass(frozen=True, slots=True)
class Change:
    """One wish more or less, and the sites that are first then. ``margin``: by how much."""

    kind: Kind
    criterion: str
    first: tuple[str, ...]
    margin: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more one wish adds to one site than to another."""

    block: str
    criterion: str
    difference: float


@lru_cache(maxsize=16)
def changes(catalogue: Catalogue, wishes: Wishes) -> tuple[Change, ...]:
    """Return every single wish that changes rank 1 when it is dropped or added.

    Rank 1 has changed when none of the sites that share it now shares it then. Drops come
    first, each kind with the widest margin first.
    """
    if not len(wishes):
        return ()
    chosen = [wish.criterion for wish in wishes]
    trials: list[tuple[Kind, str]] = []
    if len(chosen) > 1:
        trials += [("drop", criterion) for criterion in chosen]
    trials += [
        ("add", criterion.id)
        for block, criterion in catalogue.criteria
        if block.asked == "pills" and criterion.id not in chosen
    ]
    W, weights = catalogue.encode([wishes])
    people = np.repeat(W, 1 + len(trials), axis=0)  # as it is now, then one row a trial
    met = np.repeat([musts_met(catalogue, wishes)], len(people), axis=0)
    for row, (kind, criterion) in enumerate(trials, start=1):
        people[row, catalogue.columns[criterion]] = NORMAL if kind == "add" else 0
        if kind == "drop":
            met[row] = musts_met(catalogue, wishes.without(criterion))
    scores = catalogue.sites.predict(people, np.repeat(weights, len(people), axis=0))
    (now, _), *then = first_groups(scores, met, [site.id for site in catalogue.region.sites])
    found = [
        Change(kind, criterion, group, margin)
        for (kind, criterion), (group, margin) in zip(trials, then, strict=True)
        if group and not set(group) & set(now)
    ]
    return tuple(sorted(found, key=lambda change: (change.kind != "drop", -change.margin)))


def first_groups(
    scores: np.ndarray, met: np.ndarray, sites: Sequence[str]
) -> list[tuple[tuple[str, ...], float]]:
    """Return for each person the sites that share rank 1, and their lead over the next.

    ``met`` tells of each person (row) and site whether the site meets the musts.
    """
    best = np.where(met, scores, 0.0).max(axis=1)
    first = met & (best[:, np.newaxis] - scores <= ABOUT_EQUAL + EQUAL)
    others = met & ~first
    behind = np.where(others, scores, 0.0).max(axis=1)
    leads = np.where(others.any(axis=1), best - behind, met.any(axis=1))  # alone: by all
    return [
        (tuple(sites[i] for i in np.flatnonzero(row).tolist()), float(lead))
        for row, lead in zip(first, leads, strict=True)
    ]


def fewest_musts_to_drop(catalogue: Catalogue, wishes: Wishes) -> tuple[str, ...]:
    """Return the smallest set of musts without which some site is left; () if one is now.

    Among sets of one size the first in the order of the wishes.
    """
    musts = [wish.criterion for wish in wishes if wish.must]
    for size in range(len(musts) + 1):
        for dropped in combinations(musts, size):
            if musts_met(catalogue, wishes.eased(*dropped)).any():
                return dropped
    return tuple(musts)


def differences(first: SiteMatch, second: SiteMatch) -> tuple[Difference, ...]:
    """Say why one site stands before another, wish by wish, the largest first.

    The differences add up to the difference of the two scores.
    """
    pairs = zip(first.contributions, second.contributions, strict=True)
    found = [
        Difference(one.block, one.criterion, one.contribution - other.contribution)
        for one, other in pairs
    ]
    return tuple(sorted(found, key=lambda entry: -abs(entry.difference)))
