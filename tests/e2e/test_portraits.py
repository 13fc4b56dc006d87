"""A visitor reads what one does at a site, and searches with an occupation."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SITE = "/site?site=dow-valuepark&sector=chemistry"


def test_a_card_tells_what_one_does_and_leads_to_an_employer_and_back_to_the_search(visit):
    page = visit(SITE)
    card = page.locator(".zf-portrait").filter(has=page.get_by_role("heading", name="Chemikant/in"))
    expect(card).to_contain_text("Der Weg dorthin: Ausbildung in Betrieb und Berufsschule")
    expect(card.locator(".zf-source").first).to_have_attribute("href", re.compile("^https://"))

    card.get_by_role("link", name="Synthos Schkopau GmbH").click()

    part = page.locator("#o-synthos-schkopau")
    expect(part).to_be_in_viewport()
    expect(part).to_contain_text("Synthos Schkopau GmbH")
    card.get_by_role("link", name="Damit suchen").click()
    expect(page.locator(".zf-picked .zf-pill")).to_contain_text("Chemikant/in")
    expect(page).to_have_url(re.compile(r"sector=chemistry&occupation=chemikant$"))


def test_the_rest_is_asked_for_and_leads_to_an_employer_of_another_site(visit):
    page = visit(SITE)
    expect(page.locator(".zf-portrait:visible")).to_have_count(4)
    expect(page.locator(".zf-portrait:visible").last).to_contain_text("Leben in Schkopau")

    page.locator(".zf-more-portraits > summary").click()
    expect(page.locator(".zf-portrait:visible")).to_have_count(8)
    card = page.locator(".zf-portrait").first
    card.locator("summary").click()
    elsewhere = card.locator("details a[href^='/site']").first
    part = (elsewhere.get_attribute("href") or "").split("#")[1]
    elsewhere.click()

    expect(page.locator(f"#{part}")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("sector=chemistry&site="))
