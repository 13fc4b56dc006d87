"""What an editor wrote is what the finder reads: numbers, postcodes, words, links."""

import csv
import re
import unicodedata
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from matcher.model.text import Href
from matcher.pack import load_region
from matcher.pack.document import read_document
from tests.conftest import PACK
from tests.invented_pack import SITE
from tests.laws import law
from tests.mistakes import Edit, apply


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
