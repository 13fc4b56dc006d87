"""What a visitor sees when something fails inside: a sentence and a way on."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PACK
from tests.server import running

pytestmark = pytest.mark.browser

BROKEN = """
import pages.parts.result

def broken(*values, **more):
    raise RuntimeError("secret detail")

from app import app
pages.parts.result.live_html = broken
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("broken")
    (folder / "broken.py").write_text(BROKEN)
    command = [sys.executable, "-m", "uvicorn", "broken:app", "--app-dir", str(folder)]
    with running(command, FINDER_REGION="sachsen-anhalt") as url:
        yield url


def test_a_visitor_reads_a_german_sentence_and_never_a_traceback(page: Page, broken: str):
    page.goto(f"{broken}/?sector=chemistry")

    expect(page.get_by_role("alert")).to_contain_text("Bei uns ist etwas schiefgegangen")
    text = page.locator("body").inner_text()
    for leak in ("Traceback", "RuntimeError", "secret detail", ".py"):
        assert leak not in text


def test_a_page_that_is_open_while_the_server_starts_again_goes_on_and_repeats_no_tap(page: Page):
    def wish(name: str, pressed: str) -> None:
        button = page.get_by_role("button", name=name, exact=True)
        expect(button).to_have_attribute("aria-pressed", pressed)

    with running(FINDER_REGION=PACK.name) as url:
        page.goto(f"{url}/?sector=chemistry&work=laboratory,office&lang=de")
        page.get_by_role("button", name="Kunststoff", exact=True).click()
        page.get_by_role("button", name="Labor entfernen").click()
        wish("Labor", "false")
        page.locator(".zf-card [data-event^='compare:']").first.click()
        expect(page).to_have_url(re.compile(r"compare=[a-z-]+"))
        before = page.url
    connected = page.locator("[data-test-connection-state=CONNECTED]")
    expect(connected).not_to_be_attached()
    with running(port=int(url.rpartition(":")[2]), FINDER_REGION=PACK.name):
        expect(connected).to_be_attached()
        page.get_by_role("button", name="Büro", exact=True).click()
        expect(page).not_to_have_url(before)
        wish("Büro", "false")
        wish("Kunststoff", "true")
        wish("Labor", "false")
        expect(page).to_have_url(
            re.compile(r"\?sector=chemistry(,|%2C)plastics-materials&.*compare=[a-z-]+")
        )
