"""What the pages of a PDF paint: each stroke, letter and picture, and how it is marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject

PAINTS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh"})
WRITES = frozenset({b"Tj", b"TJ", b"'", b'"'})
HEX = r"<([0-9A-Fa-f\s]+)>"


@dataclass(frozen=True)
class Mark:
    """One painting operation: its name, the marks around it, from outside, and its glyphs.

    A mark is 'artifact', the number of a marked content, or '' where it says neither.
    """

    operator: str
    around: tuple[str | int, ...]
    font: DictionaryObject | None = None
    text: bytes = b""


def marks(page: PageObject, reader: PdfReader) -> Iterator[Mark]:
    """Yield everything that a page paints, the forms it draws included."""
    contents = page.get_contents()
    if contents is not None:
        yield from _marks(contents, page.get("/Resources", DictionaryObject()), reader, ())


def _marks(
    stream: Any, resources: Any, reader: PdfReader, around: tuple[str | int, ...]
) -> Iterator[Mark]:
    resources = resources.get_object()
    stack = list(around)
    font = None
    for operands, operator in ContentStream(stream, reader).operations:
        if operator in (b"BMC", b"BDC"):
            stack.append(_kind(operands, resources))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            font = resources["/Font"][operands[0]].get_object()
        elif operator in WRITES:
            yield Mark(operator.decode(), tuple(stack), font, _bytes(operands))
        elif operator == b"Do":
            drawn = resources["/XObject"][operands[0]].get_object()
            if drawn["/Subtype"] == "/Form":
                inner = drawn.get("/Resources", resources)
                yield from _marks(drawn, inner, reader, tuple(stack))
            else:
                yield Mark("Do", tuple(stack))
        elif operator in PAINTS or operator == b"INLINE IMAGE":
            yield Mark(operator.decode(), tuple(stack))


def _kind(operands: list[Any], resources: Any) -> str | int:
    if operands[0] == "/Artifact":
        return "artifact"
    properties = operands[1] if len(operands) > 1 else {}
    if isinstance(properties, str):
        properties = resources["/Properties"][properties].get_object()
    return int(properties["/MCID"]) if "/MCID" in properties else ""


def _bytes(operands: list[Any]) -> bytes:
    pieces = operands[-1] if isinstance(operands[-1], list) else [operands[-1]]
    return b"".join(
        getattr(piece, "original_bytes", piece)
        for piece in pieces
        if isinstance(piece, str | bytes)
    )


def fonts(reader: PdfReader) -> list[DictionaryObject]:
    """Return every font of the document, each once."""
    found: dict[int, DictionaryObject] = {}
    for page in reader.pages:
        _fonts(page.get("/Resources"), found)
    return list(found.values())


def _fonts(resources: Any, found: dict[int, DictionaryObject]) -> None:
    if resources is None:
        return
    resources = resources.get_object()
    for reference in resources.get("/Font", DictionaryObject()).get_object().values():
        font = reference.get_object()
        found[id(font)] = font
    for reference in resources.get("/XObject", DictionaryObject()).get_object().values():
        _fonts(reference.get_object().get("/Resources"), found)


def characters(font: DictionaryObject) -> dict[int, str]:
    """Return what the codes of a font mean, as its ToUnicode map says."""
    if "/ToUnicode" not in font:
        return {}
    text = font["/ToUnicode"].get_data().decode("latin-1")
    found: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, means in re.findall(HEX + r"\s*" + HEX, part):
            found[int(code, 16)] = _utf16(means)
    for part in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, rest in re.findall(HEX + r"\s*" + HEX + r"\s*(\[.*?\]|<.*?>)", part):
            several = re.findall(HEX, rest)
            for i, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                if rest.startswith("["):
                    found[code] = _utf16(several[i])
                else:
                    start = _utf16(several[0])
                    found[code] = start[:-1] + chr(ord(start[-1]) + i)
    return found


def _utf16(digits: str) -> str:
    return bytes.fromhex("".join(digits.split())).decode("utf-16-be", "surrogatepass")
