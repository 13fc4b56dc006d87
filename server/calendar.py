"""``/event/<region>/<event>.ics``: an event that is announced, for a calendar."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from matcher.exports.calendar import icalendar
from matcher.language import N_
from matcher.support import is_coming
from pages.parts.regions import find_catalogue
from server.asked import speech_of

NOT_COMING = N_("No such event is announced.")


def event(request: Request) -> Response:
    """Answer with one event; one that is over or has no day yet is none."""
    catalogue = find_catalogue(request.path_params["region"])
    speech = speech_of(request, catalogue)
    today = datetime.now(UTC).date()
    events = catalogue.region.support.events.events if catalogue else ()
    found = next((e for e in events if e.id == request.path_params["event"]), None)
    if catalogue is None or found is None or not is_coming(found, today):
        return PlainTextResponse(speech.gettext(NOT_COMING), status_code=404)
    return Response(
        icalendar(found, catalogue.region.profile.id, speech),
        media_type="text/calendar; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{found.id}.ics"'},
    )


ROUTES = [Route("/event/{region}/{event}.ics", event)]
