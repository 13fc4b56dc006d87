"""The frame that Streamlit runs: one page at a time, chosen by the address."""

from pathlib import Path

import streamlit as st

from matcher.joined import ALL
from pages.parts.bar import show_bar
from pages.parts.frame import set_up_page
from pages.parts.start import OF_NO_REGION, OF_ONE_REGION, show_start
from pages.parts.titles import FINDER, PATHS, title_of
from pages.parts.visit import asked_catalogue, speak

HERE = Path(__file__).parent

speech, catalogue = speak(), asked_catalogue()
titles = {path: title_of(path, catalogue, speech) for path in PATHS}
page = st.navigation(
    [
        st.Page(HERE / "finder.py", title=titles[FINDER], default=True),
        *(
            st.Page(HERE / f"{path}.py", title=title, url_path=path, visibility="hidden")
            for path, title in titles.items()
            if path != FINDER
        ),
    ],
    position="hidden",
)
path = page.url_path
joined = catalogue is not None and catalogue.region.profile.id == ALL
wanted = catalogue is not None or path in OF_NO_REGION
starts = not wanted or (joined and path in OF_ONE_REGION)
set_up_page(title_of(FINDER, None, speech) if starts else titles[path])
show_bar(path)
if starts:
    show_start(path)
else:
    page.run()
