"""Read ``actors.yaml``, ``measures.yaml`` and ``events.yaml``, where a pack has them."""

from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from matcher.errors import PackError, Problem
from matcher.model.support import Actors, Events, Measures, Support
from matcher.model.text import Record
from matcher.pack.document import MAX_FAULTS, Document, read_document
from matcher.pack.records import make_record
from matcher.pack.references import source_problems

Made = TypeVar("Made", bound=Record)


def load_support(folder: Path) -> Support:
    """Read who helps whom with what.

    Raises
    ------
    PackError
        With all problems of the three files.
    """
    problems: list[Problem] = []
    unread: set[str] = set()

    def read(name: str, model: type[Made]) -> Made:
        path = folder / f"{name}.yaml"
        if not path.is_file():
            return model()
        try:
            document = read_document(path)
            found = make_record(document, model)
        except PackError as error:
            problems.extend(error.problems)
            unread.add(name)
            return model()
        problems.extend(_given_twice(document, name))
        problems.extend(islice(source_problems(document), MAX_FAULTS))
        if isinstance(found, Measures) and "actors" not in unread:
            problems.extend(_unknown_actors(document, {a.id for a in actors.actors}))
        return found

    actors = read("actors", Actors)
    support = Support(
        actors=actors, measures=read("measures", Measures), events=read("events", Events)
    )
    if problems:
        raise PackError(problems)
    return support


def _given_twice(document: Document, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, entry in enumerate(document.data.get(name, [])):
        if entry["id"] in seen:
            yield document.problem((name, i, "id"), f"{entry['id']!r} is given twice")
        seen.add(entry["id"])


def _unknown_actors(document: Document, actors: Collection[str]) -> Iterator[Problem]:
    for i, entry in enumerate(document.data.get("measures", [])):
        if entry.get("actor", "") and entry["actor"] not in actors:
            yield document.problem(
                ("measures", i, "actor"), f"{entry['actor']!r} is not in actors.yaml"
            )
