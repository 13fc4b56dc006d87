"""Packs of real facts in unusual numbers, so that each kind of field comes as often as texts.

``real_pack`` is the pack of Sachsen-Anhalt with one example of what it lacks; in
``many_sites`` and ``many_questions`` its entries are taken apart and repeated.
"""

from copy import deepcopy
from functools import cache
from itertools import cycle, islice

from tests.conftest import PACK
from tests.hostile_examples import URL, contact, person, photo, support
from tests.hostile_pack import Data, Pack, read_pack

EVIDENCE = ("sector", "work")
KEPT = 3  # criteria of each block, in a pack of many sites


@cache
def _read() -> Pack:
    return read_pack(PACK)


def real_pack() -> Pack:
    """Return the pack of Sachsen-Anhalt, with an example of all that it lacks."""
    pack = deepcopy(_read())
    profile = pack.files["region.yaml"]
    profile["contacts"] = [contact()]
    profile["dominance"] = {"site": next(iter(pack.sites)), "up_to": "0.5", "reason": "x"}
    pack.files.update(support(1))
    _leave_out_unknown_sectors(pack)
    for i, site in enumerate(pack.sites.values()):
        source = next(iter(site["sources"]))
        site.setdefault("portraits", []).append(person(i, source))
        site["photos"] = [photo()]
        for employer in site["employers"]:
            employer["careers"] = {"url": URL}
    return pack


def many_sites(count: int, homes: int = 3) -> Pack:
    """Return small sites, each in a town of its own, with one entry of every kind.

    ``homes`` is how many places there are to compare with.
    """
    real = real_pack()
    lists = {key for site in real.sites.values() for key, v in site.items() if _is_records(v)}
    pools = {key: _pool(real, key) for key in lists}
    labels = real.files["occupations.yaml"]["occupations"]
    ids = list(islice(labels, count))
    pack = Pack(
        {
            **real.files,
            "questions.yaml": _fewer_questions(real.files["questions.yaml"]),
            "occupations.yaml": _own_sources(_fewer_occupations(real, ids)),
            "municipalities.yaml": {"municipalities": {}},
            "portraits.yaml": _portraits(real, ids),
            **support(count),
        },
        {},
        [],
        {},
    )
    pack.files["region.yaml"].pop("dominance")
    pack.files["region.yaml"]["example"] = "&".join(
        f"{block['id']}={block['criteria'][0]['id']}"
        for block in pack.files["questions.yaml"]["blocks"]
    )
    del pack.files["cases.yaml"]
    towns = real.files["municipalities.yaml"]["municipalities"]
    scored = _scored(pack.files["questions.yaml"])
    kept = {b["id"]: b["criteria"][0]["id"] for b in pack.files["questions.yaml"]["blocks"]}
    for i, base in zip(range(count), cycle(real.sites.values())):
        site = {key: deepcopy(value) for key, value in base.items() if key != "neighbours"}
        for key, pool in pools.items():
            site[key] = [deepcopy(pool[i % len(pool)])]
        site["portraits"] = [person(i, "S1")]
        site["photos"] = [photo()]
        for key in ("employers", "institutes"):
            organisation = site[key][0]
            organisation |= {"id": f"{key}-{i}", "website": {"url": URL}, "careers": {"url": URL}}
            organisation["employees"] = {"value": "10", "source": "S1"}
            organisation["occupations"] = [_label(labels[ids[i % len(ids)]])]
            organisation |= {"sectors": [kept["sector"]], "work": [kept["work"]]}
        site["sectors"][0]["id"] = kept["sector"]
        site["work"][0]["id"] = kept["work"]
        source = next(iter(base["sources"].values()))
        site |= {"id": f"site-{i}", "municipality": f"town-{i}", "website": {"url": URL}}
        site = _read_in_one_source(site) | {"sources": {"S1": source}}
        pack.sites[site["id"]] = site
        place = {"latitude": f"{48 + i % 15 * 0.45:.2f}", "longitude": f"{6 + i // 15 * 0.6:.2f}"}
        site["position"] |= place  # far from the others
        town = towns[base["municipality"]] | place
        pack.files["municipalities.yaml"]["municipalities"][f"town-{i}"] = town
        pack.rows.extend(
            row | {"municipality": f"town-{i}"}
            for row in real.rows
            if row["municipality"] == base["municipality"] and row["indicator"] in scored
        )
    pack.home.update(_homes(real, homes, min(scored)))
    return pack


