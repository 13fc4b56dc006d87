"""What the documents say is there."""

import re

import pytest

from matcher.commands.main import COMMANDS
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_inside_the_repository_leads_to_a_file(page):
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))

    for link in links:
        if not link.startswith(("http", "mailto:")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_readme_begins_with_the_two_commands_and_shows_one_picture():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()

    assert [line.split("#")[0].strip() for line in lines[2:4]] == ["make run", "make test"]
    assert sum(line.startswith("![") for line in lines) == 1


def test_every_make_command_of_the_readme_is_there():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))

    assert {"run", "test", "check"} <= named <= targets


def test_every_command_of_the_readme_is_there_and_every_command_is_in_the_changelog():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = {m.__name__.rsplit(".", 1)[-1].replace("_", "-") for m in COMMANDS}

    assert set(re.findall(r"-m matcher ([a-z-]+)", readme)) <= commands
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert all(f"{command}`" in changes for command in commands)


def test_every_room_of_the_house_is_in_the_plan():
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in (ROOT / "matcher").iterdir() if not path.name.startswith("_")}

    assert {room for room in rooms if f"`{room}`" not in plan} == set()
