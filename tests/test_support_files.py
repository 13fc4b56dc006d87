"""Files of actors, measures and events: every mistake is told, with file and line."""

from pathlib import Path

import pytest

from matcher.model.support import Support
from matcher.pack import load_region
from tests.starter import change, faults_of, new_pack

ACTORS = """\
actors:
  - id: verein
    name: Musterverein
    kind: association
    role: Hilft.
    topics: [training]
    sources: [S1]
sources:
  S1: {title: Quelle, url: "https://example.org"}
"""
MEASURES_FILE = """\
measures:
  - id: kurs
    title: Kurs
    kind: offer
    carrier: Musterverein
    actor: verein
    ends: 2026-12
    topics: [training]
    description: Ein Kurs.
    sources: [S1]
  - id: beratung
    title: Beratung
    kind: offer
    carrier: Stadt Musterstadt
    topics: [family]
    description: Ein Gespräch.
    confidence: unverified
sources:
  S1: {title: Quelle, url: "https://example.org"}
"""
EVENTS_FILE = """\
events:
  - id: messe
    name: Messe
    kind: job-fair
    topics: [training]
    sources: [S1]
sources:
  S1: {title: Quelle, url: "https://example.org"}
"""


def supported(folder: Path) -> Path:
    """A pack with an actor, two measures and an event."""
    pack = new_pack(folder)
    for name, text in (("actors", ACTORS), ("measures", MEASURES_FILE), ("events", EVENTS_FILE)):
        (pack / f"{name}.yaml").write_text(text, encoding="utf-8")
    return pack


MISTAKES = {
    "unknown actor": (
        "measures", "actor: verein", "actor: vereien",
        "measures.0.actor: 'vereien' is not in actors.yaml",
    ),
    "unknown source": (
        "events", "sources: [S1]", "sources: [S1, S2]",
        "events.0.sources.1: 'S2' is not in 'sources' of this file.",
    ),
    "unused source": (
        "actors", "  S1: {", '  S0: {title: Alt, url: "https://example.org"}\n  S1: {',
        "sources.S0: no fact of this file uses this source",
    ),
    "id twice": ("measures", "id: beratung", "id: kurs", "measures.1.id: 'kurs' is given twice"),
    "no source": (
        "events", "  - id: messe\n    name: Messe\n", "  - name: Messe\n    id: messe\n",
        "events.0.sources: an entry names its sources, or says 'confidence: unverified'",
    ),
    "a person's key": (
        "actors", "role: Hilft.", "phone: 1\n    role: Hilft.",
        "actors.0.phone: this key is not known here",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_file_of_support_is_told_with_its_line(tmp_path, name):
    file, old, new, told = MISTAKES[name]
    pack = supported(tmp_path)
    path = pack / f"{file}.yaml"
    line = change(path, old, new)
    if name == "no source":
        change(
            path,
            '    sources: [S1]\nsources:\n  S1: {title: Quelle, url: "https://example.org"}\n',
            "",
        )

    assert faults_of(pack) == [f"{path}:{line}: {told}"]


def test_a_pack_with_support_is_read_and_an_entry_without_source_is_marked(tmp_path):
    support = load_region(supported(tmp_path)).support

    assert [entry.confidence for entry in support.measures.measures] == ["seen", "unverified"]
    assert [actor.id for actor in support.actors.actors] == ["verein"]


def test_a_pack_without_files_of_support_has_none(tmp_path):
    assert load_region(new_pack(tmp_path)).support == Support()


@pytest.mark.parametrize("name", ["actors", "measures", "events"])
def test_a_file_that_lists_nothing_is_read(tmp_path, name):
    pack = supported(tmp_path)
    (pack / f"{name}.yaml").write_text("sources: {}\n", encoding="utf-8")
    if name == "actors":
        change(pack / "measures.yaml", "    actor: verein\n", "")

    assert getattr(getattr(load_region(pack).support, name), name) == ()


def test_one_mistake_among_actors_is_told_once_and_not_at_every_measure(tmp_path):
    pack = supported(tmp_path)
    line = change(pack / "actors.yaml", "kind: association", "kind: club")

    (fault,) = faults_of(pack)

    assert fault.startswith(f"{pack / 'actors.yaml'}:{line}: actors.0.kind: ")


def test_the_mistakes_of_all_three_files_are_told_at_once(tmp_path):
    pack = supported(tmp_path)
    for name in ("actors", "measures", "events"):
        change(pack / f"{name}.yaml", f"{name}:\n  - id: ", f"{name}:\n  - id: Ä")

    assert [Path(fault.split(":")[0]).name for fault in faults_of(pack)] == [
        "actors.yaml", "events.yaml", "measures.yaml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "wrong", ["2026-02-29", "2023-04-31", "0000", "2018/2016", "2024-05/2024-04"]
)
def test_a_time_that_no_calendar_has_is_told(tmp_path, wrong):
    pack = supported(tmp_path)
    line = change(pack / "measures.yaml", "ends: 2026-12", f"ends: {wrong}")

    (fault,) = faults_of(pack)
    assert fault.startswith(f"{pack / 'measures.yaml'}:{line}: measures.0.ends: ")
