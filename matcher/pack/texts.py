"""The texts of a pack in other languages: gettext catalogues whose messages are German.

``translations/<language>.po`` in a pack, and in the folder that packs share, can be edited with
every tool for translators. A German text that was changed loses its translation, and the page
shows the German one and says so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.messages.pofile import PoFileError, read_po
from pydantic import BaseModel, TypeAdapter, ValidationError

from matcher.errors import PackError, Problem
from matcher.model.occupations import Occupations
from matcher.model.site import Site
from matcher.model.text import DEFAULT_LANGUAGE, SIMPLE, Language, Prose
from matcher.pack.document import MAX_FAULTS, read_text

FOLDER = "translations"
Texts = dict[str, dict[str, str]]

# A catalogue without plurals. Babel's parser drops in silence what is quoted wrongly.
LINE = re.compile(r'(#.*|((msgctxt|msgid|msgstr) )?"([^"\\]|\\.)*")?')
_LANGUAGE: TypeAdapter[str] = TypeAdapter(Language)
_WORDS: TypeAdapter[str] = TypeAdapter(Prose)


def load_texts(*folders: Path) -> Texts:
    """Read all catalogues of some folders; later folders win.

    Returns
    -------
    dict of language to (dict of German text to its translation)

    Raises
    ------
    PackError
        If files are no gettext catalogues; with the problems of all of them.
    """
    found: Texts = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in sorted((folder / FOLDER).glob("*.po")):
            try:
                found.setdefault(path.stem, {}).update(_read(path))
            except PackError as error:
                problems += error.problems
    if problems:
        raise PackError(problems)
    return found


def with_titles(texts: Texts, occupations: Occupations | None, sites: Iterable[Site]) -> Texts:
    """Add how the titles that employers list are called in other languages.

    An employer lists German titles; the list of occupations knows what they are called elsewhere.
    """
    if occupations is None:
        return texts
    known = occupations.by_title()
    found = {code: dict(entries) for code, entries in texts.items()}
    for site in sites:
        for organisation in (*site.employers, *site.institutes):
            for title in organisation.occupations:
                label = occupations.occupations[known[title.casefold()]].label
                for code in {*found, *label} - {DEFAULT_LANGUAGE}:
                    own = label.get(code) or texts.get(code, {}).get(label[DEFAULT_LANGUAGE])
                    if own:
                        found.setdefault(code, {}).setdefault(title, own)
    return found


def texts_of(value: Any) -> Iterator[dict[str, str]]:
    """Find every text that a record holds, as a mapping from language to words."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from texts_of(entry)
    elif isinstance(value, Mapping):
        if isinstance(value.get(DEFAULT_LANGUAGE), str):
            yield dict(value)
        else:
            for entry in value.values():
                yield from texts_of(entry)


def untranslated(records: Iterable[Any], code: str, known: Mapping[str, str]) -> list[str]:
    """Return the German texts that have no translation yet, each once, in the order of reading."""
    german = (
        text[DEFAULT_LANGUAGE]
        for record in records
        for text in texts_of(record)
        if code not in text and text[DEFAULT_LANGUAGE] not in known
    )
    return list(dict.fromkeys(german))


def _read(path: Path) -> dict[str, str]:
    lines = [line.strip() for line in read_text(path).split("\n")]
    wrong = [n for n, line in enumerate(lines, 1) if not LINE.fullmatch(line)]
    keywords = [(n, line[:6]) for n, line in enumerate(lines, 1) if line.startswith("msg")]
    wrong += [
        n
        for (_, before), (n, now) in pairwise([(0, ""), *keywords])
        if now == "msgstr" and before != "msgid "
    ]
    problems = [Problem(path, n, "no line of a gettext catalogue") for n in wrong[:MAX_FAULTS]]
    if fault := _fault(_LANGUAGE, path.stem):
        problems.append(Problem(path, 1, f"a catalogue is named after its language: {fault}"))
    if problems:
        raise PackError(problems)
    try:
        catalogue = read_po(lines, locale=path.stem.removesuffix(SIMPLE), abort_invalid=True)
    except PoFileError as error:
        message = str(error).rpartition(" on ")[0]  # it counts lines from 0
        raise PackError([Problem(path, error.lineno + 1, message)]) from error
    except ValueError as error:  # a number or a day of the head
        raise PackError([Problem(path, 1, f"the head of the catalogue: {error}")]) from error
    entries = [entry for entry in catalogue if entry.id and entry.string and not entry.fuzzy]
    told = [(entry.lineno, _fault(_WORDS, str(entry.string))) for entry in entries]
    problems = [Problem(path, line or 1, fault) for line, fault in told if fault]
    if problems:
        raise PackError(problems[:MAX_FAULTS])
    return {str(entry.id): str(entry.string) for entry in entries}


def _fault(rule: TypeAdapter[str], value: str) -> str:
    """Return why a value breaks a rule, or nothing."""
    try:
        rule.validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["msg"].removeprefix("Value error, ")
    return ""
