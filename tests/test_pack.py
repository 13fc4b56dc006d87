"""What an editor of a region pack may rely on: every mistake is told, with file and line."""

import csv
import re
import shutil
import unicodedata
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from matcher.commands import main
from matcher.errors import PackError
from matcher.model.text import Href
from matcher.pack import load_region
from matcher.pack.document import read_document
from tests.conftest import PACK
from tests.laws import law
from tests.packs import SHARED, questions_written_out

SITE = "sites/beispielhausen.yaml"
# An invented place in the frame of the real pack, so that the cases below outlive its facts.
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
HEADER = "municipality,indicator,value,unit,as_of,level,source,confidence,note\n"
FIRST = "magdeburg,population,"
LEVELS = "[" * 21 + "]" * 21


class Edit(NamedTuple):
    """One mistake: what is replaced in which file, and what is told of which line."""

    file: str
    old: str
    new: str
    told: str
    at: str = ""  # a text on the line that is told, if it is not where the edit begins


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


@pytest.fixture(scope="session")
def good_pack(tmp_path_factory) -> Path:
    """The pack with an invented site instead of its own, and the values of two towns.

    It stands alone: nothing that packs share lies beside it.
    """
    folder = tmp_path_factory.mktemp("good") / "sachsen-anhalt"
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


@pytest.fixture
def pack(good_pack: Path, tmp_path: Path) -> Path:
    """A copy of the good pack, to be spoiled."""
    return shutil.copytree(good_pack, tmp_path / "sachsen-anhalt")


def apply(pack: Path, edit: Edit) -> str:
    """Make a mistake, and return the line of output that must tell it."""
    path = pack / edit.file
    text = path.read_text(encoding="utf-8")
    assert edit.old in text
    edited = text.replace(edit.old, edit.new, 1)
    path.write_text(edited, encoding="utf-8")
    place = edited.index(edit.at) if edit.at else text.index(edit.old)
    line = edited.count("\n", 0, place) + 1
    return f"{path}:{line}: {edit.told}"


def faults_of(pack: Path) -> list[str]:
    """Load a pack that has faults, and return them."""
    with pytest.raises(PackError) as caught:
        load_region(pack)
    return str(caught.value).splitlines()


def test_the_pack_of_sachsen_anhalt_has_no_fault_and_13_sites(region):
    assert len(region.sites) == 13


def test_a_site_that_is_added_as_a_file_is_in_the_region(pack):
    text = BEISPIELHAUSEN.replace("beispielhausen", "musterstadt").replace("muster-", "probe-")
    (pack / "sites/musterstadt.yaml").write_text(text, encoding="utf-8")

    assert [site.id for site in load_region(pack).sites] == ["beispielhausen", "musterstadt"]


def test_two_sites_never_share_an_employer(pack):
    text = BEISPIELHAUSEN.replace("beispielhausen", "musterstadt").replace("-institut", "-labor")
    (pack / "sites/musterstadt.yaml").write_text(text, encoding="utf-8")

    assert faults_of(pack) == [
        f"{pack / 'sites/musterstadt.yaml'}:28: employers.0.id: 'muster-chemie' is already given "
        "in beispielhausen.yaml:28"
    ]


