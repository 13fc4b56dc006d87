"""A result can be read without a script, and says the same as the finder."""

import html
import http.client
import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from xml.etree import ElementTree

import pytest

from matcher.language import language
from matcher.ranking import rank
from matcher.report import report
from matcher.wishes import parse_wishes
from tests.conftest import ROOT

WISHES = [
    "sector=chemistry,pharma-biotech&work=laboratory&living=near-water:2,affordable-rent",
    "sector=media-creative&weight=sector:2",
    "sector=chemistry&living=city-life:must",
    "living=city-life:must,near-mountains:must,small-town:must",
]


def ask(address: str, **headers: str) -> tuple[int, str, http.client.HTTPMessage]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(), error.headers


def words_of(page: str) -> str:
    """Return the text of a page, as it is read."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


def rows_of(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/site/([a-z0-9-]+)\.html">', page)


@pytest.mark.parametrize("wishes", WISHES)
def test_a_result_has_the_order_the_reasons_and_the_numbers_of_the_report(url, catalogue, wishes):
    code, page, _ = ask(f"{url}/result?{wishes}")
    found = rank(catalogue, parse_wishes(wishes, catalogue.region.questions))
    reports = report(catalogue, found, language("de"))
    text = words_of(page)

    assert code == 200
    assert rows_of(page) == [entry.site.id for entry in reports]
    assert all(f"{entry.band_words}</td>" in page and entry.total in text for entry in reports)
    for entry in [entry for entry in reports if not entry.missed][:3]:
        for label, reason in entry.reasons:
            assert f"{label}: {reason.sentence}" in text
        if entry.against:
            assert entry.against[1].sentence in text
        assert entry.stability in text
        assert all(known.organisation.name in text for known in entry.colleagues)
        for source in (source for _, reason in entry.reasons for source in reason.sources):
            assert source.title in text


def test_a_result_has_the_order_of_the_command(url):
    command = [sys.executable, "-m", "matcher", "rank", WISHES[0], "--format", "json"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)

    _, page, _ = ask(f"{url}/result?{WISHES[0]}")

    assert rows_of(page) == [entry["id"] for entry in json.loads(told.stdout)["sites"]]


def test_a_result_is_a_complete_german_page_without_a_script(url, region):
    _, page, headers = ask(f"{url}/result?{WISHES[0]}")

    assert page.lstrip().startswith('<!doctype html>\n<html lang="de">')
    assert "<script" not in page
    assert page.count('<link rel="stylesheet"') == 1
    assert re.search(r'href="/style/paper\.css\?v=[0-9a-f]{12}"', page)
    assert headers["cache-control"] == "no-store"
    assert all(html.escape(site.name) in page for site in region.sites)


def test_a_result_leads_back_to_the_finder_with_the_same_wishes(url):
    _, page, _ = ask(f"{url}/result?{WISHES[0]}&embed=true")

    assert f'<a href="{url}/?{html.escape(WISHES[0])}">' in page
    assert f'<link rel="canonical" href="{url}/result?{html.escape(WISHES[0])}">' in page
    assert f'<meta property="og:image" content="{url}/assets/icon.png">' in page
    assert re.search(r'<meta name="description" content="[^"]{20,}">', page)
    assert re.search(r'<svg role="img"[^>]*><title>QR-Code', page)


def test_without_wishes_all_sites_are_listed_and_none_is_first(url, region):
    code, page, _ = ask(f"{url}/result")

    assert code == 200
    assert sorted(rows_of(page)) == sorted(site.id for site in region.sites)
    assert "Platz 1" not in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("sector=chemisty", "chemistry"),
        ("sector=chemistry:9", "9"),
        ("nonsense", "nonsense"),
        ("sector=chemistry&sector=chemistry", "zweimal"),
        ("sector=" + "a" * 2000, "2000"),
        ("sector=%ff%fe%00", "kein bekannter Wunsch"),
    ],
)
def test_a_wrong_wish_is_told_in_a_sentence_with_a_way_on(url, query, sentence):
    code, page, _ = ask(f"{url}/result?{query}")

    assert code == 400
    assert '<html lang="de">' in page
    assert sentence in words_of(page)
    assert "Zum Finder" in page
    for leak in ("Traceback", "Error", ".py"):
        assert leak not in page


def test_every_site_has_a_page_and_a_card(url, region):
    for site in region.sites:
        code, page, _ = ask(f"{url}/site/{site.id}.html")
        text = words_of(page)
        assert code == 200
        assert '<html lang="de">' in page
        assert "<script" not in page
        for organisation in site.organisations:
            assert " ".join(organisation.name.split()) in text
        assert all(source.title in html.unescape(page) for source in site.sources.values())

        code, card, headers = ask(f"{url}/site/{site.id}.vcf")
        assert code == 200
        assert headers["content-type"].startswith("text/vcard")
        assert card.startswith("BEGIN:VCARD\r\n")


@pytest.mark.parametrize("path", ["/site/nowhere.html", "/site/nowhere.vcf", "/site/%3Cb%3E.html"])
def test_an_unknown_site_is_told_in_a_sentence(url, path):
    code, page, _ = ask(url + path)

    assert code == 404
    assert "Unter dieser Adresse gibt es keinen Ort." in page
    assert "<b>" not in page


def test_crawlers_find_every_page_and_results_stay_out_of_their_lists(url, region):
    _, robots, _ = ask(f"{url}/robots.txt")
    _, sitemap, _ = ask(f"{url}/sitemap.xml")
    listed = [loc.text for loc in ElementTree.fromstring(sitemap).iter() if loc.text]  # noqa: S314

    assert f"Sitemap: {url}/sitemap.xml" in robots
    assert listed == [
        f"{url}/",
        f"{url}/employers",
        f"{url}/method",
        *(f"{url}/site/{site.id}.html" for site in region.sites),
    ]
    assert '<meta name="robots" content="noindex">' in ask(f"{url}/result?{WISHES[0]}")[1]


@pytest.mark.parametrize("name", ["source-sans", "source-serif"])
def test_both_typefaces_are_served_by_ourselves(url, name):
    with urllib.request.urlopen(f"{url}/fonts/{name}.woff2") as answer:
        assert answer.headers["content-type"] == "font/woff2"
        assert answer.read(4) == b"wOF2"


def test_an_unknown_typeface_is_not_there(url):
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{url}/fonts/comic-sans.woff2")
