"""One visit: the wishes in the address, and the site that is looked at.

The address is the memory: everything can be restored from it, and the back button walks through
it. While a visit goes on, though, the address in the browser lags behind by a round trip: what was
tapped counts, and the address only at the start and when the visitor walks back or forth.
"""

import re
from collections.abc import Mapping
from typing import NoReturn

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from matcher.catalogue import Catalogue
from matcher.comparison import MOST
from matcher.language import Language
from matcher.model.questions import Questions
from matcher.wishes import Fault, Wishes, read_pairs, read_wishes
from pages.parts.components import board_value
from pages.parts.regions import (
    LANGUAGE_KEY,
    REGION_KEY,
    find_catalogue,
    known_catalogue,
    speech_in,
)

KEPT_KEYS = (REGION_KEY, LANGUAGE_KEY)
# Keys of an address that are not wishes.
OTHER_KEYS = frozenset({*KEPT_KEYS, "compare", "site", "embed", "embed_options"})
ID = re.compile("[a-z0-9-]{1,60}")


def asked_catalogue() -> Catalogue | None:
    """Return the region that the address means, if it means one."""
    return find_catalogue(st.query_params.get(REGION_KEY), st.query_params.get("site"))


def current_catalogue() -> Catalogue:
    """Return the region of the address; the frame lets no page run where there is none."""
    return asked_catalogue() or known_catalogue(st.query_params.get(REGION_KEY, ""))


def speak() -> Language:
    """Return the language of the address, with the texts of its region."""
    return speech_in(asked_catalogue(), st.query_params.get(LANGUAGE_KEY))


def current_wishes(questions: Questions) -> tuple[Wishes, list[Fault]]:
    """Return the wishes that hold now, and what of the address was not understood.

    Of two quick taps the second comes with the address as it was before the first, whether it
    was made on the board, on the map or by looking at a part of the page: it takes back nothing.
    """
    state = st.session_state
    known: tuple[Questions, Wishes] | None = state.get("visit:wishes")
    if known is not None and known[0] is not questions:
        known = None
    board = board_value("wishes") or ""
    before, _space, after = board.partition(" ")[2].partition(" ")
    tapped = board not in ("", state.get("visit:board"))
    if known is None or _walked():
        wishes, faults = read_pairs(_address().items(), questions)
        # A board that was open while the server started again: does it say more than the address?
        tapped = tapped and (known is not None or wishes == read_wishes(before, questions)[0])
        state["visit:compared"] = _ids("compare")
    else:
        wishes, faults = known[1], state["visit:faults"]
    if tapped:
        wishes, faults = read_wishes(after, questions)
    state["visit:faults"] = faults
    state["visit:board"] = board
    state["visit:wishes"] = questions, wishes
    return wishes, faults


def write_address(wishes: Wishes) -> None:
    """Put the wishes into the address bar, in canonical form, and what is compared."""
    others = {key: value for key, value in st.query_params.items() if key in OTHER_KEYS}
    others.pop("compare", None)
    pairs = wishes.pairs() | others | kept_pairs()
    if pairs != st.query_params.to_dict():
        st.query_params.from_dict(pairs)


def change_wishes(wishes: Wishes) -> Wishes:
    """Replace the wishes from outside the board, which then takes them over; return them."""
    _remember(wishes)
    write_address(wishes)
    return wishes


def leave(event: str, wishes: Wishes) -> NoReturn:
    """Take the wishes along to where a tap leads: a site, another page, or else the finder."""
    name, _colon, value = event.partition(":")
    pages = {"open": ("site.py", {"site": value}), "go": (f"{value}.py", {})}
    page, more = pages.get(name, ("finder.py", {}))
    _remember(wishes)
    st.switch_page(page, query_params=wishes.pairs() | kept_pairs() | more)


def selected_site() -> str | None:
    """Return the site that was tapped on the map or in the list."""
    value = st.session_state.get("visit:selected")
    return value if isinstance(value, str) else None


def select_site(site_id: str | None) -> None:
    """Remember which site is looked at."""
    st.session_state["visit:selected"] = site_id


def kept_pairs() -> dict[str, str]:
    """Return what goes along from page to page beside the wishes."""
    pairs = {key: ",".join(ids) for key in KEPT_KEYS if (ids := _ids(key))}
    compared = {"compare": ",".join(compared_sites())} if compared_sites() else {}
    return pairs | compared


def compared_sites() -> tuple[str, ...]:
    """Return the sites that are marked for comparison, in the order of marking."""
    return tuple(st.session_state.get("visit:compared", ()))


def toggle_compared(site_id: str) -> None:
    """Mark a site for comparison, or take the mark off."""
    sites = [site for site in compared_sites() if site != site_id]
    if len(sites) == len(compared_sites()):
        sites = [*sites, site_id][-MOST:]
    st.session_state["visit:compared"] = tuple(sites)


def address_of(path: str, wishes: Wishes, more: Mapping[str, str] | None = None) -> str:
    """Return a link to a page that keeps the wishes."""
    query = "&".join(f"{key}={value}" for key, value in (wishes.pairs() | dict(more or {})).items())
    return f"{path}?{query}" if query else path


def _ids(key: str) -> tuple[str, ...]:
    """Return what an address lists under a key. They go into links, so they are ids or nothing."""
    return tuple(filter(ID.fullmatch, st.query_params.get(key, "").split(",")))


def _remember(wishes: Wishes) -> None:
    questions, _before = st.session_state["visit:wishes"]
    st.session_state["visit:wishes"] = questions, wishes


def _walked() -> bool:
    """Whether this run was asked for by the browser's back or forward button."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def _address() -> dict[str, str]:
    return {key: value for key, value in st.query_params.items() if key not in OTHER_KEYS}
