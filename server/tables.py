"""Tables to take along: a result, or who works at a site, as CSV and as a workbook."""

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from matcher.exports.sheets import Sheet, employers_sheet, result_sheet
from matcher.exports.table import csv_text
from matcher.exports.workbook import workbook_bytes
from matcher.ranking import rank
from server.asked import asked, or_plain_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BYTE_ORDER_MARK = "\ufeff"  # without it Excel does not see that the text is UTF-8


def result(request: Request) -> tuple[Sheet, str]:
    """Return the table of a result, and what its file is called."""
    question = asked(request)
    found = rank(question.catalogue, question.wishes)
    return result_sheet(question.catalogue, found, question.language), "zukunftsort-finder"


def employers(request: Request) -> tuple[Sheet, str]:
    """Return the table of employers and institutes of a site, and what its file is called."""
    question = asked(request)
    site = question.site(request.path_params["site"])
    today = datetime.now(UTC).date()
    return employers_sheet(question.catalogue, site, question.language, today), site.id


def _as_csv(sheet: Sheet) -> Response:
    rows = [
        [f"{cell:.2f}" if isinstance(cell, float) else cell for cell in row] for row in sheet.rows
    ]
    return Response(
        BYTE_ORDER_MARK + csv_text(sheet.header, rows), media_type="text/csv; charset=utf-8"
    )


def _as_workbook(sheet: Sheet) -> Response:
    return Response(workbook_bytes(sheet), media_type=XLSX)


def _file(
    table: Callable[[Request], tuple[Sheet, str]],
    form: Callable[[Sheet], Response],
    ending: str,
) -> Callable[[Request], Response]:
    """Return a route's function: the table, in this form, as a file to keep."""

    @or_plain_text
    def answer(request: Request) -> Response:
        sheet, name = table(request)
        response = form(sheet)
        response.headers["content-disposition"] = f'attachment; filename="{name}.{ending}"'
        response.headers["cache-control"] = "no-store"  # the address holds wishes
        return response

    return answer


ROUTES = [
    Route("/result.csv", _file(result, _as_csv, "csv")),
    Route("/result.xlsx", _file(result, _as_workbook, "xlsx")),
    Route("/site/{site}/employers.csv", _file(employers, _as_csv, "csv")),
    Route("/site/{site}/employers.xlsx", _file(employers, _as_workbook, "xlsx")),
]
