"""With the keys alone: all the way from a wish to a contact, and always seeing where one is."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import PATIENCE

pytestmark = pytest.mark.browser

FAR = 250  # stops of the Tab key; nothing is farther away
WISHES = "/?sector=chemistry,food&work=laboratory&living=near-water"
SITE = re.compile("/site[?]")
CONTROLS = (
    *(".zf-pill:not(.zf-on) .zf-pick", ".zf-on .zf-pick", ".zf-on .zf-level", ".zf-query"),
    *(".zf-live button", ".zf-chosen button", ".zf-card summary", ".zf-card .zf-button"),
    *(".zf-card .zf-quiet", ".zf-others h3 a", ".zf-share input", ".zf-footer a"),
)
# What has the focus, with the part that shows it: the map's frame, the word beside a hidden dot.
RING = """() => {
    const e = document.activeElement;
    const drawn = [e, e.closest('[data-testid=stDeckGlJsonChart]'), e.nextElementSibling];
    const seen = drawn.filter((part) => part && getComputedStyle(part).opacity > 0);
    return seen.some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(part);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
}"""
# Whether something else lies over the middle of what has the focus.
HIDDEN = """() => {
    const e = document.activeElement, box = e.getBoundingClientRect();
    const x = box.x + box.width / 2, y = box.y + Math.min(box.height, innerHeight) / 2;
    const top = document.elementFromPoint(x, y);
    return !(top && (e.contains(top) || top.contains(e)));
}"""


def stop(page: Page) -> str:
    """Say where the focus is."""
    return str(page.evaluate("document.activeElement.outerHTML.slice(0, 150)"))


def press(page: Page, key: str) -> None:
    """Press a key; afterwards something has the focus, and shows it."""
    page.keyboard.press(key)
    expect(page.locator("*:focus")).to_have_count(1)
    assert page.evaluate(RING), f"nothing shows the focus on {stop(page)}"


def walk(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the target has the focus; each stop on the way shows itself."""
    for _ in range(FAR):
        press(page, key)
        assert not page.evaluate(HIDDEN), f"something lies over {stop(page)}"
        if target.evaluate("(e) => e === document.activeElement"):
            return
    raise AssertionError(f"{key} leads nowhere near {target}")


@pytest.fixture
def finder(visit: Callable[[str], Page]) -> Callable[[str], Page]:
    """Open the finder and wait for its map, which the keys must get past."""

    def open_finder(path: str) -> Page:
        page = visit(path)
        expect(page.locator(".mapboxgl-ctrl-zoom-in")).to_be_visible(timeout=3 * PATIENCE)
        return page

    return open_finder


def test_the_keys_lead_from_the_first_wish_past_the_map_to_a_contact(finder):
    page = finder("/")
    announced = page.locator(".zf-view [role=status]", has_text="Vorn: ")

    chemistry = page.get_by_role("button", name="Chemie", exact=True)
    walk(page, chemistry)
    press(page, "Enter")
    expect(chemistry).to_have_attribute("aria-pressed", "true")
    expect(announced).to_have_count(1)
    expect(chemistry).to_be_focused()
    press(page, "Tab")
    press(page, "Space")
    expect(page.get_by_role("button", name=re.compile("Chemie: sehr wichtig"))).to_be_focused()
    press(page, "Space")
    expect(page.get_by_role("button", name=re.compile("Chemie: Muss"))).to_be_focused()

    search = page.get_by_role("searchbox")
    walk(page, search, "Shift+Tab")
    page.keyboard.type("Laborant")
    expect(page.locator(".zf-found button").first).to_be_visible()
    press(page, "Tab")
    press(page, "Enter")
    expect(page.locator(".zf-picked .zf-pick")).to_have_count(1)
    expect(search).to_be_focused()

    walk(page, page.locator("input[name=zf-w-sector]:checked"))
    press(page, "ArrowRight")
    expect(page).to_have_url(re.compile("weight=sector(:|%3A)2"))

    card = page.locator(".zf-card")
    walk(page, card.first.locator("summary"))
    press(page, "Enter")
    expect(card.first.locator("tfoot")).to_be_visible()
    for n in (0, 1):
        compare = card.nth(n).get_by_role("button", name="Vergleichen")
        walk(page, compare)
        press(page, "Space")
        expect(compare).to_have_attribute("aria-pressed", "true")
        expect(compare).to_be_focused()

    both = page.get_by_role("link", name="Vergleichen")
    walk(page, both)
    page.keyboard.press("Enter")  # to another page, where the next line looks for the focus
    expect(page.get_by_role("heading", level=1, name="Orte vergleichen")).to_be_focused()
    walk(page, page.get_by_role("link", name="Zurück zum Ergebnis"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(both).to_be_focused()

    opened = card.nth(1).get_by_role("link", name="Ort kennenlernen")
    walk(page, opened, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(SITE)
    expect(page.locator(".zf-site h1")).to_be_focused()
    page.go_back()
    expect(opened).to_be_focused()

    walk(page, page.locator(".zf-share a[href^='mailto:']").first)


@pytest.mark.parametrize(
    ("gone", "heir"),
    [
        ("[data-event='drop:chemistry']", "[data-event='drop:food']"),
        ("[data-event='reset:']", "#zf-result"),
        (".zf-looked-at [data-event^='select:']", ".zf-live [data-event^='select:']"),
        (".zf-picked .zf-pick", ".zf-query"),
    ],
)
def test_who_takes_something_away_goes_on_beside_it(visit, gone, heir):
    page = visit(f"{WISHES}&occupation=chemielaborant")
    if gone.startswith(".zf-looked-at"):
        page.locator(".zf-live [data-event^='select:']").first.click()

    page.locator(gone).first.focus()
    page.keyboard.press("Enter")

    expect(page.locator(gone)).to_have_count(0)
    expect(page.locator(heir).first).to_be_focused()


def test_the_bar_of_a_phone_never_lies_over_what_has_the_focus(page: Page, visit):
    page.set_viewport_size({"width": 390, "height": 700})
    visit(WISHES)
    expect(page.locator(".zf-bar")).to_be_visible()
    page.locator(".zf-chosen button").first.focus()

    walk(page, page.locator(".zf-share a").first)


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.soak)])
def test_the_ring_around_a_control_is_seen_on_all_four_sides(page: Page, visit, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visit(WISHES)

    assert [control for control in CONTROLS if not is_ringed(page, control)] == []


def is_ringed(page: Page, control: str) -> bool:
    """Return whether something is seen to change on every side of what gets the focus."""
    page.locator(".zf-topbar a").first.focus()
    target = page.locator(control).last
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    width, height, edge = int(box["width"]) + 12, int(box["height"]) + 12, 6
    clip = {"x": box["x"] - edge, "y": box["y"] - edge, "width": width, "height": height}

    def picture() -> Image.Image:
        return Image.open(BytesIO(page.screenshot(clip=clip))).convert("L")

    before = picture()
    page.keyboard.press("Shift")  # so that the browser knows of a keyboard
    target.evaluate("(e) => e.focus({ preventScroll: true })")
    ring = ImageChops.difference(before, picture()).point(lambda value: 255 * (value > 60))
    sides = (
        (width // 3, 0, 2 * width // 3, edge),
        (width // 3, height - edge, 2 * width // 3, height),
        (0, height // 3, edge, 2 * height // 3),
        (width - edge, height // 3, width, 2 * height // 3),
    )
    return all(ring.crop(side).getbbox() for side in sides)
