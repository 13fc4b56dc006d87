"""A PDF that breaks a rule of PDF/UA-1 is caught, by the check of that rule."""

import io
from collections.abc import Callable

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from tests import pdfua, pdfua_tags
from tests.pdf_content import fonts
from tests.pdf_paper import Paper
from tests.pdf_tree import Element, Tree, as_list

SOUND = """
#set document(title: "Probe")
#set text(lang: "de")
= Titel
Ein Absatz.

Noch einer, mit #link("https://example.org/")[einem Verweis].
== Liste
- eins
- zwei
== Tabelle
#table(columns: 2, table.header([Ort], [Zahl]), [hier], [1])
#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>
  <path d='M0 0h9v9z'/></svg>"), format: "svg", alt: "Ein Dreieck")
"""
Damage = Callable[[PdfWriter], object]
DAMAGES: list[tuple[Callable[[Paper], object], str, Damage]] = []
NOTHING = ArrayObject()


def caught_by(*checks: Callable[[Paper], object]) -> Callable[[Damage], Damage]:
    """Say which check must find a damage."""

    def keep(damage: Damage) -> Damage:
        DAMAGES.extend((check, damage.__name__, damage) for check in checks)
        return damage

    return keep


def first(document: PdfWriter, *roles: str) -> Element:
    return next(Tree(document.root_object).of(*roles))


def paint(document: PdfWriter, *operations: tuple[list[object], bytes], at: int = 0) -> None:
    """Put operations into the content of the first page."""
    page = document.pages[0]
    content = ContentStream(page.get_contents(), document)
    content.operations[at:at] = operations
    page.replace_contents(content)


def set_text(data: DictionaryObject, key: str, value: str) -> None:
    data[NameObject(key)] = TextStringObject(value)


def set_name(data: DictionaryObject, key: str, value: str) -> None:
    data[NameObject(key)] = NameObject(value)


SQUARE: tuple[tuple[list[object], bytes], ...] = (
    ([NumberObject(n) for n in (0, 0, 9, 9)], b"re"),
    ([], b"f"),
)
AN_ARTIFACT: tuple[list[object], bytes] = ([NameObject("/Artifact")], b"BMC")
A_CONTENT: tuple[list[object], bytes] = (
    [NameObject("/P"), DictionaryObject({NameObject("/MCID"): NumberObject(0)})],
    b"BDC",
)
END: tuple[list[object], bytes] = ([], b"EMC")


@caught_by(pdfua.it_says_that_it_is_tagged)
def not_marked(document: PdfWriter) -> None:
    document.root_object["/MarkInfo"][NameObject("/Marked")] = BooleanObject(False)


@caught_by(pdfua.it_says_that_it_is_tagged)
def suspect(document: PdfWriter) -> None:
    document.root_object["/MarkInfo"][NameObject("/Suspects")] = BooleanObject(True)


@caught_by(pdfua_tags.everything_painted_is_tagged_or_an_artifact)
def painted_without_a_tag(document: PdfWriter) -> None:
    paint(document, *SQUARE)


@caught_by(pdfua_tags.artifacts_and_tags_stand_side_by_side)
def an_artifact_in_a_text(document: PdfWriter) -> None:
    paint(document, A_CONTENT, AN_ARTIFACT, *SQUARE, END, END)


@caught_by(pdfua_tags.artifacts_and_tags_stand_side_by_side)
def a_text_in_an_artifact(document: PdfWriter) -> None:
    paint(document, AN_ARTIFACT, A_CONTENT, *SQUARE, END, END)


@caught_by(pdfua_tags.every_content_is_claimed_by_one_element)
def a_heading_without_its_text(document: PdfWriter) -> None:
    first(document, "H1").data[NameObject("/K")] = NOTHING


@caught_by(pdfua_tags.every_content_is_claimed_by_one_element)
def a_text_read_twice(document: PdfWriter) -> None:
    title, other = first(document, "H1"), first(document, "H2")
    other.data[NameObject("/K")] = title.data["/K"]


@caught_by(pdfua_tags.every_content_is_claimed_by_one_element)
def a_parent_tree_in_another_order(document: PdfWriter) -> None:
    key = int(document.pages[0]["/StructParents"])
    as_array = Tree(document.root_object).claims[key].get_object()
    as_array[:] = list(reversed(as_array))


@caught_by(pdfua_tags.every_tag_is_standard_or_mapped_to_one)
def a_tag_of_its_own(document: PdfWriter) -> None:
    set_name(first(document, "P", "Span").data, "/S", "/Absatz")


@caught_by(pdfua_tags.every_tag_is_standard_or_mapped_to_one)
def roles_in_a_circle(document: PdfWriter) -> None:
    set_name(first(document, "P", "Span").data, "/S", "/A")
    roles = document.root_object["/StructTreeRoot"]["/RoleMap"]
    set_name(roles, "/A", "/B")
    set_name(roles, "/B", "/A")


@caught_by(pdfua_tags.no_standard_tag_is_given_another_meaning)
def headings_that_are_paragraphs(document: PdfWriter) -> None:
    set_name(document.root_object["/StructTreeRoot"]["/RoleMap"], "/H2", "/P")


