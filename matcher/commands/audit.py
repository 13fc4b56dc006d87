"""``audit``: ask the finder random wishes, and see whether it is fair to the sites.

Exit status 1 if a site cannot be first, or one wins too often.
"""

import argparse
import json
from dataclasses import asdict, replace
from typing import Any

from matcher.audit.markdown import markdown
from matcher.audit.run import PROFILES, SEED, Audit, audit
from matcher.audit.text import limit
from matcher.commands.region import add_region, catalogue
from matcher.exports.table import aligned_text

HEADER = ("site", "wins", "alone", "first", "top_three", "best_at", "lead", "shortest")


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("audit", help="see whether random wishes treat sites fairly")
    parser.add_argument("--profiles", type=_count, default=PROFILES, metavar="N")
    parser.add_argument("--seed", type=_seed, default=SEED, metavar="N")
    parser.add_argument("--format", choices=("table", "json", "markdown"), default="table")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the audit."""
    region = catalogue(options)
    found = audit(region, options.profiles, options.seed)
    if options.format == "json":
        print(json.dumps(audit_data(found), ensure_ascii=False, indent=2))
    elif options.format == "markdown":
        print(markdown(region, found), end="")
    else:
        print(audit_table(found))
    return 0 if found.passed else 1


def audit_data(found: Audit) -> dict[str, Any]:
    """Return the audit as dicts and lists; shares are 0 to 1."""
    return {
        **asdict(replace(found, dominance=None)),
        "dominance": found.dominance.model_dump() if found.dominance else None,
        "unreachable": list(found.unreachable),
        "too_many_wins": list(found.too_many_wins),
        "passed": found.passed,
    }


def audit_table(found: Audit) -> str:
    """Return a line for each site, the most wins first, in per cent; then what is wrong."""
    rows: list[list[str | float]] = [
        [
            site.site,
            *(round(100 * s, 1) for s in (site.wins, site.alone, site.first, site.top_three)),
            site.best_at,
            round(way.margin, 2),
            way.shortest or "none",
        ]
        for site, way in sorted(
            zip(found.wins, found.reach, strict=True), key=lambda pair: -pair[0].wins
        )
    ]
    lines = [aligned_text(HEADER, rows)]
    lines += [f"{site} cannot be first" for site in found.unreachable]
    lines += [f"{site} wins more than {limit(found.most_wins)}" for site in found.too_many_wins]
    return "\n".join(lines)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 10_000_000:
        raise argparse.ArgumentTypeError(f"must be 1 to 10,000,000. Got {text!r}")
    return int(text)


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 18:
        raise argparse.ArgumentTypeError(f"must be a whole number from 0. Got {text!r}")
    return int(text)
