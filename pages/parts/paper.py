"""Pages that are read without a script, and printed: a result, a site, a message.

They are filled from the same reports as the interactive pages, so that order, reasons and
numbers are the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from matcher.cards import site_cards
from matcher.catalogue import Catalogue
from matcher.exports.contact import wish_words
from matcher.language import N_, Language
from matcher.model.facts import Source
from matcher.model.site import Site
from matcher.ranking import rank
from matcher.report import SiteReport, report
from matcher.wishes import Wishes
from pages.parts.access import PLAIN_PATH, TITLE, access_words
from pages.parts.regions import spoken, where
from pages.parts.result import CARDS, status_sentence
from pages.parts.share import contact, qr_of
from pages.parts.site import around, known_of
from pages.parts.templates import render
from pages.parts.visit import address_of

DESCRIPTION = N_("What the finder is for, how to use it, and how accessible it is.")
LONGEST_TYPED = 250  # characters of an address that somebody may type from paper; else the code


def paper_result_html(catalogue: Catalogue, wishes: Wishes, origin: str, speech: Language) -> str:
    """Return a result on one sheet: three cards, all sites in a table, the sources."""
    profile = catalogue.region.profile
    reports = report(catalogue, rank(catalogue, wishes), speech, detailed=CARDS)
    ranked = len(wishes) > 0
    cards = [entry for entry in reports if ranked and not entry.missed][:CARDS]
    kept = where(catalogue, speech)
    finder = address_of(f"{origin}/", wishes, kept)
    return render(
        "paper_result.html",
        speech,
        lang=speech.code,
        region=profile.id,
        brand=speech.text(profile.sites_word) + " " + speech.text(profile.name),
        title=_title(cards, ranked, speech),
        description=_description(catalogue, cards, speech),
        origin=origin,
        canonical=address_of(f"{origin}/result", wishes, kept),
        finder=finder,
        kept=address_of("", Wishes(), kept),
        query=address_of("", wishes, kept),
        typed=LONGEST_TYPED,
        qr=qr_of(finder, speech),
        wishes=wish_words(catalogue, wishes, speech),
        ranked=ranked,
        cards=cards,
        reports=reports,
        sources=_quoted(cards),
    )


def paper_site_html(
    catalogue: Catalogue, site: Site, origin: str, today: date, speech: Language
) -> str:
    """Return all that is known of one site, with its sources numbered."""
    found = known_of(catalogue, site, today, speech)
    profile = catalogue.region.profile
    employers = [place.entry.organisation.name for place in found.employers[:CARDS]]
    kept = where(catalogue, speech)
    canonical = address_of(f"{origin}/site/{site.id}.html", Wishes(), spoken(speech))
    return render(
        "paper_site.html",
        speech,
        lang=speech.code,
        region=profile.id,
        site=site,
        portrait=found,
        motif=False,
        around=around(catalogue, site),
        paper=True,
        site_word=speech.text(profile.site_word),
        sites_word=speech.text(profile.sites_word),
        site_links={
            other.id: address_of(f"/site/{other.id}.html", Wishes(), kept)
            for other in catalogue.region.sites
        },
        in_finder=address_of("/site", Wishes(), kept | {"site": site.id}),
        kept=address_of("", Wishes(), kept),
        query=address_of("", Wishes(), kept),
        cards=site_cards(catalogue, site, speech, today),
        origin=origin,
        canonical=canonical,
        contact=contact(site, (), employers, canonical, speech),
        sources=found.sources,
    )


def paper_message_html(title: str, sentences: Sequence[str], finder: str, speech: Language) -> str:
    """Return a page that says why there is nothing to show, and leads on."""
    return render(
        "paper_message.html",
        speech,
        lang=speech.code,
        title=title,
        sentences=sentences,
        finder=finder,
        query=address_of("", Wishes(), spoken(speech)),
    )


def paper_access_html(
    catalogue: Catalogue | None, wishes: Wishes, origin: str, speech: Language
) -> str:
    """Return how the finder is used and how accessible it is; without a region, of all of them."""
    kept = where(catalogue, speech) if catalogue else spoken(speech)
    return render(
        "paper_access.html",
        speech,
        **access_words(catalogue, wishes.pairs() | kept, origin, speech),
        lang=speech.code,
        region=catalogue.region.profile.id if catalogue else "",
        title=speech.gettext(TITLE),
        description=speech.gettext(DESCRIPTION),
        origin=origin,
        canonical=address_of(f"{origin}{PLAIN_PATH}", Wishes(), kept),
        finder=address_of("/", wishes, kept),
        kept=address_of("", Wishes(), kept),
        query=address_of("", wishes, kept),
    )


def _title(cards: Sequence[SiteReport], ranked: bool, speech: Language) -> str:
    if not ranked:
        return speech.gettext("All sites at a glance")
    if not cards:
        return speech.gettext("No site meets all your musts")
    if all(entry.rank > cards[0].rank for entry in cards[1:]):
        return speech.gettext("Your best match: {site}").format(site=cards[0].site.name)
    return status_sentence(cards, speech).removesuffix(".")


def _description(catalogue: Catalogue, cards: Sequence[SiteReport], speech: Language) -> str:
    if not cards:
        return speech.text(catalogue.region.profile.intro)
    reasons = " ".join(f"{label}: {reason.sentence}" for label, reason in cards[0].reasons[:1])
    return f"{cards[0].site.name} {cards[0].band_words}. {reasons}".strip()


def _quoted(cards: Iterable[SiteReport]) -> list[Source]:
    """Collect the sources of every fact on the cards, each once, in the order of reading."""
    found: list[Source] = []
    for entry in cards:
        against = (entry.against,) if entry.against else ()
        for _, reason in (*entry.reasons, *against):
            found += (source for source in reason.sources if source not in found)
    return found
