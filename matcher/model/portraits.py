"""Portraits of people, occupations, teams and places."""

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from matcher.errors import MisplacedError
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
    """One portrait. That of a person needs the person's consent, or the pack is refused."""

    id: Slug
    kind: Literal["person", "occupation", "team", "place"]
    title: Text
    text: Text
    consent: Consent | None = None
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def people_agreed_to_be_shown(self) -> Self:
        if self.kind == "person" and self.consent is None:
            raise MisplacedError(
                ("consent",), "a person's portrait needs 'consent' with given, scope and until"
            )
        return self

    def shown_on(self, day: date) -> bool:
        """Whether the portrait may be shown on a day."""
        return self.consent is None or self.consent.given <= day <= self.consent.until
