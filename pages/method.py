"""How the finder calculates: formula, worked example, fairness, what it does not know."""

from pages.parts.components import told, view
from pages.parts.method import method_html
from pages.parts.visit import current_catalogue, current_wishes, leave, speak

catalogue = current_catalogue()
wishes, _ = current_wishes(catalogue.region.questions)

for tapped in told("method"):
    leave(tapped, wishes)
view("method", method_html(catalogue, wishes, speak()))
