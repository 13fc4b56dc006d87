"""From an empty finder to an act: few taps lead to a draft that names real employers."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_three_taps_on_a_phone_lead_to_a_draft_that_names_real_employers(page: Page, visit, region):
    page.set_viewport_size({"width": 390, "height": 844})
    visit()

    page.get_by_role("button", name="Chemie", exact=True).click()
    page.locator(".zf-bar").click()
    draft = page.locator(".zf-share a[href^='mailto:']").first
    expect(draft).to_be_visible()
    draft.scroll_into_view_if_needed()

    text = unquote(draft.get_attribute("href") or "")
    names = [o.name for site in region.sites for o in site.organisations]
    assert any(name in text for name in names)
    assert re.search(r"Chemie", text)
    assert "sector=chemistry" in text
    assert draft.bounding_box()  # the third tap would open the visitor's own mail program


def test_the_link_the_page_for_paper_and_the_tables_hold_the_same_wishes(visit):
    page = visit("/?sector=food&living=near-water:2")

    expect(page.locator("#zf-link")).to_have_value(
        re.compile(r"\?sector=food&living=near-water:2$")
    )
    for name in ("Zum Ausdrucken", "PDF", "CSV", "Excel"):
        link = page.locator(".zf-share").get_by_role("link", name=name).first
        assert "sector=food&living=near-water:2" in (link.get_attribute("href") or "")


SHARES = "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }"


def test_a_phone_that_can_share_offers_its_own_sheet_and_others_do_not(page, visit):
    visit("/?sector=chemistry")
    expect(page.get_by_role("button", name="Teilen", exact=True)).to_have_count(0)

    page.add_init_script(SHARES)  # desktop browsers have no such sheet
    visit("/?sector=chemistry")
    page.get_by_role("button", name="Teilen", exact=True).click()

    assert "sector=chemistry" in page.evaluate("window.shared.url")
