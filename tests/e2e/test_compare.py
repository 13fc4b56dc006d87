"""Two to four sites side by side, from a card to a table that says where they differ."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHARMA = "/?sector=pharma-biotech&work=laboratory&living=world-heritage"


def test_two_cards_are_marked_and_compared_wishes_first(visit):
    page = visit(PHARMA)
    names = [page.locator(".zf-card h3").nth(i).text_content() for i in range(2)]
    for i in range(2):
        page.locator(".zf-card").nth(i).get_by_role("button", name="Vergleichen").click()
        expect(page).to_have_url(re.compile("compare="))
        marked = f"{i + 1} Ort(e sind| ist) zum Vergleichen vorgemerkt"
        expect(page.locator(".zf-advice")).to_contain_text(re.compile(marked))

    page.locator(".zf-advice").get_by_role("link", name="Vergleichen").click()

    expect(page.get_by_role("heading", level=1, name="Orte vergleichen")).to_be_visible()
    expect(page.locator(".zf-compared h2")).to_have_text(names)
    labels = page.locator(".zf-compare-row h3").all_text_contents()[:3]
    assert {label.split(" ", 1)[1].strip() for label in labels} == {
        "Pharma & Biotech",
        "Labor",
        "Welterbe",
    }


def test_a_comparison_lives_in_its_address_and_can_be_changed(visit):
    page = visit("/compare?compare=chemiestandort-leuna,green-gate-gatersleben")
    expect(page.locator(".zf-compared > li")).to_have_count(2)

    page.get_by_text("Ort hinzufügen").click()
    page.get_by_role("button", name="+ MMZ Halle").click()

    expect(page.locator(".zf-compared > li")).to_have_count(3)
    expect(page).to_have_url(re.compile("mmz-mitteldeutsches-multimediazentrum"))
    page.get_by_role("button", name="Chemiestandort Leuna entfernen").click()
    expect(page.locator(".zf-compared > li")).to_have_count(2)


def test_unknown_sites_of_an_address_are_left_out(visit):
    page = visit("/compare?compare=nirgendwo,<script>,green-gate-gatersleben")

    expect(page.locator(".zf-compared > li")).to_have_count(1)
    expect(page.locator(".zf-lead")).to_have_text("Such dir mindestens zwei Orte aus.")
