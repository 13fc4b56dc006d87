"""Our two widgets: the board of wishes, and HTML that tells which part was tapped."""

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


def view(key: str, html: str, status: str = "") -> str | None:
    """Show HTML made by our templates; return the event of the part that was tapped."""
    result = _view(key=key, data={"html": html, "status": status}, on_event_change=_nothing)
    value = result.get("event")
    return value if isinstance(value, str) else None


def _nothing() -> None:
    """Streamlit sends a value only where it is told that somebody listens."""
