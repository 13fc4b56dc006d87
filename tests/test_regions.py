"""Which region an address means, and in which language it is answered."""

import os
import subprocess
import sys

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
from tests.conftest import ROOT
from tests.installed import NAMES, SITES
from tests.starter import change, new_pack

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
