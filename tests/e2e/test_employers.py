"""All employers and institutes on one page: ordered by wishes, filtered, searched, honest."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_list_follows_the_wishes_and_can_be_filtered_and_searched(visit):
    page = visit("/employers?sector=media-creative&work=media-studio")
    first = page.locator(".zf-others h2").first
    everyone = int((page.locator(".zf-lead [data-status]").text_content() or "").split()[0])
    expect(page.locator(".zf-others > li").first).to_contain_text("MMZ")

    page.locator("summary", has_text="Filter").click()
    page.get_by_role("button", name="Ausbildung", exact=True).click()
    expect(page.locator(".zf-lead [data-status]")).not_to_contain_text(f"{everyone} Einträge")
    page.get_by_role("button", name="Alle zeigen").click()
    expect(page.locator(".zf-lead [data-status]")).to_contain_text(f"{everyone} Einträge")

    page.get_by_role("searchbox", name="Suchen").fill("Chemikant Leuna")
    expect(page.locator(".zf-others > li").first).to_contain_text("Leuna")
    expect(first).to_be_visible()
    page.get_by_role("button", name="Alle zeigen").click()
    expect(page.get_by_role("searchbox", name="Suchen")).to_have_value("")


def test_the_way_from_the_result_to_the_employers_and_on_to_a_site_keeps_the_wishes(visit):
    page = visit("/?sector=food")

    page.get_by_role("link", name="Alle Arbeitgeber und Institute").click()
    expect(page.get_by_role("heading", level=1, name="Arbeitgeber und Institute")).to_be_visible()
    page.locator(".zf-others a").first.click()

    expect(page.locator(".zf-site h1")).to_be_visible()
    expect(page).to_have_url(re.compile("sector=food"))
