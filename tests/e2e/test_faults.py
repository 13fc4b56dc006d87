"""What a visitor sees when something fails inside: a sentence and a way on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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
