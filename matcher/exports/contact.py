"""Get in touch with a site: a card for the address book, and the draft of an e-mail.

Both name sites and employers, never a private person, and are made of texts that others
wrote: whatever these hold, it stays inside its field.
"""

from collections.abc import Sequence
from urllib.parse import quote

from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.model.site import Site
from matcher.wishes import Wishes

FOLD_AT = 75  # octets of a line, RFC 2426 2.6
URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%~-._"


def vcard(site: Site, language: Language) -> str:
    """Return a vCard 3.0 (RFC 2426) of a site: name, address and web page."""
    address = site.address
    street = _escaped(address.street or "")
    name = _escaped(site.name)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{name};;;;",
        f"FN:{name}",
        f"ORG:{name}",
        f"ADR;TYPE=WORK:;;{street};{_escaped(address.city)};;{_escaped(address.postal_code)};",
    ]
    if link := site.contact or site.website:
        lines.append(f"URL:{quote(link.url, safe=URL_CHARACTERS)}")
    if address.confidence == "unverified":
        note = language.gettext("The address is not verified.")
        lines.append(f"NOTE:{_escaped(note)}")
    lines.append("END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def mail_draft(
    site: Site, wishes: Sequence[str], employers: Sequence[str], link: str, language: Language
) -> str:
    """Return a mailto: link without a recipient: the packs hold web pages, no mail boxes."""
    _ = language.gettext
    if wishes:
        paragraphs = [
            _("the Zukunftsort-Finder suggested {site} to me.").format(site=site.name),
            _("My wishes: {wishes}.").format(wishes=", ".join(wishes)),
        ]
    else:
        paragraphs = [_("I found {site} in the Zukunftsort-Finder.").format(site=site.name)]
    if employers:
        paragraphs.append(
            _("I am interested in: {employers}.").format(employers=", ".join(employers))
        )
    paragraphs.append(_("Whom can I talk to about working there?"))
    body = "\r\n\r\n".join([_("Hello,"), " ".join(paragraphs), link])
    subject = _("Question about {site}").format(site=site.name)
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def wish_words(catalogue: Catalogue, wishes: Wishes, language: Language) -> list[str]:
    """Name the wishes as a sentence can hold them: 'Chemie (sehr wichtig)'."""
    words = []
    for wish in wishes:
        label = language.text(catalogue.region.questions.criterion(wish.criterion).label)
        if wish.must:
            label = f"{label} ({language.gettext('must')})"
        elif wish.importance > 1:
            label = f"{label} ({language.gettext('very important')})"
        words.append(label)
    return words


def _escaped(text: str) -> str:
    """Return text that ends neither its field nor its line (RFC 2426 section 5)."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    # What any reader may take for the end of a line, control characters among it.
    lines = (
        "".join(c if c.isprintable() else " " for c in line).strip() for line in text.splitlines()
    )
    return "\\n".join(filter(None, lines))


def _folded(line: str) -> str:
    """Break a line before every 75th octet, never inside a character."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > FOLD_AT:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += size
    return "\r\n".join(pieces)
