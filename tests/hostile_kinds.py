"""Which fields of a pack hold a text that somebody may write."""

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

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
from matcher.pack.files import Municipalities
from matcher.pack.homes import City, Sources, Value

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


def text_kinds(hint: Any, kind: str) -> set[str]:
    """Return every kind of field below a type that may hold a text."""
    if kind in MEANT:
        return set()
    if hint in SPOKEN:
        return {kind}
    if (inner := inner_type(hint)) is not hint:
        return text_kinds(inner, kind)
    if get_origin(hint) in (tuple, dict):
        position = 0 if get_origin(hint) is tuple else 1
        return text_kinds(get_args(hint)[position], f"{kind}.*")
    if not is_record(hint):
        return set()
    hints = get_type_hints(hint, include_extras=True)
    return set().union(*(text_kinds(hints[name], f"{kind}.{name}") for name in hint.model_fields))


def all_text_kinds() -> set[str]:
    """Return every kind of field of a region pack and of the places to compare with."""
    models = {**FILES, **TABLES, "sites": Site, **{f"home/{name}": m for name, m in HOME.items()}}
    return set().union(*(text_kinds(model, name) for name, model in models.items()))


def inner_type(hint: Any) -> Any:
    """Take off what says that a value may be absent, or how it is checked."""
    if get_origin(hint) is Annotated:
        return get_args(hint)[0]
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


def is_record(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)


@cache
def texts_of(model: type[BaseModel]) -> frozenset[str]:
    """Name the fields of a record that hold one text, also where the pack leaves them out."""
    hints = get_type_hints(model, include_extras=True)
    plain = {name: hints[name] for name in model.model_fields}
    return frozenset(
        name
        for name, hint in plain.items()
        if any(h in SPOKEN for h in (hint, *get_args(hint), inner_type(hint)))
    )
