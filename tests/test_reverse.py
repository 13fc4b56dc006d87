"""Pick a site and see which wishes lead to it: what the answer promises."""

import json
import time
from dataclasses import replace

import numpy as np
import pytest
from sklearn.base import clone

from matcher.catalogue import make_catalogue
from matcher.commands import main
from matcher.errors import UnknownIdError
from matcher.ranking import ABOUT_EQUAL, EQUAL, rank
from matcher.reverse import pills, reverse
from matcher.wishes import parse_wishes


@pytest.fixture(scope="module")
def ways(catalogue):
    return [reverse(catalogue, site.id) for site in catalogue.region.sites]


@pytest.fixture(scope="module")
def living(region):
    """The region with pills on living only, to which sites of one town answer alike."""
    return make_catalogue(searching(region, "sector", "work"))


def searching(region, *ids):
    """Ask some blocks of a region by search."""
    blocks = tuple(
        block.model_copy(update={"asked": "search"}) if block.id in ids else block
        for block in region.questions.blocks
    )
    questions = region.questions.model_copy(update={"blocks": blocks})
    return region.model_copy(update={"questions": questions})


def with_fits(catalogue, fits):
    return replace(catalogue, sites=clone(catalogue.sites).fit(fits))


def test_the_shortest_wishes_of_every_site_really_make_it_first(catalogue, ways):
    for way in ways:
        result = rank(catalogue, way.shortest)
        best = max(match.score for match in result.sites)

        assert way.site in {match.site.id for match in result.first}
        assert result.site(way.site).score == pytest.approx(best, abs=1e-9)
        assert way.alone == (len(result.first) == 1)


def test_the_margin_is_the_lead_over_the_next_site(catalogue, ways):
    for way in ways:
        scores = {match.site.id: match.score for match in rank(catalogue, way.shortest).sites}
        own = scores.pop(way.site)

        assert way.margin == pytest.approx(own - max(scores.values()), abs=1e-8)
        assert way.alone == (way.margin > ABOUT_EQUAL + EQUAL)


def test_the_shortest_wishes_are_a_wish_string_that_can_be_read_again(catalogue, ways):
    for way in ways:
        assert parse_wishes(str(way.shortest), catalogue.region.questions) == way.shortest
        assert {(wish.importance, wish.must) for wish in way.shortest} == {(1, False)}


def test_no_fewer_wishes_make_a_site_first_and_no_other_pair_by_more(living):
    ids = [criterion.id for block, criterion in living.criteria if block.id == "living"]
    singles = [f"living={one}" for one in ids]
    pairs = [f"living={one},{other}" for i, one in enumerate(ids) for other in ids[i + 1 :]]
    lead = {}
    for texts in (singles, pairs):
        wishes = [parse_wishes(text, living.region.questions) for text in texts]
        scores = living.sites.predict(*living.encode(wishes))
        for row, site in enumerate(living.region.sites):
            leads = scores[:, row] - np.delete(scores, row, axis=1).max(axis=1)
            if site.id not in lead and leads.max() >= -EQUAL:
                lead[site.id] = (texts is pairs, leads.max())

    for site in living.region.sites:
        way = reverse(living, site.id)
        if site.id in lead:
            assert (len(way.shortest) == 2, way.margin) == pytest.approx(lead[site.id])
        else:
            assert way.shortest is None or len(way.shortest) > 2
    assert {needs_two for needs_two, _ in lead.values()} == {True, False}


def test_two_sites_that_are_alike_to_every_question_are_first_together(living):
    one = reverse(living, "forschungscampus-stimulate")
    other = reverse(living, "wissenschaftshafen-magdeburg")

    assert one.shortest == other.shortest
    assert (one.alone, one.margin) == (False, 0.0)
    assert [p.criterion for p in one.for_it] == [p.criterion for p in other.for_it]


def test_a_site_that_is_behind_in_everything_has_no_way_to_it(catalogue):
    fits = catalogue.sites.fits_.copy()
    fits[:] = 0.5
    fits[0] = 0.4

    way = reverse(with_fits(catalogue, fits), catalogue.region.sites[0].id)

    assert (way.shortest, way.alone, way.margin) == (None, False, 0.0)
    assert way.for_it == ()
    assert {(pull.rank, pull.advantage) for pull in way.against} == {(13, -0.1)}


def test_wishes_that_all_sites_meet_alike_make_nobody_first(catalogue):
    alike = with_fits(catalogue, np.full_like(catalogue.sites.fits_, 0.5))

    assert reverse(alike, catalogue.region.sites[0].id).shortest is None


def test_a_site_that_is_best_at_nothing_may_be_first_with_four_wishes(living):
    four = [living.columns[c] for c in ("near-berlin", "near-water", "culture", "motorway")]
    fits = np.zeros_like(living.sites.fits_)
    fits[0, four] = 0.8
    fits[1:5] = 1.0  # each rival has everything but one of the four
    fits[range(1, 5), four] = 0.0

    way = reverse(with_fits(living, fits), living.region.sites[0].id)

    assert str(way.shortest) == "living=near-berlin,near-water,motorway,culture"
    assert (way.alone, way.margin) == (True, pytest.approx(0.05))


