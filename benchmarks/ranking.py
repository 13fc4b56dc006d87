"""Measure our ranking beside its peers on the same matrix; write docs/ranking-speed.md.

``python -m benchmarks.ranking``, or ``make bench``. Nothing fails because it is slow; it
fails when rankers that make the same sum put the options into another order.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks import rankers
from benchmarks.clock import Figures, in_turn, machine
from benchmarks.question import Options, Person, make_crowd, make_options, make_person
from benchmarks.speed_report import COLUMNS, LINE, OURS, PREPARED, SUM, TOPSIS, speed_report

REPORT = Path(__file__).parents[1] / "docs" / "ranking-speed.md"
FEW = 10
REPEATS = {13: (20, 20), 1_000: (20, 20), 100_000: (8, 3), 1_000_000: (5, 3)}  # rounds, runs
CROWD, ASKED = 100_000, 100

NEIGHBOURS, WEIGHTED_SUM = "NearestNeighbors", "WeightedSumModel"
SAME_SUM: dict[str, rankers.Prepare] = {
    SUM: rankers.ours_plain,
    LINE: rankers.numpy_line,
    COLUMNS: rankers.numpy_columns,
    NEIGHBOURS: rankers.neighbours,
    WEIGHTED_SUM: rankers.weighted_sum,
}
RANKERS: dict[str, rankers.Prepare] = {
    OURS: rankers.ours,
    **SAME_SUM,
    TOPSIS: rankers.topsis,
    NEIGHBOURS + PREPARED: rankers.neighbours_prepared,
    WEIGHTED_SUM + PREPARED: rankers.weighted_sum_prepared,
    TOPSIS + PREPARED: rankers.topsis_prepared,
}
ONE_BY_ONE = NEIGHBOURS, WEIGHTED_SUM, TOPSIS


def ranking(options: Options, person: Person, n: int) -> dict[str, Figures]:
    """From wishes to the best ten; of 13 to the order of all."""
    k = n if n == 13 else FEW
    functions = {name: prepare(options, person, k) for name, prepare in RANKERS.items()}
    orders = {name: functions[name]().tolist() for name in SAME_SUM}
    assert all(order == orders[LINE] for order in orders.values()), orders
    return in_turn(functions, *REPEATS[n])


def explanation(options: Options, person: Person) -> dict[str, Figures]:
    """From the best ten to what each wish adds to their scores."""
    few = rankers.ours(options, person, FEW)()
    W, weights = person.wishes[np.newaxis], person.weights[np.newaxis]
    functions: dict[str, Callable[[], object]] = {
        OURS: partial(options.scorer.contributions, W, weights, few),
        LINE: lambda: options.filled[few][:, person.chosen] * person.shares,
    }
    return in_turn(functions, *REPEATS[13])


def crowd(options: Options) -> dict[str, Figures]:
    """From the wishes of many to the order of all options; the peers take one by one."""
    wishes, weights = make_crowd(CROWD)
    shares = wishes / wishes.sum(axis=1, keepdims=True)
    people = [Person(wishes[i], weights[i], musts={}) for i in range(ASKED)]

    def one_by_one(prepare: rankers.Prepare) -> None:
        for person in people:
            prepare(options, person, len(options.filled))()

    functions: dict[str, Callable[[], object]] = {
        OURS: lambda: np.argsort(-options.scorer.predict(wishes, weights), axis=1),
        LINE: lambda: np.argsort(-(shares @ options.filled.T), axis=1),
    }
    functions |= {name: partial(one_by_one, RANKERS[name]) for name in ONE_BY_ONE}
    figures = in_turn(functions, *REPEATS[1_000_000])
    for name in ONE_BY_ONE:
        figures[name] = figures[name].times(CROWD / ASKED)
    return figures


def main() -> None:
    """Measure, print the report, write it."""
    before = os.getloadavg()[0]
    threadpool_limits(1)  # all have one core, and thread_time sees all that they do
    person = make_person()
    ranked, explained = {}, {}
    for n in REPEATS:
        options = make_options(n)
        ranked[f"{n:,}"] = ranking(options, person, n)
        explained[f"{n:,}"] = explanation(options, person)
        del options  # a million options take 1.3 GB; room for the next
    report = speed_report(
        ranked,
        explained,
        {f"{CROWD:,} people × 13": crowd(make_options(13))},
        asked=f"{ASKED} people",
        machine=machine("numpy", "scikit-learn", "scikit-criteria", "pandas"),
        day=datetime.now(UTC).date().isoformat(),
        before=before,
        after=os.getloadavg()[0],
    )
    REPORT.write_text(report, "utf-8")
    print(report, REPORT, sep="\n")


if __name__ == "__main__":
    main()
