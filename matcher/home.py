"""Compare a site with where somebody lives now, figure by figure."""

import math
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from matcher.catalogue import Catalogue
from matcher.distance import kilometres
from matcher.language import Language
from matcher.model.facts import Source
from matcher.model.indicators import Definition
from matcher.model.text import year_of
from matcher.pack.homes import Home, Homes, Value, load_homes
from matcher.reasons import IndicatorFact, indicator_fact

__all__ = ["Comparison", "Home", "Homes", "compare_home", "distance_km", "find_home", "load_homes"]

MOST = 5
LONGEST = 100  # letters that are read; no place has more
ALIKE = 0.7  # a name that shares this part of its letters, in order, may be meant
SAME = 0.03  # figures closer than this part of the larger one count as equal
UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
SPELT_UMLAUT = re.compile(r"([aou])e")  # "Goerlitz" is "Görlitz"; both become "gorlitz"

Verdict = Literal["better", "worse", "same", "neutral", "unknown"]


def find_home(homes: Homes, query: str) -> tuple[Home, ...]:
    """Return at most five places that a name, its start, a typo of it or a postcode may mean."""
    wanted = _fold(query[:LONGEST])
    if not wanted:
        return ()
    if wanted.isdigit():
        found = [home for home in homes.values() if home.city.postcode.startswith(wanted)]
        return tuple(found[:MOST])
    scores = {id_: _alike(wanted, _fold(home.city.name)) for id_, home in homes.items()}
    order = sorted(homes, key=lambda id_: -scores[id_])
    return tuple(homes[id_] for id_ in order[:MOST] if scores[id_] >= ALIKE)


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
        note=value.note,
        source=home.sources[value.source],
    )


def _alike(wanted: str, name: str) -> float:
    """2 for the start of a name, 1 for that of a word in it, else the share of equal letters."""
    if name.startswith(wanted):
        return 2.0
    if any(word.startswith(wanted) for word in name.split()):
        return 1.0
    forms = (name, name.split()[0])
    return max(SequenceMatcher(None, form, wanted, autojunk=False).ratio() for form in forms)


def _fold(text: str) -> str:
    plain = SPELT_UMLAUT.sub(r"\1", text.casefold().translate(UMLAUTS))
    return " ".join(re.findall(r"[a-z0-9]+", plain))
