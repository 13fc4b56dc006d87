"""The description of ``/api/v1`` for programs: OpenAPI 3.1, written by hand."""

from collections.abc import Iterable
from typing import Any

from matcher.joined import ALL
from matcher.model.region import Region
from matcher.wishes import WEIGHT_KEY
from pages.parts.regions import LANGUAGE_KEY, REGION_KEY, known_languages
from server.answers import SCHEMAS

Plain = dict[str, Any]


def description(installed: Iterable[Region]) -> Plain:
    """Describe every address, with the wishes that the installed regions know."""
    regions = list(installed)
    ids = [region.profile.id for region in regions]
    several = len(ids) > 1
    known = {"type": "string", "enum": [*ids, ALL] if several else ids}
    region = {**_REGION, "schema": known, "required": several}
    language = {**_LANGUAGE, "schema": {"type": "string", "enum": list(known_languages(None))}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Zukunftsort-Finder",
            "version": "1",
            "description": "Which innovation site fits which wishes, and what is known of each.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {
            "/rank": _get(
                "rank",
                "All sites and employers of a region in the order of the wishes",
                "Ranking",
                [*_wishes(regions), region, language],
                ("400", "404"),
            ),
            "/regions": _get("regions", "All regions, and what they ask", "Regions"),
            "/sites/{site}": _get(
                "site",
                "What is known of a site, each fact with year and source",
                "Site",
                [_SITE, region, language],
                ("400", "404"),
            ),
            "/openapi.json": _get("openapi", "This description", "Description"),
        },
        "components": {"schemas": SCHEMAS},
    }


_SITE = {
    "name": "site",
    "in": "path",
    "required": True,
    "description": "The id of a site.",
    "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60},
}
_REGION = {
    "name": REGION_KEY,
    "in": "query",
    "description": "The id of a region; needed where several are installed.",
}
_LANGUAGE = {
    "name": LANGUAGE_KEY,
    "in": "query",
    "description": "The language of sentences.",
}


def _get(
    name: str,
    summary: str,
    schema: str,
    parameters: list[Plain] | None = None,
    errors: tuple[str, ...] = (),
) -> Plain:
    """Describe one address; what is wrong is always told in the same form."""
    answers = {"200": _answer(summary, schema)}
    answers |= {status: _answer(_ERRORS[status], "Error") for status in (*errors, "405", "500")}
    operation: Plain = {"operationId": name, "summary": summary, "responses": answers}
    if parameters:
        operation["parameters"] = parameters
    return {"get": operation}


_ERRORS = {
    "400": "The address was not understood; the details name each part.",
    "404": "There is no such region or site.",
    "405": "Only GET is answered.",
    "500": "Something went wrong inside.",
}


def _answer(words: str, schema: str) -> Plain:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": words, "content": content}


def _wishes(regions: list[Region]) -> list[Plain]:
    """Describe one key for each block of questions, and the weights of blocks."""
    known: dict[str, list[str]] = {}
    for block in (block for region in regions for block in region.questions.blocks):
        known.setdefault(block.id, []).extend(c.id for c in block.criteria)
    keys = [_key(name, ids, ("", ":1", ":2", ":must")) for name, ids in known.items()]
    return [*keys, _key(WEIGHT_KEY, list(known), (":0", ":1", ":2"))]


def _key(name: str, ids: list[str], levels: tuple[str, ...]) -> Plain:
    tokens = [f"{choice}{level}" for choice in dict.fromkeys(ids) for level in levels]
    items = {"type": "string", "enum": tokens}
    return {
        "name": name,
        "in": "query",
        "description": "Each id once, separated by commas; after a colon how much it counts.",
        "style": "form",
        "explode": False,
        "schema": {"type": "array", "items": items, "uniqueItems": True, "maxItems": 60},
    }
