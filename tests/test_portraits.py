"""What a visitor may rely on in a portrait, and a person who agreed to be shown."""

import re
import shutil
from datetime import date

import pytest

from matcher.cards import employers_for, site_cards
from matcher.catalogue import make_catalogue
from matcher.errors import PackError
from matcher.language import language
from matcher.model.portraits import Portrait, Portraits
from matcher.pack import load_region
from matcher.wishes import Wishes, parse_wishes
from pages.parts.paper import paper_site_html
from pages.parts.portraits import SHOWN, portraits_html, with_occupation
from tests.conftest import PACK
from tests.packs import with_shared

ENGLISH = language("en")
TODAY = date(2026, 11, 21)
SITE = "sites/dow-valuepark.yaml"
SHARED = "portraits.yaml"
PERSON = """\
  - id: muster
    kind: person
    title: Muster Person
    text: Ein erfundener Mensch.
    credit: Muster GmbH
    film: {url: "https://example.org/film"}
    consent: {given: 2026-01-02, scope: Finder, until: 2027-01-02}
"""


@pytest.fixture(scope="module")
def good_pack(tmp_path_factory):
    """The pack with one of its sites, and an invented person there."""
    ignored = shutil.ignore_patterns("[!d]*-*.yaml", "cases.yaml")
    folder = with_shared(tmp_path_factory.mktemp("good"), ignored)
    path = folder / SITE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nportraits:\n", f"\nportraits:\n{PERSON}"), encoding="utf-8")
    return folder


@pytest.fixture
def pack(good_pack, tmp_path):
    """A copy of the good pack, to be spoiled."""
    return shutil.copytree(good_pack.parent, tmp_path, dirs_exist_ok=True) / PACK.name


def person(**changes):
    values = {
        "id": "muster",
        "kind": "person",
        "title": "Muster <b>Person</b>",
        "text": "Ein erfundener Mensch.",
        "credit": "Muster GmbH",
        "consent": {"given": "2026-01-02", "scope": "Finder", "until": "2027-01-02"},
    }
    return Portrait.model_validate(values | changes)


def region_with(region, site_id, **changes):
    """The region with one site changed, as a catalogue, and that site."""
    sites = tuple(
        site.model_copy(update=changes) if site.id == site_id else site for site in region.sites
    )
    changed = region.model_copy(update={"sites": sites})
    return make_catalogue(changed), changed.site(site_id)


def page(catalogue, site, today=TODAY, wishes=None):
    return portraits_html(catalogue, site, wishes or Wishes(), {}, today, ENGLISH)


def cards(catalogue, site, today=TODAY):
    return site_cards(catalogue, site, ENGLISH, today)


@pytest.mark.parametrize(
    ("file", "old", "new", "told", "at"),
    [
        (
            SITE,
            "    consent: {given: 2026-01-02, scope: Finder, until: 2027-01-02}\n",
            "",
            "portraits.0.consent: a person's portrait needs 'consent' with given, scope and until",
            "  - id: muster",
        ),
        (
            SITE,
            "    credit: Muster GmbH\n",
            "",
            "portraits.0.credit: a person's portrait says in 'credit' who made it",
            "  - id: muster",
        ),
        (
            SITE,
            "until: 2027-01-02",
            "until: 2025-01-02",
            "portraits.0.consent.until: must not lie before 'given', 2026-01-02",
            "    consent: {given",
        ),
        (
            SITE,
            "https://example.org/film",
            "http://example.org/film",
            "portraits.0.film.url: a film's address starts with https://",
            "    film:",
        ),
        (
            SITE,
            "kind: person",
            "kind: occupation",
            "portraits.0.sources: a portrait names its sources, or says 'confidence: unverified'",
            "  - id: muster",
        ),
        (
            SITE,
            "kind: place",
            "kind: occupation\n    occupation: chemikant",
            "portraits.1.kind: a portrait of kind 'occupation' stands in portraits.yaml",
            "    kind: occupation",
        ),
        (
            SITE,
            "    credit: Muster GmbH",
            "    occupation: chemikand\n    credit: Muster GmbH",
            "portraits.0.occupation: 'chemikand' is not in occupations.yaml. Near: chemikant",
            "    occupation: chemikand",
        ),
        (
            SITE,
            "  - id: leben-schkopau",
            "  - id: muster",
            "portraits.1.id: 'muster' is already given in dow-valuepark.yaml:",
            "  - id: muster\n    kind: place",
        ),
        (
            SITE,
            "  - id: leben-schkopau",
            "  - id: beruf-chemikant",
            "portraits.1.id: 'beruf-chemikant' is already given in portraits.yaml:",
            "  - id: beruf-chemikant",
        ),
        (
            SHARED,
            "    occupation: chemielaborant",
            "    occupation: chemielaborand",
            "portraits.1.occupation: 'chemielaborand' is not in occupations.yaml. Near: chemielab",
            "    occupation: chemielaborand",
        ),
        (
            SHARED,
            "    occupation: chemielaborant",
            "    occupation: chemikant",
            "portraits.1.occupation: 'chemikant' is already given in portraits.yaml:",
            "    occupation: chemikant\n    title: Stoffe",
        ),
        (
            SHARED,
            "    occupation: chemielaborant\n",
            "",
            "portraits.1.occupation: an occupation's portrait names an id of occupations.yaml",
            "  - id: beruf-chemielaborant",
        ),
        (
            SHARED,
            "    sources: [chemielaborant, laboratory]",
            "    sources: [chemielaborand, laboratory]",
            "portraits.1.sources.0: 'chemielaborand' is not in 'sources' of this file.",
            "    sources: [chemielaborand",
        ),
        (
            SHARED,
            "    sources: [chemielaborant, laboratory]",
            "    sources: [laboratory]",
            "sources.chemielaborant: no fact of this file uses this source",
            "  chemielaborant:\n    title",
        ),
        (
            SHARED,
            "    sources: [chemielaborant, laboratory]\n",
            "",
            "portraits.1.sources: a portrait names its sources, or says 'confidence: unverified'",
            "  - id: beruf-chemielaborant",
        ),
        (
            SHARED,
            "    kind: occupation\n    occupation: chemielaborant",
            "    kind: place",
            "portraits.1.kind: a portrait of kind 'place' stands in the file of its site",
            "    kind: place",
        ),
        (
            SHARED,
            "    occupation: chemielaborant",
            "    occupation: chemielaborant\n    wage: 3000",
            "portraits.1.wage: this key is not known here",
            "    wage: 3000",
        ),
    ],
)
def test_a_wrong_portrait_is_refused_with_its_line(pack, file, old, new, told, at):
    path = pack / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    line = text.count("\n", 0, text.index(at)) + 1

    with pytest.raises(PackError) as caught:
        load_region(pack)

    assert any(
        fault.startswith(f"{path}:{line}: {told}") for fault in str(caught.value).split("\n")
    )