MISTAKES = {
    "unknown key": Edit(
        SITE, "short_name:", "shortname: x\nshort_name:", "shortname: this key is not known here"
    ),
    "unknown key inside": Edit(
        SITE,
        "  precision_m: 500",
        "  radius: 5\n  precision_m: 500",
        "position.radius: this key is not known here",
    ),
    "missing key": Edit(SITE, "place: Halle (Saale)\n", "", "place: this key is missing", "id:"),
    "missing key inside": Edit(
        SITE, "  longitude: 12.0\n", "", "position.longitude: this key is missing", "position:"
    ),
    "key given twice": Edit(
        SITE, "place: Halle", "name: Park\nplace: Halle", "name: already given in line 2"
    ),
    "not a number": Edit(
        SITE, "latitude: 51.5", "latitude: 51,5", "position.latitude: a number is written like"
    ),
    "number out of range": Edit(
        SITE, "latitude: 51.5", "latitude: 5.15", "position.latitude: Input should be greater than"
    ),
    "latitude and longitude swapped": Edit(
        SITE, "longitude: 12.0", "longitude: 51.5", "position.longitude: Input should be less than"
    ),
    "not a finite number": Edit(
        SITE, "value: 30", "value: nan", "figures.0.value: a number is written like 12 or -3.5"
    ),
    "year out of range": Edit(SITE, "year: 2023", "year: 23", "award.year: Input should be"),
    "postcode too short": Edit(
        SITE, "postal_code: 06110", "postal_code: 6110", "address.postal_code: String should match"
    ),
    "wrong status": Edit(
        SITE, "status: active", "status: hiring", "employers.0.status: Input should be 'active', "
    ),
    "wrong level": Edit(
        SITE, "level: main", "level: Main", "sectors.0.level: Input should be 'main' or 'present'"
    ),
    "wrong topic": Edit(SITE, "topic: nature", "topic: traffic", "living.0.topic: Input should be"),
    "wrong kind of institute": Edit(
        SITE, "kind: leibniz", "kind: ", "institutes.0.kind: Input should be 'fraunhofer', "
    ),
    "one value where a list is due": Edit(
        SITE, "offers: [training]", "offers: training", "employers.0.offers: Input should be a val"
    ),
    "a list where one value is due": Edit(
        SITE, "name: Technologiepark", "name: [a, b]\nz: T", "name: Input should be a valid string"
    ),
    "empty text": Edit(
        SITE, "summary: Ein erfundener Ort.", "summary: ", "summary.de: String should have at"
    ),
    "text without the default language": Edit(
        SITE, "summary: Ein erfundener Ort.", "summary: {en: A}", "summary: a text needs the lang"
    ),
    "planned employer without a reason": Edit(
        SITE,
        "status: active",
        "status: planned",
        "employers.0.status: 'planned' needs a 'status_reason'",
    ),
    "employer without a source": Edit(
        SITE, "    sources: [S1]\n", "", "employers.0.sources: an entry names its", "- id: muster-c"
    ),
    "fact without a source": Edit(
        SITE, "Labore im Haus, source: S1", "Labore im Haus", "work.0.source: a fact names its sou"
    ),
    "unknown source": Edit(
        SITE,
        "Am Fluss, source: S1",
        "Am Fluss, source: S9",
        "living.0.source: 'S9' is not in 'sources' of this file.",
    ),
    "unknown source of an employer": Edit(
        SITE, "sources: [S1]\ninst", "sources: [S9]\ninst", "employers.0.sources.0: 'S9' is not in"
    ),
    "unused source": Edit(
        SITE,
        "sources:\n  S1:",
        'sources:\n  S2: {title: T, url: "https://example.org"}\n  S1:',
        "sources.S2: no fact of this file uses this source",
        "S2:",
    ),
    "source with an impossible date": Edit(
        SITE,
        "    title: Erfundene",
        "    date: gestern\n    title: Erfundene",
        "sources.S1.date: String should match pattern",
    ),
    "unknown sector": Edit(
        SITE,
        "id: chemistry",
        "id: chemisty",
        "sectors.0.id: 'chemisty' is not in block 'sector' of questions. Near: chemistry.",
    ),
    "unknown work of an employer": Edit(
        SITE,
        "work: [laboratory]",
        "work: [labratory]",
        "employers.0.work.0: 'labratory' is not in block 'work' of questions. Near: laboratory.",
    ),
    "a wish that is scored by numbers given as evidence": Edit(
        SITE, "id: laboratory", "id: childcare", "work.0.id: 'childcare' is not in block 'work' of"
    ),
    "unknown municipality": Edit(
        SITE,
        "municipality: halle",
        "municipality: hale",
        "municipality: 'hale' is not in municipalities.yaml. Near: halle.",
    ),
    "unknown neighbour": Edit(
        SITE,
        "place: Halle (Saale)",
        "neighbours: [leipzig]\nplace: Halle",
        "neighbours.0: 'leipzig' is not in municipalities.yaml.",
    ),
    "id that is not the name of the file": Edit(
        SITE, "id: beispielhausen", "id: beispiel", "id: the file's name says 'beispielhausen'"
    ),
    "id with a capital letter": Edit(
        SITE, "id: muster-chemie", "id: Muster-Chemie", "employers.0.id: String should match patt"
    ),
    "two organisations of one site with the same id": Edit(
        SITE,
        "id: muster-institut",
        "id: muster-chemie",
        "institutes.0.id: 'muster-chemie' is already given in beispielhausen.yaml:28",
    ),
    "person's portrait without consent": Edit(
        SITE,
        "    consent: {given: 2026-01-02, scope: Finder, until: 2028-01-02}\n",
        "",
        "portraits.0.consent: a person's portrait needs 'consent'",
        "- id: anna",
    ),
    "consent without an end": Edit(
        SITE, ", until: 2028-01-02", "", "portraits.0.consent.until: this key is missing"
    ),
    "consent from a number that is no date": Edit(
        SITE, "given: 2026-01-02", "given: 0", "portraits.0.consent.given: "
    ),
    "link that runs": Edit(
        SITE, "https://example.org/p", "javascript:alert(1)//", "website.url: a link starts with"
    ),
    "link that runs, in capitals": Edit(
        SITE, "https://example.org/p", "JavaScript:alert(1)//", "website.url: a link starts with"
    ),
    "link that holds a document": Edit(
        SITE, "https://example.org/q", "data:text/html,<b>", "sources.S1.url: a link starts with"
    ),
    "link to a file": Edit(
        SITE, "https://example.org/park", "file:///etc/passwd", "website.url: a link starts with"
    ),
    "link without a scheme": Edit(
        SITE, "https://example.org/park", "//example.org", "website.url: a link starts with"
    ),
    "link with a user": Edit(
        SITE, "https://example.org/park", "https://a@example.org", "website.url: a web link names"
    ),
    "link without a host": Edit(
        SITE, "https://example.org/park", "https:park", "website.url: a web link names a host"
    ),
    "link with a blank": Edit(
        SITE, "https://example.org/park", "https://example.org/a b", "website.url: a link holds no"
    ),
    "link with a broken address": Edit(
        SITE, "https://example.org/park", "https://[::1", "website.url: Invalid IPv6 URL"
    ),
    "link that begins with a hidden character": Edit(
        SITE, "https://example.org/park", r"\x01https://example.org", "website.url: "
    ),
    "occupation that is not in the list": Edit(
        SITE,
        "occupations: [Chemiefacharbeiter]",
        "occupations: [Chemiker]",
        "employers.0.occupations.0: 'chemiker' is not in occupations.yaml. Near: chemi",
    ),
    "occupation of an unknown sector": Edit(
        "occupations.yaml",
        "sectors: [chemistry]",
        "sectors: [chemisty]",
        "occupations.chemikant.sectors.0: 'chemisty' is not in questions.yaml",
    ),
    "occupation with the id of a wish": Edit(
        "occupations.yaml",
        "  chemikant:",
        "  laboratory:",
        "occupations.laboratory: this id is used in questions.yaml",
    ),
    "anchor": Edit(SITE, "place: Halle", "place: &p Halle", "an anchor (&p) is not allowed"),
    "alias": Edit(
        SITE, "district: Halle (Saale)", "district: *p", "an alias (*p) is not allowed: write"
    ),
    "tag that makes an object": Edit(
        SITE,
        "year: 2023",
        "year: !!python/object/apply:os.system [ls]",
        "a tag ('tag:yaml.org,2002:python/object/apply:os.system') is not allowed",
    ),
    "tag that hides a line end": Edit(
        SITE, "place: Halle", "place: !a%0Ab Halle", r"a tag ('!a\nb') is not allowed"
    ),
    "merge key": Edit(
        SITE, "place: Halle", "<<: {a: 1}\nplace: Halle", "<<: this key is not known here"
    ),
    "key that is a list": Edit(
        SITE, "place: Halle", "? [a]\n: b\nplace: Halle", "a key is a word, not a list"
    ),
    "key of two lines": Edit(
        SITE, "place: Halle", '"a\\nb": 1\nplace: Halle', "a key is a word, not a list"
    ),
    "too deep": Edit(
        SITE, "place: Halle (Saale)", f"place: {LEVELS}", "nested deeper than 20 levels"
    ),
    "too many entries": Edit(
        SITE,
        "offers: [training]",
        f"offers: [{'a,' * 50_000}]",
        "more than 50,000 entries in one file",
    ),
    "bracket that is never closed": Edit(
        SITE,
        "sectors: [chemistry]",
        "sectors: [chemistry",
        "not YAML: ",
        "work: [laboratory]",
    ),
    "tab as indentation": Edit(
        SITE, "  latitude: 51.5", "\tlatitude: 51.5", "not YAML: found character that cannot start"
    ),
    "two documents in a file": Edit(
        SITE, "website:", "---\nwebsite:", "not YAML: but found another document"
    ),
    "hidden character": Edit(
        SITE, "Ein erfundener", "Ein\x07erfundener", "holds the control character U+0007"
    ),
    "hidden character, written as an escape": Edit(
        SITE, "Ein erfundener Ort.", r'"Ein\x07"', "summary.de: holds the control character U+0007"
    ),
    "hidden line end": Edit(
        SITE, "Ein erfundener", "Ein\u2028erfundener", "holds the control character U+2028"
    ),
    "schema of another time": Edit(
        "region.yaml", "schema_version: 1", "schema_version: 2", "schema_version: Input should be"
    ),
    "map that looks at another country": Edit(
        "region.yaml", "latitude: 51.", "latitude: 11.", "view.latitude: Input should be greater"
    ),
    "question with a scale of no length": Edit(
        "questions.yaml",
        "{indicator: net_cold_rent, from: 7.0, to: 4.5}",
        "{indicator: net_cold_rent, from: 7.0, to: 7.0}",
        "blocks.2.criteria.0.indicators.0.to: 'from' and 'to' must differ",
    ),
    "question with a scale that is no number": Edit(
        "questions.yaml",
        "{indicator: net_cold_rent, from: 7.0",
        "{indicator: net_cold_rent, from: nan",
        "blocks.2.criteria.0.indicators.0.from: a number is written like 12",
    ),
    "question about an unknown indicator": Edit(
        "questions.yaml",
        "indicator: net_cold_rent",
        "indicator: net_cold_rant",
        "blocks.2.criteria.0.indicators.0.indicator: 'net_cold_rant' is not in indicators.yaml. "
        "Near: net_cold_rent.",
    ),
    "two questions with the same id": Edit(
        "questions.yaml",
        "- id: pharma-biotech",
        "- id: chemistry",
        "blocks: the id 'chemistry' is given twice: in block 'sector'",
        "blocks:",
    ),
    "town far away": Edit(
        "municipalities.yaml", "latitude: 52.126248", "latitude: 0", "municipalities.magdeburg.lat"
    ),
    "table with another header": Edit(
        "indicators.csv", "municipality,indicator", "town,indicator", "the columns are municipality"
    ),
    "table with an open quote in the header": Edit(
        "indicators.csv", "municipality,", '"municipality,', "not CSV: ',' expected after '\"'"
    ),
    "table with an open quote": Edit(
        "indicators.csv", f"\n{FIRST}", '\nmagdeburg,"population,', "not CSV: ", "magdeburg,"
    ),
    "table with an unknown town": Edit(
        "indicators.csv",
        FIRST,
        "magdeborg,population,",
        "municipality: 'magdeborg' is not in municipalities.yaml",
    ),
    "table with an unknown indicator": Edit(
        "indicators.csv",
        FIRST,
        "magdeburg,populace,",
        "indicator: 'populace' is not in indicators.yaml",
    ),
    "table with an unknown source": Edit(
        "indicators.csv", "zensus2022,seen", "zensus,seen", "source: 'zensus' is not in indicators"
    ),
    "table with a value without a source": Edit(
        "indicators.csv", "zensus2022,seen", ",seen", "source: a value names its source, or its"
    ),
    "table with a value given twice": Edit(
        "indicators.csv",
        f"\n{FIRST}",
        f"\n{FIRST}1,Personen,2022,municipality,zensus2022,seen,\n{FIRST}",
        "indicator: ('magdeburg', 'population') is already given in line 2",
        "\n".join([f"{FIRST}2"]),
    ),
    "table with a field too many": Edit(
        "indicators.csv", FIRST, f"x,{FIRST}", "a line has 9 fields"
    ),
    "table with a word where a number is scored": Edit(
        "indicators.csv",
        f"{FIRST}",
        f'{FIRST}"241.517,0",P,2022,municipality,zensus2022,seen,\nhalle,area_km2,',
        "value: '241.517,0' is scored, so it is a number, yes or no",
    ),
    "table with a year that is none": Edit(
        "indicators.csv", "2022-05-15", "15.05.2022", "as_of: String should match pattern"
    ),
}


