"""The colours of a region: all computed from the one that it names, so that all can be read.

Lightness is changed in OKLCH, which keeps the hue a person sees; contrast is that of WCAG 2.2.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from coloraide import Color

Scheme = Literal["light", "dark"]

HOUSE = "#00606b"  # where no region is chosen, or all are
NEUTRALS = Path(__file__).parents[2] / "static" / "style" / "palette.css"
ON_ACCENT: dict[Scheme, str] = {"light": "#ffffff", "dark": "#06191d"}
BRIGHT = 0.78  # how light an accent is on a dark page, at least, 0 to 1
READABLE = {False: 4.5, True: 7.0}  # WCAG 1.4.3 (AA), and 1.4.6 (AAA) where more is asked for
STEP = 0.01


class Look(NamedTuple):
    """How a device asks for its pages: in which scheme, and with more contrast or not."""

    scheme: Scheme
    more: bool


SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LOOKS = tuple(Look(scheme, more) for more, scheme in product((False, True), SCHEMES))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    return Color(one).contrast(other, method="wcag21")


def readable(colour: str, grounds: Sequence[str], ratio: float, step: float) -> str:
    """Return the first colour on the way to black (step < 0) or white that can be read.

    Raises
    ------
    ValueError
        If not even black or white reaches the ratio on every ground.
    """
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    while True:
        found = _hex(lightness, chroma, hue)
        if min(contrast(found, ground) for ground in grounds) >= ratio:
            return found
        if lightness == (1 if step > 0 else 0):
            raise ValueError(f"no {colour} can be read at {ratio} on all of {grounds}")
        lightness = min(max(lightness + step, 0), 1)


@cache
def palette(colour: str, look: Look) -> Mapping[str, str]:
    """Return the colours that a region's own one makes, by token.

    Parameters
    ----------
    colour : str
        The colour of the region, as ``#rrggbb``.
    look : Look
        Scheme and contrast of the page.
    """
    ground = neutrals(look)
    grounds = (ground["paper"], ground["card"], ground["tint"])
    ratio, dark = READABLE[look.more], look.scheme == "dark"
    step = STEP if dark else -STEP
    on_accent = ON_ACCENT[look.scheme]
    accent = readable(_lightened(colour) if dark else colour, (*grounds, on_accent), ratio, step)
    return {
        "accent": accent,
        "accent-deep": _shifted(accent, 0.07 if dark else -0.09),
        "on-accent": on_accent,
        "wash": _between(ground["paper"], accent, 0.08),
        "very-good": accent,
        "good": readable(_between(accent, ground["soft"], 0.5), grounds, ratio, step),
    }


@cache
def pins(colour: str) -> Mapping[str, list[int]]:
    """Return the colours of pins on a map, by band, as red, green and blue of 255.

    White numbers stand on them, on light and dark maps.
    """
    light = LOOKS[0]
    tokens = {**neutrals(light), **palette(colour, light)}
    bands = ("very-good", "good", "partly", "little")
    return {band: list(bytes.fromhex(tokens[band][1:])) for band in bands}


def neutrals(look: Look) -> Mapping[str, str]:
    """Return the colours that all regions share, as the style says them."""
    return _all_neutrals()[look]


@cache
def _all_neutrals() -> dict[Look, dict[str, str]]:
    blocks = re.split(r"@media[^{]*", NEUTRALS.read_text(encoding="utf-8"))
    light, dark, more, more_dark = (
        dict(re.findall(r"--zf-([a-z-]+): (#[0-9a-f]{6});", block)) for block in blocks
    )
    return {
        Look("light", False): light,
        Look("dark", False): light | dark,
        Look("light", True): light | more,
        Look("dark", True): light | dark | more | more_dark,
    }


def _lightened(colour: str) -> str:
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return _hex(max(lightness, BRIGHT), chroma, hue)


def _shifted(colour: str, by: float) -> str:
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return _hex(min(max(lightness + by, 0), 1), chroma, hue)


def _between(one: str, other: str, share: float) -> str:
    return Color(one).mix(other, share, space="oklab").convert("srgb").to_string(hex=True)


def _hex(lightness: float, chroma: float, hue: float) -> str:
    colour = Color("oklch", [lightness, chroma, hue]).fit("srgb", method="oklch-chroma")
    return colour.convert("srgb").to_string(hex=True)
