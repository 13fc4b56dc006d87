"""Photos of a site: checked in the pack, shown with credit and licence, served by ourselves."""

import shutil
import struct
import urllib.error
import urllib.request
import zlib
from pathlib import Path

import pytest

from matcher.errors import PackError
from matcher.language import language
from matcher.pack import load_region
from matcher.pack.photos import MAX_BYTES, read_photo
from pages.parts.templates import render
from tests.conftest import ROOT
from tests.server import running

SITE = "dow-valuepark"
PHOTO = """photos:
  - file: {file}
    alt: Ein rotes Viereck
    credit: Beispielstudio <b>
    licence: CC BY 4.0
    licence_url: https://creativecommons.org/licenses/by/4.0/
"""
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + b"\0" * 20


def png(width: int = 8, height: int = 4) -> bytes:
    """Return a red rectangle."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + b"\xc0\x20\x20" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def make_data(folder: Path, named: str = "tor-1.png") -> Path:
    """Copy the data, and let one site name a photo; return the pack."""
    shutil.copytree(ROOT / "data", folder)
    pack = folder / "sachsen-anhalt"
    (pack / "photos").mkdir()
    with (pack / "sites" / f"{SITE}.yaml").open("a", encoding="utf-8") as file:
        file.write(PHOTO.format(file=named))
    return pack


@pytest.fixture
def pack(tmp_path):
    return make_data(tmp_path / "data")


def faults(pack: Path) -> str:
    with pytest.raises(PackError) as error:
        load_region(pack)
    return str(error.value)


@pytest.mark.parametrize(
    ("name", "raw"),
    [("tor-1.png", png()), ("tor.jpg", JPEG), ("tor.jpeg", JPEG), ("tor.webp", WEBP)],
)
def test_a_photo_is_read_with_its_media_type(tmp_path, name, raw):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / name).write_bytes(raw)

    read, kind = read_photo(tmp_path, name)

    assert read == raw
    assert kind == f"image/{name.rpartition('.')[2].replace('jpg', 'jpeg')}"


def test_a_pack_with_a_photo_is_loaded(pack):
    (pack / "photos" / "tor-1.png").write_bytes(png())

    (photo,) = load_region(pack).site(SITE).photos

    assert photo.alt == {"de": "Ein rotes Viereck"}
    assert photo.credit == "Beispielstudio <b>"


def test_a_photo_that_is_not_there_is_told_with_its_line(pack):
    told = faults(pack)

    assert f"{SITE}.yaml:" in told
    assert "photos.0.file: 'tor-1.png' of 'photos' cannot be read: No such file" in told


def test_a_photo_that_is_too_large_is_refused(pack):
    (pack / "photos" / "tor-1.png").write_bytes(png() + b"\0" * MAX_BYTES)

    assert "at most 500,000 bytes" in faults(pack)


@pytest.mark.parametrize("raw", [b"", b"<svg onload=alert(1)>", JPEG, b"GIF89a", b"RIFF1234WAVE"])
def test_a_file_that_is_not_what_its_ending_says_is_refused(pack, raw):
    (pack / "photos" / "tor-1.png").write_bytes(raw)

    assert "does not hold what its ending says" in faults(pack)


@pytest.mark.parametrize(
    "name",
    ["../region.yaml", "/etc/passwd", "a/b.png", "..png", ".png", "tor.svg", "Tor.PNG", "tor.png/"],
)
def test_a_name_that_could_lead_out_of_the_folder_is_refused(tmp_path, name):
    pack = make_data(tmp_path / "data", name)

    assert "photos.0.file: String should match pattern" in faults(pack)


def test_a_link_out_of_the_folder_is_refused(pack, tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    (pack / "photos" / "tor-1.png").symlink_to(secret)

    assert "lies outside the folder" in faults(pack)


def test_a_folder_that_is_a_link_is_refused(pack, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "tor-1.png").write_bytes(png())
    (pack / "photos").rmdir()
    (pack / "photos").symlink_to(tmp_path / "elsewhere")

    assert "lies outside the folder" in faults(pack)


@pytest.mark.parametrize("missing", ["alt", "credit", "licence", "licence_url"])
def test_a_photo_without_alt_text_credit_or_licence_is_refused(pack, missing):
    (pack / "photos" / "tor-1.png").write_bytes(png())
    path = pack / "sites" / f"{SITE}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index("photos:\n")
    kept = [line for line in lines[start:] if not line.strip().startswith(f"{missing}:")]
    path.write_text("".join([*lines[:start], *kept]), encoding="utf-8")

    assert f"photos.0.{missing}: this key is missing" in faults(pack)


def test_a_photo_replaces_the_motif_and_tells_whom_it_is_by(pack):
    (pack / "photos" / "tor-1.png").write_bytes(png())
    site = load_region(pack).site(SITE)

    html = render(
        "photos.html", language("de"), site=site, region="sachsen-anhalt", motif=True, dark=False
    )

    assert f'src="/photo/sachsen-anhalt/{SITE}/tor-1.png" alt="Ein rotes Viereck"' in html
    assert "Beispielstudio &lt;b&gt;" in html
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in html
    assert "CC BY 4.0" in html
    assert "/motif/" not in html


def test_without_a_photo_there_is_the_motif(region):
    html = render(
        "photos.html",
        language("de"),
        site=region.site(SITE),
        region="sachsen-anhalt",
        motif=True,
        dark=True,
    )

    assert f'src="/motif/sachsen-anhalt/{SITE}.svg?theme=dark" alt=""' in html
    assert "<figcaption" not in html


@pytest.fixture(scope="module")
def photo_url(tmp_path_factory):
    """A finder whose pack has one photo, and one that no site names."""
    pack = make_data(tmp_path_factory.mktemp("photos") / "data")
    (pack / "photos" / "tor-1.png").write_bytes(png())
    (pack / "photos" / "secret.png").write_bytes(png())
    with running(FINDER_DATA=str(pack.parent)) as address:
        yield address


def test_a_photo_is_served_by_ourselves_and_kept_for_a_day(photo_url):
    with urllib.request.urlopen(f"{photo_url}/photo/sachsen-anhalt/{SITE}/tor-1.png") as answer:
        assert answer.read() == png()
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["cache-control"] == "public, max-age=86400"
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        f"sachsen-anhalt/{SITE}/secret.png",
        f"sachsen-anhalt/{SITE}/..%2Fregion.yaml",
        f"sachsen-anhalt/{SITE}/%2e%2e/region.yaml",
        f"sachsen-anhalt/{SITE}/tor-1.PNG",
        "sachsen-anhalt/chemiestandort-leuna/tor-1.png",
        f"nowhere/{SITE}/tor-1.png",
    ],
)
def test_nothing_else_of_the_folder_is_served(photo_url, path):
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{photo_url}/photo/{path}")

    assert error.value.code in (400, 404)
    error.value.close()


def test_the_plain_page_shows_the_photo_too(photo_url):
    with urllib.request.urlopen(f"{photo_url}/site/{SITE}.html") as answer:
        page = answer.read().decode()

    assert f'src="/photo/sachsen-anhalt/{SITE}/tor-1.png"' in page
    assert "CC BY 4.0" in page
