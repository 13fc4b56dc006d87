"""Compare a picture with the one that was looked at and found good.

Another release of a browser draws letters a little otherwise. So both are made small and grey,
and what differs is counted in cells: moved, missing and recoloured parts are seen, hair is not.
"""

import io
import os
from pathlib import Path

import numpy as np
from PIL import Image

KEPT = Path(__file__).parent / "pictures"
RENEW = "RENEW_PICTURES"  # in the environment: what is seen now is good
CELL = 6  # pixels
SEEN = 20  # of 255; how much a cell must differ to count
MOST = 0.02  # share of cells
SIZE = 0.03  # how much longer or shorter a picture may be


def differs(name: str, picture: bytes) -> str:
    """Return in words how a picture differs from the one that is kept; nothing where it is alike.

    Raises
    ------
    FileNotFoundError
        If none is kept under this name.
    """
    kept = KEPT / f"{name}.png"
    if RENEW in os.environ:
        kept.parent.mkdir(exist_ok=True)
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(192).save(kept, optimize=True)
    before, now = Image.open(kept), Image.open(io.BytesIO(picture))
    for one, other in zip(before.size, now.size, strict=True):
        if abs(one - other) > SIZE * one:
            return f"{name} was {before.size} pixels, and is {now.size}"
    cells = (before.width // CELL, before.height // CELL)
    share = float((np.abs(_cells(before, cells) - _cells(now, cells)) > SEEN).mean())
    return f"{share:.1%} of {name} look otherwise" if share > MOST else ""


def _cells(picture: Image.Image, size: tuple[int, int]) -> np.ndarray:
    small = picture.convert("RGB").resize(size, Image.Resampling.BOX)
    return np.asarray(small, dtype=float).max(axis=2, initial=0)


def png(picture: Image.Image) -> bytes:
    """Return a picture as a file."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
