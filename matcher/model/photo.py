"""A photo of a site, whom it is by, and under which licence it may be shown."""

from typing import Annotated

from pydantic import Field

from matcher.model.text import Href, Line, Record, SourceId, Text

# No folder can be named, so that the file lies in the pack's folder ``photos``.
FileName = Annotated[
    str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*\.(jpg|jpeg|png|webp)$", max_length=80)
]


class Photo(Record):
    """A file of the pack's folder ``photos``.

    ``alt`` says what is seen, for those who do not see it.
    """

    file: FileName
    alt: Text
    credit: Line
    licence: Line
    licence_url: Href
    source: SourceId | None = None
