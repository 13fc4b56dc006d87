"""The portrait cards of a site: occupations, places, people; and what a tap on them does."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from matcher.cards import Card, CardEmployer, site_cards
from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.model.site import Site
from matcher.wishes import Wish, Wishes
from pages.parts.components import told, view
from pages.parts.templates import render
from pages.parts.visit import address_of, kept_pairs, leave

PORTRAITS = "portraits"
SHOWN = 4  # cards before one asks for the rest
OWN_SHOWN = 2  # of them, at most, portraits of the site itself
HERE_SHOWN = 3  # employers on a card; those after them are asked for
ELSEWHERE_SHOWN = 6


def show_portraits(catalogue: Catalogue, site: Site, wishes: Wishes, speech: Language) -> None:
    """Show what one does at a site, with which training, at whom, and how one lives there."""
    today = datetime.now(UTC).date()
    html = portraits_html(catalogue, site, wishes, kept_pairs(), today, speech)
    if html:
        view(PORTRAITS, html)


def act_on_portraits(catalogue: Catalogue, wishes: Wishes) -> None:
    """Search with the occupation of the card that was tapped."""
    for event in told(PORTRAITS):
        name, _colon, value = event.partition(":")
        if name == "wish":
            leave(name, with_occupation(catalogue, wishes, value))


def portraits_html(
    catalogue: Catalogue,
    site: Site,
    wishes: Wishes,
    kept: Mapping[str, str],
    today: date,
    speech: Language,
) -> str:
    """Return the cards that may be shown on a day; nothing where there is none.

    ``kept`` goes along in every link beside the wishes.
    """
    cards = site_cards(catalogue, site, speech, today)
    if not cards:
        return ""
    first = first_cards(cards)
    rest = [card for card in cards if card not in first]

    def search(card: Card) -> str:
        return address_of("/", with_occupation(catalogue, wishes, card.occupation), kept)

    def place(entry: CardEmployer) -> str:
        """Lead to the employer's part of the page of its site."""
        part = f"#o-{entry.organisation.id}"
        if entry.site.id == site.id:
            return part
        return address_of("/site", wishes, {**kept, "site": entry.site.id}) + part

    def left_out(card: Card) -> str:
        n = len(card.elsewhere) - ELSEWHERE_SHOWN
        words = speech.ngettext("and {n} more at other sites", "and {n} more at other sites", n)
        return words.format(n=n) if n > 0 else ""

    return render(
        "portraits.html",
        speech,
        first=first,
        rest=rest,
        more=speech.ngettext("{n} more portrait", "{n} more portraits", len(rest)).format(
            n=len(rest)
        ),
        here_shown=HERE_SHOWN,
        elsewhere_shown=ELSEWHERE_SHOWN,
        place=place,
        search=search,
        left_out=left_out,
    )


def first_cards(cards: tuple[Card, ...]) -> list[Card]:
    """Choose what is seen at once: occupations, and beside them the site's own portraits."""
    occupations = [card for card in cards if card.occupation]
    own = [card for card in cards if not card.occupation][:OWN_SHOWN]
    return [*occupations[: SHOWN - len(own)], *own]


def with_occupation(catalogue: Catalogue, wishes: Wishes, occupation: str) -> Wishes:
    """Return the wishes with an occupation that the region knows; others change nothing."""
    questions = catalogue.region.questions
    known = catalogue.region.occupations
    if wishes.get(occupation) or known is None or occupation not in known.occupations:
        return wishes
    order = [block.id for block in questions.blocks]
    return wishes.with_wish(questions.block_of(occupation).id, Wish(occupation), order)
