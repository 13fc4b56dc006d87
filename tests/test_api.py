"""What a program may rely on: ``/api/v1``, its keys, its order, its refusals."""

import json
from collections.abc import Iterator

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from matcher.exports.data import result_data
from matcher.exports.site_data import site_data
from matcher.language import language
from matcher.ranking import rank
from matcher.wishes import parse_wishes
from tests.conftest import PACK
from tests.laws import law
from tests.server import ask

WISHES = "sector=chemistry,pharma-biotech&work=laboratory&living=near-water:2,world-heritage:must"
# Each address, and the statuses that whatever is asked must at least have met.
FOUND = {
    "/rank": {200, 400},
    "/regions": {200},
    "/sites/{site}": {404},
    "/openapi.json": {200},
}
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
LEAKS = ("Traceback", "Error:", ".py", "site-packages")


@pytest.fixture(name="url", scope="session")
def api_url(url: str) -> str:
    return f"{url}/api/v1"


def data(address: str):
    status, _, text = ask(address)
    assert status == 200, text
    return json.loads(text)


def refusal(address: str, method: str = "GET"):
    """Return the status and the error of a refusal that leaks nothing."""
    status, headers, text = ask(address, method)
    assert headers["content-type"] == "application/json"
    assert not any(leak in text for leak in LEAKS), text
    told = json.loads(text)
    assert list(told) == ["error"]
    assert list(told["error"]) == ["code", "message", "details"]
    assert told["error"]["message"].endswith(".")
    return status, told["error"]


@pytest.mark.parametrize(
    "wishes", ["", WISHES, "sector=chemistry&weight=sector:0", "living=culture"]
)
def test_a_ranking_is_that_of_the_library_in_the_same_order(url, catalogue, wishes):
    result = rank(catalogue, parse_wishes(wishes, catalogue.region.questions))

    told = data(f"{url}/rank?{wishes}")

    assert [site["id"] for site in told["sites"]] == [match.site.id for match in result.sites]
    assert told == result_data(catalogue, result)


def test_a_region_may_be_named(url):
    assert data(f"{url}/rank?{WISHES}&region=sachsen-anhalt") == data(f"{url}/rank?{WISHES}")


def test_a_ranking_is_open_to_all_and_kept_by_nobody(url):
    _, headers, _ = ask(f"{url}/rank?{WISHES}")

    assert headers["access-control-allow-origin"] == "*"
    assert headers["cache-control"] == "no-store"
    assert "set-cookie" not in headers


def test_pages_stay_closed_to_scripts_of_others(url):
    _, headers, _ = ask(url.removesuffix("/api/v1"))

    assert "access-control-allow-origin" not in headers


def test_regions_say_what_they_ask(url, region):
    (told,) = (r for r in data(f"{url}/regions")["regions"] if r["id"] == "sachsen-anhalt")

    assert list(told) == ["id", "name", "languages", "sites", "blocks"]
    assert told["name"]["de"] == "Sachsen-Anhalt"
    assert told["sites"] == len(region.sites)
    asked = [block for block in region.questions.blocks if block.asked == "pills"]
    assert [block["id"] for block in told["blocks"]] == [block.id for block in asked]
    for block, expected in zip(told["blocks"], asked, strict=True):
        assert [c["id"] for c in block["criteria"]] == [c.id for c in expected.criteria]


def test_a_site_tells_its_facts_with_value_unit_year_and_source(url, region):
    for site in region.sites:
        told = data(f"{url}/sites/{site.id}")

        assert [figure["value"] for figure in told["figures"]] == [f.value for f in site.figures]
        facts = [*told["figures"], *told["living"], *told["focus"], *told["work"]]
        for fact in facts:
            assert fact["unverified"] or fact["source"]["url"].startswith("http")
            assert fact["source"] is None or set(fact["source"]) == {"title", "url"}


