"""Whether each site can be first at all, and the shortest wishes that make it so."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue
from matcher.reverse import reverse


@dataclass(frozen=True, slots=True)
class Reach:
    """The shortest wish string that makes a site first, None if there is none.

    ``alone``: no other site is within 0.03. ``margin``: the lead over the next, 0 to 1.
    """

    site: str
    shortest: str | None
    alone: bool
    margin: float


def reachability(catalogue: Catalogue) -> tuple[Reach, ...]:
    """Look for every site, in the region's order."""
    found = [reverse(catalogue, site.id) for site in catalogue.region.sites]
    return tuple(
        Reach(
            site=way.site,
            shortest=None if way.shortest is None else str(way.shortest),
            alone=way.alone,
            margin=way.margin,
        )
        for way in found
    )
