"""Photos of a pack: files of its folder ``photos`` that are what their names say."""

from collections.abc import Iterator
from pathlib import Path

from matcher.errors import Problem
from matcher.model.site import Site
from matcher.pack.document import Document

FOLDER = "photos"
MAX_BYTES = 500_000
ENDINGS = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}


def read_photo(pack: Path, name: str) -> tuple[bytes, str]:
    """Return the bytes of a photo and its media type.

    Raises
    ------
    ValueError
        If there is no such file inside the folder, if it is too large, or if it is not what
        its name says.
    """
    path = pack / FOLDER / name
    if not path.resolve().is_relative_to(pack.resolve() / FOLDER):
        raise ValueError(f"{name!r} lies outside the folder '{FOLDER}'")
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ValueError(f"{name!r} of '{FOLDER}' cannot be read: {error.strerror}") from error
    if len(raw) > MAX_BYTES:
        raise ValueError(f"{name!r}: a photo has at most {MAX_BYTES:,} bytes")
    kind = ENDINGS.get(path.suffix.removeprefix("."))
    if kind is None or kind != _kind(raw):
        raise ValueError(f"{name!r} does not hold what its ending says: {_kind(raw) or 'no image'}")
    return raw, kind


def photo_problems(document: Document, site: Site) -> Iterator[Problem]:
    """Check that every photo that a site names can be shown."""
    pack = document.path.parent.parent
    for i, photo in enumerate(site.photos):
        try:
            read_photo(pack, photo.file)
        except ValueError as error:
            yield document.problem(("photos", i, "file"), str(error))


def _kind(raw: bytes) -> str | None:
    """Tell the media type by the first bytes."""
    if raw.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        return "image/webp"
    return None
