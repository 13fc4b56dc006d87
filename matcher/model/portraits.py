"""Portraits of people, occupations, teams and places."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from matcher.errors import MisplacedError
from matcher.model.facts import Confidence, Link, Source
from matcher.model.text import Day, Line, Record, Slug, SourceId, Text


class Consent(Record):
    """What a person agreed to: on which day, for what, and how long it holds."""

    given: Day
    scope: Line
    until: Day

    @model_validator(mode="after")
    def it_ends_after_it_began(self) -> Self:
        if self.until < self.given:
            raise MisplacedError(("until",), f"must not lie before 'given', {self.given}")
        return self


class Portrait(Record):
    """One portrait. That of a person needs the person's consent, or the pack is refused.

    ``training`` says with which training one gets there, ``credit`` who wrote or filmed it.
    A person speaks for themselves; everything else was read somewhere, or says that it was not.
    """

    id: Slug
    kind: Literal["person", "occupation", "team", "place"]
    title: Text
    text: Text
    occupation: Slug | None = None
    training: Text | None = None
    film: Link | None = None
    credit: Line | None = None
    consent: Consent | None = None
    sources: tuple[SourceId, ...] = ()
    confidence: Confidence = "seen"

    @model_validator(mode="after")
    def people_agreed_to_be_shown(self) -> Self:
        if self.kind == "person" and self.consent is None:
            raise MisplacedError(
                ("consent",), "a person's portrait needs 'consent' with given, scope and until"
            )
        if self.kind == "person" and self.credit is None:
            raise MisplacedError(("credit",), "a person's portrait says in 'credit' who made it")
        return self

    @model_validator(mode="after")
    def what_is_said_was_read_somewhere(self) -> Self:
        if not self.sources and self.kind != "person" and self.confidence != "unverified":
            raise MisplacedError(
                ("sources",), "a portrait names its sources, or says 'confidence: unverified'"
            )
        return self

    @model_validator(mode="after")
    def an_occupation_is_one_of_the_list(self) -> Self:
        if self.kind == "occupation" and self.occupation is None:
            raise MisplacedError(
                ("occupation",), "an occupation's portrait names an id of occupations.yaml"
            )
        return self

    @model_validator(mode="after")
    def a_film_travels_encrypted(self) -> Self:
        if self.film and not self.film.url.lower().startswith("https://"):
            raise MisplacedError(("film", "url"), "a film's address starts with https://")
        return self

    def shown_on(self, day: date) -> bool:
        """Whether the portrait may be shown on a day."""
        return self.consent is None or self.consent.given <= day <= self.consent.until


class Portraits(Record):
    """The file ``portraits.yaml``: occupations as they are everywhere in the region."""

    sources: dict[SourceId, Source] = Field(default_factory=dict)
    portraits: tuple[Portrait, ...] = ()
