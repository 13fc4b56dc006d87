"""``check [DIR]``: tell every fault of every region pack, with file and line."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from matcher.errors import PackError, Problem
from matcher.evaluation.run import CASES_FILE, read_cases
from matcher.model.region import Region
from matcher.pack import find_packs, load_region
from matcher.pack.accessibility import FILE as STATEMENT
from matcher.pack.accessibility import load_statement
from matcher.pack.document import read_document
from matcher.pack.homes import load_homes, load_postcodes
from matcher.pack.shared import FOLDER as SHARED
from matcher.wishes import read_wishes

HOMES = "home"  # the places to compare with, beside the packs


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("check", help=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), metavar="DIR")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every problem, then a line that counts them."""
    packs = find_packs(options.folder)
    problems: list[Problem] = []
    regions: list[tuple[Path, Region]] = []
    for pack in packs:
        try:
            region = load_region(pack)
            regions.append((pack, region))
            _check_example(pack, region)
            if (pack / CASES_FILE).is_file():
                read_cases(pack / CASES_FILE, region)
        except PackError as error:
            problems += error.problems
    problems += _given_twice(regions)
    homes, shared = options.folder / HOMES, options.folder / SHARED
    beside: list[tuple[Callable[[], object], Path]] = [
        (lambda: load_homes(homes), homes),
        (lambda: load_postcodes(homes / "postcodes.csv"), homes / "postcodes.csv"),
        (lambda: load_statement(shared), shared / STATEMENT),
    ]
    for load, path in beside:
        try:
            if path.exists():
                load()
        except PackError as error:
            problems += error.problems
    for problem in problems:
        print(problem)
    if not packs:
        print(f"{options.folder}:1: no region pack here: a pack is a folder with region.yaml")
        return 1
    print(f"{len(packs)} region packs, {len(problems)} problems")
    return 1 if problems else 0


def _given_twice(regions: Iterable[tuple[Path, Region]]) -> Iterator[Problem]:
    """All regions together are one: no two of them have a site or an employer of the same id."""
    seen: dict[tuple[str, str], Path] = {}
    for pack, region in regions:
        for site in region.sites:
            path = pack / "sites" / f"{site.id}.yaml"
            places: list[tuple[tuple[int | str, ...], str]] = [(("id",), site.id)]
            for kind in ("employers", "institutes"):
                places += [((kind, i, "id"), o.id) for i, o in enumerate(getattr(site, kind))]
            for place, name in places:
                key = ("site" if place == ("id",) else "organisation", name)
                if key in seen:
                    said = f"{name!r} is already given in {seen[key]}"
                    yield read_document(path).problem(place, said)
                seen.setdefault(key, path)


def _check_example(pack: Path, region: Region) -> None:
    """The example of the method page is a wish string that the region understands."""
    _, faults = read_wishes(region.profile.example, region.questions)
    if faults:
        document = read_document(pack / "region.yaml")
        raise PackError(document.problem(("example",), str(fault)) for fault in faults)
