"""Nobody else learns of a visit, and nothing of it stays on the device."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STORED = """async () => ({
    local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@pytest.fixture
def watched(page: Page) -> dict[str, list[str]]:
    """What the browser asked for, and what it complained about."""
    seen: dict[str, list[str]] = {"asked": [], "complaints": []}
    page.on("request", lambda request: seen["asked"].append(request.url))
    page.on("websocket", lambda socket: seen["asked"].append(socket.url))
    page.on("console", lambda message: seen["complaints"].append(message.text))
    page.on("pageerror", lambda error: seen["complaints"].append(str(error)))
    return seen


def visit_everything(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/?sector=chemistry&living=near-water")
    expect(page.locator(".zf-card").first).to_be_visible()
    expect(page.locator("[data-testid=stDeckGlJsonChart] canvas").first).to_be_visible()
    page.get_by_role("button", name="Green Gate Gatersleben auf der Karte zeigen").click()
    expect(page.locator(".zf-looked-at")).to_be_visible()
    page.locator(".zf-card").first.get_by_role("link", name="Ort kennenlernen").click()
    expect(page.locator(".zf-site h1")).to_be_visible()
    expect(page.locator(".zf-hero img")).to_have_js_property("complete", True)


def test_no_other_server_hears_of_a_visit(page: Page, base_url: str, watched):
    visit_everything(page, base_url)

    here = (base_url, base_url.replace("http", "ws"), "data:", "blob:")
    assert any("map-light.json" in url for url in watched["asked"])
    assert [url for url in watched["asked"] if not url.startswith(here)] == []


def test_nothing_is_stored_on_the_device(page: Page, base_url: str):
    visit_everything(page, base_url)

    assert page.context.cookies() == []
    assert page.evaluate(STORED) == {
        "local": 0,
        "session": 0,
        "cookies": "",
        "databases": 0,
        "caches": 0,
        "workers": 0,
    }


def test_the_content_security_policy_is_strict_and_never_broken(page: Page, base_url: str, watched):
    visit_everything(page, base_url)

    assert [text for text in watched["complaints"] if "Content Security Policy" in text] == []
