"""The regions that are installed: loaded once, shared by every visitor."""

import os
from functools import cache
from pathlib import Path

from matcher.catalogue import Catalogue, make_catalogue
from matcher.errors import UnknownIdError
from matcher.joined import ALL, join_regions
from matcher.language import Language, language
from matcher.model.text import DEFAULT_LANGUAGE
from matcher.pack import find_packs, load_region

DATA = Path(os.environ.get("FINDER_DATA", Path(__file__).parents[2] / "data"))
FIXED = os.environ.get("FINDER_REGION")  # serve this region only, and ask for none
REGION_KEY, LANGUAGE_KEY = "region", "lang"


@cache
def all_catalogues() -> dict[str, Catalogue]:
    """Load every region pack below the data folder, or the one that is fixed, by id.

    Raises
    ------
    PackError
        If a pack has faults: the server does not start on wrong facts.
    UnknownIdError
        If the region that is fixed is not there.
    """
    packs = {pack.name: pack for pack in find_packs(DATA)}
    if FIXED is not None:
        if FIXED not in packs:
            raise UnknownIdError("region", FIXED, packs)
        packs = {FIXED: packs[FIXED]}
    return {name: make_catalogue(load_region(pack)) for name, pack in packs.items()}


@cache
def _joined() -> Catalogue:
    return make_catalogue(join_regions([each.region for each in all_catalogues().values()]))


def find_catalogue(region: str | None, site: str | None = None) -> Catalogue | None:
    """Return the region that an address means; 'all' is every one of them together.

    Where an address names none, it is the only one, or that of the site it names. None where
    nobody can say, or where there is no such region.
    """
    catalogues = all_catalogues()
    if region == ALL and len(catalogues) > 1:
        return _joined()
    if region is not None:
        return catalogues.get(region)
    if len(catalogues) == 1:
        return next(iter(catalogues.values()))
    return next((c for c in catalogues.values() if site and c.region.site(site)), None)


def known_catalogue(region: str) -> Catalogue:
    """Return a region that is known to be there."""
    found = find_catalogue(region)
    if found is None:
        raise UnknownIdError("region", region, all_catalogues())
    return found


def folder_of(region: str, site: str) -> Path:
    """Return the folder of the pack that holds a site."""
    found = find_catalogue(None if region == ALL else region, site)
    return DATA / (found.region.profile.id if found else region)


def known_languages(catalogue: Catalogue | None) -> tuple[str, ...]:
    """Return the languages that a region speaks; without one, those that all of them speak."""
    if catalogue is not None:
        return catalogue.region.profile.languages
    first, *others = (each.region.profile.languages for each in all_catalogues().values())
    return tuple(code for code in first if all(code in other for other in others))


def speech_in(catalogue: Catalogue | None, code: str | None) -> Language:
    """Return a language with the texts of a region; the default one where it is not spoken."""
    if code not in known_languages(catalogue):
        code = DEFAULT_LANGUAGE
    return _speech(catalogue, code)


@cache
def _speech(catalogue: Catalogue | None, code: str) -> Language:
    """Return the one language of a region and a code, by which its words are kept."""
    texts = catalogue.region.texts.get(code, {}) if catalogue else {}
    return language(code).with_texts(texts)


def where(catalogue: Catalogue, speech: Language) -> dict[str, str]:
    """Return what an address must say beside wishes to lead to this region in this language."""
    pairs = {}
    if len(all_catalogues()) > 1:
        pairs[REGION_KEY] = catalogue.region.profile.id
    return pairs | spoken(speech)


def spoken(speech: Language) -> dict[str, str]:
    """Return what an address must say to be answered in this language."""
    return {} if speech.code == DEFAULT_LANGUAGE else {LANGUAGE_KEY: speech.code}
