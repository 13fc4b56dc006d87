"""One visitor, as the server sees a browser: Streamlit's protocol over its websocket.

A run begins with a ``BackMsg.rerun_script``; the server answers with ``ForwardMsg``. After
``script_finished`` everything is on the visitor's screen; the server cleans up and then
says that no script is running any more. Like the browser, this client sends back the query
string that the page has set, every widget's value, and the hashes of the large messages
that it still holds.
"""

import json
import time
import zlib
from dataclasses import dataclass
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect
from websockets.typing import Subprotocol

PATIENCE = 30  # seconds for one message
MOST_MESSAGES = 2000  # of one run; more is a page that runs for ever
MESSAGE_AGE = 2  # runs for which a browser keeps a large message, Streamlit's default


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost: all that arrived, and when."""

    messages: tuple[ForwardMsg, ...]
    sizes: tuple[int, ...]  # bytes of each message, as it came out of the websocket
    packed: int  # bytes of all of them, compressed as a websocket compresses
    shown_ms: float  # from the click to the last element of the page
    ms: float  # from the click to the end of the script

    def component(self, name: str, text: str = "") -> BidiComponent:
        """Return the first component (version 2) of a name whose data hold a text."""
        found = (message.delta.new_element.bidi_component for message in self.messages)
        return next(each for each in found if each.component_name == name and text in each.json)

    def press(self) -> WidgetState:
        """Return what a browser sends when the first button is pressed."""
        ids = (message.delta.new_element.button.id for message in self.messages)
        return WidgetState(id=next(filter(None, ids)), trigger_value=True)


def wish(first: Run, wishes: str) -> WidgetState:
    """Return what static/board.js sends when all wishes of a board are these.

    ``first`` is the run that drew it.
    """
    board = first.component("zf_board")
    value = f"{time.monotonic_ns()} {json.loads(board.json)['wishes']} {wishes}"
    return WidgetState(id=board.id, json_value=json.dumps({"wishes": value}))


def tap(view: BidiComponent, event: str) -> WidgetState:
    """Return what static/view.js sends when a part of a view is tapped."""
    taps = {"events": [[time.monotonic_ns() / 1e6, event]]}
    return WidgetState(id=view.id, json_value=json.dumps(taps))


class Visitor:
    """One open tab. Use it in a ``with`` statement.

    Parameters
    ----------
    url : str
        The server's address, e.g. 'http://127.0.0.1:8501'.
    """

    def __init__(self, url: str) -> None:
        self.socket = connect(
            f"ws{url.removeprefix('http')}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            compression=None,
            max_size=None,
            legacy=True,  # closed by our own __exit__
        )
        self.query_string = ""
        self.page = ""
        self.widgets: dict[str, WidgetState] = {}
        self.kept: dict[str, tuple[int, ForwardMsg]] = {}  # by hash, with the run of its last use
        self.runs = 0
        self.packer = zlib.compressobj(wbits=-15)  # knows what was sent before

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close(code=1001)  # "going away", as when a tab is closed

    def run(self, *changed: WidgetState) -> Run:
        """Change widgets, and wait until the page has run and the server is idle."""
        self.widgets |= {state.id: state for state in changed}
        request = BackMsg(rerun_script=self._state()).SerializeToString()
        messages: list[ForwardMsg] = []
        raw: list[bytes] = []
        shown_ms = ms = 0.0
        begin = time.perf_counter()
        self.socket.send(request)
        while len(messages) < MOST_MESSAGES:
            data = self.socket.recv(timeout=PATIENCE, decode=False)
            now = (time.perf_counter() - begin) * 1000
            message = ForwardMsg.FromString(data)
            messages.append(message)
            raw.append(data)
            kind = message.WhichOneof("type")
            if kind in ("delta", "ref_hash"):
                shown_ms = now
            if kind == "script_finished":
                ms = now
            running = message.session_status_changed.script_is_running
            if ms and kind == "session_status_changed" and not running:
                sizes = tuple(map(len, raw))
                packed = sum(map(self._packed, raw))
                return Run(tuple(self._remember(messages)), sizes, packed, shown_ms, ms)
        raise RuntimeError(f"the page did not end within {MOST_MESSAGES} messages")

    def _state(self) -> ClientState:
        state = ClientState(
            query_string=self.query_string,
            page_script_hash=self.page,
            cached_message_hashes=list(self.kept),
        )
        state.widget_states.widgets.extend(self.widgets.values())
        state.context_info.color_scheme = "light"
        state.context_info.locale = "de-DE"
        state.context_info.timezone = "Europe/Berlin"
        return state

    def _packed(self, data: bytes) -> int:
        return len(self.packer.compress(data) + self.packer.flush(zlib.Z_SYNC_FLUSH))

    def _remember(self, messages: list[ForwardMsg]) -> list[ForwardMsg]:
        """Keep what a browser keeps; return the messages with the kept ones filled in."""
        self.runs += 1
        for i, message in enumerate(messages):
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.page = message.new_session.page_script_hash
            elif kind == "page_info_changed":
                self.query_string = message.page_info_changed.query_string
            elif kind == "ref_hash":
                messages[i] = self.kept[message.ref_hash][1]
                self.kept[message.ref_hash] = (self.runs, messages[i])
            elif message.metadata.cacheable:
                self.kept[message.hash] = (self.runs, message)
        self.kept = {k: v for k, v in self.kept.items() if self.runs - v[0] <= MESSAGE_AGE}
        # A press of a button is over after one run.
        self.widgets = {k: v for k, v in self.widgets.items() if not v.HasField("trigger_value")}
        return messages
