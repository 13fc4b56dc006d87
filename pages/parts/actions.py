"""What a tap on the result does, before the page is drawn."""

from matcher.model.questions import Questions
from matcher.wishes import Wish, Wishes
from pages.parts.visit import (
    change_wishes,
    leave,
    select_site,
    selected_site,
    toggle_compared,
)


def act(event: str, wishes: Wishes, questions: Questions) -> Wishes:
    """Carry out a tap: open or select a site, or change the wishes; return those that hold now."""
    name, _, value = event.partition(":")
    if name in ("open", "go"):
        leave(event, wishes)
    if name == "compare":
        toggle_compared(value)
    elif name == "select":
        select_site(None if value == selected_site() else value)
    elif name == "drop":
        wishes = change_wishes(wishes.without(value))
    elif name == "add":
        block = questions.block_of(value).id
        order = [known.id for known in questions.blocks]
        wishes = change_wishes(wishes.with_wish(block, Wish(value), order))
    elif name == "ease":
        wishes = change_wishes(wishes.eased(*value.split(",")))
    elif name == "reset":
        select_site(None)
        wishes = change_wishes(Wishes())
    return wishes
