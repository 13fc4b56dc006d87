"""What every page shares: its title, its style, how it was reached."""

from urllib.parse import urlsplit

import streamlit as st


def is_dark() -> bool:
    """Whether the visitor sees the dark colours."""
    return st.context.theme.type == "dark"


def origin() -> str:
    """Return scheme and host by which the visitor reached this server."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def set_up_page(title: str) -> None:
    """Say in the browser's tab what the page is about; set the icon and the width."""
    # A picture of our own: a Material icon would be fetched from a server of Google. By its
    # address, because Streamlit would read and hash a file with every run.
    st.set_page_config(page_title=title, page_icon="/assets/icon.png", layout="wide")
