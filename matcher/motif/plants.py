"""Silhouettes of process industries: what flows through columns, silos, kilns and digesters."""

from matcher.motif.paths import Layer, blade, block, dome, dots, line, pill, poly, repeat

CHEMISTRY = (
    Layer("soft", line(92, 0, 92, 62) + line(150, 0, 150, 62), 4),
    Layer("soft", line(86, 70, 158, 70, 146, 60, 134, 70, 122, 60, 110, 70, 98, 60, 86, 70), 3),
    Layer("mid", dome(62, 26, 92)),
    Layer("main", dome(32, 20, 120)),
    Layer("deep", dome(0, 24, 142)),
    Layer("paper", line(-4, 116, 28, 116) + line(-4, 84, 28, 84) + line(-4, 42, 28, 42), 3),
    Layer("paper", line(29, 96, 55, 96) + line(29, 56, 55, 56) + line(59, 66, 91, 66), 3),
    Layer("accent", "M12-140V-152H42V-118M75-90V-104H100V-66", 4),
    Layer("dark", line(104, 0, 112, 22) + line(138, 0, 130, 22), 4),
    Layer("paper", dots(121, 27), 48),
    Layer("accent", block(97.5, 47, 6, 24)),
)

PLASTICS = (
    Layer("dark", line(3, 0, 3, 40) + line(31, 0, 31, 40) + line(59, 0, 59, 40), 4),
    Layer("soft", dome(1, 28, 122, 36) + poly(1, 36, 29, 36, 19, 14, 11, 14)),
    Layer("paper", dome(33, 28, 100, 36) + poly(33, 36, 61, 36, 51, 14, 43, 14)),
    Layer("main", block(1, 28, 8, 90) + block(33, 28, 8, 80) + block(66, 84, 66)),
    Layer("dark", block(62, 92, 7, 66)),
    Layer("glass", line(74, 54, 144, 54), 9, "13 6"),
    Layer("paper", line(110, 42, 74, 58), 4),
    Layer("accent", "M98-46H138V0H98A12 23 0 0 1 98-46z"),
    Layer("paper", "M138-46A12 23 0 0 1 138 0A12 23 0 0 1 138-46z"),
    Layer("dark", "M138-32A5 9 0 0 1 138-14A5 9 0 0 1 138-32z"),
    Layer("warm", line(108, 23, 120, 23), 40, "2 8"),
)

PHARMA = (
    Layer("paper", block(0, 92, 66)),
    Layer("main", block(0, 92, 7, 66) + block(70, 16, 30)),
    Layer("glass", block(8, 76, 14, 42) + block(8, 54, 14, 18)),
    Layer("paper", line(27, 10, 27, 60) + line(46, 10, 46, 60) + line(65, 10, 65, 60), 3),
    Layer("dark", line(104, 0, 104, 20) + line(142, 0, 142, 20) + line(123, 104, 123, 124), 5),
    Layer("accent", "M123-122H152V0", 4),
    Layer("soft", dome(98, 50, 75, 37)),
    Layer("accent", block(98, 50, 28, 37) + pill(98, 50, 50, 12)),
    Layer("paper", dots(114, 44, 130, 56, 127, 30), 8),
    Layer("main", block(94, 58, 6, 84)),
)

RECYCLING = (
    Layer("mid", poly(30, 0, 30, 78, 84, 98, 138, 78, 138, 0)),
    Layer("dark", poly(24, 78, 84, 101, 144, 78, 144, 86, 84, 109, 24, 86)),
    Layer("paper", "M60-56A27 27 0 0 1 108-54M108-36A27 27 0 0 1 60-34", 9),
    Layer("paper", poly(98, 58, 120, 58, 111, 39) + poly(70, 32, 48, 32, 57, 51)),
    Layer("accent", block(0, 26, 22) + block(28, 26, 22) + block(13, 26, 22, 24)),
    Layer("warm", line(8, 0, 8, 22) + line(18, 0, 18, 22) + line(36, 0, 36, 22), 2),
    Layer("warm", line(46, 0, 46, 22) + line(21, 24, 21, 46) + line(31, 24, 31, 46), 2),
)

