"""The drawn motifs: each site has a small landscape of its own, safe to put into a page."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.catalogue import Catalogue, make_catalogue
from matcher.motif import Scene, motif_svg, scene_of
from matcher.motif.silhouettes import SILHOUETTES
from matcher.pack import load_region

PACK = Path(__file__).parents[1] / "data" / "sachsen-anhalt"
MOST_BYTES = 7_000
NOTHING_KNOWN = Scene(
    town=None,
    water="none",
    water_amount=0.0,
    forest=0.0,
    hills=0.0,
    fields=0.0,
    silhouettes=(),
    seed=1,
)
EVERYTHING = Scene(
    town=3,
    water="lake",
    water_amount=1.0,
    forest=1.0,
    hills=1.0,
    fields=1.0,
    silhouettes=("chemistry", "logistics", "food", "research-science"),
    seed=1,
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return make_catalogue(load_region(PACK))


@pytest.fixture(scope="module")
def scenes(catalogue: Catalogue) -> list[Scene]:
    return [scene_of(catalogue, site) for site in catalogue.region.sites]


def bytes_of(scene: Scene, dark: bool) -> int:
    return len(motif_svg(scene, dark).encode())


@pytest.mark.parametrize("dark", [False, True])
def test_the_same_scene_gives_the_same_picture(dark: bool) -> None:
    assert motif_svg(EVERYTHING, dark) == motif_svg(replace(EVERYTHING), dark)


def test_the_same_site_gives_the_same_scene(catalogue: Catalogue, scenes: list[Scene]) -> None:
    assert [scene_of(catalogue, site) for site in catalogue.region.sites] == scenes


@pytest.mark.parametrize("dark", [False, True])
def test_every_site_has_a_picture_of_its_own(scenes: list[Scene], dark: bool) -> None:
    assert len({motif_svg(scene, dark) for scene in scenes}) == len(scenes)


def test_two_sites_of_one_town_with_the_same_facts_look_different() -> None:
    assert motif_svg(EVERYTHING) != motif_svg(replace(EVERYTHING, seed=2))


def test_a_scene_shows_what_the_site_is_known_for_first(
    catalogue: Catalogue, scenes: list[Scene]
) -> None:
    for site, scene in zip(catalogue.region.sites, scenes, strict=True):
        known_for = {entry.id for entry in site.sectors if entry.level == "main"}
        assert set(scene.silhouettes[: len(known_for)]) <= known_for
        assert len(scene.silhouettes) == len(set(scene.silhouettes)) <= 4


def test_a_missing_indicator_leaves_its_part_of_the_landscape_out(catalogue: Catalogue) -> None:
    told = ["population", "water_share", "forest_share", "open_space_share", "near-mountains:km"]
    bare = replace(catalogue, features=catalogue.features.drop(columns=told))
    gaps = replace(
        catalogue, features=catalogue.features.assign(**dict.fromkeys(told, float("nan")))
    )
    site = catalogue.region.sites[0]
    for poorer in (bare, gaps):
        scene = scene_of(poorer, site)
        assert replace(scene, silhouettes=(), seed=1) == NOTHING_KNOWN


@pytest.mark.parametrize("dark", [False, True])
def test_every_picture_of_the_pack_has_at_most_7_kb(scenes: list[Scene], dark: bool) -> None:
    assert max(bytes_of(scene, dark) for scene in scenes) <= MOST_BYTES


@pytest.mark.parametrize("dark", [False, True])
def test_even_the_fullest_landscape_has_at_most_7_kb(dark: bool) -> None:
    alone = {
        sector: bytes_of(replace(NOTHING_KNOWN, silhouettes=(sector,)), dark)
        for sector in SILHOUETTES
    }
    biggest = tuple(sorted(alone, key=lambda sector: alone[sector])[-4:])
    for seed in range(100):
        for water in ("river", "lake"):
            full = replace(EVERYTHING, silhouettes=biggest, seed=seed, water=water)
            assert bytes_of(full, dark) <= MOST_BYTES, full


@pytest.mark.parametrize("dark", [False, True])
def test_a_picture_is_decorative_xml_that_runs_and_fetches_nothing(
    scenes: list[Scene], dark: bool
) -> None:
    allowed = {"svg", "linearGradient", "stop", "path", "g"}
    for scene in (*scenes, EVERYTHING, NOTHING_KNOWN):
        root = ET.fromstring(motif_svg(scene, dark))  # noqa: S314, it is our own text
        assert root.get("aria-hidden") == "true"
        assert root.get("focusable") == "false"
        assert root.get("viewBox") == "0 0 640 280"
        for element in root.iter():
            assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in allowed
            assert not (element.text or "").strip()
            for name, value in element.attrib.items():
                assert "href" not in name
                assert not name.startswith("on")
                assert name not in {"style", "class"}
                assert "url(" not in value or re.fullmatch(r"url\(#m[0-9a-f]{6}\)", value)


def test_numbers_have_at_most_one_decimal_in_outlines(scenes: list[Scene]) -> None:
    for scene in scenes:
        for outline in re.findall(r' d="([^"]*)"', motif_svg(scene)):
            assert not re.search(r"\.\d\d|e|nan|inf", outline)


def test_pictures_on_one_page_do_not_share_an_id(scenes: list[Scene]) -> None:
    pictures = [motif_svg(scene, dark) for scene in scenes for dark in (False, True)]
    ids = [name for picture in pictures for name in re.findall(r'id="([^"]*)"', picture)]
    assert len(ids) == len(set(ids)) == len(pictures)


def test_light_and_dark_pictures_differ(scenes: list[Scene]) -> None:
    for scene in scenes:
        assert motif_svg(scene, dark=False) != motif_svg(scene, dark=True)


def test_each_sector_has_a_silhouette_of_its_own(catalogue: Catalogue) -> None:
    drawn = {motif_svg(replace(NOTHING_KNOWN, silhouettes=(sector,))) for sector in SILHOUETTES}
    assert len(drawn) == len(SILHOUETTES)
    sectors = {
        c.id for b in catalogue.region.questions.blocks if b.id == "sector" for c in b.criteria
    }
    assert sectors <= set(SILHOUETTES)


def test_an_unknown_sector_draws_a_plain_hall_and_nothing_of_its_name() -> None:
    odd = replace(NOTHING_KNOWN, silhouettes=("<script>alert(1)</script>",))
    picture = motif_svg(odd)
    assert "script" not in picture
    assert picture.count("<path") > motif_svg(NOTHING_KNOWN).count("<path") + 3


def test_a_site_of_which_nothing_is_known_still_has_sky_and_ground() -> None:
    assert motif_svg(NOTHING_KNOWN).count("<path") >= 4
