"""The town on the horizon: gables and a spire, or towers."""

from matcher.motif.chance import chance
from matcher.motif.land import WIDTH
from matcher.motif.paths import Layer, block, line, numbers
from matcher.motif.scene import Scene

# How wide a village, a small town, a middle-sized town and a city are, and what rises above them.
WIDTHS = (70, 110, 170, 230)
CHURCHES = (1, 1, 2, 2)
TOWERS = (0, 0, 2, 5)


def town(scene: Scene, centre: int) -> list[Layer]:
    """Draw the skyline of a town around x = ``centre``; its foot is at height 0."""
    if scene.town is None:
        return []
    half = WIDTHS[scene.town] // 2
    left, right = max(centre - half, 0), min(centre + half, WIDTH)
    return [
        Layer("town_far", _towers(scene, left, right)),
        Layer("town", _churches(scene.town, centre)),
        *_houses(scene, left, right),
        Layer("lit", line(left + 4, 7, right - 4, 7), 4, "3 8 3 14"),
    ]


def _houses(scene: Scene, left: int, right: int) -> list[Layer]:
    walls, roofs, x, level = f"M{left} 0", "", left, 0
    while x < right:
        w = round(chance(scene.seed, f"house{x - left}", 9, 13)) * 2
        h = round(chance(scene.seed, f"floors{x - left}", 11, 16)) + 2 * (scene.town or 0)
        walls += f"v{level - h}h{w}"
        roofs += f"M{numbers(x - 1, -h)}l{numbers(w // 2 + 1, -w // 2, w // 2 + 1, w // 2)}z"
        x, level = x + w, h
    return [Layer("town_light", f"{walls}V0z"), Layer("roof", roofs)]


def _churches(size: int, centre: int) -> str:
    """One spire or two; those of a city stand side by side and are equal."""
    apart, outline = (14 if size == 3 else -44), ""
    for i in range(CHURCHES[size]):
        x, h = centre + i * apart - 8, 32 + 7 * size - 8 * i * (size < 3)
        outline += block(x, 10, h) + f"M{numbers(x - 1, -h)}l6-32 6 32z"
    return outline


def _towers(scene: Scene, left: int, right: int) -> str:
    count = TOWERS[scene.town or 0]
    step = (right - left) / (count or 1)
    return "".join(
        block(
            round(left + step * (i + chance(scene.seed, f"tower{i}", 0, 0.5))),
            round(chance(scene.seed, f"wide{i}", 16, 26)),
            round(chance(scene.seed, f"storeys{i}", 34, 92)),
        )
        for i in range(count)
    )
