"""Silhouettes of knowledge and services: institutes, studios, towers."""

from matcher.motif.paths import Layer, block, dots, line, poly, repeat

MEDICAL = (
    Layer("mid", block(52, 90, 96)),
    Layer("dark", block(52, 90, 7, 96)),
    Layer("glass", repeat(line(100, y, 136, y) for y in (82, 62, 42)), 9, "9 5"),
    Layer("dark", block(20, 60, 12)),
    Layer("paper", dots(50, 54), 96),
    Layer("accent", dots(50, 54), 62),
    Layer("dark", dots(50, 54), 52),
    Layer("soft", block(60, 88, 9, 36) + block(124, 12, 36)),
    Layer("paper", "M40-45H140Q148-45 148-52H48Q40-52 40-45z"),
)

RESEARCH = (
    Layer("main", block(68, 82, 72)),
    Layer("glass", repeat(line(74, y, 146, y) for y in (58, 39, 20)), 13, "14 5"),
    Layer("dark", block(64, 90, 6, 72)),
    Layer("soft", block(6, 62, 56)),
    Layer("glass", line(14, 30, 62, 30), 16, "8 8"),
    Layer("dark", line(40, 76, 74, 118), 10),
    Layer("accent", line(69, 112, 75, 119), 14),
    Layer("paper", "M2-56A35 36 0 0 1 72-56z"),
    Layer("main", "M36-56L42-92A35 36 0 0 1 58-84L48-56z"),
    Layer("dark", block(0, 74, 6, 54)),
)

SOFTWARE = (
    Layer("main", block(52, 98, 112)),
    Layer("deep", block(60, 82, 90, 14)),
    Layer("accent", line(68, 94, 96, 94) + line(80, 62, 112, 62) + line(68, 30, 86, 30), 6),
    Layer("glass", line(104, 94, 120, 94) + line(80, 78, 130, 78) + line(120, 62, 132, 62), 6),
    Layer("soft", line(80, 46, 104, 46) + line(112, 46, 126, 46) + line(94, 30, 118, 30), 6),
    Layer("deep", block(0, 22, 72) + block(25, 22, 72)),
    Layer("glass", repeat(line(4, y, 43, y) for y in (62, 50, 38, 26, 14)), 5, "9 3 2 11"),
    Layer("accent", repeat(line(15, y, 43, y) for y in (62, 50, 38, 26, 14)), 5, "3 22"),
)

MEDIA = (
    Layer("glow", poly(24, 46, 86, 220, 164, 220)),
    Layer("glow", poly(24, 46, -72, 220, 2, 220)),
    Layer("main", block(42, 108, 80)),
    Layer("dark", block(38, 116, 7, 80)),
    Layer("paper", block(54, 84, 54, 16)),
    Layer("accent", block(58, 76, 46, 20)),
    Layer("dark", poly(86, 30, 86, 56, 110, 43)),
    Layer("dark", line(12, 0, 24, 24, 36, 0) + line(24, 24, 24, 34), 5),
    Layer("mid", poly(12, 28, 36, 28, 42, 50, 6, 50)),
    Layer("sun", block(6, 36, 5, 48)),
)

SERVICES = (
    Layer("soft", block(84, 46, 84)),
    Layer("glass", repeat(line(92, y, 122, y) for y in (70, 54, 38, 22)), 7, "8 3"),
    Layer("main", poly(30, 0, 30, 132, 78, 148, 78, 0)),
    Layer("glass", repeat(line(38, y, 71, y) for y in range(24, 123, 16)), 7, "9 3"),
    Layer("accent", line(50, 104, 59, 104) + line(38, 72, 47, 72) + line(62, 40, 71, 40), 7, "9"),
    Layer("paper", block(0, 34, 58)),
    Layer("mid", repeat(line(6, y, 28, y) for y in (46, 30, 14)), 7, "6 3"),
    Layer("dark", block(24, 112, 5)),
)
