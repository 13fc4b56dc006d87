"""Our two widgets: the board of wishes, and HTML that tells which part was tapped."""

import math
from typing import Any

import streamlit as st

# The script is a file that the browser keeps; only this line travels with each run.
LOADER = """
const module = import(new URL("/assets/{name}.js", location.href).href);
export default (component) => {{ module.then((loaded) => loaded.default(component)); }};
"""

# The board's questions are a file too, fetched at the same time as the script.
BOARD_LOADER = """
const module = import(new URL("/assets/board.js", location.href).href);
const files = {};
const file = (address) => (files[address] ??= fetch(address).then((answer) => answer.json()));
export default (component) => {
  Promise.all([module, file(component.data.questions)]).then(([loaded, questions]) =>
    loaded.default({ ...component, data: { ...questions, ...component.data } }));
};
"""

_board = st.components.v2.component(
    "zf_board",
    html="<div class='zf-board'></div>",
    js=BOARD_LOADER,
    isolate_styles=False,
)
_view = st.components.v2.component(
    "zf_view",
    html="<div class='zf-view'></div>",
    js=LOADER.format(name="view"),
    isolate_styles=False,
)


def board(data: dict[str, Any]) -> None:
    """Show the board of wishes; what is tapped and typed there is read by ``board_value``."""
    _board(key="board", data=data, on_wishes_change=_nothing, on_query_change=_nothing)


def board_value(name: str) -> str | None:
    """Return what the board holds: 'wishes' or 'query'; None before a tap."""
    value = st.session_state.get("board", {}).get(name)
    return value if isinstance(value, str) else None


def view(key: str, html: str, status: str = "") -> None:
    """Show HTML made by our templates; what is tapped there is told by ``told``."""
    _view(key=key, data={"html": html, "status": status}, on_events_change=_nothing)
    # What a page that was open while the server started again still sends was heard before.
    st.session_state.setdefault(_heard(key), max((time for time, _ in _sent(key)), default=0))


def told(*keys: str) -> list[str]:
    """Return the events of what was tapped in these views and not told yet, in order.

    Pages ask and act before they draw. The next tap cuts a run short, at any moment, so the
    browser sends the last few taps with each run: none is lost, and none is told twice.
    """
    new = []
    for key in keys:
        heard = st.session_state.get(_heard(key), math.inf)
        events = [(time, event) for time, event in _sent(key) if time > heard]
        if events:
            st.session_state[_heard(key)] = max(events)[0]
            new += events
    return [event for _, event in sorted(new)]


def _sent(key: str) -> list[tuple[float, str]]:
    """Return the last taps on a view, each with its time in milliseconds since the page was opened.

    What is not of the form that static/view.js sends is not listened to.
    """
    match st.session_state.get(key, {}).get("events"):
        case [*sent]:
            return [(time, event) for time, event in filter(_is_tap, sent)]
        case _:
            return []


def _is_tap(sent: object) -> bool:
    match sent:
        case [int() | float(), str()]:
            return True
        case _:
            return False


def _heard(key: str) -> str:
    """Return where a session keeps up to when it has heard a view."""
    return f"heard:{key}"


def _nothing() -> None:
    """Streamlit sends a value only where it is told that somebody listens."""