def test_a_portrait_that_says_unverified_needs_no_source_and_the_page_says_so(pack):
    path = pack / SHARED
    text = path.read_text(encoding="utf-8")
    text = text.replace("    sources: [chemikant]\n", "    confidence: unverified\n")
    start, rest = text.index("  chemikant:"), text.index("  laboratory:")
    path.write_text(text[:start] + text[rest:], encoding="utf-8")
    catalogue = make_catalogue(load_region(pack))
    (site,) = catalogue.region.sites

    (card,) = [card for card in cards(catalogue, site) if card.occupation == "chemikant"]

    assert card.unverified
    assert page(catalogue, site).count("not verified</span>") == 1


def test_a_pack_without_portraits_shows_none(pack, region):
    (pack / SHARED).unlink()
    catalogue = make_catalogue(load_region(pack))
    (site,) = catalogue.region.sites

    assert [card.occupation for card in cards(catalogue, site)] == ["", ""]
    bare = region.model_copy(update={"portraits": Portraits()})
    catalogue, site = region_with(bare, site.id, portraits=())
    assert page(catalogue, site) == ""


def test_every_employer_on_a_card_lists_the_occupation_and_is_not_closed(catalogue, region):
    titles = region.occupations.by_title()
    named = 0
    for site in region.sites:
        for card in cards(catalogue, site):
            for entry in (*card.here, *card.elsewhere):
                listed = {titles[title.casefold()] for title in entry.organisation.occupations}
                assert card.occupation in listed
                assert entry.organisation.status != "closed"
                assert entry.organisation in (*entry.site.employers, *entry.site.institutes)
                documented = entry.organisation.occupations_basis == "documented"
                assert entry.documented == documented
                assert entry.caution or entry.organisation.status == "active"
                named += 1
            assert all(entry.site.id == site.id for entry in card.here)
            assert all(entry.site.id != site.id for entry in card.elsewhere)
    assert named > 1000


def test_nobody_who_lists_an_occupation_is_left_out(catalogue, region):
    for occupation in ("chemikant", "mediengestalter-bild-ton"):
        titles = {title.casefold() for title in region.occupations.occupations[occupation].titles}
        listing = {
            organisation.id
            for site in region.sites
            for organisation in site.organisations
            if titles & {title.casefold() for title in organisation.occupations}
        }

        found = employers_for(catalogue, occupation, ENGLISH)

        assert {entry.organisation.id for entry in found} == listing


def test_an_employer_that_closes_leaves_every_card(catalogue, region):
    before = region.site("dow-valuepark")
    gone = next(e for e in before.employers if "Chemikant/in" in e.occupations)
    employers = tuple(
        e.model_copy(update={"status": "closed"}) if e is gone else e for e in before.employers
    )
    changed, site = region_with(region, before.id, employers=employers)

    assert f'"#o-{gone.id}"' in page(catalogue, before)
    assert f'"#o-{gone.id}"' not in page(changed, site)


