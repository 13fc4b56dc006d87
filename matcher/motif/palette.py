"""The colours of a picture: two palettes, and an hour of the day within each."""

from typing import NamedTuple

from matcher.motif.chance import chance
from matcher.motif.scene import Scene

Tones = dict[str, str]


class Palette(NamedTuple):
    """The colours of a picture by tone, and how opaque those are that one can look through."""

    tones: Tones
    veils: Tones


LIGHT: Tones = {
    "hill_far": "#b3d0cb",
    "hill_near": "#8fb9ae",
    "wood_far": "#6fa192",
    "wood": "#3f7a69",
    "wood_front": "#2c6459",
    "meadow": "#b4c797",
    "ground": "#9fba86",
    "field_a": "#ead59c",
    "field_b": "#c9d29b",
    "field_c": "#e3bf70",
    "furrow": "#b99d5a",
    "bank": "#7fa374",
    "water": "#8cc3c8",
    "water_deep": "#62a7ae",
    "ripple": "#e6f4f1",
    "shade": "#7d9c6c",
    "town": "#7fa8a5",
    "town_light": "#dfe5d6",
    "roof": "#c98d63",
    "lit": "#f3f3e2",
    "dark": "#0b4650",
    "deep": "#0b4650",
    "main": "#00606b",
    "mid": "#4a9296",
    "soft": "#9cc4bf",
    "paper": "#fbf6ea",
    "glass": "#d3ebe7",
    "accent": "#f0a830",
    "warm": "#c9773f",
    "sand": "#ecd9ab",
    "leaf": "#6f9a5e",
    "glow": "#f7c566",
    "cloud": "#ffffff",
}
DARK: Tones = {
    "hill_far": "#1b4a54",
    "hill_near": "#173f48",
    "wood_far": "#16423f",
    "wood": "#113733",
    "wood_front": "#0b2a29",
    "meadow": "#2b4f42",
    "ground": "#24463b",
    "field_a": "#5a5637",
    "field_b": "#3a5440",
    "field_c": "#6b5a33",
    "furrow": "#2f4435",
    "bank": "#1d3b33",
    "water": "#1d5d6b",
    "water_deep": "#144752",
    "ripple": "#79b4b5",
    "shade": "#173229",
    "town": "#1f4c54",
    "town_light": "#2b5b60",
    "roof": "#5e4c40",
    "lit": "#f5c56a",
    "dark": "#062329",
    "deep": "#0c545d",
    "main": "#0e7780",
    "mid": "#3c9095",
    "soft": "#6da5a3",
    "paper": "#cfd6c6",
    "glass": "#f6cd78",
    "accent": "#f0a830",
    "warm": "#b56a3c",
    "sand": "#cdb98a",
    "leaf": "#5b8a55",
    "glow": "#f7c566",
    "cloud": "#ffffff",
}
# The sky from the top over the middle to its lower edge, and sun or moon.
LIGHT_HOURS = (
    ("#bfdde0", "#dfeae2", "#fbe7c6", "#f5b951"),
    ("#acd5dc", "#cfe6e6", "#f0f5ea", "#fff3cf"),
    ("#c9e3dd", "#e3efdf", "#fdf1d3", "#f6c469"),
    ("#cfe0da", "#efe3c4", "#f9cd87", "#f0a830"),
    ("#c3d8e2", "#e2e2df", "#fadbc2", "#f2a765"),
)
DARK_HOURS = (
    ("#0a2530", "#174753", "#347a7c", "#f3e6bd"),
    ("#0b2530", "#22474f", "#8c7a54", "#f5d58f"),
    ("#0c2635", "#1d4659", "#44707c", "#eef0dc"),
    ("#10262f", "#2c474c", "#a9793f", "#f0b64f"),
    ("#122636", "#37475b", "#8c6a6c", "#f2d0a8"),
)
LIGHT_VEILS = {"glow": ".35", "halo": ".16", "cloud": ".6"}
DARK_VEILS = {"glow": ".3", "halo": ".08", "cloud": ".12"}


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two.

    >>> mix("#000000", "#ff8000", 0.5)
    '#804000'
    """
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def palette_of(scene: Scene, dark: bool) -> Palette:
    """Return the colours of a scene: its hour of the day, and how green or sandy its ground is."""
    hours = DARK_HOURS if dark else LIGHT_HOURS
    top, middle, low, sun = hours[int(chance(scene.seed, "hour", 0, len(hours)))]
    tones = dict(DARK if dark else LIGHT)
    tones |= {"sky_top": top, "sky_mid": middle, "sky_low": low, "sun": sun, "halo": sun}
    for name in ("hill_far", "hill_near", "wood_far", "town", "town_light"):
        tones[name] = mix(tones[name], low, 0.15)
    tones["town_far"] = mix(tones["town"], low, 0.3)
    for name in ("meadow", "ground", "bank"):
        tones[name] = mix(tones[name], tones["field_a"], chance(scene.seed, name, 0, 0.25))
    return Palette(tones, DARK_VEILS if dark else LIGHT_VEILS)


def hazed(palette: Palette, share: float) -> Palette:
    """Return the colours of what stands farther back."""
    low = palette.tones["sky_low"]
    return Palette({n: mix(tone, low, share) for n, tone in palette.tones.items()}, palette.veils)
