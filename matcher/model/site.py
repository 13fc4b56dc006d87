"""One innovation site: where it is, what it is known for, who works there."""

from typing import Annotated, Literal

from pydantic import Field

from matcher.model.facts import Evidence, Figure, Link, LivingFact, Source, Sourced, Term
from matcher.model.organisations import Employer, Institute
from matcher.model.photo import Photo
from matcher.model.portraits import Portrait
from matcher.model.text import Line, Number, Prose, Record, Slug, SourceId, Text, Whole

Latitude = Annotated[Number, Field(ge=47.2, le=55.1)]
Longitude = Annotated[Number, Field(ge=5.8, le=15.1)]
Postcode = Annotated[str, Field(pattern=r"^[0-9]{5}$")]


class Address(Sourced):
    """A postal address; the postcode is text, it may start with 0."""

    street: Line | None = None
    postal_code: Postcode
    city: Line
    editor_note: Prose | None = None


class Position(Sourced):
    """A point in degrees of WGS 84, and how far off it may be."""

    latitude: Latitude
    longitude: Longitude
    precision_m: Annotated[Whole, Field(ge=1, le=20_000)]
    editor_note: Prose | None = None


class Operator(Sourced):
    """Who runs the site."""

    name: Line
    text: Text | None = None
    editor_note: Prose | None = None


class Award(Sourced):
    """When the site was given its label."""

    title: Line
    awarded_by: Line
    year: Annotated[Whole, Field(ge=1990, le=2100)]
    editor_note: Prose | None = None


class SiteSector(Record):
    """A sector of the site: what it is known for, or one that is also there."""

    id: Slug
    level: Literal["main", "present"]
    source: SourceId | None = None


class Site(Record):
    """A place that people can move to for work."""

    id: Slug
    name: Line
    short_name: Line
    municipality: Slug
    neighbours: tuple[Slug, ...] = ()
    place: Line
    district: Line
    summary: Text
    photos: tuple[Photo, ...] = ()
    address: Address
    position: Position
    website: Link | None = None
    contact: Link | None = None
    operator: Operator
    award: Award | None = None
    focus: tuple[Term, ...] = ()
    sectors: tuple[SiteSector, ...] = ()
    work: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    living: tuple[LivingFact, ...] = ()
    employers: tuple[Employer, ...] = ()
    institutes: tuple[Institute, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    notice: Text | None = None
    editor_notes: Prose | None = None
    sources: dict[SourceId, Source]

    @property
    def organisations(self) -> tuple[Employer | Institute, ...]:
        """Everybody who works at the site and may be shown."""
        everyone: tuple[Employer | Institute, ...] = (*self.employers, *self.institutes)
        return tuple(o for o in everyone if o.shown)
