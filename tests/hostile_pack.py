"""Packs of the real facts in which every field for a text holds a hostile one.

Each text ends with a number of its own, ``‹12›``: wherever that is read, the whole text must
stand before it, letter for letter, and ``given`` tells in which kind of field it was written.
"""

import csv
import re
import shutil
import types
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

from matcher.model.cases import Cases
from matcher.model.indicators import Definitions, Observation
from matcher.model.occupations import Occupations
from matcher.model.portraits import Portraits
from matcher.model.questions import Questions
from matcher.model.region import Profile
from matcher.model.site import Site
from matcher.model.support import Actors, Events, Measures
from matcher.model.text import Label, Line, Prose, Remark, Text
from matcher.pack.document import read_document
from matcher.pack.homes import City, Sources, Value
from matcher.pack.load import Municipalities
from matcher.pack.shared import own_or_shared, with_shared_criteria
from tests.conftest import ROOT
from tests.hostile import ALLOWED

Data = Any
FILES: dict[str, type[BaseModel]] = {
    "region.yaml": Profile,
    "questions.yaml": Questions,
    "municipalities.yaml": Municipalities,
    "indicators.yaml": Definitions,
    "occupations.yaml": Occupations,
    "portraits.yaml": Portraits,
    "actors.yaml": Actors,
    "measures.yaml": Measures,
    "events.yaml": Events,
    "cases.yaml": Cases,
}
TABLES: dict[str, type[BaseModel]] = {"indicators.csv": Observation}
HOME: dict[str, type[BaseModel]] = {
    "cities.csv": City,
    "indicators.csv": Value,
    "sources.yaml": Sources,
}
LONGEST = {Line: 300, Prose: 4000, Remark: 1000}
SPOKEN = (*LONGEST, Text, Label)
# Texts that say something to the program: another record, a number, a wish string.
MEANT = frozenset(
    {
        "region.yaml.example",
        "indicators.csv.municipality",
        "indicators.csv.value",
        "home/indicators.csv.value",
        "sites.employers.*.occupations.*",
        "sites.institutes.*.occupations.*",
    }
)
PHOTO = "probe.png"  # of every pack
TAG = re.compile("‹([0-9]+)›")


class Given(NamedTuple):
    """A text, and the kind of field that it was written into."""

    kind: str
    text: str


@dataclass
class Poison:
    """Writes the texts in turn, so that each comes into every kind of field.

    ``begin`` names kinds of fields and the text that is written there first.
    """

    texts: Sequence[str] = ALLOWED
    begin: Mapping[str, str] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)
    turns: Counter[str] = field(default_factory=Counter)

    def text(self, kind: str, longest: int) -> str:
        """Return the next text for a kind of field; each kind begins elsewhere."""
        tag = f"‹{len(self.given)}›"
        first = self.begin.get(kind)
        start = self.texts.index(first) if first else zlib.crc32(kind.encode())
        turn = start + self.turns[kind]
        self.turns[kind] += 1
        text = self.texts[turn % len(self.texts)][: longest - len(tag)] + tag
        self.given.append(Given(kind, text.strip()))
        return text

    def value(self, hint: Any, value: Data, kind: str) -> Data:
        """Return data of a type, with hostile texts; None where there is none."""
        if kind in MEANT:
            return value
        if hint in LONGEST:
            return self.text(kind, LONGEST[hint])
        if hint in (Text, Label):
            longest = LONGEST[Line if hint == Label else Prose]
            return {"de": self.text(kind, longest), "en": self.text(f"{kind}.en", longest)}
        if (inner := _inner(hint)) is not hint:
            return self.value(inner, value, kind)
        if value is None:
            return None
        if get_origin(hint) is tuple:
            return [self.value(get_args(hint)[0], entry, f"{kind}.*") for entry in value]
        if get_origin(hint) is dict:
            inner = get_args(hint)[1]
            return {key: self.value(inner, entry, f"{kind}.*") for key, entry in value.items()}
        return self.record(hint, value, kind) if _is_record(hint) else value

    def record(self, model: type[BaseModel], data: Data, kind: str) -> Data:
        """Return the data of a record, with a text in every field that may hold one."""
        hints = get_type_hints(model, include_extras=True)
        found = dict(data)
        for name in model.model_fields:
            value = self.value(hints[name], data.get(name), f"{kind}.{name}")
            if value is not None and name in (*data, *_texts_of(model)):
                found[name] = value
        return found


