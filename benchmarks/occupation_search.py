"""Measure a search for an occupation over the queries of the tests.

``python -m benchmarks.occupation_search``
"""

from statistics import median, quantiles
from time import perf_counter

import yaml

from matcher.occupations import OccupationSearch
from matcher.pack import load_region
from tests.server import ROOT

ROUNDS = 5


def main() -> None:
    """Print the median and the 95th percentile of a query in milliseconds."""
    occupations = load_region(ROOT / "data" / "sachsen-anhalt").occupations
    if occupations is None:
        raise SystemExit("The pack must have occupations.yaml.")
    path = ROOT / "tests" / "occupation_queries.yaml"
    typed = yaml.safe_load(path.read_text(encoding="utf-8"))
    queries = [entry["query"] for entry in (*typed["queries"], *typed["nonsense"])]
    start = perf_counter()
    index = OccupationSearch(occupations)
    built = perf_counter() - start
    for query in queries:  # to warm up
        index.search(query)
    times = []
    for query in queries * ROUNDS:
        start = perf_counter()
        index.search(query)
        times.append(1000 * (perf_counter() - start))
    print(
        f"{len(queries)} queries, {ROUNDS} rounds, {len(occupations.occupations)} occupations: "
        f"median {median(times):.1f} ms, p95 {quantiles(times, n=20)[-1]:.1f} ms; "
        f"index made in {built:.1f} s"
    )


if __name__ == "__main__":
    main()
