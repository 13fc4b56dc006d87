"""What is read without a script: results, sites, cards for the address book, for crawlers."""

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from matcher.catalogue import Catalogue
from matcher.exports.contact import vcard
from matcher.language import N_, Language
from matcher.wishes import Wishes, read_pairs
from pages.parts.paper import (
    paper_access_html,
    paper_message_html,
    paper_result_html,
    paper_site_html,
)
from pages.parts.regions import REGION_KEY, all_catalogues, find_catalogue, speech_in, spoken, where
from pages.parts.share import qr_of
from pages.parts.visit import OTHER_KEYS, address_of
from server.asked import AskedError, asked, or_plain_text, speech_of

HOST = re.compile(r"[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:[0-9]{1,5})?")
NO_STORE = {"cache-control": "no-store"}  # the address holds wishes; screens are shared
NOT_FOUND = N_("There is no site with this address.")


def result(request: Request) -> Response:
    """Answer with the result of a wish string, for reading and printing."""
    try:
        wanted = asked(request)
    except AskedError as error:
        speech = _speech(request)
        html = paper_message_html(
            speech.gettext("This address was not understood"),
            list(error.details or (error.message,)),
            _finder(speech),
            speech,
        )
        return HTMLResponse(html, status_code=error.status, headers=NO_STORE)
    html = paper_result_html(wanted.catalogue, wanted.wishes, origin_of(request), wanted.language)
    return HTMLResponse(html, headers=NO_STORE)


@or_plain_text
def qr(request: Request) -> Response:
    """Answer with a QR code of the finder with the wishes of this address."""
    wanted = asked(request)
    kept = where(wanted.catalogue, wanted.language)
    link = address_of(f"{origin_of(request)}/", wanted.wishes, kept)
    code = str(qr_of(link, wanted.language))
    return Response(code, media_type="image/svg+xml", headers=NO_STORE)


def site_page(request: Request) -> Response:
    """Answer with the portrait of a site, for reading, printing and finding."""
    speech = _speech(request)
    catalogue = _catalogue(request)
    site = catalogue.region.site(request.path_params["site"]) if catalogue else None
    if catalogue is None or site is None:
        html = paper_message_html(
            speech.gettext("There is no such site"),
            [speech.gettext(NOT_FOUND)],
            _finder(speech),
            speech,
        )
        return HTMLResponse(html, status_code=404)
    today = datetime.now(UTC).date()
    return HTMLResponse(paper_site_html(catalogue, site, origin_of(request), today, speech))


def site_card(request: Request) -> Response:
    """Answer with a site for the address book."""
    catalogue, speech = _catalogue(request), _speech(request)
    site = catalogue.region.site(request.path_params["site"]) if catalogue else None
    if site is None:
        return PlainTextResponse(speech.gettext(NOT_FOUND), status_code=404)
    return Response(
        vcard(site, speech),
        media_type="text/vcard",
        headers={"content-disposition": f'attachment; filename="{site.id}.vcf"'},
    )


def access(request: Request) -> Response:
    """Answer how the finder is used and how accessible it is; wishes go along to the way back."""
    catalogue, speech = _catalogue(request), _speech(request)
    wishes = Wishes()
    if catalogue:
        pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in OTHER_KEYS]
        wishes, _faults = read_pairs(pairs, catalogue.region.questions)
    html = paper_access_html(catalogue, wishes, origin_of(request), speech)
    return HTMLResponse(html, headers=NO_STORE)


def robots(request: Request) -> Response:
    """Tell crawlers where the list of pages is; a result itself asks not to be listed."""
    return PlainTextResponse(
        f"User-agent: *\nAllow: /\nSitemap: {origin_of(request)}/sitemap.xml\n"
    )


def sitemap(request: Request) -> Response:
    """List the pages that are worth finding."""
    origin = origin_of(request)
    paths = ["/"]
    for catalogue in all_catalogues().values():
        kept = where(catalogue, speech_in(catalogue, None))
        pages = ("/employers", "/method")
        paths += [address_of(page, Wishes(), kept) for page in pages]
        paths += [f"/site/{site.id}.html" for site in catalogue.region.sites]
    urls = "".join(f"<url><loc>{escape(origin + path)}</loc></url>" for path in paths)
    return Response(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>',
        media_type="application/xml",
    )


def origin_of(request: Request) -> str:
    """Return how this server was called; a name that is none gives links without a host."""
    host = request.headers.get("host", "")
    return f"{request.scope['scheme']}://{host}" if HOST.fullmatch(host) else ""


def _finder(speech: Language) -> str:
    return address_of("/", Wishes(), spoken(speech))


def _catalogue(request: Request) -> Catalogue | None:
    return find_catalogue(request.query_params.get(REGION_KEY), request.path_params.get("site"))


def _speech(request: Request) -> Language:
    return speech_of(request, _catalogue(request))


ROUTES = [
    Route("/result", result),
    Route("/qr.svg", qr),
    Route("/site/{site}.html", site_page),
    Route("/site/{site}.vcf", site_card),
    Route("/access.html", access),
    Route("/robots.txt", robots),
    Route("/sitemap.xml", sitemap),
]
