"""How the finder calculates: formula, worked example, fairness, what it does not know."""

from pages.parts.components import view
from pages.parts.method import method_html
from pages.parts.visit import current_catalogue, current_wishes, leave, speak

catalogue = current_catalogue()
wishes, _ = current_wishes(catalogue.region.questions)

event = view("method", method_html(catalogue, wishes, speak()))
if event:
    leave(event, wishes)
