"""What the server answers, before any browser draws it."""

import gzip
import urllib.error
import urllib.request
from xml.etree import ElementTree

import pytest


def ask(address: str, **headers: str):
    return urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20)


def status(address: str) -> int:
    try:
        with ask(address) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@pytest.mark.parametrize("path", ["/", "/site?site=dow-valuepark"])
@pytest.mark.parametrize("encoding", ["identity", "gzip, deflate, br"])
def test_a_page_is_german_from_its_first_byte(url, path, encoding):
    with ask(url + path, **{"Accept-Encoding": encoding}) as answer:
        packed = answer.headers["content-encoding"] == "gzip"
        page = (gzip.decompress(answer.read()) if packed else answer.read()).decode()

    assert packed == ("gzip" in encoding)
    assert '<html lang="de"' in page
    assert "<title>Zukunftsort-Finder</title>" in page
    assert "Der Finder braucht JavaScript" in page
    assert "You need to enable JavaScript" not in page


def test_a_page_allows_nothing_from_anybody_else(url):
    with ask(url) as answer:
        policy = answer.headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")
    assert "http" not in policy
    assert "'sha256-" in policy


def test_every_answer_forbids_guessing_its_type_and_telling_where_one_came_from(url):
    for path in ("/", "/style/finder.css", "/_stcore/health"):
        with ask(url + path) as answer:
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "no-referrer"


def test_no_answer_sets_a_cookie(url):
    for path in ("/", "/_stcore/health", "/_stcore/host-config", "/assets/board.js"):
        with ask(url + path) as answer:
            assert "set-cookie" not in answer.headers


def test_every_site_has_a_picture_and_an_unknown_one_has_none(url, region):
    for site in region.sites:
        with ask(f"{url}/motif/sachsen-anhalt/{site.id}.svg") as answer:
            assert answer.headers["content-type"].startswith("image/svg+xml")
            assert ElementTree.fromstring(answer.read()).tag.endswith("svg")  # noqa: S314

    for path in ("/motif/sachsen-anhalt/nowhere.svg", "/motif/atlantis/leuna.svg"):
        assert status(url + path) == 404


def test_files_of_the_server_stay_where_they_are(url):
    for path in ("/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/..%2fapp.py"):
        assert status(url + path) in (400, 404)
