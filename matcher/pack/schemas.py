"""JSON schemas of the files of a pack, made from the records that read them."""

from typing import Any

from matcher.model.cases import Cases
from matcher.model.indicators import Definitions
from matcher.model.occupations import Occupations
from matcher.model.portraits import Portraits
from matcher.model.questions import Questions
from matcher.model.region import Profile
from matcher.model.site import Site
from matcher.model.support import Actors, Events, Measures
from matcher.model.text import DEFAULT_LANGUAGE, Record
from matcher.pack.files import Municipalities

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, type[Record]] = {
    "region": Profile,
    "questions": Questions,
    "municipalities": Municipalities,
    "indicators": Definitions,
    "occupations": Occupations,
    "portraits": Portraits,
    "actors": Actors,
    "measures": Measures,
    "events": Events,
    "cases": Cases,
    "site": Site,
}
SHARED = {
    "type": "object",
    "properties": {"shared": {"type": "string"}},
    "required": ["shared"],
    "additionalProperties": False,
}
NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?$"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each file by its name.

    A schema is a little more generous than the check: what an editor of YAML takes for a number
    (a year, a postcode without quotes), a number in quotes and a plain text in place of one with
    languages pass, because the check reads every value as it is written.
    """
    found = {
        name: {"$schema": DRAFT, **_generous(m.model_json_schema())} for name, m in FILES.items()
    }
    criteria = found["questions"]["$defs"]["Block"]["properties"]["criteria"]
    criteria["items"] = {"anyOf": [criteria["items"], SHARED]}
    return found


def _generous(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_generous(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _generous(value) for key, value in schema.items()}
    kind = inner.get("type")
    if "patternProperties" in inner:
        return _by_key(inner)
    if kind == "string" and "pattern" in inner:
        return {**inner, "type": ["string", "integer", "number"]}
    if kind in ("integer", "number"):
        return {**inner, "type": [kind, "string"], "pattern": NUMBER}
    if kind == "boolean":
        return {**inner, "type": ["boolean", "string"], "enum": [True, False, "true", "false"]}
    return inner


def _by_key(schema: dict[str, Any]) -> dict[str, Any]:
    """Refuse other keys than those of a pattern; a text with languages may be a plain one."""
    strict = {**schema, "additionalProperties": False}
    if any(value.get("type") != "string" for value in schema["patternProperties"].values()):
        return strict
    return {"anyOf": [{"type": "string"}, {**strict, "required": [DEFAULT_LANGUAGE]}]}
