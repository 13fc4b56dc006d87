"""How sure a result is: does it hold when the wishes were meant a little differently?"""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from matcher.scoring import ANY_OF, MatchScorer

VARIATIONS = 500
FIT_NOISE = 0.05
TOP = 3
EQUAL = 1e-9


def stability(
    scorer: MatchScorer,
    wishes: np.ndarray,
    weights: np.ndarray,
    seed: str,
    names: Sequence[str],
    competing: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Share of small variations in which each option is first, and among the first three.

    A variation multiplies each block's weight by something between ½ and 2, each importance by
    ½, 1 or 2 (one step down, none, one up), and moves each known fit by up to 0.05.

    Parameters
    ----------
    scorer : MatchScorer
        A fitted scorer.
    wishes : ndarray of shape (n_criteria,)
        Importance of each wish of one person, 0 for what was not asked for.
    weights : ndarray of shape (n_blocks,)
        Weights of the blocks.
    seed : str
        The wish string: the same string gives the same numbers, on every machine.
    names : sequence of str, n_options long
        The noise is drawn in the order of the names, so that the order of files is nothing.
    competing : ndarray of shape (n_options,), dtype bool, default=None
        Options that may be first; None: all.

    Returns
    -------
    first, top3 : ndarrays of shape (n_options,)
        Shares, 0 to 1. Without wishes, or for options that do not compete, 0.
    """
    n = len(scorer.fits_)
    able = np.ones(n, dtype=bool) if competing is None else competing
    if not able.any() or not wishes.any():
        return np.zeros(n), np.zeros(n)
    rng = np.random.default_rng(int.from_bytes(sha256(seed.encode()).digest()[:8]))
    scores = varied_scores(scorer, wishes, weights, rng, np.argsort(np.argsort(names)))
    scores[:, ~able] = -1.0
    best = scores.max(axis=1, keepdims=True)
    third = -np.partition(-scores, min(TOP, n) - 1, axis=1)[:, [min(TOP, n) - 1]]
    first = (scores >= best - EQUAL) & able
    top3 = (scores >= third - EQUAL) & able
    return first.mean(axis=0), top3.mean(axis=0)


def varied_scores(
    scorer: MatchScorer,
    wishes: np.ndarray,
    weights: np.ndarray,
    rng: np.random.Generator,
    turn: np.ndarray,
) -> np.ndarray:
    """Score every option under every variation; shape (VARIATIONS, n_options).

    ``turn`` says for each option which share of the noise is its own.
    """
    total = np.zeros((VARIATIONS, len(scorer.fits_)))
    weight_sum = np.zeros((VARIATIONS, 1))
    for b, (rule, columns) in enumerate(scorer.slices_):
        chosen = columns.start + np.flatnonzero(wishes[columns])
        block_weight = weights[b] * 2 ** rng.uniform(-1, 1, (VARIATIONS, 1))
        if not len(chosen):
            continue
        fits = scorer.fits_[:, chosen]
        noise = rng.uniform(-FIT_NOISE, FIT_NOISE, (VARIATIONS, *fits.shape))[:, turn]
        known = ~np.isnan(fits)
        moved = np.where(known, np.clip(fits + noise, 0, 1), scorer.neutral)
        importance = wishes[chosen] * 2.0 ** rng.integers(-1, 2, (VARIATIONS, len(chosen)))
        share = importance / importance.sum(axis=1, keepdims=True)
        fit = (moved * share[:, np.newaxis, :]).sum(axis=2)
        if rule == ANY_OF:
            known_share = (known * share[:, np.newaxis, :]).sum(axis=2)
            drawn = (1 - known_share) * scorer.neutral
            best = np.where(known, moved, 0).max(axis=2) * known_share
            fit = (1 - scorer.breadth) * best + scorer.breadth * (fit - drawn) + drawn
        total += block_weight * fit
        weight_sum += block_weight
    return np.divide(total, weight_sum, out=total, where=weight_sum > 0)
