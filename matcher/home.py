"""Compare a site with where somebody lives now, figure by figure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matcher.catalogue import Catalogue
from matcher.distance import kilometres
from matcher.language import Language
from matcher.model.facts import Source
from matcher.model.indicators import Definition
from matcher.model.region import Region
from matcher.model.text import DEFAULT_LANGUAGE, year_of
from matcher.pack.homes import City, Home, Value
from matcher.reasons import IndicatorFact, indicator_fact

SAME = 0.03  # figures closer than this part of the larger one count as equal

Verdict = Literal["better", "worse", "same", "neutral", "unknown"]


def town_homes(region: Region, indicators: Sequence[str]) -> dict[str, Home]:
    """Return the towns of a region as places that somebody may come from.

    ``indicators`` are compared, in this order.
    """
    rows = region.observations.to_dict("records")
    known = {(row["municipality"], row["indicator"]): row for row in rows if row["source"]}

    def value(town: str, name: str) -> Value | None:
        row = known.get((town, name))
        if row is None:
            return None
        kept = {key: row[key] for key in ("as_of", "level", "source", "note")}
        return Value(city=town, indicator=name, value=row["text"], **kept)

    return {
        id_: Home(
            City(
                id=id_,
                name=town.name,
                district=town.district,
                state=region.profile.name[DEFAULT_LANGUAGE],
                latitude=town.latitude,
                longitude=town.longitude,
            ),
            {name: value(id_, name) for name in indicators},
            region.definitions.sources,
        )
        for id_, town in region.municipalities.items()
    }


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator at the site and at home; a side that is not known is None."""

    indicator: str
    label: str
    here: IndicatorFact | None
    there: IndicatorFact | None
    verdict: Verdict

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the two figures were read, each source once."""
        facts = [fact for fact in (self.here, self.there) if fact is not None]
        found = [fact.source for fact in facts if fact.source]
        return tuple(source for i, source in enumerate(found) if source not in found[:i])


def compare_home(
    catalogue: Catalogue, site_id: str, home: Home, language: Language
) -> tuple[Comparison, ...]:
    """Hold the figures of a site's town against those of another place.

    Only what both files speak of is compared; a figure that one side lacks is listed too.
    """
    town = catalogue.region.sites[catalogue.rows[site_id]].municipality
    definitions = catalogue.region.definitions.indicators
    found = []
    for name, value in home.values.items():
        if name not in definitions:
            continue
        definition = definitions[name]
        known = (town, name) in catalogue.facts
        here = indicator_fact(catalogue, town, name, language) if known else None
        there = _fact(value, definition, home, language) if value else None
        found.append(
            Comparison(
                indicator=name,
                label=language.text(definition.label),
                here=here,
                there=there,
                verdict=verdict(here.number, there.number, definition.direction)
                if here and there
                else "unknown",
            )
        )
    return tuple(found)


def distance_km(catalogue: Catalogue, site_id: str, home: Home) -> float:
    """Return the kilometres from a site to the centre of a place, as the crow flies."""
    here = catalogue.region.sites[catalogue.rows[site_id]].position
    there = (home.city.latitude, home.city.longitude)
    return float(kilometres([(here.latitude, here.longitude)], [there])[0, 0])


def verdict(here: float, there: float, direction: str) -> Verdict:
    """Say whether a figure is better here than there, as most people would judge it.

    Examples
    --------
    >>> verdict(5.5, 6.4, "lower_better"), verdict(99.0, 100.0, "higher_better")
    ('better', 'same')
    """
    if math.isnan(here) or math.isnan(there):
        return "unknown"
    if direction == "neutral":
        return "neutral"
    if abs(here - there) <= SAME * max(abs(here), abs(there)):
        return "same"
    return "better" if (here > there) == (direction == "higher_better") else "worse"


def _fact(value: Value, definition: Definition, home: Home, language: Language) -> IndicatorFact:
    unit = language.text(definition.unit) if definition.unit else ""
    words = {"yes": language.gettext("yes"), "no": language.gettext("no")}
    return IndicatorFact(
        label=language.text(definition.label),
        value=words.get(value.value, f"{language.number(value.number)} {unit}".strip()),
        number=value.number,
        year=year_of(value.as_of),
        level=value.level,
        note=language.line(value.note),
        source=home.sources[value.source],
    )
