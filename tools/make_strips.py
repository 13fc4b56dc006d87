"""Photograph whole journeys: ``make strips``.

build/strips holds one picture a journey, its moments side by side, to see what a visitor sees;
docs/finder.webp is one of them as a moving picture, for the README.
"""

import os
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import FLAGS  # noqa: E402
from tests.server import running  # noqa: E402

Step = Callable[[Page], None]
PHONE, DESK = (390, 844), (1120, 760)
SETTLE = 1500  # milliseconds until everything that moves stands still
SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
ANHALT = "?region=sachsen-anhalt"


def tap(name: str, role: str = "button") -> Step:
    """Tap what has this name."""
    return lambda page: page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]


def press(part: str) -> Step:
    """Tap a part of the page."""
    return lambda page: page.locator(part).first.click()


def see(part: str) -> Step:
    """Bring a part of the page to the top of the screen."""
    return lambda page: page.locator(part).first.evaluate("e => e.scrollIntoView()")


JOURNEYS: dict[str, tuple[tuple[int, int], str, list[Step]]] = {
    "first-visit": (
        PHONE,
        "/",
        [
            press("[data-door=sachsen-anhalt] a"),
            tap("Pharma & Biotech"),
            tap("Weiter: Arbeitsumfeld"),
            tap("Labor"),
            tap("Weiter: Leben"),
            tap("Welterbe"),
            press(".zf-next:visible"),
            tap("Ort kennenlernen", "link"),
            see(".zf-workplaces"),
        ],
    ),
    "second-visit-by-link": (
        PHONE,
        f"/{ANHALT}&sector=chemistry:2&work=training-company",
        [see("#zf-result"), tap("Chemie entfernen"), see("#zf-result")],
    ),
    "change-of-mind": (
        DESK,
        f"/{ANHALT}",
        [
            tap("Chemie"),
            tap("IT & Software"),
            tap("Chemie"),
            see("#zf-result"),
            tap("Neu beginnen"),
        ],
    ),
    "nothing-fits": (
        PHONE,
        f"/{ANHALT}&sector=paper-pulp&work=media-studio&living=near-mountains",
        [see("#zf-result"), see(".zf-card >> nth=1")],
    ),
    "must-without-result": (
        PHONE,
        f"/{ANHALT}&living=city-life:must,near-mountains:must,small-town:must",
        [see("#zf-result"), see(".zf-advice")],
    ),
    "other-region": (
        DESK,
        "/",
        [press("[data-door=mittelsachsen] a"), tap("Alle Regionen", "link")],
    ),
    "other-language": (
        DESK,
        f"/{ANHALT}&sector=chemistry",
        [tap("Українська", "link"), see("#zf-result"), tap("Polski", "link")],
    ),
}
FILM = (
    DESK,
    f"/{ANHALT}",
    [
        tap("Pharma & Biotech"),
        tap("Labor"),
        tap("Welterbe"),
        see("#zf-result"),
        press(".zf-parts summary"),
        tap("Ort kennenlernen", "link"),
        see(".zf-around"),
    ],
)
FRAME = 1700  # milliseconds that a moment of the film stands


def take() -> None:
    """Take every strip, and the film."""
    folder = ROOT / "build" / "strips"
    folder.mkdir(parents=True, exist_ok=True)
    with running() as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        for name, journey in JOURNEYS.items():
            side_by_side(list(moments(browser, url, *journey))).save(folder / f"{name}.png")
            print(folder / f"{name}.png")
        waiting(browser, f"{url}/{ANHALT}").save(folder / "slow-line.png")
        first, *others = (
            picture.resize((840, 570), Image.Resampling.LANCZOS)
            for picture in moments(browser, url, *FILM)
        )
        film = ROOT / "docs" / "finder.webp"
        first.save(film, save_all=True, append_images=others, duration=FRAME, loop=0, quality=70)
        browser.close()


def moments(
    browser: Browser, url: str, size: tuple[int, int], path: str, steps: list[Step]
) -> Iterator[Image.Image]:
    """Yield what is seen first and after each step."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(url + path)
    page.locator("h1:visible, .zf-title:visible").first.wait_for()
    yield seen(page)
    for step in steps:
        step(page)
        yield seen(page)
    page.close()


def waiting(browser: Browser, address: str) -> Image.Image:
    """Return what a phone on a slow line shows, second by second."""
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    page.goto(address, wait_until="commit")
    pictures = [seen(page, 1000) for _ in range(10)]
    page.close()
    return side_by_side(pictures)


def seen(page: Page, after: int = SETTLE) -> Image.Image:
    page.wait_for_timeout(after)
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    gap = 12
    strip = Image.new(
        "RGB", (sum(p.width + gap for p in pictures), max(p.height for p in pictures)), "#888888"
    )
    left = 0
    for picture in pictures:
        strip.paste(picture, (left, 0))
        left += picture.width + gap
    return strip


if __name__ == "__main__":
    take()
