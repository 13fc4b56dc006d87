"""Read ``indicators.csv``: one line for each municipality and indicator."""

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import ValidationError

from matcher.errors import PackError, Problem
from matcher.model.indicators import Definitions, Observation
from matcher.pack.document import MAX_FAULTS, read_text

COLUMNS = tuple(Observation.model_fields)
YES_NO = {"yes": 1.0, "no": 0.0}


def read_observations(
    path: Path, definitions: Definitions, municipalities: set[str], scored: set[str]
) -> pd.DataFrame:
    """Read the long table of indicators.

    Parameters
    ----------
    path : Path
        The file.
    definitions : Definitions
        What the lines may speak of.
    municipalities : set of str
        The towns that the lines may speak of.
    scored : set of str
        The indicators whose values are numbers, yes or no; others may be words.

    Returns
    -------
    observations : DataFrame
        The columns of the file; ``value`` as float (yes is 1, no is 0, words are NaN)
        and ``text`` as it is written.

    Raises
    ------
    PackError
        With the line of every fault, or of the first hundred.
    """
    problems: list[Problem] = []
    rows: list[dict[str, Any]] = []
    seen: dict[tuple[str, str], int] = {}
    for line, fields in _entries(path, problems):
        if len(problems) >= MAX_FAULTS:
            break
        if len(fields) != len(COLUMNS):
            problems.append(Problem(path, line, f"a line has {len(COLUMNS)} fields"))
            continue
        raw = dict(zip(COLUMNS, fields, strict=True))
        faults = _faults(raw, definitions, municipalities)
        key = (raw["municipality"], raw["indicator"])
        if key in seen:
            faults.append(f"indicator: {key} is already given in line {seen[key]}")
        seen.setdefault(key, line)
        number = _number(raw["value"])
        if raw["indicator"] in scored and math.isnan(number):
            faults.append(f"value: {raw['value']!r} is scored, so it is a number, yes or no")
        problems += [Problem(path, line, fault) for fault in faults]
        rows.append(raw | {"text": raw["value"], "value": number})
    if problems:
        raise PackError(problems)
    return pd.DataFrame(rows, columns=[*COLUMNS, "text"]).astype({"value": float})


def _entries(path: Path, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield each entry with its first line; empty lines are none."""
    reader = csv.reader(io.StringIO(read_text(path)), strict=True)
    line = 1
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise PackError([Problem(path, 1, f"the columns are {', '.join(COLUMNS)}")])
        line = reader.line_num + 1
        for fields in reader:
            if fields:
                yield line, fields
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(path, line, f"not CSV: {error}"))


def _faults(raw: dict[str, str], definitions: Definitions, towns: set[str]) -> list[str]:
    try:
        Observation.model_validate({k: v for k, v in raw.items() if v != ""})
    except ValidationError as error:
        return [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    faults = []
    if raw["municipality"] not in towns:
        faults.append(f"municipality: {raw['municipality']!r} is not in municipalities.yaml")
    if raw["indicator"] not in definitions.indicators:
        faults.append(f"indicator: {raw['indicator']!r} is not in indicators.yaml")
    if raw["source"] and raw["source"] not in definitions.sources:
        faults.append(f"source: {raw['source']!r} is not in indicators.yaml")
    if not raw["source"] and raw["confidence"] != "unverified":
        faults.append("source: a value names its source, or its confidence is 'unverified'")
    return faults


def _number(text: str) -> float:
    if text in YES_NO:
        return YES_NO[text]
    try:
        value = float(text)
    except ValueError:
        return math.nan
    return value if math.isfinite(value) else math.nan
