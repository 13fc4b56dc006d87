"""Whatever stands in an address: a plain sentence answers, and what was asked is never markup."""

import html
import http.client
import json
import re
import socket
from collections.abc import Iterator
from urllib.parse import quote, urlencode, urlsplit

import pytest

from tests import inert
from tests.conftest import ROOT
from tests.hostile import HOSTILE, in_lists
from tests.hostile_finder import Guest

SITE = "chemiestandort-leuna"
REGION = "sachsen-anhalt"
GIVEN = {"region": REGION, "site": SITE}
WISHES = ("sector", "work", "living", "occupation", "weight")
READ = (*WISHES, "region", "lang", "home")
IGNORED = ("site", "compare", "embed", "embed_options")
OURS = (*READ, *IGNORED)
LEAKS = ("Traceback", "Error", ".py", "site-packages", str(ROOT), "Exception")
TEXTS = tuple(text[:300] for text in HOSTILE)


def routes() -> list[str]:
    """Return every address that the server answers beside the pages, as it is written there."""
    found = []
    for path in [ROOT / "app.py", *ROOT.glob("server/*.py")]:
        source = path.read_text(encoding="utf-8")
        prefix = "".join(re.findall(r'Mount\("([^"]+)", app=', source))
        found += [prefix + route for route in re.findall(r'Route\("([^"]+)"', source)]
    assert len(found) > 15
    return sorted(found)


PAGES = sorted({p.stem for p in ROOT.glob("pages/*.py")} - {"__init__", "frame"})


def parts(length: int) -> list[tuple[str, ...]]:
    """Return all texts in parts of a length."""
    return [TEXTS[i : i + length] for i in range(0, len(TEXTS), length)]


