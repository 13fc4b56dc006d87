"""What every test may use: the pack of Sachsen-Anhalt loaded once, an invented one, servers."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

# Else scikit-learn skips one of its own checks of our scorer.
os.environ["SCIPY_ARRAY_API"] = "1"

from matcher.catalogue import Catalogue, make_catalogue
from matcher.model.region import Region
from matcher.pack import load_region
from tests.invented_pack import make_invented_pack
from tests.server import running

ROOT = Path(__file__).parents[1]
PACK = ROOT / "data" / "sachsen-anhalt"


@pytest.fixture(scope="session")
def region() -> Region:
    return load_region(PACK)


@pytest.fixture(scope="session")
def catalogue(region: Region) -> Catalogue:
    return make_catalogue(region)


@pytest.fixture(scope="session")
def good_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with one invented site."""
    return make_invented_pack(tmp_path_factory.mktemp("good") / PACK.name)


@pytest.fixture
def pack(good_pack: Path, tmp_path: Path) -> Path:
    """A copy of the pack with one invented site, to be spoiled."""
    return shutil.copytree(good_pack, tmp_path / PACK.name)


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """The address of a finder of one region: one server for all tests of a process."""
    with running(FINDER_REGION=PACK.name) as address:
        yield address


@pytest.fixture(scope="session")
def all_url() -> Iterator[str]:
    """The address of a finder with every region that is installed."""
    with running() as address:
        yield address
