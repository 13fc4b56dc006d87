"""The HTML of the employers' page."""

from matcher.catalogue import Catalogue
from matcher.directory import Filters, matching
from matcher.language import Language
from matcher.portrait import OFFER_WORDS, SIZE_WORDS
from matcher.ranking import Result
from matcher.report import colleague
from pages.parts.templates import render
from pages.parts.visit import address_of

SHOWN = 30


def employers_html(
    catalogue: Catalogue, result: Result, filters: Filters, shown: int, speech: Language
) -> str:
    """Return the filters and the entries they leave, at most ``shown``."""
    found = matching(catalogue, result.employers, filters)
    rest = len(found) - shown
    block = catalogue.region.questions.blocks[0]
    used = {sector for match in result.employers for sector in match.organisation.sectors}
    return render(
        "employers.html",
        speech,
        filters=filters,
        filtered=bool(filters.text) or any(filters.values.values()),
        sectors=[(c.id, speech.text(c.label)) for c in block.criteria if c.id in used],
        offers=[(key, speech.gettext(words)) for key, words in OFFER_WORDS.items()],
        sizes=[(key, speech.gettext(words)) for key, words in SIZE_WORDS.items()],
        sites=[(site.id, site.short_name) for site in catalogue.region.sites],
        count=speech.ngettext("{n} entry", "{n} entries", len(found)).format(n=len(found)),
        ranked=len(result.wishes) > 0,
        entries=[(colleague(match, speech), match) for match in found[:shown]],
        more=speech.ngettext("Show {n} more", "Show {n} more", rest).format(n=rest)
        if rest > 0
        else "",
        links={
            site.id: address_of("/site", result.wishes, {"site": site.id})
            for site in catalogue.region.sites
        },
        query=address_of("", result.wishes),
    )
