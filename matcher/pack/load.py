"""Read a region pack: the folder ``data/<region>/``."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from matcher.errors import PackError, Problem
from matcher.model.indicators import Definitions, Municipality
from matcher.model.occupations import Occupations
from matcher.model.portraits import Portraits
from matcher.model.questions import Questions
from matcher.model.region import Profile, Region
from matcher.model.site import Site
from matcher.model.text import Record, Slug
from matcher.pack.document import MAX_FAULTS, Document, read_document
from matcher.pack.photos import photo_problems
from matcher.pack.places import place_problems
from matcher.pack.records import make_record
from matcher.pack.references import (
    SHARED_PORTRAITS,
    occupation_problems,
    organisation_problems,
    portrait_problems,
    question_problems,
    scored_indicators,
    site_problems,
    source_problems,
    taken_problems,
    title_problems,
)
from matcher.pack.shared import FOLDER as SHARED
from matcher.pack.shared import fitting_occupations, own_or_shared, with_shared_criteria
from matcher.pack.support import load_support
from matcher.pack.table import read_observations
from matcher.pack.texts import load_texts, with_titles

Made = TypeVar("Made")


class Municipalities(Record):
    """The file ``municipalities.yaml``."""

    municipalities: dict[Slug, Municipality]


def find_packs(root: Path) -> list[Path]:
    """Return the folders below ``root`` (or ``root`` itself) that are region packs."""
    if (root / "region.yaml").is_file():
        return [root]
    return sorted(path.parent for path in root.glob("*/region.yaml"))


def load_region(folder: Path) -> Region:
    """Read a region pack.

    Parameters
    ----------
    folder : Path
        Holds region.yaml, questions.yaml, municipalities.yaml, indicators.yaml,
        indicators.csv and sites/*.yaml; occupations.yaml where occupations can be searched,
        portraits.yaml where they have portraits.

    Raises
    ------
    PackError
        With all problems of all files, each as ``path:line: field: what is wrong``;
        of a file with hundreds, the first.
    """
    problems: list[Problem] = []

    def attempt(step: Callable[[], Made]) -> Made | None:
        try:
            return step()
        except PackError as error:
            problems.extend(error.problems)
            return None

    def record(name: str, model: type[Made]) -> tuple[Document, Made] | None:
        def step() -> tuple[Document, Made]:
            document = with_shared_criteria(read_document(own_or_shared(folder, name)))
            return document, make_record(document, model)  # type: ignore[type-var]

        return attempt(step)

    profile = record("region.yaml", Profile)
    questions = record("questions.yaml", Questions)
    towns = record("municipalities.yaml", Municipalities)
    definitions = record("indicators.yaml", Definitions)
    occupations = None
    occupations_file = own_or_shared(folder, "occupations.yaml")
    if occupations_file.is_file():
        occupations = record("occupations.yaml", Occupations)
    portraits = None
    if (folder / SHARED_PORTRAITS).is_file():
        portraits = record(SHARED_PORTRAITS, Portraits)
    paths = sorted((folder / "sites").glob("*.yaml"))
    sites = [record(f"sites/{path.name}", Site) for path in paths]
    problems += [
        Problem(path, 1, "the name of a site's file ends in .yaml")
        for path in (folder / "sites").glob("*.yml")
    ]
    if not paths:
        problems.append(Problem(folder / "sites", 1, "a region has at least one site"))

    observations = None
    if towns and definitions:
        scored = scored_indicators(questions[1]) if questions else set()
        observations = attempt(
            lambda: read_observations(
                folder / "indicators.csv", definitions[1], set(towns[1].municipalities), scored
            )
        )
    sound = [site for site in sites if site is not None]
    for document, site in sound:
        problems += photo_problems(document, site)
    if questions and definitions:
        observed = None if observations is None else set(observations["indicator"])
        problems += islice(question_problems(questions[0], definitions[1], observed), MAX_FAULTS)
    if questions and towns:
        for document, _ in sound:
            faults = site_problems(document, questions[1], set(towns[1].municipalities))
            problems += islice(faults, MAX_FAULTS)
    if profile and profile[1].id != folder.name:
        problems.append(profile[0].problem(("id",), f"the folder's name says {folder.name!r}"))
    if profile:
        problems += place_problems(profile[0], [document for document, _ in sound])
    problems += organisation_problems(document for document, _ in sound)
    if occupations and questions:
        titles = occupations[1].by_title()
        if occupations_file.parent == folder:
            problems += occupation_problems(occupations[0], questions[1])
            problems += taken_problems(questions[0], questions[1], ())
        else:
            problems += taken_problems(questions[0], questions[1], occupations[1].occupations)
            here = [site for _, site in sound]
            fitting = fitting_occupations(occupations[1], questions[1], here)
            occupations = occupations[0], fitting
        for document, site in sound:
            problems += title_problems(document, site, titles)
    support = attempt(lambda: load_support(folder))
    texts = attempt(lambda: load_texts(folder.parent / SHARED, folder))
    if portraits:
        problems += islice(source_problems(portraits[0]), MAX_FAULTS)
    known = None if occupations_file.is_file() else frozenset[str]()
    faults = portrait_problems(
        [document for document, _ in (*((portraits,) if portraits else ()), *sound)],
        occupations[1].occupations if occupations else known,
    )
    problems += islice(faults, MAX_FAULTS)

    if problems or not (profile and questions and towns and definitions and support):
        raise PackError(problems)
    if observations is None or texts is None:
        raise PackError(problems)
    asked = questions[1]
    listed = occupations[1] if occupations and occupations[1].occupations else None
    if listed:
        blocks = (*asked.blocks, listed.block())
        asked = asked.model_copy(update={"blocks": blocks})
    return Region(
        profile=profile[1],
        questions=asked,
        occupations=listed,
        portraits=portraits[1] if portraits else Portraits(),
        sites=tuple(site for _, site in sound),
        municipalities=towns[1].municipalities,
        definitions=definitions[1],
        observations=observations,
        support=support,
        texts=with_titles(texts, listed, [site for _, site in sound]),
    )
