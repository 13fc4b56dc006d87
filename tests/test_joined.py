"""Several regions as one: nothing of them is lost, and no site scores otherwise than at home."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import Phase, given
from hypothesis import strategies as some

from matcher.catalogue import make_catalogue
from matcher.joined import ALL, join_regions
from matcher.language import language
from matcher.model.support import Support
from matcher.pack import load_region
from matcher.ranking import rank
from matcher.wishes import Wish, Wishes, parse_wishes
from tests.conftest import ROOT
from tests.laws import law

NAMES = ("sachsen-anhalt", "mittelsachsen", "meissen")


@pytest.fixture(scope="module")
def regions():
    return [load_region(ROOT / "data" / name) for name in NAMES]


@pytest.fixture(scope="module")
def joined(regions):
    return join_regions(regions)


@pytest.fixture(scope="module")
def own(regions):
    """The catalogue of each region, by its id."""
    return {region.profile.id: make_catalogue(region) for region in regions}


@pytest.fixture(scope="module")
def together(joined):
    return make_catalogue(joined)


def draw_wishes(data, catalogue) -> Wishes:
    """Draw wishes that a region knows, and weights of its blocks."""
    blocks, weights = [], []
    for block in catalogue.region.questions.blocks:
        ids = some.sampled_from([criterion.id for criterion in block.criteria])
        wish = some.builds(Wish, ids, some.sampled_from([1, 2])) | some.builds(
            Wish, ids, some.just(2), some.just(True)
        )
        chosen = data.draw(some.lists(wish, max_size=4, unique_by=lambda one: one.criterion))
        blocks += [(block.id, tuple(chosen))] if chosen else []
        weights.append((block.id, data.draw(some.sampled_from([0, 1, 2]))))
    return Wishes(tuple(blocks), tuple(weights))


# ---- scores


@pytest.mark.parametrize("name", NAMES)
@law(25, phases=[Phase.generate])
@given(data=some.data())
def test_a_site_scores_among_all_regions_what_it_scores_in_its_own(own, together, name, data):
    wishes = draw_wishes(data, own[name])

    at_home, among_all = rank(own[name], wishes), rank(together, wishes)

    for match in at_home.sites:
        other = among_all.site(match.site.id)
        assert other.score == pytest.approx(match.score, abs=1e-12)
        assert other.coverage == match.coverage
        assert set(other.excluded_by) == set(match.excluded_by)
        parts = {part.criterion: part.contribution for part in other.contributions}
        assert parts == pytest.approx(
            {part.criterion: part.contribution for part in match.contributions}, abs=1e-12
        )
    scores = {match.organisation.id: match.score for match in among_all.employers}
    assert {match.organisation.id: match.score for match in at_home.employers} == pytest.approx(
        {match.organisation.id: scores[match.organisation.id] for match in at_home.employers},
        abs=1e-12,
    )


def test_every_fit_of_every_site_is_the_one_it_has_at_home(own, together):
    for catalogue in own.values():
        rows = [together.rows[site] for site in catalogue.rows]
        columns = [together.columns[criterion] for criterion in catalogue.columns]
        np.testing.assert_allclose(
            together.sites.fits_[np.ix_(rows, columns)], catalogue.sites.fits_, atol=1e-12
        )


def test_the_order_of_the_regions_changes_no_score(regions, together):
    turned = make_catalogue(join_regions(regions[::-1]))
    wishes = parse_wishes(
        "sector=chemistry,food&work=laboratory&living=near-water:2", together.region.questions
    )

    scores = {match.site.id: match.score for match in rank(together, wishes).sites}
    again = {match.site.id: match.score for match in rank(turned, wishes).sites}

    assert again == pytest.approx(scores, abs=1e-12)


# ---- what is there


def test_every_site_is_there_once(regions, joined):
    sites = list(chain.from_iterable(region.sites for region in regions))

    assert list(joined.sites) == sites
    assert len({site.id for site in joined.sites}) == len(sites) == 29


def test_a_site_is_never_there_twice(regions):
    with pytest.raises(ValueError, match="these site ids are given twice"):
        join_regions([regions[0], regions[0]])


def test_every_employer_is_there_once(regions, joined):
    everyone = [o.id for region in regions for site in region.sites for o in site.organisations]

    assert len(set(everyone)) == len(everyone)
    assert [o.id for site in joined.sites for o in site.organisations] == everyone


def test_what_any_region_asks_is_asked_once_in_a_block_of_the_same_id(regions, joined):
    for region in regions:
        for block in region.questions.blocks:
            for criterion in block.criteria:
                assert joined.questions.block_of(criterion.id).id == block.id
    asked = [criterion.id for block in joined.questions.blocks for criterion in block.criteria]
    assert len(asked) == len(set(asked))
    assert set(asked) == {
        criterion.id
        for region in regions
        for block in region.questions.blocks
        for criterion in block.criteria
    }


def test_the_first_region_asks_a_question_in_its_own_words(regions, joined):
    first = regions[0].questions
    for block in first.blocks[:-1]:
        assert joined.questions.criterion(block.criteria[0].id) == block.criteria[0]
        assert joined.questions.block_of(block.criteria[0].id).question == block.question


def test_every_occupation_leads_to_the_sectors_of_every_region_that_knows_it(regions, joined):
    for name, entry in joined.occupations.occupations.items():
        known = [
            region.occupations.occupations[name]
            for region in regions
            if name in region.occupations.occupations
        ]
        assert set(entry.sectors) == set(chain.from_iterable(one.sectors for one in known))
        assert set(entry.work) == set(chain.from_iterable(one.work for one in known))
        assert entry.label == known[0].label


def test_every_observation_of_every_region_is_there_once(regions, joined):
    key = ["municipality", "indicator"]
    assert not joined.observations.duplicated(key).any()
    found = joined.observations.set_index(key).sort_index()

    assert len(found) == sum(len(region.observations) for region in regions)
    for region in regions:
        own = region.observations.set_index(key).sort_index()
        assert found.loc[own.index].equals(own)


def test_every_town_indicator_and_source_that_is_named_is_there(regions, joined):
    for region in regions:
        assert region.municipalities.items() <= joined.municipalities.items()
        assert set(region.definitions.indicators) <= set(joined.definitions.indicators)
    observations = joined.observations
    assert set(observations["municipality"]) <= set(joined.municipalities)
    assert set(observations["indicator"]) <= set(joined.definitions.indicators)
    assert set(observations["source"].dropna()) - {""} <= set(joined.definitions.sources)


def test_support_and_portraits_stay_with_their_regions(joined):
    assert joined.support == Support()
    assert joined.portraits.portraits == ()


# ---- words


def test_every_translation_is_there_and_is_that_of_a_region(regions, joined):
    for region in regions:
        for code, texts in region.texts.items():
            for german in texts:
                known = [r.texts.get(code, {}).get(german) for r in regions]
                assert joined.texts[code][german] in known


def test_the_introduction_counts_the_sites_and_names_every_region_in_every_language(
    regions, joined
):
    assert joined.profile.id == ALL
    for code in joined.profile.languages:
        intro = joined.profile.intro[code]
        assert str(len(joined.sites)) in intro
        assert "{" not in intro
        for region in regions:
            speech = language(code).with_texts(region.texts.get(code, {}))
            assert speech.text(region.profile.name) in intro
    assert joined.profile.name["en"] == "Saxony-Anhalt, Mittelsachsen, and Meißen district"


def test_a_name_that_only_a_catalogue_translates_is_said_in_its_translation(regions):
    first = regions[0]
    named = first.model_copy(
        update={
            "profile": first.profile.model_copy(update={"name": {"de": "Neuland"}}),
            "texts": {**first.texts, "en": {**first.texts["en"], "Neuland": "New Land"}},
        }
    )

    assert join_regions([named, regions[1]]).profile.name["en"] == "New Land and Mittelsachsen"


def speaking(region, *codes):
    profile = region.profile.model_copy(update={"languages": codes})
    return region.model_copy(update={"profile": profile})


@pytest.mark.parametrize(
    ("spoken", "common"),
    [
        ([("de", "en", "pl"), ("de", "pl", "en")], ("de", "en", "pl")),
        ([("de", "en", "pl"), ("en", "de", "uk")], ("de", "en")),
        ([("de", "en"), ("de",)], ("de",)),
    ],
)
def test_it_speaks_what_all_regions_speak(regions, spoken, common):
    few = [speaking(region, *codes) for region, codes in zip(regions, spoken, strict=False)]

    assert join_regions(few).profile.languages == common


def test_everybody_who_helps_is_named_and_the_map_looks_between_the_regions(regions, joined):
    assert len(joined.profile.contacts) == sum(len(r.profile.contacts) for r in regions)
    views = [region.profile.view for region in regions]
    for axis in ("latitude", "longitude"):
        there = [getattr(view, axis) for view in views]
        assert min(there) <= getattr(joined.profile.view, axis) <= max(there)
    assert joined.profile.view.zoom < min(view.zoom for view in views)
