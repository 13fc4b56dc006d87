"""All that is known of one site, ready to be read: each fact with source and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matcher.catalogue import Catalogue
from matcher.language import N_, Language
from matcher.living import Living, living_at
from matcher.model.facts import Figure, LivingFact, Source, Sourced
from matcher.model.organisations import Offer, Organisation, Size
from matcher.model.site import Site
from matcher.model.text import year_of
from matcher.report import Colleague, caution

OLD_AFTER_YEARS = 3

TOPIC_WORDS = {
    "transport": N_("Getting around"),
    "nature": N_("Nature"),
    "housing": N_("Housing"),
    "education": N_("Education"),
    "family": N_("Family"),
    "culture": N_("Culture"),
    "sport": N_("Sport"),
    "health": N_("Health"),
    "shopping": N_("Shopping"),
    "community": N_("Community"),
}
SIZE_WORDS: dict[Size, str] = {
    "micro": N_("fewer than 10 people"),
    "small": N_("10 to 49 people"),
    "medium": N_("50 to 249 people"),
    "large": N_("250 people or more"),
}
OFFER_WORDS: dict[Offer, str] = {
    "jobs": N_("jobs"),
    "training": N_("vocational training"),
    "dual_study": N_("dual study"),
    "internship": N_("internships"),
    "student_job": N_("student jobs"),
    "working_student": N_("working students"),
    "thesis": N_("theses"),
    "phd": N_("doctorates"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact in words: label and value, or a sentence; its year and where it was read."""

    label: str
    value: str
    year: int | None
    old: bool
    source: Source | None
    unverified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Workplace:
    """An employer or institute with all that is shown of it."""

    entry: Colleague
    sectors: tuple[str, ...]
    size: str
    people: Statement | None
    offers: tuple[str, ...]
    occupations: tuple[str, ...]
    occupations_documented: bool
    note: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """Everything that the page of a site shows.

    ``travel`` is the one of ``facts`` that tells how to get there. What is of a year before
    ``old_before`` is marked as old.
    """

    site: Site
    summary: str
    notice: str
    sectors: tuple[str, ...]
    figures: tuple[Statement, ...]
    focus: tuple[Statement, ...]
    work: tuple[Statement, ...]
    facts: tuple[tuple[str, tuple[Statement, ...]], ...]
    travel: tuple[Statement, ...]
    address: Statement
    position: Statement
    living: tuple[Living, ...]
    employers: tuple[Workplace, ...]
    institutes: tuple[Workplace, ...]
    sources: tuple[Source, ...]
    municipality: str
    old_before: int


def portrait(catalogue: Catalogue, site: Site, language: Language, today: date) -> Portrait:
    """Collect what is known of a site; facts older than three years are marked as old."""
    text = language.text
    sectors = {c.id: text(c.label) for _, c in catalogue.criteria}

    def state(entry: Sourced, label: str, value: str = "", note: str = "") -> Statement:
        return _statement(site, entry, label, value, today, note)

    around = {
        topic: tuple(state(fact, text(fact.text)) for fact in _about(site.living, topic))
        for topic in dict.fromkeys(fact.topic for fact in site.living)
    }
    return Portrait(
        site=site,
        summary=text(site.summary),
        notice=text(site.notice) if site.notice else "",
        sectors=tuple(sectors[entry.id] for entry in site.sectors),
        figures=tuple(
            state(f, text(f.label), _figure(f, language), text(f.note) if f.note else "")
            for f in site.figures
        ),
        focus=tuple(state(entry, text(entry.text)) for entry in site.focus),
        work=tuple(state(entry, sectors[entry.id], text(entry.text)) for entry in site.work),
        facts=tuple((language.gettext(TOPIC_WORDS[t]), told) for t, told in around.items()),
        travel=around.get("transport", ()),
        address=state(site.address, "", _address(site)),
        position=state(site.position, ""),
        living=living_at(catalogue, site, language),
        employers=_workplaces(site, site.employers, sectors, language, today),
        institutes=_workplaces(site, site.institutes, sectors, language, today),
        sources=tuple(site.sources.values()),
        municipality=catalogue.region.municipalities[site.municipality].name,
        old_before=today.year - OLD_AFTER_YEARS,
    )


def _about(facts: Iterable[LivingFact], topic: str) -> list[LivingFact]:
    return [fact for fact in facts if fact.topic == topic]


def _statement(
    site: Site, entry: Sourced, label: str, value: str, today: date, note: str = ""
) -> Statement:
    source = site.sources[entry.source] if entry.source else None
    when = entry.as_of or (source.date if source else None)
    year = year_of(when) if when else None
    return Statement(
        label=label,
        value=value,
        year=year,
        old=year is not None and today.year - year > OLD_AFTER_YEARS,
        source=source,
        unverified=entry.confidence == "unverified",
        note=note,
    )


def _address(site: Site) -> str:
    town = f"{site.address.postal_code} {site.address.city}"
    return ", ".join(filter(None, (site.address.street, town)))


def _figure(figure: Figure, language: Language) -> str:
    number = str(round(figure.value)) if figure.unit is None else language.number(figure.value)
    qualifier = language.text(figure.qualifier) if figure.qualifier else ""
    unit = language.text(figure.unit) if figure.unit else ""
    return " ".join(filter(None, (qualifier, number, unit)))


def _workplaces(
    site: Site,
    organisations: Iterable[Organisation],
    sectors: dict[str, str],
    language: Language,
    today: date,
) -> tuple[Workplace, ...]:
    shown = sorted(
        (o for o in organisations if o.shown),
        key=lambda o: (-o.strength, -(o.employees.value if o.employees else 0), o.name.casefold()),
    )
    return tuple(_workplace(site, o, sectors, language, today) for o in shown)


def _workplace(
    site: Site,
    organisation: Organisation,
    sectors: dict[str, str],
    language: Language,
    today: date,
) -> Workplace:
    people = None
    if organisation.employees:
        count = language.number(organisation.employees.value)
        qualifier = organisation.employees.qualifier
        value = f"{language.text(qualifier)} {count}" if qualifier else count
        people = _statement(site, organisation.employees, language.gettext("People"), value, today)
    return Workplace(
        entry=Colleague(
            organisation, language.text(organisation.activity), caution(organisation, language)
        ),
        sectors=tuple(sectors[sector] for sector in organisation.sectors),
        size=language.gettext(SIZE_WORDS[organisation.size]) if organisation.size else "",
        people=people,
        offers=tuple(language.gettext(OFFER_WORDS[offer]) for offer in organisation.offers),
        occupations=tuple(map(language.line, organisation.occupations)),
        occupations_documented=organisation.occupations_basis == "documented",
        note=language.text(organisation.note) if organisation.note else "",
        sources=tuple(site.sources[source] for source in organisation.sources),
    )
