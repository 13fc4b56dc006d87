"""The HTML of the employers' page."""

from collections.abc import Iterable

from matcher.catalogue import Catalogue
from matcher.directory import Filters, matching
from matcher.language import Language
from matcher.portrait import OFFER_WORDS, SIZE_WORDS
from matcher.ranking import EmployerMatch, Result
from matcher.report import colleague
from pages.parts.regions import where
from pages.parts.templates import render
from pages.parts.visit import address_of

SHOWN = 30


def filter_choices(
    catalogue: Catalogue, employers: Iterable[EmployerMatch], speech: Language
) -> dict[str, list[tuple[str, str]]]:
    """Return what can be filtered by sector, offer and size: ids and words that occur."""
    entries = [match.organisation for match in employers]
    sectors = {sector for entry in entries for sector in entry.sectors}
    offers = {offer for entry in entries for offer in entry.offers}
    sizes = {entry.size for entry in entries}
    criteria = catalogue.region.questions.blocks[0].criteria
    return {
        "sector": [(c.id, speech.text(c.label)) for c in criteria if c.id in sectors],
        "offer": [(key, speech.gettext(w)) for key, w in OFFER_WORDS.items() if key in offers],
        "size": [(key, speech.gettext(w)) for key, w in SIZE_WORDS.items() if key in sizes],
    }


def employers_html(
    catalogue: Catalogue, result: Result, filters: Filters, shown: int, speech: Language
) -> str:
    """Return the filters and the entries they leave, at most ``shown``."""
    kept = where(catalogue, speech)
    found = matching(catalogue, result.employers, filters)
    rest = len(found) - shown
    return render(
        "employers.html",
        speech,
        filters=filters,
        filtered=bool(filters.text) or any(filters.values.values()),
        choices=filter_choices(catalogue, result.employers, speech),
        sites=[(site.id, site.short_name) for site in catalogue.region.sites],
        count=speech.ngettext("{n} entry", "{n} entries", len(found)).format(n=len(found)),
        ranked=len(result.wishes) > 0,
        entries=[(colleague(match, speech), match) for match in found[:shown]],
        more=speech.ngettext("Show {n} more", "Show {n} more", rest).format(n=rest)
        if rest > 0
        else "",
        links={
            site.id: address_of("/site", result.wishes, kept | {"site": site.id})
            for site in catalogue.region.sites
        },
        query=address_of("", result.wishes, kept),
    )
