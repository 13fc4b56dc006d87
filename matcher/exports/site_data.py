"""A site as plain data, for JSON: what is public of it, each fact with year and source."""

from collections.abc import Iterable
from typing import Any

from matcher.catalogue import Catalogue, Organisation
from matcher.language import Language
from matcher.model.facts import Link, Source, Sourced
from matcher.model.site import Site
from matcher.model.text import Text, year_of


def site_data(catalogue: Catalogue, site: Site, language: Language) -> dict[str, Any]:
    """Return a site as dicts and lists.

    Every key is named here: what editors note for each other is not, and stays inside.
    """
    said = language.text
    return {
        "region": catalogue.region.profile.id,
        "id": site.id,
        "name": site.name,
        "short_name": site.short_name,
        "place": site.place,
        "district": site.district,
        "municipality": catalogue.region.municipalities[site.municipality].name,
        "summary": said(site.summary),
        "notice": _said(site.notice, language),
        "website": _link(site.website),
        "contact": _link(site.contact),
        "address": {
            "street": site.address.street,
            "postal_code": site.address.postal_code,
            "city": site.address.city,
            **_origin(site, site.address),
        },
        "position": {
            "latitude": site.position.latitude,
            "longitude": site.position.longitude,
            "precision_m": site.position.precision_m,
            **_origin(site, site.position),
        },
        "operator": {"name": site.operator.name, **_origin(site, site.operator)},
        "award": {
            "title": site.award.title,
            "awarded_by": site.award.awarded_by,
            **_origin(site, site.award),
            "year": site.award.year,
        }
        if site.award
        else None,
        "sectors": [{"id": entry.id, "level": entry.level} for entry in site.sectors],
        "focus": [{"text": said(f.text), **_origin(site, f)} for f in site.focus],
        "work": [{"id": f.id, "text": said(f.text), **_origin(site, f)} for f in site.work],
        "figures": [
            {
                "id": figure.id,
                "label": said(figure.label),
                "qualifier": _said(figure.qualifier, language),
                "value": figure.value,
                "unit": _said(figure.unit, language),
                "note": _said(figure.note, language),
                **_origin(site, figure),
            }
            for figure in site.figures
        ],
        "living": [
            {"topic": fact.topic, "text": said(fact.text), **_origin(site, fact)}
            for fact in site.living
        ],
        "employers": _organisations(site, site.employers, language),
        "institutes": _organisations(site, site.institutes, language),
    }


def _organisations(
    site: Site, entries: Iterable[Organisation], language: Language
) -> list[dict[str, Any]]:
    return [_organisation(site, entry, language) for entry in entries if entry.shown]


def _organisation(site: Site, entry: Organisation, language: Language) -> dict[str, Any]:
    people = entry.employees
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "status": entry.status,
        "reason": _said(entry.status_reason, language),
        "location": entry.location,
        "activity": language.text(entry.activity),
        "sectors": list(entry.sectors),
        "work": list(entry.work),
        "occupations": list(entry.occupations),
        "occupations_basis": entry.occupations_basis,
        "offers": list(entry.offers),
        "size": entry.size,
        "people": {
            "qualifier": _said(people.qualifier, language),
            "value": people.value,
            **_origin(site, people),
        }
        if people
        else None,
        "website": _link(entry.website),
        "careers": _link(entry.careers),
        "note": _said(entry.note, language),
        "unverified": entry.confidence == "unverified",
        "sources": [_source(site.sources[source]) for source in entry.sources],
    }


def _origin(site: Site, fact: Sourced) -> dict[str, Any]:
    """Say when a fact was true, where it was read, and whether nobody has checked it."""
    source = site.sources[fact.source] if fact.source else None
    when = fact.as_of or (source.date if source else None)
    return {
        "year": year_of(when) if when else None,
        "source": _source(source) if source else None,
        "unverified": fact.confidence == "unverified",
    }


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, "url": source.url}


def _link(link: Link | None) -> dict[str, Any] | None:
    return {"url": link.url, "unverified": link.confidence == "unverified"} if link else None


def _said(text: Text | None, language: Language) -> str | None:
    return language.text(text) if text else None
