"""The JSON schemas: an editor that uses them accepts every pack, and refuses a wrong key."""

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from matcher.commands import main
from matcher.pack.schemas import FILES, schemas
from tests.conftest import ROOT

SCHEMAS = schemas()
SAVED = ROOT / "docs" / "schemas"
PACKS = [ROOT / "data" / name for name in ("sachsen-anhalt", "mittelsachsen", "meissen")]
STARTER = ROOT / "data" / "shared" / "starter"
PATHS = [
    path
    for folder in (*PACKS, STARTER)
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("sites/*.yaml")])
]
# One file of each kind, small where there is a choice.
KINDS = [
    *STARTER.glob("*.yaml"),
    *STARTER.glob("sites/*.yaml"),
    *(PACKS[2] / f"{name}.yaml" for name in ("actors", "measures", "events", "cases")),
]


def schema_of(path: Path) -> str:
    return "site" if path.parent.name == "sites" else path.stem


def as_an_editor_reads(path: Path) -> Any:
    """Read a file with YAML's own types; JSON knows no dates, so they are text again."""
    text = path.read_text(encoding="utf-8").replace("REGION", "neuland")  # as new-region does
    return without_dates(yaml.safe_load(text))


def without_dates(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_dates(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [without_dates(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(path: Path, data: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[schema_of(path)])
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(data)]


def mappings(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Find the place of every mapping; of a list, its first two entries stand for all."""
    if isinstance(value, dict):
        yield place
        for key, entry in value.items():
            yield from mappings(entry, (*place, key))
    elif isinstance(value, list):
        for i, entry in enumerate(value[:2]):
            yield from mappings(entry, (*place, i))


def at(data: Any, place: tuple[Any, ...]) -> Any:
    for step in place:
        data = data[step]
    return data


@pytest.mark.parametrize("name", FILES)
def test_every_schema_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.relative_to(ROOT / "data")))
def test_every_file_of_the_packs_that_are_installed_is_accepted(path):
    assert faults(path, as_an_editor_reads(path)) == []


def test_there_is_a_schema_for_every_file_of_a_pack_and_none_for_another():
    assert {schema_of(path) for path in PATHS} <= set(FILES)
    assert {schema_of(path) for path in KINDS} | {"portraits", "indicators", "occupations"} == set(
        FILES
    )


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path.stem)
def test_a_wrong_key_is_refused_wherever_it_stands(path):
    data = as_an_editor_reads(path)
    places = list(mappings(data))

    accepted = []
    for place in places:
        spoiled = copy.deepcopy(data)
        at(spoiled, place)["quidditch"] = "x"
        if not faults(path, spoiled):
            accepted.append(place)

    assert places[0] == ()
    assert accepted == []


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path.stem)
def test_an_empty_file_is_accepted_only_where_nothing_must_stand(path):
    optional = {"actors", "measures", "events"}

    assert (faults(path, {}) == []) == (schema_of(path) in optional)


SITE = STARTER / "sites" / "musterstadt.yaml"


def changed(place: tuple[Any, ...], value: Any) -> list[str]:
    """Return what the schema says of the site of the starter with another value."""
    data = as_an_editor_reads(SITE)
    at(data, place[:-1])[place[-1]] = value
    return faults(SITE, data)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("address", "postal_code"), 6000),  # an editor reads 06000 without quotes so
        (("address", "as_of"), 2024),
        (("address", "as_of"), "2024-08"),
        (("position", "precision_m"), "1000"),
        (("position", "latitude"), "51.5"),
        (("summary",), "Ein Ort."),
        (("summary",), {"de": "Ein Ort.", "de-simple": "Ein Ort.", "pl": "Miejsce."}),
        (("sources",), {"S1": {"title": "Q", "url": "https://a.de", "date_inferred": "true"}}),
        (("sources",), {"S1": {"title": "Q", "url": "https://a.de", "date_inferred": True}}),
    ],
)
def test_what_the_check_reads_is_accepted_with_and_without_quotes(place, value):
    assert changed(place, value) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("summary",), {"en": "A place."}),
        (("summary",), {"de": "Ein Ort.", "Polish": "Miejsce."}),
        (("summary",), ["Ein Ort."]),
        (("sources",), "S1"),
        (("sources",), {"1": {"title": "Q", "url": "https://a.de"}}),
        (("sources",), {"S1": {"title": "Q", "url": "https://a.de", "date_inferred": "perhaps"}}),
        (("id",), "Musterstadt"),
        (("address", "as_of"), "May"),
        (("position", "latitude"), "51,5"),
        (("sectors", 0, "level"), "mainly"),
        (("employers", 0, "kind"), "company"),
    ],
)
def test_what_the_check_refuses_is_refused(place, value):
    assert len(changed(place, value)) == 1


def test_a_criterion_is_written_out_or_asked_for_by_its_id_and_never_both():
    path = STARTER / "questions.yaml"
    data = as_an_editor_reads(path)
    criteria = data["blocks"][0]["criteria"]
    written = {"id": "own", "label": "Eigenes", "help": "Etwas Eigenes.", "icon": "work"}

    criteria.append(written)
    assert faults(path, data) == []
    criteria.append({**written, "shared": "chemistry"})
    assert len(faults(path, data)) == 1


def test_the_saved_schemas_are_those_of_today():
    """If not: python -m matcher schema docs/schemas."""
    saved = {path.name: json.loads(path.read_text("utf-8")) for path in SAVED.glob("*")}

    assert saved == {f"{name}.schema.json": schema for name, schema in SCHEMAS.items()}


def test_the_command_writes_a_file_for_each_and_says_which(tmp_path, capsys):
    folder = tmp_path / "new" / "schemas"

    assert main(["schema", str(folder)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        str(folder / f"{name}.schema.json") for name in FILES
    ]
    for path in folder.iterdir():
        assert path.read_bytes() == (SAVED / path.name).read_bytes()
