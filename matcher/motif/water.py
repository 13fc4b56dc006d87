"""The water in front: a river or a lake, with the light on it."""

from matcher.motif.chance import chance
from matcher.motif.paths import Layer, numbers
from matcher.motif.scene import Scene

Point = tuple[float, float]


def water(scene: Scene, sun_x: int) -> list[Layer]:
    """Draw the water, its ripples, and under the sun its light."""
    if scene.water == "none":
        return []
    return _lake(scene, sun_x) if scene.water == "lake" else _river(scene)


def _lake(scene: Scene, sun_x: int) -> list[Layer]:
    seed = scene.seed
    top = round(250 - 20 * scene.water_amount)
    slope = 7 if chance(seed, "bend") < 0.5 else -7

    def shore(y: int) -> str:
        curve = f"C{numbers(180, y - 12, 420, y + 12, 640, y - slope)}"
        return f"M0 {numbers(y + slope)}{curve}V280H0z"

    ripples = glints = ""
    for i in range(5):
        y = top + 14 + i * (274 - top - 14) // 4
        x, long = chance(seed, f"ripple{i}", 10, 580), chance(seed, f"long{i}", 16, 54)
        ripples += f"M{numbers(round(x), y)}h{round(long)}"
        half = round(chance(seed, f"glint{i}", 8, 22))
        glints += f"M{numbers(sun_x - half, y + 3)}h{2 * half}"
    boat = round(chance(seed, "boat", 240, 400))
    sails = f"M{boat} {top + 16}v-34l17 30zM{boat - 3} {top + 14}v-26l-12 24z"
    return [
        Layer("bank", shore(top - 5)),
        Layer("water", shore(top)),
        Layer("water_deep", shore(top + 20)),
        Layer("ripple", ripples, 2),
        Layer("sun", glints, 3),
        Layer("paper", sails),
        Layer("dark", f"M{boat - 18} {top + 18}h38l-7 7h-24z"),
    ]


def _river(scene: Scene) -> list[Layer]:
    """A river that comes from afar and turns, or sweeps past, growing towards the beholder."""
    mirrored = chance(scene.seed, "bend") < 0.5
    shift = chance(scene.seed, "shift", -50, 30)
    w = 0.7 + 0.9 * scene.water_amount
    winding = chance(scene.seed, "winding") < 0.55

    def bed(grow: float) -> str:
        points = _winding(w, grow) if winding else _sweeping(w, grow)
        flat = [
            numbers(round(640 - x if mirrored else x), round(y))
            for x, y in ((x + shift * (0 < x < 640), y) for x, y in points)
        ]
        return f"M{flat[0]}C{' '.join(flat[1:])}z"

    places = ((400, 270, 34), (430, 258, 26), (552, 240, 22))
    if not winding:
        places = ((500, 262, 40), (566, 270, 30), (380, 250, 26))
    ripples = "".join(
        f"M{numbers(round(640 - x - long if mirrored else x), y)}h{long}" for x, y, long in places
    )
    return [Layer("bank", bed(4)), Layer("water", bed(0)), Layer("ripple", ripples, 2)]


def _winding(w: float, grow: float) -> tuple[Point, ...]:
    left = 330 - 60 * w - grow
    return (
        (0, 225 - grow),
        *((200, 218 - grow), (600, 218 - grow), (600 + grow, 241)),
        *((600 + grow, 260), (440 + 40 * w + grow, 256), (420 + 40 * w + grow, 282)),
        *((420, 282), (left, 282), (left, 282)),
        *((left + 20, 238 + grow), (560 - 40 * w, 250 + grow), (548 - 30 * w - grow, 239)),
        *((540 - 50 * w, 230), (200, 224 + 3 * w), (0, 228 + 4 * w + grow)),
    )


def _sweeping(w: float, grow: float) -> tuple[Point, ...]:
    return (
        (0, 226 - grow),
        *((220, 220 - grow), (330, 250 - 10 * w - grow), (640, 252 - 10 * w - grow)),
        *((640, 260), (640, 270), (640, 282)),
        *((600, 282), (520, 282), (500 - 20 * w - grow, 282)),
        *((340, 262 + 6 * w + grow), (280, 224 + 8 * w), (0, 228 + 4 * w + grow)),
    )
