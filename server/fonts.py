"""``/fonts/<name>.woff2``: the two typefaces of the pages, for those without Streamlit too.

Source Sans and Source Serif (SIL Open Font License) lie in Streamlit's own folder under names
that change with every release.
"""

from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
PATTERNS = {
    "source-sans": "SourceSansVF-Upright.*.woff2",
    "source-serif": "SourceSerifVariable-Roman.*.woff2",
}


def font(request: Request) -> Response:
    """Answer with a typeface that a browser may keep for a day."""
    path = _file(request.path_params["name"])
    if path is None:
        return PlainTextResponse("There is no such typeface.", status_code=404)
    return FileResponse(
        path, media_type="font/woff2", headers={"cache-control": "public, max-age=86400"}
    )


@cache
def _file(name: str) -> Path | None:
    return next(MEDIA.glob(PATTERNS[name]), None) if name in PATTERNS else None


ROUTES = [Route("/fonts/{name}.woff2", font)]