def test_who_has_closed_is_left_out_and_who_is_not_well_gives_a_reason(url, region):
    for site in region.sites:
        told = data(f"{url}/sites/{site.id}")

        entries = [*told["employers"], *told["institutes"]]
        assert [entry["id"] for entry in entries] == [o.id for o in site.organisations]
        for entry in entries:
            assert entry["status"] != "closed"
            if entry["status"] in ("planned", "closing", "insolvent"):
                assert entry["reason"]


def test_a_site_speaks_the_language_that_is_asked_for_where_the_pack_does(catalogue, region):
    site = region.sites[0].model_copy(update={"summary": {"de": "Viel Platz.", "en": "Much room."}})

    assert site_data(catalogue, site, language("en"))["summary"] == "Much room."
    assert site_data(catalogue, site, language("de"))["summary"] == "Viel Platz."


def editor_notes(value) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("editor_note", "editor_notes"):
                yield " ".join(inner.split())
            else:
                yield from editor_notes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from editor_notes(inner)


def test_what_editors_note_for_each_other_never_leaves_the_pack(url, region):
    notes = [
        note
        for path in sorted((PACK / "sites").glob("*.yaml"))
        for note in editor_notes(yaml.safe_load(path.read_text(encoding="utf-8")))
    ]
    assert len(notes) > 100

    for site in region.sites:
        for speech in ("de", "en"):
            told = data(f"{url}/sites/{site.id}?lang={speech}")
            text = " ".join(json.dumps(told, ensure_ascii=False).replace("\\n", " ").split())
            assert '"editor' not in text
            assert [note for note in notes if note in text] == []


def test_a_wrong_wish_is_told_in_the_language_that_is_asked_for(url):
    assert refusal(f"{url}/rank?sector=chemisty&lang=en") == (
        400,
        {
            "code": "not-understood",
            "message": "The address was not understood.",
            "details": ["“chemisty” is not a known wish. → chemistry"],
        },
    )
    status, told = refusal(f"{url}/rank?sector=chemisty&colour=blue")
    assert status == 400
    assert told["message"] == "Die Adresse wurde nicht verstanden."
    assert len(told["details"]) == 2
    assert all(detail.startswith("„") for detail in told["details"])


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/rank?lang=xx", 400, "not-understood"),
        ("/rank?lang=de&lang=en", 400, "not-understood"),
        ("/rank?sector=%00%ff", 400, "not-understood"),
        ("/rank?home=atlantis", 400, "not-understood"),
        ("/rank?sector=" + 2000 * "a", 400, "too-long"),
        ("/sites/dow-valuepark?" + 2001 * "&", 400, "too-long"),
        ("/rank?region=atlantis", 404, "unknown-region"),
        ("/sites/atlantis", 404, "unknown-site"),
        ("/sites/dow-valuepark?region=atlantis", 404, "unknown-region"),
        ("/", 404, "not-found"),
        ("/rank/more", 404, "not-found"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(url, path, status, code):
    told, error = refusal(url + path)

    assert (told, error["code"]) == (status, code)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/rank", "/regions", "/sites/dow-valuepark", "/openapi.json"])
def test_nothing_can_be_changed(url, method, path):
    status, error = refusal(url + path, method)

    assert (status, error["code"]) == (405, "method-not-allowed")


@pytest.fixture(scope="module")
def described(url):
    return schemathesis.openapi.from_url(f"{url}/openapi.json")


def test_the_description_names_every_address(described):
    assert list(described.raw_schema["paths"]) == list(FOUND)


@pytest.mark.parametrize("path", list(FOUND))
def test_whatever_is_asked_the_answer_is_as_described(described, path):
    operation = described[path]["GET"]
    modes = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]
    seen = set()

    @law(150, suppress_health_check=SLOW)
    @given(case=st.one_of(modes))
    def answers_as_described(case):
        seen.add(case.call_and_validate(checks=CHECKS).status_code)

    answers_as_described()
    assert seen >= FOUND[path]


def test_every_site_is_as_described(described, region):
    operation = described["/sites/{site}"]["GET"]

    for site in region.sites:
        case = operation.Case(path_parameters={"site": site.id})
        assert case.call_and_validate(checks=CHECKS).status_code == 200