@pytest.mark.parametrize("edit", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_file_and_line(pack, edit):
    told = apply(pack, edit)

    assert any(fault.startswith(told) for fault in faults_of(pack)), faults_of(pack)


def test_a_mistake_is_told_alone(pack):
    told = apply(pack, MISTAKES["unknown municipality"])

    assert faults_of(pack) == [told]


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (b"id: a\n" + b"#" * 1_000_000, 1, "a file holds at most 1,000,000 bytes"),
        ("id: a\nname: Köthen\n".encode("latin-1"), 2, "a file is written in UTF-8"),
        ("id: a\n".encode("utf-16"), 1, "a file is written in UTF-8"),
        (b"id: a\nname: b\0\n", 2, "holds the control character U+0000"),
        (b"", 1, "a file is a mapping, 'key: value' on each line"),
        (b"# nothing but a comment\n", 1, "a file is a mapping, 'key: value' on each line"),
        (b"- id: a\n", 1, "a file is a mapping, 'key: value' on each line"),
        (b"{" * 900_000, 1, "nested deeper than 20 levels"),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_refused_whole(pack, content, line, told):
    (pack / SITE).write_bytes(content)

    assert f"{pack / SITE}:{line}: {told}" in faults_of(pack)


@pytest.mark.parametrize(
    "name",
    ["questions.yaml", "municipalities.yaml", "indicators.yaml", "indicators.csv", "region.yaml"],
)
def test_a_file_that_is_missing_is_named(pack, name):
    (pack / name).unlink()

    assert f"{pack / name}:1: cannot be read: No such file or directory" in faults_of(pack)


def test_a_region_has_sites(pack):
    shutil.rmtree(pack / "sites")

    assert faults_of(pack) == [f"{pack / 'sites'}:1: a region has at least one site"]


def test_a_site_whose_file_has_another_ending_is_not_left_out_in_silence(pack):
    shutil.copy(pack / SITE, pack / "sites/beispielhausen.yml")

    assert faults_of(pack) == [
        f"{pack / 'sites/beispielhausen.yml'}:1: the name of a site's file ends in .yaml"
    ]


def test_an_indicator_that_is_scored_has_a_value_somewhere(pack):
    table = pack / "indicators.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(line for line in lines if ",net_cold_rent," not in line), "utf-8")

    (fault,) = faults_of(pack)
    assert fault.endswith("'net_cold_rent' has no value in indicators.csv")


def test_ten_thousand_faults_are_told_as_a_hundred_and_at_once(pack):
    site = (pack / SITE).read_text(encoding="utf-8")
    ids = ", ".join(f"wish-{i}" for i in range(40_000))
    (pack / SITE).write_text(site.replace("work: [laboratory]", f"work: [{ids}]"), "utf-8")
    (pack / "indicators.csv").write_text(HEADER + ",,,,,,,,\n" * 90_000, encoding="utf-8")

    told = [Path(fault.partition(":")[0]).name for fault in faults_of(pack)]
    assert told.count("beispielhausen.yaml") == 100
    assert 100 <= told.count("indicators.csv") < 110


def test_all_faults_of_all_files_come_at_once_in_order_with_exit_status_1(pack, capsys):
    names = ["wrong status", "number out of range", "schema of another time"]
    names += ["two questions with the same id", "table with an unknown town"]
    told = [apply(pack, MISTAKES[name]) for name in names]

    status = main(["check", str(pack.parent)])

    *faults, count = capsys.readouterr().out.splitlines()
    assert status == 1
    assert all(fault.startswith(text) for fault, text in zip(faults, sorted(told), strict=True))
    assert count == "1 region packs, 5 problems"


def test_a_pack_without_faults_is_checked_with_exit_status_0(capsys):
    status = main(["check", str(PACK)])

    assert (status, capsys.readouterr().out) == (0, "1 region packs, 0 problems\n")


def test_a_folder_without_a_pack_is_a_fault(tmp_path, capsys):
    status = main(["check", str(tmp_path)])

    assert status == 1
    assert capsys.readouterr().out.startswith(f"{tmp_path}:1: no region pack here")


@pytest.mark.parametrize("postcode", ["06110", "06406", "06886", "'06110'"])
def test_a_postcode_keeps_its_zero(pack, postcode):
    apply(pack, Edit(SITE, "postal_code: 06110", f"postal_code: {postcode}", ""))

    assert load_region(pack).sites[0].address.postal_code == postcode.strip("'")


def test_every_postcode_with_a_zero_is_read_as_it_was_typed(tmp_path):
    postcodes = [f"0{number:04}" for number in range(10_000)]
    path = tmp_path / "a.yaml"
    path.write_text("postcodes:\n" + "".join(f"- {code}\n" for code in postcodes), "utf-8")

    assert read_document(path).data == {"postcodes": postcodes}


@pytest.mark.parametrize("word", ["no", "on", "yes", "null", "~", "1:30", "1e3", "0x1F", "2024-01"])
def test_a_word_stays_the_word_that_was_typed(pack, word):
    apply(pack, Edit(SITE, "Technologiepark Beispielhausen", word, ""))

    assert load_region(pack).sites[0].name == word


texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60).filter(
    lambda text: not re.search("[\ufeff\ufffe\uffff]", text)
)


