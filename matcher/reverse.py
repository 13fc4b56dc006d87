"""Turn the question round: pick a site, and see which wishes lead to it."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from sklearn.base import clone

from matcher.catalogue import Catalogue
from matcher.errors import UnknownIdError
from matcher.model.questions import Block, Criterion
from matcher.ranking import ABOUT_EQUAL, EQUAL
from matcher.scoring import MatchScorer
from matcher.wishes import Wish, Wishes

ALL_OF_SIZE = 3  # up to so many wishes every combination is tried
MOST_WISHES = 4
NARROWED = 14  # for longer strings only the criteria with the largest advantage
DIGITS = 9  # further digits differ between machines, and must not decide


@dataclass(frozen=True, slots=True)
class Pills:
    """The criteria that are asked as pills, and a scorer of the sites for them alone."""

    criteria: tuple[tuple[Block, Criterion], ...]
    scorer: MatchScorer


@dataclass(frozen=True, slots=True)
class Pull:
    """What one criterion does for or against a site.

    ``fit`` is 0 to 1. ``rank`` is that of the fit among all sites, 1 the best, equal fits
    sharing it. ``advantage`` is the fit less the mean fit of the other sites, −1 to 1.
    """

    block: str
    criterion: str
    fit: float
    rank: int
    advantage: float


@dataclass(frozen=True, slots=True)
class Reverse:
    """Which wishes lead to a site and which lead away, the strongest first.

    ``shortest`` are the fewest wishes with which no site scores higher, None if there are
    none of up to four. ``margin`` is the site's lead over the next one then (0 to 1), and
    ``alone`` says whether that is enough not to share rank 1.
    """

    site: str
    for_it: tuple[Pull, ...]
    against: tuple[Pull, ...]
    shortest: Wishes | None
    alone: bool
    margin: float


def reverse(catalogue: Catalogue, site_id: str) -> Reverse:
    """Say which wishes lead to a site, which speak against it, and the shortest way to it.

    A criterion that is not known of the site is neither for nor against it.

    Raises
    ------
    UnknownIdError
        If the region has no such site; it names the nearest ids.
    """
    if site_id not in catalogue.rows:
        raise UnknownIdError("site", site_id, catalogue.rows)
    row = catalogue.rows[site_id]
    asked = pills(catalogue)
    gains = advantages(asked.scorer.fits_, row)
    pulls = [
        Pull(block.id, criterion.id, float(fit), int(1 + (fits > fit + EQUAL).sum()), float(gain))
        for (block, criterion), fits, fit, gain in zip(
            asked.criteria, asked.scorer.fits_.T, asked.scorer.fits_[row], gains, strict=True
        )
        if not np.isnan(gain)
    ]
    found, margin = _shortest(asked.scorer, row, gains)
    return Reverse(
        site=site_id,
        for_it=tuple(sorted((p for p in pulls if p.advantage > 0), key=lambda p: -p.advantage)),
        against=tuple(sorted((p for p in pulls if p.advantage < 0), key=lambda p: p.advantage)),
        shortest=_wishes(asked, found) if len(found) else None,
        alone=margin > ABOUT_EQUAL + EQUAL,
        margin=margin,
    )


def pills(catalogue: Catalogue) -> Pills:
    """Leave out the blocks that are asked in another way, such as a search."""
    blocks = catalogue.region.questions.blocks
    chosen = [block.asked == "pills" for block in blocks]
    kept = np.repeat(chosen, [len(block.criteria) for block in blocks])
    shape = [
        (b.rule, len(b.criteria)) for b, is_kept in zip(blocks, chosen, strict=True) if is_kept
    ]
    scorer = clone(catalogue.sites).set_params(blocks=shape)
    return Pills(
        criteria=tuple(c for c, is_kept in zip(catalogue.criteria, kept, strict=True) if is_kept),
        scorer=scorer.fit(catalogue.sites.fits_[:, kept]),
    )


def advantages(fits: np.ndarray, row: int) -> np.ndarray:
    """Return a site's fits less the mean of the others' known fits, shape (n_criteria,).

    NaN where the site's fit, or every other one, is not known.
    """
    others = np.delete(fits, row, axis=0)
    known = ~np.isnan(others)
    total, count = np.where(known, others, 0.0).sum(axis=0), known.sum(axis=0)
    mean = np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0)
    gains: np.ndarray = (fits[row] - mean).round(DIGITS)
    return gains


def _shortest(scorer: MatchScorer, row: int, gains: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the columns of the shortest wishes, empty if there are none, and the margin.

    Among combinations of a size the one with the largest margin is taken, then the first in
    the region's order.
    """
    best = np.sort(np.argsort(-gains, kind="stable")[:NARROWED])  # NaN comes last
    for size in range(1, MOST_WISHES + 1):
        columns = np.arange(len(gains)) if size <= ALL_OF_SIZE else best
        trials = np.array(list(combinations(columns, size)), dtype=int).reshape(-1, size)
        margins = leads(scorer, trials, row)
        if len(trials) and margins.max() >= 0:
            top = int(margins.argmax())
            return trials[top], float(margins[top])
    return np.empty(0, dtype=int), 0.0


def leads(scorer: MatchScorer, trials: np.ndarray, row: int) -> np.ndarray:
    """Return how far a site leads with each set of wishes, negative where another does.

    Wishes that all sites meet alike make nobody first; they count as −1.

    Parameters
    ----------
    scorer : MatchScorer
        A fitted scorer.
    trials : ndarray of shape (n_trials, n_wishes)
        Columns of the criteria that are wished for, with importance 1.
    row : int
        The site.

    Returns
    -------
    margins : ndarray of shape (n_trials,)
    """
    W = np.zeros((len(trials), scorer.n_features_in_))
    np.put_along_axis(W, trials, 1.0, axis=1)
    scores = scorer.predict(W) if len(W) else np.empty((0, len(scorer.fits_)))
    others = np.delete(scores, row, axis=1)
    margins: np.ndarray = (scores[:, row] - others.max(axis=1, initial=0.0)).round(DIGITS)
    if not others.shape[1]:
        return margins  # the only site is always first
    alike = scores.max(axis=1) - scores.min(axis=1) <= EQUAL
    return np.where(alike, -1.0, margins)


def _wishes(asked: Pills, columns: np.ndarray) -> Wishes:
    found: dict[str, list[Wish]] = {}
    for column in columns:
        block, criterion = asked.criteria[column]
        found.setdefault(block.id, []).append(Wish(criterion.id))
    return Wishes(tuple((block, tuple(wishes)) for block, wishes in found.items()))
