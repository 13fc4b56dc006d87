"""Who helps whom: in which order, whether it still runs, and what of it goes into a calendar."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as some

from matcher.directory import Filters
from matcher.language import language
from matcher.model.support import (
    Actor,
    Assessment,
    Event,
    Events,
    Measure,
    Measures,
    Progress,
    Situation,
    Support,
)
from matcher.model.text import Topic
from matcher.support import (
    KIND_WORDS,
    SITUATION_WORDS,
    STATUS_WORDS,
    TOPIC_WORDS,
    choices,
    fitting,
    is_coming,
    last_day,
    progress,
    wished_topics,
)
from matcher.wishes import Wish, Wishes
from pages.parts.regions import all_catalogues
from pages.parts.support import help_words, support_html

GERMAN, ENGLISH = language("de"), language("en")
TODAY = date(2026, 5, 17)
ORDER = ["running", "planned", "unconfirmed", "ended"]
DAYS = some.dates(date(2020, 1, 1), date(2032, 12, 31))
TOPICS = some.sampled_from(get_args(Topic))


def moment(day: date, letters: int) -> str:
    """A year, a month or a day, as a pack writes it."""
    return day.isoformat()[:letters]


MOMENTS = some.builds(moment, DAYS, some.sampled_from([4, 7, 10]))
SPANS = some.tuples(DAYS, DAYS).map(lambda days: "/".join(moment(day, 7) for day in sorted(days)))
SHARED_KEYS = {
    "id": some.just("x"),
    "topics": some.lists(TOPICS, min_size=1, max_size=2, unique=True).map(tuple),
    "status": some.sampled_from(get_args(Progress)),
    "confidence": some.just("unverified"),
    "situations": some.lists(some.sampled_from(get_args(Situation)), max_size=2).map(tuple),
}
WORDS = some.just({"de": "Etwas"})
MEASURES = some.builds(
    Measure,
    title=WORDS,
    description=WORDS,
    carrier=some.just("Verein"),
    kind=some.sampled_from(["offer", "project", "call"]),
    ends=some.none() | MOMENTS | SPANS,
    **SHARED_KEYS,
)
EVENTS = some.builds(
    Event,
    name=WORDS,
    kind=some.sampled_from(["job-fair", "open-day"]),
    town=some.sampled_from([None, "Riesa", "Coswig"]),
    next_on=some.none() | DAYS,
    **SHARED_KEYS,
)
ENTRIES = some.lists(MEASURES | EVENTS, max_size=8).map(
    lambda entries: [e.model_copy(update={"id": f"e{i}"}) for i, e in enumerate(entries)]
)
WISHED = some.frozensets(TOPICS, max_size=3)


def measure(**more) -> Measure:
    return Measure(
        **{
            "id": "kurs", "topics": ("training",), "title": "Kurs", "kind": "offer",
            "carrier": "Verein", "description": "Hilft.", "confidence": "unverified", **more,
        }
    )  # fmt: skip


# ---- whether it runs


@given(when=MOMENTS | SPANS)
def test_the_last_day_of_a_time_is_in_it_and_the_next_day_is_not(when):
    end = when.split("/")[-1]
    day = last_day(when)

    assert day.isoformat().startswith(end)
    assert not (day + timedelta(days=1)).isoformat().startswith(end)


@given(entry=MEASURES, today=DAYS)
def test_what_ended_before_today_is_never_running_whatever_the_file_says(entry, today):
    over = entry.ends is not None and last_day(entry.ends) < today

    assert progress(entry, today) == ("ended" if over else entry.status)


@given(entry=EVENTS, today=DAYS)
def test_an_event_is_coming_while_its_day_is_not_over(entry, today):
    assert is_coming(entry, today) == (entry.next_on is not None and entry.next_on >= today)


# ---- order and filters


@given(entries=ENTRIES, first=WISHED)
def test_wished_topics_come_first_then_what_runs_and_what_has_ended_comes_last(entries, first):
    found = fitting(entries, Filters(), first, TODAY)
    places = [
        (first.isdisjoint(entry.topics), ORDER.index(progress(entry, TODAY))) for entry in found
    ]

    assert places == sorted(places)
    assert sorted(entry.id for entry in found) == sorted(entry.id for entry in entries)


@given(entries=some.lists(EVENTS, max_size=8), first=WISHED)
def test_of_events_alike_those_with_a_day_come_first(entries, first):
    found = fitting(entries, Filters(), first, TODAY)

    for one, other in pairwise(found):
        alike = [(first.isdisjoint(e.topics), progress(e, TODAY)) for e in (one, other)]
        if alike[0] == alike[1]:
            assert is_coming(one, TODAY) >= is_coming(other, TODAY)


@given(entries=ENTRIES)
def test_entries_alike_stay_in_the_order_of_the_file(entries):
    alike = [entry.model_copy(update={"topics": ("family",)}) for entry in entries]
    found = [e.id for e in fitting(alike, Filters(), frozenset(), TODAY) if isinstance(e, Measure)]
    running = [e.id for e in alike if progress(e, TODAY) == "running" and isinstance(e, Measure)]

    assert [name for name in found if name in running] == running


def values_of(entry, key: str) -> set[str]:
    """What an entry holds under the key of a filter, read by hand."""
    if key == "status":
        return {progress(entry, TODAY)}
    if key in ("topic", "situation"):
        return set(getattr(entry, f"{key}s"))
    return {getattr(entry, key, None) or ""}


@given(
    entries=ENTRIES,
    wanted=some.fixed_dictionaries(
        {},
        optional={
            "topic": WISHED,
            "situation": some.frozensets(some.sampled_from(get_args(Situation)), max_size=2),
            "status": some.frozensets(some.sampled_from(ORDER), max_size=2),
            "kind": some.frozensets(some.sampled_from(["offer", "job-fair"]), max_size=2),
            "town": some.frozensets(some.sampled_from(["Riesa", "Coswig"]), max_size=2),
        },
    ),
)
def test_a_filter_leaves_what_has_any_of_its_values_and_nothing_else(entries, wanted):
    left = {entry.id for entry in fitting(entries, Filters(wanted), frozenset(), TODAY)}

    for entry in entries:
        fits = [not values or values & values_of(entry, key) for key, values in wanted.items()]
        assert (entry.id in left) == all(fits)


@given(entries=ENTRIES)
def test_every_choice_that_is_offered_leaves_something(entries):
    words = {"situation": SITUATION_WORDS, "topic": TOPIC_WORDS, "status": STATUS_WORDS, "town": {}}
    for key, said in words.items():
        offered = choices(entries, key, said, TODAY, GERMAN)
        occurring = set().union(*(values_of(entry, key) for entry in entries)) - {""}

        assert {value for value, _ in offered} == occurring
        for value, _ in offered:
            assert fitting(entries, Filters({key: frozenset({value})}), frozenset(), TODAY)


def test_there_is_a_word_for_everything_that_a_pack_may_say():
    kinds = {
        kind
        for model in (Actor, Measure, Event)
        for kind in get_args(model.model_fields["kind"].annotation)
    }

    assert kinds == set(KIND_WORDS)
    assert set(get_args(Topic)) == set(TOPIC_WORDS)
    assert set(get_args(Situation)) == set(SITUATION_WORDS)
    assert set(get_args(Progress)) == set(STATUS_WORDS) == set(ORDER)


# ---- what goes with wishes


def wishing(*criteria) -> Wishes:
    return Wishes(tuple((block.id, (Wish(criterion.id),)) for block, criterion in criteria))


def test_the_topics_of_wishes_are_those_that_their_criteria_name():
    catalogue = all_catalogues()["meissen"]
    questions = catalogue.region.questions
    named = [(block, criterion) for block, criterion in catalogue.criteria if criterion.topics]
    assert named

    assert wished_topics(Wishes(), questions) == frozenset()
    for block, criterion in named:
        assert wished_topics(wishing((block, criterion)), questions) == set(criterion.topics)


def test_a_result_names_at_most_three_offers_that_run_and_go_with_the_wishes():
    titles = {"running": "Läuft", "ended": "Vorbei", "planned": "Geplant"}
    catalogue = all_catalogues()["meissen"]
    pair = next(pair for pair in catalogue.criteria if pair[1].topics)
    topic = pair[1].topics[0]
    other = next(t for t in TOPIC_WORDS if t not in pair[1].topics)
    offers = [
        measure(id=f"{status}-{i}", status=status, title=f"{title} {i}", topics=(topic,))
        for status, title in titles.items()
        for i in range(5)
    ]
    offers.append(measure(id="past", status="running", title="Alt", topics=(topic,), ends="2020"))
    offers.append(measure(id="other", status="running", title="Anderes", topics=(other,)))

    said = help_words(supporting(catalogue, offers), wishing(pair), GERMAN)

    assert said.offers == ("Läuft 0", "Läuft 1", "Läuft 2")
    assert help_words(supporting(catalogue, offers[5:]), wishing(pair), GERMAN) is None
    assert help_words(supporting(catalogue, offers), Wishes(), GERMAN) is None


# ---- the page


def supporting(catalogue, measures=(), events=()):
    """A region with other support."""
    support = Support(
        measures=Measures(measures=tuple(measures)), events=Events(events=tuple(events))
    )
    return replace(catalogue, region=catalogue.region.model_copy(update={"support": support}))


def entries_of(html: str) -> dict[str, str]:
    """The HTML of each entry of the page, by its id."""
    return dict(
        re.findall(r'<li class="zf-support [^"]*" id="[me]-([^"]+)">(.*?)</li>\n', html, re.DOTALL)
    )


def test_an_assessment_is_shown_with_all_it_says_and_only_where_there_is_one():
    judged = Assessment(
        criterion="Nutzen", rating="hoch & gut", evidence="80 Plätze", date="2024-08", by="Allianz"
    )
    both = [measure(id="judged", assessments=(judged,)), measure(id="not-judged")]
    catalogue = supporting(all_catalogues()["meissen"], both)

    shown = entries_of(support_html(catalogue, Wishes(), Filters(), TODAY, GERMAN))

    said = "<b>Nutzen:</b> hoch &amp; gut. 80 Plätze"
    assert said in shown["judged"]
    assert "August 2024" in shown["judged"]
    assert "Allianz" in shown["judged"]
    assert shown["not-judged"].replace("not-judged", "judged") == re.sub(
        r"<p><b>Nutzen:</b>.*?</p>", "", shown["judged"]
    )


def test_what_is_over_is_marked_as_ended_on_the_page_and_never_as_running():
    past = measure(id="past", status="running", ends="2026-04")
    catalogue = supporting(all_catalogues()["meissen"], [past])

    html = support_html(catalogue, Wishes(), Filters(), TODAY, GERMAN)

    assert 'class="zf-support zf-is-ended" id="m-past"' in html
    assert "zf-is-running" not in html


def test_only_a_coming_event_offers_an_entry_for_the_calendar():
    days = {"today": TODAY, "past": TODAY - timedelta(days=1), "unknown": None}
    events = [
        Event(id=name, topics=("training",), name="Messe", kind="job-fair", next_on=day,
              confidence="unverified")
        for name, day in days.items()
    ]  # fmt: skip
    catalogue = supporting(all_catalogues()["meissen"], events=events)

    shown = entries_of(support_html(catalogue, Wishes(), Filters(), TODAY, GERMAN))

    assert {name for name, html in shown.items() if ".ics" in html} == {"today"}
    assert 'href="/event/meissen/today.ics"' in shown["today"]
    assert shown.keys() == days.keys()


def test_every_entry_of_the_regions_that_are_installed_can_be_shown():
    for catalogue in all_catalogues().values():
        support = catalogue.region.support
        html = support_html(catalogue, Wishes(), Filters(), TODAY, ENGLISH)
        shown = entries_of(html)

        listed = (*support.measures.measures, *support.events.events)
        assert set(shown) == {entry.id for entry in listed}
