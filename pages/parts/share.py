"""Take the result along: a page for paper, a link, a QR code, the draft of an e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matcher.catalogue import Catalogue
from matcher.exports.contact import mail_draft, wish_words
from matcher.exports.qr import qr_svg
from matcher.language import Language
from matcher.model.region import Contact
from matcher.model.site import Site
from matcher.report import SiteReport
from matcher.wishes import Wishes
from pages.parts.regions import spoken, where
from pages.parts.visit import address_of


@dataclass(frozen=True, slots=True)
class SiteContact:
    """How to get in touch with one site."""

    name: str
    mail: str
    web: str
    card: str


@dataclass(frozen=True, slots=True)
class ShareWords:
    """Everything that the block for sharing shows."""

    link: str
    query: str
    contacts: tuple[SiteContact, ...]
    services: tuple[Contact, ...]


def share_words(
    catalogue: Catalogue,
    cards: Sequence[SiteReport],
    wishes: Wishes,
    origin: str,
    speech: Language,
) -> ShareWords:
    """Return what leads back to this result; ``origin`` is e.g. 'https://finder.example'."""
    kept = where(catalogue, speech)
    link = address_of(f"{origin}/", wishes, kept)
    words = wish_words(catalogue, wishes, speech)
    return ShareWords(
        link=link,
        query=address_of("", wishes, kept),
        contacts=tuple(
            contact(
                entry.site, words, [c.organisation.name for c in entry.colleagues], link, speech
            )
            for entry in cards
        ),
        services=catalogue.region.profile.contacts,
    )


def contact(
    site: Site, wishes: Sequence[str], employers: Sequence[str], link: str, speech: Language
) -> SiteContact:
    """Return the ways to get in touch with one site."""
    page = site.contact or site.website
    return SiteContact(
        name=site.short_name,
        mail=mail_draft(site, wishes, employers, link, speech),
        web=page.url if page else "",
        card=address_of(f"/site/{site.id}.vcf", Wishes(), spoken(speech)),
    )


def qr_of(link: str, speech: Language) -> Markup:
    """Return the QR code of a link as it stands in a template."""
    title = speech.gettext("QR code: opens the finder with these wishes")
    return Markup(qr_svg(link, title))  # noqa: S704  (made of squares; its title is escaped)
