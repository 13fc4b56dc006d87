"""``schema DIR``: write a JSON schema for each file of a pack, for editors that complete."""

import argparse
import json
from pathlib import Path
from typing import Any

from matcher.pack.schemas import schemas


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("schema", help=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="e.g. docs/schemas")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write ``<name>.schema.json`` for every file of a pack."""
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = options.folder / f"{name}.schema.json"
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(f"{text}\n", encoding="utf-8")
        print(path)
    return 0