@law(60)
@given(entries=st.dictionaries(texts.filter(str.isprintable), st.lists(texts), max_size=4))
def test_what_was_written_is_what_is_read(tmp_path_factory, entries):
    path = tmp_path_factory.getbasetemp() / "written.yaml"
    written = yaml.safe_dump(entries, allow_unicode=True, default_style='"')
    path.write_text(written, encoding="utf-8")

    assert read_document(path).data == entries


@pytest.mark.parametrize("name", ["region.yaml", "questions.yaml", SITE, "indicators.csv"])
@pytest.mark.parametrize("change", ["BOM", "CRLF"])
def test_a_file_saved_by_windows_means_the_same(pack, name, change):
    before = load_region(pack)
    raw = (pack / name).read_bytes()
    changed = b"\xef\xbb\xbf" + raw if change == "BOM" else raw.replace(b"\n", b"\r\n")
    (pack / name).write_bytes(changed)

    after = load_region(pack)

    assert after.model_dump(exclude={"observations"}) == before.model_dump(exclude={"observations"})
    assert after.observations.equals(before.observations)


def test_the_line_of_a_fault_counts_empty_lines_and_lines_inside_quotes(pack):
    table = pack / "indicators.csv"
    header, first, second, *rest = table.read_text(encoding="utf-8").splitlines(keepends=True)
    quoted = first.removesuffix("\n") + '"two\nlines"\n'
    wrong = second.replace("magdeburg", "magdeborg")
    table.write_text("".join([header, quoted, "\n", wrong, *rest]), encoding="utf-8")

    (fault,) = faults_of(pack)
    assert fault.startswith(f"{table}:5: municipality: 'magdeborg'")


