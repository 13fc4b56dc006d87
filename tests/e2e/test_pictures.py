"""What was looked at once does not change by accident: cards, pills, comparison, result, paper.

A region is drawn that is invented, so that new facts change no picture. After a change that is
meant: ``make guards``, and look at what has changed in tests/pictures.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.pictures import differs, png
from tests.server import running

pytestmark = pytest.mark.browser

SITES = {
    "musterstadt": ("Musterstadt", "main"),
    "neustadt": ("Technologiepark Neustadt an der Beispielaue", "present"),
    "altstadt": ("Altstadt", "present"),
    "kleinstadt": ("Kleinstadt", "present"),
}
WISHES = "sector=mechanical-engineering-automation:2&work=training-company"
PARTS = {
    "bar-and-head": (f"/?{WISHES}", ".zf-head"),
    "pills": (f"/?{WISHES}", ".zf-block >> nth=0"),
    "leaders": (f"/?{WISHES}", ".zf-live"),
    "card": (f"/?{WISHES}", ".zf-card >> nth=0"),
    "others": (f"/?{WISHES}", ".zf-others"),
    "comparison": (f"/compare?{WISHES}&compare=musterstadt,neustadt", ".zf-compared"),
    "paper": (f"/result?{WISHES}", "main"),
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a finder for an invented region of four places."""
    data = tmp_path_factory.mktemp("drawn") / "data"
    for name in ("shared", "base-map", "home", "translations"):
        shutil.copytree(ROOT / "data" / name, data / name)
    pack = data / "musterland"
    shutil.copytree(data / "shared" / "starter", pack)
    profile = pack / "region.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("REGION", pack.name))
    write_sites(pack / "sites")
    with running(FINDER_DATA=str(data)) as address:
        yield address


def write_sites(folder: Path) -> None:
    first = (folder / "musterstadt.yaml").read_text(encoding="utf-8")
    for number, (key, (name, level)) in enumerate(SITES.items()):
        text = first.replace("id: musterstadt\nname: Musterstadt", f"id: {key}\nname: {name}")
        text = text.replace("short_name: Musterstadt", f"short_name: {key.title()}")
        text = text.replace("level: present", f"level: {level}")
        text = text.replace("latitude: 51.5", f"latitude: 51.{5 + number}")
        text = text.replace("muster-maschinen", f"maschinen-{number}")
        (folder / f"{key}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def screen(browser: Browser, drawn: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(f"{drawn}/?{WISHES}")
    yield page
    page.close()


@pytest.mark.parametrize("name", PARTS)
def test_nothing_looks_otherwise_by_accident(screen: Page, drawn: str, name: str):
    path, part = PARTS[name]
    screen.goto(drawn + path)
    shown = screen.locator(part)
    expect(shown).to_be_visible()
    screen.evaluate("document.fonts.ready")

    assert differs(name, shown.screenshot(animations="disabled")) == ""


def test_the_pdf_does_not_look_otherwise_by_accident(drawn: str):
    with urlopen(f"{drawn}/result.pdf?{WISHES}") as answer:
        sheet = pypdfium2.PdfDocument(answer.read())[0].render(scale=1).to_pil()

    assert differs("pdf", png(sheet)) == ""
