"""``evaluate CASES.yaml``: compare the order of the sites with what experts would answer."""

import argparse
import json
from pathlib import Path
from typing import Any

from matcher.commands.region import add_region, catalogue
from matcher.evaluation.run import FIGURES, Evaluation, evaluate, read_cases, read_ranks
from matcher.exports.table import aligned_text

HEADER = ("case", "rank_of_best", *FIGURES, "first")


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("evaluate", help="measure the ranking against experts' cases")
    parser.add_argument("cases", type=Path, metavar="CASES.yaml")
    parser.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        help="what --format json printed before: how alike the two versions rank (RBO)",
    )
    parser.add_argument("--format", choices=("table", "json"), default="table")
    add_region(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print a line for every case, and the means."""
    region = catalogue(options)
    cases = read_cases(options.cases, region.region)
    other = read_ranks(options.against, region.region) if options.against else None
    evaluation = evaluate(region, cases)
    overlap = None if other is None else evaluation.overlap(other)
    if options.format == "json":
        data = evaluation_data(region.region.profile.id, evaluation, overlap)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(evaluation_table(evaluation, overlap))
    return 0


def evaluation_data(region: str, evaluation: Evaluation, overlap: float | None) -> dict[str, Any]:
    """Return an evaluation as dicts and lists; numbers are not rounded."""
    means = dict(evaluation.means)
    means["mrr"] = means.pop("reciprocal_rank")
    return {
        "region": region,
        "cases": [
            {
                "id": result.case.id,
                "wishes": result.case.wishes,
                "rank_of_best": result.rank_of_best,
                **result.figures,
            }
            for result in evaluation.results
        ],
        "means": means,
        "ranks": evaluation.ranks,
        "rbo": overlap,
    }


def evaluation_table(evaluation: Evaluation, overlap: float | None) -> str:
    """Return a line for each case, with the rank of its best site and who came first instead."""
    rows = [
        (
            result.case.id,
            result.rank_of_best or "kept out",
            *(round(result.figures[name], 3) for name in FIGURES),
            " ".join(result.first),
        )
        for result in evaluation.results
    ]
    means = [round(mean, 3) for mean in evaluation.means.values()]
    lines = [aligned_text(HEADER, [*rows, ("mean", "", *means, "")])]
    if overlap is not None:
        lines.append(f"rank-biased overlap with the other version: {overlap:.4f}")
    return "\n".join(lines)
