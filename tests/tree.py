"""A page as a tree, for tests that look for one part of it."""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

VOID = {"meta", "link", "img", "br", "input", "source"}


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tree = TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


def tree_of(page: str) -> Element:
    """Return the root of a page; a page whose tags do not close is an error."""
    builder = _Builder()
    builder.feed(page[page.index("<html") :].strip())
    return builder.tree.close()


def part(root: Element, name: str) -> Element:
    """Return the part of a page with an id."""
    (found,) = root.findall(f".//*[@id='{name}']")
    return found


def words_of(root: Element) -> str:
    """Return the text of a part, as it is read."""
    return " ".join("".join(root.itertext()).split())


def links_of(root: Element) -> list[str]:
    """Return where the links of a part lead."""
    return [link.get("href", "") for link in root.iter("a")]
