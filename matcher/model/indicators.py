"""Indicators of living: what they mean, and their values per municipality."""

from typing import Literal

from matcher.model.facts import Source
from matcher.model.site import Latitude, Longitude
from matcher.model.text import Key, Line, Record, Remark, SourceId, Text, When


class Definition(Record):
    """What an indicator measures. ``direction`` is how most people would judge it."""

    label: Text
    unit: Text | None = None
    meaning: Text
    direction: Literal["higher_better", "lower_better", "neutral"]
    topic: Literal[
        "settlement", "housing", "work", "mobility", "family", "health",
        "daily_needs", "nature", "culture", "education", "digital",
    ]  # fmt: skip
    caution: Text | None = None


class Definitions(Record):
    """The file that explains ``indicators.csv``."""

    indicators: dict[Key, Definition]
    sources: dict[SourceId, Source]


class Observation(Record):
    """One line of ``indicators.csv``: a value for a municipality, its year and source."""

    municipality: Line
    indicator: Key
    value: Line
    unit: Remark = ""
    as_of: When
    level: Literal["municipality", "municipal association", "district"]
    source: SourceId | None = None
    confidence: Literal["seen", "inferred", "unverified"] = "seen"
    note: Remark = ""


class Municipality(Record):
    """A town or rural municipality that sites lie in or near."""

    name: Line
    district: Line
    latitude: Latitude
    longitude: Longitude
