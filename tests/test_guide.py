"""The guide for a new region: whoever follows it, letter for letter, gets a region that works."""

import re
import shlex
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.server import running

GUIDE = ROOT / "docs" / "adding-a-region.md"
COMMAND = re.compile(r"(?m)^python -m matcher (.+)$")
FILE = re.compile(r"^`(data/neuland/[^`]+)`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
DELETED = re.compile(r"Delete `(data/neuland/[^`]+)`")


def call(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "matcher", *shlex.split(command)],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def followed(tmp_path_factory) -> Path:
    """A folder in which somebody followed the guide from top to bottom."""
    folder = tmp_path_factory.mktemp("guide")
    for name in ("shared", "base-map", "home", "translations"):
        shutil.copytree(ROOT / "data" / name, folder / "data" / name)
    text = GUIDE.read_text(encoding="utf-8")
    steps = re.split(r"(?m)^## ", text)[1:]
    for step in steps[:5]:
        for command in COMMAND.findall(step):
            done = call(folder, command)
            assert done.returncode == 0, (command, done.stdout, done.stderr)
        for name in DELETED.findall(step):
            (folder / name).unlink()
        for name, content in FILE.findall(step):
            (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_the_guide_touches_no_file_outside_the_folder_of_its_region(followed):
    for name in ("shared", "base-map", "home", "translations"):
        for path in (ROOT / "data" / name).rglob("*.*"):
            twin = followed / "data" / path.relative_to(ROOT / "data")
            assert twin.read_bytes() == path.read_bytes()
    assert {path.name for path in (followed / "data").iterdir()} == {
        "shared", "base-map", "home", "translations", "neuland",
    }  # fmt: skip


def test_every_command_of_its_sixth_step_works(followed):
    text = GUIDE.read_text(encoding="utf-8")
    (step,) = [part for part in re.split(r"(?m)^## ", text) if part.startswith("6.")]
    commands = COMMAND.findall(step)

    assert len(commands) == 3
    for command in commands:
        if not command.startswith("check"):
            command += f" --data {followed / 'data'}"
        done = call(followed, command)
        assert done.returncode == 0, (command, done.stdout, done.stderr)


def test_the_finder_serves_the_new_region_with_its_place_and_its_employer(followed):
    with (
        running(FINDER_DATA=str(followed / "data")) as url,
        urllib.request.urlopen(f"{url}/result?sector=food&living=small-town") as answer,
    ):
        page = answer.read().decode()

    assert "Neustadt an der Neu" in page
    assert "Neubäcker GmbH" in page
