"""A region: a folder of facts, read into one frozen value."""

from typing import Annotated, Self

import pandas as pd
from pydantic import ConfigDict, Field, model_validator

from matcher.errors import MisplacedError
from matcher.model.facts import Source
from matcher.model.indicators import Definitions, Municipality
from matcher.model.occupations import Occupations
from matcher.model.portraits import Portraits
from matcher.model.questions import Questions
from matcher.model.site import Latitude, Longitude, Site
from matcher.model.support import Support
from matcher.model.text import Href, Label, Language, Line, Number, Record, Share, Slug, Text, Whole

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class View(Record):
    """Where the map looks at the start."""

    latitude: Latitude
    longitude: Longitude
    zoom: Annotated[Number, Field(ge=4, le=14)]


class Contact(Record):
    """Whom to ask beyond a single site: a service, never a private person."""

    name: Line
    text: Text
    url: Href


class Complaints(Record):
    """The body of the state for complaints about public websites that are not accessible."""

    name: Line
    url: Href
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Dominance(Record):
    """Why one site may come first more often than the audit allows, and how often at most."""

    site: Slug
    up_to: Share
    reason: Text


class Profile(Record):
    """``region.yaml``: the name of the region and how the finder speaks of it.

    ``example`` is the wish string that the method page works through, ``colour`` the one that
    all colours of its pages are made from.
    """

    schema_version: Annotated[Whole, Field(ge=1, le=1)]
    id: Slug
    name: Label
    title: Text
    intro: Text
    site_word: Label
    sites_word: Label
    state: Slug | None = None  # an outline of the base map that all sites lie in
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    view: View
    colour: Colour | None = None
    contacts: tuple[Contact, ...] = ()
    complaints: Complaints | None = None
    example: Line
    funding: Text | None = None
    dominance: Dominance | None = None


class Region(Record):
    """Everything a region pack holds.

    ``questions`` ends with a block for the occupations, where the pack has any.
    ``observations`` has one row per municipality and indicator, with the columns
    municipality, indicator, value (float, yes is 1), text (as written), unit, as_of,
    level, source, confidence and note. ``texts`` holds translations by language and German text.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    profile: Profile
    questions: Questions
    sites: Annotated[tuple[Site, ...], Field(min_length=1)]
    municipalities: dict[Slug, Municipality]
    definitions: Definitions
    occupations: Occupations | None = None
    portraits: Portraits = Portraits()
    observations: pd.DataFrame
    support: Support = Support()
    texts: dict[str, dict[str, str]] = Field(default_factory=dict)

    def site(self, site_id: str) -> Site | None:
        """Return a site by its id."""
        return next((site for site in self.sites if site.id == site_id), None)

    @model_validator(mode="after")
    def ids_of_sites_are_unique(self) -> Self:
        ids = [site.id for site in self.sites]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise MisplacedError(("sites",), f"these site ids are given twice: {twice}")
        return self
