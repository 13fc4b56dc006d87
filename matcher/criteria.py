"""How well an option fits a single criterion: 0 not at all, 1 fully, NaN not known.

Three ways, set in the pack: *evidence* saturates with what is really there, *indicator*
and *distance* are linear between two absolute anchors. Absolute, not the region's
minimum and maximum, so that adding a site changes no other site's fit.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import FunctionTransformer

from matcher.model.questions import Block, Criterion, Questions


def evidence_fit(X: Any, saturation: float) -> np.ndarray:
    """Fit from what a site is known for and from who is there.

    ``1 − (1 − focus)·exp(−n / saturation)``: one more employer never lowers it, and the
    tenth adds less than the first.

    Parameters
    ----------
    X : array-like of shape (n_options, 2 * n_criteria)
        Focus of each criterion, 0 to 1, then n of each: the employers and institutes that
        count, 0 or more.
    saturation : float
        The number of employers that closes 63 % of the gap to 1.

    Returns
    -------
    fits : ndarray of shape (n_options, n_criteria)

    Examples
    --------
    >>> evidence_fit([[0.5, 0], [0.5, 4], [0, 4]], saturation=4).round(2).ravel()
    array([0.5 , 0.82, 0.63])
    """
    focus, n = np.hsplit(np.asarray(X, dtype=np.float64), 2)
    fits: np.ndarray = 1 - (1 - focus) * np.exp(-n / saturation)
    return fits


def anchored_fit(X: Any, anchors: Sequence[tuple[float, float]]) -> np.ndarray:
    """Mean of indicators, each scaled between two anchors and clipped.

    Parameters
    ----------
    X : array-like of shape (n_options, n_indicators)
        Values in the indicators' units, NaN where not known.
    anchors : sequence of (worst, best)
        For each column the value that means 0 and the one that means 1.

    Returns
    -------
    fits : ndarray of shape (n_options, 1)
        NaN where no indicator is known.

    Examples
    --------
    >>> anchored_fit([[5.75], [4.0], [np.nan]], anchors=[(7.0, 4.5)]).ravel()
    array([0.5, 1. , nan])
    """
    worst, best = np.asarray(anchors, dtype=np.float64).T
    scaled = np.clip((np.asarray(X, dtype=np.float64) - worst) / (best - worst), 0.0, 1.0)
    known = ~np.isnan(scaled)
    total = np.where(known, scaled, 0.0).sum(axis=1, keepdims=True)
    count = known.sum(axis=1, keepdims=True)
    fits: np.ndarray = np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)
    return fits


def criteria_transformer(questions: Questions) -> ColumnTransformer:
    """Turn a frame of raw features into fits, one column for each criterion in order."""
    steps = []
    for block in questions.blocks:
        if all(criterion.kind == "evidence" for criterion in block.criteria):
            # One step for all: a step costs a millisecond, and there are hundreds.
            names = [feature_names(criterion) for criterion in block.criteria]
            columns = [name for pair in zip(*names, strict=True) for name in pair]
            steps.append((block.id, _transformer(block, block.criteria[0]), columns))
        else:
            steps += [
                (criterion.id, _transformer(block, criterion), feature_names(criterion))
                for criterion in block.criteria
            ]
    return ColumnTransformer(steps)


def feature_names(criterion: Criterion) -> list[str]:
    """Name the columns of the raw frame that a criterion reads."""
    if criterion.kind == "indicator":
        return [entry.indicator for entry in criterion.indicators]
    if criterion.kind == "distance":
        return [f"{criterion.id}:km"]
    return [f"{criterion.id}:focus", f"{criterion.id}:n"]


def _transformer(block: Block, criterion: Criterion) -> FunctionTransformer:
    if criterion.kind == "evidence":
        return FunctionTransformer(evidence_fit, kw_args={"saturation": block.saturation})
    entries = (criterion.distance,) if criterion.distance else criterion.indicators
    anchors = [(entry.worst, entry.best) for entry in entries]
    return FunctionTransformer(anchored_fit, kw_args={"anchors": anchors})
