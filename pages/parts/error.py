"""What a visitor reads when a page fails: a sentence and a way on, never a traceback."""

import logging

import streamlit as st

from pages.parts.visit import speak

log = logging.getLogger("finder")


def show_error(error: Exception) -> bool:
    """Log the failure for the operator, tell the visitor, and hide Streamlit's own box.

    The address is not logged: it holds the visitor's wishes.
    """
    log.error("a page failed", exc_info=error)
    _ = speak().gettext
    st.error(
        _("Something went wrong on our side. Your wishes are in the address: reload the page.")
    )
    return True
