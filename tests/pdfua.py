"""The part of PDF/UA-1 that a program can check, with the numbers of the Matterhorn Protocol 1.1.

Each check returns the faults that it finds, as sentences. What only a person can judge is not
here: whether the order makes sense, whether a tag is the right one, whether words are good.

What Typst 0.15 cannot do, and PDF/UA-1 does not demand: make the first cell of a row its header.
Each cell is tied to the header of its column.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

from pypdf.generic import DictionaryObject

from tests import pdfua_tags
from tests.pdf_content import characters, fonts
from tests.pdf_paper import Paper
from tests.pdf_tree import as_list, dictionaries

MAY_READ_ALOUD = 1 << 9  # the tenth bit of the permissions
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
PDF_UA = "{http://www.aiim.org/pdfua/ns/id/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NO_CHARACTERS = frozenset("\0\ufeff\ufffe")


def it_says_that_it_is_tagged(paper: Paper) -> Iterator[str]:
    """ISO 14289-1, 6.2: MarkInfo says so; 01-007: and no tag is suspect."""
    marked = paper.root.get("/MarkInfo", DictionaryObject())
    if not _true(marked.get("/Marked")):
        yield "MarkInfo does not say that the document is tagged"
    if _true(marked.get("/Suspects")):
        yield "MarkInfo says that tags are suspect"


def its_metadata_name_the_standard_and_the_title(paper: Paper) -> Iterator[str]:
    """06-001: there are metadata; 06-002: PDF/UA-1 is named; 06-003: so is the title."""
    if "/Metadata" not in paper.root:
        yield "there are no metadata"
        return
    metadata = ElementTree.fromstring(paper.root["/Metadata"].get_data())  # noqa: S314
    parts = [e.text for e in metadata.iter(f"{PDF_UA}part")]
    parts += [e.get(f"{PDF_UA}part") for e in metadata.iter(f"{RDF}Description")]
    if "1" not in parts:
        yield "the metadata do not name PDF/UA-1"
    titles = [li.text for t in metadata.iter(f"{DUBLIN_CORE}title") for li in t.iter(f"{RDF}li")]
    if not any(titles):
        yield "the metadata have no title"


def its_title_is_shown_and_not_its_file_name(paper: Paper) -> Iterator[str]:
    """07-001, 07-002."""
    preferences = paper.root.get("/ViewerPreferences", DictionaryObject())
    if not _true(preferences.get("/DisplayDocTitle")):
        yield "readers are not told to show the title"


def every_language_is_told(paper: Paper) -> Iterator[str]:
    """11-001 to 11-006: the document has a language, and each one given is well formed."""
    given = [paper.root.get("/Lang", "")]
    given += [e.data["/Lang"] for e in paper.tree.elements if "/Lang" in e.data]
    yield from (f"{code!r} is no language" for code in given if not _is_language(str(code)))


def every_letter_shown_has_a_meaning(paper: Paper) -> Iterator[str]:
    """10-001, 31-027: each code has a character; 31-028: a real one; 31-030: and a glyph."""
    known: dict[int, dict[int, str]] = {}
    for number, painted in paper.marks.items():
        for mark in painted:
            if mark.font is None:
                continue
            means = known.setdefault(id(mark.font), characters(mark.font))
            wide = mark.font.get("/Subtype") == "/Type0"
            codes = _codes(mark.text, 2 if wide else 1)
            if wide and 0 in codes:
                yield f"a glyph is missing on page {number}"
            for code in codes:
                if not means.get(code) or NO_CHARACTERS & set(means[code]):
                    yield f"code {code} of {mark.font.get('/BaseFont')} means nothing"


def every_font_is_inside(paper: Paper) -> Iterator[str]:
    """31-009."""
    for font in fonts(paper.reader):
        if font["/Subtype"] == "/Type3":
            continue
        inner = as_list(font.get("/DescendantFonts", font))[0].get_object()
        described = inner.get("/FontDescriptor", DictionaryObject()).get_object()
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & described.keys():
            yield f"{font.get('/BaseFont')} is not embedded"


def no_content_is_hidden_by_a_layer(paper: Paper) -> Iterator[str]:
    """20-001, 20-003: each configuration of layers has a name and switches none by itself."""
    layers = paper.root.get("/OCProperties", DictionaryObject())
    for setting in (*as_list(layers.get("/D")), *as_list(layers.get("/Configs"))):
        data = setting.get_object()
        if not data.get("/Name") or "/AS" in data:
            yield "a configuration of layers has no name, or switches layers by itself"


def every_file_inside_is_named(paper: Paper) -> Iterator[str]:
    """21-001."""
    for data in dictionaries(paper.reader.trailer):
        if "/EF" in data and not (data.get("/F") and data.get("/UF")):
            yield "an embedded file has no name"


def nothing_in_it_runs(paper: Paper) -> Iterator[str]:
    """25-001: no XFA form. And no script, which PDF/UA-1 would allow: paper does nothing."""
    for data in dictionaries(paper.reader.trailer):
        if {"/XFA", "/JS", "/JavaScript", "/AA"} & data.keys():
            yield "it holds a form that runs, or a script"


def reading_aloud_is_not_forbidden(paper: Paper) -> Iterator[str]:
    """26-001, 26-002."""
    if "/Encrypt" in paper.reader.trailer:
        rights = paper.reader.trailer["/Encrypt"].get("/P")
        if rights is None or not int(rights) & MAY_READ_ALOUD:
            yield "it is locked against programs that read aloud"


def pages_with_links_are_tabbed_in_the_order_of_reading(paper: Paper) -> Iterator[str]:
    """28-008, 28-009."""
    for number, page in paper.pages.items():
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"page {number} has links, and another order of tabs"


def no_page_is_drawn_from_another_file(paper: Paper) -> Iterator[str]:
    """30-001."""
    for data in dictionaries(paper.reader.trailer):
        if data.get("/Subtype") == "/Form" and "/Ref" in data:
            yield "a picture refers to another file"


CHECKS: tuple[Callable[[Paper], Iterator[str]], ...] = (
    it_says_that_it_is_tagged,
    its_metadata_name_the_standard_and_the_title,
    its_title_is_shown_and_not_its_file_name,
    every_language_is_told,
    every_letter_shown_has_a_meaning,
    every_font_is_inside,
    no_content_is_hidden_by_a_layer,
    every_file_inside_is_named,
    nothing_in_it_runs,
    reading_aloud_is_not_forbidden,
    pages_with_links_are_tabbed_in_the_order_of_reading,
    no_page_is_drawn_from_another_file,
    pdfua_tags.everything_painted_is_tagged_or_an_artifact,
    pdfua_tags.artifacts_and_tags_stand_side_by_side,
    pdfua_tags.every_content_is_claimed_by_one_element,
    pdfua_tags.every_tag_is_standard_or_mapped_to_one,
    pdfua_tags.no_standard_tag_is_given_another_meaning,
    pdfua_tags.every_picture_has_words,
    pdfua_tags.headings_go_down_one_level_at_a_time,
    pdfua_tags.tables_and_lists_are_built_of_their_own_parts,
    pdfua_tags.every_table_has_headers_that_say_what_they_head,
    pdfua_tags.every_note_has_a_name_of_its_own,
    pdfua_tags.every_link_stands_in_a_link_and_says_where_it_leads,
)


def faults(document: bytes) -> list[str]:
    """Return everything that is wrong with a PDF, with the name of the check."""
    paper = Paper(document)
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(paper)]


def _true(value: Any) -> bool:
    return value is not None and bool(getattr(value, "value", value))


def _codes(text: bytes, width: int) -> list[int]:
    return [int.from_bytes(text[i : i + width]) for i in range(0, len(text), width)]


def _is_language(code: str) -> bool:
    return re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", code) is not None