@caught_by(pdfua.its_metadata_name_the_standard_and_the_title)
def no_metadata(document: PdfWriter) -> None:
    del document.root_object["/Metadata"]


@caught_by(pdfua.its_metadata_name_the_standard_and_the_title)
def no_standard(document: PdfWriter) -> None:
    change_metadata(document, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@caught_by(pdfua.its_metadata_name_the_standard_and_the_title)
def no_title(document: PdfWriter) -> None:
    change_metadata(document, b"dc:title", b"dc:subject")


def change_metadata(document: PdfWriter, old: bytes, new: bytes) -> None:
    found = document.root_object["/Metadata"].get_data()
    assert old in found
    stream = DecodedStreamObject()
    stream.set_data(found.replace(old, new))
    document.root_object[NameObject("/Metadata")] = document._add_object(stream)


@caught_by(pdfua.its_title_is_shown_and_not_its_file_name)
def the_file_name_as_title(document: PdfWriter) -> None:
    shown = document.root_object["/ViewerPreferences"]
    shown[NameObject("/DisplayDocTitle")] = BooleanObject(False)


@caught_by(pdfua.its_title_is_shown_and_not_its_file_name)
def no_preferences(document: PdfWriter) -> None:
    del document.root_object["/ViewerPreferences"]


@caught_by(pdfua.every_letter_shown_has_a_meaning)
def letters_without_meaning(document: PdfWriter) -> None:
    for font in fonts(document):
        del font["/ToUnicode"]


@caught_by(pdfua.every_letter_shown_has_a_meaning)
def letters_that_mean_nul(document: PdfWriter) -> None:
    for font in fonts(document):
        stream = DecodedStreamObject()
        codes = "".join(f"<{code:04x}> <0000>" for code in range(500))
        stream.set_data(f"500 beginbfchar {codes} endbfchar".encode())
        font[NameObject("/ToUnicode")] = document._add_object(stream)


@caught_by(pdfua.every_letter_shown_has_a_meaning)
def a_glyph_that_is_missing(document: PdfWriter) -> None:
    content = ContentStream(document.pages[0].get_contents(), document)
    for operands, operator in content.operations:
        if operator in (b"Tj", b"TJ"):
            operands[0] = pdf_bytes(operator, b"\0\0")
            break
    document.pages[0].replace_contents(content)


def pdf_bytes(operator: bytes, text: bytes) -> object:
    letters = ByteStringObject(text)
    return ArrayObject([letters]) if operator == b"TJ" else letters


@caught_by(pdfua.every_language_is_told)
def no_language(document: PdfWriter) -> None:
    del document.root_object["/Lang"]


@caught_by(pdfua.every_language_is_told)
def a_language_that_is_none(document: PdfWriter) -> None:
    set_text(first(document, "H1").data, "/Lang", "auf deutsch")


@caught_by(pdfua_tags.every_picture_has_words)
def a_picture_without_words(document: PdfWriter) -> None:
    del first(document, "Figure").data["/Alt"]


@caught_by(pdfua_tags.every_picture_has_words)
def a_picture_with_a_blank(document: PdfWriter) -> None:
    set_text(first(document, "Figure").data, "/Alt", " ")


@caught_by(pdfua_tags.headings_go_down_one_level_at_a_time)
def no_first_heading(document: PdfWriter) -> None:
    set_name(first(document, "H1").data, "/S", "/P")


@caught_by(pdfua_tags.headings_go_down_one_level_at_a_time)
def a_level_that_is_skipped(document: PdfWriter) -> None:
    set_name(first(document, "H2").data, "/S", "/H3")


@caught_by(pdfua_tags.headings_go_down_one_level_at_a_time)
def a_heading_without_a_level(document: PdfWriter) -> None:
    set_name(first(document, "H2").data, "/S", "/H")


@caught_by(pdfua_tags.tables_and_lists_are_built_of_their_own_parts)
def a_row_of_paragraphs(document: PdfWriter) -> None:
    set_name(first(document, "TD").data, "/S", "/P")


@caught_by(pdfua_tags.tables_and_lists_are_built_of_their_own_parts)
def a_cell_outside_a_table(document: PdfWriter) -> None:
    set_name(first(document, "Table").data, "/S", "/Sect")


@caught_by(pdfua_tags.tables_and_lists_are_built_of_their_own_parts)
def a_list_of_paragraphs(document: PdfWriter) -> None:
    set_name(first(document, "LI").data, "/S", "/P")


@caught_by(pdfua_tags.tables_and_lists_are_built_of_their_own_parts)
def an_entry_without_a_body(document: PdfWriter) -> None:
    set_name(first(document, "LBody").data, "/S", "/P")


@caught_by(pdfua_tags.every_table_has_headers_that_say_what_they_head)
def a_header_without_a_scope(document: PdfWriter) -> None:
    del first(document, "TH").data["/A"]


@caught_by(pdfua_tags.every_table_has_headers_that_say_what_they_head)
def a_table_without_headers(document: PdfWriter) -> None:
    for cell in Tree(document.root_object).of("TH"):
        set_name(cell.data, "/S", "/TD")


@caught_by(pdfua_tags.every_table_has_headers_that_say_what_they_head)
def a_cell_of_no_header(document: PdfWriter) -> None:
    for header in Tree(document.root_object).of("TH"):
        set_text(header.data, "/ID", "anders")


@caught_by(pdfua_tags.every_note_has_a_name_of_its_own)
def a_note_without_a_name(document: PdfWriter) -> None:
    set_name(first(document, "P", "Span").data, "/S", "/Note")


@caught_by(pdfua_tags.every_note_has_a_name_of_its_own)
def two_notes_of_one_name(document: PdfWriter) -> None:
    for element in list(Tree(document.root_object).of("P", "Span"))[:2]:
        set_name(element.data, "/S", "/Note")
        set_text(element.data, "/ID", "gleich")


@caught_by(pdfua.no_content_is_hidden_by_a_layer)
def a_layer_without_a_name(document: PdfWriter) -> None:
    settings = DictionaryObject({NameObject("/ON"): ArrayObject()})
    layers = DictionaryObject({NameObject("/D"): settings})
    document.root_object[NameObject("/OCProperties")] = layers


@caught_by(pdfua.every_file_inside_is_named)
def a_file_without_a_name(document: PdfWriter) -> None:
    file = DictionaryObject({NameObject("/EF"): DictionaryObject()})
    document.root_object[NameObject("/AF")] = ArrayObject([file])


@caught_by(pdfua.nothing_in_it_runs)
def a_script(document: PdfWriter) -> None:
    action = DictionaryObject()
    set_name(action, "/S", "/JavaScript")
    set_text(action, "/JS", "app.alert(1)")
    document.root_object[NameObject("/OpenAction")] = action


@caught_by(pdfua.nothing_in_it_runs)
def a_form_that_runs(document: PdfWriter) -> None:
    form = DictionaryObject({NameObject("/XFA"): ArrayObject()})
    document.root_object[NameObject("/AcroForm")] = form


@caught_by(pdfua.reading_aloud_is_not_forbidden)
def locked(document: PdfWriter) -> None:
    document.encrypt("", "owner", permissions_flag=0, algorithm="RC4-128")


@caught_by(pdfua_tags.every_link_stands_in_a_link_and_says_where_it_leads)
def a_link_in_a_paragraph(document: PdfWriter) -> None:
    set_name(first(document, "Link").data, "/S", "/P")


@caught_by(pdfua_tags.every_link_stands_in_a_link_and_says_where_it_leads)
def a_link_that_nobody_reads(document: PdfWriter) -> None:
    first(document, "Link").data[NameObject("/K")] = NOTHING


@caught_by(pdfua_tags.every_link_stands_in_a_link_and_says_where_it_leads)
def a_link_to_somewhere(document: PdfWriter) -> None:
    del document.pages[0]["/Annots"][0].get_object()["/Contents"]


@caught_by(pdfua_tags.every_link_stands_in_a_link_and_says_where_it_leads)
def a_link_of_another_parent(document: PdfWriter) -> None:
    link = document.pages[0]["/Annots"][0].get_object()
    link[NameObject("/StructParent")] = NumberObject(link["/StructParent"] + 1)


@caught_by(pdfua.pages_with_links_are_tabbed_in_the_order_of_reading)
def another_order_of_tabs(document: PdfWriter) -> None:
    set_name(document.pages[0], "/Tabs", "/R")


@caught_by(pdfua.pages_with_links_are_tabbed_in_the_order_of_reading)
def no_order_of_tabs(document: PdfWriter) -> None:
    del document.pages[0]["/Tabs"]


@caught_by(pdfua.no_page_is_drawn_from_another_file)
def a_page_of_another_file(document: PdfWriter) -> None:
    form = DecodedStreamObject()
    set_name(form, "/Subtype", "/Form")
    form[NameObject("/Ref")] = NullObject()
    document.root_object[NameObject("/Anywhere")] = document._add_object(form)


@caught_by(pdfua.every_font_is_inside)
def fonts_that_are_elsewhere(document: PdfWriter) -> None:
    for font in fonts(document):
        inner = as_list(font.get("/DescendantFonts", font))[0].get_object()
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            inner["/FontDescriptor"].pop(key, None)


@pytest.fixture(scope="module")
def document() -> bytes:
    return typst.compile(
        SOUND.encode(), format="pdf", pdf_standards="ua-1", ignore_system_fonts=True, timestamp=0
    )


def test_every_check_is_proved_by_a_damage():
    assert {check for check, _name, _damage in DAMAGES} == set(pdfua.CHECKS)


def test_a_copy_that_nobody_damaged_is_sound(document):
    assert pdfua.faults(copied(document, lambda writer: None)) == []


@pytest.mark.parametrize(
    ("check", "damage"), [pytest.param(c, d, id=name) for c, name, d in DAMAGES]
)
def test_a_damage_is_caught(document, check, damage):
    assert list(check(Paper(copied(document, damage))))


def copied(document: bytes, damage: Damage) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(document)))
    damage(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
