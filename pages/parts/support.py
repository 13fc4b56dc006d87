"""The HTML of support: what helps whom, and whether it still runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from matcher.catalogue import Catalogue
from matcher.directory import Filters
from matcher.language import Language
from matcher.model.facts import Source
from matcher.model.support import Entry, Event, Measure
from matcher.model.text import SourceId, year_of
from matcher.support import (
    KIND_WORDS,
    SITUATION_WORDS,
    STATUS_WORDS,
    TOPIC_WORDS,
    choices,
    fitting,
    is_coming,
    progress,
    wished_topics,
)
from matcher.wishes import Wishes
from pages.parts.regions import where
from pages.parts.templates import render
from pages.parts.visit import address_of

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of any entry: its kind, how things stand, and where that was read."""

    kind: str
    status: str
    status_words: str
    year: int | None
    topics: tuple[str, ...]
    sources: tuple[Source, ...]


def told(entry: Entry, sources: Mapping[SourceId, Source], today: date, speech: Language) -> Told:
    """Return the words for an entry."""
    status = progress(entry, today)
    return Told(
        kind=speech.gettext(KIND_WORDS[getattr(entry, "kind", "")]),
        status=status,
        status_words=speech.gettext(STATUS_WORDS[status]),
        year=year_of(entry.as_of) if entry.as_of else None,
        topics=tuple(speech.gettext(TOPIC_WORDS[topic]) for topic in entry.topics),
        sources=tuple(sources[source] for source in entry.sources),
    )


@dataclass(frozen=True, slots=True)
class HelpWords:
    """What a result says of support: the topics of the wishes, and the first offers for them."""

    topics: str
    offers: tuple[str, ...]
    more: str


def help_words(catalogue: Catalogue, wishes: Wishes, speech: Language) -> HelpWords | None:
    """Return what supports somebody with these wishes; None where nothing is known to run."""
    first = wished_topics(wishes, catalogue.region.questions)
    today = datetime.now(UTC).date()
    running = [
        measure
        for measure in fitting(catalogue.region.support.measures.measures, Filters(), first, today)
        if progress(measure, today) == "running" and not first.isdisjoint(measure.topics)
    ]
    if not running:
        return None
    return HelpWords(
        topics=speech.all_of(
            speech.gettext(TOPIC_WORDS[topic]) for topic in TOPIC_WORDS if topic in first
        ),
        offers=tuple(speech.text(measure.title) for measure in running[:MOST_NAMED]),
        more=address_of("/support", wishes, where(catalogue, speech)),
    )


def support_html(
    catalogue: Catalogue, wishes: Wishes, filters: Filters, today: date, speech: Language
) -> str:
    """Return the offers and events that fit a situation; wished topics come first."""
    support = catalogue.region.support
    first = wished_topics(wishes, catalogue.region.questions)
    measures = fitting(support.measures.measures, filters, first, today)
    events = fitting(support.events.events, filters, first, today)
    known: tuple[Measure | Event, ...] = (*support.measures.measures, *support.events.events)
    kept = where(catalogue, speech)
    count = len(measures) + len(events)
    return render(
        "support.html",
        speech,
        region=catalogue.region.profile.id,
        filters=filters,
        filtered=any(filters.values.values()),
        situations=choices(known, "situation", SITUATION_WORDS, today, speech),
        topics=choices(known, "topic", TOPIC_WORDS, today, speech),
        statuses=choices(known, "status", STATUS_WORDS, today, speech),
        wished=speech.all_of(
            speech.gettext(TOPIC_WORDS[topic]) for topic in TOPIC_WORDS if topic in first
        ),
        count=speech.ngettext("{n} entry", "{n} entries", count).format(n=count),
        measures=[(m, told(m, support.measures.sources, today, speech)) for m in measures],
        events=[
            (e, told(e, support.events.sources, today, speech), is_coming(e, today)) for e in events
        ],
        services=catalogue.region.profile.contacts,
        actors=bool(support.actors.actors),
        back=address_of("/", wishes, kept),
        query=address_of("", wishes, kept),
    )
