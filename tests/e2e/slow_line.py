"""The line between page and server: what the server says can be held back."""

from playwright.sync_api import Page, WebSocketRoute

STEPS = 1000  # of 20 milliseconds, until the server should have said what is waited for


class SlowLine:
    """Stands between a page and its server from the next page that is opened."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._held: list[bytes | str] | None = None
        page.route_web_socket("**/_stcore/stream", self._join)

    def hold(self) -> None:
        """Keep back what the server says from now on."""
        self._held = []

    def wait_for(self, word: str) -> None:
        """Wait until the server has said the word, which the page does not hear.

        Raises
        ------
        AssertionError
            If the server does not say it within twenty seconds.
        """
        for _ in range(STEPS):
            if any(word.encode() in message for message in self._held or ()):
                return
            self._page.wait_for_timeout(20)  # lets messages in
        raise AssertionError(f"the server never said {word!r}")

    def let_go(self) -> None:
        """Let the page hear all that was kept back, and what comes."""
        held, self._held = self._held or [], None
        for message in held:
            self._side.send(message)

    def _join(self, side: WebSocketRoute) -> None:
        self._side = side
        side.connect_to_server().on_message(self._say)

    def _say(self, message: bytes | str) -> None:
        if self._held is None:
            self._side.send(message)
        else:
            self._held.append(message)
