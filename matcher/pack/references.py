"""What one file says of another: sources, criteria, municipalities and indicators exist."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from matcher.errors import Problem
from matcher.model.indicators import Definitions
from matcher.model.occupations import BLOCK_ID
from matcher.model.questions import Questions
from matcher.model.site import Site
from matcher.pack.document import Document

Place = tuple[int | str, ...]
# Keys of a site and of who works there, and the block of questions they belong to.
BLOCK_OF = {"sectors": "sector", "work": "work"}
SHARED_PORTRAITS = "portraits.yaml"


def site_problems(
    document: Document, questions: Questions, municipalities: set[str]
) -> Iterator[Problem]:
    """Check what a site file refers to."""
    data = document.data
    evidence = {
        block.id: {c.id for c in block.criteria if c.kind == "evidence"}
        for block in questions.blocks
    }
    yield from source_problems(document)
    for place, key, value in _criteria(data):
        known = evidence.get(BLOCK_OF[key], set())
        yield from _unknown(document, place, value, known, f"block {BLOCK_OF[key]!r} of questions")
    towns: list[tuple[Place, str]] = [(("municipality",), data["municipality"])]
    towns += [(("neighbours", i), town) for i, town in enumerate(data.get("neighbours", []))]
    for place, value in towns:
        yield from _unknown(document, place, value, municipalities, "municipalities.yaml")
    if data.get("id") != document.path.stem:
        yield document.problem(("id",), f"the file's name says {document.path.stem!r}")


def source_problems(document: Document) -> Iterator[Problem]:
    """Check that every source that a file names is listed in it, and the other way round."""
    sources = set(document.data.get("sources", {}))
    used: set[str] = set()
    rest = {key: value for key, value in document.data.items() if key != "sources"}
    for place, key, value in _scalars(rest):
        if "source" in (key, *place[-1:]) or "sources" in (key, *place[-2:-1]):
            used.add(value)
            yield from _unknown(document, place, value, sources, "'sources' of this file")
    for unused in sorted(sources - used):
        yield document.problem(("sources", unused), "no fact of this file uses this source")


def scored_indicators(questions: Questions) -> set[str]:
    """Return the indicators that a score is made of."""
    criteria = (criterion for block in questions.blocks for criterion in block.criteria)
    return {entry.indicator for criterion in criteria for entry in criterion.indicators}


def question_problems(
    document: Document, definitions: Definitions, observed: set[str] | None
) -> Iterator[Problem]:
    """Check that every indicator that is scored is defined, and has a value somewhere.

    ``observed`` holds the indicators of indicators.csv; it is None where that file has faults.
    """
    for b, block in enumerate(document.data["blocks"]):
        for c, criterion in enumerate(block["criteria"]):
            for i, entry in enumerate(criterion.get("indicators", [])):
                place = ("blocks", b, "criteria", c, "indicators", i, "indicator")
                name = entry["indicator"]
                yield from _unknown(
                    document, place, name, definitions.indicators, "indicators.yaml"
                )
                if observed is not None and name in definitions.indicators and name not in observed:
                    yield document.problem(place, f"{name!r} has no value in indicators.csv")


def organisation_problems(documents: Iterable[Document]) -> Iterator[Problem]:
    """Check that no two employers or institutes of the region share an id."""
    seen: dict[str, str] = {}
    for document in documents:
        for kind in ("employers", "institutes"):
            for i, entry in enumerate(document.data.get(kind, [])):
                here = f"{document.path.name}:{document.line_of((kind, i, 'id'))}"
                if entry["id"] in seen:
                    yield document.problem(
                        (kind, i, "id"), f"{entry['id']!r} is already given in {seen[entry['id']]}"
                    )
                seen.setdefault(entry["id"], here)


def occupation_problems(document: Document, questions: Questions) -> Iterator[Problem]:
    """Check that occupations lead to known sectors and ways of working, under ids of their own."""
    criteria = [criterion for block in questions.blocks for criterion in block.criteria]
    known = [criterion.id for criterion in criteria if criterion.kind == "evidence"]
    taken = {thing.id for thing in criteria} | {block.id for block in questions.blocks}
    for name, entry in document.data["occupations"].items():
        if name in taken:
            yield document.problem(("occupations", name), "this id is used in questions.yaml")
        for key in ("sectors", "work"):
            for i, value in enumerate(entry.get(key, [])):
                place = ("occupations", name, key, i)
                yield from _unknown(document, place, value, known, "questions.yaml with evidence")


def taken_problems(
    document: Document, questions: Questions, occupations: Collection[str]
) -> Iterator[Problem]:
    """Check that no block and no criterion has the id of an occupation, or of their block."""
    taken = {BLOCK_ID, *occupations}
    for b, block in enumerate(questions.blocks):
        places: list[tuple[Place, str]] = [(("blocks", b, "id"), block.id)]
        places += [(("blocks", b, "criteria", c, "id"), t.id) for c, t in enumerate(block.criteria)]
        for place, name in places:
            if name in taken:
                yield document.problem(place, f"{name!r} is taken by the occupations")


def title_problems(document: Document, site: Site, titles: Collection[str]) -> Iterator[Problem]:
    """Check that every occupation of an employer or institute is in the list."""
    for kind in ("employers", "institutes"):
        for i, organisation in enumerate(getattr(site, kind)):
            for j, title in enumerate(organisation.occupations):
                place = (kind, i, "occupations", j)
                yield from _unknown(document, place, title.casefold(), titles, "occupations.yaml")


def portrait_problems(
    documents: Iterable[Document], occupations: Collection[str] | None
) -> Iterator[Problem]:
    """Check the portraits of every file: each given once, and in the file of its kind.

    The shared file comes first, because its portraits stand beside those of every site.
    ``occupations`` holds the ids of occupations.yaml; it is None where that file has faults.
    """
    everywhere: dict[tuple[str, str], str] = {}
    for document in documents:
        shared = document.path.name == SHARED_PORTRAITS
        seen = everywhere if shared else dict(everywhere)
        once = {"id", "occupation"} if shared else {"id"}
        for i, entry in enumerate(document.data.get("portraits", [])):
            if (entry["kind"] == "occupation") != shared:
                home = "the file of its site" if shared else SHARED_PORTRAITS
                message = f"a portrait of kind {entry['kind']!r} stands in {home}"
                yield document.problem(("portraits", i, "kind"), message)
            if occupations is not None and "occupation" in entry:
                place = ("portraits", i, "occupation")
                yield from _unknown(
                    document, place, entry["occupation"], occupations, "occupations.yaml"
                )
            for key in sorted(once & entry.keys()):
                name = (key, entry[key])
                place = ("portraits", i, key)
                if name in seen:
                    yield document.problem(place, f"{name[1]!r} is already given in {seen[name]}")
                seen.setdefault(name, f"{document.path.name}:{document.line_of(place)}")


def _criteria(data: dict[str, Any]) -> Iterator[tuple[Place, str, str]]:
    for key in BLOCK_OF:
        for i, entry in enumerate(data.get(key, [])):
            yield (key, i, "id"), key, entry["id"]
        for kind in ("employers", "institutes"):
            for j, entry in enumerate(data.get(kind, [])):
                for i, value in enumerate(entry.get(key, [])):
                    yield (kind, j, key, i), key, value


def _scalars(value: Any, place: Place = (), key: str = "") -> Iterator[tuple[Place, str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _scalars(inner, (*place, name), name)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _scalars(inner, (*place, i), key)
    else:
        yield place, key, value


def _unknown(
    document: Document, place: Place, value: str, known: Collection[str], where: str
) -> Iterator[Problem]:
    if value not in known:
        near = get_close_matches(value, sorted(known), n=3)
        hint = f" Near: {', '.join(near)}." if near else ""
        yield document.problem(place, f"{value!r} is not in {where}.{hint}")
