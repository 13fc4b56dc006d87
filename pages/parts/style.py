"""The look of the pages: one style for the browser, a part a file for those who change it.

The parts lie in ``static/style``; the colours of the regions are computed.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pages.parts.palette import HOUSE, LOOKS, Look, palette
from pages.parts.regions import all_catalogues

FOLDER = Path(__file__).parents[2] / "static" / "style"
# In this order, because of two rules of the same weight the later one holds.
BUNDLES = {
    "finder": (
        *("palette", "frame", "first", "words", "parts", "bar", "start", "board", "leaders"),
        *("result", "compare", "site", "surroundings", "standing", "photos", "portraits"),
        *("home", "share", "support", "access", "print"),
    ),
    "paper": ("palette", "paper", "surroundings", "standing", "photos"),
}
MEDIA = {
    Look("light", False): "",
    Look("dark", False): "(prefers-color-scheme: dark)",
    Look("light", True): "(prefers-contrast: more)",
    Look("dark", True): "(prefers-contrast: more) and (prefers-color-scheme: dark)",
}


@cache
def style_address(name: str) -> str:
    """Return where a style is, as it is now."""
    digest = hashlib.sha256(style_sheet(name).encode()).hexdigest()
    return f"/style/{name}.css?v={digest[:12]}"


@cache
def style_sheet(name: str) -> str:
    """Return a style, its parts put together, with the colours of every region."""
    first, *others = (
        (FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in BUNDLES[name]
    )
    regions = {key: entry.region.profile.colour for key, entry in all_catalogues().items()}
    return "\n".join([first, colours(regions), *others])


def colours(regions: Mapping[str, str | None]) -> str:
    """Return the rules of the colours: the house's, and those of each region by its id."""
    rules = []
    for look in LOOKS:
        # A plain page is paper: it stays light.
        page = ":root" if look.scheme == "light" else ":root:not(:has(.zf-paper))"
        named = [(page, HOUSE)] + [
            (f'{page}:has([data-region="{region}"])', colour)
            for region, colour in regions.items()
            if colour
        ]
        lines = [f"{selector} {{ {_tokens(colour, look)} }}" for selector, colour in named]
        lines += [
            f'{page} [data-door="{region}"] {{ --zf-door: {palette(colour, look)["accent"]}; }}'
            for region, colour in regions.items()
            if colour
        ]
        rules += [f"@media {MEDIA[look]} {{", *lines, "}"] if MEDIA[look] else lines
    return "\n".join(rules)


def _tokens(colour: str, look: Look) -> str:
    return " ".join(f"--zf-{name}: {value};" for name, value in palette(colour, look).items())
