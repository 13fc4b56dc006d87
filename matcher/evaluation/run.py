"""Ask the program every case of a file, and measure its answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import numpy as np

from matcher.catalogue import Catalogue
from matcher.errors import PackError, Problem
from matcher.evaluation.hit_rate import hit_rate
from matcher.evaluation.ndcg import ndcg
from matcher.evaluation.rank_overlap import rank_overlap
from matcher.evaluation.reciprocal_rank import reciprocal_rank
from matcher.model.cases import Case, Cases, SavedRanks
from matcher.model.region import Region
from matcher.pack.document import Document, read_document
from matcher.pack.records import make_record
from matcher.ranking import rank
from matcher.wishes import parse_wishes, read_wishes

CASES_FILE = "cases.yaml"
FIGURES = ("hit@1", "hit@3", "ndcg@3", "reciprocal_rank")
Ranks = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case and the program's answer.

    ``ranks`` holds every site. A site that a must keeps out is not found: ``found`` is
    without it. A hit is a site of the highest grade; ``figures`` has a value for each name
    in FIGURES.
    """

    case: Case
    ranks: dict[str, int]
    found: dict[str, int]
    figures: dict[str, float]

    @property
    def rank_of_best(self) -> int | None:
        """The best rank of a site of the highest grade, None where a must keeps all out."""
        return min((self.found[site] for site in self.case.best & self.found.keys()), default=None)

    @property
    def first(self) -> list[str]:
        """The sites that share rank 1, by name."""
        return sorted(site for site, position in self.found.items() if position == 1)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The answers to all cases."""

    results: tuple[CaseResult, ...]

    @property
    def means(self) -> dict[str, float]:
        """The mean of every figure over the cases; that of the reciprocal rank is the MRR."""
        return {
            name: float(np.mean([result.figures[name] for result in self.results]))
            for name in FIGURES
        }

    @property
    def ranks(self) -> dict[str, dict[str, int]]:
        """The ranks of all sites in every case, to be compared with another version."""
        return {result.case.id: result.ranks for result in self.results}

    def overlap(self, other: Ranks) -> float | None:
        """Return the mean rank-biased overlap over the cases that another version has too.

        ``other`` is the ``ranks`` of an evaluation with another catalogue, or a saved one.
        None where no case is in both.
        """
        shared = [case for case in self.ranks if case in other]
        overlaps = [rank_overlap(self.ranks[case], other[case]) for case in shared]
        return float(np.mean(overlaps)) if overlaps else None


def evaluate(catalogue: Catalogue, cases: Cases) -> Evaluation:
    """Rank the sites for every case, and measure how far that is what the case expects.

    Raises
    ------
    WishError
        If a case asks for something that the region does not know; read_cases says so first.
    """
    return Evaluation(tuple(_result(catalogue, case) for case in cases.cases))


def read_cases(path: Path, region: Region) -> Cases:
    """Read a file of cases for a region.

    Raises
    ------
    PackError
        With every fault as ``path:line: field: what is wrong``: of the file's form, or of
        wishes and sites that the region does not know.
    """
    document = read_document(path)
    cases = make_record(document, Cases)
    if problems := list(_problems(document, cases, region)):
        raise PackError(problems)
    return cases


def read_ranks(path: Path, region: Region) -> Ranks:
    """Read the ranks from what ``evaluate --format json`` printed; JSON is YAML enough.

    Raises
    ------
    PackError
        If the file is something else, or was printed for another region.
    """
    document = read_document(path)
    saved = make_record(document, SavedRanks)
    if saved.region != region.profile.id:
        fault = f"these are ranks of {saved.region!r}, not of {region.profile.id!r}"
        raise PackError([document.problem(("region",), fault)])
    return saved.ranks


def _result(catalogue: Catalogue, case: Case) -> CaseResult:
    wishes = parse_wishes(case.wishes, catalogue.region.questions)
    sites = rank(catalogue, wishes).sites
    found = {match.site.id: match.rank for match in sites if not match.excluded_by}
    values = (
        hit_rate(found, case.best, k=1),
        hit_rate(found, case.best, k=3),
        ndcg(found, case.acceptable, k=3),
        reciprocal_rank(found, case.best),
    )
    return CaseResult(
        case=case,
        ranks={match.site.id: match.rank for match in sites},
        found=found,
        figures=dict(zip(FIGURES, values, strict=True)),
    )


def _problems(document: Document, cases: Cases, region: Region) -> Iterator[Problem]:
    known = [site.id for site in region.sites]
    for i, case in enumerate(cases.cases):
        wishes, faults = read_wishes(case.wishes, region.questions)
        for fault in faults:
            yield document.problem(("cases", i, "wishes"), str(fault))
        if not wishes and not faults:
            yield document.problem(("cases", i, "wishes"), "a case wishes for something")
        for site in case.acceptable:
            if site not in known:
                near = get_close_matches(site, known, n=3)
                hint = f" Near: {', '.join(near)}." if near else ""
                place = ("cases", i, "acceptable", site)
                yield document.problem(place, f"there is no site {site!r}.{hint}")
