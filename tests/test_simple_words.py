"""German in simple words is simple where it matters most: where the questions are explained."""

import re

import pytest

from matcher.language import language
from matcher.pack import find_packs, load_region
from tests.conftest import ROOT

LONGEST = 15  # words in a sentence


@pytest.mark.parametrize("pack", find_packs(ROOT / "data"), ids=lambda pack: pack.name)
def test_every_wish_is_explained_in_short_sentences(pack):
    region = load_region(pack)
    simple = language("de-simple").with_texts(region.texts["de-simple"])
    asked = [block for block in region.questions.blocks if block.asked == "pills"]
    helps = [simple.text(criterion.help) for block in asked for criterion in block.criteria]

    sentences = [sentence for text in helps for sentence in re.split(r"(?<=[.!?]) ", text)]

    assert all(helps)
    assert [s for s in sentences if len(s.split()) > LONGEST] == []
