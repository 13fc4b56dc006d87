"""Help and accessibility: simple words, a statement of what tests prove, and whom to tell."""

import ast
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest

from matcher.commands import main
from matcher.errors import PackError
from matcher.model.region import Contact
from matcher.pack.accessibility import FILE, load_statement
from matcher.pack.texts import untranslated
from matcher.wishes import Wishes
from pages.parts.access import access_words, statement, whom_to_tell
from pages.parts.paper import paper_access_html
from pages.parts.regions import find_catalogue, known_catalogue, speech_in
from pages.parts.templates import render
from tests.conftest import ROOT
from tests.server import ask
from tests.tree import links_of, part, tree_of, words_of

SHARED = ROOT / "data" / "shared"
REGIONS = ["sachsen-anhalt", "mittelsachsen", "meissen", "all", ""]
LANGUAGES = ["de", "de-simple", "en", "pl", "uk"]
SECTIONS = ["purpose", "operation", "statement"]
LONGEST_MEAN = 10  # words


def read(region: str, code: str) -> Element:
    """Return the plain page of a region, or the one before somebody has chosen a region."""
    catalogue = find_catalogue(region or None)
    speech = speech_in(catalogue, code)
    return tree_of(paper_access_html(catalogue, Wishes(), "https://finder.example", speech))


def sentences(section: Element) -> list[list[str]]:
    """Return the words of each sentence; headings, names and addresses are none."""
    found = []
    for block in section.iter():
        if block.tag in ("p", "li") and block.find(".//code") is None:
            told = "".join(block.itertext())
            for link in block.iter("a"):
                told = told.replace("".join(link.itertext()), "")
            found += [re.findall(r"[\w/.@-]*\w", one) for one in re.split(r"(?<=[.!?])\s+", told)]
    return [words for words in found if words]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("section", SECTIONS)
def test_purpose_operation_and_statement_are_told_in_short_sentences(region, section):
    told = sentences(part(read(region, "de-simple"), section))

    assert len(told) >= 8
    assert sum(map(len, told)) / len(told) <= LONGEST_MEAN
    assert max(map(len, told)) <= 2 * LONGEST_MEAN, max(told, key=len)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_has_three_sections_and_every_field_of_a_statement(region, code):
    page = read(region, code)

    assert page.get("lang") == code
    assert [section.get("id") for section in page.iter("section")] == SECTIONS
    for field in ("status", "standards", "assessed", "tested", "gaps", "feedback", "complaints"):
        assert words_of(part(page, field)), field


def test_the_statement_was_assessed_within_a_year():
    """If not: read data/shared/accessibility.yaml again, mend what is not true, set the day."""
    today = datetime.now(UTC).date()

    assert today - timedelta(days=365) <= statement().assessed_on <= today


@pytest.mark.parametrize("name", sorted({t for p in statement().tested for t in p.tests}))
def test_every_test_that_the_statement_names_is_there(name):
    path, _, function = name.partition("::")
    code = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    found = {node.name for node in ast.walk(code) if isinstance(node, ast.FunctionDef)}

    assert any(test.startswith("test_") for test in found)
    assert not function or function in found


def test_the_page_names_every_test_of_the_statement():
    named = {code.text for code in read("meissen", "de").iter("code")}

    assert named == {test for proof in statement().tested for test in proof.tests}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_of_the_statement_is_there_in_every_language(code):
    assert untranslated([statement()], code, {}) == []
    texts = [entry.text for entry in (*statement().tested, *statement().gaps)]
    assert all(code in text for text in texts)


@pytest.mark.parametrize(("status", "gaps"), [("full", True), ("partial", False), ("none", False)])
def test_a_status_and_the_gaps_must_not_contradict_each_other(tmp_path, status, gaps):
    text = (SHARED / FILE).read_text(encoding="utf-8")
    text = text.replace("status: partial", f"status: {status}")
    text = text if gaps else text[: text.index("\ngaps:")] + "\n"
    (tmp_path / FILE).write_text(text, encoding="utf-8")

    with pytest.raises(PackError, match="status: 'full' goes without gaps"):
        load_statement(tmp_path)


def test_the_check_of_the_packs_reads_the_statement_too(tmp_path, capsys):
    (tmp_path / "shared").mkdir()
    path = tmp_path / "shared" / FILE
    path.write_text("status: perhaps\n", encoding="utf-8")

    assert main(["check", str(tmp_path)]) == 1
    assert f"{path}:1: status:" in capsys.readouterr().out


