"""The directory of employers: what the filters promise."""

import pytest

from matcher.directory import READERS, Filters, in_order, matching
from matcher.ranking import rank
from matcher.wishes import parse_wishes


@pytest.fixture(scope="module")
def employers(catalogue):
    return rank(catalogue, parse_wishes("sector=chemistry", catalogue.region.questions)).employers


def test_without_filters_everybody_is_there_in_the_order_of_the_wishes(catalogue, employers):
    assert matching(catalogue, employers, Filters()) == employers


def test_a_filter_keeps_those_that_have_any_of_its_values(catalogue, employers):
    filters = Filters().toggled("sector", "food").toggled("sector", "logistics")

    found = matching(catalogue, employers, filters)

    assert found
    assert all({"food", "logistics"} & set(match.organisation.sectors) for match in found)
    fitting = [m for m in employers if {"food", "logistics"} & set(m.organisation.sectors)]
    assert list(found) == fitting


def test_filters_of_different_kinds_must_all_hold(catalogue, employers):
    filters = Filters().toggled("offer", "training").toggled("site", "chemiestandort-leuna")

    for match in matching(catalogue, employers, filters):
        assert "training" in match.organisation.offers
        assert match.site.id == "chemiestandort-leuna"


def test_tapping_a_filter_twice_changes_nothing(catalogue, employers):
    twice = Filters().toggled("size", "large").toggled("size", "large")

    assert matching(catalogue, employers, twice) == employers


def test_an_unknown_kind_of_filter_filters_nothing(catalogue, employers):
    assert matching(catalogue, employers, Filters().toggled("colour", "blue")) == employers


def test_every_word_of_a_search_must_be_found(catalogue, employers):
    found = matching(catalogue, employers, Filters(text="chemikant LEUNA"))

    assert found
    assert len(found) < len(employers)
    assert matching(catalogue, employers, Filters(text="chemikant gibtesnicht")) == ()


def test_every_filter_reads_every_entry(employers):
    for read in READERS.values():
        assert all(isinstance(tuple(read(match)), tuple) for match in employers)


@pytest.mark.parametrize("order", ["wishes", "size", "name"])
def test_another_order_loses_nobody(employers, order):
    found = in_order(employers, order)

    assert sorted(found, key=lambda m: m.organisation.id) == sorted(
        employers, key=lambda m: m.organisation.id
    )


def test_the_order_of_the_wishes_is_left_as_it_is(employers):
    assert in_order(employers, "wishes") == employers


def test_by_name_capitals_do_not_matter(employers):
    names = [match.organisation.name.casefold() for match in in_order(employers, "name")]

    assert names == sorted(names)


def test_by_size_the_largest_comes_first_and_who_counts_nothing_comes_last(employers):
    found = [match.organisation for match in in_order(employers, "size")]

    gone = [organisation.strength == 0 for organisation in found]
    assert gone == sorted(gone)
    classes = ["large", "medium", "small", "micro"]
    sizes = [o.size for o in found if o.strength and o.size and not o.employees]
    assert sizes == sorted(sizes, key=classes.index)
    counts = [o.employees.value for o in found if o.strength and o.employees]
    assert counts == sorted(counts, reverse=True)