def text_kinds(hint: Any, kind: str) -> set[str]:
    """Return every kind of field below a type that may hold a text."""
    if kind in MEANT:
        return set()
    if hint in SPOKEN:
        return {kind}
    if (inner := _inner(hint)) is not hint:
        return text_kinds(inner, kind)
    if get_origin(hint) in (tuple, dict):
        position = 0 if get_origin(hint) is tuple else 1
        return text_kinds(get_args(hint)[position], f"{kind}.*")
    if not _is_record(hint):
        return set()
    hints = get_type_hints(hint, include_extras=True)
    return set().union(*(text_kinds(hints[name], f"{kind}.{name}") for name in hint.model_fields))


def all_text_kinds() -> set[str]:
    """Return every kind of field of a region pack and of the places to compare with."""
    models = {**FILES, **TABLES, "sites": Site, **{f"home/{name}": m for name, m in HOME.items()}}
    return set().union(*(text_kinds(model, name) for name, model in models.items()))


@dataclass(frozen=True)
class Pack:
    """The data of a region pack: of its files, its sites by id, its rows of indicators.

    ``home`` holds the files of the places to compare with.
    """

    files: dict[str, Data]
    sites: dict[str, Data]
    rows: list[dict[str, str]]
    home: dict[str, Data]


def read_pack(folder: Path) -> Pack:
    """Read a region pack as it is written, with what it takes from the shared folder."""
    paths = {name: own_or_shared(folder, name) for name in FILES}
    return Pack(
        {
            name: with_shared_criteria(read_document(path)).data
            for name, path in paths.items()
            if path.is_file()
        },
        {path.stem: read_document(path).data for path in sorted(folder.glob("sites/*.yaml"))},
        _rows(folder / "indicators.csv"),
        {name: _read(folder.parent / "home" / name) for name in HOME},
    )


def write_hostile(pack: Pack, folder: Path, poison: Poison | None = None) -> Poison:
    """Write a data folder: the pack with hostile texts, places to compare with, the base map."""
    poison = poison or Poison()
    region = folder / "sachsen-anhalt"
    (region / "sites").mkdir(parents=True)
    (region / "photos").mkdir()
    shutil.copy(ROOT / "static" / "icon.png", region / "photos" / PHOTO)
    titles: dict[str, str] = {}
    for name, data in pack.files.items():
        found = poison.record(FILES[name], data, name)
        if name == "occupations.yaml":
            old = (title.casefold() for title in _titles(data))
            titles = dict(zip(old, _titles(found), strict=True))
        _write_yaml(region / name, found)
    for name, data in pack.sites.items():
        found = poison.record(Site, data, "sites")
        for entry in (*found.get("employers", ()), *found.get("institutes", ())):
            entry["occupations"] = [titles[t.casefold()] for t in entry.get("occupations", ())]
        _write_yaml(region / "sites" / f"{name}.yaml", found)
    _write_rows(region / "indicators.csv", pack.rows, poison, Observation, "indicators.csv")
    shutil.copytree(ROOT / "data" / "base-map", folder / "base-map")
    shutil.copytree(ROOT / "data" / "home", folder / "home")
    for name, data in pack.home.items():
        path, kind = folder / "home" / name, f"home/{name}"
        if path.suffix == ".csv":
            _write_rows(path, data, poison, HOME[name], kind)
        else:
            _write_yaml(path, poison.record(HOME[name], data, kind))
    return poison


def _inner(hint: Any) -> Any:
    """Take off what says that a value may be absent, or how it is checked."""
    if get_origin(hint) is Annotated:
        return get_args(hint)[0]
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)


@cache
def _texts_of(model: type[BaseModel]) -> frozenset[str]:
    """Name the fields of a record that hold one text, also where the pack leaves them out."""
    hints = get_type_hints(model, include_extras=True)
    plain = {name: hints[name] for name in model.model_fields}
    return frozenset(
        name
        for name, hint in plain.items()
        if any(h in SPOKEN for h in (hint, *get_args(hint), _inner(hint)))
    )


def _titles(data: Data) -> list[str]:
    return [
        title if isinstance(title, str) else title["de"]
        for entry in data["occupations"].values()
        for title in (entry["label"], *entry.get("synonyms", ()))
    ]


def _read(path: Path) -> Data:
    return _rows(path) if path.suffix == ".csv" else read_document(path).data


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write_rows(
    path: Path, rows: Iterable[dict[str, str]], poison: Poison, model: type[BaseModel], kind: str
) -> None:
    found = [poison.record(model, row, kind) for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=found[0])
        writer.writeheader()
        writer.writerows(found)


def _write_yaml(path: Path, data: Data) -> None:
    dump: Callable[..., str] = yaml.dump
    text = dump(data, Dumper=yaml.CSafeDumper, allow_unicode=False, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")
