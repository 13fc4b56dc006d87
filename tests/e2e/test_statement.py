"""From every screen one tap leads to help and the accessibility statement, and back again."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ASKED = "sector=chemistry&region=meissen&lang=pl"
SCREENS = {
    "finder": f"/?{ASKED}",
    "compare": f"/compare?{ASKED}&compare=riesa,meissen",
    "employers": f"/employers?{ASKED}",
    "support": f"/support?{ASKED}",
    "actors": f"/actors?{ASKED}",
    "method": f"/method?{ASKED}",
    "site": f"/site?{ASKED}&site=riesa",
    "statement": f"/access?{ASKED}",
}
KEPT = re.compile("(?=.*sector=chemistry)(?=.*region=meissen)(?=.*lang=pl)")
TITLE = "Pomoc i dostępność"


def findings(page: Page) -> list[str]:
    return [f"{v['id']}: {v['help']}" for v in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("screen", SCREENS)
def test_from_every_screen_one_tap_leads_there_and_back_with_wishes_and_language(
    page: Page, all_url, screen
):
    page.goto(f"{all_url}{SCREENS[screen]}")

    page.get_by_role("link", name="Dostępność", exact=True).last.click()

    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    expect(page).to_have_url(re.compile(f"/access[?]{KEPT.pattern}"))
    page.get_by_role("link", name="Wróć do wyniku").click()
    expect(page.locator(".zf-card").first).to_be_visible()
    expect(page).to_have_url(KEPT)
    expect(page.locator("html")).to_have_attribute("lang", "pl")


def test_before_a_region_is_chosen_the_statement_is_a_tap_away_too(page: Page, all_url):
    page.goto(f"{all_url}/?sector=chemistry&lang=pl")

    page.get_by_role("link", name="Dostępność", exact=True).click()

    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    expect(page.locator("#feedback > li")).to_have_count(3)
    page.get_by_role("link", name="Do findera").click()
    expect(page.locator(".zf-door").first).to_be_visible()
    expect(page).to_have_url(re.compile("(?=.*sector=chemistry)(?=.*lang=pl)"))


def test_a_site_that_is_not_there_still_leads_to_the_statement(page: Page, all_url):
    page.goto(f"{all_url}/site?{ASKED}&site=nowhere")

    page.get_by_role("link", name="Dostępność", exact=True).click()

    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
