"""What in a region has grown old: facts to look up again, and offers that are over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from matcher.model.facts import Source, Sourced
from matcher.model.organisations import Organisation
from matcher.model.portraits import Portrait
from matcher.model.region import Region
from matcher.model.support import Measure
from matcher.model.text import DEFAULT_LANGUAGE
from matcher.support import last_day, progress


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing to look up again: where it stands, since when it has not been seen, why."""

    place: str
    what: str
    last: date
    reason: str


def stale(region: Region, today: date, years: float) -> list[Stale]:
    """List what no source has confirmed for some years, the oldest first.

    A fact counts from its own ``as_of``, else from the date of its source; what has neither
    cannot be dated and is not listed. A measure whose end has passed is listed whatever its age.
    """
    limit = date.fromordinal(today.toordinal() - round(years * 365.25))
    found = [
        entry
        for site in region.sites
        for entry in _site(site.id, site, site.sources)
        if entry.last < limit
    ]
    found += [
        _over(measure)
        for measure in region.support.measures.measures
        if progress(measure, today) == "ended" and measure.status != "ended"
    ]
    return sorted(found, key=lambda entry: (entry.last, entry.place, entry.what))


def _site(place: str, record: BaseModel, sources: dict[str, Source]) -> Iterator[Stale]:
    """Walk through everything that a site holds."""
    for name in type(record).model_fields:
        if name == "sources":
            continue
        value = getattr(record, name)
        for i, entry in enumerate(value if isinstance(value, tuple) else (value,)):
            if not isinstance(entry, BaseModel):
                continue
            here = f"{place}.{name}" + (f"[{i}]" if isinstance(value, tuple) else "")
            if (last := _last(entry, sources)) is not None:
                title = _title(entry) or _title(record)
                yield Stale(here, title, last, "not seen since")
            yield from _site(here, entry, sources)


def _last(entry: BaseModel, sources: dict[str, Source]) -> date | None:
    dated: list[str | None] = []
    if isinstance(entry, Organisation | Portrait):
        dated = [sources[source].date for source in entry.sources]
    elif isinstance(entry, Sourced):
        read = sources[entry.source].date if entry.source else None
        dated = [entry.as_of or read]
    return max((last_day(when) for when in dated if when), default=None)


def _title(entry: BaseModel) -> str:
    for name in ("name", "label", "title", "text", "id", "city"):
        value = getattr(entry, name, None)
        if isinstance(value, dict):
            return str(value[DEFAULT_LANGUAGE])
        if isinstance(value, str):
            return value
    return ""


def _over(measure: Measure) -> Stale:
    assert measure.ends is not None
    title = measure.title[DEFAULT_LANGUAGE]
    return Stale(f"measures.{measure.id}", title, last_day(measure.ends), "has ended on")
