"""``reverse SITE``: the wishes that lead to a site, and the shortest way to it."""

import argparse
import json
from dataclasses import asdict
from typing import Any

from matcher.commands.region import add_region, catalogue
from matcher.exports.table import aligned_text
from matcher.reverse import Reverse, reverse

HEADER = ("direction", "block", "criterion", "fit", "rank", "advantage")


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("reverse", help="say which wishes lead to a site")
    parser.add_argument("site", metavar="SITE", help="the id of a site")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what leads to the site, what speaks against it, and the shortest wish string."""
    region = catalogue(options)
    found = reverse(region, options.site)
    if options.format == "json":
        data = reverse_data(region.region.profile.id, found)
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    rows = [
        (
            direction,
            pull.block,
            pull.criterion,
            round(pull.fit, 2),
            pull.rank,
            f"{pull.advantage:+.2f}",
        )
        for direction, pulls in (("for", found.for_it), ("against", found.against))
        for pull in pulls
    ]
    print(aligned_text(HEADER, rows))
    print(f"\nshortest: {shortest_text(found)}")
    return 0


def reverse_data(region: str, found: Reverse) -> dict[str, Any]:
    """Return the answer as dicts and lists; numbers are not rounded."""
    return {
        "region": region,
        "site": found.site,
        "for": [asdict(pull) for pull in found.for_it],
        "against": [asdict(pull) for pull in found.against],
        "shortest": None if found.shortest is None else str(found.shortest),
        "alone": found.alone,
        "margin": found.margin,
    }


def shortest_text(found: Reverse) -> str:
    """Say the shortest wish string, and how clearly the site is first with it."""
    if found.shortest is None:
        return "none of up to four wishes"
    how = "alone" if found.alone else "shares rank 1"
    return f"{found.shortest} ({how}, {found.margin:.2f} ahead)"