def test_loading_a_pack_changes_no_file(pack):
    before = {path: path.read_bytes() for path in pack.rglob("*.*")}
    load_region(pack)

    assert {path: path.read_bytes() for path in pack.rglob("*.*")} == before


def test_every_value_of_the_table_is_the_number_that_is_written_there(region):
    with (PACK / "indicators.csv").open(encoding="utf-8", newline="") as file:
        written = [row["value"] for row in csv.DictReader(file)]
    words = {"yes": 1.0, "no": 0.0}

    assert list(region.observations["text"]) == written
    for _, row in region.observations.dropna(subset=["value"]).iterrows():
        assert row["value"] == words.get(row["text"]) or row["value"] == float(row["text"])


ADDRESSES = TypeAdapter(Href)
SCHEMES = ["https:", "http:", "HTTPS:", "javascript:", "data:", "mailto:", "tel:", "file:", ""]
PARTS = ["//", "/", "\\", "@", ":", "?", "#", "%00", "example.org", "[", "]", "a:b@", "…", "<", "'"]
HIDDEN = [" ", "\t", "\n", "\r", "\x00", "\x01", "\x1f", "\x7f", "\x85", "\xa0", "\u2028"]


@law(500)
@given(parts=st.lists(st.sampled_from(SCHEMES + PARTS + HIDDEN), min_size=1, max_size=8))
def test_a_link_that_is_accepted_goes_where_it_says_and_runs_nothing(parts):
    written = "".join(parts)
    try:
        link = ADDRESSES.validate_python(written)
    except ValidationError:
        return

    assert link == written
    assert re.match(r"(https?://[^/@]|mailto:|tel:)", link, re.IGNORECASE)
    assert not re.search(r"[\s<>\"'`\\]", link)
    assert not any(unicodedata.category(character) == "Cc" for character in link)
    assert "@" not in urlsplit(link).netloc
