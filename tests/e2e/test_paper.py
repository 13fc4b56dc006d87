"""The pages without a script: read, printed and used by everybody."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

WISHES = "sector=chemistry,pharma-biotech&work=laboratory&living=near-water:2,affordable-rent"
PAGES = {
    "result": f"/result?{WISHES}",
    "no site meets the musts": "/result?living=city-life:must,near-mountains:must,small-town:must",
    "no wishes": "/result",
    "wrong wish": "/result?sector=chemisty",
    "site": "/site/technologiepark-weinberg-campus.html",
    "unknown site": "/site/nowhere.html",
}


def everything(region) -> str:
    """All wishes at once: the longest result there is."""
    blocks = [block for block in region.questions.blocks if block.asked == "pills"]
    return "&".join(f"{b.id}={','.join(f'{c.id}:2' for c in b.criteria)}" for b in blocks)


def test_a_result_is_read_without_a_script_and_leads_to_a_site(browser: Browser, base_url):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(base_url + PAGES["result"])

        expect(page.get_by_role("article")).to_have_count(3)
        expect(page.get_by_role("row")).to_have_count(14)
        expect(page.get_by_text("QR-Code: öffnet den Finder")).to_have_count(1)
        page.get_by_role("article").first.get_by_role("heading").get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Bitterfeld")


def test_a_result_prints_on_one_sheet_of_a4(page: Page, base_url, region):
    for query in (WISHES, "sector=media-creative", everything(region), ""):
        page.goto(f"{base_url}/result?{query}")
        printed = page.pdf(prefer_css_page_size=True)

        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, query
        box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", printed)
        assert box
        assert [round(float(side)) for side in box.groups()] in ([595, 842], [594, 842])
