"""How well each wish about living is met at a site, and by which figures of its town."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.model.site import Site
from matcher.reasons import IndicatorFact, indicator_fact
from matcher.standing import Strip, strip


@dataclass(frozen=True, slots=True)
class Living:
    """One wish about living at this site: how well it is met, and by which indicators."""

    label: str
    icon: str
    fit: float | None
    facts: tuple[IndicatorFact, ...]
    kilometres: str
    strips: tuple[Strip | None, ...]

    @property
    def compared(self) -> Iterable[tuple[IndicatorFact, Strip | None]]:
        """Each indicator, and how it stands among those of the other towns."""
        return zip(self.facts, self.strips, strict=True)


def living_at(catalogue: Catalogue, site: Site, language: Language) -> tuple[Living, ...]:
    """Return every wish about living, in the order in which they are asked."""
    row = catalogue.rows[site.id]
    found = []
    for j, (_, criterion) in enumerate(catalogue.criteria):
        if criterion.kind == "evidence":
            continue
        fit = catalogue.sites.fits_[row, j]
        kilometres = ""
        if criterion.distance:
            km = catalogue.feature(site.id, f"{criterion.id}:km")
            kilometres = language.gettext("{km} km as the crow flies.").format(
                km=language.number(round(km))
            )
        found.append(
            Living(
                label=language.text(criterion.label),
                icon=criterion.icon,
                fit=None if np.isnan(fit) else float(fit),
                facts=tuple(
                    indicator_fact(catalogue, site.municipality, entry.indicator, language)
                    for entry in criterion.indicators
                ),
                kilometres=kilometres,
                strips=tuple(
                    strip(catalogue, site.municipality, entry.indicator, language)
                    for entry in criterion.indicators
                ),
            )
        )
    return tuple(found)
