"""The HTML of the comparison."""

from collections.abc import Sequence

from matcher.catalogue import Catalogue
from matcher.comparison import compare
from matcher.language import Language
from matcher.ranking import Result
from matcher.report import report
from pages.parts.regions import where
from pages.parts.templates import render
from pages.parts.visit import address_of


def compare_html(
    catalogue: Catalogue, result: Result, site_ids: Sequence[str], dark: bool, speech: Language
) -> str:
    """Return the sites that are compared, with a row for each wish and each difference."""
    kept = where(catalogue, speech)
    matches, rows = compare(catalogue, result, site_ids, speech)
    chosen = {match.site.id for match in matches}
    told = {entry.site.id: entry for entry in report(catalogue, result, speech, detailed=0)}
    return render(
        "compare.html",
        speech,
        region=catalogue.region.profile.id,
        reports=[told[match.site.id] for match in matches],
        ranked=len(result.wishes) > 0,
        wished=[row for row in rows if row.wished],
        unwished=[row for row in rows if not row.wished],
        others=[site for site in catalogue.region.sites if site.id not in chosen],
        dark=dark,
        back=address_of("/", result.wishes, kept),
        query=address_of("", result.wishes, kept),
        links={site: address_of("/site", result.wishes, kept | {"site": site}) for site in chosen},
    )
