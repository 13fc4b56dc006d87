"""What regions share: criteria, indicators and occupations that a pack need not write again.

The folder ``shared`` lies beside the packs. A pack takes a criterion by ``- shared: <id>`` in
its questions.yaml; where it has no indicators.yaml or occupations.yaml of its own, the shared
one holds.
"""

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from matcher.errors import MisplacedError, PackError, Problem
from matcher.model.occupations import Occupations
from matcher.model.questions import Criterion, Questions
from matcher.model.site import Site
from matcher.model.text import Record
from matcher.pack.document import Document, read_document
from matcher.pack.records import make_record

FOLDER = "shared"
KEY = "shared"
# What a pack may leave out, because packs share it.
OPTIONAL = frozenset({"indicators.yaml", "occupations.yaml"})


class SharedCriteria(Record):
    """The file ``shared/questions.yaml``."""

    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def ids_are_unique(self) -> Self:
        seen: set[str] = set()
        for i, criterion in enumerate(self.criteria):
            if criterion.id in seen:
                raise MisplacedError(("criteria", i, "id"), f"{criterion.id!r} is given twice")
            seen.add(criterion.id)
        return self


def own_or_shared(pack: Path, name: str) -> Path:
    """Return a pack's file, or the shared one where the pack has none and there is one."""
    own, shared = pack / name, pack.parent / FOLDER / name
    return shared if name in OPTIONAL and shared.is_file() and not own.is_file() else own


def with_shared_criteria(document: Document) -> Document:
    """Put the shared criteria where ``questions.yaml`` asks for them; lines stay its own.

    Raises
    ------
    PackError
        If one is not known, if it says more than its id, or if the shared file has faults.
    """
    places = list(_asked(document.data))
    if not places:
        return document
    path = document.path.parent.parent / FOLDER / document.path.name
    source = read_document(path)
    make_record(source, SharedCriteria)
    known = {entry["id"]: entry for entry in source.data["criteria"]}
    problems: list[Problem] = []
    data = {**document.data, "blocks": [_copy(block) for block in document.data["blocks"]]}
    for b, c, entry in places:
        place = ("blocks", b, "criteria", c, KEY)
        name = entry[KEY]
        if set(entry) != {KEY}:
            problems.append(document.problem(place, "a shared criterion says nothing but its id"))
        elif not isinstance(name, str) or name not in known:
            near = get_close_matches(str(name), sorted(known), n=3)
            hint = f" Near: {', '.join(near)}." if near else ""
            problems.append(document.problem(place, f"{name!r} is not in {path}.{hint}"))
        else:
            data["blocks"][b]["criteria"][c] = known[name]
    if problems:
        raise PackError(problems)
    return replace(document, data=data)


def fitting_occupations(
    occupations: Occupations, questions: Questions, sites: list[Site]
) -> Occupations:
    """Return of a shared list what concerns a region.

    A shared list speaks of more sectors than a region asks. They are left out, and so is an
    occupation that has no other, unless somebody in the region lists it.
    """
    asked = {c.id for block in questions.blocks for c in block.criteria if c.kind == "evidence"}
    listed = {
        title.casefold()
        for site in sites
        for organisation in (*site.employers, *site.institutes)
        for title in organisation.occupations
    }
    kept = {}
    for name, entry in occupations.occupations.items():
        sectors = tuple(sector for sector in entry.sectors if sector in asked)
        work = tuple(tag for tag in entry.work if tag in asked)
        known_here = any(title.casefold() in listed for title in entry.titles)
        if sectors or known_here or not entry.sectors:
            kept[name] = entry.model_copy(update={"sectors": sectors, "work": work})
    return occupations.model_copy(update={"occupations": kept})


def _asked(data: dict[str, Any]) -> list[tuple[int, int, dict[str, Any]]]:
    """Find ``shared:`` entries; whatever else is wrong with the file, the model will say."""
    blocks = data.get("blocks")
    return [
        (b, c, entry)
        for b, block in enumerate(blocks if isinstance(blocks, list) else [])
        if isinstance(block, dict) and isinstance(block.get("criteria"), list)
        for c, entry in enumerate(block["criteria"])
        if isinstance(entry, dict) and KEY in entry
    ]


def _copy(block: Any) -> Any:
    if isinstance(block, dict) and isinstance(block.get("criteria"), list):
        return {**block, "criteria": [*block["criteria"]]}
    return block
