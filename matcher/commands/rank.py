"""``rank WISHES``: all sites and employers of a region in the order that fits."""

import argparse
import json
from typing import Any

from matcher.commands.region import add_region, catalogue
from matcher.exports.data import result_data
from matcher.exports.table import aligned_text, csv_text
from matcher.ranking import rank
from matcher.wishes import parse_wishes

HEADER = ("rank", "id", "name", "score", "band", "coverage", "excluded_by")


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("rank", help="rank all sites for a wish string")
    parser.add_argument("wishes", metavar="WISHES", help="sector=chemistry&living=near-water:2")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the result."""
    region = catalogue(options)
    result = rank(region, parse_wishes(options.wishes, region.region.questions))
    if options.format == "json":
        print(json.dumps(result_data(region, result), ensure_ascii=False, indent=2))
        return 0
    rows = [
        (
            match.rank,
            match.site.id,
            match.site.name,
            round(match.score, 4),
            match.band,
            round(match.coverage, 2),
            " ".join(match.excluded_by),
        )
        for match in result.sites
    ]
    if options.format == "csv":
        print(csv_text(HEADER, rows), end="")
    else:
        print(aligned_text(HEADER, rows))
    return 0
