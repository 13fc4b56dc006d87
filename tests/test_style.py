"""The look of the pages: every colour can be read, and no rule is left over."""

import re
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.home import Verdict
from matcher.model.support import Progress
from matcher.ranking import Band
from matcher.surroundings.view import Kind
from pages.parts.palette import LOOKS, READABLE, contrast, neutrals, palette
from pages.parts.regions import all_catalogues
from pages.parts.style import BUNDLES, FOLDER, colours, style_address, style_sheet
from tests.laws import law
from tests.server import ROOT, ask

GROUNDS = ("paper", "card", "tint")
TEXTS = ("ink", "soft", "accent", "very-good", "good", "partly", "little", "amber-ink")
ANY_COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def unreadable(colour: str) -> list[str]:
    """Return every writing on a ground where it cannot be read."""
    found = []
    for look in LOOKS:
        tokens = {**neutrals(look), **palette(colour, look)}
        pairs = [*product(TEXTS, GROUNDS), ("on-accent", "accent"), ("ink", "wash")]
        found += [
            f"{look} {text} on {ground}: {contrast(tokens[text], tokens[ground]):.2f}"
            for text, ground in pairs
            if contrast(tokens[text], tokens[ground]) < READABLE[look.more]
        ]
    return found


@law(100)
@given(ANY_COLOUR)
def test_whatever_colour_a_region_names_everything_can_be_read(colour):
    assert unreadable(colour) == []


def test_every_region_has_a_colour_of_its_own():
    chosen = [each.region.profile.colour for each in all_catalogues().values()]

    assert None not in chosen
    assert len(set(chosen)) == len(chosen)


def test_a_colour_that_can_be_read_is_taken_as_it_is():
    assert palette("#00606b", LOOKS[0])["accent"] == "#00606b"


@pytest.mark.parametrize("look", LOOKS)
def test_edges_of_controls_are_seen(look):
    tokens = neutrals(look)

    assert min(contrast(tokens["edge"], tokens[ground]) for ground in GROUNDS) >= 3


def test_every_part_of_the_style_is_served():
    assert {path.stem for path in FOLDER.glob("*.css")} == {
        part for parts in BUNDLES.values() for part in parts
    }


def test_no_rule_is_for_something_that_no_page_shows():
    folders = (("pages", "html"), ("pages", "py"), ("static", "js"))
    sources = [path for name, end in folders for path in (ROOT / name).rglob(f"*.{end}")]
    shown = " ".join(path.read_text(encoding="utf-8") for path in sources)
    rules = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.css"))
    # What templates put together from a word of the data: zf-{{ band }}, zf-is-{{ status }}.
    words = {Band: "zf-", Verdict: "zf-", Progress: "zf-is-", Kind: "zf-map-name-"}
    joined = {prefix + word for kind, prefix in words.items() for word in get_args(kind)}

    classes = set(re.findall(r"\.(zf-[a-z-]+)", rules)) - joined
    assert sorted(name for name in classes if not re.search(rf"{name}(?![a-z-])", shown)) == []


def test_a_style_may_be_kept_because_its_address_changes_with_it(url):
    address = style_address("finder")
    _, kept, _ = ask(url + address)
    _, asked_again, _ = ask(url + "/style/finder.css")

    assert "immutable" in kept["cache-control"]
    assert asked_again["cache-control"] == "no-cache"
    assert re.fullmatch(r"/style/finder\.css\?v=[0-9a-f]{12}", address)


def test_there_is_no_other_style(url):
    assert ask(url + "/style/palette.css")[0] == 404


def test_each_region_colours_its_own_pages_only():
    rules = colours({"green-land": "#0a6b2d", "plain-land": None})

    assert ':root:has([data-region="green-land"])' in rules
    assert "plain-land" not in rules
    assert "#0a6b2d" in rules


def test_paper_stays_light_on_a_dark_device():
    dark = re.findall(r"@media \(prefers-color-scheme: dark\) \{\s*([^{]+)\{", style_sheet("paper"))

    assert dark
    assert all(".zf-paper" in selector for selector in dark)
