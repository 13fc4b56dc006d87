"""Take the picture of the README from the running finder: ``make pictures``."""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.server import running  # noqa: E402

WISHES = (
    "?sector=pharma-biotech&work=laboratory,training-company&living=world-heritage:2,near-leipzig"
)
SETTLE = 4000  # milliseconds until a software renderer has drawn the map


def take() -> None:
    """Photograph the finder as it looks on a laptop."""
    flags = ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"]
    with running() as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ["CHROMIUM"], args=flags)
        page = browser.new_page(viewport={"width": 1280, "height": 2240})
        page.goto(f"{url}/{WISHES}")
        page.locator(".zf-card").first.wait_for()
        page.wait_for_timeout(SETTLE)
        page.screenshot(path=ROOT / "docs" / "finder.png")
        browser.close()


if __name__ == "__main__":
    take()
