"""What would change the winner: the single wish whose loss or addition puts others first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from matcher.catalogue import Catalogue
from matcher.ranking import ABOUT_EQUAL, EQUAL, SiteMatch, musts_met
from matcher.wishes import Wish, Wishes


@dataclass(frozen=True, slots=True)
class Change:
    """One wish more or less, and the sites that are first then. ``margin``: by how much."""

    kind: Literal["drop", "add"]
    criterion: str
    first: tuple[str, ...]
    margin: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more one wish adds to one site than to another."""

    block: str
    criterion: str
    difference: float


def changes(catalogue: Catalogue, wishes: Wishes) -> tuple[Change, ...]:
    """Return every single wish that changes rank 1 when it is dropped or added.

    Rank 1 has changed when none of the sites that share it now shares it then. Drops come
    first, each kind with the widest margin first.
    """
    if not len(wishes):
        return ()
    drops = [("drop", wish.criterion, wishes.without(wish.criterion)) for wish in wishes]
    chosen = {wish.criterion for wish in wishes}
    adds = [
        ("add", criterion.id, wishes.with_wish(block.id, Wish(criterion.id), catalogue.block_ids))
        for block, criterion in catalogue.criteria
        if block.asked == "pills" and criterion.id not in chosen
    ]
    trials = [trial for trial in (*drops, *adds) if len(trial[2])]
    (now, _), *then = first_groups(catalogue, [wishes, *(trial[2] for trial in trials)])
    found = [
        Change("drop" if kind == "drop" else "add", criterion, group, margin)
        for (kind, criterion, _), (group, margin) in zip(trials, then, strict=True)
        if group and not set(group) & set(now)
    ]
    return tuple(sorted(found, key=lambda change: (change.kind != "drop", -change.margin)))


def first_groups(
    catalogue: Catalogue, people: Sequence[Wishes]
) -> list[tuple[tuple[str, ...], float]]:
    """Return for each person the sites that share rank 1, and their lead over the next."""
    scores = catalogue.sites.predict(*catalogue.encode(people))
    ids = [site.id for site in catalogue.region.sites]
    groups: list[tuple[tuple[str, ...], float]] = []
    for person, row in zip(people, scores, strict=True):
        able = musts_met(catalogue, person)
        if not able.any():
            groups.append(((), 0.0))
            continue
        best = row[able].max()
        first = able & (best - row <= ABOUT_EQUAL + EQUAL)
        behind = row[able & ~first]
        names = tuple(name for name, is_first in zip(ids, first, strict=True) if is_first)
        groups.append((names, float(best - behind.max()) if len(behind) else 1.0))
    return groups


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
