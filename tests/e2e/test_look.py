"""What the eye meets: something at once, the colours of the region, nothing that jumps."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--zf-accent').trim()"


def test_the_question_is_read_before_any_script_has_come(page: Page, url):
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{url}/?lang=pl")

    expect(page.get_by_text("Który Zukunftsort pasuje do ciebie?")).to_be_visible()
    expect(page.locator(".zf-waiting")).to_be_visible()


def test_what_was_shown_first_gives_way_to_the_page(page: Page, visit):
    visit()

    expect(page.locator(".zf-first")).to_be_hidden()
    expect(page.locator("h1")).to_have_count(1)


def test_each_region_has_its_own_colour_and_so_has_the_dark(page: Page, all_url):
    seen = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for region in ("sachsen-anhalt", "mittelsachsen", "meissen"):
            page.goto(f"{all_url}/method?region={region}")
            expect(page.locator(f".zf-topbar[data-region={region}]")).to_be_visible()
            seen.add(page.evaluate(ACCENT))

    assert len(seen) == 6


def test_more_contrast_is_given_where_a_device_asks_for_it(page: Page, visit):
    visit()
    plain = page.evaluate(ACCENT)
    page.emulate_media(contrast="more")

    assert page.evaluate(ACCENT) != plain
    assert page.locator(".zf-topbar").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_a_tap_leaves_everything_where_the_eye_has_it(page: Page, visit):
    visit()
    pill = page.get_by_role("button", name="Forschung", exact=True)
    pill.scroll_into_view_if_needed()
    before = pill.bounding_box()
    pill.click()

    expect(page.locator(".zf-live li")).to_have_count(3)
    expect(page.locator(".zf-card")).to_have_count(3)
    after = pill.bounding_box()
    assert (after["x"], after["y"]) == (before["x"], before["y"])


def test_on_a_phone_the_languages_are_one_tap_away_and_take_no_room(page: Page, visit):
    page.set_viewport_size({"width": 390, "height": 844})
    visit()
    link = page.get_by_role("link", name="Polski")
    expect(link).to_be_hidden()
    page.locator(".zf-menu summary").click()

    expect(link).to_be_visible()
    link.click()
    expect(page.locator("html")).to_have_attribute("lang", "pl")


def test_who_leads_stays_in_sight_while_one_goes_from_question_to_question(page: Page, visit):
    page.set_viewport_size({"width": 1280, "height": 900})
    visit("/?sector=chemistry")
    expect(page.locator(".zf-live li")).to_have_count(3)
    page.locator(".zf-block").nth(1).evaluate("e => e.scrollIntoView()")

    expect(page.locator(".zf-live")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1280, 1920, 2560])
def test_on_a_wide_screen_the_page_stands_in_the_middle(page: Page, visit, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit()
    box = page.locator("[data-testid=stMainBlockContainer]").bounding_box()

    assert abs(box["x"] - (width - box["x"] - box["width"])) <= 16  # the scroll bar
    assert box["width"] <= 1312
