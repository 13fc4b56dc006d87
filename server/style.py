"""``/style/<name>.css``: the look of the pages."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages.parts.style import BUNDLES, style_sheet


def style(request: Request) -> Response:
    """Answer with a style; its address changes with it, so that a browser may keep it."""
    name = request.path_params["name"]
    if name not in BUNDLES:
        return PlainTextResponse("There is no such style.", status_code=404)
    kept = "public, max-age=31536000, immutable" if "v" in request.query_params else "no-cache"
    return Response(style_sheet(name), media_type="text/css", headers={"cache-control": kept})


ROUTES = [Route("/style/{name}.css", style)]
