"""A result can be taken along: on paper, as a link, as a code, in an e-mail."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from matcher.language import language
from matcher.ranking import rank
from matcher.report import report
from matcher.wishes import parse_wishes
from pages.parts.share import share_words
from pages.parts.templates import render

WISHES = "sector=chemistry&living=near-water:2"
ADDRESS = f"{WISHES}&region=sachsen-anhalt"  # several regions are installed


@pytest.fixture(scope="module")
def block(catalogue):
    """Return the block as the finder shows it, for a server of some name."""
    german = language("de")
    wishes = parse_wishes(WISHES, catalogue.region.questions)
    cards = report(catalogue, rank(catalogue, wishes), german)[:3]

    def make(origin="https://finder.example"):
        share = share_words(catalogue, cards, wishes, origin, german)
        return cards, render("share.html", german, share=share)

    return make


def test_the_link_can_be_copied_and_the_result_printed(block):
    _, page = block()

    assert f'readonly value="https://finder.example/?{html.escape(ADDRESS)}"' in page
    assert f'href="/result?{html.escape(ADDRESS)}"' in page
    assert f'src="/qr.svg?{html.escape(ADDRESS)}"' in page


def test_every_card_has_a_draft_that_names_the_site_its_employers_and_the_link(block):
    cards, page = block()
    drafts = [html.unescape(link) for link in re.findall(r'href="(mailto:[^"]*)"', page)]

    assert len(drafts) == len(cards) == 3
    for entry, draft in zip(cards, drafts, strict=True):
        body = parse_qs(urlsplit(draft).query)["body"][0]
        assert entry.site.name in body
        assert all(known.organisation.name in body for known in entry.colleagues)
        assert f"https://finder.example/?{WISHES}" in body
        assert f"/site/{entry.site.id}.vcf" in page


def test_a_hostile_name_of_the_server_is_text(block):
    _, page = block('https://"><script>alert(1)</script>')

    assert "<script" not in page
