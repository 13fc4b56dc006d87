"""A result as a table: CSV that no spreadsheet runs, and aligned text."""

import csv
import io
import re
from collections.abc import Sequence

# A cell that starts with one of these is a formula to some spreadsheet.
SIGNS = "=+-@＝＋－＠"
FORMULA_STARTS = (*SIGNS, "\t", "\r", "\n", "\0")
# Excel in German splits at ; and then takes a quote inside a field for a letter, and every line
# end for that of a row: a cell may begin in the middle of ours.
INNER_START = re.compile(rf'([;\t\r\n][\s"]*)(?=[{re.escape(SIGNS)}])')

Row = Sequence[str | int | float]


def csv_text(header: Sequence[str], rows: Sequence[Row]) -> str:
    """Return RFC 4180 text; a cell that could run gets a leading apostrophe (ASVS 1.2.10)."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (header, *rows):
        writer.writerow(
            [INNER_START.sub(r"\1'", inert(c)) if isinstance(c, str) else c for c in row]
        )
    return out.getvalue()


def inert(cell: str) -> str:
    """Return a cell that a spreadsheet shows and never runs."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


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
