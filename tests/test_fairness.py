"""Is the finder fair to the sites? The audit of the pack, and the laws behind it."""

import json
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher.audit import audit
from matcher.audit.echoes import correlation
from matcher.audit.markdown import markdown
from matcher.audit.profiles import Profiles, random_profiles
from matcher.audit.questions import effects
from matcher.audit.run import PROFILES, most_wins
from matcher.audit.variants import average_wins, euclidean_scores, twins
from matcher.audit.wins import count_wins, moved, win_parts
from matcher.catalogue import make_catalogue
from matcher.commands import main
from matcher.model.region import Dominance
from matcher.pack import load_region
from matcher.reverse import Pills, pills
from matcher.scoring import MatchScorer
from tests.conftest import PACK, ROOT
from tests.laws import law

AGAIN = "python -m matcher audit --region {region} --format markdown > docs/fairness-{region}.md"
OTHERS = ["meissen", "mittelsachsen"]  # what holds of the first region is looked at below in detail
BLOCKS = [("any-of", 2), ("each-of", 3)]


@pytest.fixture(scope="session")
def found(catalogue):
    """The whole audit, as it is published."""
    return audit(catalogue)


@pytest.fixture(scope="module")
def asked(catalogue):
    return pills(catalogue)


# What the pack promises


def report_of(region):
    return (ROOT / "docs" / f"fairness-{region}.md").read_text(encoding="utf-8")


def test_the_published_report_is_up_to_date(catalogue, found):
    assert report_of(PACK.name) == markdown(catalogue, found), AGAIN.format(region=PACK.name)


@pytest.mark.parametrize("region", OTHERS)
def test_every_other_region_passes_the_audit_and_its_report_is_up_to_date(region):
    catalogue = make_catalogue(load_region(ROOT / "data" / region))
    found = audit(catalogue)

    assert found.passed
    assert report_of(region) == markdown(catalogue, found), AGAIN.format(region=region)


def test_every_site_can_be_first(found):
    assert found.unreachable == ()
    assert {way.site for way in found.reach} == {site.site for site in found.wins}


def test_no_site_wins_more_than_a_quarter_of_the_time(found):
    assert found.most_wins == 0.25
    assert found.too_many_wins == ()


def test_every_question_tells_some_sites_apart(found):
    assert [question.criterion for question in found.questions if not question.separates] == []


def test_any_two_sites_are_told_apart_by_some_question(found):
    assert len(found.pairs) == 13 * 12 / 2
    assert [pair.sites for pair in found.pairs if not pair.separable] == []


def test_sites_of_one_town_each_have_something_the_other_has_less_of(found):
    neighbours = [pair for pair in found.pairs if pair.same_municipality]

    assert len(neighbours) == 2
    assert all(pair.for_first and pair.for_second for pair in neighbours)


def test_every_question_changes_the_winner_of_some_people(found):
    assert all(question.held > 0 and question.moved > 0 for question in found.questions)


def test_a_site_that_is_average_in_everything_never_wins(found):
    assert found.average_wins == 0


def test_a_copy_of_a_site_changes_nobody_else_and_shares_the_wins(found):
    for twin in found.twins:
        assert twin.change == 0
        assert twin.own == twin.twin
        assert twin.wins - 1e-9 <= twin.own + twin.twin <= 2 * twin.wins


# What the numbers mean


def test_the_shares_of_wins_add_up_to_one(found):
    assert sum(site.wins for site in found.wins) == pytest.approx(1, abs=1e-7)
    assert sum(found.euclid.wins.values()) == pytest.approx(1, abs=1e-7)


def test_clearly_first_is_a_win_and_a_win_is_among_the_first(found):
    for site in found.wins:
        assert site.alone <= site.wins <= site.first
        assert site.wins <= site.top_three
    assert sum(site.top_three for site in found.wins) >= 3 - 1e-7


def test_the_same_seed_gives_the_same_report(catalogue):
    one, other = (audit(catalogue, profiles=300, seed=7) for _ in range(2))

    assert one == other
    assert markdown(catalogue, one) == markdown(catalogue, other)


