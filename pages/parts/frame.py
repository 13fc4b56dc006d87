"""What every page shares: its title, its style, how it was reached."""

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from pages.parts.visit import speak

PARTS = Path(__file__).parent
STATIC = Path(__file__).parents[2] / "static"


def is_dark() -> bool:
    """Whether the visitor sees the dark colours."""
    return st.context.theme.type == "dark"


def origin() -> str:
    """Return scheme and host by which the visitor reached this server."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def set_up_page() -> None:
    """Set the title, the icon and the style; the first call of every run."""
    # A picture of our own: a Material icon would be fetched from a server of Google.
    st.set_page_config(
        page_title=speak().gettext("Zukunftsort-Finder"),
        page_icon=STATIC / "icon.png",
        layout="wide",
    )
