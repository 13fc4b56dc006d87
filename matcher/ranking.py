"""Put wishes and a region together: all sites in order, and who works there."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Literal

import numpy as np

from matcher.catalogue import Catalogue, Organisation
from matcher.model.site import Site
from matcher.stability import stability
from matcher.wishes import Wishes

ABOUT_EQUAL = 0.03
EQUAL = 1e-9
ENOUGH_COVERAGE = 0.6

Band = Literal["very-good", "good", "partly", "little"]
BANDS: tuple[tuple[float, Band], ...] = (
    (0.75, "very-good"),
    (0.55, "good"),
    (0.35, "partly"),
    (0.0, "little"),
)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one wish adds to a score; ``fit`` is None where it is not known."""

    block: str
    criterion: str
    fit: float | None
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class SiteMatch:
    """One site, how well it fits, and what its score is made of.

    ``coverage`` is the share of the wishes that could be checked. ``excluded_by`` names
    the musts that the site does not meet. ``first_share`` and ``top3_share`` say in how many
    small variations of the wishes the site is first, or among the first three.
    """

    rank: int
    site: Site
    score: float
    band: Band
    coverage: float
    excluded_by: tuple[str, ...]
    first_share: float
    top3_share: float
    contributions: tuple[Contribution, ...]

    @property
    def well_covered(self) -> bool:
        """Whether enough wishes could be checked to call the site first without a word."""
        return self.coverage >= ENOUGH_COVERAGE


@dataclass(frozen=True, slots=True)
class EmployerMatch:
    """One employer or institute, and how well it fits the same wishes."""

    rank: int
    organisation: Organisation
    site: Site
    score: float


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that follows from a region and one person's wishes."""

    wishes: Wishes
    sites: tuple[SiteMatch, ...]
    employers: tuple[EmployerMatch, ...]

    @property
    def first(self) -> tuple[SiteMatch, ...]:
        """The sites that share rank 1."""
        return tuple(match for match in self.sites if match.rank == 1)

    def site(self, site_id: str) -> SiteMatch:
        """Return the match of a site."""
        return next(match for match in self.sites if match.site.id == site_id)

    def employers_at(self, site_id: str) -> tuple[EmployerMatch, ...]:
        """Return the employers and institutes of a site, best first."""
        return tuple(match for match in self.employers if match.site.id == site_id)


@lru_cache(maxsize=16)  # more would cost more: Streamlit walks all that is kept after each run
def rank(catalogue: Catalogue, wishes: Wishes) -> Result:
    """Rank all sites and all employers and institutes of a region for one person.

    Sites within 0.03 of the first of their group share its rank; inside a group the order
    is drawn by a hash of the wish string, so that no site gains by its name. Sites that
    miss a must follow after all others. The last results are kept: a tap on the map asks anew
    with the same wishes.
    """
    W, weights = catalogue.encode([wishes])
    scores = catalogue.sites.predict(W, weights)[0]
    parts = catalogue.sites.contributions(W, weights)[0]
    shares = catalogue.sites.weights(W, weights)[0]
    excluded = excluded_by(catalogue, wishes)
    chosen = np.flatnonzero(W[0])
    able = np.array([not musts for musts in excluded])
    ids = [site.id for site in catalogue.region.sites]
    seed = str(wishes.scored)
    first, top3 = stability(catalogue.sites, W[0], weights[0], seed, ids, able)
    sites = []
    order = ordered(scores, ids, seed, ABOUT_EQUAL, [bool(musts) for musts in excluded])
    for position, i in order:
        fits = catalogue.sites.fits_[i, chosen]
        sites.append(
            SiteMatch(
                rank=position,
                site=catalogue.region.sites[i],
                score=float(scores[i]),
                band=band(scores[i]),
                coverage=float(np.mean(~np.isnan(fits))) if len(chosen) else 1.0,
                excluded_by=excluded[i],
                first_share=float(first[i]),
                top3_share=float(top3[i]),
                contributions=tuple(
                    Contribution(
                        block=catalogue.criteria[j][0].id,
                        criterion=catalogue.criteria[j][1].id,
                        fit=None if np.isnan(fit) else float(fit),
                        weight=float(shares[j]),
                        contribution=float(parts[i, j]),
                    )
                    for j, fit in zip(chosen, fits, strict=True)
                ),
            )
        )
    return Result(wishes, tuple(sites), rank_employers(catalogue, wishes))


def rank_employers(catalogue: Catalogue, wishes: Wishes) -> tuple[EmployerMatch, ...]:
    """Rank all employers and institutes by the same wishes."""
    W, weights = catalogue.encode([wishes])
    scores = catalogue.employers.predict(W, weights)[0] if len(catalogue.places) else np.empty(0)
    ids = [organisation.id for organisation in catalogue.organisations]
    return tuple(
        EmployerMatch(
            rank=position,
            organisation=catalogue.organisations[i],
            site=catalogue.region.sites[catalogue.places[i]],
            score=float(scores[i]),
        )
        for position, i in ordered(scores, ids, str(wishes.scored), EQUAL)
    )


def excluded_by(catalogue: Catalogue, wishes: Wishes) -> list[tuple[str, ...]]:
    """Name for each site the musts that it does not meet, or that nobody knows of it."""
    missed: list[list[str]] = [[] for _ in catalogue.region.sites]
    for wish in wishes:
        if wish.must:
            for i in np.flatnonzero(~_meets(catalogue, wish.criterion)):
                missed[i].append(wish.criterion)
    return [tuple(musts) for musts in missed]


def musts_met(catalogue: Catalogue, wishes: Wishes) -> np.ndarray:
    """Tell which sites meet every must, as bools of shape (n_sites,)."""
    met = np.ones(len(catalogue.region.sites), dtype=bool)
    for wish in wishes:
        if wish.must:
            met &= _meets(catalogue, wish.criterion)
    return met


def _meets(catalogue: Catalogue, criterion: str) -> np.ndarray:
    """Tell which sites meet one must; what is not known is not met."""
    column = catalogue.columns[criterion]
    met: np.ndarray = catalogue.sites.fits_[:, column] >= catalogue.criteria[column][0].must_from
    return met


def ordered(
    scores: np.ndarray,
    ids: list[str],
    seed: str,
    tolerance: float,
    last: list[bool] | None = None,
) -> list[tuple[int, int]]:
    """Return (rank, index) in the order of display, ties within ``tolerance`` sharing a rank."""
    draw = [sha256(f"{seed}\n{name}".encode()).digest() for name in ids]
    late = last or [False] * len(ids)
    score = scores.tolist()
    queue = sorted(range(len(ids)), key=lambda i: (late[i], -score[i], draw[i]))
    result: list[tuple[int, int]] = []
    start = 0
    while start < len(queue):
        first = queue[start]
        stop = start + 1
        while (
            stop < len(queue)
            and late[queue[stop]] == late[first]
            and score[first] - score[queue[stop]] <= tolerance + EQUAL
        ):
            stop += 1
        group = sorted(queue[start:stop], key=lambda i: draw[i])
        result += [(start + 1, i) for i in group]
        start = stop
    return result


def band(score: float) -> Band:
    """Say in one word how well a score fits."""
    return next(name for limit, name in BANDS if score >= limit - EQUAL)
