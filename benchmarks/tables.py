"""Figures as Markdown tables: one row a ranker, one column a size."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.clock import Figures

Measured = Mapping[str, Mapping[str, Figures]]  # by size, then by ranker


def ratios(measured: Measured, base: str) -> str:
    """How many times as long as ``base`` each ranker takes, by medians."""
    rows = [
        [name, *(short(f[name].median / f[base].median) for f in measured.values())]
        for name in _names(measured)
        if name != base
    ]
    return table([f"times as long as {base}", *measured], rows)


def times(measured: Measured) -> str:
    """Median and quartiles in milliseconds, and peak memory in megabytes."""
    rows = [
        [name, *(_cell(figures[name]) for figures in measured.values())]
        for name in _names(measured)
    ]
    return table(["ms (quartiles) · MB", *measured], rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with numbers to the right."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def short(x: float) -> str:
    """Write two digits or more: 0.012, 1.2, 12, 1,234."""
    return f"{x:,.0f}" if x >= 10 else f"{x:.2g}"


def _names(measured: Measured) -> list[str]:
    return list(next(iter(measured.values())))


def _cell(figures: Figures) -> str:
    first, third = (short(second * 1000) for second in figures.quartiles)
    return f"{short(figures.median * 1000)} ({first}–{third}) · {short(figures.peak / 1e6)}"
