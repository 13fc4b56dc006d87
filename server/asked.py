"""What a request asks for: a region, a language, wishes; or the sentences that say why not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from matcher.catalogue import Catalogue
from matcher.language import N_, Language
from matcher.model.site import Site
from matcher.model.text import DEFAULT_LANGUAGE
from matcher.wishes import MAX_LENGTH, Fault, Wishes, read_pairs
from pages.parts.home import all_homes
from pages.parts.regions import (
    LANGUAGE_KEY,
    REGION_KEY,
    all_catalogues,
    find_catalogue,
    known_languages,
    speech_in,
)
from pages.parts.visit import OTHER_KEYS


class AskedError(Exception):
    """A request that cannot be answered: a status, a code for programs, sentences for people."""

    def __init__(self, status: int, code: str, message: str, details: tuple[str, ...] = ()) -> None:
        self.status = status
        self.code = code
        self.message = message
        self.details = details
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Asked:
    """Where to look, in which language to answer, and what is wished for."""

    catalogue: Catalogue
    language: Language
    wishes: Wishes

    def site(self, site_id: str) -> Site:
        """Return a site of the region, or say that there is none."""
        site = self.catalogue.region.site(site_id)
        if site is None:
            raise AskedError(404, "unknown-site", self.language.gettext("There is no such site."))
        return site


def asked(request: Request) -> Asked:
    """Read the address of a request.

    Raises
    ------
    AskedError
        If any part of it is not understood; the details name each one.
    """
    pairs = request.query_params.multi_items()
    region = request.query_params.get(REGION_KEY)
    catalogue = find_catalogue(region, request.path_params.get("site"))
    speech = speech_of(request, catalogue)
    _ = speech.gettext
    if len(request.scope["query_string"]) > MAX_LENGTH:
        told = _("A wish string has at most {limit} characters.").format(limit=MAX_LENGTH)
        raise AskedError(400, "too-long", told)
    if catalogue is None:
        raise _no_region(region, speech)
    rest = [pair for pair in pairs if pair[0] not in OTHER_KEYS]
    wishes, faults = read_pairs(rest, catalogue.region.questions)
    given = [key for key, _value in pairs]
    for key in (REGION_KEY, LANGUAGE_KEY):
        if given.count(key) > 1:
            faults.append(Fault(N_("“{key}” is given twice."), {"key": key}))
    languages = known_languages(catalogue)
    if request.query_params.get(LANGUAGE_KEY, DEFAULT_LANGUAGE) not in languages:
        spoken = ", ".join(languages)
        faults.append(Fault(N_("The language is one of: {codes}."), {"codes": spoken}))
    if wishes.home and wishes.home not in all_homes():
        unknown = {"value": wishes.home}
        faults.append(Fault(N_("“{value}” is not a known place."), unknown))
    if faults:
        details = tuple(_(fault.template).format(**fault.fields) for fault in faults)
        raise AskedError(400, "not-understood", _("The address was not understood."), details)
    return Asked(catalogue, speech, wishes)


def speech_of(request: Request, catalogue: Catalogue | None) -> Language:
    """Return the language that a request asks for, or the default one."""
    return speech_in(catalogue, request.query_params.get(LANGUAGE_KEY))


def _no_region(region: str | None, speech: Language) -> AskedError:
    _ = speech.gettext
    if region is not None:
        return AskedError(404, "unknown-region", _("There is no such region."))
    known = "|".join(all_catalogues())
    told = _("Say which region you mean: region={known}.").format(known=known)
    return AskedError(400, "region-missing", told)


def or_plain_text(answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Let a route answer what it cannot read with sentences, one a line."""

    @wraps(answer)
    def answer_or_say_why(request: Request) -> Response:
        try:
            return answer(request)
        except AskedError as error:
            told = "\n".join((error.message, *error.details))
            return PlainTextResponse(
                told, status_code=error.status, headers={"cache-control": "no-store"}
            )

    return answer_or_say_why
