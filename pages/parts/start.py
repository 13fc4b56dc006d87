"""The first page where several regions are installed: which one is it to be?"""

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from matcher.joined import ALL
from pages.parts.regions import LANGUAGE_KEY, REGION_KEY, all_catalogues, known_catalogue, speech_in
from pages.parts.templates import render
from pages.parts.visit import speak


@dataclass(frozen=True, slots=True)
class Door:
    """A region, what it is about, and the finder there with what the address already says."""

    name: str
    intro: str
    picture: str
    link: str


def show_start() -> None:
    """Show every region, and all of them together; what the address says goes along."""
    speech = speak()
    known = {key: value for key, value in st.query_params.items() if key != REGION_KEY}
    doors = []
    several = len(all_catalogues()) > 1
    for region in (*all_catalogues(), *([ALL] if several else [])):
        catalogue = known_catalogue(region)
        here = speech_in(catalogue, st.query_params.get(LANGUAGE_KEY))
        profile = catalogue.region.profile
        pictured = catalogue.region.sites[-1 if region == ALL else 0]
        doors.append(
            Door(
                name=here.text(profile.name) if region != ALL else here.gettext("All regions"),
                intro=here.text(profile.intro),
                picture=f"/motif/{region}/{pictured.id}.svg",
                link=f"/?{urlencode(known | {REGION_KEY: region}, safe=',:')}",
            )
        )
    unknown = st.query_params.get(REGION_KEY, "")
    st.html(render("start.html", speech, doors=doors, unknown=unknown))
