"""Speak to people: sentences from gettext catalogues, numbers and lists by locale.

Messages are written in English in the code; ``data/translations/<language>.po`` holds
the others. Texts of packs carry their own languages.
"""

import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Self

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from matcher.model.text import DEFAULT_LANGUAGE, SIMPLE, text_in

TRANSLATIONS = Path(__file__).parents[1] / "data" / "translations"
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, eq=False)
class Language:
    """One language of the interface; no two are equal, so that its words can be kept by it."""

    code: str
    locale: Locale
    messages: gettext.NullTranslations
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self.messages.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a message in the form that goes with a number."""
        return self.messages.ngettext(one, many, n)

    def text(self, text: dict[str, str]) -> str:
        """Return a pack's text in this language, or in the pack's default one."""
        return self.texts.get(text[DEFAULT_LANGUAGE]) or text_in(text, self.code)

    def line(self, german: str) -> str:
        """Return a line that a pack writes in German only: a title of an occupation, a note."""
        return self.texts.get(german, german)

    def knows(self, text: dict[str, str]) -> bool:
        """Whether a pack's text is there in this language, or a simple form of its own."""
        own = self.code.removesuffix(SIMPLE) == DEFAULT_LANGUAGE
        return own or self.code in text or text[DEFAULT_LANGUAGE] in self.texts

    def with_texts(self, texts: Mapping[str, str]) -> Self:
        """Return the language with what a pack's translators wrote, by German text."""
        return replace(self, texts=texts)

    def number(self, value: float) -> str:
        """Format a number with at most two decimals, fewer where it is large."""
        pattern = "#,##0" if abs(value) >= 100 else "#,##0.##"
        return format_decimal(value, pattern, locale=self.locale)

    def share(self, value: float) -> str:
        """Format a number from 0 to 1 with two decimals, so that sums can be checked."""
        return _decimal(_cents(value), "0.00", self.locale)

    def percent(self, value: float) -> str:
        """Format a share as a percentage with one decimal."""
        return format_decimal(100 * value, "0.0", locale=self.locale) + " %"

    def difference(self, value: float) -> str:
        """Format a difference of two shares with its sign; nothing is ±0.00."""
        return _decimal(_cents(value), "+0.00;−0.00", self.locale)

    def day(self, day: date) -> str:
        """Format a day in full, e.g. 3. Oktober 2026."""
        return format_date(day, "long", locale=self.locale)

    def when(self, when: str) -> str:
        """Format a year, a month, a day or a span of them as it stands in a pack."""
        return " – ".join(self._moment(part) for part in when.split("/"))

    def _moment(self, moment: str) -> str:
        parts = [int(part) for part in moment.split("-")]
        if len(parts) == 1:
            return str(parts[0])
        if len(parts) == 2:
            return format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=self.locale)
        return self.day(date(parts[0], parts[1], parts[2]))

    def all_of(self, items: Iterable[str]) -> str:
        """Join items as a sentence does: a, b and c."""
        return format_list(list(items), locale=self.locale)


def _cents(value: float) -> str:
    """Round to two decimals, as Babel would."""
    return str(Decimal(str(value)).quantize(Decimal("0.01")))


@lru_cache(maxsize=4096)
def _decimal(value: str, pattern: str, locale: Locale) -> str:
    """Format a rounded number: a page has hundreds of them, and few are new."""
    return format_decimal(value, pattern, locale=locale)


@cache
def language(code: str) -> Language:
    """Load a language; one without a catalogue speaks the messages' own English."""
    path = TRANSLATIONS / f"{code}.po"
    base = code.removesuffix(SIMPLE)
    messages = gettext.NullTranslations() if base == code else language(base).messages
    if path.is_file():
        compiled = BytesIO()
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=base))
        compiled.seek(0)
        own = gettext.GNUTranslations(compiled)
        if base != code:  # a simple form writes anew only what is hard to read
            own.add_fallback(messages)
        messages = own
    return Language(code, Locale.parse(base), messages)


def own_name(speech: Language) -> str:
    """Return how speakers of a language call it, e.g. 'Deutsch', or its simple form."""
    if speech.code.endswith(SIMPLE):
        return speech.gettext("Simple language")
    name = speech.locale.get_display_name(speech.locale) or speech.code
    return name[:1].upper() + name[1:]


def N_(message: str) -> str:
    """Mark a message for the catalogues where it is translated later."""
    return message
