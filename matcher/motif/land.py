"""The land: hills, woods and fields."""

import math
from itertools import pairwise

from matcher.motif.chance import chance
from matcher.motif.paths import Layer, numbers
from matcher.motif.scene import Scene

WIDTH, HEIGHT = 640, 280
HORIZON = 178


def ridge(seed: int, name: str, y: float, swing: float, step: int) -> str:
    """Outline land that fills everything below a soft edge, crests and hollows in turn."""
    phase = chance(seed, f"{name} phase", -1, 0)
    turn = 1 if chance(seed, f"{name} turn") < 0.5 else -1
    start = phase * step
    crests = [
        y - turn * (-1) ** i * chance(seed, f"{name}{i}", 0.3, 1) * swing
        for i in range(WIDTH // step + 3)
    ]
    whole = [round(crest) for crest in crests]
    waves = "".join(f"s{numbers(step // 2, b - a, step, b - a)}" for a, b in pairwise(whole))
    return f"M{numbers(round(start), whole[0])}{waves}V{HEIGHT}H0z"


def hills(scene: Scene) -> list[Layer]:
    """Draw two ranges of hills, the higher the nearer the mountains are."""
    h = scene.hills
    if h < 0.05:
        return []
    return [
        Layer("hill_far", ridge(scene.seed, "far", HORIZON - 10 - 48 * h, 8 + 26 * h, 140)),
        Layer("hill_near", ridge(scene.seed, "near", HORIZON - 2 - 24 * h, 4 + 14 * h, 200)),
    ]


def canopy(seed: int, name: str, x: float, width: float, y: float, height: float) -> str:
    """Outline a wood: crowns side by side, highest in the middle."""
    crowns, reached, level = "", 0, 0
    while reached < width:
        w = round(chance(seed, f"{name}{reached}", 0.7, 1.2) * (12 + height / 2))
        arch = math.sin(math.pi * min((reached + w) / width, 1)) ** 0.6
        up = round(height * arch * chance(seed, f"{name}up{reached}", 0.75, 1)) - level
        r = round(math.hypot(w, up) * 0.56)
        crowns += f"a{numbers(r, r, 0, 0, 1, w, -up)}"
        reached, level = reached + w, level + up
    return f"M{numbers(round(x), round(y))}{crowns}V{numbers(round(y) + 9)}H{numbers(round(x))}z"


def spruces(seed: int, name: str, x: float, width: float, y: float, height: float) -> str:
    """Outline a row of spruces of changing height."""
    outline, reached = f"M{numbers(round(x), round(y))}", 0
    while reached < width:
        h = round(height * chance(seed, f"{name}{reached}", 0.6, 1))
        half = round(h * 0.3)
        outline += f"l{numbers(half, -h, half, h)}h{numbers(-round(half * 0.4))}"
        reached += 2 * half - round(half * 0.4)
    return f"{outline}v9h{numbers(-reached)}z"


def woods(scene: Scene) -> list[Layer]:
    """Draw woods on the horizon, the wider and higher the more forest there is."""
    f, seed = scene.forest, scene.seed
    if not f:
        return []
    wide = 70 + 400 * f
    x = chance(seed, "wood", -20, max(WIDTH - wide, 0))
    other = chance(seed, "trees", 0, WIDTH - 40 - 160 * f)
    return [
        Layer("wood_far", canopy(seed, "a", x, wide, HORIZON + 6, 16 + 44 * f)),
        Layer("wood", spruces(seed, "b", other, 40 + 160 * f, HORIZON + 9, 22 + 20 * f)),
    ]


def thicket(scene: Scene) -> list[Layer]:
    """Draw dark spruces in one corner in front, if there is forest enough."""
    if scene.forest < 0.2:
        return []
    wide = 30 + 110 * scene.forest
    x = -24 if chance(scene.seed, "corner") < 0.5 else WIDTH - wide
    tall = 44 + 40 * scene.forest
    return [
        Layer("wood", spruces(scene.seed, "c", x + 6, wide + 10, HEIGHT - 6, tall * 1.15)),
        Layer("wood_front", spruces(scene.seed, "d", x, wide, HEIGHT, tall)),
    ]


def fields(scene: Scene) -> list[Layer]:
    """Draw strips of fields in front, the more the more farmland there is."""
    lean = 190 if chance(scene.seed, "lean") < 0.5 else -190
    strips = dict.fromkeys(("field_a", "field_b", "field_c"), "")
    furrows = ""
    for i in range(round(5 * scene.fields)):
        near = (i + 1) // 2 * (-1) ** i  # 0, -1, 1, -2, 2: from the middle outwards
        x = WIDTH // 2 + near * 150 + round(chance(scene.seed, f"field{i}", -20, 20))
        top, x2 = 216 + abs(near) * 2, x + lean
        tone = tuple(strips)[(near + scene.seed) % 3]
        strips[tone] += f"M{numbers(x - 62, top)}q62-6 124 0L{x2 + 105} 284H{x2 - 105}z"
        if near % 2 == 0:
            furrows += "".join(
                f"M{round(x + t * 62)} {top}L{round(x2 + t * 105)} 284" for t in (-0.5, 0, 0.5)
            )
    return [*(Layer(tone, strip) for tone, strip in strips.items()), Layer("furrow", furrows, 1.2)]
