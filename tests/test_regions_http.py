"""What is answered over HTTP where one or several regions are installed."""

import html
import json
import re
from xml.etree import ElementTree

import pytest

from matcher.joined import ALL
from pages.parts.regions import find_catalogue, known_languages
from tests.conftest import PACK
from tests.installed import NAMES, SITES
from tests.server import ask


def language_of(page: str) -> str:
    return re.search(r'<html lang="([^"]+)"', page)[1]


# ---- over HTTP, three regions


def test_a_result_of_no_region_is_refused_in_a_sentence_that_names_them_all(all_url):
    status, _, page = ask(f"{all_url}/result?sector=chemistry&lang=en")

    assert status == 400
    assert language_of(page) == "en"
    said = re.search(r"Say which region you mean: region=([a-z|-]+)\.", page)
    assert set(said[1].split("|")) == NAMES


def test_a_program_that_names_no_region_gets_a_code_and_the_same_sentence(all_url):
    status, _, text = ask(f"{all_url}/api/v1/rank?sector=chemistry&lang=en")

    told = json.loads(text)["error"]
    assert (status, told["code"]) == (400, "region-missing")
    assert set(re.search(r"region=([a-z|-]+)\.", told["message"])[1].split("|")) == NAMES


@pytest.mark.parametrize("path", ["/result", "/api/v1/rank", "/qr.svg"])
@pytest.mark.parametrize("region", ["atlantis", "Meissen", ""])
def test_a_region_that_is_not_there_is_not_found(all_url, path, region):
    status, _, text = ask(f"{all_url}{path}?region={region}&lang=en")

    assert status == 404
    assert "There is no such region." in text


@pytest.mark.parametrize("region", sorted(NAMES | {ALL}))
@pytest.mark.parametrize("code", ["de", "en"])
def test_a_result_is_in_the_language_and_of_the_region_of_its_address(all_url, region, code):
    status, _, page = ask(f"{all_url}/result?region={region}&lang={code}")

    assert (status, language_of(page)) == (200, code)
    catalogue = find_catalogue(region)
    for site in catalogue.region.sites:
        assert site.name.replace("&", "&amp;") in page


def test_german_is_spoken_where_the_address_says_nothing(all_url):
    assert language_of(ask(f"{all_url}/result?region=meissen")[2]) == "de"


def test_a_language_that_is_not_spoken_is_refused_with_those_that_are(all_url):
    status, _, page = ask(f"{all_url}/result?region=meissen&lang=xx")

    assert status == 400
    for code in known_languages(find_catalogue("meissen")):
        assert re.search(rf"\b{code}\b", page)


def test_a_region_or_a_language_given_twice_is_refused(all_url):
    for twice in ("region=meissen&region=all", "region=meissen&lang=en&lang=de"):
        assert ask(f"{all_url}/result?{twice}")[0] == 400


def test_all_regions_are_ranked_as_one(all_url):
    status, _, text = ask(f"{all_url}/api/v1/rank?region=all&sector=chemistry")

    ranking = json.loads(text)
    assert (status, ranking["region"], ranking["wishes"]) == (200, ALL, "sector=chemistry")
    assert {site["id"] for site in ranking["sites"]} == {site for _, site in SITES}


def test_a_site_needs_no_region_in_its_address(all_url):
    for name in NAMES:
        site = next(site for region, site in SITES if region == name)
        status, _, page = ask(f"{all_url}/site/{site}.html")

        assert (status, language_of(page)) == (200, "de")
        assert find_catalogue(name).region.site(site).name in page
        assert ask(f"{all_url}/site/{site}.vcf")[0] == 200
    assert ask(f"{all_url}/site/nowhere.html")[0] == 404
    assert language_of(ask(f"{all_url}/site/riesa.html?lang=en")[2]) == "en"


def test_a_site_is_not_found_in_a_region_that_it_is_not_in(all_url):
    assert ask(f"{all_url}/site/riesa.html?region=mittelsachsen")[0] == 404
    assert ask(f"{all_url}/site/riesa.html?region=all")[0] == 200


