"""The words of packs in other languages: which one is shown, what is missing, what is told."""

from io import StringIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as some

from matcher.commands import main
from matcher.errors import PackError
from matcher.language import language
from matcher.pack import load_region
from matcher.pack.texts import load_texts, texts_of
from tests.laws import law
from tests.starter import change, faults_of, new_pack

SUMMARY = "Zwei Sätze darüber, was diesen Ort ausmacht."
POLISH = "Dwa zdania o tym miejscu."


@pytest.fixture
def pack(tmp_path) -> Path:
    return new_pack(tmp_path)


def translate(pack: Path, code: str, *entries: tuple[str, str], marks: str = "") -> Path:
    """Write a catalogue, and return its path."""
    path = pack / "translations" / f"{code}.po"
    path.parent.mkdir(exist_ok=True)
    blocks = [f'{marks}msgid "{german}"\nmsgstr "{other}"\n' for german, other in entries]
    path.write_text("\n".join(blocks), encoding="utf-8")
    return path


def spoken(pack: Path, code: str):
    """Return a language with the texts of a pack, and the summary of its only site."""
    region = load_region(pack)
    return language(code).with_texts(region.texts.get(code, {})), region.sites[0].summary


# ---- which text is shown


def test_a_german_text_is_shown_in_the_words_of_its_catalogue(pack):
    translate(pack, "pl", (SUMMARY, POLISH))

    speech, summary = spoken(pack, "pl")

    assert speech.text(summary) == POLISH
    assert speech.knows(summary)


def test_a_german_text_that_was_changed_loses_its_translation_and_is_shown_in_german(pack):
    translate(pack, "pl", (SUMMARY, POLISH))
    change(pack / "sites/musterstadt.yaml", SUMMARY, "Ein neuer Satz.")

    speech, summary = spoken(pack, "pl")

    assert speech.text(summary) == "Ein neuer Satz."
    assert not speech.knows(summary)


@pytest.mark.parametrize("marks", ["#, fuzzy\n", "#~ "])
def test_a_guess_and_a_translation_that_was_put_aside_are_not_used(pack, marks):
    path = translate(pack, "pl", (SUMMARY, POLISH), marks=marks)
    if marks == "#~ ":
        path.write_text(path.read_text(encoding="utf-8").replace("\nmsgstr", "\n#~ msgstr"))

    speech, summary = spoken(pack, "pl")

    assert speech.text(summary) == SUMMARY
    assert not speech.knows(summary)


def test_an_open_translation_is_shown_in_german(pack):
    translate(pack, "pl", (SUMMARY, ""))

    speech, summary = spoken(pack, "pl")

    assert (speech.text(summary), speech.knows(summary)) == (SUMMARY, False)


def test_a_text_may_carry_its_languages_itself(pack):
    own = f"{{de: '{SUMMARY}', pl: {POLISH}}}"
    change(pack / "sites/musterstadt.yaml", SUMMARY, own)

    speech, summary = spoken(pack, "pl")

    assert speech.text(summary) == POLISH
    assert speech.knows(summary)


def test_a_pack_goes_before_what_packs_share(pack):
    translate(pack.parent / "shared", "pl", (SUMMARY, "Wspólne."), ("Chemie", "Chemia"))
    translate(pack, "pl", (SUMMARY, POLISH))

    found = load_texts(pack.parent / "shared", pack)

    assert found == {"pl": {SUMMARY: POLISH, "Chemie": "Chemia"}}


def test_a_line_that_is_german_only_is_shown_in_its_translation_or_in_german(pack):
    translate(pack, "pl", ("Platzhalter", "Wzór"))

    speech, _ = spoken(pack, "pl")

    assert (speech.line("Platzhalter"), speech.line("Anderes")) == ("Wzór", "Anderes")


def test_german_in_simple_words_is_german_where_nobody_has_written_simpler(pack):
    translate(pack, "de-simple", ("Baut Maschinen.", "Die Firma baut Maschinen."))

    speech, summary = spoken(pack, "de-simple")

    assert speech.text({"de": "Baut Maschinen."}) == "Die Firma baut Maschinen."
    assert speech.text(summary) == SUMMARY
    assert speech.knows(summary)  # nobody is told that a German text is not in their language


def test_the_titles_that_employers_list_are_called_as_the_list_of_occupations_calls_them(region):
    occupations = region.occupations
    english = language("en").with_texts(region.texts["en"])
    known = occupations.by_title()
    titles = {t for site in region.sites for o in site.employers for t in o.occupations}
    assert titles

    for title in titles:
        label = occupations.occupations[known[title.casefold()]].label
        assert english.text({"de": title}) == region.texts["en"].get(title, label.get("en"))
        assert english.knows({"de": title}) == ("en" in label), title


# ---- what is no catalogue


