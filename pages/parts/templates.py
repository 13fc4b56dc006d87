"""HTML from templates that escape everything they are given."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from matcher.language import Language
from pages.parts.style import style_address

FOLDER = Path(__file__).parent / "html"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, language: Language, **values: Any) -> str:
    """Fill a template; ``_`` translates, ``text`` reads a pack's text."""
    template = _environment().get_template(name)
    return template.render(
        _=language.gettext,
        text=language.text,
        line=language.line,
        number=language.number,
        day=language.day,
        when=language.when,
        style_address=style_address,
        **values,
    )