def test_the_list_for_crawlers_holds_every_site_of_every_region_and_every_address_is_there(all_url):
    _, headers, text = ask(f"{all_url}/sitemap.xml")
    found = [entry.text for entry in ElementTree.fromstring(text).iter() if entry.text]  # noqa: S314

    assert headers["content-type"].startswith("application/xml")
    assert len(found) == len(set(found))
    assert {f"{all_url}/site/{site}.html" for _, site in SITES} <= set(found)
    for name in NAMES:
        assert f"{all_url}/employers?region={name}" in found
    assert all(ask(address)[0] == 200 for address in found if "/site/" not in address)


@pytest.mark.parametrize("code", ["en", "pl"])
def test_the_empty_page_is_in_the_language_of_its_address_from_its_first_byte(all_url, code):
    _, _, page = ask(f"{all_url}/?lang={code}&sector=chemistry")

    assert page.count("<html") == 1
    assert language_of(page) == code
    (plain,) = re.findall(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert f'href="/result?lang={code}&amp;sector=chemistry"' in plain
    assert "enable JavaScript" not in plain


def test_without_a_script_an_english_visitor_is_led_to_the_english_result(all_url):
    _, _, page = ask(f"{all_url}/?lang=en&region=meissen&sector=chemistry")
    link = re.search(r'<noscript>.*?<a href="([^"]+)">', page)[1].replace("&amp;", "&")

    status, _, result = ask(all_url + link)

    assert (status, language_of(result)) == (200, "en")


@pytest.mark.parametrize(
    "query", ["lang=xx", "lang=", "lang=%22%3E%3Cscript%3E", "lang=de&lang=en"]
)
def test_a_language_that_is_none_leaves_the_empty_page_german(all_url, query):
    _, _, page = ask(f"{all_url}/?{query}")

    assert language_of(page) == "de"
    assert '"><script>' not in page


# ---- over HTTP, one region


def test_a_finder_of_one_region_needs_none_in_its_addresses(url):
    status, _, page = ask(f"{url}/result?sector=chemistry")

    assert status == 200
    assert "Dow ValuePark" in page
    assert not re.search("[?&;]region=", page)
    assert ask(f"{url}/result?region={PACK.name}&sector=chemistry")[0] == 200


@pytest.mark.parametrize("region", ["meissen", "mittelsachsen", ALL])
def test_a_finder_of_one_region_knows_no_other(url, region):
    assert ask(f"{url}/result?region={region}")[0] == 404
    assert ask(f"{url}/api/v1/rank?region={region}")[0] == 404
    assert ask(f"{url}/site/riesa.html")[0] == 404


def test_a_finder_of_one_region_lists_only_its_own_sites(url, region):
    _, _, text = ask(f"{url}/sitemap.xml")

    assert set(re.findall(r"/site/([^.]+)\.html", text)) == {site.id for site in region.sites}
    assert [entry["id"] for entry in json.loads(ask(f"{url}/api/v1/regions")[2])["regions"]] == [
        PACK.name
    ]


LEAD_ON = re.compile(r'href="(/(?!assets|fonts|style)[^"]*)"')


@pytest.mark.parametrize("path", ["/result?sector=chemistry&region=meissen", "/site/riesa.html?"])
def test_every_link_of_a_plain_page_leads_on_in_its_language_and_region(all_url, path):
    _, _, page = ask(f"{all_url}{path}&lang=pl")
    links = [html.unescape(link) for link in LEAD_ON.findall(page)]

    assert len(links) > 3
    assert [link for link in links if "lang=pl" not in link] == []
    assert [link for link in links if ".vcf" not in link and "region=meissen" not in link] == []


def test_a_page_that_is_not_there_leads_back_in_the_language_of_its_address(all_url):
    _, _, page = ask(f"{all_url}/site/nowhere.html?lang=pl")

    assert 'href="/?lang=pl"' in page
