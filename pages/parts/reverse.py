"""Which wishes lead to a site, in words: for its page."""

from dataclasses import dataclass
from functools import cache

from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.reverse import reverse
from pages.parts.regions import known_catalogue, speech_in, where
from pages.parts.visit import address_of

NAMED = 5
TELLING = 0.1  # smaller advantages are not worth a word


@dataclass(frozen=True, slots=True)
class ReverseWords:
    """The wishes for and against a site, and the shortest that make it first."""

    for_it: tuple[str, ...]
    against: tuple[str, ...]
    shortest: str
    wishes: str
    link: str


def reverse_words(catalogue: Catalogue, site_id: str, speech: Language) -> ReverseWords:
    """Return what the page of a site says; computed once, it takes a second."""
    return _reverse_words(catalogue.region.profile.id, site_id, speech.code)


@cache
def _reverse_words(region: str, site_id: str, code: str) -> ReverseWords:
    catalogue = known_catalogue(region)
    speech = speech_in(catalogue, code)
    found = reverse(catalogue, site_id)

    def label(criterion: str) -> str:
        return speech.text(catalogue.region.questions.criterion(criterion).label)

    shortest = found.shortest
    return ReverseWords(
        for_it=tuple(label(p.criterion) for p in found.for_it[:NAMED] if p.advantage > TELLING),
        against=tuple(label(p.criterion) for p in found.against[:NAMED] if p.advantage < -TELLING),
        shortest=speech.all_of(label(w.criterion) for w in shortest) if shortest else "",
        wishes=str(shortest) if shortest else "",
        link=address_of("/", shortest, where(catalogue, speech)) if shortest else "",
    )
