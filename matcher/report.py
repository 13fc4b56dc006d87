"""A result in words: what every form of it (page, print, PDF) shows of a site."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from matcher.catalogue import Catalogue
from matcher.changes import differences
from matcher.language import N_, Language
from matcher.model.organisations import Organisation, Status
from matcher.model.site import Site
from matcher.ranking import Band, EmployerMatch, Result, SiteMatch
from matcher.reasons import Reason, reason_against, reasons_for

BAND_WORDS: dict[Band, str] = {
    "very-good": N_("fits very well"),
    "good": N_("fits well"),
    "partly": N_("fits in part"),
    "little": N_("fits little"),
}
STATUS_WORDS: dict[Status, str] = {
    "unconfirmed": N_("not confirmed recently"),
    "planned": N_("planned"),
    "closing": N_("closing"),
    "insolvent": N_("insolvent"),
}
LOCATION_WORDS = {
    "nearby": N_("near the site"),
    "doubtful": N_("location not certain"),
    "elsewhere": N_("works with the site from elsewhere"),
}
EMPLOYERS_ON_A_CARD = 3
NOTICEABLE = 0.02


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the table that takes a score apart; numbers as text."""

    label: str
    fit: str
    weight: str
    contribution: str
    to_first: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """An employer or institute as it is named beside a site."""

    organisation: Organisation
    activity: str
    caution: str


@dataclass(frozen=True, slots=True)
class SiteReport:
    """Everything a card says of a site."""

    site: Site
    summary: str
    rank: int
    rank_words: str
    band: Band
    band_words: str
    score: float
    reasons: tuple[tuple[str, Reason], ...]
    against: tuple[str, Reason] | None
    stability: str
    behind: str
    coverage: str
    well_covered: bool
    missed: tuple[str, ...]
    colleagues: tuple[Colleague, ...]
    parts: tuple[Part, ...]
    total: str
    total_to_first: str


def report(
    catalogue: Catalogue, result: Result, language: Language, detailed: int | None = None
) -> tuple[SiteReport, ...]:
    """Put every site of a result into words, in the order of the result.

    ``detailed`` sites (None: all) get the table of their score, their employers and what they
    have less than the first; the others are only listed, and a page is drawn with every answer.
    """
    ranks = Counter(match.rank for match in result.sites)
    return tuple(
        _site(
            catalogue,
            result,
            match,
            shared=ranks[match.rank] > 1,
            detailed=detailed is None or i < detailed,
            language=language,
        )
        for i, match in enumerate(result.sites)
    )


def colleague(match: EmployerMatch, language: Language) -> Colleague:
    """Put an employer or institute into words."""
    organisation = match.organisation
    return Colleague(
        organisation, language.text(organisation.activity), caution(organisation, language)
    )


def caution(organisation: Organisation, language: Language) -> str:
    """Say what is not normal about an entry, or nothing."""
    words = []
    if organisation.status_reason:
        words.append(language.text(organisation.status_reason))
    elif organisation.status in STATUS_WORDS:
        words.append(language.gettext(STATUS_WORDS[organisation.status]))
    if organisation.location in LOCATION_WORDS:
        words.append(language.gettext(LOCATION_WORDS[organisation.location]))
    return " · ".join(words)


def _site(
    catalogue: Catalogue,
    result: Result,
    match: SiteMatch,
    *,
    shared: bool,
    detailed: bool,
    language: Language,
) -> SiteReport:
    _ = language.gettext

    def label(criterion: str) -> str:
        return language.text(catalogue.criterion(criterion).label)

    first = result.sites[0]
    against = reason_against(catalogue, match, language)
    known = sum(part.fit is not None for part in match.contributions)
    here = result.employers_at(match.site.id) if detailed else ()
    strong = [each for each in here if each.organisation.strength][:EMPLOYERS_ON_A_CARD]
    taken_apart = match.contributions if detailed else ()
    place = _("Shared place {rank}") if shared else _("Place {rank}")
    return SiteReport(
        site=match.site,
        summary=language.text(match.site.summary),
        rank=match.rank,
        rank_words=place.format(rank=match.rank),
        band=match.band,
        band_words=_(BAND_WORDS[match.band]),
        score=match.score,
        reasons=tuple((label(r.criterion), r) for r in reasons_for(catalogue, match, language)),
        against=(label(against.criterion), against) if against else None,
        stability=_stability(match, language),
        behind=_behind(first, match, label, language) if detailed else "",
        coverage=_("{known} of {all} wishes checked").format(
            known=known, all=len(match.contributions)
        ),
        well_covered=match.well_covered,
        missed=tuple(label(criterion) for criterion in match.excluded_by),
        colleagues=tuple(colleague(each, language) for each in strong),
        parts=tuple(
            Part(
                label=label(part.criterion),
                fit=_("not known") if part.fit is None else language.share(part.fit),
                weight=language.share(part.weight),
                contribution=language.share(part.contribution),
                to_first=language.difference(part.contribution - other.contribution),
            )
            for part, other in zip(taken_apart, first.contributions, strict=False)
        ),
        total=language.share(match.score),
        total_to_first=language.difference(match.score - first.score),
    )


def _stability(match: SiteMatch, language: Language) -> str:
    """Say in tenths how often a site stays in front when wishes are meant a little differently."""
    first, top3 = round(10 * match.first_share), round(10 * match.top3_share)
    if not match.contributions or match.excluded_by:
        return ""
    if first == 10:
        return language.gettext("Stays in front in all small changes")
    if first and match.rank == 1:
        return language.gettext("Stays in front in {n} of 10 small changes").format(n=first)
    if first:
        return language.gettext("In front in {n} of 10 small changes").format(n=first)
    if top3 == 10:
        return language.gettext("Among the first three in all small changes")
    return language.gettext("Among the first three in {n} of 10 small changes").format(n=top3)


def _behind(
    first: SiteMatch, match: SiteMatch, label: Callable[[str], str], language: Language
) -> str:
    """Say in one sentence why a site stands behind the first, and where it is better."""
    if match is first or not match.contributions:
        return ""
    parts = differences(first, match)
    worse = [label(part.criterion) for part in parts if part.difference > NOTICEABLE]
    better = [label(part.criterion) for part in parts if part.difference < -NOTICEABLE]
    words = []
    if worse:
        words.append(
            language.gettext("Less than {first}: {wishes}.").format(
                first=first.site.short_name, wishes=language.all_of(worse[:2])
            )
        )
    if better:
        words.append(
            language.gettext("More than there: {wishes}.").format(
                wishes=language.all_of(better[:2])
            )
        )
    return " ".join(words)