def test_even_the_longest_search_takes_less_than_a_second(catalogue):
    fits = np.full_like(catalogue.sites.fits_, 0.5)
    fits[0] = 0.4
    hopeless = with_fits(catalogue, fits)
    start = time.process_time()

    reverse(hopeless, catalogue.region.sites[0].id)

    assert time.process_time() - start < 1.0


def test_what_leads_to_a_site_comes_strongest_first_and_nothing_is_on_both_sides(ways):
    for way in ways:
        gains = [pull.advantage for pull in way.for_it]
        losses = [pull.advantage for pull in way.against]
        assert gains == sorted(gains, reverse=True)
        assert losses == sorted(losses)
        assert min(gains) > 0 > max(losses)
        assert not {p.criterion for p in way.for_it} & {p.criterion for p in way.against}


def test_the_advantages_of_all_sites_in_a_criterion_cancel_out(ways):
    total: dict[str, float] = {}
    for way in ways:
        for pull in (*way.for_it, *way.against):
            total[pull.criterion] = total.get(pull.criterion, 0.0) + pull.advantage

    assert total
    assert all(abs(sum_of_all) < 1e-6 for sum_of_all in total.values())


def test_rank_1_never_speaks_against_a_site_and_the_last_rank_never_for_it(catalogue, ways):
    fits = pills(catalogue).scorer.fits_
    for row, way in enumerate(ways):
        assert all(pull.rank > 1 for pull in way.against)
        for pull in way.for_it:
            column = fits[:, catalogue.columns[pull.criterion]]
            assert pull.fit == column[row]
            assert pull.rank == 1 + sum(column > column[row] + EQUAL)
            assert pull.rank < len(ways)


def test_equal_fits_share_a_rank(ways):
    cities = {
        way.site: pull.rank for way in ways for pull in way.for_it if pull.criterion == "city-life"
    }

    assert cities["technologiepark-weinberg-campus"] == 1
    assert cities["mmz-mitteldeutsches-multimediazentrum"] == 1


def test_what_is_not_known_of_a_site_is_neither_for_nor_against_it(catalogue):
    fits = catalogue.sites.fits_.copy()
    column = catalogue.columns["near-mountains"]
    row = catalogue.rows["green-gate-gatersleben"]
    fits[row, column] = np.nan
    poorer = with_fits(catalogue, fits)

    way = reverse(poorer, "green-gate-gatersleben")
    other = reverse(poorer, "technologiepark-ostfalen")

    assert "near-mountains" not in {pull.criterion for pull in (*way.for_it, *way.against)}
    gain = next(pull for pull in other.for_it if pull.criterion == "near-mountains")
    mine = catalogue.rows["technologiepark-ostfalen"]
    known = np.delete(fits[:, column], [row, mine])
    assert gain.advantage == pytest.approx(fits[mine, column] - known.mean())


def test_a_block_that_is_asked_by_search_plays_no_part(region):
    searched = make_catalogue(searching(region, "sector"))

    for site in region.sites[:3]:
        way = reverse(searched, site.id)
        assert {pull.block for pull in (*way.for_it, *way.against)} == {"work", "living"}
        assert {block for block, _ in way.shortest.blocks} <= {"work", "living"}


def test_the_order_of_files_changes_nothing(region, ways):
    backwards = make_catalogue(region.model_copy(update={"sites": tuple(reversed(region.sites))}))

    for way in ways:
        assert reverse(backwards, way.site) == way


def test_an_unknown_site_is_told_with_the_nearest(catalogue):
    with pytest.raises(UnknownIdError, match=r"no site 'leuna'.*chemiestandort-leuna"):
        reverse(catalogue, "leuna")


def test_the_command_tells_an_unknown_site_and_ends_with_status_2(capsys):
    assert main(["reverse", "leuna"]) == 2

    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "There is no site 'leuna'. Known: chemiestandort-leuna\n")


def test_the_answer_as_json_has_these_keys_and_no_others(capsys, catalogue):
    assert main(["reverse", "chemiestandort-leuna", "--format", "json"]) == 0

    data = json.loads(capsys.readouterr().out)
    way = reverse(catalogue, "chemiestandort-leuna")
    assert list(data) == ["region", "site", "for", "against", "shortest", "alone", "margin"]
    assert (data["region"], data["site"]) == ("sachsen-anhalt", "chemiestandort-leuna")
    assert (data["shortest"], data["alone"], data["margin"]) == (
        str(way.shortest), way.alone, way.margin
    )  # fmt: skip
    for pull in (*data["for"], *data["against"]):
        assert list(pull) == ["block", "criterion", "fit", "rank", "advantage"]


def test_the_answer_as_a_table_ends_with_the_shortest_wishes(capsys, catalogue):
    assert main(["reverse", "chemiestandort-leuna"]) == 0

    head, *lines = capsys.readouterr().out.splitlines()
    way = reverse(catalogue, "chemiestandort-leuna")
    assert head.split() == ["direction", "block", "criterion", "fit", "rank", "advantage"]
    assert len(lines) == len(way.for_it) + len(way.against) + 2
    assert lines[-1].startswith(f"shortest: {way.shortest} (")
