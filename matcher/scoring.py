"""Score options against wishes, on plain arrays.

Longer than its neighbours: a scikit-learn estimator says its contract in its docstrings.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted, validate_data

ANY_OF = "any-of"
EACH_OF = "each-of"
TILE = 65_536  # cells of one intermediate array: half a megabyte stays near the processor


class MatchScorer(BaseEstimator):
    """Score each option by how well it meets a person's wishes, block by block.

    With fits f and importances w of the wishes c of a block::

        each-of:  fit = sum(w·f) / sum(w)                      weighted city block [1]_
        any-of:   fit = (1 − breadth)·max(f) + breadth·sum(w·f) / sum(w)

    Where fits are not known, the block's fit is that of the known wishes, drawn towards
    `neutral` by the share of importance that is not known. The total is the mean of the
    answered blocks, weighted by the person's weights of blocks::

        score = sum(W_b·fit_b) / sum(W_b)

    A score depends on the person and on that one option only: adding or closing another
    option never changes it.

    Parameters
    ----------
    blocks : sequence of (rule, n_criteria), default=None
        The columns of X in order; rule is 'each-of' or 'any-of'. None: one each-of block.
    breadth : float, default=0.25
        How much further hits add in an any-of block, 0 to 1.
    neutral : float, default=0.5
        What stands in for the unknown, and the score for a person without wishes.

    Attributes
    ----------
    fits_ : ndarray of shape (n_options, n_criteria)
        Fits, 0 to 1, NaN where not known; column by column in memory, because a person
        reads few columns of many options.
    has_unknown_ : ndarray of shape (n_criteria,), dtype bool
        Whether a criterion is not known of some option.
    slices_ : list of (rule, slice)
        The blocks as columns of `fits_`.
    member_ : ndarray of shape (n_criteria, n_blocks)
        1 where a criterion is in a block, else 0.
    n_features_in_ : int
        Number of criteria seen during `fit`.

    References
    ----------
    .. [1] Louwerse, T. & Rosema, M. (2014). The design effects of voting advice
       applications: comparing methods of calculating matches. Acta Politica 49, 286-312.

    Examples
    --------
    >>> from matcher.scoring import MatchScorer
    >>> scorer = MatchScorer(blocks=[("any-of", 2), ("each-of", 1)])
    >>> scorer.fit([[1.0, 0.2, 0.0], [0.4, 0.9, 1.0]]).predict([[1, 0, 0], [1, 1, 2]])
    array([[1.     , 0.4    ],
           [0.45   , 0.91875]])
    """

    def __init__(
        self,
        *,
        blocks: Sequence[tuple[str, int]] | None = None,
        breadth: float = 0.25,
        neutral: float = 0.5,
    ) -> None:
        self.blocks = blocks
        self.breadth = breadth
        self.neutral = neutral

    def fit(self, X: Any, y: None = None) -> "MatchScorer":
        """Remember what each option offers.

        Parameters
        ----------
        X : array-like of shape (n_options, n_criteria)
            Fits, 0 or more; what exceeds 1 is clipped, NaN is not known.
        y : None
            Ignored; here by convention.

        Raises
        ------
        ValueError
            If a fit is negative, or the blocks do not have as many criteria as X has columns.
        """
        X = validate_data(
            self, X, dtype=np.float64, ensure_all_finite="allow-nan", ensure_non_negative=True
        )
        blocks = [(EACH_OF, X.shape[1])] if self.blocks is None else list(self.blocks)
        if unknown := {rule for rule, _ in blocks} - {ANY_OF, EACH_OF}:
            raise ValueError(f"A rule must be {ANY_OF!r} or {EACH_OF!r}. Got {sorted(unknown)}.")
        ends = np.cumsum([0, *(size for _, size in blocks)])
        if ends[-1] != X.shape[1]:
            raise ValueError(f"The blocks hold {ends[-1]} criteria, X has {X.shape[1]} columns.")
        self.slices_ = [
            (rule, slice(start, stop))
            for (rule, _), start, stop in zip(blocks, ends, ends[1:], strict=False)
        ]
        self.member_ = np.repeat(np.eye(len(blocks)), [size for _, size in blocks], axis=0)
        self.fits_ = np.clip(X, 0.0, 1.0, out=np.empty(X.shape, order="F"))
        self.has_unknown_ = np.array([np.isnan(column).any() for column in self.fits_.T])
        return self

    def predict(self, W: Any, block_weights: Any = None) -> np.ndarray:
        """Score every option for every person; higher fits better.

        Parameters
        ----------
        W : array-like of shape (n_people, n_criteria)
            Importance of each wish, 0 (or NaN) for what was not asked for.
        block_weights : array-like of shape (n_people, n_blocks), default=None
            Weights of the blocks; None: all 1.

        Returns
        -------
        scores : ndarray of shape (n_people, n_options)
            0 to 1; `neutral` for a person without wishes.
        """
        W, weights = self._validate(W, block_weights)
        scores = np.empty((len(W), len(self.fits_)))
        step = max(1, TILE // max(self.fits_.shape))
        for start in range(0, len(W), step):
            people = slice(start, start + step)
            for options, tile in self.tiles(W[people], weights[people]):
                scores[people, options] = tile.T
        return scores

    def tiles(self, W: np.ndarray, block_weights: np.ndarray) -> Iterator[tuple[slice, np.ndarray]]:
        """Score some options after another, reading only the columns that were asked for.

        The sums of all blocks are one product of matrices, with `neutral` for what is not
        known; the best hits of any-of blocks are added to it.

        Parameters
        ----------
        W : ndarray of shape (n_people, n_criteria)
            As for `predict`, but nothing is checked, and there is no NaN.
        block_weights : ndarray of shape (n_people, n_blocks)
            Weights of the blocks.

        Yields
        ------
        options : slice
            Which options.
        scores : ndarray of shape (n_these_options, n_people)
            Their scores.
        """
        own, shares = self._shares(W, block_weights)
        sums = own * (shares @ self.member_.T)
        columns = np.flatnonzero(sums.any(axis=0))
        best = []
        for b, (rule, block) in enumerate(self.slices_):
            if rule == ANY_OF:
                sums[:, block] *= self.breadth
                asked = slice(*columns.searchsorted((block.start, block.stop)))
                best.append((asked, own[:, columns[asked]], (1 - self.breadth) * shares[:, b]))
        sums = sums[:, columns]
        patchy = bool(self.has_unknown_[columns].any())
        idle = ~shares.any(axis=1)
        step = max(1, TILE // max(1, *sums.shape))
        for start in range(0, len(self.fits_), step):
            options = slice(start, start + step)
            fits = self.fits_.T[columns, options]
            unknown = np.isnan(fits) if patchy else None
            hits = [gain * self._best(fits, unknown, asked, mine) for asked, mine, gain in best]
            if patchy:
                np.copyto(fits, self.neutral, where=unknown)
            scores = fits.T @ sums.T
            for hit in hits:
                scores += hit
            scores[:, idle] = self.neutral
            yield options, scores

    def contributions(self, W: Any, block_weights: Any = None, options: Any = None) -> np.ndarray:
        """Say how much each wish adds to each score.

        An unknown wish adds `neutral` times its weight: that is what "drawn towards
        neutral" comes to. Without wishes there is nothing to add, and the sum is 0.

        Parameters
        ----------
        W, block_weights : array-like
            As for `predict`.
        options : array-like of int, default=None
            Indices of the options to explain; None: all. The others are not read.

        Returns
        -------
        parts : ndarray of shape (n_people, n_options, n_criteria)
            Over the last axis they sum to the score.
        """
        W, weights = self._validate(W, block_weights)
        own, shares = self._shares(W, weights)
        fits = self.fits_ if options is None else self.fits_[np.asarray(options, dtype=int)]
        known = ~np.isnan(fits)
        parts: np.ndarray = np.where(known, fits, self.neutral) * own[:, np.newaxis, :]
        for rule, block in self.slices_:
            if rule == ANY_OF:
                parts[:, :, block] = self._any_of_parts(
                    fits[:, block], known[:, block], own[:, block], parts[:, :, block]
                )
        parts *= (shares @ self.member_.T)[:, np.newaxis, :]
        return parts

    def weights(self, W: Any, block_weights: Any = None) -> np.ndarray:
        """Return each wish's share of the whole, shape (n_people, n_criteria), sum 1 or 0."""
        own, shares = self._shares(*self._validate(W, block_weights))
        weights: np.ndarray = own * (shares @ self.member_.T)
        return weights

    def _validate(self, W: Any, block_weights: Any) -> tuple[np.ndarray, np.ndarray]:
        check_is_fitted(self)
        if not self._is_clean(W):
            W = validate_data(
                self,
                W,
                reset=False,
                dtype=np.float64,
                ensure_all_finite="allow-nan",
                ensure_non_negative=True,
            )
            W = np.fmax(W, 0.0)  # NaN becomes 0
        shape = (len(W), len(self.slices_))
        if block_weights is None:
            return W, np.ones(shape)
        weights = np.asarray(block_weights, dtype=np.float64)
        if weights.shape != shape or not np.isfinite(weights).all() or (weights < 0).any():
            raise ValueError(f"block_weights must be of shape {shape} and not negative.")
        return W, weights

    def _is_clean(self, W: Any) -> bool:
        """Whether scikit-learn's check can only agree; it takes as long as scoring 13 options."""
        return (
            type(W) is np.ndarray
            and W.dtype == np.float64
            and W.ndim == 2
            and W.shape[0] > 0
            and W.shape[1] == self.n_features_in_
            and bool(((W >= 0) & (W < np.inf)).all())
        )

    def _shares(self, W: np.ndarray, block_weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return each wish's share of its block, and each block's share of the whole."""
        totals = W @ self.member_
        answered = block_weights * (totals > 0)
        own = _divided(W, totals @ self.member_.T)
        return own, _divided(answered, answered.sum(axis=1, keepdims=True))

    def _best(
        self, fits: np.ndarray, unknown: np.ndarray | None, block: slice, own: np.ndarray
    ) -> np.ndarray:
        """Return the best hit, drawn to `neutral` by the share of importance not known."""
        asked = (own > 0).T
        hits = fits[block, :, np.newaxis]
        if not asked.all():
            hits = hits * asked.astype(float)[:, np.newaxis]
        best: np.ndarray = np.fmax.reduce(hits, initial=0.0)  # fmax passes over NaN
        if unknown is not None:
            best = best + (self.neutral - best) * (own @ unknown[block]).T
        return best

    def _any_of_parts(
        self, fits: np.ndarray, known: np.ndarray, own: np.ndarray, parts: np.ndarray
    ) -> np.ndarray:
        """Give the best hit's bonus to the criteria that are the best hit, in equal parts."""
        asked = (own > 0)[:, np.newaxis, :] & known
        hits = np.where(asked, fits, -1.0)
        best = hits.max(axis=2, keepdims=True)
        winners = asked & (hits == best)
        count = np.maximum(winners.sum(axis=2, keepdims=True), 1)
        known_share = (own[:, np.newaxis, :] * known).sum(axis=2, keepdims=True)
        bonus = (1 - self.breadth) * np.maximum(best, 0.0) * known_share * winners / count
        return np.where(known, self.breadth * parts + bonus, parts)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.positive_only = True
        tags.input_tags.allow_nan = True
        return tags


def _divided(parts: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Divide parts by their total; where that is 0 they are 0 and stay so."""
    shares: np.ndarray = parts / (total + (total == 0))
    return shares
