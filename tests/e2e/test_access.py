"""Everybody can use the finder: language, names, keyboard, small screens."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SCREENS = {
    "start": "/",
    "result": "/?sector=pharma-biotech&work=laboratory,startup:must&living=world-heritage:2",
    "portrait": "/site?site=dow-valuepark&sector=chemistry",
    "method": "/method?sector=chemistry",
}
SIDEWAYS = """() => [...document.querySelectorAll('.stApp *')]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
    .filter((e) => !e.closest('[data-testid=stDeckGlJsonChart]'))
    .map((e) => e.className || e.tagName)"""


def findings(page: Page) -> list[str]:
    return [
        f"{v['id']}: {v['help']} {[node['target'] for node in v['nodes'][:3]]}"
        for v in Axe().run(page).response["violations"]
        if v["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_serious(page: Page, visit, screen, scheme):
    page.emulate_media(color_scheme=scheme)
    visit(SCREENS[screen])

    assert findings(page) == []


def test_axe_finds_nothing_serious_on_a_phone(page: Page, visit):
    page.set_viewport_size({"width": 390, "height": 844})
    visit(SCREENS["result"])

    assert findings(page) == []


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280, 1920])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_scrolls_sideways(page: Page, visit, screen, width):
    page.set_viewport_size({"width": width, "height": 800})
    visit(SCREENS[screen])

    assert page.evaluate(SIDEWAYS) == []


def test_the_page_says_that_it_is_german_and_what_it_is(visit):
    page = visit()

    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page).to_have_title("Zukunftsort-Finder")


def test_headings_come_in_order(visit):
    for path in SCREENS.values():
        page = visit(path)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
        )
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels)), levels


def test_a_person_with_a_keyboard_alone_can_wish_and_keeps_the_focus(visit):
    page = visit()
    first = page.get_by_role("button", name="Chemie", exact=True)
    first.focus()

    page.keyboard.press("Enter")

    expect(first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".zf-card").first).to_be_visible()
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Chemie: wichtig. Tippen zum Ändern")).to_be_focused()
    page.keyboard.press("Space")
    expect(
        page.get_by_role("button", name="Chemie: sehr wichtig. Tippen zum Ändern")
    ).to_be_focused()


def test_a_phone_asks_one_block_a_screen_and_shows_who_leads(page: Page, visit):
    page.set_viewport_size({"width": 390, "height": 844})
    visit()
    expect(page.locator(".zf-block:visible")).to_have_count(1)

    page.get_by_role("button", name="Chemie", exact=True).click()
    expect(page.locator(".zf-bar-top")).to_contain_text("1 ")
    page.get_by_role("button", name="Weiter: Arbeitsumfeld").click()
    expect(page.get_by_role("heading", name="Wie möchtest du arbeiten?")).to_be_in_viewport()
    page.get_by_role("button", name="Weiter: Leben").click()
    page.locator(".zf-next:visible").click()

    expect(page.locator("#zf-result")).to_be_in_viewport()


def test_what_a_finger_must_hit_is_big_enough(page: Page, visit):
    page.set_viewport_size({"width": 390, "height": 844})
    visit(SCREENS["result"])

    small = page.evaluate(
        """() => [...document.querySelectorAll('.zf-board button, .zf-view button, .zf-button')]
            .map((e) => [e.textContent, e.getBoundingClientRect()])
            .filter(([, box]) => box.height > 0 && box.height < 40).map(([text]) => text)"""
    )
    assert small == []
