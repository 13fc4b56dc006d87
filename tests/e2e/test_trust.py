"""A visitor sees how sure a result is, what would change it, and how it was calculated."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PHARMA = "/?sector=pharma-biotech&work=laboratory&living=world-heritage"


def test_each_card_says_in_words_how_sure_it_is(visit):
    page = visit(PHARMA)

    expect(page.locator(".zf-card").first.locator(".zf-sure")).to_have_text(
        re.compile(r"^Bleibt in (allen|\d von 10) kleinen Änderungen vorn$")
    )
    expect(page.locator(".zf-card .zf-sure")).to_have_count(3)


def test_the_second_card_says_why_it_stands_behind_the_first(visit):
    page = visit(PHARMA)

    expect(page.locator(".zf-card").nth(1).locator(".zf-behind")).to_contain_text("Weniger als")
    expect(page.locator(".zf-card").first.locator(".zf-behind")).to_have_count(0)


def test_a_change_that_is_offered_does_what_it_says(visit):
    page = visit(PHARMA)
    change = page.locator(".zf-changes li").first
    promised = (change.text_content() or "").split("läge vorn: ")[1].split(".")[0]

    change.get_by_role("button", name="Ausprobieren").click()

    expect(page.locator(".zf-live li").first).to_contain_text(promised.split(" und ")[0])


def test_sites_left_out_by_a_must_are_shown_anyway_on_one_tap(visit):
    page = visit("/?sector=chemistry&living=city-life:must")
    expect(page.locator(".zf-missed")).to_have_count(9)

    page.get_by_role("button", name="Alle antreten lassen").click()

    expect(page.locator(".zf-missed")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"city-life(:|%3A)2$"))


def test_if_nothing_is_left_one_tap_gives_up_the_fewest_musts(visit):
    page = visit("/?living=city-life:must,near-mountains:must,small-town:must")
    expect(page.locator(".zf-advice")).to_contain_text("Es würde reichen")

    page.get_by_role("button", name="Zum Wunsch machen").click()

    expect(page.locator(".zf-card").first).to_be_visible()


def test_an_occupation_in_plain_words_becomes_a_wish_that_can_be_edited(visit):
    page = visit()

    page.get_by_role("searchbox").fill("chemie laborant")
    expect(page.locator(".zf-found .zf-quiet").first).to_have_text("+ Chemielaborant/in")
    page.locator(".zf-found .zf-quiet").first.click()

    expect(page).to_have_url(re.compile(r"\?occupation=chemielaborant$"))
    expect(page.locator(".zf-picked .zf-pill")).to_contain_text("Chemielaborant/in")
    expect(page.locator(".zf-card").first).to_be_visible()
    page.get_by_role("button", name="+ Labor", exact=True).click()
    expect(page).to_have_url(re.compile(r"work=laboratory.*occupation=chemielaborant"))
    page.locator(".zf-picked .zf-level").click()
    expect(page).to_have_url(re.compile(r"occupation=chemielaborant(:|%3A)2"))
    page.locator(".zf-picked .zf-pick").click()
    expect(page.locator(".zf-picked .zf-pill")).to_have_count(0)


def test_nonsense_finds_no_occupation_and_says_what_to_do(visit):
    page = visit()

    page.get_by_role("searchbox").fill("xqzw vvv")

    expect(page.locator(".zf-search [role=status]")).to_contain_text("Nichts gefunden")


def test_the_page_of_a_site_shows_the_shortest_way_to_it_and_it_leads_there(visit):
    page = visit("/site?site=green-gate-gatersleben&sector=chemistry")
    expect(page.locator(".zf-reverse")).to_contain_text("Der kürzeste Weg hierher")

    page.locator(".zf-reverse").get_by_role("link", name="Ausprobieren").click()

    expect(page.locator(".zf-card").first).to_contain_text("Gatersleben")


def test_the_method_page_calculates_an_example_that_adds_up(visit):
    page = visit(PHARMA)

    page.get_by_role("link", name="Wie der Finder rechnet").click()

    expect(page.get_by_role("heading", level=1, name="Wie der Finder rechnet")).to_be_visible()
    blocks = page.locator(".zf-table tfoot td").all_text_contents()
    total = re.search(r"kommt auf (\d,\d\d) von 1", page.locator(".zf-method").inner_text())
    assert total
    assert sum(float(b.replace(",", ".")) for b in blocks) == pytest.approx(
        float(total[1].replace(",", ".")), abs=0.02
    )
    page.get_by_role("link", name="Zurück zum Ergebnis").click()
    expect(page.locator(".zf-card").first).to_be_visible()
    expect(page).to_have_url(re.compile("pharma-biotech"))


def test_every_site_is_in_the_table_of_fairness(page: Page, visit):
    visit("/method")

    rows = page.locator(".zf-table").last.locator("tbody tr")
    expect(rows).to_have_count(13)
    shares = [
        float(text.split(" ")[0].replace(",", "."))
        for text in rows.locator("td:nth-child(2)").all_text_contents()
    ]
    assert sum(shares) == pytest.approx(100, abs=1)
    assert max(shares) <= 25
