"""A pack with one invented site, so that tests outlive the facts of real ones."""

import shutil
from pathlib import Path

import pytest

from matcher.errors import PackError
from matcher.pack import load_region
from tests.packs import PACK, SHARED, questions_written_out

SITE = "sites/beispielhausen.yaml"
BEISPIELHAUSEN = """\
id: beispielhausen
name: Technologiepark Beispielhausen
short_name: Beispielhausen
municipality: halle
place: Halle (Saale)
district: Halle (Saale)
summary: Ein erfundener Ort.
address: {street: Am Beispiel 1, postal_code: 06110, city: Halle (Saale), source: S1}
position:
  latitude: 51.5
  longitude: 12.0
  precision_m: 500
  source: S1
website: {url: "https://example.org/park"}
operator: {name: Park GmbH, source: S1}
award: {title: Zukunftsort, awarded_by: Land, year: 2023, source: S1}
focus:
  - {text: Grundstoffe, source: S1}
sectors:
  - {id: chemistry, level: main, source: S1}
work:
  - {id: laboratory, text: Labore im Haus, source: S1}
figures:
  - {id: companies, label: Firmen, value: 30, as_of: 2024, source: S1}
living:
  - {topic: nature, text: Am Fluss, source: S1}
employers:
  - id: muster-chemie
    name: Muster Chemie GmbH
    status: active
    sectors: [chemistry]
    work: [laboratory]
    activity: Grundstoffe
    occupations: [Chemiefacharbeiter]
    offers: [training]
    sources: [S1]
institutes:
  - {id: muster-institut, name: Muster-Institut, kind: leibniz, activity: Forschung, sources: [S1]}
portraits:
  - id: anna
    kind: person
    title: Anna, Laborantin
    text: Anna arbeitet im Labor.
    credit: Muster Chemie GmbH
    consent: {given: 2026-01-02, scope: Finder, until: 2028-01-02}
sources:
  S1:
    title: Erfundene Quelle
    url: "https://example.org/quelle"
"""
OCCUPATIONS = """\
label: Beruf
question: Was machst du?
help: Schreib einen Beruf.
icon: badge
sources:
  register: {title: Register, url: "https://example.org/register"}
occupations:
  chemikant:
    label: Chemikant/in
    kind: training
    sectors: [chemistry]
    work: [production-plant]
    synonyms: [Chemiefacharbeiter]
    source: register
"""


def make_invented_pack(folder: Path) -> Path:
    """Make the pack with an invented site instead of its own, and the values of two towns.

    It stands alone: nothing that packs share lies beside it.
    """
    (folder / "sites").mkdir(parents=True)
    for path in PACK.glob("*.yaml"):
        if path.name not in ("portraits.yaml", "cases.yaml"):  # not needed
            shutil.copy(path, folder)
    (folder / "questions.yaml").write_text(questions_written_out(), encoding="utf-8")
    shutil.copy(SHARED / "indicators.yaml", folder)
    (folder / "occupations.yaml").write_text(OCCUPATIONS, encoding="utf-8")
    with (PACK / "indicators.csv").open(encoding="utf-8") as table:
        lines = [line for line in table if line.startswith(("municipality", "magdeburg", "halle"))]
    (folder / "indicators.csv").write_text("".join(lines), encoding="utf-8")
    (folder / SITE).write_text(BEISPIELHAUSEN, encoding="utf-8")
    return folder


def faults_of(pack: Path) -> list[str]:
    """Load a pack that has faults, and return them."""
    with pytest.raises(PackError) as caught:
        load_region(pack)
    return str(caught.value).splitlines()
