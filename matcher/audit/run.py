"""The whole audit, in one call."""

from dataclasses import dataclass

from matcher.audit.echoes import Echo, echoes
from matcher.audit.profiles import random_profiles
from matcher.audit.questions import QuestionEffect, Telling, effects, tellings
from matcher.audit.reachability import Reach, reachability
from matcher.audit.variants import Euclid, Twin, average_wins, euclid, twins
from matcher.audit.wins import SiteWins, count_wins
from matcher.catalogue import Catalogue
from matcher.reverse import pills

MOST_WINS = 0.25
PROFILES = 20_000
SEED = 1


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything the audit found; sites and questions in the region's order.

    ``most_wins`` is the share of wins that no site should exceed, ``average_wins`` that of an
    invented site with average fits.
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

    @property
    def unreachable(self) -> tuple[str, ...]:
        """Sites that no wishes make first."""
        return tuple(reach.site for reach in self.reach if reach.shortest is None)

    @property
    def too_many_wins(self) -> tuple[str, ...]:
        """Sites that win more often than they should."""
        return tuple(entry.site for entry in self.wins if entry.wins > self.most_wins)

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
    )


def most_wins(sites: int) -> float:
    """Return the share of wins no site should exceed: 25 %, in a small region twice the mean."""
    return max(MOST_WINS, 2 / sites)
