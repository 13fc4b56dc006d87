"""Cases: one person's wishes, and the sites that somebody who knows them all would name."""

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from matcher.errors import MisplacedError
from matcher.model.text import Line, Record, Slug

OBVIOUS = 3
Grade = Annotated[int, Field(ge=1, le=OBVIOUS)]
Rank = Annotated[int, Field(ge=1)]


class Case(Record):
    """One wish string and the sites that suit: 3 the obvious one, 2 good, 1 will do.

    ``why`` is the expert's reason in one sentence, written before the program is asked.
    """

    id: Slug
    wishes: Annotated[str, Field(min_length=1)]
    acceptable: Annotated[dict[Slug, Grade], Field(min_length=1)]
    why: Line

    @property
    def best(self) -> frozenset[str]:
        """The sites with the highest grade."""
        return frozenset(site for site, grade in self.acceptable.items() if grade == OBVIOUS)

    @model_validator(mode="after")
    def one_site_is_obvious(self) -> Self:
        if not self.best:
            raise MisplacedError(("acceptable",), f"at least one site has the grade {OBVIOUS}")
        return self


class Cases(Record):
    """The file ``cases.yaml``."""

    cases: Annotated[tuple[Case, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def ids_are_unique(self) -> Self:
        seen: set[str] = set()
        for i, case in enumerate(self.cases):
            if case.id in seen:
                raise MisplacedError(("cases", i, "id"), f"{case.id!r} is given twice")
            seen.add(case.id)
        return self


class SavedRanks(Record):
    """What is read again of a printed evaluation: the ranks of all sites in every case."""

    model_config = ConfigDict(extra="ignore")

    region: Slug
    ranks: dict[Slug, dict[Slug, Rank]]
