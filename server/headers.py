"""Headers of every answer. Streamlit sends no security headers."""

import base64
import gzip
import hashlib
import re
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


class HeadersMiddleware:
    """Put headers on every answer; rewrite the empty page that Streamlit serves.

    Parameters
    ----------
    app : ASGIApp
        The application inside.
    dress : callable
        Makes the page ours: takes it with the path and the query of its address.
    """

    def __init__(self, app: ASGIApp, dress: Callable[[bytes, str, str], bytes]) -> None:
        self.app = app
        self.dress = dress

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
        page = self.dress(body, scope["path"], scope["query_string"].decode("latin-1"))
        headers["content-security-policy"] = content_security_policy(page)
        for stale in ("etag", "last-modified"):
            if stale in headers:
                del headers[stale]
        if "content-length" in headers and body:
            headers["content-length"] = str(len(page))
        await send(start)
        await send({"type": "http.response.body", "body": page})


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
