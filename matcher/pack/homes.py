"""Read the places to compare with and the postcodes: the folder ``data/home/``."""

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, ValidationError

from matcher.errors import PackError, Problem
from matcher.model.facts import Source
from matcher.model.site import Latitude, Longitude
from matcher.model.text import Key, Line, Record, Remark, Slug, SourceId, When
from matcher.pack.document import MAX_FAULTS, read_document, read_text
from matcher.pack.records import make_record

YES_NO = {"yes": 1.0, "no": 0.0}


class City(Record):
    """One line of ``cities.csv``."""

    id: Slug
    name: Line
    district: Line
    state: Line
    latitude: Latitude
    longitude: Longitude


class Postcode(Record):
    """One line of ``postcodes.csv``: the middle of an area."""

    postcode: Annotated[str, Field(pattern=r"^[0-9]{5}$")]
    latitude: Latitude
    longitude: Longitude


class Value(Record):
    """One line of ``indicators.csv``: what is known of a place, its year and source."""

    city: Slug
    indicator: Key
    value: Line
    as_of: When
    level: Literal["municipality", "municipal association", "district"]
    source: SourceId
    note: Remark = ""

    @property
    def number(self) -> float:
        """The value as a number: yes is 1, no is 0, anything else that is none is NaN."""
        try:
            number = YES_NO[self.value] if self.value in YES_NO else float(self.value)
        except ValueError:
            return math.nan
        return number if math.isfinite(number) else math.nan


class Sources(Record):
    """The file ``sources.yaml``."""

    sources: dict[SourceId, Source]


@dataclass(frozen=True, slots=True)
class Home:
    """A place to compare with; ``values`` holds None where an indicator is not known."""

    city: City
    values: Mapping[str, Value | None]
    sources: Mapping[str, Source] = field(repr=False)


Homes = Mapping[str, Home]
Row = TypeVar("Row", bound=Record)


def load_homes(folder: Path) -> Homes:
    """Read the places to compare with, by id.

    Parameters
    ----------
    folder : Path
        Holds cities.csv, indicators.csv and sources.yaml.

    Raises
    ------
    PackError
        With the line of every fault, or of the first hundred of a file.
    """
    sources = make_record(read_document(folder / "sources.yaml"), Sources).sources
    cities = {row.id: row for row in _read(folder / "cities.csv", City, lambda row: (row.id,))}

    def fault(row: Value) -> str | None:
        if row.city not in cities:
            return f"city: {row.city!r} is not in cities.csv"
        if row.source not in sources:
            return f"source: {row.source!r} is not in sources.yaml"
        if math.isnan(row.number):
            return f"value: {row.value!r} is no number, yes or no"
        return None

    values = _read(folder / "indicators.csv", Value, lambda row: (row.city, row.indicator), fault)
    known = {(row.city, row.indicator): row for row in values}
    shown = dict.fromkeys(row.indicator for row in values)
    return {
        id_: Home(city, {name: known.get((id_, name)) for name in shown}, sources)
        for id_, city in cities.items()
    }


def load_postcodes(path: Path) -> dict[str, tuple[float, float]]:
    """Read the middle of every postcode area, as latitude and longitude in degrees.

    Raises
    ------
    PackError
        With the line of every fault, or of the first hundred.
    """
    rows = _read(path, Postcode, lambda row: (row.postcode,))
    return {row.postcode: (row.latitude, row.longitude) for row in rows}


def _read(
    path: Path,
    model: type[Row],
    key: Callable[[Row], tuple[str, ...]],
    fault: Callable[[Row], str | None] = lambda row: None,
) -> list[Row]:
    """Read the lines of a table; ``key`` may come once, ``fault`` says what is wrong."""
    problems: list[Problem] = []
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for line, fields in _entries(path, tuple(model.model_fields), problems):
        if len(problems) >= MAX_FAULTS:
            break
        try:
            row = model.model_validate({name: text for name, text in fields.items() if text})
        except ValidationError as error:
            problems += [
                Problem(path, line, f"{'.'.join(map(str, e['loc']))}: {e['msg']}")
                for e in error.errors()
            ]
            continue
        if key(row) in seen:
            problems.append(
                Problem(path, line, f"{key(row)} is already given in line {seen[key(row)]}")
            )
        if wrong := fault(row):
            problems.append(Problem(path, line, wrong))
        seen.setdefault(key(row), line)
        rows.append(row)
    if problems:
        raise PackError(problems)
    return rows


def _entries(
    path: Path, columns: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each entry with its first line; empty lines are none."""
    reader = csv.reader(io.StringIO(read_text(path)), strict=True)
    line = 1
    try:
        if tuple(next(reader, ())) != columns:
            raise PackError([Problem(path, 1, f"the columns are {', '.join(columns)}")])
        line = reader.line_num + 1
        for fields in reader:
            if fields and len(fields) != len(columns):
                problems.append(Problem(path, line, f"a line has {len(columns)} fields"))
            elif fields:
                yield line, dict(zip(columns, fields, strict=True))
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(path, line, f"not CSV: {error}"))
