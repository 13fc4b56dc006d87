"""What a page will need, named in its first byte.

Streamlit's scripts ask for what an element needs only when the element arrives, and that for what
it needs itself: four times there and back before the first question can be tapped, each a quarter
of a second on a phone's line.
"""

import re
from functools import cache

from server.compress import FILES

OURS = ("/assets/board.js", "/assets/view.js", "/assets/focus.js")
ELEMENTS = ("Html", "BidiComponent")  # of Streamlit, on every page of ours
IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


@cache
def early_scripts() -> tuple[str, ...]:
    """Return the addresses of the scripts of every page, with all that they import."""
    folder = "/static/js/"
    waiting = [path for path in FILES for name in ELEMENTS if path.startswith(f"{folder}{name}.")]
    found: dict[str, None] = {}
    while waiting:
        path = waiting.pop()
        if path not in found and path in FILES:
            found[path] = None
            waiting += [folder + name for name in IMPORT.findall(FILES[path].read_text("utf-8"))]
    return (*OURS, *found)
