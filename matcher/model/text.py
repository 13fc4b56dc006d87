"""Texts, links, dates and numbers as every record of a pack writes them."""

import re
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from babel import localedata
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

DEFAULT_LANGUAGE = "de"
SIMPLE = "-simple"  # a language in simple words, e.g. de-simple
SCHEMES = frozenset({"https", "http", "mailto", "tel"})


class Record(BaseModel):
    """Common rules of every record: it never changes, and has no key we do not know."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False
    )


def _language_map(value: Any) -> Any:
    """A plain string is a text in the default language."""
    return {DEFAULT_LANGUAGE: value} if isinstance(value, str) else value


def _has_default(texts: dict[str, str]) -> dict[str, str]:
    if DEFAULT_LANGUAGE not in texts:
        raise ValueError(f"a text needs the language {DEFAULT_LANGUAGE!r}. Got: {sorted(texts)}")
    return texts


# Also the separators of lines, marks that turn what follows, and what is no character at all.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")


def _printable(value: str) -> str:
    """Refuse control characters: they hide text, break tables and forge lines."""
    if bad := CONTROL.search(value):
        raise ValueError(f"holds the control character U+{ord(bad[0]):04X}")
    return value


# Spaces, quotes, brackets, control characters, and marks that turn or hide text.
NOT_IN_A_LINK = re.compile(
    "[\x00-\x20\x7f-\xa0<>\"'`\\\\\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


def _safe_link(value: str) -> str:
    if value.partition(":")[0].lower() not in SCHEMES:
        raise ValueError(f"a link starts with one of {sorted(SCHEMES)}. Got: {value!r}")
    # Before urlsplit, which drops some of them in silence.
    if NOT_IN_A_LINK.search(value) or not value.isprintable():
        raise ValueError(f"a link holds no spaces, quotes or hidden characters. Got: {value!r}")
    parts = urlsplit(value)
    if parts.scheme.startswith("http") and (not parts.hostname or "@" in parts.netloc):
        raise ValueError(f"a web link names a host and no user. Got: {value!r}")
    return value


def _plain_number(value: Any) -> Any:
    """Python would read 1_5_8 as 158, and digits of other scripts too."""
    if isinstance(value, str) and not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", value):
        raise ValueError("a number is written like 12 or -3.5")
    return value


@cache
def _known_language(code: str) -> str:
    if not localedata.exists(code.removesuffix(SIMPLE)):
        raise ValueError(f"no language has the code {code!r}")
    return code


def _calendar_day(value: Any) -> Any:
    """Pydantic would read 0 as a day of 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("a day is written like 2026-01-31")
    return value


def _in_the_calendar(value: str) -> str:
    """The pattern lets 2026-02-31 through, and a span that ends before it begins."""
    first, last = value.split("/")[0], value.split("/")[-1]
    for moment in (first, last):
        year, month, day = (*map(int, moment.split("-")), 1, 1)[:3]
        try:
            date(year, month, day)
        except ValueError as error:
            raise ValueError(f"no calendar has the day {moment!r}") from error
    both = min(len(first), len(last))
    if first[:both] > last[:both]:
        raise ValueError("a span begins before it ends")
    return value


Line = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_printable)]
Prose = Annotated[str, Field(min_length=1, max_length=4000), AfterValidator(_printable)]
Remark = Annotated[str, Field(max_length=1000), AfterValidator(_printable)]
Number = Annotated[float, BeforeValidator(_plain_number)]
Whole = Annotated[int, BeforeValidator(_plain_number)]
Language = Annotated[
    str, Field(pattern=rf"^[a-z]{{2}}({SIMPLE})?$"), AfterValidator(_known_language)
]
Text = Annotated[
    dict[Language, Prose], BeforeValidator(_language_map), AfterValidator(_has_default)
]
Label = Annotated[
    dict[Language, Line], BeforeValidator(_language_map), AfterValidator(_has_default)
]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
SourceId = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=40)]
Share = Annotated[Number, Field(ge=0, le=1)]
Href = Annotated[str, Field(max_length=500), AfterValidator(_safe_link)]
Day = Annotated[date, BeforeValidator(_calendar_day)]
# What support is about.
Topic = Literal[
    "recruiting", "training", "integration", "family", "health",
    "networks", "schools", "returning", "older-workers",
]  # fmt: skip
# A year, a month or a day; "2016/2018" for a span. Text, because sources date so.
MOMENT = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
When = Annotated[str, Field(pattern=rf"^{MOMENT}(/{MOMENT})?$"), AfterValidator(_in_the_calendar)]


def text_in(text: dict[str, str], language: str) -> str:
    """Return the text in a language, or in the default one where it is not translated."""
    return text.get(language, text[DEFAULT_LANGUAGE])


def year_of(when: str) -> int:
    """Return the last year that a date or span names."""
    return int(when.rsplit("/", 1)[-1][:4])
