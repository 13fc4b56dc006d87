"""NDCG: how good are the first k sites, compared with the best order there could be?"""

from collections.abc import Iterable, Mapping
from itertools import islice
from math import log2

from matcher.evaluation.groups import tied_groups


def ndcg(ranks: Mapping[str, int], grades: Mapping[str, int], k: int) -> float:
    """Return the normalised discounted cumulated gain of the first ``k`` places [1]_.

    The gain of a site is its grade, 0 where it has none, and counts less the further down
    it stands::

        DCG@k = sum over i = 1 … k of  gain(i) / log2(1 + i)
        NDCG@k = DCG@k / DCG@k of the sites in the order of their grades

    The discount is that of [2]_: with the base 2 of [1]_ the second place would count as much
    as the first. Tied sites share the mean of their gains, which is the expected value over
    every order inside their group [3]_.

    Parameters
    ----------
    ranks : mapping of site to rank
        From 1; sites with the same rank are tied. A site that is left out was not found.
    grades : mapping of site to grade
        0 or more. Sites that were not found still belong to the best order.
    k : int
        How many places are looked at, 1 or more.

    Returns
    -------
    ndcg : float
        From 0 (no graded site among the first k, or none at all) to 1 (the best order).

    References
    ----------
    .. [1] Järvelin, K. & Kekäläinen, J. (2002). Cumulated gain-based evaluation of IR
       techniques. ACM Transactions on Information Systems 20(4), 422-446.
    .. [2] Burges, C. et al. (2005). Learning to rank using gradient descent. ICML 2005, 89-96.
    .. [3] McSherry, F. & Najork, M. (2008). Computing information retrieval performance
       measures efficiently in the presence of tied scores. ECIR 2008, 414-421.

    Examples
    --------
    >>> round(ndcg({"leuna": 1, "zeitz": 2}, {"leuna": 2, "zeitz": 3}, k=1), 3)
    0.667
    >>> round(ndcg({"leuna": 1, "zeitz": 1}, {"leuna": 2, "zeitz": 3}, k=1), 3)
    0.833
    """
    gains: list[float] = []
    for _, group in tied_groups(ranks):
        gains += [sum(grades.get(site, 0) for site in group) / len(group)] * len(group)
    best = discounted(sorted(grades.values(), reverse=True), k)
    return discounted(gains, k) / best if best else 0.0


def discounted(gains: Iterable[float], k: int) -> float:
    """Return DCG@k of gains in their order."""
    return sum(gain / log2(1 + i) for i, gain in enumerate(islice(gains, k), start=1))
