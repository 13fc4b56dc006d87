"""``/api/v1``: the facts and the ranking for programs. Public facts, no cookies: open to all."""

from functools import cache
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from matcher.exports.data import questions_data, result_data
from matcher.exports.site_data import site_data
from matcher.language import Language
from matcher.ranking import rank
from pages.parts.regions import all_catalogues
from server.asked import AskedError, asked, speech_of
from server.openapi import description

OPEN_TO_ALL = {"access-control-allow-origin": "*"}
NOT_KEPT = {**OPEN_TO_ALL, "cache-control": "no-store"}  # an answer that tells the wishes


def ranking(request: Request) -> Response:
    """Answer with all sites and employers in the order of the wishes."""
    question = asked(request)
    result = rank(question.catalogue, question.wishes)
    return JSONResponse(result_data(question.catalogue, result), headers=NOT_KEPT)


def regions(request: Request) -> Response:
    """Answer with every region, and what it asks."""
    listed = [
        {
            "id": catalogue.region.profile.id,
            "name": catalogue.region.profile.name,
            "languages": list(catalogue.region.profile.languages),
            "sites": len(catalogue.region.sites),
            "blocks": questions_data(catalogue)["blocks"],
        }
        for catalogue in all_catalogues().values()
    ]
    return JSONResponse({"regions": listed}, headers=OPEN_TO_ALL)


def site(request: Request) -> Response:
    """Answer with what is known of a site."""
    question = asked(request)
    found = question.site(request.path_params["site"])
    data = site_data(question.catalogue, found, question.language)
    return JSONResponse(data, headers=NOT_KEPT)


def openapi(request: Request) -> Response:
    """Answer with the description of this interface."""
    return JSONResponse(_description(), headers=OPEN_TO_ALL)


@cache
def _description() -> dict[str, Any]:
    return description(catalogue.region for catalogue in all_catalogues().values())


def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, AskedError)
    return _error(error.status, error.code, error.message, error.details)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    _ = _speech(request).gettext
    if error.status_code == 405:
        answer = _error(405, "method-not-allowed", _("This address can only be read: use GET."))
        answer.headers["allow"] = "GET, HEAD"
        return answer
    return _error(error.status_code, "not-found", _("There is nothing at this address."))


def _failed(request: Request, error: Exception) -> Response:
    """Tell it in a sentence; Starlette passes the error on to the log of the server."""
    return _error(500, "failed", _speech(request).gettext("Something went wrong on our side."))


def _speech(request: Request) -> Language:
    return speech_of(request, None)


def _error(status: int, code: str, message: str, details: tuple[str, ...] = ()) -> Response:
    told = {"error": {"code": code, "message": message, "details": list(details)}}
    return JSONResponse(told, status_code=status, headers=NOT_KEPT)


API = Starlette(
    routes=[
        Route("/rank", ranking),
        Route("/regions", regions),
        Route("/sites/{site}", site),
        Route("/openapi.json", openapi),
    ],
    exception_handlers={AskedError: _not_understood, HTTPException: _refused, Exception: _failed},
)
ROUTES = [Mount("/api/v1", app=API)]
