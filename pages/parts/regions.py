"""The regions that are installed: loaded once, shared by every visitor."""

import os
from functools import cache
from pathlib import Path

from matcher.catalogue import Catalogue, make_catalogue
from matcher.pack import find_packs, load_region

DATA = Path(os.environ.get("FINDER_DATA", Path(__file__).parents[2] / "data"))


@cache
def all_catalogues() -> dict[str, Catalogue]:
    """Load every region pack below the data folder, by id.

    Raises
    ------
    PackError
        If a pack has faults: the server does not start on wrong facts.
    """
    catalogues = [make_catalogue(load_region(pack)) for pack in find_packs(DATA)]
    return {catalogue.region.profile.id: catalogue for catalogue in catalogues}


def current_catalogue() -> Catalogue:
    """Return the region that is shown: the first by id while there is no choice."""
    return next(iter(all_catalogues().values()))
