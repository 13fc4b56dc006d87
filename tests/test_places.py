"""Sites lie where they say: inside their state, or with an editor's note why not."""

import json
import math
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from matcher.pack import load_region
from matcher.pack.document import read_document
from matcher.pack.places import is_inside
from tests.conftest import ROOT
from tests.starter import change, faults_of, new_pack

SITE = "sites/musterstadt.yaml"
HERE = "position: {latitude: 51.5, longitude: 12.0, precision_m: 1000, confidence: unverified}"
MUNICH = HERE.replace("51.5", "48.14").replace("12.0", "11.58")
FEW_METRES = 1e-6
SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]


# ---- packs


@pytest.fixture
def pack(tmp_path) -> Path:
    """A pack that says in which state its site lies."""
    pack = new_pack(tmp_path)
    change(
        pack / "region.yaml", "languages: [de, en]", "languages: [de, en]\nstate: sachsen-anhalt"
    )
    return pack


def test_a_site_inside_its_state_is_fine(pack):
    assert len(load_region(pack).sites) == 1


def test_a_site_outside_its_state_is_told_at_its_position(pack):
    line = change(pack / SITE, HERE, MUNICH)

    assert faults_of(pack) == [
        f"{pack / SITE}:{line}: position: lies outside sachsen-anhalt: mend it, or say why in "
        "'editor_note'"
    ]


def test_an_editor_may_say_why_a_site_lies_outside(pack):
    change(pack / SITE, HERE, MUNICH[:-1] + ", editor_note: Das Büro liegt in Bayern.}")

    assert load_region(pack).sites[0].position.latitude == 48.14


def test_an_empty_note_is_no_reason(pack):
    change(pack / SITE, HERE, MUNICH[:-1] + ", editor_note: ''}")

    (fault,) = faults_of(pack)
    assert "position.editor_note: String should have at least 1 character" in fault


def test_a_state_that_is_none_is_told_with_those_there_are(pack):
    line = change(pack / "region.yaml", "state: sachsen-anhalt", "state: saxony")

    (fault,) = faults_of(pack)

    assert fault.startswith(f"{pack / 'region.yaml'}:{line}: state: 'saxony' is no state. Known: ")
    assert "sachsen, sachsen-anhalt" in fault


def test_a_region_that_names_no_state_is_not_checked(pack):
    change(pack / SITE, HERE, MUNICH)
    change(pack / "region.yaml", "\nstate: sachsen-anhalt", "")

    assert len(load_region(pack).sites) == 1


def test_a_data_folder_without_outlines_is_not_checked(pack):
    change(pack / SITE, HERE, MUNICH)
    shutil.rmtree(pack.parent / "base-map")

    assert len(load_region(pack).sites) == 1


def test_every_region_that_is_installed_is_checked():
    text = (ROOT / "data" / "base-map" / "areas.geojson").read_text(encoding="utf-8")
    states = {area["properties"]["id"] for area in json.loads(text)["features"]}

    for name in ("sachsen-anhalt", "mittelsachsen", "meissen"):
        assert read_document(ROOT / "data" / name / "region.yaml").data["state"] in states


# ---- the law of the outline


@some.composite
def convex(draw) -> list[list[float]]:
    """Draw a convex polygon: corners on a circle, against the clock, closed."""
    x, y = draw(some.floats(-20, 20)), draw(some.floats(-20, 20))
    radius = draw(some.floats(0.1, 5))
    degrees = draw(some.lists(some.integers(0, 359), min_size=3, max_size=12, unique=True))
    corners = [
        [x + radius * math.cos(math.radians(a)), y + radius * math.sin(math.radians(a))]
        for a in sorted(degrees)
    ]
    return [*corners, corners[0]]


def side(point, start, end) -> float:
    """How far a point lies to the left of a line: more than 0 inside, against the clock."""
    length = math.dist(start, end)
    (x, y), (x1, y1), (x2, y2) = point, start, end
    return ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length


@given(ring=convex(), data=some.data())
def test_a_mix_of_the_corners_of_a_convex_outline_lies_inside(ring, data):
    corners = ring[:-1]
    shares = data.draw(
        some.lists(some.integers(1, 100), min_size=len(corners), max_size=len(corners))
    )
    point = tuple(
        sum(share * corner[axis] for share, corner in zip(shares, corners, strict=True))
        / sum(shares)
        for axis in (0, 1)
    )
    assume(all(side(point, a, b) > FEW_METRES for a, b in pairwise(ring)))

    assert is_inside(point, [ring])


@given(ring=convex(), x=some.floats(-26, 26), y=some.floats(-26, 26))
def test_a_point_is_inside_a_convex_outline_when_it_is_left_of_every_side(ring, x, y):
    sides = [side((x, y), a, b) for a, b in pairwise(ring)]
    assume(all(abs(distance) > FEW_METRES for distance in sides))

    assert is_inside((x, y), [ring]) == all(distance > 0 for distance in sides)


@given(ring=convex(), data=some.data(), start=some.integers(0, 12))
def test_it_does_not_matter_where_an_outline_begins_or_which_way_it_goes(ring, data, start):
    x = data.draw(some.floats(-26, 26))
    y = data.draw(some.floats(-26, 26))
    corners = ring[:-1]
    turned = corners[start % len(corners) :] + corners[: start % len(corners)]

    found = is_inside((x, y), [ring])

    assert is_inside((x, y), [[*turned, turned[0]]]) == found
    assert is_inside((x, y), [ring[::-1]]) == found


@pytest.mark.parametrize(
    ("point", "inside"), [((0.5, 2), True), ((2, 2), False), ((3.5, 3.5), True), ((5, 2), False)]
)
def test_an_outline_inside_another_is_a_hole(point, inside):
    assert is_inside(point, [SQUARE, HOLE]) == inside
    assert is_inside(point, [HOLE, SQUARE]) == inside


def test_an_island_belongs_to_the_state_and_an_empty_outline_holds_nothing():
    island = [[x + 10, y] for x, y in SQUARE]

    assert is_inside((12, 2), [SQUARE, island])
    assert not is_inside((7, 2), [SQUARE, island])
    assert not is_inside((2, 2), [])
