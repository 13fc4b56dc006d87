"""In a real browser: texts of a pack and of an address are shown, and never run."""

from collections.abc import Callable, Iterator
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from tests.conftest import ROOT
from tests.hostile import in_lists
from tests.hostile_pack import Poison, write_hostile
from tests.hostile_shapes import real_pack
from tests.server import running

pytestmark = pytest.mark.browser

PAGES = sorted({p.stem for p in ROOT.glob("pages/*.py")} - {"__init__", "frame", "finder"})
SITE = "chemiestandort-leuna"
WISHES = "sector=chemistry&work=laboratory&weight=sector:2"
SPIES = """
  window.__csp = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.__csp.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
"""
# What stands in our own parts of the page and may not.
STRANGERS = """() => {
  const found = [];
  for (const element of document.querySelectorAll(".zf-view *, .zf-board *, .stHtml *")) {
    if (/^(script|iframe|object|embed|base|form|meta|link|style)$/i.test(element.tagName)) {
      found.push(element.tagName);
    }
    for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(name);
    const href = element.getAttribute("href");
    if (href && !/^(https?:|mailto:|tel:)/i.test(new URL(href, location.href).href)) {
      found.push(href);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    expressions = dict.fromkeys(("sites.name", "sites.short_name"), "@@=alert(1)")  # to deck.gl
    write_hostile(real_pack(), folder, Poison(begin=expressions))
    with running(FINDER_DATA=str(folder)) as url:
        yield url


@pytest.fixture
def open_safely(page: Page, hostile: str) -> Iterator[Callable[[str], Page]]:
    """Open an address of the hostile finder; at the end of the test nothing has run."""
    page.add_init_script(SPIES)
    page.context.set_default_timeout(20_000)
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("request", lambda request: happened.extend(_elsewhere(request, hostile)))
    page.on("console", lambda line: happened.extend(_complaints(line)))

    def nothing_has_run() -> None:
        assert page.evaluate("window.__hit") is None
        assert page.evaluate("window.__csp") == []
        assert page.evaluate(STRANGERS) == []
        assert happened == []

    def visit(path: str) -> Page:
        if page.url.startswith(hostile):
            nothing_has_run()
        page.goto(hostile + path)
        expect(page.locator(".zf-title, .zf-paper h1").first).to_be_visible()
        return page

    yield visit
    nothing_has_run()


def _complaints(line: ConsoleMessage) -> list[str]:
    """Return an error of a script; Streamlit asks for paths that are not there, and lives on."""
    is_fault = line.type == "error" and not line.text.startswith("Failed to load resource")
    return [line.text] if is_fault else []


def _elsewhere(request: Request, home: str) -> list[str]:
    """Return the address of a request that leaves our server."""
    parts = urlsplit(request.url)
    inside = parts.scheme in ("data", "blob") or parts.netloc == urlsplit(home).netloc
    return [] if inside else [request.url]


def test_the_finder_shows_hostile_texts_and_runs_none(open_safely):
    open_safely("/")
    page = open_safely(f"/?{WISHES}")

    expect(page.locator(".zf-card")).to_have_count(3)
    expect(page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first).to_be_visible()
    page.locator(".zf-live button").first.click()
    expect(page.locator(".zf-looked-at .zf-colleagues li").first).to_be_visible()


@pytest.mark.soak  # the finder, and all pages without scripts, with every change
@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_hostile_texts_and_runs_none(open_safely, name):
    page = open_safely(f"/{name}?{WISHES}&site={SITE}&home=leipzig&compare={SITE},dow-valuepark")

    for more in page.locator("summary:visible").all():
        more.click()


def test_plain_pages_show_hostile_texts_and_run_none(open_safely):
    for site in real_pack().sites:
        open_safely(f"/site/{site}.html")
    open_safely(f"/result?{WISHES}")


def test_the_finder_shows_what_an_address_holds_and_runs_nothing(open_safely):
    for texts in in_lists(1900):
        page = open_safely("/?" + urlencode({"sector": ",".join(texts), texts[0]: "x"}))
        expect(page.locator(".zf-fault").first).to_be_visible()
