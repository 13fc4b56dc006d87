"""Packs of the real facts in which every field for a text holds a hostile one.

Each text ends with a number of its own, ``‹12›``: wherever that is read, the whole text must
stand before it, letter for letter, and ``given`` tells in which kind of field it was written.
"""

import csv
import re
import shutil
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

from matcher.model.indicators import Observation
from matcher.model.site import Site
from matcher.model.text import Label, Line, Prose, Text
from matcher.pack.document import read_document
from matcher.pack.shared import own_or_shared, with_shared_criteria
from tests.conftest import ROOT
from tests.hostile import ALLOWED
from tests.hostile_examples import PHOTO, Data
from tests.hostile_kinds import FILES, HOME, LONGEST, MEANT, inner_type, is_record, texts_of

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
        if (inner := inner_type(hint)) is not hint:
            return self.value(inner, value, kind)
        if value is None:
            return None
        if get_origin(hint) is tuple:
            return [self.value(get_args(hint)[0], entry, f"{kind}.*") for entry in value]
        if get_origin(hint) is dict:
            inner = get_args(hint)[1]
            return {key: self.value(inner, entry, f"{kind}.*") for key, entry in value.items()}
        return self.record(hint, value, kind) if is_record(hint) else value

    def record(self, model: type[BaseModel], data: Data, kind: str) -> Data:
        """Return the data of a record, with a text in every field that may hold one."""
        hints = get_type_hints(model, include_extras=True)
        found = dict(data)
        for name in model.model_fields:
            value = self.value(hints[name], data.get(name), f"{kind}.{name}")
            if value is not None and name in (*data, *texts_of(model)):
                found[name] = value
        return found


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
