"""What a visitor may rely on: no word of the interface is missing in their language."""

from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from streamlit.material_icon_names import ALL_MATERIAL_ICONS

from matcher.language import TRANSLATIONS, language
from matcher.pack.texts import untranslated
from tests.conftest import ROOT

LONGEST_LABEL = 22  # fits on a button of a phone


@pytest.fixture(scope="module")
def written() -> Catalog:
    """Every message of the code and the templates, collected as ``make translations`` does."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    keywords = {**DEFAULT_KEYWORDS, "N_": None}
    catalog = Catalog()
    for file, line, message, *_ in extract_from_dir(ROOT, methods, options, keywords):
        catalog.add(message, locations=[(file, line)])
    return catalog


@pytest.fixture(scope="module", params=["de", "pl", "uk", "de-simple"])
def spoken(request) -> Catalog:
    """The catalogue of a language; English is what the messages are written in."""
    with (TRANSLATIONS / f"{request.param}.po").open("rb") as file:
        catalog = read_po(file, locale=request.param.removesuffix("-simple"), abort_invalid=True)
    catalog.project = request.param
    return catalog


def ids(catalog):
    return {message.id for message in catalog if message.id}


def forms(text):
    """Return the texts of a message: one, or one for each plural form."""
    return [text] if isinstance(text, str) else list(text)


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_messages_are_found_in_the_library_in_the_pages_and_in_their_templates(written):
    places = {file for message in written for file, _ in message.locations}

    assert "matcher/wishes.py" in places  # where each is marked by N_()
    assert any(place.startswith("pages/") and place.endswith(".py") for place in places)
    assert any(place.endswith(".html") for place in places)


def test_every_message_is_in_every_catalogue(written, spoken):
    if spoken.project == "de-simple":  # what is simple in German already falls back to it
        assert ids(spoken) <= ids(written)
    else:
        assert sorted(map(str, ids(written) - ids(spoken))) == []


def test_no_message_is_left_over_in_a_catalogue(written, spoken):
    assert sorted(map(str, ids(spoken) - ids(written))) == []
    assert list(spoken.obsolete) == []


def test_every_message_is_translated_and_none_is_a_guess(spoken):
    open_ones = [m.id for m in spoken if m.id and (m.fuzzy or not all(forms(m.string)))]

    assert open_ones == []


def test_every_plural_has_all_forms_of_its_language(spoken):
    plurals = {message.id: message.string for message in spoken if message.pluralizable}

    assert plurals
    assert all(len(strings) == spoken.num_plurals for strings in plurals.values())


def test_a_translation_fills_the_same_gaps_as_the_message(spoken):
    for message in spoken:
        if message.id:
            expected = placeholders(forms(message.id)[-1])
            told = [placeholders(text) for text in forms(message.string)]
            assert told[-1] == expected, message.id
            assert all(gaps <= expected for gaps in told), message.id


def test_a_sentence_is_translated_as_a_sentence_and_a_label_as_a_label(spoken):
    for message in spoken:
        if message.id:
            expected = forms(message.id)[-1].endswith((".", "?", "!", ","))
            told = {text.endswith((".", "?", "!", ",")) for text in forms(message.string)}
            assert told == {expected}, message.id


def test_german_is_spoken_and_an_unknown_language_speaks_english():
    assert language("de").gettext("Education") == "Bildung"
    assert language("en").gettext("Education") == "Education"


def test_every_label_of_a_wish_is_there_in_german_and_english_and_fits_on_a_button(region):
    for block in region.questions.blocks:
        for criterion in block.criteria:
            assert {"de", "en"} <= set(criterion.label), criterion.id
            for label in criterion.label.values():
                assert block.asked == "search" or 1 <= len(label) <= LONGEST_LABEL, label


def test_every_text_of_a_question_is_there_in_every_language_of_the_region(region):
    for code in set(region.profile.languages) - {"de", "de-simple"}:  # simple words fall back
        assert untranslated([region.questions], code, region.texts[code]) == [], code


def test_every_icon_of_a_question_can_be_drawn(region):
    icons = {block.icon for block in region.questions.blocks}
    icons |= {criterion.icon for block in region.questions.blocks for criterion in block.criteria}

    assert icons - ALL_MATERIAL_ICONS == set()
