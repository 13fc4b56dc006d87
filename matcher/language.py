"""Speak to people: sentences from gettext catalogues, numbers and lists by locale.

Messages are written in English in the code; ``data/translations/<language>.po`` holds
the others. Texts of packs carry their own languages.
"""

import gettext
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from matcher.model.text import text_in

TRANSLATIONS = Path(__file__).parents[1] / "data" / "translations"
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Language:
    """One language of the interface."""

    code: str
    locale: Locale
    messages: gettext.NullTranslations

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self.messages.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a message in the form that goes with a number."""
        return self.messages.ngettext(one, many, n)

    def text(self, text: dict[str, str]) -> str:
        """Return a pack's text in this language, or in the pack's default one."""
        return text_in(text, self.code)

    def number(self, value: float) -> str:
        """Format a number with at most two decimals, fewer where it is large."""
        pattern = "#,##0" if abs(value) >= 100 else "#,##0.##"
        return format_decimal(value, pattern, locale=self.locale)

    def share(self, value: float) -> str:
        """Format a number from 0 to 1 with two decimals, so that sums can be checked."""
        return format_decimal(value, "0.00", locale=self.locale)

    def percent(self, value: float) -> str:
        """Format a share as a percentage with one decimal."""
        return format_decimal(100 * value, "0.0", locale=self.locale) + " %"

    def difference(self, value: float) -> str:
        """Format a difference of two shares with its sign; nothing is ±0.00."""
        return format_decimal(value, "+0.00;−0.00", locale=self.locale)

    def all_of(self, items: Iterable[str]) -> str:
        """Join items as a sentence does: a, b and c."""
        return format_list(list(items), locale=self.locale)


@cache
def language(code: str) -> Language:
    """Load a language; one without a catalogue speaks the messages' own English."""
    path = TRANSLATIONS / f"{code}.po"
    messages = gettext.NullTranslations()
    if path.is_file():
        compiled = BytesIO()
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=code))
        compiled.seek(0)
        messages = gettext.GNUTranslations(compiled)
    return Language(code, Locale.parse(code), messages)


def N_(message: str) -> str:
    """Mark a message for the catalogues where it is translated later."""
    return message
