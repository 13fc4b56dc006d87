"""The first page where several regions are installed: which one is it to be?"""

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from matcher.catalogue import Catalogue
from matcher.joined import ALL
from matcher.language import N_, Language
from pages.parts.regions import LANGUAGE_KEY, REGION_KEY, all_catalogues, known_catalogue, speech_in
from pages.parts.templates import render
from pages.parts.visit import asked_catalogue, speak

OF_ONE_REGION = ("support", "actors")
OF_NO_REGION = ("access",)
START_TITLE = N_("Where would you like to look?")


@dataclass(frozen=True, slots=True)
class Door:
    """A region, what it is about, and the finder there with what the address already says."""

    id: str
    name: str
    count: str
    intro: str
    picture: str
    link: str


def show_start(path: str) -> None:
    """Show every region, and all of them together; what the address says goes along.

    ``path`` is the page that is wanted. Support and actors stay with their regions.
    """
    speech = speak()
    known = {key: value for key, value in st.query_params.items() if key != REGION_KEY}
    doors = []
    several = len(all_catalogues()) > 1 and path not in OF_ONE_REGION
    for region in (*all_catalogues(), *([ALL] if several else [])):
        catalogue = known_catalogue(region)
        here = speech_in(catalogue, st.query_params.get(LANGUAGE_KEY))
        profile = catalogue.region.profile
        pictured = catalogue.region.sites[-1 if region == ALL else 0]
        doors.append(
            Door(
                id=region,
                count=_counted(catalogue, here),
                name=here.text(profile.name) if region != ALL else here.gettext("All regions"),
                intro=here.text(profile.intro),
                picture=f"/motif/{region}/{pictured.id}.svg",
                link=f"/{path}?{urlencode(known | {REGION_KEY: region}, safe=',:')}",
            )
        )
    asked = st.query_params.get(REGION_KEY, "")
    unknown = "" if asked_catalogue() else asked
    title = speech.gettext(START_TITLE)
    access = f"/access?{urlencode(st.query_params.to_dict(), safe=',:')}"
    st.html(render("start.html", speech, title=title, doors=doors, unknown=unknown, access=access))


def _counted(catalogue: Catalogue, speech: Language) -> str:
    sites = len(catalogue.region.sites)
    employers = sum(len(site.employers) for site in catalogue.region.sites)
    return ", ".join(
        [
            speech.ngettext("{n} place", "{n} places", sites).format(n=sites),
            speech.ngettext("{n} employer", "{n} employers", employers).format(n=employers),
        ]
    )
