"""What a person reads of a result is true: real employers, real figures, right sums."""

import re

import pytest

from matcher.language import language
from matcher.ranking import rank
from matcher.reasons import organisations_for, reason_against, reasons_for
from matcher.report import caution, report
from matcher.wishes import parse_wishes

GERMAN = language("de")
EVERYTHING = (
    "sector=chemistry,food,it-software&work=laboratory,office,startup&living=near-water,city-life,"
    "near-leipzig,childcare,fast-internet"
)


@pytest.fixture(scope="module")
def ranked(catalogue):
    return lambda text: rank(catalogue, parse_wishes(text, catalogue.region.questions))


def test_reasons_name_employers_that_are_really_there(catalogue, ranked):
    result = ranked("sector=pharma-biotech&work=laboratory&living=world-heritage")

    for match in result.sites[:3]:
        names = [o.name for o in match.site.organisations]
        for reason in reasons_for(catalogue, match, GERMAN):
            if reason.criterion in ("pharma-biotech", "laboratory"):
                assert any(name in reason.sentence for name in names)


def test_every_figure_in_a_reason_carries_its_year(catalogue, ranked):
    for match in ranked("living=affordable-rent,childcare,near-water").sites:
        for reason in reasons_for(catalogue, match, GERMAN):
            assert re.search(r"\((19|20)\d\d\)\.$", reason.sentence), reason.sentence
            assert reason.sources


def test_reasons_are_met_at_least_by_half_and_the_counter_reason_is_not(catalogue, ranked):
    for match in ranked(EVERYTHING).sites:
        fits = {part.criterion: part.fit for part in match.contributions}
        assert all(fits[r.criterion] >= 0.5 for r in reasons_for(catalogue, match, GERMAN))
        against = reason_against(catalogue, match, GERMAN)
        assert against is None or fits[against.criterion] < 0.5


def test_a_missed_must_is_the_first_thing_that_does_not_fit(catalogue, ranked):
    result = ranked("sector=chemistry&living=city-life:must,near-mountains:2")
    match = next(m for m in result.sites if m.excluded_by)

    assert reason_against(catalogue, match, GERMAN).criterion == "city-life"


def test_who_is_insolvent_closing_or_planned_is_no_reason(catalogue, region):
    for site in region.sites:
        for block in region.questions.blocks[:2]:
            for criterion in block.criteria:
                assert all(o.strength > 0 for o in organisations_for(catalogue, site, criterion.id))


def test_the_table_of_a_score_adds_up_to_what_is_shown(catalogue, ranked):
    result = ranked(EVERYTHING)

    for entry, match in zip(report(catalogue, result, GERMAN), result.sites, strict=True):
        assert sum(part.contribution for part in match.contributions) == pytest.approx(match.score)
        assert entry.total == GERMAN.share(match.score)
        assert len(entry.parts) == len(result.wishes)


def test_every_criterion_can_be_explained_at_every_site_in_every_language(catalogue, region):
    ids = [f"{b.id}={','.join(c.id for c in b.criteria[:60])}" for b in region.questions.blocks]
    result = rank(catalogue, parse_wishes("&".join(ids), region.questions))

    for code in region.profile.languages:
        for entry in report(catalogue, result, language(code)):
            assert len(entry.reasons) == 3
            assert all(reason.sentence.endswith(".") for _, reason in entry.reasons)


def test_closing_and_insolvent_employers_say_so_where_they_are_shown(region):
    unusual = [
        o
        for site in region.sites
        for o in site.organisations
        if o.status in ("planned", "closing", "insolvent")
    ]

    assert unusual
    assert all(caution(o, GERMAN) for o in unusual)
