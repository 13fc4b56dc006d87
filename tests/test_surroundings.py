"""The map of the surroundings: true distances, names that do not overlap, no net."""

import math
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from matcher.distance import kilometres
from matcher.pack.homes import load_homes
from matcher.surroundings import (
    BaseMap,
    Town,
    home_towns,
    load_base_map,
    merged,
    region_towns,
    surroundings,
)
from matcher.surroundings.clip import cut_line, cut_ring
from matcher.surroundings.labels import Box, Wanted, place_labels, width_of
from matcher.surroundings.project import direction, drawn, offset
from matcher.surroundings.view import (
    BIG,
    FAR_WITHIN_KM,
    FRAME,
    HALF,
    NORTH_ARROW,
    RADIUS,
    REACH_KM,
    UNITS,
)
from tests.conftest import ROOT

LATITUDES, LONGITUDES = some.floats(47.3, 55.0), some.floats(5.9, 15.0)
PLACES = some.tuples(LATITUDES, LONGITUDES)
COORDINATES = some.integers(-40, 40).map(float)
POINTS = some.tuples(COORDINATES, COORDINATES)


@pytest.fixture(scope="module")
def base_map() -> BaseMap:
    return load_base_map(ROOT / "data" / "base-map")


@pytest.fixture(scope="module")
def towns(region, base_map) -> tuple[Town, ...]:
    homes = load_homes(ROOT / "data" / "home")
    return merged(region_towns(region), home_towns(homes), base_map.towns)


@pytest.fixture(scope="module")
def maps(region, towns, base_map):
    return [surroundings(site, region.sites, towns, base_map) for site in region.sites]


@given(PLACES, PLACES)
def test_a_distance_is_the_one_that_scores_are_made_of(here, there):
    assert offset(here, there)[0] == pytest.approx(kilometres([here], [there])[0, 0], abs=1e-6)


@given(PLACES, PLACES)
def test_the_drawing_keeps_distance_and_direction_from_its_middle(here, there):
    km, degrees = offset(here, there)
    x, y = drawn(here, there, UNITS)

    assert math.hypot(x, y) == pytest.approx(km * UNITS, abs=1e-6)
    if km > 1:
        assert math.degrees(math.atan2(x, -y)) % 360 == pytest.approx(degrees, abs=1e-6)


@pytest.mark.parametrize(
    ("there", "words"),
    [
        ((52.0, 12.0), "to the north"),
        ((51.0, 12.0), "to the south"),
        ((51.5, 13.0), "to the east"),
        ((51.5, 11.0), "to the west"),
        ((51.2, 12.5), "to the south-east"),
    ],
)
def test_a_direction_is_said_as_on_a_compass(there, words):
    assert direction(offset((51.5, 12.0), there)[1]) == words


def test_north_is_up_and_east_is_right():
    assert drawn((51.5, 12.0), (51.6, 12.0), UNITS)[1] < 0 < drawn((51.5, 12.0), (51.5, 12.1), 1)[0]


def test_the_same_files_give_the_same_map(region, towns, base_map, maps):
    again = [surroundings(site, region.sites, towns, base_map) for site in region.sites]

    assert again == maps


def test_everything_within_reach_is_on_the_map_and_in_the_text(region, towns, maps):
    reach = REACH_KM - 1  # a dot at the very edge would be cut
    for found, site in zip(maps, region.sites, strict=True):
        here = (site.position.latitude, site.position.longitude)
        named = {place.name for place in found.near}
        sites = {other.short_name for other in region.sites}
        for town in towns:
            if offset(here, (town.latitude, town.longitude))[0] < reach:
                assert town.name in named | sites
        for other in region.sites:
            there = (other.position.latitude, other.position.longitude)
            if other is not site and offset(here, there)[0] < reach:
                assert other.id in {place.id for place in found.near}
        assert site.id not in {place.id for place in found.near}


def test_what_is_listed_comes_nearest_first_and_lies_inside_the_drawing(maps):
    for found in maps:
        for places in (found.near, found.far):
            distances = [place.km for place in places]
            assert distances == sorted(distances)
        for place in (*found.near, *found.far):
            assert max(abs(place.x), abs(place.y)) <= HALF


def test_beyond_the_edge_a_big_city_is_named_one_for_each_direction(towns, maps):
    sizes = {town.name: town.population for town in towns}
    for found in maps:
        assert len({place.direction for place in found.far}) == len(found.far)
        for place in found.far:
            assert sizes[place.name] >= BIG
            assert place.km <= FAR_WITHIN_KM
            assert place.name not in {near.name for near in found.near}


