"""What a visitor may rely on when a site is compared with where they live now."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import PackError
from matcher.home import compare_home, distance_km, town_homes, verdict
from matcher.home_search import find_home
from matcher.language import language
from matcher.pack.homes import load_homes, load_postcodes
from tests.conftest import ROOT

FOLDER = ROOT / "data" / "home"
GERMAN = language("de")
FIGURES = st.floats(min_value=0, max_value=1e7, allow_nan=False)
SWAPPED = {"better": "worse", "worse": "better"}


@pytest.fixture(scope="module")
def homes():
    return load_homes(FOLDER)


@pytest.fixture(scope="module")
def postcodes():
    return load_postcodes(FOLDER / "postcodes.csv")


@pytest.fixture
def folder(tmp_path):
    """The places, to be broken."""
    return shutil.copytree(FOLDER, tmp_path / "home")


def site_in(catalogue, town):
    return next(site for site in catalogue.region.sites if site.municipality == town)


def verdicts(catalogue, site, home):
    return {row.indicator: row.verdict for row in compare_home(catalogue, site.id, home, GERMAN)}


@pytest.mark.parametrize("town", ["halle", "magdeburg"])
def test_a_place_compared_with_itself_is_never_better_or_worse(catalogue, homes, town):
    found = verdicts(catalogue, site_in(catalogue, town), homes[town])

    assert len(found) == 21
    assert set(found.values()) == {"same", "neutral"}


def test_a_place_is_no_distance_from_itself(catalogue, homes):
    site = site_in(catalogue, "halle")
    centre = {"latitude": site.position.latitude, "longitude": site.position.longitude}
    home = replace(homes["halle"], city=homes["halle"].city.model_copy(update=centre))

    assert distance_km(catalogue, site.id, home) == pytest.approx(0, abs=1e-3)
    assert distance_km(catalogue, site.id, homes["halle"]) < 10
    assert 25 < distance_km(catalogue, site.id, homes["leipzig"]) < 40


def test_better_and_worse_swap_when_the_two_places_are_swapped(catalogue, homes):
    there = verdicts(catalogue, site_in(catalogue, "halle"), homes["magdeburg"])
    back = verdicts(catalogue, site_in(catalogue, "magdeburg"), homes["halle"])

    assert {name: SWAPPED.get(found, found) for name, found in there.items()} == back
    assert {"better", "worse"} <= set(there.values())


@given(FIGURES, FIGURES, st.sampled_from(["higher_better", "lower_better", "neutral"]))
def test_a_verdict_depends_on_the_order_of_two_figures_only(here, there, direction):
    found, back = verdict(here, there, direction), verdict(there, here, direction)

    assert back == SWAPPED.get(found, found)
    assert verdict(here, here, direction) in {"same", "neutral"}


def test_a_lower_rent_is_better_and_a_small_difference_is_none():
    assert verdict(5.0, 6.0, "lower_better") == "better"
    assert verdict(5.0, 6.0, "higher_better") == "worse"
    assert verdict(97.1, 100.0, "higher_better") == "same"
    assert verdict(96.9, 100.0, "higher_better") == "worse"
    assert verdict(5.0, 6.0, "neutral") == "neutral"


def test_every_figure_has_a_year_and_a_source(catalogue, homes):
    site = site_in(catalogue, "leuna")
    for home in homes.values():
        for row in compare_home(catalogue, site.id, home, GERMAN):
            assert row.there is not None
            assert 2015 < row.there.year < 2027
            assert row.there.source is not None
            assert row.sources


def test_rent_comes_first_and_the_number_of_people_last(catalogue, homes):
    rows = compare_home(catalogue, site_in(catalogue, "halle").id, homes["leipzig"], GERMAN)

    assert rows[0].label == "Nettokaltmiete (Bestand)"
    assert rows[0].there.value == "6,44 €/m²"
    assert rows[-1].indicator == "population_density"


def test_a_figure_that_is_not_known_is_listed_as_not_known(catalogue, folder):
    path = folder / "indicators.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("leipzig,gp_density,")]
    path.write_text("".join(kept), encoding="utf-8")
    site = site_in(catalogue, "halle")

    rows = compare_home(catalogue, site.id, load_homes(folder)["leipzig"], GERMAN)

    assert len(rows) == 21
    (row,) = [row for row in rows if row.indicator == "gp_density"]
    assert row.there is None
    assert row.verdict == "unknown"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Leipzig", "leipzig"),
        ("Lepizig", "leipzig"),
        ("Halle", "halle"),
        ("hale", "halle"),
        ("Frankfurt", "frankfurt-am-main"),
        ("Goerlitz", "goerlitz"),
        ("munchen", "muenchen"),
        ("Muenchen", "muenchen"),
        ("KÖLN", "koeln"),
        ("mönchen gladbach", "moenchengladbach"),
    ],
)
def test_the_search_finds_a_place_in_spite_of_typos_and_umlauts(homes, query, first):
    assert find_home(homes, query, {})[0][0].city.id == first


@pytest.mark.parametrize("query", ["", "   ", "xqzw", "99999", "061", "🙂", "x" * 100_000])
def test_the_search_finds_nothing_where_nothing_is_meant(homes, postcodes, query):
    assert find_home(homes, query, postcodes) == ()


def test_the_search_finds_at_most_five_places(homes):
    assert len(find_home(homes, "a", {})) == 5


@pytest.mark.parametrize(
    ("query", "nearest"), [("04103", "leipzig"), ("06217", "merseburg"), (" 50667 ", "koeln")]
)
def test_a_postcode_finds_the_nearest_places_and_says_how_far_they_are(
    catalogue, homes, postcodes, query, nearest
):
    towns = town_homes(catalogue.region, ("net_cold_rent",))

    found = find_home({**towns, **homes}, query, postcodes)

    assert [len(found), found[0][0].city.id] == [3, nearest]
    kilometres = [km for _home, km in found]
    assert kilometres == sorted(kilometres)
    assert kilometres[0] < 8


def test_the_towns_of_a_region_are_places_too_with_the_same_figures(catalogue, homes):
    shown = tuple(homes["halle"].values)
    towns = town_homes(catalogue.region, shown)

    assert set(towns) == set(catalogue.region.municipalities)
    for name, value in homes["halle"].values.items():
        ours = towns["halle"].values[name]
        assert (value and value.number) == (ours and ours.number), name


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("cities.csv", "50.773516", "5.77", "latitude"),
        ("cities.csv", "augsburg,", "aachen,", "already given in line 2"),
        ("cities.csv", "id,name", "id,nome", "the columns are id, name"),
        ("indicators.csv", "aachen,asking_rent,9.05", "aachen,asking_rent,cheap", "is no number"),
        ("indicators.csv", "aachen,asking_rent", "atlantis,asking_rent", "is not in cities.csv"),
        ("indicators.csv", "9.05,2022,district,inkar_gerda", "9.05,2022,district,", "source"),
        ("indicators.csv", "9.05,2022,district,inkar_gerda", "9.05,,district,x", "as_of"),
        ("indicators.csv", "aachen,asking_rent,9.05", "aachen,asking_rent", "has 7 fields"),
        ("sources.yaml", "https://www.inkar.de/", "javascript:alert(1)", "a link starts with"),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_line(folder, file, old, new, message):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(PackError) as caught:
        load_homes(folder)

    assert any(f"{path}:{line}: " in str(p) and message in str(p) for p in caught.value.problems)


def test_the_files_stay_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 350_000