GLASS = (
    Layer("warm", poly(10, 40, 15, 144, 31, 144, 36, 40)),
    Layer("paper", line(14, 132, 32, 132) + line(13, 119, 33, 119), 6),
    Layer("main", poly(0, 0, 0, 60, 32, 78, 64, 60, 64, 78, 104, 60, 104, 0)),
    Layer("dark", dome(22, 48, 48)),
    Layer("accent", dome(29, 34, 39)),
    Layer("sun", dome(37, 18, 25)),
    Layer("soft", poly(96, 0, 88, 50, 104, 84, 106, 0)),
    Layer("glass", poly(106, 0, 104, 84, 118, 52, 114, 0)),
    Layer("paper", poly(116, 0, 110, 30, 124, 52, 126, 0)),
    Layer("soft", poly(126, 0, 124, 52, 140, 28, 136, 0)),
)

PAPER = (
    Layer("main", poly(14, 0, 10, 96, 2, 104, 2, 128, 40, 128, 40, 104, 32, 96, 36, 0)),
    Layer("accent", "M40-118H62V-40", 4),
    Layer("mid", block(36, 52, 48)),
    Layer("glass", line(44, 32, 82, 32), 8, "7 5"),
    Layer("paper", line(4, 110, 38, 110) + line(12, 66, 34, 66), 3),
    Layer("paper", pill(66, 62, 56, 4) + block(94, 52, 5)),
    Layer("soft", dots(94, 32), 56),
    Layer("paper", dots(94, 32), 44),
    Layer("warm", dots(94, 32), 14),
    Layer("warm", dots(8, 8, 25, 8, 42, 8, 16, 23, 33, 23), 16),
    Layer("sand", dots(8, 8, 25, 8, 42, 8, 16, 23, 33, 23), 9),
)

FOOD = (
    Layer("soft", dome(84, 26, 92) + dome(112, 26, 92)),
    Layer("main", block(84, 26, 6, 60) + block(112, 26, 6, 60) + block(80, 64, 26)),
    Layer("glass", line(88, 14, 138, 14), 8, "8 6"),
    Layer("paper", poly(14, 0, 26, 84, 58, 84, 70, 0)),
    Layer("warm", poly(22, 82, 28, 98, 42, 106, 56, 98, 62, 82)),
    Layer("main", dome(35, 14, 26) + block(37, 10, 10, 50)),
    Layer("dark", line(8, 58, 76, 128) + line(7, 127, 77, 59), 4),
    Layer("accent", poly(40, 98, 12, 126, 5, 119, 30, 94) + poly(48, 98, 76, 126, 83, 119, 58, 94)),
    Layer("accent", poly(40, 88, 10, 58, 3, 65, 30, 92) + poly(48, 88, 78, 58, 85, 65, 58, 92)),
    Layer("dark", dots(43, 93), 10),
)

ENERGY = (
    Layer("soft", poly(99, 40, 101, 94, 105, 94, 107, 40)),
    Layer("soft", repeat(blade(103, 94, 42, 5, a) for a in (50, 170, 290))),
    Layer("main", poly(36, 0, 40, 124, 46, 124, 50, 0)),
    Layer("main", repeat(blade(43, 124, 62, 7, a) for a in (12, 132, 252))),
    Layer("accent", dots(43, 124, 103, 94), 11),
    Layer("dark", line(70, 6, 140, 6), 12, "6 17"),
    Layer("paper", pill(58, 94, 28, 8)),
    Layer("mid", pill(66, 78, 24, 38)),
    Layer("accent", block(80, 7, 28, 8) + block(123, 7, 28, 8) + block(101, 7, 24, 38)),
)