def many_questions(count: int) -> Pack:
    """Return one site, and many blocks of questions, indicators, contacts and portraits."""
    real = real_pack()
    name, site = next(iter(real.sites.items()))
    defined = cycle(real.files["indicators.yaml"]["indicators"].values())
    sources = cycle(real.files["indicators.yaml"]["sources"].values())
    town, row = site["municipality"], real.rows[0]
    blocks = [block for block in real.files["questions.yaml"]["blocks"] if block["id"] in EVIDENCE]
    living = _block(real, "living")
    points = next(c["distance"] for c in living["criteria"] if "distance" in c)
    labels = {key: living[key] for key in ("label", "question", "help", "icon")}
    for i in range(count):
        indicator = {"indicator": f"indicator_{i}", "from": "0", "to": "200000"}
        criteria = [
            {**labels, "id": f"indicator-{i}", "indicators": [indicator]},
            {**labels, "id": f"distance-{i}", "distance": points},
        ]
        for criterion in criteria:
            del criterion["question"]
        blocks.append({**labels, "id": f"block-{i}", "rule": "each-of", "criteria": criteria})
    indicators = {f"indicator_{i}": next(defined) for i in range(count)}
    ids = list(islice(real.files["occupations.yaml"]["occupations"], count))
    for organisation in (*site.get("employers", ()), *site.get("institutes", ())):
        organisation.pop("occupations", None)
    files = {
        **real.files,
        "questions.yaml": {"blocks": blocks},
        "indicators.yaml": {
            "indicators": indicators,
            "sources": {f"q{i}": next(sources) for i in range(count)},
        },
        "occupations.yaml": _fewer_occupations(real, ids),
        "portraits.yaml": _portraits(real, ids),
    }
    files["region.yaml"]["contacts"] = [contact() for _ in range(count)]
    files["region.yaml"]["example"] = "block-1=indicator-1,distance-1"
    del files["cases.yaml"]
    row = row | {"municipality": town, "as_of": "2020"}
    rows = [row | {"indicator": f"indicator_{i}", "source": f"q{i}"} for i in range(count)]
    return Pack(files, {name: site}, rows, real.home)


def _leave_out_unknown_sectors(pack: Pack) -> None:
    """The shared list of occupations speaks of more sectors than the region asks for."""
    blocks = pack.files["questions.yaml"]["blocks"]
    known = {criterion["id"] for block in blocks for criterion in block["criteria"]}
    for entry in pack.files["occupations.yaml"]["occupations"].values():
        for key in ("sectors", "work"):
            entry[key] = [name for name in entry.get(key, ()) if name in known]


def _homes(real: Pack, count: int, indicator: str) -> dict[str, Data]:
    """Return places to compare with, with one figure each, read in a source of its own."""
    cities = cycle(real.home["cities.csv"])
    sources = cycle(real.home["sources.yaml"]["sources"].values())
    row = {**real.home["indicators.csv"][0], "indicator": indicator, "value": "8"}
    return {
        "cities.csv": [next(cities) | {"id": f"city-{i}"} for i in range(count)],
        "indicators.csv": [row | {"city": f"city-{i}", "source": f"q{i}"} for i in range(count)],
        "sources.yaml": {"sources": {f"q{i}": next(sources) for i in range(count)}},
    }


def _portraits(real: Pack, occupations: list[str]) -> Data:
    """Return a portrait of each occupation, every other one with a consent."""
    source = next(iter(real.files["portraits.yaml"]["sources"].values()))
    portraits = [
        person(i, f"q{i}") | {"kind": "occupation", "id": f"of-{i}", "occupation": occupation}
        for i, occupation in enumerate(occupations)
    ]
    return {"sources": {f"q{i}": source for i in range(len(portraits))}, "portraits": portraits}


def _fewer_occupations(real: Pack, ids: list[str]) -> Data:
    data = real.files["occupations.yaml"]
    kept = {name: dict(data["occupations"][name], sectors=[], work=[]) for name in ids}
    return {**data, "occupations": kept}


def _own_sources(data: Data) -> Data:
    """Give each occupation a source of its own."""
    sources = {f"q{i}": data["sources"][entry["source"]] for i, entry in _numbered(data)}
    entries = {name: dict(data["occupations"][name]) for name in data["occupations"]}
    for i, entry in enumerate(entries.values()):
        entry["source"] = f"q{i}"
    return {**data, "sources": sources, "occupations": entries}


def _numbered(data: Data) -> list[tuple[int, Data]]:
    return list(enumerate(data["occupations"].values()))


def _fewer_questions(data: Data) -> Data:
    return {
        "blocks": [
            block if block["id"] in EVIDENCE else {**block, "criteria": _some(block["criteria"])}
            for block in data["blocks"]
        ]
    }


def _some(criteria: list[Data]) -> list[Data]:
    """Return a few criteria, of both ways to score."""
    by_distance = [criterion for criterion in criteria if "distance" in criterion]
    others = [criterion for criterion in criteria if "distance" not in criterion]
    return [*by_distance[:1], *others[: KEPT - 1]]


def _scored(questions: Data) -> set[str]:
    return {
        entry["indicator"]
        for block in questions["blocks"]
        for criterion in block["criteria"]
        for entry in criterion.get("indicators", ())
    }


def _block(pack: Pack, name: str) -> Data:
    return next(b for b in pack.files["questions.yaml"]["blocks"] if b["id"] == name)


def _pool(pack: Pack, key: str) -> list[Data]:
    """Return the entries of all sites that are shown."""
    entries = [entry for site in pack.sites.values() for entry in site.get(key, ())]
    return [entry for entry in entries if entry.get("status") != "closed"]


def _is_records(value: Data) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _label(entry: Data) -> str:
    label = entry["label"]
    return str(label if isinstance(label, str) else label["de"])


def _read_in_one_source(value: Data) -> Data:
    """Return the same facts, all read in the source S1."""
    if isinstance(value, list):
        return [_read_in_one_source(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    found = {key: _read_in_one_source(entry) for key, entry in value.items() if key != "sources"}
    if "source" in value:
        found["source"] = "S1"
    if "sources" in value:
        found["sources"] = ["S1"]
    return found
