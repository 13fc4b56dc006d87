"""What an editor of a region pack may rely on: every mistake is told, with file and line."""

import shutil
from pathlib import Path

import pytest

from matcher.commands import main
from matcher.pack import load_region
from tests.conftest import PACK
from tests.invented_pack import BEISPIELHAUSEN, SITE, faults_of
from tests.mistakes import HEADER, MISTAKES, apply


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


def test_the_line_of_a_fault_counts_empty_lines_and_lines_inside_quotes(pack):
    table = pack / "indicators.csv"
    header, first, second, *rest = table.read_text(encoding="utf-8").splitlines(keepends=True)
    quoted = first.removesuffix("\n") + '"two\nlines"\n'
    wrong = second.replace("magdeburg", "magdeborg")
    table.write_text("".join([header, quoted, "\n", wrong, *rest]), encoding="utf-8")

    (fault,) = faults_of(pack)
    assert fault.startswith(f"{table}:5: municipality: 'magdeborg'")
