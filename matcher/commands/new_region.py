"""``new-region DIR``: make a small pack that passes the check, to start a region from."""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

from matcher.joined import ALL
from matcher.pack.shared import FOLDER

STARTER = "starter"
REGION_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
PLACEHOLDER = "REGION"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("new-region", help=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="e.g. data/harz")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files of the starter; nothing that is there already is touched."""
    folder: Path = options.folder
    starter = folder.parent / FOLDER / STARTER
    if not REGION_ID.fullmatch(folder.name):
        return _refuse(f"{folder.name!r} is no id: use small letters, digits and single hyphens")
    if folder.name == ALL:
        return _refuse(f"{ALL!r} means every region together: choose another name")
    if folder.exists():
        return _refuse(f"{folder} is there already: choose a folder that is not")
    if not starter.is_dir():
        return _refuse(f"{starter} is missing: a region stands beside the folder {FOLDER!r}")
    for path in sorted(starter.rglob("*.*")):
        target = folder / path.relative_to(starter)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        target.write_text(text.replace(PLACEHOLDER, folder.name), encoding="utf-8")
        print(target)
    print(f"Change these files, then check them: python -m matcher check {folder}")
    return 0


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 2
