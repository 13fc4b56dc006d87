"""Facts and where they come from: no fact stands without a source or a warning."""

from typing import Literal, Self

from pydantic import model_validator

from matcher.errors import MisplacedError
from matcher.model.text import Href, Key, Line, Number, Prose, Record, SourceId, Text, When, Whole

Confidence = Literal["seen", "inferred", "unverified"]


class Source(Record):
    """Where facts were read. ``date`` is what the source says of itself."""

    title: Line
    publisher: Line | None = None
    url: Href
    date: When | None = None
    date_inferred: bool = False
    licence: Line | None = None


class Sourced(Record):
    """Something that was read somewhere, or is marked as not checked.

    ``as_of`` is when it was true; where it is absent, the date of the source stands in.
    """

    source: SourceId | None = None
    as_of: When | None = None
    confidence: Confidence = "seen"

    @model_validator(mode="after")
    def a_fact_has_a_source_or_says_that_it_is_unverified(self) -> Self:
        if self.source is None and self.confidence != "unverified":
            raise MisplacedError(
                ("source",), "a fact names its source, or says 'confidence: unverified'"
            )
        return self


class Cited(Record):
    """Something that was put together from several sources, or is marked as not checked."""

    sources: tuple[SourceId, ...] = ()
    confidence: Confidence = "seen"

    @model_validator(mode="after")
    def an_entry_has_a_source_or_says_that_it_is_unverified(self) -> Self:
        if not self.sources and self.confidence != "unverified":
            raise MisplacedError(
                ("sources",), "an entry names its sources, or says 'confidence: unverified'"
            )
        return self


class Link(Record):
    """A web address; ``unverified`` where nobody has opened it."""

    url: Href
    confidence: Confidence = "seen"


class Figure(Sourced):
    """A number about a site, e.g. companies: 30."""

    id: Key
    label: Text
    value: Number
    qualifier: Text | None = None  # "rund", "mehr als"
    unit: Text | None = None
    note: Text | None = None
    editor_note: Prose | None = None


class Term(Sourced):
    """What a site is known for, in a few words."""

    text: Text


class Evidence(Sourced):
    """Why a working environment is found at a site."""

    id: str
    text: Text


class LivingFact(Sourced):
    """A sentence about living near a site, filed under a topic."""

    topic: Literal[
        "transport", "nature", "housing", "education", "family", "culture",
        "sport", "health", "shopping", "community",
    ]  # fmt: skip
    text: Text


class Headcount(Sourced):
    """How many people work somewhere."""

    value: Whole
    qualifier: Text | None = None