def test_another_seed_moves_no_share_by_one_and_a_half_points(asked, found):
    people = random_profiles(asked, PROFILES, seed=2)
    scores = asked.scorer.predict(people.wishes, people.weights)
    ids = [site.site for site in found.wins]

    for old, new in zip(found.wins, count_wins(ids, asked.scorer.fits_, scores), strict=True):
        for share in ("wins", "alone", "first", "top_three"):
            assert abs(getattr(old, share) - getattr(new, share)) < 0.015


def test_the_order_of_files_changes_no_number(region, catalogue):
    backwards = make_catalogue(region.model_copy(update={"sites": tuple(reversed(region.sites))}))
    one, other = (audit(c, profiles=300) for c in (catalogue, backwards))

    assert one.wins == other.wins[::-1]
    assert one.reach == other.reach[::-1]
    assert one.questions == other.questions
    assert one.euclid == other.euclid


def test_people_have_as_many_wishes_as_the_report_says(asked):
    people = random_profiles(asked, 3000, seed=5)
    ends = np.cumsum([0, *(size for _, size in asked.scorer.blocks)])
    held = [np.count_nonzero(people.wishes[:, a:b], axis=1) for a, b in pairwise(ends)]

    for counts, expected in zip(held, ([1, 2, 3], [0, 1, 2, 3], [1, 2, 3, 4]), strict=True):
        values, times = np.unique(counts, return_counts=True)
        assert values.tolist() == expected
        assert times / 3000 == pytest.approx(1 / len(expected), abs=0.04)
    assert np.unique(people.wishes).tolist() == [0, 1, 2]
    assert np.unique(people.weights).tolist() == [1, 2]
    asked_for = (people.wishes > 0).mean(axis=0)
    assert all(np.ptp(asked_for[a:b]) < 0.05 for a, b in pairwise(ends))


def test_a_site_listed_twice_in_the_region_changes_no_other_score(region, asked):
    people = random_profiles(asked, 100, seed=3)
    before = asked.scorer.predict(people.wishes, people.weights)
    for row, site in enumerate(region.sites):
        copy = site.model_copy(update={"id": f"{site.id}-copy"})
        doubled = make_catalogue(region.model_copy(update={"sites": (*region.sites, copy)}))
        after = pills(doubled).scorer.predict(people.wishes, people.weights)

        np.testing.assert_allclose(after[:, :-1], before, atol=1e-12)
        np.testing.assert_allclose(after[:, -1], before[:, row], atol=1e-12)


def test_a_block_that_is_asked_by_search_is_left_out(region):
    sector, *others = region.questions.blocks
    blocks = (sector.model_copy(update={"asked": "search"}), *others)
    questions = region.questions.model_copy(update={"blocks": blocks})
    searched = make_catalogue(region.model_copy(update={"questions": questions}))

    few = audit(searched, profiles=50)

    assert {question.block for question in few.questions} == {"work", "living"}
    assert "Sector" not in markdown(searched, few)


def test_an_exception_needs_a_site_that_is_named_and_holds_up_to_its_limit(catalogue):
    few = audit(catalogue, profiles=300)
    most = max(few.wins, key=lambda entry: entry.wins)
    strict = replace(few, most_wins=most.wins - 0.01)

    def excused(site, up_to):
        reason = {"de": "Grund"}
        return replace(strict, dominance=Dominance(site=site, up_to=up_to, reason=reason))

    assert most.site in strict.too_many_wins
    assert most.site not in excused(most.site, most.wins).too_many_wins
    assert most.site in excused(most.site, most.wins - 0.001).too_many_wins
    assert most.site in excused("elsewhere", 1).too_many_wins


def test_in_a_small_region_a_site_may_win_as_many_times_its_equal_share():
    assert [most_wins(n) for n in (2, 8, 13, 40)] == [1.0, 0.40625, 0.25, 0.25]


# Laws, for any sites and any wishes

