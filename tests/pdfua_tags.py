"""What PDF/UA-1 demands of tags: everything is in the tree, and the tree is well built.

See ``tests/pdfua.py``; the numbers are those of the Matterhorn Protocol 1.1.
"""

from collections import Counter
from collections.abc import Iterator

from tests.pdf_paper import Paper
from tests.pdf_tree import STANDARD, Element, as_list, number_of

INSIDE = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
}
ONLY_INSIDE = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}


def everything_painted_is_tagged_or_an_artifact(paper: Paper) -> Iterator[str]:
    """01-005."""
    for number, painted in paper.marks.items():
        for mark in painted:
            if not any(kind == "artifact" or isinstance(kind, int) for kind in mark.around):
                yield f"{mark.operator} on page {number} is neither tagged nor an artifact"


def artifacts_and_tags_stand_side_by_side(paper: Paper) -> Iterator[str]:
    """01-003: no artifact in what is tagged; 01-004: nothing tagged in an artifact."""
    for number, painted in paper.marks.items():
        for mark in painted:
            tagged = any(isinstance(kind, int) for kind in mark.around)
            if tagged and "artifact" in mark.around:
                yield f"{mark.operator} on page {number} is tagged and an artifact"


def every_content_is_claimed_by_one_element(paper: Paper) -> Iterator[str]:
    """ISO 32000-1, 14.7.4: tree, page and parent tree say the same of each marked content."""
    claimed = Counter(content for e in paper.tree.elements for content in e.contents)
    owners = {content: e.number for e in paper.tree.elements for content in e.contents}
    yield from (f"{content} is claimed {n} times" for content, n in claimed.items() if n > 1)
    for number, painted in paper.marks.items():
        inside = {kind for mark in painted for kind in mark.around if isinstance(kind, int)}
        key = paper.pages[number].get("/StructParents", -1)
        parents = as_list(paper.tree.claims.get(int(key)))
        for content in inside:
            owner = owners.get((number, content))
            if owner is None:
                yield f"content {content} of page {number} is not in the structure tree"
            elif content >= len(parents) or number_of(parents[content]) != owner:
                yield f"content {content} of page {number} has another parent in the parent tree"


def every_tag_is_standard_or_mapped_to_one(paper: Paper) -> Iterator[str]:
    """02-001: a chain of roles ends at a standard type; 02-003: without a circle."""
    for element in paper.tree.elements:
        if element.role not in STANDARD:
            yield f"{element.data['/S']} leads to no standard type"


def no_standard_tag_is_given_another_meaning(paper: Paper) -> Iterator[str]:
    """02-004."""
    return (f"{name} is mapped" for name in paper.tree.roles if name in STANDARD)


def every_picture_has_words(paper: Paper) -> Iterator[str]:
    """13-004, 17-002."""
    for element in paper.tree.of("Figure", "Formula"):
        if not str(element.data.get("/Alt", element.data.get("/ActualText", ""))).strip():
            yield f"a {element.role} has no alternative text"


def headings_go_down_one_level_at_a_time(paper: Paper) -> Iterator[str]:
    """14-002: the first is H1; 14-003: none is skipped; 14-006, 14-007: all are numbered."""
    before = 0
    for element in paper.tree.of("H", "H1", "H2", "H3", "H4", "H5", "H6"):
        if element.role == "H":
            yield "a heading has no level"
            continue
        level = int(element.role[1])
        if level > before + 1:
            yield f"{element.role} follows level {before}"
        before = level


def tables_and_lists_are_built_of_their_own_parts(paper: Paper) -> Iterator[str]:
    """09-004, 09-005."""
    for element in paper.tree.elements:
        parent = element.parent.role if element.parent else "nothing"
        if parent not in ONLY_INSIDE.get(element.role, {parent}):
            yield f"a {element.role} stands in a {parent}"
        if element.role not in INSIDE.get(parent, {element.role}):
            yield f"a {parent} holds a {element.role}"
        if element.role in INSIDE and (element.contents or not element.children):
            yield f"a {element.role} holds text of its own, or nothing"


def every_table_has_headers_that_say_what_they_head(paper: Paper) -> Iterator[str]:
    """15-003."""
    for table in paper.tree.of("Table"):
        cells = [element for element in _below(table) if element.role in ("TH", "TD")]
        heads = [cell for cell in cells if cell.role == "TH"]
        if not heads:
            yield "a table has no header"
        yield from ("a header has no scope" for th in heads if th.attribute("/Scope") is None)
        ids = {str(th.data["/ID"]) for th in heads if "/ID" in th.data}
        for cell in cells:
            if not {str(name) for name in as_list(cell.attribute("/Headers"))} <= ids:
                yield "a cell names a header that is not there"


def every_note_has_a_name_of_its_own(paper: Paper) -> Iterator[str]:
    """19-003, 19-004."""
    names = Counter(str(note.data.get("/ID", "")) for note in paper.tree.of("Note"))
    yield from (f"{n} notes are called {name!r}" for name, n in names.items() if n > 1 or not name)


def every_link_stands_in_a_link_and_says_where_it_leads(paper: Paper) -> Iterator[str]:
    """28-002, 28-011: inside its element; 28-004, 28-012: described; 28-007: no other kind."""
    homes = {number: element for element in paper.tree.elements for number in element.annotations}
    for number, annotation in paper.annotations:
        home = homes.get(number)
        wanted = {"/Link": "Link", "/Widget": "Form"}.get(annotation["/Subtype"], "Annot")
        if home is None or home.role != wanted:
            yield f"a {annotation['/Subtype']} stands in no {wanted} element"
            continue
        if not str(annotation.get("/Contents", "")).strip():
            yield f"a {annotation['/Subtype']} does not say what it is"
        claim = paper.tree.claims.get(int(annotation.get("/StructParent", -1)))
        if number_of(claim) != home.number:
            yield f"a {annotation['/Subtype']} has another parent in the parent tree"


def _below(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        yield from _below(child)
