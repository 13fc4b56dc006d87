"""Fill a Typst template with data: texts stay texts, the same data makes the same bytes."""

import json
import unicodedata
from pathlib import Path
from typing import Any, Final

import typst

from matcher.model.facts import Source

TEMPLATES = Path(__file__).parent
PDF_STANDARD: Final = "ua-1"
REPLACEMENT = "�"

# What the fonts inside Typst can draw; PDF/UA refuses a character that no font has.
DRAWABLE = (
    (0x20, 0x7E), (0xA0, 0x2AF), (0x370, 0x4FF), (0x1E00, 0x1FFF), (0x2010, 0x2027),
    (0x2030, 0x2040), (0x2070, 0x20C0), (0x2190, 0x22FF), (0x25A0, 0x25FF), (0xFFFD, 0xFFFD),
)  # fmt: skip
NOT_BREAKING = "\u00a0\u2007\u202f"
NOT_DRAWN = frozenset({"Cc", "Cf", "Cn", "Cs", "Me", "Mn"})  # joiners, marks left after NFC


def print_pdf(template: str, data: dict[str, Any]) -> bytes:
    """Return the PDF of a template of this folder; it reads ``data`` as JSON.

    No text can become markup, and nothing depends on the fonts or the clock of the machine.
    """
    return typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(drawable(data))},
        pdf_standards=PDF_STANDARD,
        timestamp=0,
    )


def drawable(value: Any) -> Any:
    """Return the same data with every text made of characters that can be drawn."""
    if isinstance(value, str):
        return _drawable_text(value)
    if isinstance(value, dict):
        return {key: drawable(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [drawable(entry) for entry in value]
    return value


def source_words(source: Source) -> str:
    """Name a source as it stands under a text."""
    year = f", {source.date[:4]}" if source.date else ""
    return f"{source.publisher or source.title}{year}"


def _drawable_text(text: str) -> str:
    kept = []
    for character in unicodedata.normalize("NFC", text):
        code = ord(character)
        if character.isspace():
            kept.append("\u00a0" if character in NOT_BREAKING else " ")
        elif unicodedata.category(character) in NOT_DRAWN:
            continue
        elif any(first <= code <= last for first, last in DRAWABLE):
            kept.append(character)
        else:
            kept.append(REPLACEMENT)
    return "".join(kept)
