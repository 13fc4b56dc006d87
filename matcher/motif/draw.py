"""Draw a scene as an SVG picture, sheet upon sheet of coloured paper."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from matcher.motif.chance import chance
from matcher.motif.land import HEIGHT, HORIZON, WIDTH, fields, hills, ridge, thicket, woods
from matcher.motif.palette import Palette, hazed, palette_of
from matcher.motif.paths import Layer, number
from matcher.motif.scene import Scene
from matcher.motif.silhouettes import silhouette_of
from matcher.motif.sky import sky, sun_place
from matcher.motif.town import town
from matcher.motif.water import water

START = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 280" fill="none" '
    'preserveAspectRatio="xMidYMid slice" stroke-linecap="round" stroke-linejoin="round" '
    'aria-hidden="true" focusable="false">'
)


class Stand(NamedTuple):
    """Where a silhouette stands: its middle, its foot, its size and how far it is in the haze."""

    x: float
    y: float
    size: float
    haze: float


# Two arrangements, the strongest first: later ones stand farther back. Each may be mirrored.
ARRANGEMENTS = (
    (
        Stand(226, 218, 1.2, 0),
        Stand(404, 213, 0.96, 0.04),
        Stand(72, 206, 0.76, 0.1),
        Stand(512, 197, 0.56, 0.24),
    ),
    (
        Stand(266, 218, 1.2, 0),
        Stand(94, 213, 0.96, 0.04),
        Stand(416, 206, 0.78, 0.1),
        Stand(520, 197, 0.56, 0.24),
    ),
)
TOWN_X = 582


def motif_svg(scene: Scene, dark: bool = False) -> str:
    """Return the picture of a scene, 640 by 280, at most 7 kB of decorative SVG."""
    palette = palette_of(scene, dark)
    sun_x, _ = sun_place(scene)
    mirrored = chance(scene.seed, "mirrored") < 0.5
    town_x = WIDTH - TOWN_X if mirrored else TOWN_X
    return "".join(
        (
            START,
            _background(scene, palette, dark),
            sheets(sky(scene, dark), palette),
            sheets(hills(scene), palette),
            sheets(woods(scene)[:1], palette),
            f'<g transform="translate(0 {HORIZON + 7})">{sheets(town(scene, town_x), palette)}</g>',
            sheets(woods(scene)[1:], palette),
            sheets([Layer("meadow", ridge(scene.seed, "meadow", HORIZON + 8, 3, 160))], palette),
            sheets([Layer("ground", ridge(scene.seed, "ground", HORIZON + 24, 5, 210))], palette),
            *_silhouettes(scene, palette, mirrored),
            sheets(fields(scene), palette),
            sheets(water(scene, sun_x), palette),
            sheets(thicket(scene), palette),
            "</svg>",
        )
    )


def sheets(layers: Iterable[Layer], palette: Palette) -> str:
    """Write layers as SVG paths."""
    return "".join(_path(layer, palette) for layer in layers if layer.outline)


def _background(scene: Scene, palette: Palette, dark: bool) -> str:
    name = "m" + sha256(f"{scene}{dark}".encode()).hexdigest()[:6]
    stops = (("", "sky_top"), (' offset=".4"', "sky_mid"), (' offset=".66"', "sky_low"))
    return (
        f'<linearGradient id="{name}" x2="0" y2="1">'
        + "".join(f'<stop{at} stop-color="{palette.tones[tone]}"/>' for at, tone in stops)
        + f'</linearGradient><path fill="url(#{name})" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
    )


def _path(layer: Layer, palette: Palette) -> str:
    colour, veil = palette.tones[layer.tone], palette.veils.get(layer.tone)
    if not layer.stroke:
        opacity = f' fill-opacity="{veil}"' if veil else ""
        return f'<path fill="{colour}"{opacity} d="{layer.outline}"/>'
    dash = f' stroke-linecap="butt" stroke-dasharray="{layer.dash}"' if layer.dash else ""
    width = number(layer.stroke)
    return f'<path stroke="{colour}" stroke-width="{width}"{dash} d="{layer.outline}"/>'


def _silhouettes(scene: Scene, palette: Palette, mirrored: bool) -> Iterator[str]:
    """Write the silhouettes from the back to the front, below them their shade on the ground."""
    stands = ARRANGEMENTS[chance(scene.seed, "arrangement") < 0.5]
    drawn, shade = [], ""
    for sector, (x, y, size, haze) in zip(scene.silhouettes, stands, strict=False):
        half = 75 * size
        nudge = chance(scene.seed, f"nudge {sector}", -6, 6)
        left = round((WIDTH - x if mirrored else x) + nudge - half)
        shade += f"M{left - 3} {y}h{round(2 * half + 6)}"
        body = sheets(silhouette_of(sector), hazed(palette, haze))
        drawn.append(f'<g transform="translate({left} {y})scale({size})">{body}</g>')
    yield sheets([Layer("shade", shade, 8)], palette)
    yield from reversed(drawn)
