"""The whole audit, in one call."""

from dataclasses import dataclass

from matcher.audit.echoes import Echo, echoes
from matcher.audit.profiles import random_profiles
from matcher.audit.questions import QuestionEffect, Telling, effects, tellings
from matcher.audit.reachability import Reach, reachability
from matcher.audit.variants import Euclid, Twin, average_wins, euclid, twins
from matcher.audit.wins import SiteWins, count_wins
from matcher.catalogue import Catalogue
from matcher.model.region import Dominance
from matcher.reverse import pills

MOST_WINS = 0.25
TIMES_EQUAL = 3.25  # what a quarter is among 13 sites: so many times an equal share
PROFILES = 20_000
SEED = 1


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything the audit found; sites and questions in the region's order.

    ``most_wins`` is the share of wins that no site should exceed, ``average_wins`` that of an
    invented site with average fits; ``dominance`` is the exception that the pack explains.
    """

    region: str
    profiles: int
    seed: int
    most_wins: float
    wins: tuple[SiteWins, ...]
    reach: tuple[Reach, ...]
    questions: tuple[QuestionEffect, ...]
    echoes: tuple[Echo, ...]
    pairs: tuple[Telling, ...]
    euclid: Euclid
    twins: tuple[Twin, ...]
    average_wins: float
    dominance: Dominance | None = None

    @property
    def unreachable(self) -> tuple[str, ...]:
        """Sites that no wishes make first."""
        return tuple(reach.site for reach in self.reach if reach.shortest is None)

    @property
    def too_many_wins(self) -> tuple[str, ...]:
        """Sites that win more often than they should, or than the pack gives a reason for."""
        return tuple(entry.site for entry in self.wins if entry.wins > self._limit_of(entry.site))

    def _limit_of(self, site: str) -> float:
        explained = self.dominance is not None and self.dominance.site == site
        return self.dominance.up_to if self.dominance and explained else self.most_wins

    @property
    def passed(self) -> bool:
        """Whether every site can be first and none wins too often."""
        return not self.unreachable and not self.too_many_wins


def audit(catalogue: Catalogue, profiles: int = PROFILES, seed: int = SEED) -> Audit:
    """Ask the finder ``profiles`` random wishes and count; the same seed, the same numbers."""
    if profiles < 1:
        raise ValueError(f"profiles must be 1 or more. Got {profiles}.")
    asked = pills(catalogue)
    people = random_profiles(asked, profiles, seed)
    scores = asked.scorer.predict(people.wishes, people.weights)
    sites = catalogue.region.sites
    ids = [site.id for site in sites]
    return Audit(
        region=catalogue.region.profile.id,
        profiles=profiles,
        seed=seed,
        most_wins=most_wins(len(ids)),
        wins=count_wins(ids, asked.scorer.fits_, scores),
        reach=reachability(catalogue),
        questions=effects(asked, people, scores),
        echoes=echoes(asked),
        pairs=tellings(asked, sites),
        euclid=euclid(asked.scorer, ids, people, scores),
        twins=twins(asked.scorer, ids, people, scores),
        average_wins=average_wins(asked.scorer, people, scores),
        dominance=catalogue.region.profile.dominance,
    )


def most_wins(sites: int) -> float:
    """Return the share of wins no site should exceed: 25 %, with fewer than 13 sites more.

    Examples
    --------
    >>> most_wins(40), most_wins(13), most_wins(8), most_wins(2)
    (0.25, 0.25, 0.40625, 1.0)
    """
    return min(1.0, max(MOST_WINS, TIMES_EQUAL / sites))
