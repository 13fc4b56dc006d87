"""Whether the files of a pack agree with each other."""

from collections.abc import Iterator
from itertools import islice

from matcher.errors import Problem
from matcher.pack.document import MAX_FAULTS
from matcher.pack.files import PackFiles
from matcher.pack.photos import photo_problems
from matcher.pack.places import place_problems
from matcher.pack.references import (
    occupation_problems,
    organisation_problems,
    portrait_problems,
    question_problems,
    site_problems,
    source_problems,
    taken_problems,
    title_problems,
)


def disagreements(files: PackFiles) -> Iterator[Problem]:
    """Check what files say of each other, as far as they could be read.

    Of a file with hundreds of faults, the first are told.
    """
    documents = [site.document for site in files.sites]
    yield from _of_profile(files)
    yield from _of_questions(files)
    for site in files.sites:
        yield from photo_problems(site.document, site.record)
    yield from organisation_problems(documents)
    yield from _of_occupations(files)
    yield from _of_portraits(files)


def _of_profile(files: PackFiles) -> Iterator[Problem]:
    if profile := files.profile:
        if profile.record.id != files.folder.name:
            message = f"the folder's name says {files.folder.name!r}"
            yield profile.document.problem(("id",), message)
        yield from place_problems(profile.document, [site.document for site in files.sites])


def _of_questions(files: PackFiles) -> Iterator[Problem]:
    questions, definitions = files.questions, files.definitions
    if questions and definitions:
        table = files.observations
        observed = None if table is None else set(table["indicator"])
        faults = question_problems(questions.document, definitions.record, observed)
        yield from islice(faults, MAX_FAULTS)
    if questions and files.towns:
        towns = set(files.towns.record.municipalities)
        for site in files.sites:
            faults = site_problems(site.document, questions.record, towns)
            yield from islice(faults, MAX_FAULTS)


def _of_occupations(files: PackFiles) -> Iterator[Problem]:
    questions, listed = files.questions, files.occupations
    if not (questions and listed):
        return
    own = listed.document.path.parent == files.folder
    if own:
        yield from occupation_problems(listed.document, questions.record)
    taken = () if own else listed.record.occupations  # of an own list, its check says so
    yield from taken_problems(questions.document, questions.record, taken)
    titles = listed.record.by_title()
    for site in files.sites:
        yield from title_problems(site.document, site.record, titles)


def _of_portraits(files: PackFiles) -> Iterator[Problem]:
    documents = [site.document for site in files.sites]
    if files.portraits:
        yield from islice(source_problems(files.portraits.document), MAX_FAULTS)
        documents.insert(0, files.portraits.document)
    if files.occupations:
        faults = portrait_problems(documents, files.occupations.record.occupations)
    else:
        faults = portrait_problems(documents, None if files.lists_occupations else frozenset())
    yield from islice(faults, MAX_FAULTS)
