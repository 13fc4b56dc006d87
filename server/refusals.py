"""Say in a sentence what the server underneath says in two English words."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher.language import N_

SENTENCES = {
    b"Bad Request": N_("The address was not understood."),
    b"Not Found": N_("There is nothing at this address."),
    b"Method Not Allowed": N_("This address can only be read: use GET."),
}


class RefusalsMiddleware:
    """Replace the bodies of bare refusals; whatever else is answered stays as it is.

    Parameters
    ----------
    app : ASGIApp
        The application inside.
    gettext : callable
        Translates a sentence.
    """

    def __init__(self, app: ASGIApp, gettext: Callable[[str], str]) -> None:
        self.app = app
        self.sentences = {bare: gettext(words).encode() for bare, words in SENTENCES.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal: Message | None = None

        async def retell(message: Message) -> None:
            nonlocal refusal
            if message["type"] == "http.response.start" and message["status"] in (400, 404, 405):
                refusal = message
                return
            if refusal is not None:
                said = self.sentences.get(message.get("body", b""))
                if said is not None:
                    headers = MutableHeaders(scope=refusal)
                    headers["content-type"] = "text/plain; charset=utf-8"
                    headers["content-length"] = str(len(said))
                    message["body"] = said
                await send(refusal)
                refusal = None
            await send(message)

        await self.app(scope, receive, retell)
