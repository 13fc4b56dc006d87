"""A small pack of one invented site, as ``new-region`` makes it, to be spoiled."""

import re
import shutil
from pathlib import Path

import pytest

from matcher.commands import main
from matcher.errors import PackError
from matcher.pack import load_region

ROOT = Path(__file__).parents[1]


def data_folder(folder: Path) -> Path:
    """Copy what lies beside the packs, less what takes long to read: translations, occupations."""
    ignored = shutil.ignore_patterns("translations")
    shutil.copytree(ROOT / "data" / "shared", folder / "shared", ignore=ignored)
    shutil.copytree(ROOT / "data" / "base-map", folder / "base-map")
    path = folder / "shared" / "occupations.yaml"
    head, title, rest = path.read_text(encoding="utf-8").partition("\noccupations:\n")
    entries = re.findall(r"(?m)^  [a-z0-9-]+:\n(?:    .*\n)+", rest)
    fitting = [entry for entry in entries if "mechanical-engineering-automation" in entry]
    path.write_text("".join([head, title, *fitting[:3]]), encoding="utf-8")
    return folder


def new_pack(folder: Path, name: str = "musterland") -> Path:
    """Make the pack of the starter beside what packs share, and return its folder."""
    if not (folder / "shared").is_dir():
        data_folder(folder)
    assert main(["new-region", str(folder / name)]) == 0
    return folder / name


def change(path: Path, old: str, new: str) -> int:
    """Replace a text that occurs once in a file, and return the line where it began."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def faults_of(pack: Path) -> list[str]:
    """Load a pack that has faults, and return them."""
    with pytest.raises(PackError) as caught:
        load_region(pack)
    return str(caught.value).splitlines()
