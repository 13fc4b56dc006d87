"""The same wishes, another rule or another list of sites: what would change?"""

from dataclasses import dataclass

import numpy as np
from sklearn.base import clone

from matcher.audit.profiles import Profiles
from matcher.audit.wins import mean_share, moved, win_parts
from matcher.ranking import EQUAL
from matcher.reverse import DIGITS
from matcher.scoring import EACH_OF, MatchScorer


@dataclass(frozen=True, slots=True)
class Euclid:
    """Euclid's distance instead of city block.

    ``moved`` is the share of wins that go to another site, ``wins`` each site's share then.
    """

    moved: float
    wins: dict[str, float]


@dataclass(frozen=True, slots=True)
class Twin:
    """One site listed twice, all else the same.

    ``wins`` is the site's share of wins before, ``own`` and ``twin`` what the two have then.
    ``change`` is the largest change of any other site's score, which also says whether their
    order holds.
    """

    site: str
    wins: float
    own: float
    twin: float
    change: float


def euclid(scorer: MatchScorer, ids: list[str], profiles: Profiles, scores: np.ndarray) -> Euclid:
    """Count the wins again, with Euclid's distance in the each-of blocks."""
    after = euclidean_scores(scorer, profiles)
    wins = mean_share(win_parts(after)).tolist()
    return Euclid(moved(scores, after), dict(zip(ids, wins, strict=True)))


def euclidean_scores(scorer: MatchScorer, profiles: Profiles) -> np.ndarray:
    """Score as the finder does, but with Euclid's distance from the ideal in each-of blocks.

    ``fit = 1 − sqrt(sum(w·(1 − f)²) / sum(w))``: one large shortfall weighs more than many small
    ones. What is not known stands at `neutral`.

    Returns
    -------
    scores : ndarray of shape (n_people, n_sites)
    """
    fits = np.where(np.isnan(scorer.fits_), scorer.neutral, scorer.fits_)
    squared = clone(scorer).fit(1 - (1 - fits) ** 2)
    answered = np.column_stack([profiles.wishes[:, c].any(axis=1) for _, c in scorer.slices_])
    weights = profiles.weights * answered
    total = np.zeros((len(weights), len(fits)))
    for b, (rule, _) in enumerate(scorer.slices_):
        only = np.zeros(weights.shape)
        only[:, b] = 1.0  # the score is the fit of this block
        if rule == EACH_OF:
            shortfall = np.maximum(1 - squared.predict(profiles.wishes, only), 0.0)
            fit = 1 - np.sqrt(shortfall)
        else:
            fit = scorer.predict(profiles.wishes, only)
        total += weights[:, [b]] * fit
    scores: np.ndarray = total / weights.sum(axis=1, keepdims=True)
    return scores


def twins(
    scorer: MatchScorer, ids: list[str], profiles: Profiles, scores: np.ndarray
) -> tuple[Twin, ...]:
    """List each site twice in turn, and score everybody again."""
    before = mean_share(win_parts(scores))
    found = []
    for row, site in enumerate(ids):
        with_twin = clone(scorer).fit(np.vstack([scorer.fits_, scorer.fits_[row]]))
        after = with_twin.predict(profiles.wishes, profiles.weights)
        others = np.delete(after[:, :-1] - scores, row, axis=1)
        wins = mean_share(win_parts(after))
        change = round(float(np.abs(others).max(initial=0.0)), DIGITS)
        found.append(Twin(site, float(before[row]), float(wins[row]), float(wins[-1]), change))
    return tuple(found)


def average_wins(scorer: MatchScorer, profiles: Profiles, scores: np.ndarray) -> float:
    """Return the share of profiles that an invented site with average fits would win alone."""
    known = ~np.isnan(scorer.fits_)
    total = np.where(known, scorer.fits_, 0.0).sum(axis=0)
    mean = np.divide(total, known.sum(axis=0), out=np.zeros(len(total)), where=known.any(axis=0))
    average = clone(scorer).fit(mean[np.newaxis]).predict(profiles.wishes, profiles.weights)
    wins = average[:, 0] > scores.max(axis=1) + EQUAL
    return round(float(wins.mean()), DIGITS)
