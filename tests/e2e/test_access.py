"""Everybody can read and touch every screen: in each language, light and dark, large and small."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import PATIENCE
from tests.e2e.screens import (
    CONTRAST,
    EVERYTHING,
    LANGUAGES,
    SCREENS,
    SIDEWAYS,
    findings,
    language_of,
    show,
    unfold,
)

pytestmark = pytest.mark.browser

WIDE, PHONE = (1280, 900), (390, 844)
# A window of 1280 x 900, enlarged to 200 and to 400 percent.
ENLARGED = ((640, 450), (320, 225))
LOOKS = (
    (WIDE, "light", EVERYTHING),
    (WIDE, "dark", CONTRAST),
    (PHONE, "dark", EVERYTHING),
    (PHONE, "light", CONTRAST),
)
# What WCAG 1.4.12 wants to be possible.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
CUT_OFF = """() => [...document.querySelectorAll('main *')]
    .filter((e) => e.checkVisibility() && e.textContent.trim() && e.clientWidth > 1)
    .filter((e) => !e.closest('.zf-hidden, .zf-icon, .zf-scroll, [data-testid=stDeckGlJsonChart]'))
    .filter((e) => {
        const { overflowX, overflowY } = getComputedStyle(e);
        const wide = overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
        const high = ['hidden', 'clip'].includes(overflowY) && e.scrollHeight > e.clientHeight + 1;
        return wide || high;
    }).map((e) => `${e.className || e.tagName}: ${e.textContent.trim().slice(0, 40)}`)"""
MOVING = """() => [...document.querySelectorAll('body, body *')].filter((e) => {
        const { transitionDuration, animationDuration } = getComputedStyle(e);
        const times = `${transitionDuration}, ${animationDuration}`.split(', ');
        return times.some((time) => parseFloat(time) > 0);
    }).map((e) => e.className || e.tagName)"""
TOUCHED = """.zf-board :is(button, summary, .zf-weight label, input[type=search]),
    .zf-view :is(button, summary, .zf-button, .zf-back, input), .zf-share a, .zf-door,
    .zf-topbar :is(a, summary), .zf-footer a, .mapboxgl-ctrl-group button"""
TOO_SMALL = """(touched) => [...document.querySelectorAll(touched)]
    .filter((e) => e.checkVisibility())
    .map((e) => [e.textContent.trim() || e.className, e.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.height < 43.5 || box.width < 43.5))
    .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
TWICE = """() => [...document.querySelectorAll('[id]')].map((e) => e.id)
    .filter((id, i, all) => all.indexOf(id) !== i)"""


@pytest.fixture(autouse=True)
def patience() -> None:
    """Wait as long as elsewhere, without the page of its own that each test would open."""
    expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One visitor who looks at all screens, so that the browser loads its scripts once."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, tab: Page, all_url: str) -> str:
    """Open a screen once for every test that asks for one."""
    look(tab, WIDE)
    show(tab, all_url, request.param)
    unfold(tab)
    return str(request.param)


