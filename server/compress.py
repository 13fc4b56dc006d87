"""Streamlit's scripts and styles, compressed once.

Streamlit sends them as they are, for a proxy to compress (``starlette_gzip_middleware.py`` says
why). Not everybody has one, and on a phone's line that is ten seconds of the first visit.
"""

import gzip
import mimetypes
from functools import cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

FOLDER = Path(streamlit.__file__).parent / "static"
# Their names change with their content; so only names that are there now are answered, and what
# is kept in memory is at most the folder itself.
FILES = {
    f"/{path.relative_to(FOLDER).as_posix()}": path
    for path in (FOLDER / "static").rglob("*")
    if path.suffix in (".css", ".js")
}
HEADERS = {
    "cache-control": "public, immutable, max-age=31536000",
    "content-encoding": "gzip",
    "vary": "Accept-Encoding",
}


class CompressMiddleware:
    """Answer for Streamlit's own files where the browser takes them compressed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or leave it to the application inside."""
        path = FILES.get(scope.get("path", "")) if scope["type"] == "http" else None
        if path is None or scope["method"] != "GET" or not _takes_gzip(scope):
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(_compressed, path)
        kind = mimetypes.types_map[path.suffix]
        await Response(body, media_type=kind, headers=HEADERS)(scope, receive, send)


def _takes_gzip(scope: Scope) -> bool:
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)
