"""What the finder is for, how it is used, how accessible it is, and whom to tell.

The same body stands on the page of the finder and on the plain page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from matcher.catalogue import Catalogue
from matcher.exports.contact import barrier_draft
from matcher.joined import ALL
from matcher.language import N_, Language, language, own_name
from matcher.model.accessibility import Conformity, Statement
from matcher.model.region import Complaints, Contact, Profile
from matcher.pack.accessibility import load_statement
from matcher.pack.shared import FOLDER as SHARED
from pages.parts.regions import all_catalogues, known_languages, speech_in, spoken, where
from pages.parts.templates import render

PATH, PLAIN_PATH = "/access", "/access.html"
OURS = Path(__file__).parents[2] / "data" / SHARED  # of the program, whatever packs it shows
STATUS_WORDS: dict[Conformity, str] = {
    "full": N_("conforms to all of these standards"),
    "partial": N_("conforms to these standards in part"),
    "none": N_("does not conform to these standards"),
}
MAILTO = "mailto:"
TITLE = N_("Help and accessibility")


@dataclass(frozen=True, slots=True)
class Told:
    """Whom to tell of a barrier in a region: by ``address``, or by what their ``page`` says."""

    name: str
    contact: str
    address: str
    mail: str
    page: str
    complaints: Complaints | None


@cache
def statement() -> Statement:
    """Load the statement of the program."""
    return load_statement(OURS)


def access_html(
    catalogue: Catalogue | None, asked: Mapping[str, str], origin: str, speech: Language
) -> str:
    """Return the page of the finder; ``asked`` is the address that it came from."""
    query = _query(asked)
    return render(
        "access.html",
        speech,
        **access_words(catalogue, asked, origin, speech),
        back=f"/{query}",
        query=query,
    )


def access_words(
    catalogue: Catalogue | None, asked: Mapping[str, str], origin: str, speech: Language
) -> dict[str, Any]:
    """Return what both pages say; without a region, whom to tell in each of them."""
    query = _query(asked)
    link = f"{origin}{PATH}{_query(where(catalogue, speech) if catalogue else spoken(speech))}"
    facts = statement()
    return {
        "statement": facts,
        "status": speech.gettext(STATUS_WORDS[facts.status]),
        "tests": sorted({name for proof in facts.tested for name in proof.tests}),
        "languages": speech.all_of(own_name(language(c)) for c in known_languages(catalogue)),
        "result": f"/result{query}" if catalogue else "",
        "plain": f"{PLAIN_PATH}{query}",
        "regions": [whom_to_tell(each.region.profile, link, speech) for each in _meant(catalogue)],
    }


def _meant(catalogue: Catalogue | None) -> Sequence[Catalogue]:
    """Return the region that is meant, or each of them: every one has its own contacts."""
    if catalogue is None or catalogue.region.profile.id == ALL:
        return tuple(all_catalogues().values())
    return (catalogue,)


def whom_to_tell(profile: Profile, link: str, speech: Language) -> Told:
    """Return whom to tell of a barrier; ``link`` is the page that the draft names."""
    found = _contact(profile)
    mailbox = found.url if found and found.url.startswith(MAILTO) else MAILTO
    here = speech_in(all_catalogues().get(profile.id), speech.code)
    return Told(
        name=here.text(profile.name),
        contact=found.name if found else "",
        address=mailbox.removeprefix(MAILTO).partition("?")[0],
        mail=barrier_draft(mailbox, link, speech),
        page=found.url if found and mailbox == MAILTO else "",
        complaints=profile.complaints,
    )


def _contact(profile: Profile) -> Contact | None:
    """Return the first contact that can be written to at once, else the first with a web page."""
    found = (c for kind in (MAILTO, "http") for c in profile.contacts if c.url.startswith(kind))
    return next(found, None)


def _query(pairs: Mapping[str, str]) -> str:
    return f"?{urlencode(pairs, safe=',:')}" if pairs else ""
