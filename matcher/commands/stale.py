"""``stale``: list what nobody has confirmed for a while, and offers whose end has passed."""

import argparse
import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from matcher.commands.region import add_region, catalogue
from matcher.stale import stale

YEARS = re.compile(r"([0-9]{1,2})y")


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("stale", help=__doc__)
    parser.add_argument("--older-than", type=_years, default=3, metavar="3y")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is stale, the oldest first; that is no fault."""
    today = datetime.now(UTC).date()
    found = stale(catalogue(options).region, today, options.older_than)
    if options.format == "json":
        listed = [asdict(entry) | {"last": entry.last.isoformat()} for entry in found]
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return 0
    for entry in found:
        print(f"{entry.reason} {entry.last}  {entry.place}: {entry.what[:80]}")
    print(f"{len(found)} to look up again")
    return 0


def _years(text: str) -> int:
    found = YEARS.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"a number of years such as 3y. Got {text!r}")
    return int(found[1])
