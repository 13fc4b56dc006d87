"""``texts LANGUAGE``: print what a region says only in German, ready for a translator."""

import argparse
import io
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from matcher.commands.region import add_region, catalogue
from matcher.model.text import DEFAULT_LANGUAGE, SIMPLE
from matcher.pack.texts import untranslated


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("texts", help=__doc__)
    parser.add_argument("language", metavar="LANGUAGE", help="e.g. en, pl, uk or de-simple")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the texts as a gettext catalogue; its messages are the German texts."""
    region = catalogue(options).region
    known = region.texts.get(options.language, {})
    records = (
        region.profile, region.questions, region.definitions, region.occupations,
        region.portraits, region.support, region.sites,
    )  # fmt: skip
    found = Catalog(locale=options.language.removesuffix(SIMPLE))
    notes = [note for note in region.observations["note"].unique() if note and note not in known]
    if options.language == DEFAULT_LANGUAGE:  # notes are written in it
        notes = []
    for german in (*untranslated(records, options.language, known), *notes):
        found.add(german)
    written = io.BytesIO()
    write_po(written, found, width=0, omit_header=True)
    print(written.getvalue().decode(), end="")
    return 0
