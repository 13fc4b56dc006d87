"""Read a region pack: the folder ``data/<region>/``."""

from pathlib import Path

from matcher.errors import PackError
from matcher.model.occupations import Occupations
from matcher.model.portraits import Portraits
from matcher.model.region import Region
from matcher.pack.agreement import disagreements
from matcher.pack.files import PackFiles, read_pack
from matcher.pack.shared import fitting_occupations
from matcher.pack.texts import with_titles


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
    files, problems = read_pack(folder)
    problems += disagreements(files)
    profile, questions, towns = files.profile, files.questions, files.towns
    definitions, observations = files.definitions, files.observations
    support, texts = files.support, files.texts
    if problems or not (profile and questions and towns and definitions and support):
        raise PackError(problems)
    if observations is None or texts is None:
        raise PackError(problems)
    sites = tuple(site.record for site in files.sites)
    asked, listed = questions.record, _occupations(files)
    if listed:
        asked = asked.model_copy(update={"blocks": (*asked.blocks, listed.block())})
    return Region(
        profile=profile.record,
        questions=asked,
        occupations=listed,
        portraits=files.portraits.record if files.portraits else Portraits(),
        sites=sites,
        municipalities=towns.record.municipalities,
        definitions=definitions.record,
        observations=observations,
        support=support,
        texts=with_titles(texts, listed, list(sites)),
    )


def _occupations(files: PackFiles) -> Occupations | None:
    """Return the occupations that concern the region; None where there are none."""
    listed, questions = files.occupations, files.questions
    if not (listed and questions):
        return None
    found = listed.record
    if listed.document.path.parent != files.folder:
        found = fitting_occupations(found, questions.record, [s.record for s in files.sites])
    return found if found.occupations else None
