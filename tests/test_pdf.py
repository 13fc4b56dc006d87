"""What is kept on paper: complete, readable aloud, and never anybody's markup."""

import io
import unicodedata
import urllib.error
import urllib.request
from datetime import date
from urllib.parse import quote

import pypdf
import pytest

from matcher.exports.pdf import result_pdf, site_pdf
from matcher.exports.pdf.printing import DRAWABLE
from matcher.language import language
from matcher.ranking import rank
from matcher.report import report
from matcher.wishes import parse_wishes
from tests.pdf_content import characters
from tests.pdf_paper import Paper
from tests.pdf_tree import Tree
from tests.pdfua import faults

GERMAN = language("de")
LINK = "https://finder.example/?sector=chemistry"
TODAY = date(2026, 11, 21)
FEW = "sector=chemistry&work=laboratory"
MANY = (
    "sector=chemistry,bioeconomy-agriculture,research-science:2"
    "&work=research-institute,international-team"
    "&living=near-water:2,long-distance-trains:must,childcare&weight=sector:2"
)
IMPOSSIBLE = "living=city-life:must,near-mountains:must,small-town:must"


@pytest.fixture(scope="module")
def make(catalogue):
    def result_of(text: str) -> bytes:
        wishes = parse_wishes(text, catalogue.region.questions)
        return result_pdf(catalogue, rank(catalogue, wishes), GERMAN, LINK)

    return result_of


