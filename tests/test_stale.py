"""What has grown old: which facts are listed, by which date, and what is never listed."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from matcher.commands import main
from matcher.model.support import Measure, Measures, Support
from matcher.pack import load_region
from matcher.stale import stale
from matcher.support import last_day
from tests.conftest import PACK
from tests.laws import law
from tests.starter import change, new_pack

TODAY = date(2026, 5, 17)
EVER = date(2199, 12, 31)  # when everything that has a date is old
SITE = "sites/musterstadt.yaml"
ONE_FACT = ("address", "position", "operator", "award")
MANY_FACTS = ("focus", "work", "figures", "living")


@pytest.fixture
def pack(tmp_path) -> Path:
    return new_pack(tmp_path)


def dates_by_hand(path: Path) -> dict[str, date]:
    """Every place of a site's file that has a date, read without the library's records."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    sources = data["sources"]
    facts = {key: data[key] for key in ONE_FACT if key in data}
    facts |= {f"{key}[{i}]": fact for key in MANY_FACTS for i, fact in enumerate(data.get(key, []))}
    several = {}
    for kind in ("employers", "institutes", "portraits"):
        for i, entry in enumerate(data.get(kind, [])):
            several[f"{kind}[{i}]"] = [sources[s].get("date") for s in entry.get("sources", [])]
            if "employees" in entry:
                facts[f"{kind}[{i}].employees"] = entry["employees"]
    found = {
        place: [fact.get("as_of") or sources.get(fact.get("source"), {}).get("date")]
        for place, fact in facts.items()
    }
    return {
        f"{data['id']}.{place}": max(last_day(when) for when in dates if when)
        for place, dates in (found | several).items()
        if any(dates)
    }


def test_every_fact_with_a_date_is_listed_with_it_and_nothing_else_is(region):
    expected: dict[str, date] = {}
    for site in region.sites:
        expected |= dates_by_hand(PACK / "sites" / f"{site.id}.yaml")
    assert len(expected) > 100

    listed = {
        entry.place: entry.last
        for entry in stale(region, EVER, 0)
        if not entry.place.startswith("measures.")
    }

    assert listed == expected


@law(30)
@given(today=some.dates(date(2015, 1, 1), date(2040, 1, 1)), years=some.integers(0, 20))
def test_only_what_is_older_is_listed_the_oldest_first(region, today, years):
    found = stale(region, today, years)
    limit = date.fromordinal(today.toordinal() - round(years * 365.25))

    assert all(entry.last < limit for entry in found if entry.reason == "not seen since")
    assert all(one.last <= other.last for one, other in pairwise(found))
    assert set(stale(region, today, years + 1)) <= set(found)


def test_everything_that_is_listed_says_what_it_is(region):
    assert all(entry.what for entry in stale(region, EVER, 0))


def test_a_fact_counts_from_its_own_day_and_else_from_that_of_its_source(pack):
    change(
        pack / SITE, "sources: {}", 'sources:\n  S1: {title: Q, url: "https://a.de", date: 2020}'
    )
    change(
        pack / SITE,
        "operator: {name: Stadt Musterstadt, confidence: unverified}",
        "operator: {name: Stadt Musterstadt, source: S1}\n"
        "award: {title: T, awarded_by: Land, year: 2019, source: S1, as_of: 2023-02}",
    )

    found = stale(load_region(pack), TODAY, 0)

    assert [(entry.place, entry.last) for entry in found] == [
        ("musterstadt.operator", date(2020, 12, 31)),
        ("musterstadt.award", date(2023, 2, 28)),
    ]


def test_an_employer_counts_from_the_newest_of_its_sources(pack):
    change(
        pack / SITE,
        "sources: {}",
        'sources:\n  S1: {title: Q, url: "https://a.de", date: 2018}\n'
        '  S2: {title: Q, url: "https://b.de", date: 2022-06-01}\n'
        '  S3: {title: Q, url: "https://c.de"}',
    )
    change(pack / SITE, "    size: medium\n    confidence: unverified", "    sources: [S1, S2, S3]")

    (entry,) = stale(load_region(pack), TODAY, 0)

    assert (entry.place, entry.what) == ("musterstadt.employers[0]", "Muster Maschinen GmbH")
    assert (entry.last, entry.reason) == (date(2022, 6, 1), "not seen since")
    assert stale(load_region(pack), date(2025, 6, 1), 3) == []
    assert len(stale(load_region(pack), date(2025, 6, 2), 3)) == 1


def test_what_cannot_be_dated_is_not_listed(pack):
    assert stale(load_region(pack), EVER, 0) == []


@pytest.mark.parametrize(
    ("status", "ends", "listed"),
    [
        ("running", "2026-05-16", True),
        ("running", "2026-05-17", False),
        ("unconfirmed", "2026-04", True),
        ("planned", "2025", True),
        ("ended", "2020", False),
        ("running", None, False),
    ],
)
def test_an_offer_that_is_over_is_listed_whatever_its_age_unless_it_says_so(
    region, status, ends, listed
):
    offer = Measure(
        id="kurs", topics=("training",), title="Kurs", kind="offer", carrier="Verein",
        description="Hilft.", confidence="unverified", status=status, ends=ends,
    )  # fmt: skip
    support = Support(measures=Measures(measures=(offer,)))

    found = stale(region.model_copy(update={"support": support}), TODAY, 99)

    told = [
        (entry.place, entry.what, entry.last, entry.reason)
        for entry in found
        if entry.reason != "not seen since"
    ]
    assert told == ([("measures.kurs", "Kurs", last_day(ends), "has ended on")] if listed else [])


# ---- the command


@pytest.fixture
def run(pack, capsys):
    """Run ``stale`` on a pack with one old fact; return status, output and complaint."""
    change(
        pack / SITE, "sources: {}", 'sources:\n  S1: {title: Q, url: "https://a.de", date: 2020}'
    )
    old = "operator: {name: Stadt Musterstadt, confidence: unverified}"
    change(pack / SITE, old, "operator: {name: Stadt Musterstadt, source: S1}")

    def call(*arguments):
        capsys.readouterr()
        options = ("--region", pack.name, "--data", str(pack.parent))
        return main(["stale", *arguments, *options]), *capsys.readouterr()

    return call


def test_the_command_lists_and_counts_and_that_is_no_fault(run):
    assert run() == (
        0,
        "not seen since 2020-12-31  musterstadt.operator: Stadt Musterstadt\n"
        "1 to look up again\n",
        "",
    )  # fmt: skip
    assert run("--older-than", "99y") == (0, "0 to look up again\n", "")


def test_the_command_answers_programs_with_json(run):
    status, out, complaint = run("--format", "json")

    assert (status, complaint) == (0, "")
    assert json.loads(out) == [
        {
            "place": "musterstadt.operator",
            "what": "Stadt Musterstadt",
            "last": "2020-12-31",
            "reason": "not seen since",
        }
    ]


@pytest.mark.parametrize("years", ["3", "y", "-1y", "3 years", "1000y", "３y"])
def test_an_age_that_is_none_is_told(run, capsys, years):
    with pytest.raises(SystemExit) as caught:
        run(f"--older-than={years}")

    assert caught.value.code == 2
    assert f"a number of years such as 3y. Got {years!r}" in capsys.readouterr().err
