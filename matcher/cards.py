"""Portrait cards: what one does in an occupation, with which training, at which employers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.catalogue import Catalogue, Organisation
from matcher.language import Language
from matcher.model.facts import Link, Source
from matcher.model.portraits import Portrait
from matcher.model.site import Site
from matcher.report import caution


@dataclass(frozen=True, slots=True)
class CardEmployer:
    """An employer or institute that lists an occupation.

    ``documented`` is whether a source says so; else the occupation is typical of what is done
    there. ``caution`` says what is not normal about the entry, or nothing.
    """

    organisation: Organisation
    site: Site
    documented: bool
    caution: str


@dataclass(frozen=True, slots=True)
class Card:
    """A portrait in words. ``occupation`` can be wished for; it is empty for other kinds."""

    id: str
    heading: str
    title: str
    text: str
    training: str
    occupation: str
    here: tuple[CardEmployer, ...]
    elsewhere: tuple[CardEmployer, ...]
    film: Link | None
    credit: str
    sources: tuple[Source, ...]
    unverified: bool


def site_cards(
    catalogue: Catalogue, site: Site, language: Language, today: date
) -> tuple[Card, ...]:
    """Return the cards of a site: its occupations, those that most list first; then its own.

    An occupation has a card where an employer lists it that counts for the site: not where
    all who list it are closing, insolvent or only planned. A portrait whose consent does not
    hold today is left out.

    Parameters
    ----------
    today : date
        The day on which the cards are shown.
    """
    shared = catalogue.region.portraits
    cards = [
        _card(catalogue, site, portrait, shared.sources, language)
        for portrait in shared.portraits
        if portrait.shown_on(today)
    ]
    cards = [card for card in cards if _counted(card)]
    cards.sort(key=lambda card: (-_counted(card), card.heading))
    own = (
        _card(catalogue, site, portrait, site.sources, language)
        for portrait in site.portraits
        if portrait.shown_on(today)
    )
    return (*cards, *own)


def employers_for(
    catalogue: Catalogue, occupation: str, language: Language
) -> tuple[CardEmployer, ...]:
    """Return who in the region lists an occupation; first who counts, then who documents it."""
    sites = catalogue.region.sites
    found = [
        CardEmployer(
            organisation=organisation,
            site=sites[place],
            documented=organisation.occupations_basis == "documented",
            caution=caution(organisation, language),
        )
        for organisation, place in zip(catalogue.organisations, catalogue.places, strict=True)
        if occupation in catalogue.tags[organisation.id]
    ]
    return tuple(
        sorted(
            found,
            key=lambda entry: (
                -entry.organisation.strength,
                not entry.documented,
                entry.organisation.name.casefold(),
            ),
        )
    )


def _counted(card: Card) -> int:
    """Count the employers of a site that stand for it with an occupation."""
    return sum(entry.organisation.strength > 0 for entry in card.here)


def _card(
    catalogue: Catalogue,
    site: Site,
    portrait: Portrait,
    sources: Mapping[str, Source],
    language: Language,
) -> Card:
    shared = portrait.kind == "occupation" and catalogue.region.occupations is not None
    occupation = (portrait.occupation or "") if shared else ""
    everyone = employers_for(catalogue, occupation, language) if occupation else ()
    label = ""
    if occupation and catalogue.region.occupations:
        label = language.text(catalogue.region.occupations.occupations[occupation].label)
    title = language.text(portrait.title)
    return Card(
        id=portrait.id,
        heading=label or title,
        title=title if label else "",
        text=language.text(portrait.text),
        training=language.text(portrait.training) if portrait.training else "",
        occupation=occupation,
        here=tuple(entry for entry in everyone if entry.site.id == site.id),
        elsewhere=tuple(entry for entry in everyone if entry.site.id != site.id),
        film=portrait.film,
        credit=portrait.credit or "",
        sources=tuple(sources[source] for source in portrait.sources),
        unverified=portrait.confidence == "unverified",
    )
