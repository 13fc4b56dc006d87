"""What goes over the line: compressed, once, and only what is needed."""

import gzip
import json
import re
import urllib.request

import pytest

from benchmarks.client import Visitor, tap, wish
from server.compress import FILES
from server.early import early_scripts
from tests.server import ask

PACKED = {"Accept-Encoding": "gzip, deflate, br"}
NAMED = re.compile(r'(?:src|href)="\.?(/[^"]+\.(?:js|css))[?"]')


def fetch(address, **headers):
    """Return the headers and the bytes of an answer, as they came."""
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.headers, answer.read()


@pytest.fixture(scope="module")
def named(url) -> list[str]:
    """The scripts and styles that the page names in its first byte."""
    _, _, page = ask(url)
    found = NAMED.findall(page)
    assert len(found) > 50
    return found


def test_every_script_and_style_of_a_page_travels_compressed_and_whole(url, named):
    whole = packed = 0
    for path in named:
        headers, raw = fetch(url + path, **PACKED)
        _, plain = fetch(url + path)
        if headers["content-encoding"] == "gzip":
            assert gzip.decompress(raw) == plain, path
        else:
            assert len(raw) < 500, path  # nothing to gain
        whole, packed = whole + len(plain), packed + len(raw)

    assert packed < whole / 3


def test_scripts_are_kept_for_a_year_and_refuse_to_be_taken_for_something_else(url, named):
    for path in named:
        if path in FILES:
            headers, _ = fetch(url + path, **PACKED)
            assert "immutable" in headers["cache-control"]
            assert headers["vary"] == "Accept-Encoding"
            assert headers["x-content-type-options"] == "nosniff"


def test_a_page_names_each_script_once_and_what_its_elements_need(named):
    assert len(named) == len(set(named))
    assert set(early_scripts()) <= set(named)
    for element in ("Html", "BidiComponent"):
        assert any(f"/{element}." in path for path in named)
    assert not any("DeckGl" in path for path in named)


def test_the_questions_travel_once_and_not_with_every_answer(url, region):
    with Visitor(url) as visitor:
        tapped = wish(visitor.run(), "sector=chemistry&living=near-water")
        answer = visitor.run(tapped).component("zf_board")

    said = json.loads(answer.json)
    assert said["wishes"] == "sector=chemistry&living=near-water"
    _, _, page = ask(url)
    assert said["questions"] in page  # the browser asks for them before it is told to
    status, headers, text = ask(url + said["questions"])
    assert status == 200
    assert "immutable" in headers["cache-control"]
    asked = {c["id"] for block in json.loads(text)["blocks"] for c in block["criteria"]}
    pills = [block for block in region.questions.blocks if block.asked == "pills"]
    assert asked == {criterion.id for block in pills for criterion in block.criteria}
    shown = [block.question["de"] for block in pills]
    assert all(question in text and question not in answer.json for question in shown)


def test_questions_of_nowhere_are_not_there_and_an_unknown_language_is_german(url):
    assert ask(f"{url}/questions/atlantis/de.json")[0] == 404
    assert (
        ask(f"{url}/questions/sachsen-anhalt/xx.json")[2]
        == (ask(f"{url}/questions/sachsen-anhalt/de.json")[2])
    )


def test_an_answer_does_not_bring_the_map_before_it_is_looked_at(url):
    with Visitor(url) as visitor:
        first = visitor.run()
        then = visitor.run(tap(first.component("zf_view", "data-seen"), "seen:"))
        later = visitor.run()

    maps = [
        sum(m.delta.new_element.HasField("deck_gl_json_chart") for m in run.messages)
        for run in (first, then, later)
    ]
    assert maps == [0, 1, 1]
