"""What a person may rely on when sites and employers are ranked."""

import random

import numpy as np
import pytest

from matcher.catalogue import make_catalogue
from matcher.criteria import criteria_transformer
from matcher.model.organisations import Employer
from matcher.pack import load_region
from matcher.ranking import BANDS, band, ordered, rank
from matcher.wishes import Wishes, parse_wishes
from tests.packs import with_shared


@pytest.fixture(scope="module")
def ranked(catalogue):
    return lambda text: rank(catalogue, parse_wishes(text, catalogue.region.questions))


def first(result):
    return {match.site.id for match in result.first}


def test_pharma_laboratory_and_world_heritage_lead_to_dessau_or_halle(ranked):
    result = ranked("sector=pharma-biotech&work=laboratory&living=world-heritage")

    assert first(result) <= {"biopharmapark-dessau", "technologiepark-weinberg-campus"}


def test_media_lead_to_the_multimedia_centre(ranked):
    assert first(ranked("sector=media-creative")) == {"mmz-mitteldeutsches-multimediazentrum"}


def test_plants_and_a_small_town_lead_to_gatersleben(ranked):
    result = ranked("sector=bioeconomy-agriculture&living=small-town")

    assert result.site("green-gate-gatersleben").rank <= 3


def test_paper_leads_to_arneburg(ranked):
    assert "industrie-und-gewerbepark-altmark" in first(ranked("sector=pulp-paper"))


def test_all_sites_are_always_listed_once(ranked, catalogue):
    everyone = sorted(site.id for site in catalogue.region.sites)

    for text in (
        "",
        "sector=food",
        "living=city-life:must,near-mountains:must,world-heritage:must",
    ):
        assert sorted(match.site.id for match in ranked(text).sites) == everyone


def test_without_wishes_no_site_is_ahead(ranked):
    result = ranked("")

    assert {match.rank for match in result.sites} == {1}
    assert [m.site.id for m in result.sites] != sorted(m.site.id for m in result.sites)


def test_sites_within_three_hundredths_share_a_rank_and_the_next_one_counts_them():
    scores = np.array([0.90, 0.88, 0.86, 0.50])

    places = ordered(scores, ["a", "b", "c", "d"], "seed", 0.03)

    assert {i: position for position, i in places} == {0: 1, 1: 1, 2: 3, 3: 4}


@pytest.mark.parametrize("text", ["", "living=childcare", "sector=chemistry&work=laboratory"])
def test_a_ranking_gives_one_rank_to_sites_that_fit_about_equally(ranked, text):
    matches = ranked(text).sites
    ranks = [match.rank for match in matches]

    assert len(set(ranks)) < len(ranks)
    for rank_ in set(ranks):
        group = [match.score for match in matches if match.rank == rank_]
        later = [match.score for match in matches if match.rank > rank_]
        assert max(group) - min(group) <= 0.03 + 1e-9
        assert all(max(group) - score > 0.03 for score in later)


def test_inside_a_group_the_order_depends_on_the_wishes_and_not_on_the_name():
    scores = np.full(6, 0.5)
    orders = {
        tuple(i for _, i in ordered(scores, list("abcdef"), f"seed{n}", 0.03)) for n in range(20)
    }

    assert len(orders) > 10


def test_a_must_leaves_out_and_says_why(ranked):
    result = ranked("sector=chemistry&living=city-life:must")

    kept = [match for match in result.sites if not match.excluded_by]
    left_out = [match for match in result.sites if match.excluded_by]
    assert {match.site.municipality for match in kept} == {"halle", "magdeburg"}
    assert all(match.excluded_by == ("city-life",) for match in left_out)
    assert max(match.rank for match in kept) < min(match.rank for match in left_out)


def test_bands_begin_where_they_say():
    assert [band(limit) for limit, _ in BANDS] == [name for _, name in BANDS]
    assert [band(score) for score in (1.0, 0.74, 0.54, 0.34)] == [name for _, name in BANDS]


def test_removing_or_adding_a_site_changes_no_other_score(region, ranked):
    text = "sector=chemistry,food&work=laboratory&living=near-water,affordable-rent"
    whole = {match.site.id: match.score for match in ranked(text).sites}
    for left_out in region.sites:
        smaller = region.model_copy(
            update={"sites": tuple(site for site in region.sites if site is not left_out)}
        )
        result = rank(make_catalogue(smaller), parse_wishes(text, region.questions))
        assert all(m.score == pytest.approx(whole[m.site.id], abs=1e-12) for m in result.sites)


