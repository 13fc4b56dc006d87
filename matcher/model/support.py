"""Who helps whom with what in a region: actors, measures, events."""

from typing import Annotated, Literal

from pydantic import Field

from matcher.model.facts import Cited, Link, Source
from matcher.model.site import Position
from matcher.model.text import Day, Line, Prose, Record, Slug, SourceId, Text, Topic, When

Situation = Literal[
    "job-seeker", "from-abroad", "returning", "family-care", "training",
    "older-than-50", "employer",
]  # fmt: skip
Progress = Literal["running", "ended", "planned", "unconfirmed"]


class Entry(Cited):
    """What an actor, a measure and an event have in common.

    ``status`` is how things stood at ``as_of``; "unconfirmed" where nobody has looked since.
    """

    id: Slug
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    status: Progress = "unconfirmed"
    as_of: When | None = None
    website: Link | None = None
    contact: Link | None = None
    note: Text | None = None
    editor_note: Prose | None = None


class Actor(Entry):
    """An organisation that does something for skilled labour. Never a person."""

    name: Line
    kind: Literal[
        "alliance", "association", "chamber", "municipality", "district-office", "job-agency",
        "jobcenter", "university", "training-provider", "economic-development", "welcome-centre",
        "school-authority", "funding-agency", "state-ministry",
    ]  # fmt: skip
    role: Text
    town: Line | None = None
    position: Position | None = None


class Assessment(Record):
    """How a measure was judged: by which criterion, on what evidence, when and by whom."""

    criterion: Text
    rating: Text
    evidence: Text
    date: When
    by: Line
    source: SourceId | None = None


class Measure(Entry):
    """An offer, a project, a network or a call that helps somebody."""

    title: Text
    kind: Literal[
        "offer", "project", "network", "call", "publication", "strategy", "funding-programme"
    ]
    carrier: Line
    actor: Slug | None = None  # the carrier, where it is among the actors
    partners: tuple[Line, ...] = ()
    begins: When | None = None
    ends: When | None = None
    situations: tuple[Situation, ...] = ()
    description: Text
    funding: Text | None = None
    results: Text | None = None
    assessments: tuple[Assessment, ...] = ()


class Event(Entry):
    """Something people can go to. ``next_on`` only where the organiser has announced it."""

    name: Text
    kind: Literal[
        "training-fair", "job-fair", "career-fair", "returnee-fair", "online-fair",
        "open-company", "open-day", "network-meeting", "conference", "seminar-series",
        "university-event",
    ]  # fmt: skip
    town: Line | None = None
    venue: Text | None = None
    organisers: tuple[Line, ...] = ()
    situations: tuple[Situation, ...] = ()
    rhythm: Text | None = None
    last_known: When | None = None
    next_on: Day | None = None


class Actors(Record):
    """The file ``actors.yaml``."""

    sources: dict[SourceId, Source] = Field(default_factory=dict)
    actors: tuple[Actor, ...] = ()


class Measures(Record):
    """The file ``measures.yaml``."""

    sources: dict[SourceId, Source] = Field(default_factory=dict)
    measures: tuple[Measure, ...] = ()


class Events(Record):
    """The file ``events.yaml``."""

    sources: dict[SourceId, Source] = Field(default_factory=dict)
    events: tuple[Event, ...] = ()


class Support(Record):
    """All of it; a pack without these files has none."""

    actors: Actors = Actors()
    measures: Measures = Measures()
    events: Events = Events()
