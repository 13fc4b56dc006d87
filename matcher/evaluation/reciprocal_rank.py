"""Reciprocal rank: how far down is the first right site?"""

from collections.abc import Collection, Mapping
from math import comb

from matcher.evaluation.groups import tied_groups


def reciprocal_rank(ranks: Mapping[str, int], relevant: Collection[str]) -> float:
    """Return 1 / place of the first relevant site; its mean over cases is the MRR [1]_.

    In a group of g tied sites behind b others, r of the g relevant, every order is equally
    likely [2]_, so the expected value over the place j of the first relevant one is::

        RR = sum over j = 1 … g - r + 1 of  C(g - j, r - 1) / C(g, r) · 1 / (b + j)

    Parameters
    ----------
    ranks : mapping of site to rank
        From 1; sites with the same rank are tied. A site that is left out was not found.
    relevant : collection of sites

    Returns
    -------
    reciprocal : float
        From 0 (none was found) to 1 (a relevant site is first, and alone or among its like).

    References
    ----------
    .. [1] Voorhees, E. M. (1999). The TREC-8 question answering track report. TREC-8, 77-82.
    .. [2] McSherry, F. & Najork, M. (2008). Computing information retrieval performance
       measures efficiently in the presence of tied scores. ECIR 2008, 414-421.

    Examples
    --------
    >>> reciprocal_rank({"leuna": 1, "zeitz": 2}, {"zeitz"})
    0.5
    >>> reciprocal_rank({"leuna": 1, "zeitz": 1}, {"zeitz"})  # half of 1, half of 1/2
    0.75
    """
    for before, group in tied_groups(ranks):
        size, right = len(group), len(group & frozenset(relevant))
        if right:
            return sum(
                comb(size - j, right - 1) / comb(size, right) / (before + j)
                for j in range(1, size - right + 2)
            )
    return 0.0