any_fits = arrays(float, (4, 5), elements=st.integers(0, 8).map(lambda n: n / 8))
any_wishes = arrays(float, (6, 5), elements=st.sampled_from([0.0, 1.0, 2.0]))
any_weights = arrays(float, (6, 2), elements=st.sampled_from([1.0, 2.0]))
fair = law(80)


def scored(fits, wishes, weights):
    wishes[:, 0] = np.maximum(wishes[:, 0], 1)  # everybody wishes for something
    scorer = MatchScorer(blocks=BLOCKS).fit(fits)
    return scorer, Profiles(wishes, weights), scorer.predict(wishes, weights)


@fair
@given(fits=any_fits, wishes=any_wishes, weights=any_weights)
def test_no_average_of_sites_ever_beats_them_all(fits, wishes, weights):
    scorer, people, scores = scored(fits, wishes, weights)

    assert average_wins(scorer, people, scores) == 0


@fair
@given(fits=any_fits, wishes=any_wishes, weights=any_weights)
def test_euclid_is_never_kinder_than_city_block(fits, wishes, weights):
    scorer, people, scores = scored(fits, wishes, weights)

    assert (euclidean_scores(scorer, people) <= scores + 1e-9).all()


@fair
@given(fits=any_fits, wishes=any_wishes, weights=any_weights)
def test_with_at_most_one_wish_a_block_euclid_and_city_block_agree(fits, wishes, weights):
    wishes[:, 1:] = 0
    wishes[:, 4] = 1
    scorer, people, scores = scored(fits, wishes, weights)

    np.testing.assert_allclose(euclidean_scores(scorer, people), scores, atol=1e-9)


@fair
@given(fits=any_fits, wishes=any_wishes, weights=any_weights)
def test_a_copy_of_any_site_takes_wins_from_that_site_alone_or_from_its_equals(
    fits, wishes, weights
):
    scorer, people, scores = scored(fits, wishes, weights)

    for twin in twins(scorer, list("abcd"), people, scores):
        assert twin.change == 0
        assert twin.own == twin.twin <= twin.wins <= twin.own + twin.twin + 1e-8


@fair
@given(one=any_fits, other=any_fits)
def test_wins_are_shared_out_in_full_and_what_moves_is_a_share(one, other):
    assert win_parts(one).sum(axis=1) == pytest.approx(1)
    assert moved(one, one) == 0
    assert 0 <= moved(one, other) <= 1
    assert moved(one, other) == moved(other, one)


@fair
@given(fits=any_fits, wishes=any_wishes, weights=any_weights)
def test_a_question_nobody_answers_and_one_all_sites_answer_alike_move_no_winner(
    catalogue, fits, wishes, weights
):
    fits[:, 3] = 0.5
    wishes[:, 4] = 0
    wishes[:, 2] = np.maximum(wishes[:, 2], 1)
    weights[:, 0] = 0  # any other block would now weigh more
    scorer, people, scores = scored(fits, wishes, weights)
    questions = effects(Pills(catalogue.criteria[:5], scorer), people, scores)

    assert (questions[4].held, questions[4].moved) == (0, 0)
    assert (questions[3].spread, questions[3].separates) == (0, False)
    assert questions[3].moved == 0


@fair
@given(fits=arrays(float, 6, elements=st.floats(0, 1)), slope=st.floats(0.1, 2))
def test_a_question_on_another_scale_is_its_own_echo(fits, slope):
    if np.ptp(fits) > 1e-3:
        assert correlation(fits, slope * fits) == pytest.approx(1)
        assert correlation(fits, -slope * fits) == pytest.approx(-1)
    assert correlation(fits, np.full(6, 0.5)) == 0


# The command and the page


@pytest.fixture(scope="module")
def few(catalogue):
    return audit(catalogue, profiles=60)


@pytest.fixture
def run(capsys, monkeypatch, catalogue, few):
    """Call the command with a region that is loaded and an audit that is already made."""
    monkeypatch.setattr("matcher.commands.audit.catalogue", lambda _: catalogue)
    monkeypatch.setattr("matcher.commands.audit.audit", lambda *_: few)

    def call(*arguments):
        status = main(["audit", *arguments])
        return status, capsys.readouterr().out

    return call