def look(page: Page, size: tuple[int, int], **media: str) -> None:
    """Look through a window of a size; light and with nothing special, unless it is said."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    usual = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
    page.emulate_media(**{**usual, **media})  # type: ignore[arg-type]


def test_axe_finds_nothing_at_all(screen, tab):
    for size, scheme, options in LOOKS:
        look(tab, size, color_scheme=scheme, reduced_motion="reduce")  # no colour on its way

        assert findings(tab, options) == [], (size, scheme)


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_on_any_screen_in_any_language(name, language, tab, all_url):
    look(tab, WIDE)
    show(tab, all_url, name, language)
    unfold(tab)
    for size, scheme, options in LOOKS:
        look(tab, size, color_scheme=scheme, reduced_motion="reduce")

        assert findings(tab, options) == [], (size, scheme)


def test_the_page_says_what_it_is_and_in_which_language(screen, tab):
    heading = tab.locator("h1").inner_text()

    assert re.fullmatch(f"{re.escape(heading)} [–·] Zukunftsort-Finder", tab.title())
    assert tab.locator("html").get_attribute("lang") == language_of(screen)


def test_who_hears_the_page_finds_the_way_by_its_headings_and_landmarks(screen, tab):
    look(tab, WIDE)
    headings = [h for h in tab.locator("h1, h2, h3, h4, h5, h6").all() if h.is_visible()]
    levels = [int(str(heading.evaluate("(h) => h.tagName"))[1]) for heading in headings]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert tab.locator("main").count() == 1
    assert tab.evaluate(TWICE) == []


@pytest.mark.parametrize("size", ENLARGED)
def test_nothing_is_cut_off_and_nothing_scrolls_sideways_when_enlarged(screen, tab, size):
    look(tab, size)

    assert tab.evaluate(SIDEWAYS) == []
    assert tab.evaluate(CUT_OFF) == []
    assert tab.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_nothing_is_cut_off_when_letters_and_lines_stand_wider_apart(screen, tab, size):
    look(tab, size)
    wider = tab.add_style_tag(content=SPACING)
    found = tab.evaluate(SIDEWAYS) + tab.evaluate(CUT_OFF)
    wider.evaluate("(style) => style.remove()")

    assert found == []


def test_what_a_finger_must_hit_is_as_big_as_a_finger(screen, tab):
    look(tab, PHONE)

    assert tab.evaluate(TOO_SMALL, TOUCHED) == []


def test_nothing_moves_for_those_who_asked_for_less_movement(screen, tab):
    look(tab, WIDE, reduced_motion="reduce")

    assert tab.evaluate(MOVING) == []


@pytest.mark.parametrize("width", [768, 1920])
def test_no_screen_scrolls_sideways_on_other_devices(screen, tab, width):
    look(tab, (width, 800))

    assert tab.evaluate(SIDEWAYS) == []


COLOURS = "(e) => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"


def test_what_is_chosen_is_told_apart_in_colours_of_ones_own(tab, all_url):
    look(tab, WIDE, forced_colors="active")
    show(tab, all_url, "result", "de")
    pairs = [
        (".zf-pill.zf-on", ".zf-pill:not(.zf-on)"),
        (".zf-weight input:checked + span", ".zf-weight input:not(:checked) + span"),
        (".zf-card [data-event^='compare:']", ".zf-card [data-event^='select:']"),
    ]
    tab.locator(".zf-card [data-event^='compare:']").first.click()
    expect(tab.locator(".zf-card [aria-pressed=true]").first).to_be_visible()

    for chosen, other in pairs:
        one, two = (tab.locator(selector).first for selector in (chosen, other))
        assert one.evaluate(COLOURS) != two.evaluate(COLOURS), chosen


def test_every_site_on_the_map_stands_in_the_list_beside_it(tab, all_url, region):
    look(tab, WIDE)
    show(tab, all_url, "empty", "de")

    figure = tab.get_by_role("figure")
    expect(figure).to_have_attribute("aria-label", re.compile("Dieselben Orte stehen darunter"))
    assert set(tab.locator(".zf-others h3").all_inner_texts()) == {s.name for s in region.sites}


def test_every_chart_of_a_site_says_in_words_what_it_shows(tab, all_url):
    show(tab, all_url, "site", "de")
    expect(tab.locator(".zf-strip").first).to_be_visible()

    charts = tab.locator(".zf-indicator:has(.zf-strip)")
    assert charts.count() > 10
    for chart in charts.all():
        words = chart.locator(".zf-strip-words")
        assert words.evaluate("(e) => e.firstChild.textContent.trim()")  # more than the middle
    assert tab.locator("svg:not([aria-hidden=true]):not([role=img][aria-label])").count() == 0


def test_every_word_of_the_questions_is_explained_in_simple_words(tab, all_url):
    show(tab, all_url, "empty", "de-simple")
    unfold(tab)
    words = tab.locator(".zf-terms dt").count()

    assert words == tab.locator(".zf-pick").count()
    explained = tab.locator(".zf-terms dd").all_inner_texts()
    assert len(explained) == words
    assert all(explained)


def test_a_phone_asks_one_block_a_screen_and_shows_who_leads(tab, all_url):
    look(tab, PHONE)
    show(tab, all_url, "empty", "de")
    expect(tab.locator(".zf-block:visible")).to_have_count(1)

    tab.get_by_role("button", name="Chemie", exact=True).click()
    expect(tab.locator(".zf-bar-top")).to_contain_text("1 ")
    tab.get_by_role("button", name="Weiter: Arbeitsumfeld").click()
    expect(tab.get_by_role("heading", name="Wie möchtest du arbeiten?")).to_be_in_viewport()
    tab.get_by_role("button", name="Weiter: Leben").click()
    tab.locator(".zf-next:visible").click()

    expect(tab.locator("#zf-result")).to_be_in_viewport()
