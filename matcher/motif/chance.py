"""Numbers that look like chance and are the same every time."""

from hashlib import sha256


def chance(seed: int, name: str, low: float = 0, high: float = 1) -> float:
    """Return the number between two bounds that a seed has for a name.

    Each name has a number of its own, so that drawing one thing more moves nothing else.

    >>> chance(7, "sun") == chance(7, "sun") != chance(8, "sun")
    True
    """
    digest = sha256(f"{seed}:{name}".encode()).digest()
    return low + (high - low) * int.from_bytes(digest[:6]) / 2**48
