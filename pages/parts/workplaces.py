"""Who works at a site: filtered, searched and put in order by a visitor."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast, get_args

import streamlit as st
from markupsafe import Markup

from matcher.catalogue import Catalogue
from matcher.directory import Filters, Order, in_order, matching
from matcher.language import Language
from matcher.model.organisations import Employer, Institute
from matcher.model.site import Site
from matcher.ranking import EmployerMatch, rank_employers
from matcher.wishes import Wishes
from pages.parts.components import told, view
from pages.parts.employers import filter_choices
from pages.parts.site import workplace_cards
from pages.parts.templates import render

STATE, SEARCH, LIST = "visit:workplaces", "workplaces-search", "workplaces"
FILTERED_FROM = 5  # entries; fewer are seen at a glance


@dataclass(frozen=True, slots=True)
class Looking:
    """What a visitor looks for at one site; ``round`` counts how often all was cleared."""

    site: str
    order: Order
    filters: Filters = field(default_factory=Filters)
    round: int = 0

    def after(self, event: str) -> "Looking | None":
        """Return what is looked for after a tap; None if the tap means something else."""
        name, _colon, value = event.partition(":")
        if name == "text":
            return replace(self, filters=Filters(self.filters.values, value))
        if name == "filter":
            key, _colon, wanted = value.partition(":")
            return replace(self, filters=self.filters.toggled(key, wanted))
        if name == "sort" and value in get_args(Order):
            return replace(self, order=cast(Order, value))
        if name == "clear":
            return replace(self, filters=Filters(), round=self.round + 1)
        return None


def show_workplaces(
    catalogue: Catalogue, site: Site, today: date, wishes: Wishes, speech: Language
) -> None:
    """Show the employers and institutes of a site, and what they can be filtered by."""
    state = st.session_state
    looking: Looking | None = state.get(STATE)
    # The field is empty when the page is opened: so is what it held.
    if looking is None or looking.site != site.id or SEARCH not in state:
        looking = Looking(site.id, "wishes" if len(wishes) else "size")
    for event in told(SEARCH, LIST):
        looking = looking.after(event) or looking
    state[STATE] = looking
    matches = [match for match in rank_employers(catalogue, wishes) if match.site.id == site.id]
    filterable = len(matches) >= FILTERED_FROM
    search = render("workplaces-search.html", speech, filterable=filterable, round=looking.round)
    view(SEARCH, search)
    cards = workplace_cards(catalogue, site, today, speech)
    html, count = workplaces_html(catalogue, matches, cards, looking, len(wishes) > 0, speech)
    view(LIST, html, count)


def workplaces_html(
    catalogue: Catalogue,
    matches: list[EmployerMatch],
    cards: Mapping[str, Markup],
    looking: Looking,
    ranked: bool,
    speech: Language,
) -> tuple[str, str]:
    """Return the entries that are looked for, and how many of all these are, in words."""
    _, filters = speech.gettext, looking.filters
    found = in_order(matching(catalogue, matches, filters), looking.order)
    filtered = bool(filters.text) or any(filters.values.values())
    count = ""
    if filtered:
        count = _("{n} of {total} entries").format(n=len(found), total=len(matches))
        if filters.text:
            count += " " + _("for “{text}”").format(text=filters.text)
    shown = [match.organisation for match in found]
    orders = [("size", _("Size")), ("name", _("Name"))]
    html = render(
        "workplaces.html",
        speech,
        filterable=len(matches) >= FILTERED_FROM,
        filters=filters,
        filtered=filtered,
        choices=filter_choices(catalogue, matches, speech),
        orders=[("wishes", _("My wishes first")), *orders] if ranked else orders,
        order=looking.order,
        count=count,
        employers=[cards[o.id] for o in shown if isinstance(o, Employer)],
        institutes=[cards[o.id] for o in shown if isinstance(o, Institute)],
    )
    return html, count
