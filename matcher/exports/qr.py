"""A link as a QR code: SVG that stands inside a page or alone, and asks nobody."""

from io import BytesIO

import segno

QUIET_ZONE = 4  # modules of white around the code, as ISO/IEC 18004 wants


def qr_svg(link: str, title: str) -> str:
    """Return the picture; ``title`` says what it leads to, for those who do not see it.

    Dark on white in every colour scheme: many readers do not find an inverted code.
    """
    code = segno.make(link, error="l", micro=False)  # raised by itself where there is room
    out = BytesIO()
    code.save(
        out,
        kind="svg",
        border=QUIET_ZONE,
        title=title,
        light="white",
        omitsize=True,
        svgclass="zf-qr",
        xmldecl=False,
        nl=False,
    )
    svg = out.getvalue().decode()
    return svg.replace("<svg ", '<svg role="img" ', 1)
