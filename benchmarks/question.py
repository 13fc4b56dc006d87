"""The question that all rankers are asked: the same options and the same person."""

from dataclasses import dataclass

import numpy as np

from matcher.scoring import ANY_OF, EACH_OF, MatchScorer

BLOCKS = ((ANY_OF, 18), (EACH_OF, 16), (EACH_OF, 20))
CRITERIA = sum(size for _, size in BLOCKS)
UNKNOWN = 0.02  # share of the fits
NEUTRAL = 0.5  # for peers that know nothing of the unknown
MUST_FROM = 0.5
WISHES = 8  # of a person, on average


@dataclass(frozen=True)
class Options:
    """One matrix, held as each ranker wants it held before a person comes.

    ``scorer`` knows the blocks and what is not known. ``plain`` makes the peers' sum: one
    each-of block, 0.5 for the unknown, like ``filled``, which lies column by column.
    """

    scorer: MatchScorer
    plain: MatchScorer
    filled: np.ndarray


@dataclass(frozen=True)
class Person:
    """Importances, weights of the blocks and musts; for the peers the sum-scaled importances."""

    wishes: np.ndarray
    weights: np.ndarray
    musts: dict[int, float]

    @property
    def chosen(self) -> np.ndarray:
        """Columns that were asked for."""
        return np.flatnonzero(self.wishes)

    @property
    def shares(self) -> np.ndarray:
        """Importances of the chosen columns, sum 1."""
        return np.asarray(self.wishes[self.chosen] / self.wishes.sum())


def make_options(n: int) -> Options:
    """Draw n options; the same n gives the same options."""
    rng = np.random.default_rng(n)
    fits = np.asfortranarray(rng.random((CRITERIA, n)).T)
    for column in fits.T:
        column[rng.random(n) < UNKNOWN] = np.nan
    scorer = MatchScorer(blocks=BLOCKS, neutral=NEUTRAL).fit(fits)
    for column in fits.T:
        column[np.isnan(column)] = NEUTRAL
    return Options(scorer, MatchScorer().fit(fits), fits)


def make_person() -> Person:
    """Return a person with eight wishes in three blocks, two of them musts."""
    wishes = np.zeros(CRITERIA)
    wishes[[2, 11, 13, 20, 27, 36, 41, 50]] = 1, 2, 1, 2, 1, 1, 2, 1
    return Person(wishes, np.array([2.0, 1.0, 1.0]), {20: MUST_FROM, 41: MUST_FROM})


def make_crowd(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return wishes (n, n_criteria) and block weights (n, n_blocks) of people without musts."""
    rng = np.random.default_rng(n)
    wishes = rng.integers(1, 3, (n, CRITERIA)) * (rng.random((n, CRITERIA)) < WISHES / CRITERIA)
    wishes[np.arange(n), rng.integers(0, CRITERIA, n)] = 1  # nobody comes without a wish
    return wishes.astype(float), rng.integers(1, 3, (n, len(BLOCKS))).astype(float)
