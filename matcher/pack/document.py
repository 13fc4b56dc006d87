"""Read one YAML file as text: nothing is typed, nothing refers, nothing runs.

YAML 1.1 reads the postcode 06110 as 3144 and ``no`` as false. So every scalar stays the
text that the editor wrote; the model gives it a type. What makes files dangerous or
ambiguous (anchors, aliases, tags, duplicate keys, depth, size) is refused with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from matcher.errors import PackError, Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_FAULTS = 100  # told of one file by one check: to place a hundred thousand takes a minute

# Hidden in a text, and three of them are line ends to YAML but not to an editor.
_CONTROL = re.compile(r"[^\t\n\r -~\xa0-\u2027\u202a-\ufffd\U00010000-\U0010ffff]")
_BASE: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Document:
    """The content of a file, and the line of everything in it."""

    path: Path
    data: dict[str, Any]
    root: yaml.Node

    def line_of(self, place: tuple[int | str, ...]) -> int:
        """Follow a path such as ('employers', 3, 'sectors') as deep as the file goes."""
        node, line = self.root, self.root.start_mark.line
        for step in place:
            found = _step(node, step)
            if found is None:
                continue  # pydantic names steps that are not in the file, e.g. a union's
            node, line = found
        return line + 1

    def problem(self, place: tuple[int | str, ...], message: str) -> Problem:
        """Say what is wrong at a place."""
        name = ".".join(str(step) for step in place)
        text = f"{name}: {message}" if name else message
        return Problem(self.path, self.line_of(place), text)


def read_document(path: Path) -> Document:
    """Read a YAML file as a mapping whose scalars are all text.

    Raises
    ------
    PackError
        With the line of every anchor, alias, tag and duplicate key, or of the first
        mistake in the syntax.
    """
    text = read_text(path)
    try:
        problems = [Problem(path, line, fault) for line, fault in _dangers(text)]
        root = None if problems else yaml.compose(text, Loader=_BASE)
    except yaml.MarkedYAMLError as error:
        end = text.count("\n")  # the parser counts one more where a quote is left open
        line = min(error.problem_mark.line, end) + 1 if error.problem_mark else 1
        raise PackError([Problem(path, line, f"not YAML: {error.problem}")]) from error
    if not problems:
        problems = [Problem(path, line, fault) for line, fault in _duplicate_keys(root)]
    if not problems and not isinstance(root, yaml.MappingNode):
        problems = [Problem(path, 1, "a file is a mapping, 'key: value' on each line")]
    if problems or root is None:
        raise PackError(problems)
    return Document(path, _plain(root), root)


def read_text(path: Path) -> str:
    """Read a file of a pack as UTF-8 without control characters, within the limit of size."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PackError([Problem(path, 1, f"cannot be read: {error.strerror}")]) from error
    if len(raw) > MAX_BYTES:
        raise PackError([Problem(path, 1, f"a file holds at most {MAX_BYTES:,} bytes")])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackError([Problem(path, line, "a file is written in UTF-8")]) from error
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        fault = f"holds the control character U+{ord(bad.group()):04X}"
        raise PackError([Problem(path, line, fault)])
    return text.removeprefix("\ufeff")


def _dangers(text: str) -> Iterator[tuple[int, str]]:
    """Look at the events of the parser, before anything is built from them."""
    depth = nodes = 0
    event: Any  # the stubs know neither marks nor tags of events
    for event in yaml.parse(text, Loader=_BASE):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            yield line, f"an alias (*{event.anchor}) is not allowed: write the value again"
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if not isinstance(event, yaml.NodeEvent):
            continue
        nodes += 1
        if event.anchor:
            yield line, f"an anchor (&{event.anchor}) is not allowed"
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            yield line, f"a tag ({tag!r}) is not allowed"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield line, f"nested deeper than {MAX_DEPTH} levels"
                return
        if nodes > MAX_NODES:
            yield line, f"more than {MAX_NODES:,} entries in one file"
            return


def _duplicate_keys(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """YAML forbids a key twice in one mapping; PyYAML keeps the last and says nothing."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or not key.value.isprintable():
                yield line, "a key is a word, not a list, a mapping or several lines"
                continue
            if key.value in seen:
                yield line, f"{key.value}: already given in line {seen[key.value]}"
            seen.setdefault(key.value, line)
            yield from _duplicate_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _duplicate_keys(value)


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value


def _step(node: yaml.Node, step: int | str) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line
    return None
