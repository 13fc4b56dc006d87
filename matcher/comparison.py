"""Two to four sites side by side, criterion by criterion."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.model.facts import Source
from matcher.model.questions import Block, Criterion
from matcher.model.site import Site
from matcher.ranking import Contribution, Result, SiteMatch
from matcher.reasons import explain, indicator_fact

MOST = 4
TELLING = 0.15  # smaller differences are not worth a row of their own


@dataclass(frozen=True, slots=True)
class Cell:
    """What one site has of one criterion; ``fit`` is None where it is not known."""

    fit: float | None
    words: str
    sources: tuple[Source, ...]
    best: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion, for every site that is compared; ``spread`` is the largest difference."""

    criterion: str
    label: str
    icon: str
    wished: bool
    spread: float
    cells: tuple[Cell, ...]


def compare(
    catalogue: Catalogue, result: Result, site_ids: Sequence[str], language: Language
) -> tuple[tuple[SiteMatch, ...], tuple[Row, ...]]:
    """Return the sites, and rows of criteria: wishes first, the largest differences on top.

    What is not wished for is only listed where the sites clearly differ in it. Unknown sites,
    repeated ones and those beyond the fourth are left out.
    """
    known = [site for site in dict.fromkeys(site_ids) if site in catalogue.rows][:MOST]
    matches = tuple(result.site(site) for site in known)
    wished = {wish.criterion for wish in result.wishes}
    rows = [
        _row(catalogue, matches, j, criterion.id in wished, language)
        for j, (block, criterion) in enumerate(catalogue.criteria)
        if matches and (criterion.id in wished or block.asked == "pills")
    ]
    kept = [row for row in rows if row.wished or row.spread >= TELLING]
    return matches, tuple(sorted(kept, key=lambda row: (not row.wished, -row.spread)))


def _row(
    catalogue: Catalogue,
    matches: Sequence[SiteMatch],
    column: int,
    wished: bool,
    language: Language,
) -> Row:
    block, criterion = catalogue.criteria[column]
    fits = catalogue.sites.fits_[[catalogue.rows[m.site.id] for m in matches], column]
    known = fits[~np.isnan(fits)]
    spread = float(known.max() - known.min()) if len(known) else 0.0
    cells = []
    for match, fit in zip(matches, fits, strict=True):
        value = None if np.isnan(fit) else float(fit)
        words, sources = _facts(catalogue, match.site, block, criterion, value, language)
        cells.append(
            Cell(
                fit=value,
                words=words,
                sources=sources,
                best=value is not None and spread >= TELLING and value >= known.max() - 1e-9,
            )
        )
    return Row(
        criterion=criterion.id,
        label=language.text(criterion.label),
        icon=criterion.icon,
        wished=wished,
        spread=spread,
        cells=tuple(cells),
    )


def _facts(
    catalogue: Catalogue,
    site: Site,
    block: Block,
    criterion: Criterion,
    fit: float | None,
    language: Language,
) -> tuple[str, tuple[Source, ...]]:
    """Quote the same figures for every site: a reason would pick those that say most."""
    if not criterion.indicators:
        part = Contribution(block.id, criterion.id, fit, 0.0, 0.0)
        reason = explain(catalogue, site, part, language)
        return reason.sentence, reason.sources
    facts = [
        indicator_fact(catalogue, site.municipality, entry.indicator, language)
        for entry in criterion.indicators
    ]
    words = ". ".join(f"{fact.label}: {fact.value} ({fact.year})" for fact in facts)
    sources = {fact.source.title: fact.source for fact in facts if fact.source}
    return f"{words}.", tuple(sources.values())
