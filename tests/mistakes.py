"""Mistakes that an editor of a pack makes, and what is told of each."""

from pathlib import Path
from typing import NamedTuple

from tests.invented_pack import SITE

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
