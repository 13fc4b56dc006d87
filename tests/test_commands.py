"""What a script may rely on: the commands, what they print and how they end."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stdout

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.commands import main
from matcher.exports.table import aligned_text, csv_text
from tests.conftest import ROOT
from tests.laws import law
from tests.packs import with_shared

WISHES = "sector=chemistry,pharma-biotech&work=laboratory&living=near-water:2,world-heritage:must"
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
IDS = {
    "sector": """
        chemistry plastics-materials pharma-biotech medical-technology bioeconomy-agriculture food
        mechanical-engineering-automation automotive-mobility energy-hydrogen
        recycling-circular-economy it-software microelectronics-photovoltaics media-creative
        logistics research-science business-services glass-minerals pulp-paper""",
    "work": """
        large-industry mid-sized-company startup research-institute university-campus laboratory
        production-plant office shift-work international-team family-business training-company
        campus-with-incubator corporate-group service-provider media-studio""",
    "living": """
        city-life small-town affordable-rent green-surroundings near-water near-mountains culture
        world-heritage childcare schools-nearby doctors-nearby shops-nearby long-distance-trains
        local-transport motorway near-leipzig near-berlin student-life fast-internet
        higher-wages""",
}


@pytest.fixture
def run(capsys):
    """Run a command in this process; return its status, its output and its complaint."""

    def call(*arguments):
        status = main(arguments)
        return status, *capsys.readouterr()

    return call


@pytest.fixture(scope="module")
def ranking():
    """The ranking for WISHES as JSON, read back."""
    with redirect_stdout(io.StringIO()) as out:
        assert main(["rank", WISHES, "--format", "json"]) == 0
    return json.loads(out.getvalue())


@pytest.fixture
def small_pack(tmp_path):
    """A folder with a copy of the pack that has two of its sites."""
    ignored = shutil.ignore_patterns("[!mf]*-*.yaml")
    return with_shared(tmp_path, ignored)


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_ranking_as_json_has_these_keys_and_no_others(ranking):
    assert list(ranking) == ["region", "wishes", "sites", "employers"]
    assert (ranking["region"], ranking["wishes"]) == ("sachsen-anhalt", WISHES)
    for site in ranking["sites"]:
        assert list(site) == [
            "rank", "id", "name", "score", "band", "coverage", "excluded_by",
            "first_share", "top3_share", "contributions",
        ]  # fmt: skip
        assert [part["criterion"] for part in site["contributions"]] == [
            "chemistry", "pharma-biotech", "laboratory", "near-water", "world-heritage"
        ]  # fmt: skip
        for part in site["contributions"]:
            assert list(part) == ["block", "criterion", "fit", "weight", "contribution"]
    for employer in ranking["employers"]:
        assert list(employer) == ["rank", "id", "name", "site", "score", "status"]


def test_a_condition_excludes_sites_and_hides_none(ranking, region):
    missed = [site["excluded_by"] for site in ranking["sites"]]

    assert {site["id"] for site in ranking["sites"]} == {site.id for site in region.sites}
    assert len(ranking["sites"]) == 13
    assert ["world-heritage"] in missed
    assert missed == sorted(missed)  # those that meet it come first
    assert {employer["id"] for employer in ranking["employers"]} == {
        organisation.id for site in region.sites for organisation in site.organisations
    }


def test_a_score_is_the_sum_of_its_contributions(ranking):
    for site in ranking["sites"]:
        parts = [part["contribution"] for part in site["contributions"]]
        assert site["score"] == pytest.approx(sum(parts), abs=1e-9)


def test_a_value_that_is_not_known_is_null_and_never_a_number(run, small_pack):
    table = small_pack / "indicators.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("halle,car_min_motorway,")]
    table.write_text("".join(kept), encoding="utf-8")

    _, out, _ = run("rank", "living=motorway", "--data", str(small_pack), "--format", "json")
    fits = {
        site["id"]: (site["contributions"][0]["fit"], site["coverage"])
        for site in json.loads(out)["sites"]
    }

    assert fits["mmz-mitteldeutsches-multimediazentrum"] == (None, 0.0)
    assert fits["forschungscampus-stimulate"][1] == 1.0


def test_a_ranking_as_csv_lists_all_sites_with_these_columns(run):
    status, out, complaint = run("rank", WISHES, "--format", "csv")
    rows = rows_of(out)

    assert (status, complaint) == (0, "")
    assert list(rows[0]) == ["rank", "id", "name", "score", "band", "coverage", "excluded_by"]
    assert len(rows) == 13
    assert rows[0]["rank"] == "1"
    assert {row["excluded_by"] for row in rows} == {"", "world-heritage"}


def test_a_ranking_as_a_table_has_a_head_and_a_line_for_each_site(run, region):
    status, out, complaint = run("rank", WISHES)
    head, *lines = out.splitlines()

    assert (status, complaint) == (0, "")
    assert head.split() == ["rank", "id", "name", "score", "band", "coverage", "excluded_by"]
    assert {line.split()[1] for line in lines} == {site.id for site in region.sites}


def test_the_ids_of_wishes_are_these(run):
    status, out, complaint = run("criteria", "--format", "json")
    blocks = json.loads(out)["blocks"]
    ids = {block["id"]: [criterion["id"] for criterion in block["criteria"]] for block in blocks}

    assert (status, complaint) == (0, "")
    assert list(ids) == ["sector", "work", "living"]
    for block, expected in IDS.items():
        assert sorted(ids[block]) == sorted(expected.split())


def test_the_ids_of_wishes_are_listed_with_their_german_names(run):
    status, out, _ = run("criteria")
    lines = [line.split() for line in out.splitlines()]

    assert status == 0
    assert lines[0] == ["block", "id", "label", "kind"]
    assert ["sector", "chemistry", "Chemie", "evidence"] in lines
    assert len(lines) == 1 + sum(len(ids.split()) for ids in IDS.values())


def test_a_wrong_wish_is_told_in_one_line_with_the_nearest_ids_and_nothing_else(run):
    status, out, complaint = run("rank", "sector=chemisty&livin=culture", "--format", "json")

    assert (status, out) == (2, "")
    assert complaint == (
        "“livin” is not a block of questions. → living "
        "“chemisty” is not a known wish. → chemistry\n"
    )


@pytest.mark.parametrize("command", [["rank", "sector=food"], ["criteria"]])
def test_an_unknown_region_is_told_in_one_line_with_those_there_are(run, command):
    status, out, complaint = run(*command, "--region", "sachsen")

    assert (status, out) == (2, "")
    known = "mittelsachsen, sachsen-anhalt, meissen"
    assert complaint == f"There is no region 'sachsen'. Known: {known}\n"


def test_a_region_with_faults_is_not_ranked_and_its_faults_are_told(run, small_pack):
    (small_pack / "region.yaml").write_text("id: x\n", encoding="utf-8")

    status, out, complaint = run("rank", "", "--data", str(small_pack.parent))

    assert (status, out) == (1, "")
    assert complaint.startswith(f"{small_pack / 'region.yaml'}:1: ")


@pytest.mark.parametrize("arguments", [[], ["fly"], ["rank"], ["rank", "", "--format", "xml"]])
def test_a_wrong_command_line_ends_with_status_2_and_says_what_is_right(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m matcher")


def test_the_commands_run_from_a_shell():
    command = [sys.executable, "-m", "matcher", "rank", "sector=food", "--format", "csv"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)

    assert len(rows_of(done.stdout.decode("utf-8"))) == 13
    assert done.stderr == b""


def test_a_name_that_a_spreadsheet_would_run_is_inert(run, small_pack):
    site = small_pack / "sites" / "mmz-mitteldeutsches-multimediazentrum.yaml"
    text = site.read_text(encoding="utf-8")
    evil = """name: '=HYPERLINK("http://example.org","MMZ")'"""
    site.write_text(text.replace("name: MMZ Mitteldeutsches Multimediazentrum", evil, 1), "utf-8")

    _, out, _ = run("rank", "", "--data", str(small_pack), "--format", "csv")

    assert '\'=HYPERLINK("http://example.org","MMZ")' in [row["name"] for row in rows_of(out)]


cells = st.text(max_size=20) | st.builds(str.__add__, st.sampled_from(FORMULAS), st.text())


@law(300)
@given(row=st.lists(cells, min_size=2, max_size=3))
def test_every_text_of_a_csv_is_inert_and_otherwise_unchanged(row):
    (read,) = csv.reader(io.StringIO(csv_text(["name"], [row]).partition("\r\n")[2], newline=""))

    for cell, written in zip(row, read, strict=True):
        assert not written.startswith(FORMULAS)
        assert written.replace("'", "") == cell.replace("'", "")
        assert written.count("'") - cell.count("'") <= len(re.findall(r"[=+\-@＝＋－＠]", cell)) + 1


def test_the_columns_of_a_table_stand_below_each_other():
    text = aligned_text(("rank", "name"), [(1, "Leuna"), (10, "Zeitz")])

    assert text == "rank  name\n   1  Leuna\n  10  Zeitz"
