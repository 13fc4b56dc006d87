"""No visitor meets another language than the one they chose, but for names."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from matcher.directory import Filters
from matcher.pack.texts import texts_of, untranslated
from matcher.wishes import parse_wishes
from pages.parts.paper import paper_result_html, paper_site_html
from pages.parts.regions import known_catalogue, speech_in
from pages.parts.support import support_html

REGIONS = ["sachsen-anhalt", "mittelsachsen", "meissen"]
FOREIGN = ["en", "pl", "uk"]
GERMAN = re.compile(
    r"\b(und|der|das|für|nicht|oder|zum|zur|eine|einen|wird|sind|beim|vom|werden|auf|mit|bei)\b"
)
# Names that stand inside sentences, of an event, a school, a programme, a booklet.
OTHER_NAMES = (
    "Job- und Karrieretag",
    "Berufliches Schulzentrum für Technik und Wirtschaft",
    "Wandel durch Innovation in der Region",
    "Industrie- und Gewerbepark Altmark",
    "Theater der Altmark",
    "Lange Nacht der Wissenschaft",
    "MultiMedia und Autorschaft",
    "Anbieter:innen von Maßnahmen zur betrieblichen Gesundheitsförderung",
)
TODAY = datetime.now(UTC).date()


class Words(HTMLParser):
    """The text of a page, piece by piece, less what is a name: links to sources, addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag, attrs):  # noqa: D102
        if tag in ("style", "script") or dict(attrs).get("class") == "zf-source":
            self.skipped += 1
            self.closing = tag

    def handle_endtag(self, tag):  # noqa: D102
        if self.skipped and tag == self.closing:
            self.skipped -= 1

    def handle_data(self, data):  # noqa: D102
        if not self.skipped and data.strip():
            self.pieces.append(data.strip())


@pytest.fixture(scope="module", params=REGIONS)
def catalogue(request):
    return known_catalogue(request.param)


def names_of(region):
    """Everything that is called what it is called in every language."""
    for site in region.sites:
        yield from (site.name, site.short_name, site.place, site.district, site.operator.name)
        yield site.address.street or ""
        if site.award:
            yield from (site.award.title, site.award.awarded_by)
        for organisation in (*site.employers, *site.institutes):
            yield organisation.name
        for source in site.sources.values():
            yield from (source.title, source.publisher or "")
    for table in (region.definitions, region.portraits):
        for source in table.sources.values():
            yield from (source.title, source.publisher or "")
    for town in region.municipalities.values():
        yield from (town.name, town.district)
    support = region.support
    for measure in support.measures.measures:
        yield from (measure.carrier, *measure.partners)
    for event in support.events.events:
        yield from (event.town or "", *event.organisers)
    for contact in region.profile.contacts:
        yield contact.name
    yield from OTHER_NAMES


def german_in(html, region):
    parser = Words()
    parser.feed(html)
    known = sorted(filter(None, set(names_of(region))), key=len, reverse=True)
    found = []
    for piece in filter(GERMAN.search, parser.pieces):
        rest = re.sub(r"https?://\S+", "", piece)
        for name in known:
            rest = rest.replace(name, "")
        rest = re.sub(r"[„“\"«(][^„“”\"»()]*[”“\"»)]", "", rest)  # quoted, or explained in brackets
        if GERMAN.search(rest):
            found.append(piece)
    return found


@pytest.mark.parametrize("code", FOREIGN)
def test_every_text_of_a_region_is_there_in_every_language(catalogue, code):
    region = catalogue.region
    records = (region.profile, region.questions, region.definitions, region.occupations)
    records = (*records, region.portraits, region.support, region.sites)

    assert untranslated(records, code, region.texts[code]) == []


@pytest.mark.parametrize("code", FOREIGN)
def test_a_result_holds_no_german_but_names(catalogue, code):
    region = catalogue.region
    wishes = parse_wishes(region.profile.example, region.questions)

    html = paper_result_html(
        catalogue, wishes, "https://finder.example", speech_in(catalogue, code)
    )

    assert german_in(html, region) == []


@pytest.mark.parametrize("code", FOREIGN)
def test_the_page_of_a_site_holds_no_german_but_names(catalogue, code):
    speech = speech_in(catalogue, code)
    for site in catalogue.region.sites:
        html = paper_site_html(catalogue, site, "https://finder.example", TODAY, speech)

        assert german_in(html, catalogue.region) == []


@pytest.mark.parametrize("code", FOREIGN)
def test_support_holds_no_german_but_names(catalogue, code):
    speech = speech_in(catalogue, code)
    wishes = parse_wishes("", catalogue.region.questions)

    html = support_html(catalogue, wishes, Filters(), TODAY, speech)

    assert german_in(html, catalogue.region) == []


def test_what_is_left_in_german_would_be_found(catalogue):
    text = next(iter(texts_of(catalogue.region.sites[0].summary)))["de"]

    assert german_in(f"<p>{text}</p>", catalogue.region) == [text]


@pytest.mark.parametrize("code", FOREIGN)
def test_a_label_stays_short_enough_for_a_button(catalogue, code):
    speech = speech_in(catalogue, code)
    blocks = [b for b in catalogue.region.questions.blocks if b.asked == "pills"]
    labels = [speech.text(c.label) for block in blocks for c in block.criteria]

    assert [label for label in labels if len(label) > 24] == []
