"""Photograph the running finder: ``make pictures``.

build/pictures holds one contact sheet a screen, with every width side by side, light above dark,
to look at before a change lands.
"""

import os
import sys
from itertools import cycle, islice
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import FLAGS  # noqa: E402
from tests.e2e.screens import SCREENS  # noqa: E402
from tests.server import running  # noqa: E402

WIDTHS = {360: 740, 390: 844, 768: 1024, 1280: 900, 1920: 1080}
LANGUAGES = ("de", "pl", "uk", "en", "de-simple")
SETTLE = 3000  # milliseconds until a software renderer has drawn the map
TALLEST = 5000  # pixels of a page that are looked at
SCALE = 0.4


def take() -> None:
    """Take every picture."""
    folder = ROOT / "build" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with running() as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        for name, path in SCREENS.items():
            rows = []
            for shift, scheme in enumerate(("light", "dark")):
                row = []
                codes = islice(cycle(LANGUAGES), shift, None)  # each width in two languages
                for (width, height), code in zip(WIDTHS.items(), codes, strict=False):
                    picture = folder / f"{name}-{width}-{scheme}.png"
                    photograph(browser, f"{url}{path}&lang={code}", picture, width, height, scheme)
                    row.append(picture)
                rows.append(row)
            sheet(rows).save(folder / f"{name}.png")
            print(folder / f"{name}.png")
        browser.close()


def photograph(
    browser: Browser, address: str, target: Path, width: int, height: int, scheme: str = "light"
) -> None:
    """Photograph a page in full, as far as anybody looks."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(address)
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(SETTLE)
    tall = page.evaluate(
        "Math.max(...[...document.querySelectorAll('*')].map(e => e.scrollHeight))"
    )
    page.set_viewport_size({"width": width, "height": max(height, min(tall, TALLEST))})
    page.wait_for_timeout(SETTLE // 3)
    page.screenshot(path=target)
    page.close()


def sheet(rows: list[list[Path]]) -> Image.Image:
    """Put pictures side by side, a row for each scheme of colours."""
    pictures = [[Image.open(path).convert("RGB") for path in row] for row in rows]
    small = [
        [p.resize((round(p.width * SCALE), round(p.height * SCALE))) for p in row]
        for row in pictures
    ]
    width = sum(p.width + 10 for p in small[0])
    heights = [max(p.height for p in row) + 10 for row in small]
    found = Image.new("RGB", (width, sum(heights)), "#888888")
    top = 0
    for row, height in zip(small, heights, strict=True):
        left = 0
        for picture in row:
            found.paste(picture, (left, top))
            left += picture.width + 10
        top += height
    return found


if __name__ == "__main__":
    take()
