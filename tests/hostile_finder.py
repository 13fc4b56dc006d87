"""A finder that shows a hostile pack, and a guest who reads all of it."""

import http.client
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from google.protobuf.json_format import MessageToDict
from streamlit.proto.ClientState_pb2 import ClientState

from benchmarks.client import Visitor
from tests import inert
from tests.hostile import ALLOWED
from tests.hostile_pack import TAG, Pack, Poison, write_hostile
from tests.server import running


def one_line(text: str) -> str:
    """Return a text as a page shows it: any white space is one blank."""
    return " ".join(text.split())


class Guest(Visitor):
    """A visitor who opens any page at any address."""

    page_name = ""

    def _state(self) -> ClientState:
        state = super()._state()
        state.page_name, state.page_script_hash = self.page_name, ""
        return state

    def open(self, page: str, query: str) -> Iterator[str]:
        """Yield every text that the page shows, each part read by its own parser."""
        self.page_name, self.query_string = "" if page == "finder" else page, query
        for message in self.run().messages:
            element = message.delta.new_element
            kind = element.WhichOneof("type")
            assert kind not in ("exception", "alert"), (page, query)
            if kind == "bidi_component":
                shown = json.loads(element.bidi_component.json)
                yield from inert.html(shown.pop("html", ""))
                yield from inert.data(shown)
            elif kind == "html":
                yield from inert.html(element.html.body)
            elif kind == "deck_gl_json_chart":
                drawn = json.loads(element.deck_gl_json_chart.json)
                yield from inert.drawing(drawn)
            elif kind:  # a widget: what it says may be Markdown, so nobody else writes it
                said = list(inert.data(MessageToDict(element)))
                assert not [text for text in said if TAG.search(text)], kind
                yield from said


@dataclass
class Reading:
    """Which texts of a hostile pack were read."""

    poison: Poison
    seen: dict[str, set[str]] = field(default_factory=dict, init=False)

    def read(self, texts: Iterable[str], plain: Callable[[str], str] = one_line) -> None:
        """Note the texts that were read; each stands as it was written, up to white space."""
        for text in texts:
            shown = plain(text)
            for mark in TAG.finditer(shown):
                given = self.poison.given[int(mark[1])]
                assert "editor_note" not in given.kind
                before, expected = shown[: mark.end()], plain(given.text)
                # On paper a text may begin on the page before.
                assert before.endswith(expected) or expected.endswith(before), given
                self.seen.setdefault(given.kind, set()).add(given.text)

    def half_read(self, kinds: re.Pattern[str]) -> dict[str, int]:
        """Return the kinds of fields of which not every text was read, with how many were."""
        return {
            kind: len(self.seen.get(kind, ()))
            for kind, given in self.poison.turns.items()
            if kinds.fullmatch(kind) and len(self.seen.get(kind, ())) < min(len(ALLOWED), given)
        }


@dataclass
class Hostile(Reading):
    """A finder that shows a hostile pack, and which texts were read there."""

    pack: Pack
    url: str
    guest: Guest

    def ask(self, path: str) -> bytes:
        """Return what the server answers; its headers hold no text of the pack."""
        address = urlsplit(self.url)
        line = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
        try:
            line.request("GET", path)
            answer = line.getresponse()
            body = answer.read()
        finally:
            line.close()
        assert answer.status == 200, (path, body[:200])
        assert not [name for name, value in answer.getheaders() if TAG.search(value)]
        assert answer.getheader("x-content-type-options") == "nosniff"
        return body


@contextmanager
def finder(pack: Pack, folder: Path) -> Iterator[Hostile]:
    """Start a finder whose data are a pack with hostile texts."""
    poison = write_hostile(pack, folder)
    with running(FINDER_DATA=str(folder)) as url, Guest(url) as guest:
        yield Hostile(poison, pack, url, guest)
