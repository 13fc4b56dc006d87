"""What several commands share: which region is meant, and where the packs are."""

import argparse
from pathlib import Path
from typing import Any

from matcher.catalogue import Catalogue, make_catalogue
from matcher.errors import UnknownIdError
from matcher.pack import find_packs, load_region

DATA = Path(__file__).parents[2] / "data"
DEFAULT_REGION = "sachsen-anhalt"


def add_region(parser: Any) -> None:
    """Add the options that choose a region."""
    parser.add_argument("--region", default=DEFAULT_REGION, metavar="ID")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="where packs are")


def catalogue(options: argparse.Namespace) -> Catalogue:
    """Load the region that the command line names."""
    packs = {folder.name: folder for folder in find_packs(options.data)}
    if options.region not in packs:
        raise UnknownIdError("region", options.region, packs)
    return make_catalogue(load_region(packs[options.region]))
