"""Tables to take along hold what the page shows, and nothing that a spreadsheet would run."""

import csv
import io
import urllib.error
import urllib.request

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from matcher.exports.sheets import Sheet, result_sheet
from matcher.exports.table import FORMULA_STARTS
from matcher.exports.workbook import plain_text, workbook_bytes
from matcher.language import language
from matcher.ranking import rank
from matcher.report import BAND_WORDS
from matcher.wishes import parse_wishes
from tests.laws import law

WISHES = "sector=chemistry,pharma-biotech&work=laboratory&living=near-water:2,world-heritage:must"
GERMAN = language("de")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SITE = "/site/chemiestandort-leuna/employers"
HOSTILE = st.builds(
    str.__add__,
    st.sampled_from(
        ["", *FORMULA_STARTS, "#REF!", "=cmd|' /C calc'!A0", "_x003D_", "\ufffe", "\ud800"]
    ),
    st.text(max_size=40),
)


def ask(address: str, method: str = "GET"):
    """Return the status, the headers and the bytes of an answer, also of a refusal."""
    request = urllib.request.Request(address, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


def csv_rows(address: str):
    _, headers, body = ask(address)
    assert headers["content-type"] == "text/csv; charset=utf-8"
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def sheet_of(body: bytes):
    return load_workbook(io.BytesIO(body)).worksheets[0]


def workbook_rows(address: str):
    _, headers, body = ask(address)
    assert headers["content-type"] == XLSX
    return [[as_text(cell) for cell in row] for row in sheet_of(body).iter_rows()]


def as_text(cell):
    """Write a cell of a workbook as the CSV writes it."""
    if cell.number_format == "0.00" and cell.value is not None:
        return f"{cell.value:.2f}"
    return str("" if cell.value is None else cell.value)


@pytest.fixture(scope="module")
def result(catalogue):
    return rank(catalogue, parse_wishes(WISHES, catalogue.region.questions))


def test_a_result_lists_all_sites_in_the_same_order(url, result):
    header, *rows = csv_rows(f"{url}/result.csv?{WISHES}")

    assert header[:3] == ["Platz", "Zukunftsort", "Gemeinde"]
    assert [(row[0], row[1]) for row in rows] == [(str(m.rank), m.site.name) for m in result.sites]
    assert [row[4] for row in rows] == [f"{match.score:.2f}" for match in result.sites]
    assert [row[3] for row in rows] == [GERMAN.gettext(BAND_WORDS[m.band]) for m in result.sites]
    assert [bool(row[8]) for row in rows] == [bool(match.excluded_by) for match in result.sites]


@pytest.mark.parametrize("table", [f"/result{{}}?{WISHES}", "/result{}", SITE + "{}"])
def test_the_workbook_says_what_the_csv_says(url, table):
    rows = workbook_rows(url + table.format(".xlsx"))

    assert rows == csv_rows(url + table.format(".csv"))


def test_without_wishes_no_site_is_called_better_than_another(url):
    _, *rows = csv_rows(f"{url}/result.csv")

    assert {tuple(row[3:]) for row in rows} == {("", "", "", "", "", "")}


def test_employers_are_listed_with_status_and_sources_and_closed_ones_are_not(url, region):
    for site in region.sites:
        header, *rows = csv_rows(f"{url}/site/{site.id}/employers.csv")

        assert header[:4] == ["Name", "Art", "Status", "Hinweis"]
        assert sorted((row[0], row[-1]) for row in rows) == sorted(
            (o.name, " ".join(site.sources[source].url for source in o.sources))
            for o in site.organisations
        )
        assert all(row[1] and row[2] for row in rows)


def test_a_file_has_a_name_and_is_kept_by_nobody_else(url):
    for path, name in (
        (f"/result.csv?{WISHES}", "zukunftsort-finder.csv"),
        ("/result.xlsx", "zukunftsort-finder.xlsx"),
        (f"{SITE}.csv", "chemiestandort-leuna.csv"),
        (f"{SITE}.xlsx", "chemiestandort-leuna.xlsx"),
    ):
        _, headers, _ = ask(url + path)
        assert headers["content-disposition"] == f'attachment; filename="{name}"'
        assert headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/result.{}?sector=chemisty", 400, "Die Adresse wurde nicht verstanden.\n„chemisty“"),
        ("/result.{}?lang=xx", 400, "Die Adresse wurde nicht verstanden.\n"),
        ("/result.{}?sector=" + 2000 * "a", 400, "Eine Wunschzeile hat höchstens 2000 Zeichen."),
        ("/result.{}?region=atlantis", 404, "Diese Region gibt es hier nicht."),
        ("/site/atlantis/employers.{}", 404, "Diesen Ort gibt es hier nicht."),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(url, path, status, told, ending):
    found, headers, body = ask(url + path.format(ending))

    assert found == status
    assert headers["content-type"] == "text/plain; charset=utf-8"
    assert body.decode().startswith(told)


def test_nothing_can_be_changed(url):
    for path in ("/result.csv", "/result.xlsx", f"{SITE}.csv", f"{SITE}.xlsx"):
        assert ask(url + path, "POST")[0] == 405


def test_a_workbook_shows_its_header_bold_and_always(catalogue, result):
    sheet = sheet_of(workbook_bytes(result_sheet(catalogue, result, GERMAN)))

    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.title == "Ergebnis"
    assert all(8 <= column.width <= 60 for column in sheet.column_dimensions.values())
    assert {cell.number_format for cell in sheet["E"][1:]} == {"0.00"}


@law(200)
@given(rows=st.lists(st.lists(HOSTILE, min_size=2, max_size=2), max_size=4))
def test_no_cell_of_a_workbook_is_a_formula_whatever_it_holds(rows):
    sheet = sheet_of(workbook_bytes(Sheet("Probe", ("=A1", "@B"), rows)))

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s"}
    assert not any(cell.value.startswith(FORMULA_STARTS) for cell in cells)


@law(200)
@given(text=st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs", "Cn"])))
def test_a_harmless_text_comes_back_as_it_was(text):
    assert plain_text(text).removeprefix("'") == text.removeprefix("'")
