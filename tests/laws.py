"""How often a law is tried: the same examples with every change, many others in ``make soak``."""

import os
from collections.abc import Callable
from typing import Any

from hypothesis import settings

SOAK = "SOAK"  # in the environment: how many times as many examples, each time other ones


def law(examples: int, **more: Any) -> Callable[..., Any]:
    """Try a law with this many examples."""
    times = int(os.environ.get(SOAK, "1"))
    return settings(max_examples=examples * times, derandomize=times == 1, deadline=None, **more)
