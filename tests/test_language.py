"""How the finder speaks: simple German, times as exact as they are known, names of languages."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as some

from matcher.language import TRANSLATIONS, language, own_name

DAYS = some.dates(date(1990, 1, 1), date(2100, 12, 31))


def test_a_message_that_is_not_simpler_is_the_german_one():
    german, simple = language("de"), language("de-simple")
    with (TRANSLATIONS / "de.po").open("rb") as file:
        messages = [entry.id for entry in read_po(file) if entry.id]
    own = {}
    if (TRANSLATIONS / "de-simple.po").is_file():
        written = (TRANSLATIONS / "de-simple.po").read_bytes()
        own = {entry.id: entry.string for entry in read_po(BytesIO(written)) if not entry.fuzzy}
    assert len(messages) > 300
    assert set(messages) - set(own)  # else nothing is tested

    for message in messages:
        if isinstance(message, str):
            assert simple.gettext(message) == (own.get(message) or german.gettext(message))
        elif message not in own:
            for n in (1, 2):
                assert simple.ngettext(*message, n) == german.ngettext(*message, n)


@given(value=some.floats(-1e6, 1e6))
def test_german_in_simple_words_counts_and_dates_as_german(value):
    german, simple = language("de"), language("de-simple")

    assert simple.number(value) == german.number(value)
    assert simple.day(date(2026, 10, 3)) == "3. Oktober 2026"


@pytest.mark.parametrize(
    ("code", "name"),
    [("de", "Deutsch"), ("en", "English"), ("pl", "Polski"), ("uk", "Українська")],
)
def test_a_language_is_called_as_its_speakers_call_it(code, name):
    assert own_name(language(code)) == name


def test_german_in_simple_words_is_not_called_german():
    assert own_name(language("de-simple")) not in ("Deutsch", "Simple language")


@pytest.mark.parametrize(
    ("code", "when", "said"),
    [
        ("de", "2024", "2024"),
        ("de", "2024-08", "August 2024"),
        ("de", "2026-10-03", "3. Oktober 2026"),
        ("de", "2016/2018", "2016 – 2018"),
        ("de", "2023-09/2024-05", "September 2023 – Mai 2024"),
        ("en", "2024-08", "August 2024"),
        ("en", "2026-10-03", "October 3, 2026"),
        ("pl", "2024-08", "sierpień 2024"),
    ],
)
def test_a_time_is_said_as_exactly_as_it_stands_in_the_pack(code, when, said):
    assert language(code).when(when) == said


@given(day=DAYS, length=some.integers(0, 5000), code=some.sampled_from(["de", "en", "pl", "uk"]))
def test_a_span_is_said_by_its_two_ends(day, length, code):
    speech, end = language(code), day + timedelta(days=length)

    assert speech.when(f"{day}/{end}") == f"{speech.day(day)} – {speech.day(end)}"
    assert str(day.year) in speech.when(f"{day:%Y-%m}")
