"""What the page of a site shows: computed once, filled into templates for each visit."""

from datetime import date
from functools import cache, lru_cache

from markupsafe import Markup

from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.model.site import Site
from matcher.portrait import Portrait, portrait
from matcher.surroundings import (
    BaseMap,
    Surroundings,
    Town,
    home_towns,
    load_base_map,
    merged,
    region_towns,
    surroundings,
)
from matcher.wishes import Wishes
from pages.parts.home import all_homes
from pages.parts.regions import DATA, known_catalogue, speech_in
from pages.parts.reverse import reverse_words
from pages.parts.templates import render
from pages.parts.visit import address_of, kept_pairs

KEPT = 300  # pieces of pages: a site's are made anew each day, as facts grow old


def known_of(catalogue: Catalogue, site: Site, today: date, speech: Language) -> Portrait:
    """Return all that is known of a site on a day."""
    return _known_of(catalogue.region.profile.id, site.id, today, speech.code)


def known_html(catalogue: Catalogue, site: Site, today: date, name: str, speech: Language) -> str:
    """Return a part of the page that is the same for everybody, from the template ``name``."""
    return _known_html(catalogue.region.profile.id, site.id, today, name, speech.code)


def workplace_cards(
    catalogue: Catalogue, site: Site, today: date, speech: Language
) -> dict[str, Markup]:
    """Return what is shown of each employer and institute of a site, by id."""
    return _workplace_cards(catalogue.region.profile.id, site.id, today, speech.code)


def around(catalogue: Catalogue, site: Site) -> Surroundings:
    """Return the map of a site's surroundings."""
    return _around(catalogue.region.profile.id, site.id)


def site_html(
    catalogue: Catalogue,
    site: Site,
    today: date,
    wishes: Wishes,
    dark: bool,
    speech: Language,
) -> str:
    """Return the head of the page: picture, summary, figures, where the site lies."""
    profile = catalogue.region.profile
    kept = kept_pairs()
    return render(
        "site.html",
        speech,
        region=profile.id,
        site=site,
        portrait=known_of(catalogue, site, today, speech),
        motif=True,
        dark=dark,
        reverse=reverse_words(catalogue, site.id, speech),
        back=address_of("/", wishes, kept),
        around=around(catalogue, site),
        paper=False,
        site_word=speech.text(profile.site_word),
        sites_word=speech.text(profile.sites_word),
        site_links={
            other.id: address_of("/site", wishes, kept | {"site": other.id})
            for other in catalogue.region.sites
        },
    )


@lru_cache(KEPT)
def _known_of(region: str, site_id: str, today: date, code: str) -> Portrait:
    catalogue = known_catalogue(region)
    site = catalogue.region.sites[catalogue.rows[site_id]]
    return portrait(catalogue, site, speech_in(catalogue, code), today)


@lru_cache(KEPT)
def _known_html(region: str, site_id: str, today: date, name: str, code: str) -> str:
    catalogue = known_catalogue(region)
    site = catalogue.region.sites[catalogue.rows[site_id]]
    known = _known_of(region, site_id, today, code)
    return render(name, speech_in(catalogue, code), site=site, portrait=known)


@lru_cache(KEPT)
def _workplace_cards(region: str, site_id: str, today: date, code: str) -> dict[str, Markup]:
    known = _known_of(region, site_id, today, code)
    speech = speech_in(known_catalogue(region), code)
    return {
        place.entry.organisation.id: Markup(  # noqa: S704 (the template has escaped it)
            render("workplace.html", speech, place=place)
        )
        for place in (*known.employers, *known.institutes)
    }


@cache
def _around(region: str, site_id: str) -> Surroundings:
    catalogue = known_catalogue(region)
    sites = catalogue.region.sites
    return surroundings(sites[catalogue.rows[site_id]], sites, _towns(region), _base_map())


@cache
def _towns(region: str) -> tuple[Town, ...]:
    own = region_towns(known_catalogue(region).region)
    return merged(own, home_towns(all_homes()), _base_map().towns)


@cache
def _base_map() -> BaseMap:
    return load_base_map(DATA / "base-map")
