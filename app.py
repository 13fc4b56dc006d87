"""The application: what the server does around the pages.

``.venv/bin/streamlit run app.py`` serves it; ``make run`` does that for you.
"""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

import pages.parts.board
import pages.parts.map
from matcher.catalogue import Catalogue
from matcher.joined import ALL
from matcher.language import language
from matcher.model.text import DEFAULT_LANGUAGE
from matcher.ranking import rank
from matcher.report import report
from matcher.wishes import Wish, Wishes, parse_wishes
from pages.parts.access import statement
from pages.parts.error import show_error
from pages.parts.home import all_homes, all_postcodes
from pages.parts.regions import all_catalogues, known_catalogue, speech_in
from pages.parts.result import result_html
from server import api, calendar, fonts, kept, paper, pdf, style, tables
from server.compress import CompressMiddleware
from server.headers import HeadersMiddleware
from server.motif import motif
from server.photo import photo
from server.refusals import RefusalsMiddleware
from server.shell import dressed

HERE = Path(__file__).parent


def warm_up(catalogue: Catalogue) -> None:
    """Do once what every visit does, so that all of it is loaded before the freeze."""
    questions, profile = catalogue.region.questions, catalogue.region.profile
    parse_wishes(profile.example, questions)  # the method page works through it
    blocks = questions.blocks
    wishes = Wishes(tuple((block.id, (Wish(block.criteria[0].id),)) for block in blocks))
    result = rank(catalogue, wishes)
    speech = speech_in(catalogue, None)
    reports = report(catalogue, result, speech)
    pages.parts.board.warm_search(profile.id)
    result_html(catalogue, reports, wishes, None, (), False, "", speech)


@asynccontextmanager
async def load_and_freeze(app: st.App) -> AsyncIterator[None]:
    """Load every region, then take all of it out of the garbage collector's sight.

    Streamlit collects the whole heap after each run of a page; with pandas and
    scikit-learn loaded that costs 100 ms a click. What is frozen is not walked.
    """
    logging.getLogger("uvicorn.access").disabled = True  # addresses hold wishes
    for catalogue in all_catalogues().values():
        warm_up(catalogue)
    if len(all_catalogues()) > 1:
        warm_up(known_catalogue(ALL))
    all_homes()
    all_postcodes()
    statement()
    gc.collect()
    gc.freeze()
    yield


app = st.App(
    HERE / "pages" / "frame.py",
    lifespan=load_and_freeze,
    routes=[
        Route("/motif/{region}/{site}.svg", motif),
        Route("/photo/{region}/{site}/{file}", photo),
        *paper.ROUTES,
        *pdf.ROUTES,
        *tables.ROUTES,
        *api.ROUTES,
        *calendar.ROUTES,
        *fonts.ROUTES,
        *style.ROUTES,
        *kept.ROUTES,
        Mount("/assets", StaticFiles(directory=HERE / "static")),
    ],
    middleware=[
        Middleware(GZipMiddleware),
        Middleware(HeadersMiddleware, dress=dressed),
        Middleware(CompressMiddleware),
        Middleware(RefusalsMiddleware, gettext=language(DEFAULT_LANGUAGE).gettext),
    ],
    on_script_error=show_error,
)
