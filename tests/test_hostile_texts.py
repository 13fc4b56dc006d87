"""Whatever texts a pack holds: nothing runs, no link leads astray, each text stays as it was."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from matcher.catalogue import Catalogue, make_catalogue
from matcher.errors import PackError
from matcher.evaluation.run import CASES_FILE, read_cases
from matcher.exports.contact import mail_draft, vcard
from matcher.exports.pdf import result_pdf
from matcher.exports.pdf.printing import drawable
from matcher.exports.sheets import result_sheet
from matcher.exports.table import csv_text
from matcher.exports.workbook import workbook_bytes
from matcher.home import compare_home
from matcher.language import language
from matcher.model.facts import Link
from matcher.model.text import Label, Line, Prose, Remark, Text
from matcher.pack import load_region
from matcher.pack.document import read_document
from matcher.pack.homes import Homes, load_homes
from matcher.pack.records import make_record
from matcher.ranking import rank
from matcher.wishes import parse_wishes
from pages.parts.paper import paper_result_html
from pages.parts.templates import render
from tests import inert
from tests.conftest import ROOT
from tests.hostile import ALLOWED, HOSTILE, REFUSED
from tests.hostile_finder import Hostile, Reading, finder
from tests.hostile_kinds import FILES, HOME, all_text_kinds
from tests.hostile_pack import write_hostile
from tests.hostile_shapes import many_questions, many_sites, real_pack

TALKED_TO = 16  # every so many sites; the plain pages of all are read
PRINTED = 12  # sites; texts of all kinds go to the paper through one door, as JSON
WISHES = "sector=chemistry&work=laboratory"
GERMAN = language("de")
PAGES = sorted({p.stem for p in ROOT.glob("pages/*.py")} - {"__init__", "frame", "site"})
NAMES = ("name", "title", "intro", "site_word", "sites_word", "funding")
ABOUT_SITES = re.compile(
    r"sites\.(?!.*(licence|scope|editor_notes?|\.en)$).*|municipalities\.yaml\.municipalities\.\*\.name"
    r"|indicators\.csv\.note"
)
ABOUT_HOMES = re.compile(
    r"home/(cities\.csv\.name|indicators\.csv\.note|sources\.yaml\.sources\.\*\.publisher)"
)
ABOUT_QUESTIONS = re.compile(
    r"questions\.yaml\.blocks\.\*(\.criteria\.\*)?\.(label|question|help)"
    r"|indicators\.yaml\.(indicators\.\*\.(label|unit)|sources\.\*\.publisher)"
)


def in_a_cell(text: str) -> str:
    """Return a text without white space and the marks that keep a spreadsheet from running it."""
    return "".join(text.replace("'", "").split())


def on_paper(text: str) -> str:
    """Return what is drawn of a text, without white space: lines break anywhere."""
    drawn = str(drawable(text)).casefold()
    return "".join(unicodedata.normalize("NFKC", drawn).split())


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    with finder(many_sites(len(ALLOWED)), tmp_path_factory.mktemp("sites")) as hostile:
        yield hostile


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    with finder(many_questions(len(ALLOWED)), tmp_path_factory.mktemp("questions")) as hostile:
        yield hostile


@dataclass
class Real:
    """The pack of the region with hostile texts, and what was read of it."""

    folder: Path
    catalogue: Catalogue
    reading: Reading


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    folder = tmp_path_factory.mktemp("real")
    poison = write_hostile(real_pack(), folder)
    pack = folder / "sachsen-anhalt"
    return Real(pack, make_catalogue(load_region(pack)), Reading(poison))


@dataclass
class Small:
    """A pack with one site and many places to compare it with, and what was read of it."""

    catalogue: Catalogue
    homes: Homes
    reading: Reading


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    folder = tmp_path_factory.mktemp("small")
    poison = write_hostile(many_sites(1, homes=len(ALLOWED)), folder)
    region = load_region(folder / "sachsen-anhalt")
    return Small(make_catalogue(region), load_homes(folder / "home"), Reading(poison))


def test_there_are_two_hundred_texts():
    assert len(set(ALLOWED)) == len(ALLOWED) >= 200


def test_every_file_of_a_pack_is_among_those_that_are_given_texts():
    ours = {"accessibility.yaml"}  # about the program, not of a pack
    assert {path.name for path in ROOT.glob("data/*/*.yaml")} <= {*FILES, *HOME, *ours}


def test_every_field_that_may_hold_a_text_is_given_one(sites, questions, real):
    packs = (sites.poison, questions.poison, real.reading.poison)

    assert read_cases(real.folder / CASES_FILE, real.catalogue.region)
    assert all_text_kinds() - {kind for poison in packs for kind in poison.turns} == set()


@pytest.mark.parametrize("kind", [Line, Prose, Remark])
def test_a_text_stays_as_it_was_written(kind):
    longest = 300 if kind is Line else 1000 if kind is Remark else 4000

    for text in (text[:longest] for text in ALLOWED):
        assert TypeAdapter(kind).validate_python(text) == text
        for several in (Text, Label) if kind is Line else (Text,):
            assert TypeAdapter(several).validate_python({"de": text}) == {"de": text}


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_a_text_that_hides_or_forges_is_refused_with_its_place(tmp_path, text):
    path = tmp_path / "link.yaml"
    path.write_text(yaml.safe_dump({"a": [{"b": text}]}, allow_unicode=False))
    document = read_document(path)
    assert document.data["a"][0]["b"] == text

    for kind in (Line, Prose, Remark, Text, Label):
        with pytest.raises(ValueError, match=r"holds the control character U\+[0-9A-F]{4}"):
            TypeAdapter(kind).validate_python(text)


def test_no_hostile_text_is_a_link(tmp_path):
    path = tmp_path / "link.yaml"
    for text in HOSTILE:
        path.write_text(yaml.safe_dump({"url": text}, allow_unicode=False))
        with pytest.raises(PackError, match=r"link\.yaml:1: url: (a link|String)"):
            make_record(read_document(path), Link)


@pytest.mark.parametrize(
    "start", ["https://example.org/", "https://example.org?", "mailto:", "tel:"]
)
def test_a_link_with_a_hostile_end_is_refused_or_leads_where_it_says(start):
    for text in HOSTILE:
        try:
            link = Link(url=start + text).url
        except ValueError:
            continue
        assert link == start + text
        inert.link(link)


def test_every_text_about_a_site_is_read_on_its_pages_as_it_was_written(sites):
    for i, site in enumerate(sites.pack.sites):
        sites.read(inert.html(sites.ask(f"/site/{site}.html").decode()))
        if i % TALKED_TO == 0:
            sites.read(sites.guest.open("site", f"site={site}&home=city-1"))
    sites.read(sites.guest.open("compare", "compare=site-1,site-2"))

    assert sites.half_read(ABOUT_SITES) == {}


def test_every_text_about_a_home_is_read_as_it_was_written(small):
    site = small.catalogue.region.sites[0]
    for home in small.homes.values():
        rows = compare_home(small.catalogue, site.id, home, GERMAN)
        names = {"here": site.name, "there": home.city.name}
        page = render("home.html", GERMAN, **names, rows=rows, summary="", distance="")
        small.reading.read(inert.html(page))

    assert small.reading.half_read(ABOUT_HOMES) == {}


def test_no_text_runs_on_the_pages_that_show_many_sites(sites):
    example = sites.pack.files["region.yaml"]["example"]
    for query in ("", WISHES, f"{example}:must"):
        compared = f"{query}&compare=site-1,site-2,site-3,site-4"
        for page in PAGES:
            sites.read(sites.guest.open(page, query))
        sites.read(sites.guest.open("compare", compared))
        sites.read(inert.html(sites.ask(f"/result?{query}").decode()))


def test_every_text_about_a_question_is_read_as_it_was_written(questions):
    site = next(iter(questions.pack.sites))
    query = "&".join(f"block-{i}=indicator-{i},distance-{i}:2" for i in range(40))

    for page in ("", "method"):
        questions.read(questions.guest.open(page, query))
    for path in (f"/site/{site}.html", f"/result?{query}"):
        questions.read(inert.html(questions.ask(path).decode()))
    board = "/questions/sachsen-anhalt/de.json"
    for path in ("/api/v1/regions", "/api/v1/openapi.json", f"/api/v1/rank?{query}", board):
        questions.read(inert.data(json.loads(questions.ask(path))))
    for path in (f"/site/{site}.pdf", f"/result.pdf?{query}"):
        inert.pdf(questions.ask(path))

    assert questions.half_read(ABOUT_QUESTIONS) == {}


def test_no_text_forges_a_line_of_a_card(sites):
    for site in sites.pack.sites:
        sites.read(inert.vcard(sites.ask(f"/site/{site}.vcf").decode()))


def test_no_text_forges_a_line_of_a_calendar(sites):
    for event in sites.pack.files["events.yaml"]["events"]:
        calendar = sites.ask(f"/event/sachsen-anhalt/{event['id']}.ics").decode()
        sites.read(inert.icalendar(calendar))


def test_no_text_is_more_than_a_text_to_a_program(sites):
    for site in sites.pack.sites:
        sites.read(inert.data(json.loads(sites.ask(f"/api/v1/sites/{site}?lang=en"))))
    for path in ("/api/v1/regions", "/api/v1/openapi.json", f"/api/v1/rank?{WISHES}"):
        sites.read(inert.data(json.loads(sites.ask(path))))


def test_no_text_is_a_formula(sites):
    tables = [f"/site/{site}/employers" for site in sites.pack.sites]
    for path in ["/result{}", f"/result{{}}?{WISHES}", *(table + "{}" for table in tables)]:
        csv = sites.ask(path.format(".csv")).decode("utf-8-sig")
        sites.read(inert.table(csv), in_a_cell)
    for path in ["/result.xlsx", f"/result.xlsx?{WISHES}", *(f"{t}.xlsx" for t in tables[::5])]:
        sites.read(inert.workbook(sites.ask(path)), in_a_cell)


def test_no_text_is_drawn_into_a_picture(sites):
    for site in sites.pack.sites:
        words = inert.svg(sites.ask(f"/motif/sachsen-anhalt/{site}.svg").decode())
        assert not [word for word in words if "‹" in word]
    inert.svg(sites.ask(f"/qr.svg?{WISHES}").decode())


def test_no_text_is_markup_on_paper(sites):
    for site in list(sites.pack.sites)[:PRINTED]:
        sites.read(inert.paper(sites.ask(f"/site/{site}.pdf")), on_paper)
    inert.pdf(sites.ask(f"/result.pdf?{WISHES}"))


def test_no_text_is_markup_in_a_result_on_paper(real):
    questions = real.catalogue.region.questions
    for block in questions.blocks[:2]:
        for criterion in block.criteria[:5]:
            wishes = parse_wishes(f"{block.id}={criterion.id}", questions)
            result = rank(real.catalogue, wishes)
            document = result_pdf(real.catalogue, result, GERMAN, "https://f.example/")
            real.reading.read(inert.paper(document), on_paper)

    texts = set().union(*real.reading.seen.values())
    assert len(texts) > len(ALLOWED)


def test_no_name_of_a_region_runs_in_a_table_or_on_paper(small):
    region = small.catalogue.region
    wishes = parse_wishes("sector=chemistry", region.questions)
    result = rank(small.catalogue, wishes)
    for i in range(len(ALLOWED)):
        names = {name: {"de": ALLOWED[i - j][:300]} for j, name in enumerate(NAMES)}
        profile = region.profile.model_copy(update=names)
        named = region.model_copy(update={"profile": profile})
        catalogue = replace(small.catalogue, region=named)
        sheet = result_sheet(catalogue, result, GERMAN)

        inert.table(csv_text(sheet.header, sheet.rows))
        inert.workbook(workbook_bytes(replace(sheet, rows=sheet.rows[:1])))
        inert.html(paper_result_html(catalogue, wishes, "", GERMAN))
        if i % 10 == 0:
            inert.pdf(result_pdf(catalogue, result, GERMAN, ""))


def test_no_template_takes_a_text_for_markup():
    templates = (ROOT / "pages" / "parts" / "html").glob("*.html")
    sources = [*ROOT.glob("pages/**/*.py"), *ROOT.glob("server/*.py")]

    assert not [p.name for p in templates if re.search(r"\|\s*safe|autoescape", p.read_text())]
    # What is markup was made by a template, or is drawn here.
    made = re.compile(r"Markup\((?!\s*(#.*\n\s*)?(render|qr_svg)\()")
    assert not [path.name for path in sources if made.search(path.read_text())]


def test_a_text_at_the_end_of_a_field_stays_inside_it(region):
    plain = region.sites[0]
    for text in HOSTILE:
        address = plain.address.model_copy(update={"street": text, "city": text})
        site = plain.model_copy(update={"name": text, "address": address})

        inert.vcard(vcard(site, GERMAN))
        inert.draft(mail_draft(site, [text], [text], text, GERMAN))
