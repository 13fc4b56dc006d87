"""What a table says: a result, or who works at a site, in words and in rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matcher.catalogue import Catalogue
from matcher.exports.table import Row
from matcher.language import N_, Language
from matcher.model.site import Site
from matcher.portrait import Workplace, portrait
from matcher.ranking import Result
from matcher.reasons import Reason
from matcher.report import STATUS_WORDS, report

KIND_WORDS = {
    "employer": N_("employer"),
    "fraunhofer": N_("institute (Fraunhofer)"),
    "helmholtz": N_("institute (Helmholtz)"),
    "leibniz": N_("institute (Leibniz)"),
    "max-planck": N_("institute (Max Planck)"),
    "university": N_("university"),
    "other": N_("other institute"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title; fractions are floats, to be shown with two decimals."""

    title: str
    header: Sequence[str]
    rows: Sequence[Row]


def result_sheet(catalogue: Catalogue, result: Result, language: Language) -> Sheet:
    """List all sites in the order of a result."""
    _ = language.gettext
    header = (
        _("Rank"),
        language.text(catalogue.region.profile.site_word),
        _("Town"),
        _("How well it fits"),
        _("Score (0 to 1)"),
        _("Share of wishes checked"),
        _("First reason"),
        _("Against it"),
        _("Musts that are missed"),
    )
    asked = len(result.wishes) > 0  # without wishes a score says nothing
    rows = [
        (
            entry.rank,
            entry.site.name,
            entry.site.place,
            entry.band_words if asked else "",
            float(entry.score) if asked else "",
            float(match.coverage) if asked else "",
            _said(entry.reasons[0] if entry.reasons else None),
            _said(entry.against),
            ", ".join(entry.missed),
        )
        for entry, match in zip(
            report(catalogue, result, language, detailed=0), result.sites, strict=True
        )
    ]
    return Sheet(_("Result"), header, rows)


def employers_sheet(catalogue: Catalogue, site: Site, language: Language, today: date) -> Sheet:
    """List everybody who works at a site and may be shown."""
    _ = language.gettext
    header = (
        _("Name"),
        _("Kind"),
        _("Status"),
        _("Remark"),
        _("Activity"),
        _("Sectors"),
        _("Occupations"),
        _("Offers"),
        _("Size"),
        _("Web page"),
        _("Sources"),
    )
    found = portrait(catalogue, site, language, today)
    kinds = {entry.id: _(KIND_WORDS[entry.kind]) for entry in site.organisations}
    rows = [_workplace(entry, kinds, language) for entry in (*found.employers, *found.institutes)]
    return Sheet(_("Employers and institutes"), header, rows)


def _workplace(workplace: Workplace, kinds: dict[str, str], language: Language) -> Row:
    organisation = workplace.entry.organisation
    status = STATUS_WORDS.get(organisation.status, N_("active"))
    return (
        organisation.name,
        kinds[organisation.id],
        language.gettext(status),
        workplace.entry.caution,
        workplace.entry.activity,
        ", ".join(workplace.sectors),
        ", ".join(workplace.occupations),
        ", ".join(workplace.offers),
        workplace.size,
        organisation.website.url if organisation.website else "",
        " ".join(source.url for source in workplace.sources),
    )


def _said(reason: tuple[str, Reason] | None) -> str:
    return f"{reason[0]}: {reason[1].sentence}" if reason else ""
