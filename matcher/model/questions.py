"""What people are asked, and how an answer is scored."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from matcher.errors import MisplacedError
from matcher.model.site import Latitude, Longitude
from matcher.model.text import Key, Line, Number, Record, Share, Slug, Text, Topic

KEYS_OF_ADDRESSES = ("weight", "home", "region", "lang", "site", "compare")
Icon = Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=40)]


class Indicator(Record):
    """One indicator of a municipality, and the two values that mean 0 and 1.

    Anchors are absolute: adding a site never changes another site's fit.
    """

    indicator: Key
    worst: Number = Field(alias="from")
    best: Number = Field(alias="to")

    @model_validator(mode="after")
    def anchors_differ(self) -> Self:
        if self.worst == self.best:
            raise MisplacedError(("to",), f"'from' and 'to' must differ. Got {self.best} twice")
        return self


class Point(Record):
    """A named place that people want to be near."""

    name: Line
    latitude: Latitude
    longitude: Longitude


class Distance(Record):
    """Great-circle kilometres to the nearest of the points that mean 0 and 1."""

    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    worst: Annotated[Number, Field(alias="from", ge=0)]
    best: Annotated[Number, Field(alias="to", ge=0)]

    @model_validator(mode="after")
    def anchors_differ(self) -> Self:
        if self.worst == self.best:
            raise MisplacedError(("to",), f"'from' and 'to' must differ. Got {self.best} twice")
        return self


class Criterion(Record):
    """One thing a person can wish for.

    Without indicators and distance it is scored by *evidence*: employers and institutes
    that carry its id. Several indicators are averaged.
    """

    id: Slug
    label: Text
    help: Text
    icon: Icon
    topics: tuple[Topic, ...] = ()  # of support that somebody with this wish should see first
    indicators: tuple[Indicator, ...] = ()
    distance: Distance | None = None

    @model_validator(mode="after")
    def one_way_to_score(self) -> Self:
        if self.indicators and self.distance:
            raise MisplacedError(("distance",), "give 'indicators' or 'distance', not both")
        return self

    @property
    def kind(self) -> Literal["evidence", "indicator", "distance"]:
        """How the criterion is scored."""
        if self.indicators:
            return "indicator"
        return "distance" if self.distance else "evidence"


class Focus(Record):
    """What counts before a single employer is known, by level; 0 to 1."""

    main: Share = 0.5
    present: Share = 0.25


class Block(Record):
    """A group of criteria that is weighted as one.

    ``any-of``: the best hit counts, further hits add a little. ``each-of``: the mean.
    """

    id: Slug
    label: Text
    question: Text
    help: Text
    icon: Icon
    rule: Literal["any-of", "each-of"]
    asked: Literal["pills", "search"] = "pills"
    focus: Focus = Focus()
    saturation: Annotated[Number, Field(gt=0)] = 4.0
    must_from: Share = 0.5
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class Questions(Record):
    """All blocks of a region, in the order in which they are asked."""

    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def ids_are_unique(self) -> Self:
        seen = dict.fromkeys(KEYS_OF_ADDRESSES, "a key of addresses")
        for block in self.blocks:
            for name in (block.id, *(criterion.id for criterion in block.criteria)):
                if name in seen:
                    raise MisplacedError(
                        ("blocks",), f"the id {name!r} is given twice: {seen[name]}"
                    )
                seen[name] = f"in block {block.id!r}"
        return self

    def block_of(self, criterion: str) -> Block:
        """Return the block that holds a criterion."""
        return next(b for b in self.blocks if any(c.id == criterion for c in b.criteria))

    def criterion(self, criterion: str) -> Criterion:
        """Return a criterion by its id."""
        return next(c for b in self.blocks for c in b.criteria if c.id == criterion)
