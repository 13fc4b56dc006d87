"""Every screen of the finder, how it is opened, and what a machine can ask of any of them."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PATIENCE

WISHES = "sector=chemistry&work=laboratory,startup:2&living=near-water"
IMPOSSIBLE = "living=city-life:must,near-mountains:must,world-heritage:must,small-town:must"
HERE = "&region=sachsen-anhalt"
SCREENS = {
    "start": "/?",
    "empty": f"/?{HERE}",
    "result": f"/?{WISHES}&compare=floeha&region=mittelsachsen",
    "no-result": f"/?{IMPOSSIBLE}{HERE}",
    "compare": f"/compare?{WISHES}&compare=dow-valuepark,green-gate-gatersleben{HERE}",
    "employers": f"/employers?{WISHES}{HERE}",
    "support": f"/support?{WISHES}&region=mittelsachsen",
    "actors": "/actors?region=mittelsachsen",
    "method": f"/method?{WISHES}{HERE}",
    "site": f"/site?site=dow-valuepark&{WISHES}&home=leipzig{HERE}",
    "no-site": f"/site?site=nowhere{HERE}",
    "access": "/access?region=meissen",
    "plain-result": f"/result?{WISHES}{HERE}",
    "plain-site": "/site/dow-valuepark.html?",
    "plain-access": "/access.html?",
}
MAPS = ("result", "actors")  # where one waits for the map; drawing it takes the longest
LANGUAGES = ("de", "de-simple", "en", "pl", "uk")

SIDEWAYS = """() => [...document.querySelectorAll('.stApp *, .zf-paper *')]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
    .filter((e) => !e.closest('[data-testid=stDeckGlJsonChart], .zf-hidden'))
    .map((e) => e.className || e.tagName)"""
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def language_of(screen: str) -> str:
    """Return the language in which a screen is looked at: each has its turn."""
    return LANGUAGES[list(SCREENS).index(screen) % len(LANGUAGES)]


def show(page: Page, finder: str, screen: str, language: str = "") -> None:
    """Open a screen and wait until all of it is there."""
    page.goto(f"{finder}{SCREENS[screen]}&lang={language or language_of(screen)}")
    if not screen.startswith("plain"):
        expect(page.locator(".zf-start, .zf-footer").last).to_be_visible(timeout=PATIENCE)
        expect(page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    if screen in MAPS:
        page.locator(".st-key-live, .st-key-actors-on-map").first.scroll_into_view_if_needed()
        expect(page.locator(".mapboxgl-ctrl-zoom-in")).to_be_visible(timeout=3 * PATIENCE)


def unfold(page: Page) -> None:
    """Open whatever can be opened, so that it is looked at too."""
    page.evaluate("document.querySelectorAll('main details').forEach((e) => { e.open = true; })")
    page.evaluate("document.querySelectorAll('.zf-topbar details').forEach((e) => e.open = false)")


def findings(page: Page, options: dict[str, object] = EVERYTHING) -> list[str]:
    """Return what axe finds, however small: of the standard, and of good practice."""
    return [
        f"{v['id']}: {v['help']} {[node['target'] for node in v['nodes'][:3]]}"
        for v in Axe().run(page, options=options).response["violations"]
    ]
