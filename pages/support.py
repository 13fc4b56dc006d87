"""Who helps: offers, projects, networks and events, by what somebody's situation is."""

from datetime import UTC, datetime

from pages.parts.components import told, view
from pages.parts.filters import act_on_filters, current_filters
from pages.parts.support import support_html
from pages.parts.visit import current_catalogue, current_wishes, leave, speak

FILTERS = "visit:support"

catalogue, speech = current_catalogue(), speak()
wishes, _faults = current_wishes(catalogue.region.questions)
for tapped in told("support"):
    if not act_on_filters(FILTERS, tapped):
        leave(tapped, wishes)

filters, today = current_filters(FILTERS), datetime.now(UTC).date()
view("support", support_html(catalogue, wishes, filters, today, speech))
