"""The HTML of the map of actors: filters above the map, the same actors below it as a list."""

from collections.abc import Sequence
from datetime import date

from matcher.catalogue import Catalogue
from matcher.directory import Filters
from matcher.language import Language
from matcher.model.support import Actor
from matcher.support import KIND_WORDS, TOPIC_WORDS, choices
from matcher.wishes import Wishes
from pages.parts.regions import where
from pages.parts.support import told
from pages.parts.templates import render
from pages.parts.visit import address_of


def actors_html(
    catalogue: Catalogue,
    filters: Filters,
    count: int,
    today: date,
    wishes: Wishes,
    speech: Language,
) -> str:
    """Return the heading and the filters."""
    actors = catalogue.region.support.actors.actors
    return render(
        "actors_head.html",
        speech,
        filters=filters,
        filtered=any(filters.values.values()),
        topics=choices(actors, "topic", TOPIC_WORDS, today, speech),
        kinds=choices(actors, "kind", KIND_WORDS, today, speech),
        towns=choices(actors, "town", {}, today, speech),
        count=speech.ngettext("{n} entry", "{n} entries", count).format(n=count),
        back=address_of("/", wishes, where(catalogue, speech)),
    )


def actors_list_html(
    catalogue: Catalogue, found: Sequence[Actor], today: date, wishes: Wishes, speech: Language
) -> str:
    """Return the actors as a list; the number is the one on the map."""
    sources = catalogue.region.support.actors.sources
    return render(
        "actors.html",
        speech,
        actors=[(actor, told(actor, sources, today, speech)) for actor in found],
        precision=lambda actor: speech.number(actor.position.precision_m / 1000),
        query=address_of("", wishes, where(catalogue, speech)),
    )
