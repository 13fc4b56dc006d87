"""Two to four sites side by side."""

from matcher.ranking import rank
from pages.parts.compare import compare_html
from pages.parts.components import told, view
from pages.parts.frame import is_dark
from pages.parts.visit import (
    compared_sites,
    current_catalogue,
    current_wishes,
    leave,
    speak,
    toggle_compared,
    write_address,
)

catalogue = current_catalogue()
wishes, _faults = current_wishes(catalogue.region.questions)
for tapped in told("compare"):
    name, _colon, value = tapped.partition(":")
    if name == "compare":
        toggle_compared(value)
    else:
        leave(tapped, wishes)
write_address(wishes)

result = rank(catalogue, wishes)
html = compare_html(catalogue, result, compared_sites(), is_dark(), speak())
view("compare", html)