def test_no_name_lies_over_another_a_dot_or_the_scale(maps):
    for found in maps:
        labels = [place.label.box for place in found.named]
        for one, other in combinations([*labels, found.scale, NORTH_ARROW], 2):
            assert not one.overlaps(other)
        for place in found.named:
            assert place.label.box.inside(FRAME)
            for other in (found.here, *found.near, *found.far):
                r = RADIUS[other.kind]
                dot = Box(other.x - r, other.y - r, other.x + r, other.y + r)
                assert other is place or not place.label.box.overlaps(dot)


def test_the_site_itself_is_always_named(maps):
    assert all(found.here.label for found in maps)


def test_where_two_names_fight_for_room_the_smaller_town_gives_way(region):
    site = region.sites[0]
    latitude, longitude = site.position.latitude + 0.1, site.position.longitude
    crowd = [Town(f"Nirgendwo {i}", latitude, longitude + i / 500, 1000.0 + i) for i in range(30)]

    found = surroundings(site, [site], crowd, BaseMap())

    named = [place.weight for place in found.near if place.label]
    left_out = [place.weight for place in found.near if not place.label]
    assert named
    assert left_out
    assert max(named) == 1029
    assert max(left_out) < max(named)


def test_a_town_that_three_files_speak_of_is_one_town(towns):
    names = [town.name for town in towns]

    assert len(names) == len(set(names))
    assert sum("Halle" in name.split() for name in names) == 1
    assert sum("Wittenberg" in name.split() for name in names) == 1


def test_place_and_name_are_those_of_the_first_source_and_the_shortest_name_is_kept():
    first = Town("Lutherstadt Wittenberg", 51.87, 12.64)
    second = Town("Wittenberg", 51.866, 12.65, 45000.0)

    (town,) = merged([first], [second])

    assert (town.name, town.short) == ("Lutherstadt Wittenberg", "Wittenberg")
    assert (town.latitude, town.population) == (51.87, 45000.0)


def test_towns_of_one_name_that_lie_apart_stay_two():
    assert len(merged([Town("Neustadt", 51.0, 12.0), Town("Neustadt", 52.0, 12.0)])) == 2


def test_a_town_that_is_itself_a_site_is_shown_once(region):
    here, other = region.sites[:2]
    position = here.position.model_copy(update={"latitude": here.position.latitude + 0.1})
    other = other.model_copy(update={"short_name": "Musterstadt", "position": position})
    same = Town("Musterstadt (Elbe)", position.latitude, position.longitude)
    apart = Town("Musterstadt", position.latitude + 0.02, position.longitude)

    found = surroundings(here, [here, other], [same], BaseMap())
    both = surroundings(here, [here, other], [apart], BaseMap())

    assert [place.kind for place in found.near] == ["site"]
    assert sorted(place.kind for place in both.near) == ["site", "town"]


def test_too_close_for_a_direction_none_is_told(maps):
    for found in maps:
        for place in found.near:
            assert (place.whole_km > 0) == (place.km >= 1)
            if place.km < 1:
                assert place.direction == ""
            if place.km > 20:
                assert place.direction


def test_rivers_are_drawn_and_written_as_plain_paths(maps):
    assert any(found.rivers for found in maps)
    for found in maps:
        assert re.fullmatch(r"(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)+)*", found.rivers)
        assert len(found.rivers) < 10_000


def test_without_a_base_map_the_sites_and_towns_are_there(tmp_path, region, towns):
    found = surroundings(region.sites[0], region.sites, towns, load_base_map(tmp_path))

    assert (found.rivers, found.waters) == ("", "")
    assert found.near


@given(some.lists(POINTS, min_size=2, max_size=12))
def test_of_a_line_every_part_in_view_is_kept(line):
    kept = [point for piece in cut_line(line, 10) for point in piece]

    assert all(point in kept for point in line if max(map(abs, point)) <= 10)


@given(some.lists(POINTS, min_size=3, max_size=12))
def test_a_ring_that_is_cut_stays_inside(ring):
    for x, y in cut_ring(ring, 10):
        assert max(abs(x), abs(y)) <= 10 + 1e-9
    inside = [point for point in ring if max(map(abs, point)) <= 10]
    assert all(point in cut_ring(ring, 10) for point in inside)


@given(
    some.lists(some.tuples(COORDINATES, COORDINATES, some.text(max_size=9)), max_size=15),
)
def test_labels_never_overlap_whatever_they_say(points):
    wanted = [Wanted(x * 4, y * 4, 3.0, (name, "7 km"), i) for i, (x, y, name) in enumerate(points)]
    frame = Box(-180, -180, 180, 180)

    labels = [label for label in place_labels(wanted, frame) if label]

    assert all(label.box.inside(frame) for label in labels)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(labels, 2))


def test_a_wide_letter_takes_more_room_than_a_narrow_one():
    assert width_of("iii", 13) < width_of("nnn", 13) < width_of("MMM", 13)
