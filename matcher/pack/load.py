"""Read a region pack: the folder ``data/<region>/``."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from matcher.errors import PackError, Problem
from matcher.model.indicators import Definitions, Municipality
from matcher.model.occupations import Occupations
from matcher.model.questions import Questions
from matcher.model.region import Profile, Region
from matcher.model.site import Site
from matcher.model.text import Record, Slug
from matcher.pack.document import MAX_FAULTS, Document, read_document
from matcher.pack.records import make_record
from matcher.pack.references import (
    occupation_problems,
    organisation_problems,
    question_problems,
    scored_indicators,
    site_problems,
    title_problems,
)
from matcher.pack.table import read_observations

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
        indicators.csv and sites/*.yaml; occupations.yaml where occupations can be searched.

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
            document = read_document(folder / name)
            return document, make_record(document, model)  # type: ignore[type-var]

        return attempt(step)

    profile = record("region.yaml", Profile)
    questions = record("questions.yaml", Questions)
    towns = record("municipalities.yaml", Municipalities)
    definitions = record("indicators.yaml", Definitions)
    occupations = None
    if (folder / "occupations.yaml").is_file():
        occupations = record("occupations.yaml", Occupations)
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
    if questions and definitions:
        observed = None if observations is None else set(observations["indicator"])
        problems += islice(question_problems(questions[0], definitions[1], observed), MAX_FAULTS)
    if questions and towns:
        for document, _ in sound:
            faults = site_problems(document, questions[1], set(towns[1].municipalities))
            problems += islice(faults, MAX_FAULTS)
    if profile and profile[1].id != folder.name:
        problems.append(profile[0].problem(("id",), f"the folder's name says {folder.name!r}"))
    problems += organisation_problems(document for document, _ in sound)
    if occupations and questions:
        problems += occupation_problems(occupations[0], questions[1])
        titles = occupations[1].by_title()
        for document, site in sound:
            problems += title_problems(document, site, titles)

    if problems or not (profile and questions and towns and definitions) or observations is None:
        raise PackError(problems)
    asked = questions[1]
    if occupations:
        blocks = (*asked.blocks, occupations[1].block())
        asked = asked.model_copy(update={"blocks": blocks})
    return Region(
        profile=profile[1],
        questions=asked,
        occupations=occupations[1] if occupations else None,
        sites=tuple(site for _, site in sound),
        municipalities=towns[1].municipalities,
        definitions=definitions[1],
        observations=observations,
    )
