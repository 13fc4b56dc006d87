"""What an editor may rely on when a pack is broken by accident: it loads, or says where."""

import random
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from matcher.catalogue import make_catalogue
from matcher.errors import PackError
from matcher.pack import load_region
from matcher.pack.document import read_document
from matcher.ranking import rank
from matcher.wishes import parse_wishes
from tests.conftest import PACK
from tests.packs import SHARED, questions_written_out

SITES = (
    "sites/mmz-mitteldeutsches-multimediazentrum.yaml",
    "sites/forschungscampus-stimulate.yaml",
)
TOWNS = ("municipality,", "halle,", "magdeburg,")
NOISE = "\0\t\x07\u2028[]{}:#&*!|>'\"%@`,- \n\r"
WISHES = "sector=chemistry,food:2&work=laboratory&living=affordable-rent:must"


def delete_a_line(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def repeat_a_line(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"".join(lines)


def swap_two_characters(chance: random.Random, raw: bytes) -> bytes:
    text = list(raw.decode())
    for _ in range(3):
        i = chance.randrange(len(text) - 1)
        text[i], text[i + 1] = text[i + 1], text[i]
    return "".join(text).encode()


def cut_the_file(chance: random.Random, raw: bytes) -> bytes:
    return raw[: chance.randrange(len(raw))]


def cut_out_a_piece(chance: random.Random, raw: bytes) -> bytes:
    start = chance.randrange(len(raw))
    return raw[:start] + raw[start + chance.randrange(1, 400) :]


def insert_noise(chance: random.Random, raw: bytes) -> bytes:
    text = raw.decode()
    i = chance.randrange(len(text))
    return (text[:i] + "".join(chance.choices(NOISE, k=3)) + text[i:]).encode()


def open_a_quote(chance: random.Random, raw: bytes) -> bytes:
    at = chance.choice([i for i, byte in enumerate(raw, 1) if byte in b",: \n"])
    return raw[:at] + chance.choice([b'"', b"'"]) + raw[at:]


def replace_a_value(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.decode().splitlines(keepends=True)
    at = chance.choice([i for i, line in enumerate(lines) if line.count(":") == 1] or [0])
    value = chance.choice(["[a, b]", "{a: b}", "", "~", "no", "-1", "nan", "'", "x" * 5000, "😀"])
    lines[at] = f"{lines[at].partition(':')[0]}: {value}\n"
    return "".join(lines).encode()


def shift_a_line(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    shift = chance.choice([b" ", b"   ", b"\t", b"- "])
    lines[at] = shift + lines[at] if chance.random() < 0.5 else lines[at].lstrip()
    return b"".join(lines)


def insert_random_bytes(chance: random.Random, raw: bytes) -> bytes:
    start = chance.randrange(len(raw))
    return raw[:start] + chance.randbytes(chance.randrange(1, 30)) + raw[start:]


def take_another_encoding(chance: random.Random, raw: bytes) -> bytes:
    return raw.decode().encode(chance.choice(["utf-16", "utf-32", "cp1252"]), "replace")


def nest_deeply(chance: random.Random, raw: bytes) -> bytes:
    return raw + b"\nz: " + chance.choice([b"[", b"{a: ", b"- ", b"? "]) * 5000


def empty_the_file(chance: random.Random, raw: bytes) -> bytes:
    return chance.choice([b"", b"\n", b"---\n", b"# \n", b"\xef\xbb\xbf"])


CHANGES = (
    delete_a_line,
    repeat_a_line,
    swap_two_characters,
    cut_the_file,
    cut_out_a_piece,
    insert_noise,
    open_a_quote,
    replace_a_value,
    shift_a_line,
    insert_random_bytes,
    take_another_encoding,
    nest_deeply,
    empty_the_file,
)


class Outcome(NamedTuple):
    """What became of one malformed pack."""

    what: str  # which change was made to which file
    folder: Path
    error: Exception | None


def make_pack(folder: Path) -> Path:
    """Cut the pack down to two sites, three wishes for living and what these need."""
    (folder / "sites").mkdir(parents=True)
    for name in ("region.yaml", "municipalities.yaml"):
        shutil.copy(PACK / name, folder)
    for name in SITES:
        text = (PACK / name).read_text(encoding="utf-8")
        (folder / name).write_text(shortened(text), encoding="utf-8")
    questions = yaml.load(questions_written_out(), yaml.BaseLoader)  # noqa: S506  (our own)
    living = questions["blocks"][-1]
    living["criteria"] = living["criteria"][:3]
    scored = {entry["indicator"] for wish in living["criteria"] for entry in wish["indicators"]}
    with (PACK / "indicators.csv").open(encoding="utf-8") as table:
        lines = [line for line in table if line.startswith(TOWNS)]
    lines = [line for line in lines if line.split(",")[1] in {"indicator", *scored}]
    (folder / "indicators.csv").write_text("".join(lines), encoding="utf-8")
    named = {field for line in lines for field in line.split(",")}
    definitions = read_document(SHARED / "indicators.yaml").data
    for key, known in definitions.items():
        definitions[key] = {name: entry for name, entry in known.items() if name in named}
    for name, data in (("questions.yaml", questions), ("indicators.yaml", definitions)):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def shortened(site: str) -> str:
    """Cut a site down to two employers and the sources that are still named."""
    head, employers, rest = site.partition("\nemployers:")
    facts = head + employers + "\n  - id:".join(rest.split("\n  - id:")[:3])
    named = " ".join(re.findall(r"\bsources?: .*", facts))
    sources = re.findall(r"\n  (S\d+):((?:\n    .*)+)", site)
    kept = [f"\n  {name}:{text}" for name, text in sources if re.search(rf"\b{name}\b", named)]
    return f"{facts}\nsources:{''.join(kept)}\n"


def spoil(pack: Path, chance: random.Random) -> str:
    """Break one thing in a pack, and say which."""
    files = sorted(path for path in pack.rglob("*.*") if path.is_file())
    path, other = chance.sample(files, 2)
    way = chance.random()
    if way < 0.04:
        path.unlink()
        return f"delete {path.name}"
    if way < 0.08:
        mine, theirs = path.read_bytes(), other.read_bytes()
        path.write_bytes(theirs)
        other.write_bytes(mine)
        return f"swap {path.name} with {other.name}"
    change = chance.choice(CHANGES)
    path.write_bytes(change(chance, path.read_bytes()))
    return f"{change.__name__} in {path.name}"


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> list[Outcome]:
    """Load 200 malformed packs."""
    good = make_pack(tmp_path_factory.mktemp("good") / "sachsen-anhalt")
    load_region(good)  # has no fault yet
    found = []
    for seed in range(200):
        folder = shutil.copytree(good, tmp_path_factory.mktemp("malformed") / "sachsen-anhalt")
        what = f"seed {seed}: {spoil(folder, random.Random(seed))}"
        try:
            catalogue = make_catalogue(load_region(folder))
            rank(catalogue, parse_wishes(WISHES, catalogue.region.questions))
        except Exception as error:
            found.append(Outcome(what, folder, error))
        else:
            found.append(Outcome(what, folder, None))
    return found


def test_a_malformed_pack_can_be_ranked_or_is_refused_as_a_pack(outcomes):
    others = {
        outcome.what: repr(outcome.error)
        for outcome in outcomes
        if outcome.error and not isinstance(outcome.error, PackError)
    }

    assert others == {}


def test_hardly_any_damage_goes_unnoticed(outcomes):
    unnoticed = [outcome.what for outcome in outcomes if outcome.error is None]

    assert len(unnoticed) < len(outcomes) / 4, unnoticed


def test_a_refused_pack_names_at_least_one_fault(outcomes):
    refused = [outcome.error for outcome in outcomes if isinstance(outcome.error, PackError)]

    assert all(error.problems for error in refused)


def test_every_fault_is_one_sentence_about_a_line_of_a_file_of_the_pack(outcomes):
    for what, folder, error in outcomes:
        for path, line, message in told(error):
            assert path.is_relative_to(folder), what
            assert 1 <= line <= lines_of(path), (what, path, line)
            assert message.strip(), what
            assert message.splitlines() == [message], (what, message)
            assert message.isprintable(), (what, message)
            assert "Traceback" not in message, what


def told(error: Exception | None) -> list[tuple[Path, int, str]]:
    """Return the problems of a refused pack."""
    problems = error.problems if isinstance(error, PackError) else []
    return [(problem.path, problem.line, problem.message) for problem in problems]


def lines_of(path: Path) -> int:
    """Count the lines of a file, the empty one at its end too; what is missing has one."""
    return len(path.read_bytes().split(b"\n")) if path.is_file() else 1
