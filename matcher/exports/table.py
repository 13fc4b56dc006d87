"""A result as a table: CSV that no spreadsheet runs, and aligned text."""

import csv
import io
from collections.abc import Sequence

# A cell that starts with one of these is a formula to some spreadsheet.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")

Row = Sequence[str | int | float]


def csv_text(header: Sequence[str], rows: Sequence[Row]) -> str:
    """Return RFC 4180 text; a cell that could run gets a leading apostrophe (ASVS 1.2.10)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue()


def inert(cell: str | float) -> str | float:
    """Return a cell that a spreadsheet shows and never runs."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def aligned_text(header: Sequence[str], rows: Sequence[Row]) -> str:
    """Return columns of equal width, numbers to the right."""
    cells = [[str(cell) for cell in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    numeric = [all(isinstance(row[i], int | float) for row in rows) for i in range(len(header))]
    lines = (
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in cells
    )
    return "\n".join(lines)
