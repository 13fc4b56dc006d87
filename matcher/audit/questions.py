"""What each question does: whom it moves, and which sites it tells apart."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from matcher.audit.profiles import Profiles
from matcher.audit.wins import moved
from matcher.model.site import Site
from matcher.ranking import EQUAL
from matcher.reverse import DIGITS, Pills

SEPARATES_FROM = 0.15  # a question whose fits lie closer together tells no sites apart
DIFFERS_FROM = 0.1  # two sites with a smaller difference look alike to a question


@dataclass(frozen=True, slots=True)
class QuestionEffect:
    """What one question does.

    ``held`` is the share of the profiles with this wish, ``moved`` the share of those whose
    winner is another one without it. ``spread`` is the largest fit less the smallest, 0 to 1.
    """

    block: str
    criterion: str
    held: float
    moved: float
    spread: float

    @property
    def separates(self) -> bool:
        """Whether the sites' fits lie far enough apart to matter."""
        return self.spread >= SEPARATES_FROM - EQUAL


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells two sites apart: the criteria that favour each, the clearest first."""

    sites: tuple[str, str]
    same_municipality: bool
    for_first: tuple[str, ...]
    for_second: tuple[str, ...]

    @property
    def separable(self) -> bool:
        """Whether any question tells the two sites apart."""
        return bool(self.for_first or self.for_second)


def effects(asked: Pills, profiles: Profiles, scores: np.ndarray) -> tuple[QuestionEffect, ...]:
    """Leave out each question in turn; in the order in which they are asked."""
    known = [column[~np.isnan(column)] for column in asked.scorer.fits_.T]
    found = []
    for column, ((block, criterion), fits) in enumerate(zip(asked.criteria, known, strict=True)):
        holds = np.flatnonzero(profiles.wishes[:, column])
        without = profiles.wishes[holds]
        without[:, column] = 0.0
        after = asked.scorer.predict(without, profiles.weights[holds]) if len(holds) else without
        found.append(
            QuestionEffect(
                block=block.id,
                criterion=criterion.id,
                held=round(len(holds) / len(scores), DIGITS),
                moved=moved(scores[holds], after),
                spread=round(float(np.ptp(fits)), DIGITS) if len(fits) else 0.0,
            )
        )
    return tuple(found)


def tellings(asked: Pills, sites: tuple[Site, ...]) -> tuple[Telling, ...]:
    """Compare all pairs of sites, criterion by criterion; in the region's order."""
    names = np.array([criterion.id for _, criterion in asked.criteria])
    found = []
    for (i, one), (j, other) in combinations(enumerate(sites), 2):
        difference = np.nan_to_num(asked.scorer.fits_[i] - asked.scorer.fits_[j]).round(DIGITS)
        order = np.argsort(-np.abs(difference), kind="stable")
        ahead = [str(name) for name in names[order[difference[order] >= DIFFERS_FROM]]]
        behind = [str(name) for name in names[order[difference[order] <= -DIFFERS_FROM]]]
        found.append(
            Telling(
                sites=(one.id, other.id),
                same_municipality=one.municipality == other.municipality,
                for_first=tuple(ahead),
                for_second=tuple(behind),
            )
        )
    return tuple(found)
