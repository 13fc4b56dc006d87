"""Occupations that people may name, and what they lead to."""

from typing import Literal, Self

from pydantic import model_validator

from matcher.errors import MisplacedError
from matcher.model.facts import Source
from matcher.model.questions import Block, Criterion, Focus, Icon
from matcher.model.text import DEFAULT_LANGUAGE, Label, Line, Record, Slug, SourceId, Text

BLOCK_ID = "occupation"


class Occupation(Record):
    """One occupation: its title, where it is done, and what else people call it."""

    label: Label
    kind: Literal["training", "study", "other"]
    sectors: tuple[Slug, ...] = ()
    work: tuple[Slug, ...] = ()
    synonyms: tuple[Line, ...] = ()
    source: SourceId

    @property
    def titles(self) -> tuple[str, ...]:
        """Every German way in which an employer may write it."""
        return (self.label[DEFAULT_LANGUAGE], *self.synonyms)


class Occupations(Record):
    """The file ``occupations.yaml``: what is asked, and all occupations by id."""

    label: Text
    question: Text
    help: Text
    icon: Icon
    sources: dict[SourceId, Source]
    occupations: dict[Slug, Occupation]

    @model_validator(mode="after")
    def sources_are_known_and_titles_unique(self) -> Self:
        seen: dict[str, str] = {}
        for name, occupation in self.occupations.items():
            if occupation.source not in self.sources:
                raise MisplacedError(
                    ("occupations", name, "source"),
                    f"{occupation.source!r} is not in 'sources'. Known: {sorted(self.sources)}",
                )
            for title in {title.casefold() for title in occupation.titles}:
                if title in seen:
                    raise MisplacedError(
                        ("occupations", name), f"{title!r} already stands at {seen[title]!r}"
                    )
                seen[title] = name
        return self

    def by_title(self) -> dict[str, str]:
        """Map every title, in lower case, to the id of its occupation."""
        return {
            title.casefold(): name
            for name, occupation in self.occupations.items()
            for title in occupation.titles
        }

    def block(self) -> Block:
        """Return the occupations as a block of questions that is asked by searching."""
        return Block(
            id=BLOCK_ID,
            label=self.label,
            question=self.question,
            help=self.help,
            icon=self.icon,
            rule="any-of",
            asked="search",
            focus=Focus(main=0, present=0),
            criteria=tuple(
                Criterion(id=name, label=entry.label, help=self.help, icon=self.icon)
                for name, entry in self.occupations.items()
            ),
        )