def test_the_audit_as_json_has_these_keys_and_no_others(run, few):
    data = json.loads(run("--format", "json")[1])

    assert list(data) == [
        "region", "profiles", "seed", "most_wins", "wins", "reach", "questions", "echoes", "pairs",
        "euclid", "twins", "average_wins", "dominance", "unreachable", "too_many_wins", "passed",
    ]  # fmt: skip
    first = {
        "wins": ["site", "wins", "alone", "first", "top_three", "best_at"],
        "reach": ["site", "shortest", "alone", "margin"],
        "questions": ["block", "criterion", "held", "moved", "spread"],
        "pairs": ["sites", "same_municipality", "for_first", "for_second"],
        "twins": ["site", "wins", "own", "twin", "change"],
    }
    for key, names in first.items():
        assert all(list(entry) == names for entry in data[key])
    assert list(data["euclid"]) == ["moved", "wins"]
    assert data["euclid"]["wins"] == few.euclid.wins


def test_the_command_ends_with_1_if_a_site_cannot_be_first_or_wins_too_often(
    catalogue, monkeypatch, capsys, few
):
    fair = replace(few, wins=tuple(replace(site, wins=1 / 13) for site in few.wins))
    greedy = replace(few, wins=(replace(few.wins[0], wins=0.251), *few.wins[1:]))
    stuck = replace(fair, reach=(replace(few.reach[0], shortest=None), *few.reach[1:]))
    name = few.wins[0].site
    monkeypatch.setattr("matcher.commands.audit.catalogue", lambda _: catalogue)
    for made, status, told in (
        (fair, 0, ""),
        (greedy, 1, f"{name} wins more than 25 %"),
        (stuck, 1, f"{name} cannot be first"),
    ):
        monkeypatch.setattr("matcher.commands.audit.audit", lambda *_, made=made: made)
        assert main(["audit"]) == status
        out = capsys.readouterr().out
        assert told in out
        assert ("**No:**" in markdown(catalogue, made)) == (status == 1)


def test_the_table_has_a_line_for_each_site_the_most_wins_first(run, few):
    head, *lines = run()[1].splitlines()

    assert head.split() == [
        "site", "wins", "alone", "first", "top_three", "best_at", "lead", "shortest"
    ]  # fmt: skip
    wins = [float(line.split()[1]) for line in lines[:13]]
    assert {line.split()[0] for line in lines[:13]} == {site.site for site in few.wins}
    assert wins == sorted(wins, reverse=True)


def test_the_page_names_every_site_and_question_and_says_how_to_repeat_it(catalogue, run, few):
    page = run("--format", "markdown")[1]

    assert page == markdown(catalogue, few)
    for site in catalogue.region.sites:
        assert page.count(f"| {site.short_name} |") == 4
    assert "--profiles 60" in page
    assert max(map(len, page.split("\n|")[0].splitlines())) <= 110


def test_a_name_in_the_pack_cannot_break_the_page(region, few):
    evil = region.sites[0].model_copy(update={"short_name": "A | <script>x</script>\n# B"})
    changed = make_catalogue(region.model_copy(update={"sites": (evil, *region.sites[1:])}))

    page = markdown(changed, few)

    assert r"A \| \<script\>x\</script\> \# B" in page
    assert "<script" not in page.replace(r"\<script", "")
    assert "\n# B" not in page


@pytest.mark.parametrize(
    "arguments", [["--profiles", "0"], ["--profiles", "x"], ["--seed", "-1"], ["--format", "csv"]]
)
def test_a_wrong_number_is_told(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["audit", *arguments])

    assert caught.value.code == 2
    assert "usage: python -m matcher" in capsys.readouterr().err


def test_an_audit_needs_somebody_to_ask(catalogue):
    with pytest.raises(ValueError, match=r"profiles must be 1 or more\. Got 0"):
        audit(catalogue, profiles=0)
