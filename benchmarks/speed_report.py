"""What docs/ranking-speed.md says, around the figures."""

from collections.abc import Mapping

from benchmarks.clock import Figures
from benchmarks.tables import Measured, ratios, table, times

OURS, SUM, TOPSIS = "ours", "ours, the peers' sum", "TOPSIS"
LINE, COLUMNS = "NumPy, one line", "NumPy, by column"
PREPARED = ", prepared"

TEXT = """# How fast is the ranking?

<!-- Written by `make bench`; a change by hand is lost at the next run. -->

{aims}

## Scores, musts and order for one person

{ranked}

*Ours* ranks with everything that a score is made of: three blocks, the best hit of the any-of
block, 2 % of the fits unknown, two musts. Of 13 options it gives the whole order, of more the best
ten in order (`matcher.top`). *Ours, the peers' sum* is the same code for what the others compute:
one weighted sum, 0.5 for the unknown, no musts. That they all find the same options in the same
order is checked before anything is measured; TOPSIS is another method.

- *NumPy, one line* is `X[:, chosen] @ w` and `argpartition`. *By column* adds up one column after
  another in place, without a copy: less memory cannot be read.
- *NearestNeighbors* of scikit-learn: brute force, city block, the nearest to the ideal.
- *WeightedSumModel* and *TOPSIS* of scikit-criteria, weights scaled to sum 1. They always rank
  every option.
- The columns depend on the person; so a decision matrix, or a fit, is part of every answer.
  *Prepared* leaves it out: what the method takes alone.

## Explanation of the best ten

{explained}

Ours is `contributions(W, weights, options=ten)`, NumPy `X[ten][:, chosen] * w`. The other peers
have nothing that adds up to the score.

## Many people at once

{crowd}

Scores and order of all options. Ours and NumPy (`W @ X.T`) take all people at once. The peers take
one after another: measured with {asked}, multiplied.

## What falls short

- Few options: NumPy's line takes {line_13} of our time for 13, because ours is some fifty small
  NumPy calls; only past 1,000 options does their number matter. scikit-learn's check of one row
  took twice as long as all of that, so `top` checks its two rows itself; `predict` and
  `contributions` call it only for what is not seen to be clean at a glance.
- A million options: by column, NumPy takes {columns_million} of our time, and the peers' sum alone
  {sum_million}. The difference is the best hit and, above all, the unknown. Tried and left:
  multiply-add column by column (as fast while all is known, else twice as slow), and mending only
  the rows with something unknown (slower: finding them costs more). Not done: a second matrix with
  the unknown filled in, a quarter of the time for twice the memory.
- Many people: NumPy's product takes {line_crowd} of our time. A sixth of ours is the check of the
  wishes, two fifths the best hit, which is no product of matrices.

## How it was measured

{machine}; {day}.
Load of the machine {before:.1f} before and {after:.1f} after.

54 criteria in three blocks (18 any-of, 16 and 20 each-of), eight wishes, random fits, the same
matrix for all. One thread each: NearestNeighbors and NumPy's product can use more. Time is that of
the processor for this thread, so that others who are at work on the machine are not counted; they
still take from caches and memory, which the quartiles show. All run in one process and take turns:
400 runs each for up to 1,000 options, 24 for 100,000, 15 for a million and for many people. Ratios
are of medians. Memory is the most that a run takes besides the matrix, its result included; the
matrix (54 columns of 8 bytes) lies there beforehand for all.

**Again:** `make bench` (Linux; three minutes; 3 GB of memory).
"""


def speed_report(
    ranked: Measured, explained: Measured, crowd: Measured, **rest: str | float
) -> str:
    """Return the report as Markdown, ratios first."""
    few, million, people = ranked["13"], ranked["1,000,000"], *crowd.values()
    return TEXT.format(
        aims=aims(ranked, explained),
        ranked=f"{ratios(ranked, OURS)}\n\n{times(ranked)}",
        explained=f"{ratios(explained, OURS)}\n\n{times(explained)}",
        crowd=f"{ratios(crowd, OURS)}\n\n{times(crowd)}",
        line_13=_share(few, LINE),
        columns_million=_share(million, COLUMNS),
        sum_million=_share(million, SUM),
        line_crowd=_share(people, LINE),
        **rest,
    )


def aims(ranked: Measured, explained: Measured) -> str:
    """Return each aim, what was measured, and whether that is enough."""
    few, million = ranked["13"], ranked["1,000,000"]
    topsis = few[TOPSIS].median / few[OURS].median
    prepared = few[TOPSIS + PREPARED].median / few[OURS].median
    line = million[OURS].median / million[LINE].median
    columns = million[OURS].median / million[COLUMNS].median
    slowest = max(figures[OURS].median for figures in explained.values()) * 1000
    rows = [
        (
            "13 options: TOPSIS takes at least 10 × our time",
            f"{topsis:.1f} ×; prepared {prepared:.1f} ×",
            topsis >= 10,
        ),
        (
            "1,000,000 options: we take at most 1.2 × the time of NumPy's one line",
            f"{line:.2f} ×; by column {columns:.2f} ×",
            line <= 1.2,
        ),
        ("The best ten explained in less than 5 ms", f"{slowest:.2f} ms at most", slowest < 5),
    ]
    return table(
        ["aim", "measured", "reached"],
        [(aim, measured, "yes" if good else "**no**") for aim, measured, good in rows],
    )


def _share(figures: Mapping[str, Figures], name: str) -> str:
    return f"{figures[name].median / figures[OURS].median:.0%}".replace("%", " %")
