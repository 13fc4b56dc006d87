"""What packs share: asked for by an id, told at the line that asks, the same as written out."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from matcher.catalogue import make_catalogue
from matcher.model.occupations import Occupations
from matcher.model.questions import Block, Questions
from matcher.pack import load_region
from matcher.pack.document import read_document
from matcher.pack.records import make_record
from matcher.pack.shared import SharedCriteria, fitting_occupations, own_or_shared
from tests.laws import law
from tests.packs import SHARED, questions_written_out, with_shared
from tests.starter import change, faults_of, new_pack

CRITERIA = make_record(read_document(SHARED / "questions.yaml"), SharedCriteria).criteria
OCCUPATIONS = make_record(read_document(SHARED / "occupations.yaml"), Occupations)
EVIDENCE = [criterion for criterion in CRITERIA if criterion.kind == "evidence"]
ASKS = "      - shared: mid-sized-company\n"


@pytest.fixture
def pack(tmp_path) -> Path:
    return new_pack(tmp_path)


def asking(criteria) -> Questions:
    """Questions of one block with some of the shared criteria."""
    words = {"label": "Alles", "question": "Was?", "help": "Alles.", "icon": "work"}
    return Questions(blocks=(Block(id="any", rule="each-of", criteria=tuple(criteria), **words),))


# ---- criteria


def test_a_pack_written_out_scores_the_same_as_one_that_shares(tmp_path, region, catalogue):
    written = with_shared(tmp_path)
    text = questions_written_out()
    assert "\n      - shared:" not in text
    (written / "questions.yaml").write_text(text, encoding="utf-8")

    alone = load_region(written)
    found = make_catalogue(alone)

    assert alone.questions == region.questions
    np.testing.assert_array_equal(found.sites.fits_, catalogue.sites.fits_)
    np.testing.assert_array_equal(found.employers.fits_, catalogue.employers.fits_)


MISTAKES = {
    "a typo": (
        "      - shared: mid-sised-kompany\n",
        "'mid-sised-kompany' is not in {shared}/questions.yaml. Near: mid-sized-company.",
    ),
    "nothing like it": (
        "      - shared: quidditch\n",
        "'quidditch' is not in {shared}/questions.yaml.",
    ),
    "nothing": ("      - shared:\n", "'' is not in {shared}/questions.yaml."),
    "a list": ("      - shared: [x]\n", "['x'] is not in {shared}/questions.yaml."),
    "a label of its own": (
        "      - shared: mid-sized-company\n        label: Mittelstand\n",
        "a shared criterion says nothing but its id",
    ),
    "an id of its own": (
        "      - shared: mid-sized-company\n        id: middle\n",
        "a shared criterion says nothing but its id",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_at_the_line_of_the_pack_that_asks(pack, name):
    new, told = MISTAKES[name]

    line = change(pack / "questions.yaml", ASKS, new)

    shared = pack.parent / "shared"
    assert faults_of(pack)[0] == (
        f"{pack / 'questions.yaml'}:{line}: blocks.1.criteria.0.shared: "
        f"{told.format(shared=shared)}"
    )


def test_all_mistakes_of_a_file_are_told_at_once(pack):
    path = pack / "questions.yaml"
    lines = [
        change(path, "- shared: health-social-care", "- shared: health"),
        change(path, ASKS, "      - {shared: mid-sized-company, icon: work}\n"),
        change(path, "- shared: small-town", "- shared: small-twon"),
    ]

    told = [fault.split(": ")[0] for fault in faults_of(pack)]

    assert told == [f"{path}:{line}" for line in lines]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "label: {de: Chemie, en: Chemistry}",
            "label: {en: Chemistry}",
            "label: a text needs the language 'de'. Got: ['en']",
        ),
        (
            "label: {de: Chemie,",
            "colour: x\n    label: {de: Chemie,",
            "colour: this key is not known",
        ),
    ],
)
def test_a_fault_of_the_shared_file_is_told_with_its_own_path_and_line(pack, old, new, told):
    path = pack.parent / "shared" / "questions.yaml"

    line = change(path, old, new)

    (fault,) = faults_of(pack)
    assert fault.startswith(f"{path}:{line}: criteria.0.{told}")


def test_two_shared_criteria_of_one_id_are_told_in_the_shared_file(pack):
    path = pack.parent / "shared" / "questions.yaml"

    line = change(path, "- id: plastics-materials\n", "- id: chemistry\n")

    assert faults_of(pack) == [f"{path}:{line}: criteria.1.id: 'chemistry' is given twice"]


def test_a_pack_that_shares_nothing_needs_no_shared_folder(tmp_path):
    pack = new_pack(tmp_path)
    path = pack / "questions.yaml"
    own = "- {id: own, label: Eigenes, help: Etwas Eigenes., icon: work}"
    text = path.read_text(encoding="utf-8")
    for name in ("health-social-care", "small-town"):
        text = text.replace(f"- shared: {name}", own.replace("own", f"own-{name}"))
    for name in ("mechanical-engineering-automation", "mid-sized-company", "training-company"):
        text = text.replace(f"- shared: {name}", own.replace("own", name))
    path.write_text(text, encoding="utf-8")
    shutil.copy(pack.parent / "shared" / "indicators.yaml", pack)
    shutil.rmtree(pack.parent / "shared")

    assert len(load_region(pack).sites) == 1


def test_without_the_shared_folder_it_is_told_which_file_is_missing(pack):
    shutil.rmtree(pack.parent / "shared")

    assert f"{pack.parent / 'shared' / 'questions.yaml'}:1: cannot be read: No such" in "\n".join(
        faults_of(pack)
    )


def test_what_a_shared_criterion_lacks_in_the_pack_is_told_where_the_pack_asks_for_it(pack):
    table = pack / "indicators.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in rows if ",population_density," not in row]
    assert len(kept) == len(rows) - 1
    table.write_text("".join(kept), encoding="utf-8")
    line = change(pack / "questions.yaml", "- shared: small-town", "- shared:   small-town")

    (fault,) = faults_of(pack)

    assert fault.startswith(f"{pack / 'questions.yaml'}:{line}: blocks.2.criteria.0.indicators.")
    assert fault.endswith(".indicator: 'population_density' has no value in indicators.csv")


# ---- files


def test_a_pack_without_a_file_of_its_own_has_the_shared_one_and_its_own_goes_before(pack):
    shared = pack.parent / "shared"
    for name in ("indicators.yaml", "occupations.yaml"):
        assert own_or_shared(pack, name) == shared / name
    before = load_region(pack).definitions.indicators["population"].label["de"]

    shutil.copy(shared / "indicators.yaml", pack)
    change(pack / "indicators.yaml", f"label: {before}\n", "label: Leute\n")

    assert own_or_shared(pack, "indicators.yaml") == pack / "indicators.yaml"
    assert load_region(pack).definitions.indicators["population"].label["de"] == "Leute"


@pytest.mark.parametrize("name", ["questions.yaml", "region.yaml", "municipalities.yaml"])
def test_what_only_a_pack_can_say_is_missed_in_the_pack(pack, name):
    (pack / name).unlink()
    (pack.parent / "shared" / name).write_text("id: x\n", encoding="utf-8")

    assert f"{pack / name}:1: cannot be read: No such file or directory" in faults_of(pack)


# ---- occupations


@pytest.mark.parametrize("at", ["an occupation", "their block"])
def test_a_criterion_of_the_pack_never_takes_the_id_of_an_occupation(pack, at):
    occupations = load_region(pack).occupations.occupations
    name = next(iter(occupations)) if at == "an occupation" else "occupation"
    own = f"      - {{id: {name}, label: Eigenes, help: Etwas Eigenes., icon: work}}\n"

    line = change(pack / "questions.yaml", ASKS, ASKS + own) + 1

    assert faults_of(pack) == [
        f"{pack / 'questions.yaml'}:{line}: blocks.1.criteria.1.id: "
        f"{name!r} is taken by the occupations"
    ]


@law(40)
@given(
    criteria=some.lists(some.sampled_from(EVIDENCE), min_size=1, unique_by=lambda c: c.id),
    at_sites=some.booleans(),
)
def test_of_a_shared_list_stays_what_leads_somewhere_or_is_listed_here(region, criteria, at_sites):
    asked = {criterion.id for criterion in criteria}
    sites = list(region.sites) if at_sites else []
    listed = {
        title.casefold()
        for site in sites
        for organisation in (*site.employers, *site.institutes)
        for title in organisation.occupations
    }

    kept = fitting_occupations(OCCUPATIONS, asking(criteria), sites)

    for name, entry in OCCUPATIONS.occupations.items():
        here = not listed.isdisjoint(title.casefold() for title in entry.titles)
        wanted = here or not entry.sectors or not asked.isdisjoint(entry.sectors)
        assert (name in kept.occupations) == wanted, name
        if wanted:
            found = kept.occupations[name]
            assert found.sectors == tuple(sector for sector in entry.sectors if sector in asked)
            assert found.work == tuple(tag for tag in entry.work if tag in asked)
            assert found.titles == entry.titles
    assert fitting_occupations(kept, asking(criteria), sites) == kept


def test_a_region_that_no_shared_occupation_concerns_has_none_to_search(pack):
    change(pack / "questions.yaml", "      - shared: mechanical-engineering-automation\n", "")
    change(pack / "sites/musterstadt.yaml", "[mechanical-engineering-automation]", "[]")
    change(
        pack / "sites/musterstadt.yaml",
        "sectors:\n  - {id: mechanical-engineering-automation, level: present}\n",
        "",
    )

    region = load_region(pack)

    assert region.occupations is None
    assert [block.id for block in region.questions.blocks] == ["sector", "work", "living"]


def test_nothing_is_left_out_where_everything_is_asked():
    assert fitting_occupations(OCCUPATIONS, asking(EVIDENCE), []) == OCCUPATIONS
