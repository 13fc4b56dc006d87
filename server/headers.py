"""Headers of every answer, the language and the style of the page from its first byte.

Streamlit declares every page to be English (streamlit/streamlit#15726) and sends no
security headers.
"""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD = (
    b'<link rel="stylesheet" href="/assets/finder.css">'
    b'<link rel="stylesheet" href="/assets/bar.css">'
    b'<link rel="stylesheet" href="/assets/share.css">'
    b'<link rel="stylesheet" href="/assets/support.css">'
    b'<link rel="stylesheet" href="/assets/home.css">'
    b'<link rel="stylesheet" href="/assets/site.css">'
    b'<link rel="stylesheet" href="/assets/portraits.css">'
    b'<script src="/assets/words.js" defer></script>'
    b'<script src="/assets/quiet.js"></script>'  # before Streamlit's own, which are deferred
)
SHELL_TITLE = b"<title>Streamlit</title>"
NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shell:
    """What is read before, or without, any script; ``plain`` leads to the page without one.

    ``words`` says what others call their controls in the language of the page.
    """

    language: str
    title: str
    no_script: str
    plain: str
    words: Mapping[str, str]


class HeadersMiddleware:
    """Put headers on every answer; rewrite the language of HTML that Streamlit serves.

    Parameters
    ----------
    app : ASGIApp
        The application inside.
    shell : callable
        Returns the words of the empty page in the language that an address asks for.
    """

    def __init__(self, app: ASGIApp, shell: Callable[[str | None], Shell]) -> None:
        self.app = app
        self.shell = shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                _harden(headers)
                if headers.get("content-type", "").startswith("text/html"):
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                await self._send_page(scope, start, body, send)
                return
            await send(message)

        await self.app(scope, receive, rewrite)

    async def _send_page(self, scope: Scope, start: Message, body: bytes, send: Send) -> None:
        headers = MutableHeaders(scope=start)
        if headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
            del headers["content-encoding"]
        page = self._ours(body, scope["query_string"]) if SHELL_TITLE in body else body
        headers["content-security-policy"] = content_security_policy(page)
        for stale in ("etag", "last-modified"):
            if stale in headers:
                del headers[stale]
        if "content-length" in headers and body:
            headers["content-length"] = str(len(page))
        await send(start)
        await send({"type": "http.response.body", "body": page})

    def _ours(self, page: bytes, query: bytes) -> bytes:
        """Rewrite the empty page in which Streamlit draws; pages of our own stay as they are."""
        asked = parse_qs(query.decode("latin-1"))
        shell = self.shell(asked.get("lang", [None])[0])
        page = page.replace(b'<html lang="en"', f'<html lang="{shell.language}"'.encode(), 1)
        page = page.replace(SHELL_TITLE, f"<title>{escape(shell.title)}</title>".encode(), 1)
        words = escape(json.dumps(dict(shell.words), ensure_ascii=False))
        meta = f'<meta name="zf-words" content="{words}">'.encode()
        page = page.replace(b"</head>", meta + HEAD + b"</head>", 1)
        result = escape(f"/result?{query.decode('latin-1')}")
        said = (
            f'<p>{escape(shell.no_script)}</p><p><a href="{result}">{escape(shell.plain)}</a></p>'
        )
        return NO_SCRIPT.sub(lambda _: f"<noscript>{said}</noscript>".encode(), page, count=1)


def content_security_policy(page: bytes) -> str:
    """Allow what this page needs from its own server, and nothing from anybody else."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in INLINE_SCRIPT.findall(page)
    )
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        ]
    )


def _harden(headers: MutableHeaders) -> None:
    headers["x-content-type-options"] = "nosniff"
    headers["referrer-policy"] = "no-referrer"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=()"
    headers["cross-origin-opener-policy"] = "same-origin"
