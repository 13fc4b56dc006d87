"""Pieces of a Markdown page: cells, shares, tables, verdicts."""

import re
from collections.abc import Iterator, Sequence

ACTIVE = re.compile(r"[\\|`*_\[\]<>#]")


def cell(text: str) -> str:
    """Return a pack's text on one line, and without effect on Markdown and HTML.

    Examples
    --------
    >>> print(cell("Leuna | <b>x</b>"))
    Leuna \\| \\<b\\>x\\</b\\>
    """
    return ACTIVE.sub(r"\\\g<0>", " ".join(text.split()))


def percent(share: float) -> str:
    """Return a share, 0 to 1, with one digit after the point."""
    return f"{100 * share:.1f} %"


def limit(share: float) -> str:
    """Return a share that was set, 0 to 1, without digits that say nothing."""
    return f"{round(100 * share, 1):g} %"


def verdict(good: bool, fine: str, fault: str) -> str:
    """Return one line of a list: what was found."""
    return f"- Yes: {fine}" if good else f"- **No:** {fault}"


def table(head: Sequence[str], rows: Sequence[Sequence[str | int]], left: int = 1) -> Iterator[str]:
    """Yield a table and an empty line; the first ``left`` columns start at the left."""
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join(['---'] * left + ['---:'] * (len(head) - left))} |"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"
    yield ""
