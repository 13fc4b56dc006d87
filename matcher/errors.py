"""What can go wrong, and how it is told.

The hierarchy:

* MatcherError
  - PackError       files of a region pack break the rules; carries every problem at once
  - UnknownIdError  a region or site is asked for that is not there
  - WishError       a wish string asks for something the region does not know
  - MisplacedError  a rule across fields is broken; also a ValueError, for pydantic
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


class MatcherError(Exception):
    """Base class of every error this library raises on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend in a pack, with the place to mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class PackError(MatcherError):
    """A region pack holds one or more problems; all of them are reported at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class UnknownIdError(MatcherError):
    """A region or a site is asked for that is not there."""

    def __init__(self, kind: str, value: str, known: Iterable[str]) -> None:
        options = sorted(known)
        near = get_close_matches(value, options, n=3, cutoff=0.4) or options
        super().__init__(f"There is no {kind} {value[:60]!r}. Known: {', '.join(near)}")


class WishError(MatcherError):
    """A wish string cannot be read; ``faults`` holds one sentence for each reason."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(self.faults))


class MisplacedError(MatcherError, ValueError):
    """Two fields contradict each other; ``place`` is the one to look at."""

    def __init__(self, place: tuple[str | int, ...], message: str) -> None:
        self.place = place
        super().__init__(message)
