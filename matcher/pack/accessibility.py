"""Read ``accessibility.yaml``: the accessibility statement, filled from what tests prove."""

from pathlib import Path

from matcher.model.accessibility import Statement
from matcher.pack.document import read_document
from matcher.pack.records import make_record

FILE = "accessibility.yaml"


def load_statement(folder: Path) -> Statement:
    """Read the statement of a folder, which is ``data/shared``.

    Raises
    ------
    PackError
        With every fault of the file.
    """
    return make_record(read_document(folder / FILE), Statement)
