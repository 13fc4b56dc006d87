"""The frame that Streamlit runs: one page at a time, chosen by the address."""

from pathlib import Path

import streamlit as st

from matcher.joined import ALL
from pages.parts.bar import show_bar
from pages.parts.frame import set_up_page
from pages.parts.start import OF_ONE_REGION, show_start
from pages.parts.visit import asked_catalogue, speak

HERE = Path(__file__).parent

set_up_page()
_ = speak().gettext
page = st.navigation(
    [
        st.Page(HERE / "finder.py", title=_("Finder"), default=True),
        st.Page(HERE / "compare.py", title=_("Compare"), url_path="compare", visibility="hidden"),
        st.Page(
            HERE / "employers.py",
            title=_("Employers and institutes"),
            url_path="employers",
            visibility="hidden",
        ),
        st.Page(HERE / "method.py", title=_("Method"), url_path="method", visibility="hidden"),
        st.Page(HERE / "support.py", title=_("Support"), url_path="support", visibility="hidden"),
        st.Page(HERE / "actors.py", title=_("Actors"), url_path="actors", visibility="hidden"),
        st.Page(HERE / "site.py", title=_("Site"), url_path="site", visibility="hidden"),
    ],
    position="hidden",
)
show_bar(page.url_path)
catalogue = asked_catalogue()
joined = catalogue is not None and catalogue.region.profile.id == ALL
if catalogue is None or (joined and page.url_path in OF_ONE_REGION):
    show_start(page.url_path)
else:
    page.run()
