"""The structure tree of a PDF: what is read aloud, in which order, as what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

STANDARD = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form",
})  # fmt: skip


@dataclass
class Element:
    """One element: its own data, its number in the file, and what stands in it."""

    data: DictionaryObject
    number: int
    role: str
    parent: "Element | None"
    children: list["Element"] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)  # number of page, of content
    annotations: list[int] = field(default_factory=list)

    def attribute(self, name: str) -> Any:
        """Return an attribute of the element; None where it has none of that name."""
        for entry in as_list(self.data.get("/A")):
            value = entry.get_object()
            if isinstance(value, DictionaryObject) and name in value:
                return value[name]
        return None


class Tree:
    """All elements of a document in the order of reading, and who may claim a content."""

    def __init__(self, root: Any) -> None:
        self.data: Any = root.get("/StructTreeRoot", DictionaryObject())
        self.roles: dict[str, str] = {
            str(name)[1:]: str(role)[1:] for name, role in self.data.get("/RoleMap", {}).items()
        }
        self.elements: list[Element] = []
        for kid in as_list(self.data.get("/K")):
            self._read(kid, None, None)
        self.claims = dict(_numbers(self.data.get("/ParentTree", DictionaryObject())))

    def role(self, name: str) -> str:
        """Follow the role map to a standard type, as far as it leads."""
        seen: set[str] = set()
        while name not in STANDARD and name in self.roles and name not in seen:
            seen.add(name)
            name = self.roles[name]
        return name

    def of(self, *roles: str) -> Iterator[Element]:
        """Yield the elements with one of some roles."""
        return (element for element in self.elements if element.role in roles)

    def _read(self, kid: Any, parent: Element | None, page: Any) -> None:
        """Read an element, or what stands in one: content of a page, an annotation."""
        data = kid.get_object()
        if parent and isinstance(data, int):
            parent.contents.append((number_of(page), int(data)))
        if not isinstance(data, DictionaryObject):
            return
        page = data.raw_get("/Pg") if "/Pg" in data else page
        if parent and data.get("/Type") == "/MCR":
            parent.contents.append((number_of(page), int(data["/MCID"])))
        if parent and data.get("/Type") == "/OBJR":
            parent.annotations.append(number_of(data.raw_get("/Obj")))
        if "/S" not in data:
            return
        element = Element(data, number_of(kid), self.role(str(data["/S"])[1:]), parent)
        self.elements.append(element)
        if parent:
            parent.children.append(element)
        for inner in as_list(data.get("/K")):
            self._read(inner, element, page)


def as_list(value: Any) -> list[Any]:
    """Return what may be absent, one thing or several as a list."""
    if value is None:
        return []
    found = value.get_object()
    return list(found) if isinstance(found, list) else [value]


def number_of(reference: Any) -> int:
    """Return the number of an object of the file; -1 for one that stands inside another."""
    return reference.idnum if isinstance(reference, IndirectObject) else -1


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a number tree, references not followed."""
    tree = tree.get_object()
    pairs = list(tree.get("/Nums", ()))
    yield from zip(map(int, pairs[::2]), pairs[1::2], strict=True)
    for kid in tree.get("/Kids", ()):
        yield from _numbers(kid)


def dictionaries(start: Any) -> Iterator[DictionaryObject]:
    """Yield every dictionary that can be reached from one, each once."""
    waiting, seen = [start], set()
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            if thing.idnum in seen:
                continue
            seen.add(thing.idnum)
            thing = thing.get_object()
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting += thing.values()
        elif isinstance(thing, ArrayObject):
            waiting += thing