def test_one_more_active_employer_never_lowers_a_fit_of_its_site(region, catalogue):
    new = Employer(
        id="new-employer",
        name="Neu",
        activity="Neues",  # type: ignore[arg-type]
        sectors=("chemistry", "food"),
        work=("laboratory", "startup"),
        sources=("S1",),
    )
    for i, site in enumerate(region.sites):
        grown = site.model_copy(update={"employers": (*site.employers, new)})
        sites = tuple(grown if other is site else other for other in region.sites)
        after = make_catalogue(region.model_copy(update={"sites": sites})).sites.fits_[i]
        before = catalogue.sites.fits_[i]
        assert (after >= before - 1e-12).all()
        risen = {catalogue.criteria[j][1].id for j in np.flatnonzero(after > before + 1e-6)}
        assert risen >= {"chemistry", "food", "laboratory", "startup"}


@pytest.mark.parametrize("status", ["planned", "closing", "insolvent", "closed"])
def test_who_is_not_there_counts_for_nothing(region, status):
    site = next(site for site in region.sites if site.id == "chemiestandort-leuna")
    gone = Employer(
        id="gone",
        name="Weg",
        activity="Weg",  # type: ignore[arg-type]
        status=status,
        status_reason="Seit 2024.",  # type: ignore[arg-type]
        sectors=("chemistry",),
        sources=("S1",),
    )
    assert gone.strength == 0
    grown = site.model_copy(update={"employers": (*site.employers, gone)})
    sites = tuple(grown if other is site else other for other in region.sites)
    after = make_catalogue(region.model_copy(update={"sites": sites})).sites.fits_

    np.testing.assert_array_equal(after, make_catalogue(region).sites.fits_)


def test_the_order_of_files_and_of_employers_changes_nothing(region, ranked):
    text = "sector=chemistry&work=laboratory,training-company&living=near-leipzig:2"
    shuffled = list(region.sites)
    random.Random(7).shuffle(shuffled)
    shuffled = [
        site.model_copy(update={"employers": tuple(reversed(site.employers))}) for site in shuffled
    ]
    mixed = make_catalogue(region.model_copy(update={"sites": tuple(shuffled)}))
    result = rank(mixed, parse_wishes(text, region.questions))

    assert [(m.rank, m.site.id) for m in result.sites] == [
        (m.rank, m.site.id) for m in ranked(text).sites
    ]
    assert [(m.rank, m.organisation.id) for m in result.employers] == [
        (m.rank, m.organisation.id) for m in ranked(text).employers
    ]


def test_the_same_pack_in_another_folder_gives_the_same_scores(tmp_path, catalogue):
    again = make_catalogue(load_region(with_shared(tmp_path)))

    np.testing.assert_array_equal(again.sites.fits_, catalogue.sites.fits_)


def test_every_fit_of_the_pack_is_known_and_between_0_and_1(catalogue):
    fits = catalogue.sites.fits_

    assert not np.isnan(fits).any()
    assert ((fits >= 0) & (fits <= 1)).all()


def test_the_column_transformer_makes_the_fits_that_are_scored(region, catalogue):
    again = criteria_transformer(region.questions).fit_transform(catalogue.features)

    np.testing.assert_array_equal(again, catalogue.sites.fits_)


def test_employers_follow_the_same_wishes(ranked):
    result = ranked("sector=media-creative&work=media-studio")

    best = result.employers[0]
    assert "media-creative" in best.organisation.sectors
    assert best.organisation.status == "active"
    strengths = [match.organisation.strength for match in result.employers if match.score == 0]
    assert 0.0 in strengths  # insolvent and closing ones are listed, at the end


def test_closed_employers_are_never_shown(region, ranked):
    closed = {o.id for s in region.sites for o in s.employers if o.status == "closed"}

    assert closed
    assert not closed & {match.organisation.id for match in ranked("").employers}


def test_a_site_of_which_little_is_known_is_not_called_first_without_saying_so(region):
    blank = region.observations.copy()
    blank.loc[blank["municipality"] == "seeland", "value"] = np.nan
    poorer = make_catalogue(region.model_copy(update={"observations": blank}))
    wishes = parse_wishes(
        "sector=bioeconomy-agriculture&living=childcare,culture", region.questions
    )

    match = rank(poorer, wishes).site("green-gate-gatersleben")

    assert match.coverage == pytest.approx(1 / 3)
    assert not match.well_covered


def test_no_wishes_is_a_wish_string_too(region):
    assert parse_wishes("", region.questions) == Wishes()
