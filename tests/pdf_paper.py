"""A PDF, read once for all checks."""

import io
from typing import Any

from pypdf import PdfReader

from tests.pdf_content import Mark, marks
from tests.pdf_tree import Tree, number_of


class Paper:
    """What a PDF says of itself, its tree, what its pages paint, its links."""

    def __init__(self, document: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(document))
        self.root: Any = self.reader.trailer["/Root"]
        self.tree = Tree(self.root)
        self.pages: dict[int, Any] = {
            number_of(page.indirect_reference): page for page in self.reader.pages
        }
        self.marks: dict[int, list[Mark]] = {
            number: list(marks(page, self.reader)) for number, page in self.pages.items()
        }
        self.annotations: list[tuple[int, Any]] = [
            (number_of(reference), reference.get_object())
            for page in self.pages.values()
            for reference in page.get("/Annots", ())
        ]
