"""``occupation QUERY``: which occupations of a region the words may mean."""

import argparse
import json
from typing import Any

from matcher.commands.region import add_region, catalogue
from matcher.exports.table import aligned_text
from matcher.occupations import OccupationSearch


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("occupation", help="find occupations by any words for them")
    parser.add_argument("query", metavar="QUERY", help="e.g. 'chemie laborant'")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the proposals, best first."""
    occupations = catalogue(options).region.occupations
    found = OccupationSearch(occupations).search(options.query) if occupations else ()
    if options.format == "json":
        data = [
            {"occupation": p.id, "sectors": list(p.sectors), "score": round(p.score, 4)}
            for p in found
        ]
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        rows = [(p.id, round(p.score, 2), " ".join(p.sectors)) for p in found]
        print(aligned_text(("occupation", "score", "sectors"), rows))
    return 0
