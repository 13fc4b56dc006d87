"""Read what the finder gives away with real parsers: nothing in it may run or lead astray.

Each function takes one output, asserts that it is inert, and returns the texts read from it.
"""

import csv
import io
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook
from pypdf import PdfReader

from matcher.exports.table import FORMULA_STARTS
from matcher.model.text import SCHEMES
from tests.conftest import ROOT
from tests.pdf_tree import dictionaries

LINKS = frozenset({"href", "src", "action", "formaction", "data", "poster", "xlink:href"})
DRAWN = frozenset({"svg", "path", "title"})  # a QR code, which comes without a template
DRAWN_WITH = frozenset({"role", "viewbox", "stroke", "d", "fill", "transform", "xmlns"})
RUNS = frozenset({
    "/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/EmbeddedFile",
    "/XFA", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMedia",
    "/Movie", "/Sound", "/AcroForm",
})  # fmt: skip
CARD = {"BEGIN:VCARD": 1, "VERSION": 1, "N": 5, "FN": 1, "ORG": 1, "ADR;TYPE=WORK": 7} | {
    "URL": 1,
    "NOTE": 1,
    "END:VCARD": 1,
}
ENTRY = dict.fromkeys(
    (
        *("BEGIN:VCALENDAR", "VERSION", "PRODID", "BEGIN:VEVENT", "UID", "DTSTAMP"),
        *("DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "LOCATION", "DESCRIPTION"),
        *("URL", "END:VEVENT", "END:VCALENDAR"),
    ),
    1,
)
SPLITS = re.compile("[;\t\n\r]")  # where another reader of a CSV may begin a new cell


class _Page(HTMLParser):
    """Collects what a page consists of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.other: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        if decl != "doctype html":
            self.other.append(decl)

    handle_pi = unknown_decl = handle_comment


def html(page: str) -> list[str]:
    """Assert that a page holds only what our templates write, and links that may be followed."""
    found = _Page()
    found.feed(page)
    found.close()
    tags, attributes = _written()
    assert found.tags <= tags, found.tags - tags
    names = {n for n, _value in found.attributes if not n.startswith(("data-", "aria-"))}
    assert names <= attributes, names - attributes
    assert found.other == []
    for name, value in found.attributes:
        if name in LINKS:
            link(value)
        if value.startswith("mailto:?"):
            draft(value)
        if name == "style":
            assert re.fullmatch(r"(width|left|--[a-z]+):\d+(\.\d+)?%?", value), value
    return ["".join(found.words), *(value for _name, value in found.attributes)]


@cache
def _written() -> tuple[frozenset[str], frozenset[str]]:
    """Return the tags and attributes that our own templates write."""
    paths = set((ROOT / "pages" / "parts" / "html").glob("*.html"))
    # The head of the empty page names our scripts; no text of a pack or an address comes into it.
    paths = {path for path in paths if path.name != "shell_head.html"}
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    tags = frozenset(re.findall(r"<([a-z][a-z0-9]*)", text)) | DRAWN
    attributes = frozenset(re.findall(r"[\s}]([a-z][a-z0-9-]*)=\"", text.lower())) | DRAWN_WITH
    bare = frozenset({"download", "open", "readonly", "hidden", "required", "disabled", "checked"})
    assert not {"script", "iframe", "object", "embed", "base", "form", "style"} & tags
    assert not {name for name in attributes if name.startswith("on")}
    return tags, attributes | bare


def link(address: str) -> None:
    """Assert that an address is one of this server, or has a scheme that runs nothing."""
    assert address.isprintable()
    assert not address.startswith(("//", "/\\"))
    scheme = address.partition(":")[0].lower()
    inside = address == "" or address[0] in "/?#"
    assert inside or scheme in SCHEMES, address


def draft(address: str) -> None:
    """Assert that a draft of an e-mail has a subject, a text, and nothing else."""
    parts = urlsplit(address)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "", "")
    assert set(parse_qs(parts.query, strict_parsing=True)) == {"subject", "body"}
    assert address.isascii()
    assert address.isprintable()


def data(value: Any) -> Iterator[str]:
    """Return every text in a piece of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            if key == "url" and isinstance(entry, str):
                link(entry)
            yield from data(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from data(entry)


def drawing(value: Any) -> Iterator[str]:
    """Assert that deck.gl takes no text of a map for an expression or a class of its own."""
    for layer in value["layers"]:
        rows = layer.pop("data", [])
        yield from _row_texts(rows)
    yield from data(value)


def _row_texts(rows: Any) -> Iterator[str]:
    for text in data(rows):
        assert not text.startswith("@@"), text
        yield text


def svg(picture: str) -> list[str]:
    """Assert that a picture is drawn, and does nothing else."""
    root = ElementTree.fromstring(picture)  # noqa: S314
    words = []
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        assert name not in ("script", "foreignObject", "image", "use", "a", "style", "animate")
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on")
            if attribute.endswith("href"):
                assert value.startswith("#")
            words.append(value)
        words += [element.text or "", element.tail or ""]
    return words


def pdf(document: bytes) -> PdfReader:
    """Assert that a PDF starts nothing, holds no other file, and links only where it may."""
    reader = PdfReader(io.BytesIO(document), strict=True)
    for thing in dictionaries(reader.trailer):
        assert not RUNS & {key for key in thing if key != "/S"}, dict(thing)
        assert thing.get("/S") not in RUNS
        if "/URI" in thing:
            link(thing["/URI"])
    return reader


def paper(document: bytes) -> list[str]:
    """Return what an inert PDF says: its title, and the text of each page."""
    reader = pdf(document)
    title = reader.metadata.title if reader.metadata else ""
    return [*(page.extract_text() for page in reader.pages), title or ""]


def vcard(card: str) -> list[str]:
    """Assert that a card has each property once, in order, and no other line of any kind."""
    return _content_lines(card, CARD)


def icalendar(calendar: str) -> list[str]:
    """Assert that a calendar has one entry, and each property once, in order."""
    return _content_lines(calendar, ENTRY)


def _content_lines(text: str, allowed: dict[str, int]) -> list[str]:
    """Read the lines of a card or an entry; ``allowed`` counts the fields of each property."""
    assert len(text.splitlines()) == text.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    pairs = [line.partition(":") for line in text.replace("\r\n ", "").split("\r\n")[:-1]]
    names = [
        f"{name}:{value}" if name in ("BEGIN", "END") else name for name, _colon, value in pairs
    ]
    assert names == [name for name in allowed if name in names]
    for name, (_name, _colon, value) in zip(names, pairs, strict=True):
        if name == "URL":
            link(value)
        else:
            fields = re.split(r"(?<!\\)(?:\\\\)*;", value)
            assert len(fields) == allowed[name], (name, value)
    turned = {"n": "\n", "N": "\n"}
    return [re.sub(r"\\(.)", lambda m: turned.get(m[1], m[1]), value) for *_, value in pairs]


def table(text: str) -> list[str]:
    """Assert that no cell of a CSV starts a formula, also for one who splits at other marks."""
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    for cell in cells:
        assert not cell.startswith(FORMULA_STARTS), cell
        parts = SPLITS.split(cell)[1:]
        assert not any(
            part.lstrip(" \"'").startswith(FORMULA_STARTS)
            for part in parts
            if not part.lstrip(' "').startswith("'")
        ), cell
    return cells


def workbook(book: bytes) -> list[str]:
    """Assert that a workbook is texts and numbers: no formula, link, name or macro."""
    with ZipFile(io.BytesIO(book)) as archive:
        names = archive.namelist()
        assert not [n for n in names if re.search("vba|external|embed|activeX|hyperlink", n)]
        sheets = [archive.read(name) for name in names if "/worksheets/sheet" in name]
        assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<hyperlink" in sheet]
    opened = load_workbook(io.BytesIO(book))
    assert not opened.defined_names
    cells = [cell for row in opened.worksheets[0].iter_rows() for cell in row]
    for cell in cells:
        assert cell.data_type != "f"
        assert cell.hyperlink is None
        assert not str(cell.value or "").startswith(FORMULA_STARTS) or cell.data_type == "n"
    return [str(cell.value) for cell in cells]
