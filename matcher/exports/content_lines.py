"""The lines of vCard and iCalendar: what one field holds never reaches another."""

import unicodedata

FOLD_AT = 75  # octets of a line: RFC 2426 2.6, RFC 5545 3.1


def escaped(text: str) -> str:
    """Return text that ends neither its field nor its line (RFC 2426 section 5)."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    # What any reader may take for the end of a line; what joins or turns letters stays.
    lines = (
        "".join(" " if unicodedata.category(c) == "Cc" else c for c in line).strip()
        for line in text.splitlines()
    )
    return "\\n".join(filter(None, lines))


def folded(line: str) -> str:
    """Break a line before every 75th octet, never inside a character."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > FOLD_AT:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += size
    return "\r\n".join(pieces)
