"""What changes on a page is said aloud: always at the same place, where a screen reader listens."""

import pytest
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser


def marked(region: Locator) -> Locator:
    """Put a sign on a live region, by which it is known again."""
    region.evaluate("(e) => { e.dataset.known = 'yes'; }")
    return region.page.locator("[role=status][data-known=yes]")


def test_the_new_leader_is_said_where_the_last_one_was(visit):
    page = visit("/?sector=chemistry")
    said = page.locator(".zf-view > [role=status]", has_text="Vorn: ")
    expect(said).to_have_count(1)
    expect(said).to_contain_text("Leuna")
    said = marked(said)

    page.get_by_role("button", name="Chemie", exact=True).click()
    expect(said).to_have_text("")
    page.get_by_role("button", name="Medien & Kreatives").click()

    expect(said).to_have_text("Vorn: MMZ Halle.")
    page.get_by_role("button", name="Neu beginnen").click()
    expect(said).to_have_text("")


@pytest.mark.parametrize("path", ["/employers", "/support", "/actors"])
def test_how_many_a_filter_leaves_is_said_where_the_last_number_was(page, all_url, path):
    page.goto(f"{all_url}{path}?region=mittelsachsen")
    said = page.locator(".zf-view > [role=status]", has_text="Einträge")
    expect(said).to_have_count(1)
    before, said = said.inner_text(), marked(said)
    for summary in page.locator("main summary", has_text="Filter").all():
        summary.click()

    page.locator(".zf-filter button").first.click()

    expect(page.locator(".zf-filter [aria-pressed=true]")).to_be_visible()
    expect(said).not_to_have_text(before)
    shown = page.locator(".zf-lead [data-status]").inner_text()
    expect(said).to_have_text(shown)
    page.get_by_role("button", name="Alle zeigen").click()
    expect(said).to_have_text(before)


def test_what_a_search_for_occupations_finds_is_said_where_nothing_was(visit):
    page = visit("/")
    said = marked(page.locator(".zf-search [role=status]"))

    page.get_by_role("searchbox").fill("Laborant")
    expect(said).to_have_text("Tippe an, was du meinst:")

    page.get_by_role("searchbox").fill("xyzxyz")
    expect(said).to_contain_text("Nichts gefunden")
