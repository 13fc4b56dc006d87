"""Rank-biased overlap: how alike are two orders, above all at their top?"""

from collections.abc import Mapping


def rank_overlap(one: Mapping[str, int], other: Mapping[str, int], p: float = 0.9) -> float:
    """Return the rank-biased overlap of two orders [1]_.

    Two people read both lists from the top and go on to the next place with probability p;
    the overlap is the agreement they expect to see. S:d are the sites of rank d or better::

        A(d) = 2 · |S:d ∩ T:d| / (|S:d| + |T:d|)
        RBO = (1 - p) · sum over d = 1 … n of  p^(d - 1) · A(d)  +  p^n · A(n)

    The last term carries the agreement at the end on, for both lists end. Sites that share
    a rank all stand at that rank, as in [1]_: they count as equal, not as an order that
    nobody knows, for which [2]_ has other variants. So an order always agrees with itself.
    A site that only one of the orders holds never agrees, and a shorter list adds nothing.

    Parameters
    ----------
    one, other : mapping of site to rank
        From 1; a group that shares a rank takes as many places as it has sites.
    p : float
        Above 0, below 1. With 0.9 the first ten places carry 86 % of the weight.

    Returns
    -------
    overlap : float
        From 0 (no site in common) to 1 (the same order).

    References
    ----------
    .. [1] Webber, W., Moffat, A. & Zobel, J. (2010). A similarity measure for indefinite
       rankings. ACM Transactions on Information Systems 28(4), 20:1-20:38.
    .. [2] Corsi, M. & Urbano, J. (2024). The treatment of ties in rank-biased overlap.
       SIGIR 2024.

    Examples
    --------
    >>> round(rank_overlap({"leuna": 1, "zeitz": 2}, {"leuna": 2, "zeitz": 1}), 3)
    0.9
    >>> round(rank_overlap({"leuna": 1, "zeitz": 1}, {"leuna": 1, "zeitz": 2}), 3)
    0.967
    """
    depth = max(len(one), len(other))
    agreement = [_agreement(one, other, d) for d in range(1, depth + 1)]
    seen = sum(p ** (d - 1) * a for d, a in enumerate(agreement, start=1))
    return (1 - p) * seen + (p**depth * agreement[-1] if agreement else 1.0)


def _agreement(one: Mapping[str, int], other: Mapping[str, int], depth: int) -> float:
    first, second = ({site for site, r in ranks.items() if r <= depth} for ranks in (one, other))
    return 2 * len(first & second) / (len(first) + len(second))
