"""Which region an address means, and in which language it is answered."""

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from xml.etree import ElementTree

import pytest

from matcher.errors import UnknownIdError
from matcher.joined import ALL
from matcher.model.text import DEFAULT_LANGUAGE
from pages.parts.regions import (
    DATA,
    all_catalogues,
    find_catalogue,
    folder_of,
    known_catalogue,
    known_languages,
    speech_in,
    where,
)
from tests.conftest import PACK, ROOT
from tests.starter import change, new_pack

NAMES = {"sachsen-anhalt", "mittelsachsen", "meissen"}
SITES = [
    (name, path.stem)
    for name in sorted(NAMES)
    for path in sorted((ROOT / "data" / name / "sites").glob("*.yaml"))
]


def ask(address: str):
    """Return the status, the headers and the text of an answer, also of a refusal."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read().decode()


def language_of(page: str) -> str:
    return re.search(r'<html lang="([^"]+)"', page)[1]


# ---- which region


def test_every_region_that_is_installed_is_found_by_its_id():
    assert set(all_catalogues()) == NAMES
    for name in NAMES:
        assert find_catalogue(name).region.profile.id == name
        assert known_catalogue(name) is find_catalogue(name)


def test_all_means_every_one_of_them_together():
    found = find_catalogue(ALL)

    assert found.region.profile.id == ALL
    assert [site.id for site in found.region.sites] == [site for _, site in SITES]


def test_where_nobody_says_which_there_is_none():
    assert find_catalogue(None) is None
    assert find_catalogue(None, "nowhere") is None
    for wrong in ("", "Meissen", "atlantis", "../meissen"):
        assert find_catalogue(wrong) is None


@pytest.mark.parametrize(("name", "site"), SITES)
def test_a_site_says_which_region_is_meant(name, site):
    assert find_catalogue(None, site).region.profile.id == name
    assert folder_of(ALL, site) == folder_of(name, site) == DATA / name
    assert (folder_of(name, site) / "sites" / f"{site}.yaml").is_file()


def test_a_region_that_is_named_goes_before_a_site():
    assert find_catalogue("meissen", "dow-valuepark").region.profile.id == "meissen"


def test_a_region_that_must_be_there_and_is_not_is_told_with_those_there_are():
    with pytest.raises(UnknownIdError, match=r"There is no region 'meisen'\. Known: meissen"):
        known_catalogue("meisen")


def calling(call: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Print a value of the module in a process with other settings."""
    return subprocess.run(
        [sys.executable, "-c", f"from pages.parts import regions; print(regions.{call})"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_region_that_is_fixed_and_not_installed_stops_the_start():
    done = calling("all_catalogues()", FINDER_REGION="atlantis")

    assert done.returncode == 1
    assert "There is no region 'atlantis'. Known: " in done.stderr


# ---- which language


def test_a_language_that_a_region_speaks_is_spoken_with_its_texts():
    for catalogue in (*all_catalogues().values(), find_catalogue(ALL)):
        for code in known_languages(catalogue):
            speech = speech_in(catalogue, code)
            assert speech.code == code
            assert speech.texts == catalogue.region.texts.get(code, {})


@pytest.mark.parametrize("code", [None, "", "xx", "EN", "en-simple", "../de"])
def test_a_language_that_nobody_speaks_is_answered_in_german(code):
    assert speech_in(None, code).code == DEFAULT_LANGUAGE
    assert speech_in(find_catalogue("meissen"), code).code == DEFAULT_LANGUAGE


def test_without_a_region_the_languages_are_those_that_all_of_them_speak():
    spoken = [set(catalogue.region.profile.languages) for catalogue in all_catalogues().values()]

    assert set(known_languages(None)) == set.intersection(*spoken)
    assert known_languages(None)[0] == DEFAULT_LANGUAGE


def test_a_language_that_a_region_does_not_speak_is_not_spoken_without_a_region(tmp_path):
    spoken = {"altmark": "[pl, de, en]", "boerde": "[de, en]", "harz": "[de, en, pl]"}
    for name, codes in spoken.items():
        change(new_pack(tmp_path, name) / "region.yaml", "[de, en]", codes)

    done = calling("known_languages(None)", FINDER_DATA=str(tmp_path))

    assert done.stdout.splitlines()[-1:] == ["('de', 'en')"]


def test_an_address_says_what_leads_back_and_nothing_that_goes_without_saying():
    catalogue = find_catalogue("meissen")

    assert where(catalogue, speech_in(catalogue, None)) == {"region": "meissen"}
    assert where(catalogue, speech_in(catalogue, "en")) == {"region": "meissen", "lang": "en"}


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
    assert "region=" not in page
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
