"""What a person who types an occupation can rely on: the search, and what picking one does."""

import json
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from matcher.commands import main
from matcher.occupations import OccupationSearch
from matcher.ranking import rank
from matcher.wishes import parse_wishes
from tests.conftest import ROOT
from tests.laws import law


@pytest.fixture(scope="module")
def search(region):
    return OccupationSearch(region.occupations).search


@pytest.fixture(scope="module")
def typed():
    """The file of queries: what people type and what nobody means."""
    return yaml.safe_load((ROOT / "tests" / "occupation_queries.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def found(search, typed):
    """The proposals for every query of the file."""
    return {
        entry["query"]: search(entry["query"]) for entry in (*typed["queries"], *typed["nonsense"])
    }


def ids(proposals):
    return [proposal.id for proposal in proposals]


def test_ninety_five_in_a_hundred_queries_find_an_acceptable_occupation_in_the_first_three(
    typed, found
):
    missed = [
        f"{entry['query']!r} found {ids(found[entry['query']])}, not one of {entry['expected']}"
        for entry in typed["queries"]
        if not {*ids(found[entry["query"]])[:3]} & {*entry["expected"]}
    ]

    assert len(missed) <= 0.05 * len(typed["queries"]), "\n".join(missed)


def test_queries_are_many_each_stands_once_and_expects_occupations_of_the_pack(region, typed):
    queries = [entry["query"] for entry in (*typed["queries"], *typed["nonsense"])]

    assert len(set(queries)) == len(queries)
    assert (len(typed["queries"]), len(typed["nonsense"])) >= (230, 45)
    for entry in typed["queries"]:
        assert 1 <= len(entry["expected"]) <= 6
        assert {*entry["expected"]} <= {*region.occupations.occupations}, entry["query"]


def test_nonsense_finds_nothing(typed, found):
    proposed = {entry["query"]: ids(found[entry["query"]]) for entry in typed["nonsense"]}

    assert {query: some for query, some in proposed.items() if some} == {}


@pytest.mark.parametrize("query", ["", " ", "\n", "x" * 5000, "qwertz " * 700, "0" * 5000])
def test_an_empty_or_endless_query_finds_nothing(search, query):
    assert search(query) == ()


def test_at_most_five_are_proposed_best_first_with_scores_from_0_to_1(found):
    for proposals in found.values():
        assert len(proposals) <= 5
        assert len({*ids(proposals)}) == len(proposals)
        assert all(0 < proposal.score <= 1 for proposal in proposals)
        assert all(one.score >= other.score for one, other in pairwise(proposals))


def test_a_smaller_limit_gives_the_first_of_the_same_proposals(search):
    assert search("laborant", limit=2) == search("laborant")[:2]


def test_a_proposal_leads_to_the_sectors_that_the_pack_gives_it(region, found):
    for proposals in found.values():
        for proposal in proposals:
            assert proposal.sectors == region.occupations.occupations[proposal.id].sectors


def test_every_title_of_an_employer_finds_its_own_occupation_first_or_second(region, search):
    own = region.occupations.by_title()
    titles = {
        title
        for site in region.sites
        for organisation in site.organisations
        for title in organisation.occupations
    }

    assert titles
    assert [t for t in titles if own[t.casefold()] not in ids(search(t))[:2]] == []


def test_every_title_and_synonym_in_any_language_finds_its_own_occupation(region, search):
    for name, entry in list(region.occupations.occupations.items())[::25]:
        for title in {*entry.titles, *entry.label.values()}:
            assert name in ids(search(title)), title


@pytest.mark.parametrize(
    "written",
    [
        "{}", "{}in", "{}/in", "{}/-in", "{}:in", "{}*in", "{}_in", "{}(in)",
        "{} (m/w/d)", "{}in (w/m/d)", "{} (m/w/x)", "{} m/w/d", "{} (all genders)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", ["Chemikant", "Mechatroniker", "Pharmakant", "Laborant"])
def test_endings_for_all_genders_change_nothing(search, title, written):
    assert ids(search(written.format(title)))[0] == title.casefold()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bäcker", "Baecker"),
        ("Bäcker", "Ba\u0308cker"),
        ("Schweißer", "SCHWEISSER"),
        ("Chemielaborant", "chemie laborant"),
        ("Chemikant", "  chemikant!  "),
        ("Koch", "Ich möchte als Koch arbeiten"),
    ],
)
def test_umlauts_case_spaces_and_the_words_around_change_nothing(search, one, other):
    assert search(one)[0].id == search(other)[0].id


def test_the_command_prints_what_the_search_proposes(capsys, search):
    assert main(("occupation", "chemie laborant", "--format", "json")) == 0

    printed = json.loads(capsys.readouterr().out)
    assert [list(entry) for entry in printed] == [["occupation", "sectors", "score"]] * len(printed)
    assert printed == [
        {"occupation": p.id, "sectors": list(p.sectors), "score": round(p.score, 4)}
        for p in search("chemie laborant")
    ]


def test_for_nonsense_the_command_prints_an_empty_list(capsys):
    assert main(("occupation", "wetter morgen", "--format", "json")) == 0

    assert capsys.readouterr().out == "[]\n"


def test_a_picked_occupation_lifts_the_sites_whose_employers_name_it(catalogue):
    questions = catalogue.region.questions
    names_it = {
        site.id
        for site in catalogue.region.sites
        if any("chemikant" in catalogue.tags[o.id] for o in site.organisations)
    }

    def scores(wishes):
        matches = rank(catalogue, parse_wishes(wishes, questions)).sites
        return {match.site.id: match.score for match in matches}

    alone = scores("occupation=chemikant")
    before, after = scores("living=near-water"), scores("living=near-water&occupation=chemikant")

    best, unrelated = list(alone)[:5], {site for site, score in alone.items() if score == 0}
    assert {*best} <= names_it
    assert unrelated
    assert not unrelated & names_it
    assert after[best[0]] > before[best[0]]
    assert all(after[site] < before[site] for site in unrelated)


@law(150)
@given(st.text() | st.text("aeinrst äß/:*()-"))
def test_every_text_is_answered(search, text):
    for proposal in search(text):
        assert 0 < proposal.score <= 1