def words(text: str) -> str:
    """Return a text without its white space: lines of a page break anywhere."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def text_of(document: bytes) -> str:
    return words("".join(page.extract_text() for page in opened(document).pages))


def opened(document: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(document), strict=True)


@pytest.mark.parametrize("text", ["", FEW, MANY, IMPOSSIBLE])
def test_a_result_is_one_page_that_names_every_site(catalogue, make, text):
    document = make(text)

    assert document.startswith(b"%PDF")
    assert len(opened(document).pages) == 1
    shown = text_of(document)
    assert all(words(site.name) in shown for site in catalogue.region.sites)


@pytest.mark.parametrize("text", [FEW, MANY])
def test_a_result_says_on_paper_what_the_report_says(catalogue, make, text):
    shown = text_of(make(text))
    wishes = parse_wishes(text, catalogue.region.questions)
    all_sites = report(catalogue, rank(catalogue, wishes), GERMAN)
    first = all_sites[:3]

    for entry in all_sites:
        row = (str(entry.rank), entry.site.name, entry.site.place, entry.band_words)
        assert words("".join(row)) in shown
    for entry in first:
        told = [entry.site.name, entry.band_words, entry.stability, entry.behind, entry.rank_words]
        told += [f"{label}: {reason.sentence}" for label, reason in entry.reasons]
        told += [entry.against[1].sentence] if entry.against else []
        told += [colleague.organisation.name for colleague in entry.colleagues]
        told += [source.publisher or source.title for _, r in entry.reasons for source in r.sources]
        assert [part for part in told if words(part) not in shown] == []
    places = [shown.index(words(entry.behind or entry.stability)) for entry in first]
    assert places == sorted(places)


def test_a_must_that_leaves_a_site_out_is_told(make):
    shown = text_of(make(IMPOSSIBLE))

    assert words("Kein Ort erfüllt alle deine Muss-Wünsche") in shown
    assert words(GERMAN.gettext("Must not met: {wishes}").format(wishes="Großstadtleben")) in shown


@pytest.mark.parametrize("text", ["", FEW, MANY, IMPOSSIBLE])
def test_a_result_keeps_every_rule_of_pdf_ua_that_a_program_can_check(make, text):
    assert faults(make(text)) == []


def test_every_portrait_keeps_every_rule_of_pdf_ua_that_a_program_can_check(catalogue):
    for site in catalogue.region.sites:
        assert faults(site_pdf(catalogue, site, GERMAN, TODAY, LINK)) == []


@pytest.mark.parametrize("kind", ["result", "site"])
def test_a_document_is_read_aloud_under_one_title(catalogue, make, kind):
    site = catalogue.region.sites[0]
    document = make(FEW) if kind == "result" else site_pdf(catalogue, site, GERMAN, TODAY, LINK)
    roles = [element.role for element in tree_of(document).elements]

    assert roles.count("H1") == 1
    assert {"H2", "P", "Table", "TH", "Figure", "Link"} <= set(roles)


def test_what_the_foot_of_a_page_says_is_read_aloud(catalogue, make):
    site = catalogue.region.sites[0]

    assert words("Berechnet nach festen, offenen Regeln") in aloud(make(FEW))
    assert words("Hinter jeder Angabe steht ihr Jahr") in aloud(
        site_pdf(catalogue, site, GERMAN, TODAY, LINK)
    )


def aloud(document: bytes) -> str:
    """Return the letters that are no artifacts, as far as a reader can tell."""
    paper = Paper(document)
    letters: list[str] = []
    known: dict[int, dict[int, str]] = {}
    for mark in (mark for painted in paper.marks.values() for mark in painted):
        if mark.font is not None and "artifact" not in mark.around:
            means = known.setdefault(id(mark.font), characters(mark.font))
            codes = (mark.text[i : i + 2] for i in range(0, len(mark.text), 2))
            letters += [means[int.from_bytes(code)] for code in codes]
    return words("".join(letters))


def tree_of(document: bytes) -> Tree:
    return Tree(opened(document).trailer["/Root"])


def test_pictures_that_say_something_have_words(make):
    told = {figure.data["/Alt"] for figure in tree_of(make(FEW)).of("Figure")}

    assert told == {GERMAN.gettext("QR code: opens the finder with these wishes")}


def test_the_same_result_is_the_same_file(make):
    assert make(MANY) == make(MANY)


def test_every_site_has_a_portrait_with_all_its_employers(catalogue):
    for site in catalogue.region.sites:
        document = site_pdf(catalogue, site, GERMAN, TODAY, LINK)

        shown = text_of(document)
        assert words(site.name) in shown
        missing = [o.name for o in site.organisations if o.shown and words(o.name) not in shown]
        assert missing == []


def test_a_portrait_marks_what_is_old(catalogue):
    site = catalogue.region.site("chemiestandort-leuna")

    assert "(2019*)" in text_of(site_pdf(catalogue, site, GERMAN, TODAY, LINK))
    assert "(2019*)" not in text_of(site_pdf(catalogue, site, GERMAN, date(2022, 1, 1), LINK))


def test_without_a_link_there_is_no_code(catalogue):
    site = catalogue.region.sites[0]
    document = site_pdf(catalogue, site, GERMAN, TODAY, "")

    assert words("Scan") not in text_of(document)


def test_every_character_that_is_let_through_can_be_drawn(catalogue):
    everything = "".join(
        f"{chr(code)} " for first, last in DRAWABLE for code in range(first, last + 1)
    )
    site = catalogue.region.sites[0].model_copy(update={"summary": {"de": everything}})

    assert words("Ŝ Ї ₴ ≥") in text_of(
        site_pdf(catalogue, site.model_copy(update={"name": "Ŝ Ї ₴ ≥"}), GERMAN, TODAY, LINK)
    )


def links_of(document: bytes) -> list[str]:
    return [
        annotation.get_object()["/A"]["/URI"]
        for page in opened(document).pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]


def test_the_server_gives_the_result_and_every_site_as_pdf(url, region):
    for path in (f"/result.pdf?{FEW}", *(f"/site/{site.id}.pdf" for site in region.sites)):
        with urllib.request.urlopen(url + path, timeout=20) as answer:
            assert answer.headers["content-type"] == "application/pdf"
            assert answer.headers["content-disposition"].startswith("inline; filename=")
            assert answer.read().startswith(b"%PDF")


def test_the_code_leads_back_to_the_wishes(url):
    with urllib.request.urlopen(f"{url}/result.pdf?{FEW}", timeout=20) as answer:
        assert f"{url}/?{FEW}" in links_of(answer.read())


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/result.pdf?sector=chemistr", 400, "kein bekannter Wunsch"),
        (f"/result.pdf?sector={'x' * 2000}", 400, "höchstens"),
        (f"/result.pdf?{quote('#')}=1", 400, "keine Gruppe von Fragen"),
        ("/site/nowhere.pdf", 404, ""),
    ],
)
def test_the_server_says_in_german_what_it_cannot_print(url, path, status, told):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(url + path, timeout=20)

    with refused.value as answer:
        assert answer.code == status
        assert answer.headers["content-type"].startswith("text/plain")
        assert told in answer.read().decode()
