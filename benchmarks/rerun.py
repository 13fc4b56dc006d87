"""Measure a click and a first visit beside those of a bare page; write docs/performance.md.

``python -m benchmarks.rerun``, or ``make bench``. Both servers run on this machine at the
same time and are asked in turn, so that both see the same machine.
"""

import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import cycle, product
from pathlib import Path
from statistics import median, quantiles

import streamlit

from benchmarks import first_visit
from benchmarks.client import Run, Visitor, tap, wish
from benchmarks.rerun_report import TEXT
from tests.server import ROOT, running, wait_until_healthy

PAGE = Path(__file__).with_name("bare_page.py")
REPORT = ROOT / "docs" / "performance.md"
REGION = "sachsen-anhalt"
WARM_UP, BLOCKS, BLOCK, SESSIONS = 10, 10, 10, 50
FINDER, BARE = "finder", "bare page"
SECTORS = "chemistry", "pharma-biotech:2", "it-software,media-creative", "logistics:must", "food"
WORK = "laboratory", "startup,office", "large-industry:2", "shift-work"
LIVING = (
    *("near-water", "city-life:2", "near-leipzig:must,childcare"),
    *("affordable-rent", "green-surroundings:2", "near-berlin:2,culture"),
)
WISHES = [  # more than are asked for: no two clicks are alike, and no answer is known before
    f"sector={sector}&work={work}&living={living}"
    for living, work, sector in product(LIVING, WORK, SECTORS)
]


@contextmanager
def bare() -> Iterator[str]:
    """Serve the bare page with Streamlit's defaults: our config.toml is not in its folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = (
        "--server.headless=true --server.address=127.0.0.1 --browser.gatherUsageStats=false "
        f"--server.port={port}"
    )
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "streamlit", "run", str(PAGE), *options.split()],
            cwd=folder,
        )
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def measure() -> dict[str, str]:
    """Start both servers, measure them in turn, end them; return the parts of the report."""
    before = _children()
    with running(FINDER_REGION=REGION) as finder_url:
        finder = _children() - before
        with bare() as bare_url:
            processes = {FINDER: finder, BARE: _children() - before - finder}
            urls = {FINDER: finder_url, BARE: bare_url}
            started = {name: _resident(ids) for name, ids in processes.items()}
            with Visitor(finder_url) as at_finder, Visitor(bare_url) as at_bare:
                cold = {FINDER: at_finder.run(), BARE: at_bare.run()}
                click = {
                    FINDER: _changes(at_finder, _with_map(at_finder, cold[FINDER])),
                    BARE: lambda: at_bare.run(cold[BARE].press()),
                }
                _in_turn(click, WARM_UP, 1)
                clicks = _in_turn(click, BLOCK, BLOCKS)
            visit = {name: partial(_open_and_close, url) for name, url in urls.items()}
            visits = _in_turn(visit, BLOCK, SESSIONS // BLOCK)
            ended = {name: _resident(ids) for name, ids in processes.items()}
            first_visits = first_visit.first_visits(urls)
    return {
        "clicks": _table("a click", clicks),
        "visits": _table("first run of a session", visits),
        "first_visits": first_visit.visits_table(first_visits),
        "cold": f"{cold[FINDER].ms:.0f} ms in the finder, {cold[BARE].ms:.0f} ms in the bare page",
        "memory": "\n".join(
            f"| {name} | {started[name]:.0f} | {ended[name]:.0f} |" for name in processes
        ),
    }


def _with_map(visitor: Visitor, first: Run) -> Run:
    """Look at the map, as a browser does where it stands beside the questions."""
    run = visitor.run(tap(first.component("zf_view", "data-seen"), "seen:"))
    assert any(m.delta.new_element.HasField("deck_gl_json_chart") for m in run.messages)
    return run


def _changes(visitor: Visitor, first: Run) -> Callable[[], Run]:
    """Return a function that changes the wishes on the board, each time to other ones."""
    wishes = cycle(WISHES)

    def change() -> Run:
        wanted = next(wishes)
        run = visitor.run(wish(first, wanted))
        shown = json.loads(run.component("zf_board").json)["wishes"]
        assert shown == wanted, f"asked for {wanted}, ranked by {shown}"
        return run

    return change


def _open_and_close(url: str) -> Run:
    with Visitor(url) as visitor:
        return visitor.run()


def _in_turn(
    pages: Mapping[str, Callable[[], Run]], block: int, blocks: int
) -> dict[str, list[Run]]:
    runs: dict[str, list[Run]] = {name: [] for name in pages}
    for _ in range(blocks):
        for name, once in pages.items():
            runs[name] += [once() for _ in range(block)]
    return runs


def _figures(runs: list[Run]) -> list[float]:
    times = [run.ms for run in runs]
    return [
        median(len(run.messages) for run in runs),
        median(sum(run.sizes) for run in runs) / 1000,
        median(run.packed for run in runs) / 1000,
        median(times),
        quantiles(times, n=20)[-1],
        median(run.shown_ms for run in runs),
    ]


def _table(what: str, runs: dict[str, list[Run]]) -> str:
    figures = {name: _figures(each) for name, each in runs.items()}
    ratio = [a / b for a, b in zip(figures[FINDER], figures[BARE], strict=True)]
    rows = [("**finder : bare page**", [f"**{x:.1f}**" for x in ratio])]
    rows += [
        (name, [f"{n:.0f}", f"{kb:.1f}", f"{packed:.1f}", *(f"{ms:.0f}" for ms in times)])
        for name, (n, kb, packed, *times) in figures.items()
    ]
    head = f"| {what} | messages | kilobytes | packed | median ms | p95 ms | last element, ms |"
    return "\n".join(
        [head, "| --- | --: | --: | --: | --: | --: | --: |"]
        + [f"| {name} | {' | '.join(cells)} |" for name, cells in rows]
    )


def _children() -> set[str]:
    """Return the ids of the processes that this one has started (Linux)."""
    return set(Path("/proc/thread-self/children").read_text().split())


def _resident(processes: set[str]) -> float:
    """Return the resident memory of processes in mebibytes (Linux)."""
    pages = sum(int(Path(f"/proc/{id_}/statm").read_text().split()[1]) for id_ in processes)
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _machine() -> str:
    cpu = Path("/proc/cpuinfo").read_text().partition("model name\t: ")[2].partition("\n")[0]
    return (
        f"{os.cpu_count()} cores of {cpu or platform.machine()}, "
        f"Python {platform.python_version()}, Streamlit {streamlit.__version__}"
    )


def main() -> None:
    """Measure, print the tables, write the report."""
    before = os.getloadavg()[0]
    parts = measure() | {"machine": _machine(), "day": datetime.now(UTC).date().isoformat()}
    line = {"down": first_visit.DOWN, "up": first_visit.UP, "latency": first_visit.LATENCY}
    report = TEXT.format(
        **parts,
        **line,
        **first_visit.PHONE,
        rounds=first_visit.ROUNDS,
        region=REGION,
        before=before,
        after=os.getloadavg()[0],
    )
    REPORT.write_text(report, "utf-8")
    tables = (parts["clicks"], parts["visits"], parts["first_visits"], parts["memory"])
    print("", *tables, REPORT, sep="\n\n")


if __name__ == "__main__":
    main()
