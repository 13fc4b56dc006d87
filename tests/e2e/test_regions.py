"""Three regions in five languages: from the start to a contact, in one language."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PATIENCE

pytestmark = pytest.mark.browser

REGIONS = ["sachsen-anhalt", "mittelsachsen", "meissen"]
OWN_NAMES = {
    "de": "Deutsch",
    "de-simple": "Einfache Sprache",
    "en": "English",
    "pl": "Polski",
    "uk": "Українська",
}


@pytest.fixture
def visit(page: Page, all_url: str):
    """Open an address of the finder with every region, and wait until it can be used."""

    def open_page(path: str) -> Page:
        page.goto(f"{all_url}{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    return open_page


@pytest.mark.parametrize(
    "region",
    [REGIONS[0], *(pytest.param(region, marks=pytest.mark.soak) for region in REGIONS[1:])],
)
def test_a_journey_from_a_wish_to_a_draft_stays_in_its_language(page: Page, visit, region):
    page.set_viewport_size({"width": 390, "height": 844})
    for code, name in OWN_NAMES.items():  # one visitor, so that the browser loads the page once
        visit(f"/?region={region}&lang={code}")
        assert page.locator("html").get_attribute("lang") == code
        page.locator(".zf-menu summary").click()
        expect(page.get_by_role("link", name=name, exact=True)).to_have_attribute(
            "aria-current", "true"
        )
        page.locator(".zf-menu summary").click()

        page.locator(".zf-pick").first.click()
        draft = page.locator(".zf-share a[href^='mailto:']").first

        expect(draft).to_be_attached()
        expect(page).to_have_url(re.compile(f"sector=.*region={region}&lang={code}"))
        page.locator(".zf-card a.zf-button").first.click()
        expect(page.locator(".zf-site h1")).to_be_visible()
        expect(page).to_have_url(re.compile(f"region={region}.*lang={code}|lang={code}.*{region}"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_start_page_leads_into_each_region_and_keeps_the_wishes(visit):
    page = visit("/?work=training-company&lang=en")
    expect(page.get_by_role("heading", name="Where would you like to look?")).to_be_visible()
    expect(page.locator(".zf-door")).to_have_count(4)

    page.get_by_role("link", name=re.compile("^Mittelsachsen")).click()

    expect(page.locator(".zf-card")).to_have_count(3)
    expect(page).to_have_url(re.compile("region=mittelsachsen"))
    expect(page.locator("[aria-pressed=true]", has_text="Apprenticeships")).to_be_visible()


def test_all_regions_are_searched_as_one(visit):
    page = visit("/?region=all&sector=chemistry&lang=en")

    expect(page.locator(".zf-card")).to_have_count(3)
    expect(page.locator(".zf-others > li")).to_have_count(26)


def test_an_unknown_region_is_told_and_the_known_ones_are_offered(visit):
    page = visit("/?region=atlantis&lang=en")

    expect(page.get_by_role("alert")).to_contain_text("We do not know the region “atlantis”")
    expect(page.locator(".zf-door")).to_have_count(4)


def test_another_language_is_one_tap_away_and_changes_nothing_else(visit):
    page = visit("/?region=meissen&sector=chemistry&home=leipzig")

    page.get_by_role("link", name="Polski", exact=True).click()

    expect(page.locator("[aria-pressed=true]", has_text="Chemia").first).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "pl"
    expect(page).to_have_url(
        re.compile("(?=.*sector=chemistry)(?=.*home=leipzig)(?=.*region=meissen)")
    )
    expect(page.locator(".zf-card")).to_have_count(3)


def test_who_wished_for_childcare_sees_support_for_families_first(visit):
    page = visit("/support?region=meissen&work=training-company&lang=en")

    expect(page.get_by_text("First comes what goes with your wishes")).to_be_visible()
    tags = page.locator(".zf-support").first.locator(".zf-tags")
    expect(tags).to_contain_text(re.compile("Training|School"))


def test_support_is_filtered_by_situation(visit):
    page = visit("/support?region=mittelsachsen&lang=en")
    count = page.locator(".zf-lead [data-status]")
    expect(count).to_contain_text("entries")
    before = count.inner_text()

    page.get_by_role("button", name="I come from abroad").click()

    expect(count).not_to_have_text(before)
    expect(page.get_by_role("button", name="I come from abroad")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("button", name="Show all").click()
    expect(count).to_contain_text(before.split()[0])


def test_the_map_of_actors_has_the_same_actors_as_its_list(visit):
    page = visit("/actors?region=mittelsachsen&lang=en")
    expect(page.locator(".zf-support")).to_have_count(32)

    page.get_by_role("button", name="Arriving").click()

    expect(page.get_by_role("button", name="Show all")).to_be_visible()
    kept = int(re.search(r"\d+", page.locator(".zf-lead [data-status]").inner_text())[0])
    assert 0 < kept < 32
    expect(page.locator(".zf-support")).to_have_count(kept)
    expect(page.locator("canvas").first).to_be_attached()


def test_what_others_call_their_controls_is_said_in_the_language_of_the_page(visit):
    page = visit("/?region=meissen&lang=pl&sector=food")

    expect(page.get_by_role("button", name="Powiększ")).to_be_visible(timeout=3 * PATIENCE)
    expect(page.get_by_role("button", name="Zoom")).to_have_count(0)
    expect(page.locator("a[href='#stMain']")).to_have_text("Przejdź do treści")


def test_support_of_all_regions_asks_for_one_and_leads_to_its_support(visit):
    page = visit("/support?region=all&lang=en")
    expect(page.locator(".zf-door")).to_have_count(3)

    page.get_by_role("link", name=re.compile("^Mittelsachsen")).click()

    expect(page.get_by_role("heading", level=1, name="Who helps you")).to_be_visible()
