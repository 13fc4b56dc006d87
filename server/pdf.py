"""``/result.pdf`` and ``/site/<site>.pdf``: the same as the pages, to print and to keep."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from matcher.exports.pdf import result_pdf, site_pdf
from matcher.ranking import rank
from pages.parts.regions import where
from pages.parts.visit import address_of
from server.asked import asked, or_plain_text
from server.paper import origin_of


@or_plain_text
def result(request: Request) -> Response:
    """Answer with the result of a wish string on one page."""
    question = asked(request)
    kept = where(question.catalogue, question.language)
    document = result_pdf(
        question.catalogue,
        rank(question.catalogue, question.wishes),
        question.language,
        _link(request, address_of("/", question.wishes, kept)),
    )
    name = f"{question.catalogue.region.profile.id}-{question.language.gettext('result')}"
    return _pdf(document, name)


@or_plain_text
def site(request: Request) -> Response:
    """Answer with the portrait of a site."""
    question = asked(request)
    kept = where(question.catalogue, question.language)
    found = question.site(request.path_params["site"])
    document = site_pdf(
        question.catalogue,
        found,
        question.language,
        datetime.now(UTC).date(),
        _link(request, address_of("/site", question.wishes, kept | {"site": found.id})),
    )
    return _pdf(document, found.id)


def _link(request: Request, path: str) -> str:
    """Return where a QR code leads; nowhere if the server was called by no proper name."""
    origin = origin_of(request)
    return f"{origin}{path}" if origin else ""


def _pdf(document: bytes, name: str) -> Response:
    return Response(
        document,
        media_type="application/pdf",
        headers={
            "content-disposition": f'inline; filename="{name}.pdf"',
            "cache-control": "no-store",  # the address holds wishes; screens are shared
        },
    )


ROUTES = [
    Route("/result.pdf", result),
    Route("/site/{site}.pdf", site),
]
