"""The portrait of a site on paper: each fact with its source and year."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from babel.dates import format_date

from matcher.catalogue import Catalogue
from matcher.exports.pdf.printing import print_pdf, source_words
from matcher.exports.qr import qr_svg
from matcher.language import Language
from matcher.living import Living
from matcher.model.facts import Link, Source
from matcher.model.site import Site
from matcher.motif import motif_svg, scene_of
from matcher.portrait import OLD_AFTER_YEARS, Portrait, Statement, Workplace, portrait
from matcher.reasons import IndicatorFact


def site_pdf(catalogue: Catalogue, site: Site, language: Language, today: date, link: str) -> bytes:
    """Return a site's portrait as a tagged PDF; ``link`` leads to its page.

    Facts that are older than three years on the day ``today`` are marked.
    """
    _ = language.gettext
    profile = catalogue.region.profile
    known = portrait(catalogue, site, language, today)
    marks = {source: str(number) for number, source in enumerate(known.sources, 1)}
    living = [_living(entry, marks, today, language) for entry in known.living]  # adds its sources
    in_browser = _("QR code: opens the page of this site")
    return print_pdf(
        "site.typ",
        {
            "lang": language.code,
            "title": f"{site.name} – {language.text(profile.name)}",
            "heading": site.name,
            "brand": f"{language.text(profile.sites_word)} {language.text(profile.name)}",
            "lead": f"{site.place} · {site.district}",
            "link": link,
            "qr": qr_svg(link, in_browser) if link else "",
            "motif": motif_svg(scene_of(catalogue, site)),
            "summary": known.summary,
            "notice": known.notice,
            "sectors": known.sectors,
            "figures": _statements(known.figures, marks, language),
            "groups": _groups(known, marks, language),
            "employers": [_workplace(entry, marks, language) for entry in known.employers],
            "institutes": [_workplace(entry, marks, language) for entry in known.institutes],
            "living": living,
            "contact": _contact(site, language),
            "sources": [
                {
                    "mark": mark,
                    "title": source.title,
                    "words": source_words(source) if source.publisher else "",
                    "url": source.url,
                }
                for source, mark in marks.items()
            ],
            "words": {
                "figures": _("In figures"),
                "employers": _("Employers"),
                "institutes": _("Research and teaching"),
                "living": _("Figures of {town}").format(town=known.municipality),
                "living_head": [_("Wish"), _("Fit"), _("Figures")],
                "living_note": _(
                    "The bar shows how far the wish is met here, from not at all to fully."
                ),
                "contact": _("Address and operator"),
                "sources": _("Sources"),
                "qr": in_browser,
                "scan": _("Scan it for the page of this site"),
                "method": _(
                    "The year stands behind a fact; "
                    "* means that on {day} it was older than three years."
                ).format(day=format_date(today, "long", locale=language.locale)),
            },
        },
    )


def _origin(
    year: int | None,
    old: bool,
    source: Source | None,
    unverified: bool,
    marks: dict[Source, str],
    language: Language,
) -> str:
    """Say when and where a fact was read: (2021*) [3]."""
    said = [f"{year}{'*' if old else ''}"] if year else []
    if unverified:
        said.append(language.gettext("not verified"))
    mark = f"[{marks.setdefault(source, str(len(marks) + 1))}]" if source else ""
    return " ".join(filter(None, (f"({', '.join(said)})" if said else "", mark)))


def _statement(entry: Statement, marks: dict[Source, str], language: Language) -> dict[str, str]:
    origin = _origin(entry.year, entry.old, entry.source, entry.unverified, marks, language)
    return {"label": entry.label, "value": entry.value, "note": entry.note, "origin": origin}


def _statements(
    entries: Iterable[Statement], marks: dict[Source, str], language: Language
) -> list[dict[str, str]]:
    return [_statement(entry, marks, language) for entry in entries]


def _groups(known: Portrait, marks: dict[Source, str], language: Language) -> list[dict[str, Any]]:
    """Return the lists of sentences: what the site is known for, its work, the life around."""
    _ = language.gettext
    groups = [
        (_("What the site is known for"), [("", known.focus)]),
        (_("How people work here"), [("", known.work)]),
        (_("Living around it"), list(known.facts)),
    ]
    return [
        {
            "title": title,
            "topics": [
                {"title": topic, "facts": _statements(facts, marks, language)}
                for topic, facts in topics
                if facts
            ],
        }
        for title, topics in groups
        if any(facts for _topic, facts in topics)
    ]


def _workplace(entry: Workplace, marks: dict[Source, str], language: Language) -> dict[str, str]:
    people = ""
    if entry.people:
        told = _statement(entry.people, marks, language)
        people = f"{told['label']}: {told['value']} {told['origin']}"
    sources = "".join(f"[{marks[source]}]" for source in entry.sources)
    return {
        "name": entry.entry.organisation.name,
        "activity": entry.entry.activity,
        "caution": entry.entry.caution,
        "note": entry.note,
        "details": " · ".join(filter(None, [*entry.sectors, people or entry.size, *entry.offers])),
        "origin": sources or f"({language.gettext('not verified')})",
    }


def _living(
    entry: Living, marks: dict[Source, str], today: date, language: Language
) -> dict[str, Any]:
    def told(fact: IndicatorFact) -> str:
        levels = {"municipality": "", "district": language.gettext("value of the district")}
        other = language.gettext("value of the municipal association")
        old = today.year - fact.year > OLD_AFTER_YEARS
        origin = _origin(fact.year, old, fact.source, False, marks, language)
        said = [f"{fact.label}: {fact.value} {origin}", levels.get(fact.level, other), fact.note]
        return " · ".join(filter(None, said))

    words = language.gettext("not known")
    if entry.fit is not None:
        words = f"{round(100 * entry.fit)} %"
    return {
        "label": entry.label,
        "share": entry.fit,
        "words": words,
        "facts": [*filter(None, [entry.kilometres]), *map(told, entry.facts)],
    }


def _contact(site: Site, language: Language) -> list[dict[str, str]]:
    """Return address, operator, award and web pages, line by line."""
    _ = language.gettext
    address = site.address
    street = f"{address.street}, " if address.street else ""
    unsure = f" ({_('not verified')})" if address.confidence == "unverified" else ""
    about = f": {language.text(site.operator.text)}" if site.operator.text else ""

    def line(link: Link) -> dict[str, str]:
        unsure = f" ({_('address not verified')})" if link.confidence == "unverified" else ""
        return {"url": link.url, "words": link.url, "after": unsure}

    return [
        {"url": "", "words": f"{street}{address.postal_code} {address.city}", "after": unsure},
        {"url": "", "words": f"{site.operator.name}{about}", "after": ""},
        *(
            {
                "url": "",
                "words": _("{title} since {year}, awarded by: {by}").format(
                    title=award.title, year=award.year, by=award.awarded_by
                ),
                "after": "",
            }
            for award in [site.award]
            if award
        ),
        *(line(link) for link in (site.website, site.contact) if link),
    ]
