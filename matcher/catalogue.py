"""A region as arrays: what is scored, made once when the region is loaded."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from matcher.criteria import criteria_transformer
from matcher.distance import kilometres
from matcher.model.organisations import Employer, Institute
from matcher.model.questions import Block, Criterion
from matcher.model.region import Region
from matcher.model.site import Site
from matcher.scoring import MatchScorer
from matcher.wishes import Wishes

Organisation = Employer | Institute
RELATED = 0.25


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A region with its fits and fitted scorers.

    Two catalogues are never equal, so that what follows from one can be kept by it.

    ``features`` has one row per site: the raw numbers behind each fit.
    ``places`` is the index of each organisation's site, ``rows`` that of each site by id.
    ``columns`` is the index of each criterion, ``tags`` the criteria that each organisation
    stands for: its sectors, its ways of working, its occupations.
    ``facts`` finds a row of the region's observations by municipality and indicator.
    """

    region: Region
    criteria: tuple[tuple[Block, Criterion], ...]
    features: pd.DataFrame
    sites: MatchScorer
    organisations: tuple[Organisation, ...]
    places: np.ndarray
    employers: MatchScorer
    rows: dict[str, int]
    columns: dict[str, int]
    tags: dict[str, frozenset[str]]
    facts: dict[tuple[str, str], Mapping[Hashable, Any]]

    def encode(self, wishes: Iterable[Wishes]) -> tuple[np.ndarray, np.ndarray]:
        """Return importances (n_people, n_criteria) and block weights (n_people, n_blocks)."""
        people = list(wishes)
        blocks = self.region.questions.blocks
        W = np.zeros((len(people), len(self.columns)))
        weights = np.ones((len(people), len(blocks)))
        for row, person in enumerate(people):
            for wish in person:
                W[row, self.columns[wish.criterion]] = wish.importance
            weights[row] = [person.weight(block.id) for block in blocks]
        return W, weights

    @property
    def block_ids(self) -> list[str]:
        """Ids of the blocks in the region's order."""
        return [block.id for block in self.region.questions.blocks]

    def criterion(self, criterion: str) -> Criterion:
        """Return a criterion by its id."""
        return self.criteria[self.columns[criterion]][1]

    def feature(self, site_id: str, name: str) -> float:
        """Return one raw number of a site, NaN where it is not known."""
        return float(self.features[name].array[self.rows[site_id]])


def make_catalogue(region: Region) -> Catalogue:
    """Compute every fit of a region and fit the two scorers."""
    blocks = region.questions.blocks
    criteria = tuple((block, criterion) for block in blocks for criterion in block.criteria)
    pairs = [(o, i) for i, site in enumerate(region.sites) for o in site.organisations]
    organisations = tuple(o for o, _ in pairs)
    places = np.array([i for _, i in pairs], dtype=int)
    tags = organisation_tags(region, organisations)
    presence = _presence(region, criteria, organisations, tags)
    features = site_features(region, presence, places)
    fits = criteria_transformer(region.questions).fit_transform(features)
    shape = [(block.rule, len(block.criteria)) for block in blocks]
    return Catalogue(
        region=region,
        criteria=criteria,
        features=features,
        sites=MatchScorer(blocks=shape).fit(fits),
        organisations=organisations,
        places=places,
        employers=MatchScorer(blocks=shape).fit(
            _organisation_fits(criteria, fits[places], presence)
        ),
        rows={site.id: i for i, site in enumerate(region.sites)},
        columns={criterion.id: j for j, (_, criterion) in enumerate(criteria)},
        tags=tags,
        facts={
            (row["municipality"], row["indicator"]): row
            for row in region.observations.to_dict("records")
        },
    )


def organisation_tags(
    region: Region, organisations: Iterable[Organisation]
) -> dict[str, frozenset[str]]:
    """Return the criteria that each organisation stands for, by its id."""
    titles = region.occupations.by_title() if region.occupations else {}
    return {
        o.id: frozenset(
            (*o.sectors, *o.work, *(titles.get(title.casefold(), "") for title in o.occupations))
        )
        for o in organisations
    }


def site_features(region: Region, presence: pd.DataFrame, places: np.ndarray) -> pd.DataFrame:
    """Collect the raw numbers of every site, one row per site in the region's order."""
    values = region.observations.pivot(index="municipality", columns="indicator", values="value")
    counts = np.zeros((len(region.sites), presence.shape[1]))
    np.add.at(counts, places, presence.to_numpy())
    columns: dict[str, object] = dict(zip(presence.columns + ":n", counts.T, strict=True))
    towns = [site.municipality for site in region.sites]
    here = [(s.position.latitude, s.position.longitude) for s in region.sites]
    for block in region.questions.blocks:
        for criterion in block.criteria:
            if criterion.distance:
                points = [(p.latitude, p.longitude) for p in criterion.distance.points]
                columns[f"{criterion.id}:km"] = kilometres(here, points).min(axis=1)
            for entry in criterion.indicators:
                columns[entry.indicator] = values[entry.indicator].reindex(towns).to_numpy()
            if criterion.kind == "evidence":
                columns[f"{criterion.id}:focus"] = [
                    _focus(site, block, criterion.id) for site in region.sites
                ]
    return pd.DataFrame(columns, index=[site.id for site in region.sites])


def _presence(
    region: Region,
    criteria: Iterable[tuple[Block, Criterion]],
    organisations: Sequence[Organisation],
    tags: Mapping[str, frozenset[str]],
) -> pd.DataFrame:
    """How far each organisation stands for each criterion of evidence, 0 to 1.

    An organisation that names an occupation counts fully for it; one that only shares a
    sector with it counts a quarter, because employers name few of their occupations.
    """
    related = region.occupations.occupations if region.occupations else {}
    strength = np.array([o.strength for o in organisations])
    columns = {}
    for _, criterion in criteria:
        if criterion.kind == "evidence":
            named = np.array([criterion.id in tags[o.id] for o in organisations], dtype=float)
            if criterion.id in related:
                sectors = related[criterion.id].sectors
                shares = [not tags[o.id].isdisjoint(sectors) for o in organisations]
                named = np.maximum(named, RELATED * np.array(shares))
            columns[criterion.id] = strength * named
    return pd.DataFrame(columns, index=range(len(organisations)))


def _focus(site: Site, block: Block, criterion: str) -> float:
    """What the site itself is known for: as a main or other sector, or by evidence."""
    levels = {entry.id: getattr(block.focus, entry.level) for entry in site.sectors}
    levels |= {entry.id: block.focus.present for entry in site.work}
    return float(levels.get(criterion, 0.0))


def _organisation_fits(
    criteria: tuple[tuple[Block, Criterion], ...], site_fits: np.ndarray, presence: pd.DataFrame
) -> np.ndarray:
    """An organisation has a sector or tag or has not; it shares its site's living."""
    fits = site_fits.copy()
    for j, (_, criterion) in enumerate(criteria):
        if criterion.kind == "evidence":
            fits[:, j] = presence[criterion.id]
    return fits
