"""One person's way through the finder, in a real browser."""

import math
import re

import pytest
from playwright.sync_api import Page, expect

from matcher.pack import load_region
from tests.conftest import PACK
from tests.e2e.slow_line import SlowLine

pytestmark = pytest.mark.browser

PHARMA = "/?sector=pharma-biotech&work=laboratory&living=world-heritage:2"


def pill(page: Page, label: str):
    return page.locator(".zf-pill", has=page.get_by_role("button", name=label, exact=True))


def cards(page: Page):
    return page.locator(".zf-card h3")


def test_a_tap_on_a_wish_moves_the_order_and_the_address(visit):
    page = visit()

    page.get_by_role("button", name="Medien & Kreatives").click()

    expect(page.locator("#zf-result")).to_contain_text("MMZ Mitteldeutsches Multimediazentrum")
    expect(page).to_have_url(re.compile(r"\?sector=media-creative$"))
    expect(page.locator(".zf-live li").first).to_contain_text("MMZ Halle")
    expect(page.get_by_role("status").filter(has_text="Vorn: MMZ Halle.")).to_have_count(1)


def test_importance_and_must_are_set_on_the_pill_itself(visit):
    page = visit("/?living=city-life")
    level = pill(page, "Großstadtleben").locator(".zf-level")

    expect(level).to_have_text("wichtig")
    level.click()
    expect(page).to_have_url(re.compile(r"living=city-life:2|living=city-life%3A2"))
    level.click()
    expect(level).to_have_text("Muss")
    expect(page).to_have_url(re.compile(r"must$"))
    expect(page.locator(".zf-missed")).to_have_count(9)
    expect(page.locator(".zf-missed").first).to_contain_text("Wegen deines Muss ausgelassen")
    level.click()
    expect(level).to_have_text("wichtig")
    expect(page.locator(".zf-missed")).to_have_count(0)


def test_a_link_restores_every_wish_importance_and_weight(visit):
    page = visit(f"{PHARMA}&weight=work:2,sector:0")

    for label, level in (("Pharma & Biotech", "wichtig"), ("Welterbe", "sehr wichtig")):
        expect(page.get_by_role("button", name=label, exact=True)).to_have_attribute(
            "aria-pressed", "true"
        )
        expect(pill(page, label).locator(".zf-level")).to_have_text(level)
    expect(page.locator("input[name='zf-w-work'][value='2']")).to_be_checked()
    expect(page.locator("input[name='zf-w-sector'][value='0']")).to_be_checked()
    expect(page.locator("input[name='zf-w-living'][value='1']")).to_be_checked()


def test_the_weight_of_a_block_is_part_of_the_address(visit):
    page = visit(PHARMA)

    page.locator("input[name='zf-w-living'][value='2']").check(force=True)

    expect(page).to_have_url(re.compile(r"weight=living(:|%3A)2$"))


