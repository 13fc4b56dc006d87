"""Where a town stands among the others: what the charts of figures promise."""

import math
from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as some

from matcher.language import language
from matcher.standing import Standing, standing, standing_words, strip, town_standing

FIGURES = some.floats(-1e6, 1e6).map(lambda value: round(value, 2))
FEW = some.sampled_from([1.0, 2.0, 3.0])  # so that ties are common
OTHERS = some.lists(FIGURES | FEW, min_size=1)
VALUES = FIGURES | FEW
ENGLISH = language("en")


@given(VALUES, OTHERS)
def test_every_other_town_is_lower_higher_or_the_same(value, others):
    found = standing(value, others)

    assert found.lower + found.same + found.higher == len(others)
    assert found.lower == len([other for other in others if other < value])
    assert found.same == others.count(value)


@given(VALUES, OTHERS)
def test_the_rank_is_that_of_a_sorted_list_where_equals_share_the_first_place(value, others):
    assert standing(value, others).rank == sorted([value, *others]).index(value) + 1


@given(VALUES, OTHERS, some.randoms())
def test_the_order_in_which_the_others_are_told_does_not_matter(value, others, chance):
    mixed = list(others)
    chance.shuffle(mixed)

    assert standing(value, mixed) == standing(value, others)


@given(VALUES, OTHERS, some.integers(1, 5))
def test_whom_nothing_is_known_of_changes_no_rank_and_is_counted(value, others, gaps):
    found = standing(value, [*others, *[math.nan] * gaps])

    assert found == replace(standing(value, others), unknown=gaps)


@given(VALUES, OTHERS)
def test_upside_down_lower_is_higher(value, others):
    found, turned = standing(value, others), standing(-value, [-other for other in others])

    assert (turned.lower, turned.higher) == (found.higher, found.lower)


@given(VALUES, VALUES, OTHERS)
def test_more_is_never_a_lower_place(one, other, others):
    low, high = sorted((one, other))

    assert standing(low, others).rank <= standing(high, others).rank


@given(VALUES, OTHERS)
def test_everything_is_drawn_between_the_lowest_and_the_highest(value, others):
    found = standing(value, others)
    everyone = [value, *others]

    assert (found.lowest, found.highest) == (min(everyone), max(everyone))
    assert found.median == pytest.approx(median(everyone))
    assert all(0 <= found.share(each) <= 1 for each in (*everyone, found.median))
    if found.lowest < found.highest:
        assert (found.share(found.lowest), found.share(found.highest)) == (0, 1)


@given(OTHERS)
def test_a_figure_that_is_not_known_stands_nowhere(others):
    assert standing(math.nan, others) is None
    assert standing(1.0, [math.nan] * len(others)) is None
    assert standing(1.0, []) is None


@given(VALUES, OTHERS, some.sampled_from(["lower_better", "higher_better", "neutral"]))
def test_the_words_count_what_the_figures_count(value, others, direction):
    found = standing(value, others)
    words = standing_words(found, direction, ENGLISH)
    behind = found.higher if direction == "lower_better" else found.lower

    if found.same == len(others):
        assert words.startswith("The same as in ")
    else:
        ahead = {"neutral": ("More", "Less")}.get(direction, ("Better", "Worse"))
        assert words.startswith(ahead[0] if behind else ahead[1])
        assert (f"Just as much: {found.same}." in words) == (found.same > 0)
    assert "{" not in words


@pytest.mark.parametrize(
    ("value", "direction", "words"),
    [
        (4.0, "lower_better", "Better than in all 3 other towns: less is better."),
        (4.0, "higher_better", "Worse than in all 3 other towns: more is better."),
        (6.5, "lower_better", "Better than in 1 of 3 other towns: less is better."),
        (6.5, "higher_better", "Better than in 2 of 3 other towns: more is better."),
        (6.5, "neutral", "More than in 2 of 3 other towns."),
        (7.0, "lower_better", "Worse than in 2 of 3 other towns: less is better. Just as much: 1."),
        (5.0, "neutral", "Less than in 2 of 3 other towns. Just as much: 1."),
    ],
)
def test_a_low_rent_is_good_and_a_low_wage_is_not(value, direction, words):
    assert standing_words(Standing(value, (5.0, 6.0, 7.0)), direction, ENGLISH) == words


def test_a_town_with_several_sites_counts_once(catalogue):
    towns = {site.municipality for site in catalogue.region.sites}
    assert len(towns) < len(catalogue.region.sites)

    found = town_standing(catalogue, "halle", "population")

    assert len(found.others) == len(towns) - 1
    assert found.value not in found.others


def test_every_indicator_of_every_site_has_its_strip_or_is_not_known(catalogue):
    german = language("de")
    for site in catalogue.region.sites:
        for _, criterion in catalogue.criteria:
            for entry in criterion.indicators:
                row = catalogue.facts[site.municipality, entry.indicator]
                found = strip(catalogue, site.municipality, entry.indicator, german)
                assert (found is None) == math.isnan(row["value"])
                assert found is None or found.words.endswith(".")


def test_a_yes_or_a_no_is_told_and_not_drawn(catalogue):
    found = strip(catalogue, "halle", "tram_in_town", ENGLISH)

    assert found.dots == ()
    assert found.words.startswith("Yes in ")
