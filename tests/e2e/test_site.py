"""The portrait of a site: its map, its town among the others, who works there, its photo."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.screens import findings
from tests.server import running
from tests.test_photos import make_data, png

pytestmark = pytest.mark.browser

SITE = "/site?site=dow-valuepark&sector=chemistry&work=laboratory"
PAPER = "/site/dow-valuepark.html"
BOXES = """() => [...document.querySelectorAll('svg.zf-map .zf-map-name')].map((e) => {
    const box = e.getBBox();
    return [e.textContent, box.x, box.y, box.x + box.width, box.y + box.height];
})"""


def names(page: Page) -> list[str]:
    return page.locator(".zf-workplace h4").all_text_contents()


def everyone(page: Page) -> int:
    expect(page.locator(".zf-workplace").first).to_be_visible()
    return page.locator(".zf-workplace").count()


def test_all_that_the_map_shows_stands_beside_it_as_text(visit):
    page = visit(SITE)
    drawing = page.get_by_role("img", name=re.compile("^Karte der Umgebung von Dow ValuePark"))
    expect(drawing).to_be_visible()

    page.get_by_text("Die Karte als Text").click()

    listed = page.locator(".zf-map-list").first
    expect(listed).to_contain_text("Leipzig: 29 km östlich")
    expect(listed).to_contain_text("Halle (Saale): 11 km nördlich")
    expect(listed).to_contain_text("Chemiestandort Leuna (Zukunftsort): 8 km südöstlich")
    words = " ".join(page.locator(".zf-map-list").all_text_contents())
    for name in page.locator("svg.zf-map .zf-map-name-town").all_text_contents():
        assert name in words


def overlapping(page: Page) -> list[str]:
    """Return the names on the map that lie over another one, or stick out."""
    expect(page.locator("svg.zf-map")).to_be_visible()
    boxes = page.evaluate(BOXES)
    found = [name for name, *box in boxes if min(box) < -180 or max(box) > 180]
    for (name, left, top, right, bottom), (_, *other) in combinations(boxes, 2):
        beside = left >= other[2] or other[0] >= right
        if not beside and top < other[3] and other[1] < bottom:
            found.append(name)
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_no_name_on_the_map_lies_over_another(page: Page, visit, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit(SITE)

    assert overlapping(page) == []


def test_no_name_lies_over_another_on_the_plain_page_of_any_site(page: Page, base_url, region):
    for site in region.sites:
        page.goto(f"{base_url}/site/{site.id}.html")
        assert overlapping(page) == [], site.id


def test_another_site_of_the_map_is_a_tap_away_and_the_wishes_come_along(visit):
    page = visit(SITE)
    page.get_by_text("Die Karte als Text").click()

    page.get_by_role("link", name="Chemiestandort Leuna").first.click()

    expect(page.get_by_role("heading", level=1, name="Chemiestandort Leuna")).to_be_visible()
    expect(page).to_have_url(re.compile("sector=chemistry"))


def test_nothing_is_loaded_from_anybody_else(page: Page, visit, base_url):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    visit(SITE)

    expect(page.get_by_role("link", name="Den Punkt auf OpenStreetMap öffnen")).to_have_attribute(
        "href", "https://www.openstreetmap.org/?mlat=51.3833&mlon=11.9667"
    )
    own = (base_url, base_url.replace("http", "ws"), "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []


def test_how_to_get_there_is_told_with_its_source(visit):
    way = visit(SITE).locator(".zf-way")

    expect(way).to_contain_text("06258 Schkopau")
    expect(way).to_contain_text("Schkopau liegt an der Bundesstraße B 91")
    expect(way.locator("li", has_text="B 91").locator(".zf-source")).to_have_count(1)


def test_a_figure_says_where_the_town_stands_and_how_old_it_is(visit):
    page = visit(SITE)
    rent = page.locator(".zf-indicator", has_text="Nettokaltmiete").first

    expect(rent).to_contain_text("Günstiger als in 6 von 10 anderen Orten")
    expect(rent).to_contain_text("Stand 2022, älter als drei Jahre")
    expect(rent.locator(".zf-strip-dot")).to_have_count(10)
    expect(rent.locator(".zf-strip-here")).to_have_count(1)
    expect(rent.locator(".zf-strip")).to_contain_text("niedrigster Wert 4,54")


def test_a_search_finds_an_employer_by_what_it_does_and_can_be_taken_back(visit):
    page = visit(SITE)
    total = everyone(page)
    field = page.get_by_role("searchbox", name=re.compile("Hier suchen"))

    field.press_sequentially("Synthesekautschuk")

    expect(page.locator(".zf-left")).to_contain_text(f"von {total} Einträgen")
    assert all("Synth" in name for name in names(page))
    expect(field).to_be_focused()
    page.get_by_role("button", name="Alle zeigen").click()
    expect(page.locator(".zf-workplace")).to_have_count(total)
    expect(field).to_have_value("")


def test_filters_of_sector_and_offer_keep_those_that_have_both(visit):
    page = visit(SITE)
    total = everyone(page)

    page.locator("summary", has_text="Filter").click()
    page.get_by_role("button", name="Ausbildung", exact=True).click()
    expect(page.locator(".zf-left")).to_contain_text(f"von {total} Einträgen")
    offers = page.locator(".zf-workplace .zf-offer", has_text="Ausbildung")
    expect(offers).to_have_count(page.locator(".zf-workplace").count())
    page.get_by_role("button", name="Chemie", exact=True).click()
    expect(page.get_by_role("button", name="Chemie", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )

    for place in page.locator(".zf-workplace").all():
        expect(place).to_contain_text("Chemie")


def test_nobody_left_is_said_and_not_a_gap(visit):
    page = visit(SITE)
    everyone(page)

    page.get_by_role("searchbox", name=re.compile("Hier suchen")).press_sequentially("xyzxyz")

    expect(page.locator(".zf-left")).to_contain_text("0 von")
    expect(page.locator(".zf-left")).to_contain_text("xyzxyz")
    expect(page.locator(".zf-workplace")).to_have_count(0)


def test_the_list_can_be_put_in_order_by_name_and_by_wishes(visit):
    page = visit(SITE)
    everyone(page)
    wishes = names(page)

    page.get_by_role("button", name="Name", exact=True).click()
    expect(page.get_by_role("button", name="Name", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    employers = page.locator(".zf-workplaces").first.locator("h4").all_text_contents()
    assert employers == sorted(employers, key=str.casefold)

    page.get_by_role("button", name="Passend zu mir zuerst").click()
    expect(page.locator(".zf-workplace h4").first).to_have_text(wishes[0])
    assert names(page) == wishes


def test_without_wishes_nobody_can_be_put_in_their_order(visit):
    page = visit("/site?site=dow-valuepark")
    everyone(page)

    expect(page.get_by_role("button", name="Größe", exact=True).first).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.get_by_role("button", name="Passend zu mir zuerst")).to_have_count(0)


@pytest.mark.parametrize("card", [0, 1])
def test_who_comes_back_or_to_another_site_finds_everybody_again(visit, card):
    page = visit("/?region=sachsen-anhalt&sector=plastics-materials")
    page.get_by_role("link", name="Ort kennenlernen").first.click()
    everyone(page)
    page.get_by_role("searchbox", name=re.compile("Hier suchen")).press_sequentially("GmbH")
    expect(page.locator(".zf-left")).to_be_visible()

    page.get_by_role("link", name="Zurück zum Ergebnis").click()
    page.get_by_role("link", name="Ort kennenlernen").nth(card).click()

    everyone(page)
    expect(page.locator(".zf-left")).to_have_count(0)
    expect(page.get_by_role("searchbox", name=re.compile("Hier suchen"))).to_have_value("")


@pytest.mark.parametrize("english", ["No results", "Choose an option", "Press Enter"])
def test_no_word_of_streamlits_own_appears(visit, english):
    page = visit(SITE)
    everyone(page)

    expect(page.locator("body")).not_to_contain_text(english)


def test_a_photo_replaces_the_motif_and_names_credit_and_licence(page: Page, tmp_path):
    pack = make_data(tmp_path / "data")
    (pack / "photos" / "tor-1.png").write_bytes(png())
    with running(FINDER_DATA=str(pack.parent)) as address:
        page.goto(f"{address}{SITE}")
        photo = page.get_by_role("img", name="Ein rotes Viereck")
        expect(photo).to_be_visible()

        expect(photo).to_have_js_property("naturalWidth", 8)
        expect(page.locator("figure.zf-hero figcaption")).to_contain_text("Foto: Beispielstudio")
        expect(page.get_by_role("link", name="CC BY 4.0")).to_be_visible()
        expect(page.locator("img[src*='/motif/']")).to_have_count(0)
        assert findings(page) == []
        page.goto("about:blank")
