"""Time and memory of functions that take turns, so that all see the same machine."""

import os
import platform
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles
from time import thread_time
from typing import Any


@dataclass(frozen=True)
class Figures:
    """What many runs of one function took."""

    seconds: tuple[float, ...]
    peak: int  # bytes that one run allocated at most

    @property
    def median(self) -> float:
        """Median of all runs, seconds."""
        return median(self.seconds)

    @property
    def quartiles(self) -> tuple[float, float]:
        """First and third quartile of all runs, seconds."""
        first, _, third = quantiles(self.seconds, n=4)
        return first, third

    def times(self, factor: float) -> "Figures":
        """Return the figures of a task that many times as long."""
        return Figures(tuple(s * factor for s in self.seconds), self.peak)


def in_turn(
    functions: Mapping[str, Callable[[], Any]], rounds: int, runs: int
) -> dict[str, Figures]:
    """Run each function once for its memory, then each ``runs`` times a round, in turn.

    Time is that of the processor for this thread: waiting for others is not counted.
    """
    peaks = {name: peak(once) for name, once in functions.items()}
    seconds: dict[str, list[float]] = {name: [] for name in functions}
    for _ in range(rounds):
        for name, once in functions.items():
            for _ in range(runs):
                begin = thread_time()
                once()
                seconds[name].append(thread_time() - begin)
    return {name: Figures(tuple(seconds[name]), peaks[name]) for name in functions}


def peak(once: Callable[[], Any]) -> int:
    """Return the most bytes that a run holds at one time, its result included.

    Counts what Python and NumPy ask for; what C code takes by itself is not seen.
    """
    tracemalloc.start()
    once()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def machine(*packages: str) -> str:
    """Name the machine, the Python and the packages' versions."""
    cpu = Path("/proc/cpuinfo").read_text().partition("model name\t: ")[2].partition("\n")[0]
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    return (
        f"{os.cpu_count()} cores of {cpu or platform.machine()}, "
        f"Python {platform.python_version()}, {versions}"
    )
