"""The sky: sun or moon, clouds or stars."""

from matcher.motif.chance import chance
from matcher.motif.paths import Layer, disc, numbers
from matcher.motif.scene import Scene


def sun_place(scene: Scene) -> tuple[int, int]:
    """Return where the sun stands: x from the left, y from the top."""
    x = round(chance(scene.seed, "sun", 60, 230))
    left = chance(scene.seed, "side") < 0.5
    return (x if left else 640 - x), round(chance(scene.seed, "height", 46, 88))


def sky(scene: Scene, dark: bool) -> list[Layer]:
    """Draw the sun or the moon with a halo, and clouds or stars."""
    x, y = sun_place(scene)
    r = round(chance(scene.seed, "radius", 20, 27))
    layers = [
        Layer("halo", disc(x, -y, round(r * 2.4))),
        Layer("halo", disc(x, -y, round(r * 1.6))),
    ]
    if dark:
        layers += [Layer("lit", _stars(scene.seed), 1.8), Layer("sun", _crescent(x, y, r))]
    else:
        layers.append(Layer("sun", disc(x, -y, r)))
    clouds = _cloud(640 - x + round(chance(scene.seed, "cloud", -60, 60)), y - 8)
    if not dark:
        clouds += _cloud(x + (120 if x < 320 else -120), y + 26)
    return [*layers, Layer("cloud", clouds)]


def _stars(seed: int) -> str:
    places = (
        (round(chance(seed, f"star{i}", 10, 630)), round(chance(seed, f"rise{i}", 8, 110)))
        for i in range(7)
    )
    return "".join(f"M{numbers(*place)}h0" for place in places)


def _crescent(x: int, y: int, r: int) -> str:
    inner = round(r * 0.8, 1)
    return f"M{x} {y - r}A{r} {r} 0 1 0 {x + r} {y}A{inner} {inner} 0 0 1 {x} {y - r}z"


def _cloud(x: int, y: int) -> str:
    return f"M{x - 44} {y}c2-12 16-14 24-6c4-16 30-18 34-2c10-6 26-4 28 8z"