def test_no_card_where_everybody_who_lists_the_occupation_is_insolvent(catalogue, region):
    before = region.site("dow-valuepark")
    changes = {"status": "insolvent", "status_reason": {"de": "Zahlungsunfähig."}}
    employers = tuple(e.model_copy(update=changes) for e in before.employers)
    institutes = tuple(i.model_copy(update=changes) for i in before.institutes)
    changed, site = region_with(region, before.id, employers=employers, institutes=institutes)

    assert [card for card in cards(changed, site) if card.occupation] == []
    counted = [
        any(entry.organisation.strength > 0 for entry in card.here)
        for site in region.sites
        for card in cards(catalogue, site)
        if card.occupation
    ]
    assert len(counted) > 50
    assert all(counted)


def test_what_is_not_normal_about_an_employer_stands_on_the_card(catalogue, region):
    site = region.site("dow-valuepark")
    unsafe = [e for e in site.employers if e.status in {"insolvent", "planned", "closing"}]
    shown = [
        entry
        for card in cards(catalogue, site)
        for entry in card.here
        if entry.organisation in unsafe
    ]

    assert shown
    for entry in shown:
        assert entry.organisation.status_reason["de"] in entry.caution
        assert entry.caution in page(catalogue, site)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 2), True),
        (date(2027, 1, 2), True),
        (date(2027, 1, 3), False),
    ],
)
def test_a_person_is_shown_from_the_day_of_consent_until_its_last_day(region, day, shown):
    catalogue, site = region_with(region, "dow-valuepark", portraits=(person(),))

    paper = paper_site_html(catalogue, site, "", day, ENGLISH)

    assert ("muster" in [card.id for card in cards(catalogue, site, day)]) == shown
    assert ("Ein erfundener Mensch." in page(catalogue, site, day)) == shown
    assert ("Muster GmbH" in page(catalogue, site, day)) == shown
    assert ("Ein erfundener Mensch." in paper) == shown


def test_a_film_is_a_link_to_another_site_and_nothing_is_loaded_from_there(region):
    film = {"url": "https://example.org/film"}
    catalogue, site = region_with(region, "dow-valuepark", portraits=(person(film=film),))

    html = page(catalogue, site)

    assert '<a href="https://example.org/film" rel="noreferrer">' in html
    assert html.count("example.org") == 1
    assert "Muster &lt;b&gt;Person&lt;/b&gt;" in html
    assert not re.search(r"<(img|video|iframe|script)", html)


def test_the_portrait_of_a_site_is_seen_without_a_tap(catalogue, region):
    for site in region.sites:
        first, _, rest = page(catalogue, site).partition('<details data-key="portraits"')

        assert first.count('class="zf-portrait"') <= SHOWN
        assert "Leben in" in first
        assert (first + rest).count('class="zf-portrait"') == len(cards(catalogue, site))


def test_every_occupation_with_a_portrait_has_an_employer_in_the_region(catalogue, region):
    portraits = region.portraits.portraits

    assert len(portraits) >= 16
    for portrait in portraits:
        assert employers_for(catalogue, portrait.occupation, ENGLISH), portrait.id
        assert portrait.training, portrait.id


def test_every_number_of_a_place_stands_in_the_facts_of_its_site(region):
    for site in region.sites:
        known = " ".join(fact.text["de"] for fact in site.living)
        own = {fact.source for fact in (*site.living, *site.figures)}
        (place,) = [portrait for portrait in site.portraits if portrait.kind == "place"]

        missing = set(re.findall(r"\d[\d.]*", place.text["de"])) - set(
            re.findall(r"\d[\d.]*", known)
        )

        assert {number for number in missing if number.rstrip(".") not in known} == set(), site.id
        assert set(place.sources) <= own, site.id


def test_searching_with_a_portrait_adds_its_occupation_to_the_wishes(catalogue, region):
    wishes = parse_wishes("sector=chemistry&living=near-water:2", region.questions)

    wanted = with_occupation(catalogue, wishes, "chemikant")

    assert str(wanted) == "sector=chemistry&living=near-water:2&occupation=chemikant"
    assert with_occupation(catalogue, wanted, "chemikant") == wanted
    assert with_occupation(catalogue, wishes, "no-such-thing") == wishes
    html = page(catalogue, region.site("dow-valuepark"), wishes=wishes)
    assert "/?sector=chemistry&amp;living=near-water:2&amp;occupation=chemikant" in html


def test_a_link_to_an_employer_leads_to_its_part_of_its_site(catalogue, region):
    site = region.site("dow-valuepark")
    wishes = parse_wishes("sector=chemistry", region.questions)
    html = page(catalogue, site, wishes=wishes)

    here = re.findall(r'href="#o-([a-z0-9-]+)"', html)
    there = re.findall(r'href="/site\?sector=chemistry&amp;site=([a-z-]+)#o-([a-z0-9-]+)"', html)

    assert here
    assert {*here} <= {o.id for o in site.organisations}
    assert there
    for site_id, organisation in there:
        assert organisation in {o.id for o in region.site(site_id).organisations}
