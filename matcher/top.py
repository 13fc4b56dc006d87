"""The few best of very many options for one person, without keeping every score."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from matcher.scoring import MatchScorer

DIGITS = 9  # scores that agree so far are equal


def top(
    scorer: MatchScorer,
    wishes: Any,
    block_weights: Any,
    musts: Mapping[int, float] | None = None,
    k: int = 10,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the best options that meet every must, best first.

    Parameters
    ----------
    scorer : MatchScorer
        A fitted scorer.
    wishes : array-like of shape (n_criteria,)
        Importance of each wish of one person, 0 for what was not asked for.
    block_weights : array-like of shape (n_blocks,)
        Weights of the blocks.
    musts : mapping of int to float, default=None
        The least fit by column; who has less, or of whom it is not known, is left out.
    k : int, default=10
        How many, 1 or more; the number of options gives the whole order.

    Returns
    -------
    options : ndarray of shape (at most k,), dtype int
        Indices of options; equal ones in the order of their index.
    scores : ndarray of the same shape
        Their scores, to nine digits.

    Raises
    ------
    ValueError
        If a row has another length than the scorer, or a number that is negative or not finite.

    Examples
    --------
    >>> scorer = MatchScorer().fit([[1.0, 0.2], [0.4, 0.9], [0.9, 0.9]])
    >>> top(scorer, wishes=[1, 1], block_weights=[1], musts={1: 0.5}, k=2)
    (array([2, 1]), array([0.9 , 0.65]))
    """
    W = _row("wishes", wishes, scorer.n_features_in_)
    weights = _row("block_weights", block_weights, len(scorer.slices_))
    if k < 1:
        raise ValueError(f"k must be 1 or more. Got {k}.")
    options, scores = np.empty(0, dtype=int), np.empty(0)
    least = -np.inf
    for rows, tile in scorer.tiles(W, weights):
        found = tile[:, 0]
        good = found > least
        for column, limit in (musts or {}).items():
            good &= scorer.fits_[rows, column] >= limit
        better = np.flatnonzero(good)
        options = np.concatenate([options, rows.start + better])
        scores = np.concatenate([scores, found[better].round(DIGITS)])
        if len(options) >= 2 * k:
            options, scores = _first(k, options, scores)
            least = scores[-1]
    return _first(k, options, scores)


def _first(k: int, options: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(-scores, kind="stable")[:k]
    return options[order], scores[order]


def _row(name: str, values: Any, length: int) -> np.ndarray:
    """Check one person's numbers; scikit-learn's check takes longer than ranking 13 sites."""
    row = np.asarray(values, dtype=np.float64)
    if row.shape != (length,) or not ((row >= 0) & (row < np.inf)).all():
        raise ValueError(f"{name} must be {length} numbers, finite and not negative. Got {values}.")
    return row[np.newaxis]