class Line:
    """A connection to the server that stays open; it reads each answer by its kind."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        self.line = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)

    def ask(self, path: str, *texts: str) -> tuple[int, str]:
        """Ask, and assert that the answer is harmless, whatever it repeats of the texts."""
        self.line.request("GET", path)
        answer = self.line.getresponse()
        body = answer.read()
        assert answer.status in (200, 301, 400, 404), (path, answer.status)
        assert answer.getheader("x-content-type-options") == "nosniff"
        moved = answer.getheader("location", "/")
        assert moved.startswith("/")
        assert not moved.startswith(("//", "/\\"))
        assert answer.getheader("set-cookie") is None
        for value in (value for _name, value in answer.getheaders()):
            assert not [text for text in texts if len(text) > 3 and text in value]
        kind = (answer.getheader("content-type") or "").partition(";")[0]
        if kind in ("application/pdf", "application/vnd.ms-excel", "image/png"):
            return answer.status, ""
        text = body.decode("utf-8", "replace")
        if kind == "text/html" and '<div id="root">' in text:  # Streamlit's own empty page
            assert not [t for t in texts if len(t) > 9 and t in text]
        elif kind == "text/html":
            inert.html(text)
        elif kind == "application/json":
            list(inert.data(json.loads(body)))
        elif kind == "image/svg+xml":
            inert.svg(text)
        elif answer.status in (200, 301):
            assert not [t for t in texts if len(t) > 9 and t in text]
        else:
            assert kind == "text/plain"
        if answer.status in (400, 404):
            assert len(text.split()) > 3
            assert not [leak for leak in LEAKS if leak in _without(text, texts)]
        return answer.status, text


def _without(text: str, texts: tuple[str, ...]) -> str:
    """Take out what a message may repeat: up to 40 characters of what was asked."""
    for asked in sorted(texts, key=len, reverse=True):
        text = text.replace(asked[:39], "")
    return text


@pytest.fixture(scope="module")
def line(url: str) -> Iterator[Line]:
    opened = Line(url)
    yield opened
    opened.line.close()


def path_of(route: str, **values: str) -> str:
    """Fill a route with what is there, and with the values."""
    names = re.findall(r"{(\w+)}", route)
    filled = {name: quote(values.get(name, GIVEN.get(name, "x")), safe="") for name in names}
    return route.format(**filled)


@pytest.mark.parametrize("key", [*READ, "unknown"])
@pytest.mark.parametrize("route", ["/result", "/api/v1/rank"])
def test_every_key_answers_every_text_with_a_sentence(line, route, key):
    for text in TEXTS:
        status, _ = line.ask(f"{route}?{urlencode({'region': REGION, key: text})}", text)
        assert status == (404 if key == "region" else 400), text


@pytest.mark.parametrize("route", ["/result", "/api/v1/rank"])
def test_keys_that_are_for_the_pages_change_nothing_elsewhere(line, route):
    plain = line.ask(f"{route}?region={REGION}")
    for text in TEXTS:
        keys = {"region": REGION} | dict.fromkeys(IGNORED, text)
        assert line.ask(f"{route}?{urlencode(keys)}", text) == plain


@pytest.mark.parametrize("route", routes())
def test_every_route_answers_every_text_in_its_query(line, route):
    path = path_of(route)
    assert line.ask(f"{path}?region={REGION}")[0] in (200, 404)
    for texts in parts(len(OURS)):
        keys = dict(zip(OURS, texts, strict=False)) | {texts[0]: texts[-1]}
        line.ask(f"{path}?{urlencode(keys)}"[:1900], *texts)


@pytest.mark.parametrize("route", [route for route in routes() if "{" in route])
def test_every_route_answers_every_text_in_its_path(line, route):
    for name in re.findall(r"{(\w+)}", route):
        for text in TEXTS:
            path = path_of(route, **{name: text})
            line.ask(f"{path}?region={REGION}", text)


def test_a_key_that_is_a_text_is_told_in_a_sentence(line):
    for text in TEXTS:
        query = f"region={REGION}&{quote(text, safe='')}"
        assert line.ask(f"/result?{query}=x", text)[0] == 400
        assert line.ask(f"/result?{query}", text)[0] == 400


def test_no_address_leads_to_another_host(line):
    for start in (
        "//evil.example",
        "/%5cevil.example",
        "/.//evil.example",
        "/api/v1//evil.example",
    ):
        for end in ("", "/", "/..", "/%2f..", "?x=1"):
            line.ask(start + end)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_every_text_of_its_address_as_text(url, name):
    with Guest(url) as guest:
        for texts in in_lists(1900):
            listed = ",".join(texts)
            keys = dict.fromkeys(("sector", "work", "living", "weight", "compare"), listed)
            more = dict.fromkeys(texts, "x") | {"home": texts[0], "embed_options": texts[1]}
            here = {"region": REGION}
            for query in (keys | here, more | here, {"region": texts[0], "lang": texts[1]}):
                list(guest.open(name, urlencode(query)))


def test_the_page_of_a_site_says_that_there_is_none(url):
    with Guest(url) as guest:
        for text in TEXTS:
            shown = list(guest.open("site", urlencode({"region": REGION, "site": text})))
            assert any("Diesen Ort gibt es nicht" in part for part in shown)


HOSTS = (
    'x"><script>',
    "ab cd.example",
    "evil.example/?",
    "[::1",
    "x\\y",
    "a:b@c",
    "x\tx",
    "javascript:x",
)


@pytest.mark.parametrize("host", HOSTS)
def test_a_hostile_name_of_the_server_is_not_repeated(url, host):
    address = urlsplit(url)
    paths = [route for route in routes() if "csv" not in route and "xlsx" not in route]
    for path in ["/", *map(path_of, paths)]:
        line = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
        line.request("GET", f"{path}?region={REGION}", headers={"Host": host})
        answer = line.getresponse()
        told = answer.read() + str(answer.getheaders()).encode()
        line.close()
        assert host.encode() not in html.unescape(told.decode("latin-1")).encode("latin-1")


@pytest.mark.parametrize(
    ("query", "status"),
    [(b"/result?sector=\xff\xfe", 400), (b'/?"><script>window.__hit=1</script>', 200)],
)
def test_raw_bytes_in_an_address_are_no_fault_of_the_server(url, query, status):
    address = urlsplit(url)
    with socket.create_connection((address.hostname, address.port), timeout=20) as line:
        line.sendall(b"GET " + query + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        told = b"".join(iter(lambda: line.recv(65536), b""))

    assert told.startswith(b"HTTP/1.1 %d" % status)
    assert b"<script>window.__hit" not in told
    assert b"\xff" not in told
