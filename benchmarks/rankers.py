"""Who is measured: each takes the options and a person, and returns the best k, best first."""

from collections.abc import Callable

import numpy as np
import skcriteria
from skcriteria.agg.simple import WeightedSumModel
from skcriteria.agg.topsis import TOPSIS
from skcriteria.preprocessing.scalers import SumScaler
from sklearn.neighbors import NearestNeighbors

from benchmarks.question import Options, Person
from matcher.top import top

Once = Callable[[], np.ndarray]
Prepare = Callable[[Options, Person, int], Once]


def ours(options: Options, person: Person, k: int) -> Once:
    """Blocks, best hits, the unknown, the musts, the order."""
    scorer = options.scorer
    return lambda: top(scorer, person.wishes, person.weights, person.musts, k)[0]


def ours_plain(options: Options, person: Person, k: int) -> Once:
    """Our code for the peers' sum: one block, all known, no musts."""
    return lambda: top(options.plain, person.wishes, [1.0], k=k)[0]


def numpy_line(options: Options, person: Person, k: int) -> Once:
    """The line that anyone would write."""
    X, chosen, shares = options.filled, person.chosen, person.shares
    return lambda: best(X[:, chosen] @ shares, k)


def numpy_columns(options: Options, person: Person, k: int) -> Once:
    """The same sum without copying the columns: the least that NumPy must do."""
    X, chosen, shares = options.filled, person.chosen, person.shares

    def once() -> np.ndarray:
        scores, part = np.zeros(len(X)), np.empty(len(X))
        for column, share in zip(chosen, shares, strict=True):
            scores += np.multiply(X[:, column], share, out=part)
        return best(scores, k)

    return once


def neighbours(options: Options, person: Person, k: int) -> Once:
    """Nearest to the ideal by city block; weights are put into the columns."""
    return lambda: neighbours_prepared(options, person, k)()


def neighbours_prepared(options: Options, person: Person, k: int) -> Once:
    """The same, fitted before the clock starts."""
    search = NearestNeighbors(n_neighbors=k, algorithm="brute", metric="manhattan")
    search.fit(options.filled[:, person.chosen] * person.shares)
    ideal = person.shares[np.newaxis]
    return lambda: search.kneighbors(ideal, return_distance=False)[0]


def weighted_sum(options: Options, person: Person, k: int) -> Once:
    """From the person's columns to the rank of every option."""
    return lambda: weighted_sum_prepared(options, person, k)()


def weighted_sum_prepared(options: Options, person: Person, k: int) -> Once:
    """The same, with the decision matrix made before the clock starts."""
    matrix = decision_matrix(options, person)
    return lambda: best(-WeightedSumModel().evaluate(matrix).rank_, k)


def topsis(options: Options, person: Person, k: int) -> Once:
    """From the person's columns to the rank of every option."""
    return lambda: topsis_prepared(options, person, k)()


def topsis_prepared(options: Options, person: Person, k: int) -> Once:
    """The same, with the decision matrix made before the clock starts."""
    matrix = decision_matrix(options, person)
    return lambda: best(-TOPSIS().evaluate(matrix).rank_, k)


def decision_matrix(options: Options, person: Person) -> skcriteria.DecisionMatrix:
    """Return the chosen columns with weights that scikit-criteria's scaler made sum to 1."""
    chosen = person.chosen
    matrix = skcriteria.mkdm(
        options.filled[:, chosen], [max] * len(chosen), weights=person.wishes[chosen]
    )
    return SumScaler(target="weights").transform(matrix)


def best(scores: np.ndarray, k: int) -> np.ndarray:
    """Return the indices of the k highest scores, highest first."""
    if k >= len(scores):
        return np.argsort(-scores)
    few = np.argpartition(-scores, k)[:k]
    return few[np.argsort(-scores[few])]
