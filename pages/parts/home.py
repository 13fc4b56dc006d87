"""Hold a site against where the visitor lives now; the place stands in the address."""

from collections import Counter
from functools import cache

import streamlit as st

from matcher.catalogue import Catalogue
from matcher.home import Home, Homes, compare_home, distance_km, load_homes
from matcher.language import Language
from matcher.model.site import Site
from pages.parts.components import view
from pages.parts.regions import DATA
from pages.parts.templates import render

KEY = "home"


@cache
def all_homes() -> Homes:
    """Load the places to compare with; none where the data folder has no such list.

    Raises
    ------
    PackError
        If a file has faults.
    """
    folder = DATA / "home"
    return load_homes(folder) if folder.is_dir() else {}


def show_home(catalogue: Catalogue, site: Site, speech: Language) -> None:
    """Ask where somebody lives now, and compare the site with that place."""
    homes = all_homes()
    if not homes:
        return
    # The address is the memory: what it says goes before what the field held.
    address = st.query_params.get(KEY)
    st.session_state[KEY] = address if address in homes else None
    with st.container(key="compare-home"):
        st.html(render("home-head.html", speech))
        chosen = st.selectbox(
            speech.gettext("Where do you live now? If your town is missing, take one nearby."),
            sorted(homes, key=lambda id_: homes[id_].city.name),
            index=None,
            format_func=lambda id_: homes[id_].city.name,
            key=KEY,
            placeholder=speech.gettext("Choose or type a place"),
            on_change=_write_address,
            filter_mode="fuzzy",
        )
        if chosen:
            html, summary = _comparison(catalogue, site, homes[chosen], speech)
            view("comparison", html, summary)


def _write_address() -> None:
    chosen = st.session_state[KEY]
    if chosen:
        st.query_params[KEY] = chosen
    else:
        st.query_params.pop(KEY, None)


def _comparison(catalogue: Catalogue, site: Site, home: Home, speech: Language) -> tuple[str, str]:
    """Return the table, and what it says in one sentence."""
    _ = speech.gettext
    rows = compare_home(catalogue, site.id, home, speech)
    counts = Counter(row.verdict for row in rows)
    town = catalogue.region.municipalities[site.municipality].name
    summary = _(
        "Compared with {place}: {better} figures better here, {worse} worse, {same} the same."
    ).format(
        place=home.city.name,
        better=counts["better"],
        worse=counts["worse"],
        same=counts["same"],
    )
    km = speech.number(round(distance_km(catalogue, site.id, home)))
    html = render(
        "home.html",
        speech,
        here=town,
        there=home.city.name,
        rows=rows,
        summary=summary,
        distance=_("From {place} to {site}: {km} km as the crow flies.").format(
            place=home.city.name, site=site.name, km=km
        ),
    )
    return html, summary
