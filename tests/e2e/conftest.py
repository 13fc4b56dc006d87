"""A browser and a server for every journey."""

import os
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import FLAGS

PATIENCE = 20_000  # milliseconds; a first visit on a busy machine


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "no Chromium: type 'make test', which looks for one"
    return {**browser_type_launch_args, "executable_path": path, "args": FLAGS}


@pytest.fixture(scope="session")
def base_url(url: str) -> str:
    return url


@pytest.fixture(autouse=True)
def patience(page: Page) -> None:
    expect.set_options(timeout=PATIENCE)
    page.set_default_timeout(PATIENCE)


@pytest.fixture
def visit(page: Page, base_url: str) -> Callable[[str], Page]:
    """Open an address of the finder and wait until it can be used."""

    def open_page(path: str = "/") -> Page:
        page.goto(f"{base_url}{path}")
        expect(page.locator(".zf-view .zf-title").first).to_be_visible()
        return page

    return open_page
