"""Silhouettes of making, growing and moving things: halls, fields of panels, cranes."""

from matcher.motif.paths import Layer, block, dome, dots, line, poly, repeat

MECHANICAL = (
    Layer("main", poly(0, 0, 0, 50, 28, 74, 28, 50, 56, 74, 56, 50, 84, 74, 84, 50, 84, 0)),
    Layer("glass", repeat(poly(x + 28, 52, x + 28, 72, x + 17, 62) for x in (0, 28, 56))),
    Layer("glass", line(10, 30, 76, 30), 12, "12 6"),
    Layer("dark", block(96, 42, 10) + block(106, 22, 20)),
    Layer("accent", line(117, 20, 104, 62, 142, 92, 150, 62), 11),
    Layer("dark", dots(117, 22, 104, 62, 142, 92), 16),
    Layer("paper", dots(117, 22, 104, 62, 142, 92), 6),
    Layer("dark", line(142, 46, 143, 56, 150, 62, 157, 56, 158, 46), 5),
)

AUTOMOTIVE = (
    Layer("mid", "M8 0V-62Q76-108 144-62V0z"),
    Layer("dark", "M2-60Q76-114 150-60V-68Q76-122 2-68z"),
    Layer("glass", line(24, 52, 130, 52), 14, "18 7"),
    Layer("accent", "M6-10Q4-28 22-30L40-32 58-52H98L118-32Q146-30 148-10z"),
    Layer("paper", poly(50, 33, 62, 46, 76, 46, 76, 33) + poly(82, 33, 82, 46, 95, 46, 108, 33)),
    Layer("dark", dots(38, 12, 116, 12), 26),
    Layer("paper", dots(38, 12, 116, 12), 10),
)

AGRICULTURE = (
    Layer("glass", poly(0, 0, 0, 44, 46, 76, 92, 44, 92, 0)),
    Layer("leaf", repeat(dome(x, 18, h) for x, h in ((6, 26), (26, 36), (48, 36), (70, 26)))),
    Layer("main", line(0, 0, 0, 44, 46, 76, 92, 44, 92, 0) + line(0, 44, 92, 44), 5),
    Layer("main", line(23, 0, 23, 60) + line(46, 0, 46, 76) + line(69, 0, 69, 60), 2.5),
    Layer("leaf", "M110 0Q112-50 106-74M126 0Q126-60 128-96M142 0Q140-44 148-66", 4),
    Layer(
        "accent",
        repeat(
            line(x - 9, y + 10, x, y, x + 9, y + 10)
            for x, top in ((105, 96), (128, 118), (149, 88))
            for y in (top - 34, top - 22, top - 10)
        )
        + repeat(line(x, y - 36, x, y + 6) for x, y in ((105, 96), (128, 118), (149, 88))),
        6,
    ),
)

ELECTRONICS = (
    Layer("accent", line(48, 96, 124, 96), 10, "7 7"),
    Layer("deep", block(42, 86, 90)),
    Layer("mid", block(52, 66, 26, 54)),
    Layer("glass", block(62, 46, 8, 63)),
    Layer("soft", line(30, 0, 30, 14) + line(80, 0, 80, 14) + line(130, 0, 130, 14), 4),
    Layer("main", repeat(poly(x, 8, x + 16, 46, x + 58, 46, x + 42, 8) for x in (0, 50, 100))),
    Layer("soft", repeat(line(x + 8, 27, x + 50, 27) for x in (0, 50, 100)), 2),
    Layer("soft", repeat(line(x, 8, x + 16, 46) for x in (14, 28, 64, 78, 114, 128)), 2),
)

LOGISTICS = (
    Layer("main", line(10, 0, 22, 114, 34, 0) + line(110, 0, 122, 114, 134, 0), 6),
    Layer("deep", block(-4, 158, 12, 112) + block(56, 20, 8, 104)),
    Layer("dark", line(50, 86, 60, 104) + line(72, 104, 82, 86), 2.5),
    Layer("accent", block(41, 50, 22, 64)),
    Layer("mid", block(36, 30, 20)),
    Layer("warm", block(36, 30, 20, 20)),
    Layer("paper", block(72, 56, 30, 9)),
    Layer("accent", "M131-9V-36H143L150-22V-9z"),
    Layer("dark", line(70, 9, 150, 9), 4),
    Layer("dark", dots(82, 7, 98, 7, 140, 7), 14),
    Layer("paper", line(44, 75, 88, 75), 16, "2 11"),
    Layer("glass", poly(136, 21, 136, 31, 142, 31, 146, 21)),
)

HALL = (
    Layer("mid", poly(0, 0, 0, 48, 60, 74, 120, 48, 120, 0)),
    Layer("dark", poly(-6, 46, 60, 74, 126, 46, 126, 55, 60, 83, -6, 55)),
    Layer("glass", line(14, 36, 106, 36), 11, "14 6"),
    Layer("accent", block(44, 32, 24)),
)
