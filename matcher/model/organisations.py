"""Who works at a site: employers and institutes, and whether that still holds."""

from typing import Literal, Self

from pydantic import model_validator

from matcher.errors import MisplacedError
from matcher.model.facts import Cited, Headcount, Link
from matcher.model.text import Line, Prose, Slug, Text

Status = Literal["active", "unconfirmed", "planned", "closing", "insolvent", "closed"]
Location = Literal["on-site", "likely", "nearby", "doubtful", "elsewhere"]
Size = Literal["micro", "small", "medium", "large"]
Offer = Literal[
    "jobs",
    "training",
    "dual_study",
    "internship",
    "student_job",
    "working_student",
    "thesis",
    "phd",
]

# How far an entry counts as evidence that a site has what somebody wishes for.
STATUS_STRENGTH: dict[Status, float] = {
    "active": 1.0,
    "unconfirmed": 0.5,
    "planned": 0.0,
    "closing": 0.0,
    "insolvent": 0.0,
    "closed": 0.0,
}
LOCATION_STRENGTH: dict[Location, float] = {
    "on-site": 1.0,
    "likely": 1.0,
    "nearby": 0.5,
    "doubtful": 0.5,
    "elsewhere": 0.0,
}
NEEDS_A_REASON = frozenset({"planned", "closing", "insolvent"})


class Organisation(Cited):
    """What an employer and an institute have in common.

    ``note`` is for visitors, ``editor_note`` only for those who keep the pack.
    """

    id: Slug
    name: Line
    status: Status = "active"
    status_reason: Text | None = None
    location: Location = "on-site"
    sectors: tuple[Slug, ...] = ()
    work: tuple[Slug, ...] = ()
    activity: Text
    size: Size | None = None
    employees: Headcount | None = None
    occupations: tuple[Line, ...] = ()
    occupations_basis: Literal["documented", "typical"] = "typical"
    offers: tuple[Offer, ...] = ()
    website: Link | None = None
    careers: Link | None = None
    note: Text | None = None
    editor_note: Prose | None = None

    @model_validator(mode="after")
    def what_is_not_normal_is_explained(self) -> Self:
        if self.status in NEEDS_A_REASON and self.status_reason is None:
            raise MisplacedError(
                ("status",), f"'{self.status}' needs a 'status_reason' that visitors can read"
            )
        return self

    @property
    def strength(self) -> float:
        """How far the entry counts for its site, 0 to 1."""
        return STATUS_STRENGTH[self.status] * LOCATION_STRENGTH[self.location]

    @property
    def shown(self) -> bool:
        """Closed entries are kept in the pack and never shown."""
        return self.status != "closed"


class Employer(Organisation):
    """A company or other employer at a site."""

    kind: Literal["employer"] = "employer"


class Institute(Organisation):
    """A research institute, a university or one of their departments at a site."""

    kind: Literal["fraunhofer", "helmholtz", "leibniz", "max-planck", "university", "other"]
