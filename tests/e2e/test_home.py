"""A visitor holds a site against the place where they live now."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SITE = "/site?site=dow-valuepark&sector=chemistry"
LEIPZIG = f"{SITE}&home=leipzig"


def choose(page: Page, typed: str, name: str) -> None:
    page.get_by_role("searchbox", name="Wo wohnst du jetzt?").fill(typed)
    page.get_by_role("button", name=name).click()


def test_a_place_is_typed_and_the_site_is_compared_with_it(visit):
    page = visit(SITE)
    expect(
        page.get_by_role("heading", name="Verglichen mit deinem jetzigen Wohnort")
    ).to_be_visible()

    choose(page, "Leipz", "Leipzig")

    table = page.get_by_role("table", name="Schkopau verglichen mit Leipzig")
    expect(table).to_be_visible()
    expect(table.locator("tbody")).to_have_count(21)
    rent = table.locator("tbody").first
    expect(rent).to_contain_text("Nettokaltmiete (Bestand)")
    expect(rent).to_contain_text("6,44 €/m²")
    expect(rent.locator(".zf-year")).to_have_text(["2022", "2022"])
    expect(rent.locator(".zf-verdict")).to_have_text(re.compile(r"^✓\s*besser$"))
    expect(page.locator(".zf-home")).to_contain_text("km Luftlinie")
    expect(page).to_have_url(re.compile(r"home=leipzig"))
    expect(page).to_have_url(re.compile(r"sector=chemistry"))


def test_a_reload_keeps_the_place(visit):
    page = visit(SITE)
    choose(page, "Drseden", "Dresden")
    expect(page).to_have_url(re.compile(r"home=dresden"))

    page.reload()

    expect(page.get_by_role("table", name="Schkopau verglichen mit Dresden")).to_be_visible()


def test_another_place_takes_over(visit):
    page = visit(LEIPZIG)
    expect(page.get_by_role("table", name="Schkopau verglichen mit Leipzig")).to_be_visible()

    choose(page, "koeln", "Köln")

    expect(page.get_by_role("table", name="Schkopau verglichen mit Köln")).to_be_visible()
    expect(page).to_have_url(re.compile(r"home=koeln"))


def test_the_way_back_and_on_to_another_site_keeps_the_place(visit):
    page = visit(LEIPZIG)

    page.get_by_role("link", name="Zurück zum Ergebnis").click()
    expect(page.locator(".zf-card").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"home=leipzig"))
    expect(page.locator(".zf-fault")).to_have_count(0)
    page.locator(".zf-card").nth(1).get_by_role("link", name="Ort kennenlernen").click()

    expect(page.get_by_role("table", name=re.compile("verglichen mit Leipzig"))).to_be_visible()


def test_a_place_that_is_not_known_is_no_place(visit):
    page = visit(f"{SITE}&home=atlantis")

    expect(page.get_by_text("Zu „atlantis“ haben wir keine Zahlen.")).to_be_visible()
    expect(page.locator(".zf-versus")).to_have_count(0)


def test_a_postcode_leads_to_the_nearest_places(visit):
    page = visit(SITE)

    choose(page, "06217", "Merseburg · 2 km entfernt")

    expect(page.get_by_role("table", name="Schkopau verglichen mit Merseburg")).to_be_visible()


def test_the_place_can_be_taken_back_and_the_keyboard_stays_where_it_was(visit):
    page = visit(LEIPZIG)
    taken = page.get_by_role("button", name="Leipzig ✕ nicht mehr vergleichen")

    page.get_by_role("searchbox", name="Wo wohnst du jetzt?").fill("Jena")
    page.get_by_role("button", name="Jena").press("Enter")
    expect(page.get_by_role("button", name="Jena ✕ nicht mehr vergleichen")).to_be_focused()
    page.get_by_role("button", name="Jena ✕ nicht mehr vergleichen").press("Enter")

    expect(page.locator(".zf-versus")).to_have_count(0)
    expect(taken).to_have_count(0)
    expect(page).not_to_have_url(re.compile("home="))


def test_the_place_stays_while_wishes_change(visit):
    page = visit("/?home=leipzig")

    page.get_by_role("button", name="Chemie", exact=True).click()

    expect(page).to_have_url(re.compile(r"sector=chemistry.*home=leipzig"))