def test_a_report_goes_to_the_contact_of_the_region_in_the_language_of_the_page():
    page = read("meissen", "pl")
    (draft,) = links_of(part(page, "feedback"))
    asked = parse_qs(urlsplit(draft).query)

    assert draft.startswith("mailto:post@wrm-gmbh.de?subject=")
    assert asked["subject"] == ["Bariera w Zukunftsort-Finderze"]
    assert asked["body"][0].startswith("Dzień dobry,\r\n\r\n")
    assert asked["body"][0].endswith("https://finder.example/access?region=meissen&lang=pl")


def test_where_only_a_web_page_is_known_the_draft_has_no_recipient_and_the_page_is_named():
    links = links_of(part(read("mittelsachsen", "de"), "feedback"))

    assert links[0].startswith("mailto:?subject=")
    assert links[1:] == ["https://www.nestbau-mittelsachsen.de"]


def test_a_region_without_a_contact_says_so():
    field = part(read("sachsen-anhalt", "de"), "feedback")

    assert "Noch ist niemand benannt, der Meldungen annimmt." in words_of(field)
    assert links_of(field) == []


@pytest.mark.parametrize("region", ["all", ""])
def test_where_no_region_is_chosen_those_of_every_region_arewhom_to_tell(region):
    page = read(region, "de")

    for field in ("feedback", "complaints"):
        names = [name.text for name in part(page, field).iter("b")]
        assert sorted(names) == ["Landkreis Meißen:", "Mittelsachsen:", "Sachsen-Anhalt:"]


def test_an_address_of_a_pack_cannot_add_fields_to_the_draft():
    profile = known_catalogue("meissen").region.profile
    spoiled = Contact(name="A", text={"de": "A"}, url="mailto:a@b.example?bcc=c@d.example&body=x")

    told = whom_to_tell(
        profile.model_copy(update={"contacts": (spoiled,)}), "", speech_in(None, "de")
    )

    assert told.address == "a@b.example"
    assert set(parse_qs(urlsplit(told.mail).query)) == {"subject", "body"}


@pytest.mark.parametrize(
    ("region", "body"),
    [
        ("sachsen-anhalt", "www.lf-barrierefreiheit-st.de"),
        ("meissen", "www.durchsetzungsstelle.sachsen.de"),
        ("mittelsachsen", "www.durchsetzungsstelle.sachsen.de"),
    ],
)
def test_the_body_for_complaints_is_named_with_a_source_of_its_own(region, body):
    field = part(read(region, "de"), "complaints")
    first, *sources = field.iter("a")

    assert urlsplit(first.get("href", "")).hostname == body
    assert urlsplit(sources[0].get("href", "")).hostname in {body, body.removeprefix("www.")}


def test_a_region_that_names_neither_contact_nor_body_shows_two_gaps():
    profile = known_catalogue("meissen").region.profile
    silent = profile.model_copy(update={"contacts": (), "complaints": None})
    speech = speech_in(None, "de")
    words = access_words(None, {}, "", speech)

    page = render(
        "access_body.html", speech, **{**words, "regions": [whom_to_tell(silent, "", speech)]}
    )

    assert "Noch ist niemand benannt, der Meldungen annimmt." in page
    assert "Eine solche Stelle ist noch nicht benannt." in page
    assert page.count('class="zf-gap"') == 2


@pytest.mark.parametrize(
    "path",
    [
        "/result?sector=chemistry&lang=pl",
        "/result?sector=nonsense&lang=pl",
        "/site/chemiestandort-leuna.html?lang=pl",
        "/site/nowhere.html?lang=pl",
    ],
)
def test_every_plain_page_leads_to_the_statement_in_its_language(url, path):
    footer = tree_of(ask(f"{url}{path}")[2]).find(".//footer")
    assert footer is not None
    (link,) = [a.get("href") for a in footer.iter("a") if a.text == "Dostępność"]

    status, _, there = ask(f"{url}{link}")

    assert status == 200
    assert "<h1>Pomoc i dostępność</h1>" in there


def test_the_way_back_from_the_plain_statement_keeps_wishes_region_and_language(all_url):
    query = "sector=chemistry&region=meissen&lang=pl"
    page = tree_of(ask(f"{all_url}/access.html?{query}")[2])

    assert links_of(next(page.iter("header"))) == [f"/?{query}"]
    assert f"/result?{query}" in links_of(next(page.iter("main")))
