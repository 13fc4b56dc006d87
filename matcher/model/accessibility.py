"""How accessible the finder is: what tests prove, and what is known to be missing."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from matcher.errors import MisplacedError
from matcher.model.text import Day, Line, Record, Text

Conformity = Literal["full", "partial", "none"]
# A file of tests below the root of the program, or one test in it: "tests/test_x.py::test_y".
TestName = Annotated[str, Field(pattern=r"^tests/[a-z0-9_/]+\.py(::test_[a-z0-9_]+)?$")]


class Proof(Record):
    """Something that holds, and the tests that fail when it no longer does."""

    text: Text
    tests: Annotated[tuple[TestName, ...], Field(min_length=1)]


class Gap(Record):
    """Something that is not accessible, or that nobody has examined yet."""

    text: Text


class Statement(Record):
    """``shared/accessibility.yaml``: the statement as the project sees itself."""

    status: Conformity
    standards: Annotated[tuple[Line, ...], Field(min_length=1)]
    assessed_on: Day
    tested: Annotated[tuple[Proof, ...], Field(min_length=1)]
    gaps: tuple[Gap, ...] = ()

    @model_validator(mode="after")
    def what_conforms_fully_has_no_gaps(self) -> Self:
        if (self.status == "full") == bool(self.gaps):
            raise MisplacedError(
                ("status",), "'full' goes without gaps, 'partial' and 'none' name at least one"
            )
        return self