MISTAKES = {
    "prose": ("Hallo", 1, "no line of a gettext catalogue"),
    "an open quote": (f'msgid "{SUMMARY}\nmsgstr "x"\n', 1, "no line of a gettext catalogue"),
    "a quote inside": ('msgid "a"\nmsgstr "x"y"\n', 2, "no line of a gettext catalogue"),
    "no quotes": ('\nmsgid "a"\nmsgstr x\n', 3, "no line of a gettext catalogue"),
    "a plural": ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 2, "no line of a gettext cata"),
    "no message": ('# a\n\nmsgstr "x"\n\nmsgid "b"\nmsgstr "c"\n', 3, "no line of a gettext cata"),
    "no translation": ('msgid "a"\nmsgstr "x"\n\nmsgid "b"\n', 4, "missing msgstr for msgid 'b'"),
    "latin 1": (b'msgid "a"\nmsgstr "\xe4"\n', 2, "a file is written in UTF-8"),
    "a wrong head": (
        'msgid ""\nmsgstr "Plural-Forms: nplurals=many;\\n"\n', 1, "the head of the catalogue: in"
    ),
    "a hidden mark": ('msgid "a"\nmsgstr "b\\rc"\n', 1, "holds the control character U+000D"),
    "a turning mark": ('\nmsgid "a"\nmsgstr "b\u202ec"\n', 2, "holds the control character U+202"),
    "a flood": (f'msgid "a"\nmsgstr "{"x" * 4001}"\n', 1, "String should have at most 4000"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_file_that_is_no_catalogue_is_told_with_its_line(pack, name):
    content, line, told = MISTAKES[name]
    path = translate(pack, "pl")
    path.write_bytes(content if isinstance(content, bytes) else content.encode())

    assert faults_of(pack)[0].startswith(f"{path}:{line}: {told}")


@pytest.mark.parametrize("name", ["polish", "xx", "pl_PL", "PL", "-simple"])
def test_a_catalogue_that_no_language_is_named_after_is_told(pack, name):
    path = translate(pack, name, (SUMMARY, POLISH))

    (fault,) = faults_of(pack)
    assert fault.startswith(f"{path}:1: a catalogue is named after its language: ")


def test_the_mistakes_of_all_catalogues_are_told_at_once(pack):
    paths = [translate(pack, "en"), translate(pack, "pl")]
    for path in paths:
        path.write_text("Hallo\n\nHallo\n", encoding="utf-8")

    assert [fault.split(": ")[0] for fault in faults_of(pack)] == [
        f"{path}:{line}" for path in paths for line in (1, 3)
    ]


PARTS = some.sampled_from(
    ["msgid ", "msgstr ", "msgctxt ", "msgstr[0] ", '"a"', '"b\\"', '"', "\\", "\n", "#", "#~ ",
     "#, fuzzy\n", '""\n', "Content-Type: text/plain; charset=x", "ä", "\t", "\r", "[", "\x00"]
)  # fmt: skip


@law(300)
@given(content=some.lists(PARTS | some.text(max_size=3), max_size=12).map("".join))
def test_whatever_a_catalogue_holds_is_read_or_told(tmp_path_factory, content):
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    raw = content.encode("utf-8", "surrogatepass")
    translate(folder, "pl").write_bytes(raw)

    problems, found = [], {}
    try:
        found = load_texts(folder)["pl"]
    except PackError as error:
        problems = error.problems

    assert all(1 <= problem.line <= raw.count(b"\n") + 1 for problem in problems)
    assert all(german and other for german, other in found.items())


# ---- what is missing


def german_texts(value) -> set[str]:
    """Every text that has a German form, found in plain data."""
    if isinstance(value, dict):
        if isinstance(value.get("de"), str):
            return {value["de"]}
        return set().union(*(german_texts(entry) for entry in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(german_texts(entry) for entry in value))
    return set()


def printed(pack: Path, code: str, capsys) -> str:
    """What ``texts`` prints."""
    capsys.readouterr()
    assert main(["texts", code, "--region", pack.name, "--data", str(pack.parent)]) == 0
    return capsys.readouterr().out


def missing(pack: Path, code: str, capsys) -> dict[str, str]:
    """What ``texts`` prints, read as a translator's program reads it."""
    catalogue = read_po(StringIO(printed(pack, code, capsys)), abort_invalid=True)
    return {entry.id: entry.string for entry in catalogue if entry.id}


def test_the_texts_of_a_language_are_those_that_are_missing_and_no_others(pack, capsys):
    translate(pack, "pl", (SUMMARY, POLISH), ("Neue Region", ""))
    change(
        pack / "sites/musterstadt.yaml",
        "activity: Baut Maschinen.",
        "activity: {de: Baut Maschinen., pl: Buduje maszyny.}",
    )
    region = load_region(pack)
    everything = german_texts(region.model_dump(exclude={"texts", "observations"}))
    everything |= {note for note in region.observations["note"] if note}
    assert {SUMMARY, "Baut Maschinen.", "Neue Region", "Beruf"} <= everything

    found = missing(pack, "pl", capsys)

    assert set(found) == everything - {SUMMARY, "Baut Maschinen."}
    assert set(found.values()) == {""}


def test_when_all_of_them_are_translated_nothing_is_missing(pack, capsys):
    odd = 'Ein "Ort" \\ mit 100 % Sonne.'
    change(pack / "sites/musterstadt.yaml", SUMMARY, f"'{odd}'")
    catalogue = printed(pack, "fr", capsys)
    path = translate(pack, "fr")
    path.write_text(catalogue.replace('msgstr ""', 'msgstr "mot"'), encoding="utf-8")

    speech, summary = spoken(pack, "fr")

    assert summary["de"] == odd
    assert speech.text(summary) == "mot"
    assert missing(pack, "fr", capsys) == {}


def test_nothing_german_is_missing_in_german(pack, capsys):
    assert missing(pack, "de", capsys) == {}


def test_every_text_of_a_region_is_found_once_whatever_holds_it(region):
    profile = [text["de"] for text in texts_of(region.profile)]

    assert set(profile) == german_texts(region.profile.model_dump())
    assert region.profile.title["de"] in profile
    assert [t["de"] for t in texts_of(region.sites)].count(region.sites[0].summary["de"]) == 1
