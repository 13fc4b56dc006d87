"""``criteria``: the blocks and ids that a wish string may use."""

import argparse
import json
from typing import Any

from matcher.commands.region import add_region, catalogue
from matcher.exports.data import questions_data
from matcher.exports.table import aligned_text
from matcher.model.text import DEFAULT_LANGUAGE


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("criteria", help="list the ids that a wish string may use")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print all blocks with their criteria."""
    data = questions_data(catalogue(options))
    if options.format == "json":
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    rows = [
        (block["id"], criterion["id"], criterion["label"][DEFAULT_LANGUAGE], criterion["kind"])
        for block in data["blocks"]
        for criterion in block["criteria"]
    ]
    print(aligned_text(("block", "id", "label", "kind"), rows))
    return 0
