"""Get in touch with a site: a card for the address book, and the draft of an e-mail.

Both name sites and employers, never a private person, and are made of texts that others
wrote: whatever these hold, it stays inside its field.
"""

from collections.abc import Sequence
from urllib.parse import quote

from matcher.catalogue import Catalogue
from matcher.exports.content_lines import escaped, folded
from matcher.language import Language
from matcher.model.site import Site
from matcher.wishes import Wishes

URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%~-._"


def vcard(site: Site, language: Language) -> str:
    """Return a vCard 3.0 (RFC 2426) of a site: name, address and web page."""
    address = site.address
    street = escaped(address.street or "")
    name = escaped(site.name)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{name};;;;",
        f"FN:{name}",
        f"ORG:{name}",
        f"ADR;TYPE=WORK:;;{street};{escaped(address.city)};;{escaped(address.postal_code)};",
    ]
    if link := site.contact or site.website:
        lines.append(f"URL:{quote(link.url, safe=URL_CHARACTERS)}")
    if address.confidence == "unverified":
        note = language.gettext("The address is not verified.")
        lines.append(f"NOTE:{escaped(note)}")
    lines.append("END:VCARD")
    return "".join(f"{folded(line)}\r\n" for line in lines)


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


def barrier_draft(mailbox: str, link: str, language: Language) -> str:
    """Return the draft of a report that something is not accessible.

    ``mailbox`` is a mailto: link, or 'mailto:' alone where nobody is known to write to.
    """
    _ = language.gettext
    paragraphs = [
        _("Hello,"),
        _("I met a barrier in the Zukunftsort-Finder."),
        _("What I wanted to do:"),
        _("What happened:"),
        _("My device, my browser, my aids:"),
        link,
    ]
    subject = quote(_("Barrier in the Zukunftsort-Finder"), safe="")
    body = quote("\r\n\r\n".join(paragraphs), safe="")
    return f"{mailbox.partition('?')[0]}?subject={subject}&body={body}"


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
