"""A phone fetches what it shows; the map comes when somebody looks at it."""

from playwright.sync_api import expect

MAP = "DeckGlJsonChart"


def test_a_phone_answers_without_the_map_and_fetches_it_when_its_place_is_looked_at(page, visit):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 390, "height": 844})
    visit("/")
    page.locator(".zf-pick").first.click()
    expect(page.locator(".zf-card").first).to_be_visible()
    expect(page.locator(".zf-map-place")).to_be_attached()
    assert not any(MAP in address for address in asked)
    assert page.locator(".zf-map-place").inner_text()  # says what will stand there

    page.locator(".zf-map-place").scroll_into_view_if_needed()

    expect(page.locator("[data-testid=stDeckGlJsonChart]")).to_be_visible()
    expect(page.locator(".zf-map-place")).to_have_count(0)
    assert any(MAP in address for address in asked)


def test_who_asks_for_a_site_on_the_map_gets_the_map(page, visit):
    page.set_viewport_size({"width": 390, "height": 844})
    visit("/?sector=chemistry")

    page.locator(".zf-card [data-event^='select:']").first.click()

    expect(page.locator("[data-testid=stDeckGlJsonChart]")).to_be_attached()


def test_beside_the_questions_the_map_comes_by_itself(page, visit):
    page.set_viewport_size({"width": 1280, "height": 900})
    visit("/")

    expect(page.locator("[data-testid=stDeckGlJsonChart] canvas").first).to_be_visible()
