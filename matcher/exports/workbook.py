"""A table as an Excel workbook in which nothing can run."""

import re
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from matcher.exports.sheets import Sheet
from matcher.exports.table import inert

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NARROWEST, WIDEST = 8, 60  # in characters
LONGEST = 32_767  # characters a cell of Excel can hold
BOLD, WRAPPED = Font(bold=True), Alignment(vertical="top", wrap_text=True)


def workbook_bytes(table: Sheet) -> bytes:
    """Return an .xlsx file with one sheet: its header bold and always in sight."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = table.title
    for i, row in enumerate((table.header, *table.rows), start=1):
        for j, value in enumerate(row, start=1):
            cell = sheet.cell(i, j)
            cell.alignment = WRAPPED
            if isinstance(value, str):
                cell.value = plain_text(value)
                cell.data_type = "s"  # openpyxl takes what starts with = for a formula
            else:
                cell.value = value
                cell.number_format = "0.00" if isinstance(value, float) else "0"
            if i == 1:
                cell.font = BOLD
    for j, heading in enumerate(table.header):
        longest = max(len(str(heading)), *(len(str(row[j])) for row in table.rows), NARROWEST)
        sheet.column_dimensions[get_column_letter(j + 1)].width = min(longest + 2, WIDEST)
    sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def plain_text(value: str) -> str:
    """Return a text that a workbook can hold and no spreadsheet runs."""
    return inert(NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value))[:LONGEST]
