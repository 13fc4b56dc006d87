"""Hit rate: is one of the right sites among the first k?"""

from collections.abc import Collection, Mapping
from math import comb

from matcher.evaluation.groups import tied_groups


def hit_rate(ranks: Mapping[str, int], relevant: Collection[str], k: int) -> float:
    """Return hit@k: the chance that one of the first ``k`` sites is a relevant one.

    Without ties it is 1 or 0. Where a group of g sites, r of them relevant, reaches beyond
    place k and only s of its sites are within it, every order inside the group is equally
    likely [1]_::

        hit@k = 1 - C(g - r, s) / C(g, s)

    Parameters
    ----------
    ranks : mapping of site to rank
        From 1; sites with the same rank are tied. A site that is left out was not found.
    relevant : collection of sites
    k : int
        How many sites are looked at, 1 or more.

    Returns
    -------
    hit : float
        From 0 (never) to 1 (always).

    References
    ----------
    .. [1] McSherry, F. & Najork, M. (2008). Computing information retrieval performance
       measures efficiently in the presence of tied scores. ECIR 2008, 414-421.

    Examples
    --------
    >>> hit_rate({"leuna": 1, "zeitz": 2}, {"zeitz"}, k=1)
    0.0
    >>> hit_rate({"leuna": 1, "zeitz": 1}, {"zeitz"}, k=1)
    0.5
    """
    miss = 1.0
    for before, group in tied_groups(ranks):
        right = len(group & frozenset(relevant))
        seen = min(max(k - before, 0), len(group))
        miss *= comb(len(group) - right, seen) / comb(len(group), seen)
    return 1.0 - miss