def test_the_back_button_takes_back_the_last_wish(visit):
    page = visit("/?sector=chemistry")
    page.locator(".mapboxgl-ctrl-zoom-in").wait_for()  # nothing more runs by itself
    page.get_by_role("button", name="Kunststoff", exact=True).click()
    expect(page).to_have_url(re.compile("plastics-materials"))

    page.go_back()

    expect(page).to_have_url(re.compile(r"\?sector=chemistry$"))
    expect(page.get_by_role("button", name="Kunststoff", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    expect(page.locator(".zf-chosen li")).to_have_count(2)  # the wish, and "start over"


def test_the_back_button_counts_although_a_tap_follows_at_once(visit):
    page = visit("/?sector=chemistry")
    page.locator(".mapboxgl-ctrl-zoom-in").wait_for()  # nothing more runs by itself
    page.get_by_role("button", name="Kunststoff", exact=True).click()
    expect(page).to_have_url(re.compile("plastics-materials"))
    page.evaluate(
        """() => {
          const look = () => document.querySelector(".zf-card [data-event^='select:']").click();
          addEventListener("popstate", () => setTimeout(look));
          history.back();
        }"""
    )

    expect(page.locator(".zf-looked-at")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?sector=chemistry$"))
    expect(page.get_by_role("button", name="Kunststoff", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )


def test_the_language_is_changed_with_the_last_tap(visit):
    page = visit("/?sector=chemistry")
    page.locator(".mapboxgl-ctrl-zoom-in").wait_for()  # nothing more runs by itself
    page.get_by_role("button", name="Kunststoff", exact=True).click()
    expect(page).to_have_url(re.compile("plastics-materials"))
    page.get_by_role("link", name="English", exact=True).click()

    expect(page.get_by_role("button", name="Plastics & materials", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    assert page.locator("html").get_attribute("lang") == "en"


def test_what_of_a_link_is_not_understood_is_told(visit):
    page = visit("/?sector=chemistri,food&colour=blue")

    alerts = page.get_by_role("alert")
    expect(alerts.filter(has_text="„chemistri“ ist kein bekannter Wunsch.")).to_contain_text(
        "chemistry"
    )
    expect(alerts.filter(has_text="„colour“")).to_have_count(1)
    expect(page.get_by_role("button", name="Lebensmittel", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page).to_have_url(re.compile(r"\?sector=food$"))


def test_a_wish_can_be_dropped_where_the_result_stands_and_everything_reset(visit):
    page = visit(PHARMA)

    page.get_by_role("button", name="Labor entfernen").click()

    expect(page.get_by_role("button", name="Labor", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    expect(page).to_have_url(re.compile(r"^[^?]*\?sector=pharma-biotech&living="))
    page.get_by_role("button", name="Neu beginnen").click()
    expect(page.locator("#zf-result")).to_have_text("Alle Orte im Überblick")
    expect(page.locator(".zf-others > li")).to_have_count(13)


def test_every_site_is_always_there_to_be_seen(visit):
    page = visit(PHARMA)

    expect(cards(page)).to_have_count(3)
    expect(page.locator(".zf-others > li")).to_have_count(10)


def test_if_no_site_meets_all_musts_the_page_says_so_and_still_shows_all(visit):
    page = visit("/?living=city-life:must,near-mountains:must,world-heritage:must,small-town:must")

    expect(page.locator("#zf-result")).to_have_text("Kein Ort erfüllt alle deine Muss-Wünsche")
    expect(page.locator(".zf-others > li")).to_have_count(13)


def test_a_card_gives_reasons_with_real_employers_and_takes_its_score_apart(visit):
    page = visit(PHARMA)
    card = page.locator(".zf-card").first

    expect(card.locator(".zf-for").first).to_be_visible()
    expect(card.locator(".zf-colleagues li")).to_have_count(3)
    card.get_by_text("So kommt das zustande").click()
    numbers = card.locator("tbody td:last-child").all_text_contents()
    total = card.locator("tfoot td").text_content() or ""
    parts = [float(number.replace(",", ".")) for number in numbers]
    assert sum(parts) == pytest.approx(float(total.replace(",", ".")), abs=0.02)


def test_the_portrait_of_a_site_opens_and_the_way_back_keeps_the_wishes(visit):
    page = visit(PHARMA)

    page.locator(".zf-card").first.get_by_role("link", name="Ort kennenlernen").click()

    expect(page.locator(".zf-site h1")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/site\?.*sector=pharma-biotech"))
    expect(page.locator(".zf-workplace").first).to_be_visible()
    page.get_by_role("link", name="Zurück zum Ergebnis").click()
    expect(cards(page)).to_have_count(3)
    expect(page.get_by_role("button", name="Pharma & Biotech", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_link_to_a_portrait_opens_it_and_a_wrong_one_says_so(page: Page, base_url: str):
    page.goto(f"{base_url}/site?site=green-gate-gatersleben")
    expect(page.locator(".zf-site h1")).to_have_text("Green Gate Gatersleben")

    page.goto(f"{base_url}/site?site=nirgendwo")
    expect(page.get_by_role("heading", name="Diesen Ort gibt es nicht")).to_be_visible()


def test_a_tap_on_the_list_shows_on_the_map_who_works_there(visit):
    page = visit("/?sector=chemistry")

    page.get_by_role("button", name="Green Gate Gatersleben auf der Karte zeigen").click()

    expect(page.locator(".zf-looked-at")).to_contain_text("Green Gate Gatersleben")
    expect(page.locator(".zf-looked-at .zf-org").first).to_be_visible()
    page.get_by_role("button", name="Zurück zur ganzen Karte").click()
    expect(page.locator(".zf-looked-at")).to_have_count(0)


def test_a_tap_on_the_map_selects_the_same_site_as_the_list(visit):
    page = visit("/?sector=bioeconomy-agriculture")
    region = load_region(PACK)
    view = region.profile.view
    place = next(s.position for s in region.sites if s.id == "green-gate-gatersleben")
    chart = page.locator("[data-testid=stDeckGlJsonChart]")
    chart.scroll_into_view_if_needed()
    expect(chart.locator("canvas").first).to_be_visible()
    box = chart.bounding_box()
    assert box
    scale = 512 * 2**view.zoom / 360

    def mercator(latitude: float) -> float:
        return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))

    x = box["x"] + box["width"] / 2 + (place.longitude - view.longitude) * scale
    y = box["y"] + box["height"] / 2 - (mercator(place.latitude) - mercator(view.latitude)) * scale

    # Picking needs a drawn frame; the map has no event that says so, the selection does.
    for _ in range(20):
        page.mouse.click(x, y)
        try:
            expect(page.locator(".zf-looked-at")).to_be_visible(timeout=1500)
            break
        except AssertionError:
            continue

    expect(page.locator(".zf-looked-at")).to_contain_text("Green Gate Gatersleben")
    pressed = page.locator("[data-event='select:green-gate-gatersleben'][aria-pressed='true']")
    expect(pressed.first).to_be_attached()


@pytest.mark.parametrize("between", [0, 60, 120])
def test_of_two_quick_taps_none_is_lost(visit, between):
    page = visit("/?sector=chemistry")
    page.evaluate(
        """(between) => {
          const pills = [...document.querySelectorAll('.zf-pick')];
          const tap = (name) => pills.find((pill) => pill.textContent.includes(name)).click();
          tap('Medien');
          setTimeout(() => tap('Chemie'), between);
        }""",
        between,
    )

    expect(page).to_have_url(re.compile(r"[?&]sector=media-creative(&|$)"))
    expect(page.locator(".zf-on")).to_have_count(1)


@pytest.mark.parametrize("between", [0, 5])
@pytest.mark.parametrize("order", [0, 1])
def test_of_two_quick_taps_on_the_result_none_is_lost(visit, between, order):
    page = visit(PHARMA)
    expect(page.locator(".zf-card [data-event^='compare:']").first).to_be_visible()
    page.evaluate(
        """([between, order]) => {
          const drop = document.querySelector("[data-event='drop:laboratory']");
          const compare = document.querySelector(".zf-card [data-event^='compare:']");
          const taps = [drop, compare];
          taps[order].click();
          setTimeout(() => taps[1 - order].click(), between);
        }""",
        [between, order],
    )

    expect(page.get_by_role("button", name="Labor", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    expect(page).to_have_url(re.compile(r"sector=pharma-biotech&living=[^&]*&compare=[a-z-]+$"))


def test_a_tap_whose_answer_is_still_on_its_way_is_not_taken_back_by_the_next(page: Page, visit):
    line = SlowLine(page)
    visit("/?sector=chemistry")
    line.hold()
    page.get_by_role("button", name="Kunststoff", exact=True).click()
    line.wait_for("plastics-materials")
    page.get_by_role("button", name="Green Gate Gatersleben auf der Karte zeigen").click()
    line.wait_for("zf-looked-at")
    line.let_go()

    expect(page.locator(".zf-looked-at")).to_be_visible()
    expect(page).to_have_url(re.compile("plastics-materials"))
    expect(page.get_by_role("button", name="Kunststoff", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
