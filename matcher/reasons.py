"""Say in sentences why a site fits, and what does not: templates, no language model.

Each sentence carries the figures behind it, so that a reader can check it.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matcher.catalogue import Catalogue, Organisation
from matcher.criteria import anchored_fit, feature_names
from matcher.language import Language
from matcher.model.facts import Source
from matcher.model.occupations import Occupation
from matcher.model.questions import Criterion
from matcher.model.site import Site
from matcher.model.text import year_of
from matcher.ranking import Contribution, SiteMatch

FITS_FROM = 0.5
MOST_REASONS = 3
NAMED = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """One wish at one site, in words. ``fits`` tells for or against."""

    criterion: str
    fits: bool
    sentence: str
    sources: tuple[Source, ...]


def reasons_for(catalogue: Catalogue, match: SiteMatch, language: Language) -> tuple[Reason, ...]:
    """Return the two or three wishes that add most, those met at least by half."""
    good = [part for part in match.contributions if part.fit is not None and part.fit >= FITS_FROM]
    good.sort(key=lambda part: -part.contribution)
    return tuple(explain(catalogue, match.site, part, language) for part in good[:MOST_REASONS])


def reason_against(catalogue: Catalogue, match: SiteMatch, language: Language) -> Reason | None:
    """Return the wish that costs most: a missed must, else the largest loss below half."""
    missed = [part for part in match.contributions if part.criterion in match.excluded_by]
    poor = [part for part in match.contributions if part.fit is not None and part.fit < FITS_FROM]
    candidates = missed or poor
    if not candidates:
        return None
    worst = max(candidates, key=lambda part: part.weight - part.contribution)
    return explain(catalogue, match.site, worst, language)


def explain(catalogue: Catalogue, site: Site, part: Contribution, language: Language) -> Reason:
    """Put one wish at one site into a sentence with its figures."""
    return _explain(catalogue, site.id, part.criterion, part.fit, language)


@lru_cache(maxsize=8192)
def _explain(
    catalogue: Catalogue, site_id: str, wish: str, fit: float | None, language: Language
) -> Reason:
    """Say it once: whoever has the same wish reads the same sentence of a site."""
    criterion = catalogue.criterion(wish)
    site = catalogue.region.sites[catalogue.rows[site_id]]
    sources: list[Source] = []
    if fit is None:
        sentence = language.gettext("Not known here.")
    elif criterion.kind == "evidence":
        sentence, sources = _evidence(catalogue, site, criterion, language)
    elif criterion.distance:
        sentence = _distance(catalogue, site, criterion, language)
    else:
        sentence, sources = _indicator(catalogue, site, criterion, fit, language)
    fits = fit is not None and fit >= FITS_FROM
    return Reason(criterion.id, fits, sentence, tuple(sources))


def organisations_for(catalogue: Catalogue, site: Site, criterion: str) -> list[Organisation]:
    """Return who at a site stands for a sector, way of working or occupation, strongest first."""
    found = [o for o in site.organisations if criterion in catalogue.tags[o.id] and o.strength]
    return sorted(
        found,
        key=lambda o: (
            -o.strength,
            -(o.employees.value if o.employees else 0),
            (*o.sectors, criterion).index(criterion),
        ),
    )


def _evidence(
    catalogue: Catalogue, site: Site, criterion: Criterion, language: Language
) -> tuple[str, list[Source]]:
    found = organisations_for(catalogue, site, criterion.id)
    named, rest = found[:NAMED], len(found) - NAMED
    sources = [site.sources[s] for o in named for s in o.sources[:1]]
    if rest > 0:
        sentence = language.ngettext(
            "{names} and {n} other.", "{names} and {n} others.", rest
        ).format(names=", ".join(o.name for o in named), n=rest)
        return sentence, sources
    if named:
        only = language.gettext("Only {names}.") if rest < 0 else "{names}."
        return only.format(names=language.all_of(o.name for o in named)), sources
    occupations = catalogue.region.occupations
    if occupations and criterion.id in occupations.occupations:
        return _same_field(site, occupations.occupations[criterion.id], language), []
    own = [entry for entry in site.work if entry.id == criterion.id]
    if own:
        return (
            f"{language.text(own[0].text)}.",
            [site.sources[own[0].source]] if own[0].source else [],
        )
    if catalogue.feature(site.id, f"{criterion.id}:focus"):
        return language.gettext("Named in the site's profile, but no employer is on record."), []
    return language.gettext("No employer or institute on record."), []


def _same_field(site: Site, occupation: Occupation, language: Language) -> str:
    """Nobody names the occupation: say how many are of its field all the same."""
    related = sum(
        not set(occupation.sectors).isdisjoint(o.sectors) for o in site.organisations if o.strength
    )
    if not related:
        return language.gettext("Nobody on record in this field.")
    return language.ngettext(
        "Nobody on record names it, but {n} is of this field.",
        "Nobody on record names it, but {n} are of this field.",
        related,
    ).format(n=related)


def _distance(catalogue: Catalogue, site: Site, criterion: Criterion, language: Language) -> str:
    km = catalogue.feature(site.id, feature_names(criterion)[0])
    return language.gettext("{km} km as the crow flies.").format(km=language.number(round(km)))


def _indicator(
    catalogue: Catalogue, site: Site, criterion: Criterion, fit: float, language: Language
) -> tuple[str, list[Source]]:
    """Quote the indicator that says most: the best one for a reason, the worst one against."""
    values = [catalogue.feature(site.id, name) for name in feature_names(criterion)]
    fits = [
        float(anchored_fit([[value]], [(entry.worst, entry.best)])[0, 0])
        for value, entry in zip(values, criterion.indicators, strict=True)
    ]
    pick = int(np.nanargmax(fits) if fit >= FITS_FROM else np.nanargmin(fits))
    fact = indicator_fact(
        catalogue, site.municipality, criterion.indicators[pick].indicator, language
    )
    return (f"{fact.label}: {fact.value} ({fact.year}).", [fact.source] if fact.source else [])


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    """One indicator of one municipality, ready to be read."""

    label: str
    value: str
    number: float
    year: int
    level: str
    note: str
    source: Source | None


def indicator_fact(
    catalogue: Catalogue, municipality: str, indicator: str, language: Language
) -> IndicatorFact:
    """Return an indicator's value with unit, year, level and source."""
    row = catalogue.facts[municipality, indicator]
    definition = catalogue.region.definitions.indicators[indicator]
    unit = language.text(definition.unit) if definition.unit else ""
    number = float(row["value"])
    if row["text"] in ("yes", "no"):
        value = language.gettext("yes") if number else language.gettext("no")
    elif np.isnan(number):
        value = str(row["text"])
    else:
        value = f"{language.number(number)} {unit}".strip()
    return IndicatorFact(
        label=language.text(definition.label),
        value=value,
        number=number,
        year=year_of(row["as_of"]),
        level=str(row["level"]),
        note=language.line(str(row["note"])),
        source=catalogue.region.definitions.sources.get(row["source"]),
    )
