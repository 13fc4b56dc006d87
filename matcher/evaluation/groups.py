"""Sites that share a rank: what every metric needs to be fair to ties."""

from collections.abc import Iterator, Mapping
from itertools import groupby


def tied_groups(ranks: Mapping[str, int]) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield each group of sites that share a rank, with the number of sites before it.

    Examples
    --------
    >>> [(before, sorted(group)) for before, group in tied_groups({"b": 1, "a": 1, "c": 3})]
    [(0, ['a', 'b']), (2, ['c'])]
    """
    before = 0
    for _, members in groupby(sorted(ranks, key=ranks.__getitem__), key=ranks.__getitem__):
        group = frozenset(members)
        yield before, group
        before += len(group)
