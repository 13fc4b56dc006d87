"""The start of a new region: a pack that passes the check, and nothing that is there is touched."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import TypeAdapter, ValidationError

from matcher.commands import main
from matcher.commands.new_region import REGION_ID
from matcher.model.text import Slug
from tests.conftest import ROOT

STARTER = ROOT / "data" / "shared" / "starter"
LETTERS = some.sampled_from("ab9-_.A ä\n/")


@pytest.fixture
def data(tmp_path) -> Path:
    """A data folder without a region."""
    for name in ("shared", "base-map"):
        shutil.copytree(ROOT / "data" / name, tmp_path / "data" / name)
    return tmp_path / "data"


@pytest.fixture
def run(capsys):
    """Run a command in this process; return its status, its output and its complaint."""

    def call(*arguments):
        capsys.readouterr()
        return main([str(argument) for argument in arguments]), *capsys.readouterr()

    return call


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_region_passes_the_check_and_ranks_its_site(run, data):
    assert run("new-region", data / "harz")[0] == 0

    assert run("check", data) == (0, "1 region packs, 0 problems\n", "")
    status, out, _ = run("rank", "living=small-town", "--region", "harz", "--data", data)
    assert status == 0
    assert "musterstadt" in out


def test_it_says_which_files_it_made_and_what_to_do_next(run, data):
    before = set(files(data))

    status, out, complaint = run("new-region", data / "harz")

    made = sorted(str(path) for path in set(files(data)) - before)
    *listed, last = out.splitlines()
    assert (status, complaint) == (0, "")
    assert sorted(listed) == made
    assert len(made) == len(files(STARTER))
    assert last.endswith(f"python -m matcher check {data / 'harz'}")


def test_it_touches_nothing_that_is_there_already(run, data):
    before = files(data)

    run("new-region", data / "harz")

    assert before.items() <= files(data).items()


def test_the_files_are_those_of_the_starter_under_the_name_of_the_region(run, data):
    run("new-region", data / "harz")

    for path in STARTER.rglob("*.*"):
        made = (data / "harz" / path.relative_to(STARTER)).read_text(encoding="utf-8")
        assert made == path.read_text(encoding="utf-8").replace("REGION", "harz")
        assert "REGION" not in made


def test_a_region_may_be_made_from_inside_the_data_folder(run, data, monkeypatch):
    monkeypatch.chdir(data)

    assert run("new-region", "harz")[0] == 0
    assert run("check", "harz")[0] == 0


def refused(run, folder: Path) -> str:
    """Run the command on a folder that it refuses; return its only line."""
    before = files(folder.parent)

    status, out, complaint = run("new-region", folder)

    assert (status, out) == (2, "")
    assert complaint.endswith("\n")
    assert complaint.count("\n") == 1
    assert files(folder.parent) == before
    return complaint


@pytest.mark.parametrize("name", ["Harz", "harz_ost", "harz--ost", "-harz", "h\u00e4rz", "a" * 61])
def test_a_name_that_is_no_id_is_refused(run, data, name):
    assert "is no id: use small letters, digits and single hyphens" in refused(run, data / name)
    assert not (data / name).exists()


def test_the_name_that_means_every_region_is_refused(run, data):
    assert refused(run, data / "all").startswith("'all' means every region together")


def test_a_folder_that_is_there_is_refused_even_if_it_is_empty(run, data):
    (data / "harz").mkdir()

    assert refused(run, data / "harz").startswith(f"{data / 'harz'} is there already")
    assert refused(run, data / "shared").startswith(f"{data / 'shared'} is there already")


def test_a_place_without_what_packs_share_is_refused(run, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    complaint = refused(run, elsewhere / "harz")

    assert complaint.startswith(f"{elsewhere / 'shared' / 'starter'} is missing: a region stands")


@given(name=some.text(LETTERS, max_size=8) | some.integers(58, 63).map("a".__mul__))
def test_a_name_is_taken_exactly_where_a_pack_may_have_it_as_its_id(name):
    try:
        is_id = TypeAdapter(Slug).validate_python(name) == name
    except ValidationError:
        is_id = False

    assert bool(REGION_ID.fullmatch(name)) == is_id


def test_two_new_regions_whose_sites_were_not_renamed_are_told_by_the_check(run, data):
    run("new-region", data / "altmark")
    run("new-region", data / "harz")

    status, out, _ = run("check", data)

    first, second = (data / name / "sites/musterstadt.yaml" for name in ("altmark", "harz"))
    site, employer, count = out.splitlines()
    assert status == 1
    assert site == f"{second}:2: id: 'musterstadt' is already given in {first}"
    line = second.read_text(encoding="utf-8").split("id: muster-maschinen")[0].count("\n") + 1
    assert employer == (
        f"{second}:{line}: employers.0.id: 'muster-maschinen' is already given in {first}"
    )
    assert count == "2 region packs, 2 problems"
