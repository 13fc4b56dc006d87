"""The files of a pack, each read by itself: what holds one by one, before they are compared."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import pandas as pd

from matcher.errors import PackError, Problem
from matcher.model.indicators import Definitions, Municipality
from matcher.model.occupations import Occupations
from matcher.model.portraits import Portraits
from matcher.model.questions import Questions
from matcher.model.region import Profile
from matcher.model.site import Site
from matcher.model.support import Support
from matcher.model.text import Record, Slug
from matcher.pack.document import Document, read_document
from matcher.pack.records import make_record
from matcher.pack.references import SHARED_PORTRAITS, scored_indicators
from matcher.pack.shared import FOLDER as SHARED
from matcher.pack.shared import own_or_shared, with_shared_criteria
from matcher.pack.support import load_support
from matcher.pack.table import read_observations
from matcher.pack.texts import load_texts

OCCUPATIONS = "occupations.yaml"

Made = TypeVar("Made")
Kind = TypeVar("Kind", bound=Record)


class Municipalities(Record):
    """The file ``municipalities.yaml``."""

    municipalities: dict[Slug, Municipality]


@dataclass(frozen=True, slots=True)
class File(Generic[Kind]):
    """A file that was read: as it is written, for its lines, and what it says."""

    document: Document
    record: Kind


@dataclass(frozen=True, slots=True)
class PackFiles:
    """What could be read of a pack; None where a file has faults, or is not there."""

    folder: Path
    profile: File[Profile] | None
    questions: File[Questions] | None
    towns: File[Municipalities] | None
    definitions: File[Definitions] | None
    occupations: File[Occupations] | None
    portraits: File[Portraits] | None
    sites: tuple[File[Site], ...]
    observations: pd.DataFrame | None
    support: Support | None
    texts: dict[str, dict[str, str]] | None

    @property
    def lists_occupations(self) -> bool:
        """Whether there is a list of occupations, of its own or shared."""
        return own_or_shared(self.folder, OCCUPATIONS).is_file()


def read_pack(folder: Path) -> tuple[PackFiles, list[Problem]]:
    """Read every file of a pack; return what could be read, and what is wrong with the rest."""
    problems: list[Problem] = []

    def attempt(step: Callable[[], Made]) -> Made | None:
        try:
            return step()
        except PackError as error:
            problems.extend(error.problems)
            return None

    def read(name: str, kind: type[Kind]) -> File[Kind] | None:
        def step() -> File[Kind]:
            document = with_shared_criteria(read_document(own_or_shared(folder, name)))
            return File(document, make_record(document, kind))

        return attempt(step)

    def read_if_there(name: str, kind: type[Kind]) -> File[Kind] | None:
        return read(name, kind) if own_or_shared(folder, name).is_file() else None

    questions = read("questions.yaml", Questions)
    towns = read("municipalities.yaml", Municipalities)
    definitions = read("indicators.yaml", Definitions)
    observations = None
    if towns and definitions:
        scored = scored_indicators(questions.record) if questions else set()
        known, towns_known = definitions.record, set(towns.record.municipalities)
        observations = attempt(
            lambda: read_observations(folder / "indicators.csv", known, towns_known, scored)
        )
    paths = sorted((folder / "sites").glob("*.yaml"))
    sites = [read(f"sites/{path.name}", Site) for path in paths]
    if not paths:
        problems.append(Problem(folder / "sites", 1, "a region has at least one site"))
    problems += [
        Problem(path, 1, "the name of a site's file ends in .yaml")
        for path in (folder / "sites").glob("*.yml")
    ]
    found = PackFiles(
        folder=folder,
        profile=read("region.yaml", Profile),
        questions=questions,
        towns=towns,
        definitions=definitions,
        occupations=read_if_there(OCCUPATIONS, Occupations),
        portraits=read_if_there(SHARED_PORTRAITS, Portraits),
        sites=tuple(site for site in sites if site),
        observations=observations,
        support=attempt(lambda: load_support(folder)),
        texts=attempt(lambda: load_texts(folder.parent / SHARED, folder)),
    )
    return found, problems
