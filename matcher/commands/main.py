"""Read the command line and call one command.

Exit status: 0 done, 1 a pack has faults, 2 the command line or a wish is wrong.
"""

import argparse
import sys
from collections.abc import Sequence

from matcher.commands import (
    audit,
    check,
    criteria,
    evaluate,
    new_region,
    occupation,
    rank,
    reverse,
    schema,
    stale,
    texts,
)
from matcher.errors import PackError, UnknownIdError, WishError

COMMANDS = (
    check, rank, criteria, occupation, evaluate, reverse, audit, texts, stale, new_region, schema,
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m matcher", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in COMMANDS:
        module.add(commands)
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except (UnknownIdError, WishError) as error:
        print(error, file=sys.stderr)
        return 2
    except PackError as error:
        print(error, file=sys.stderr)
        return 1
    return status
