"""How sure a result is, and what would change it: the claims of the page, tested."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.catalogue import make_catalogue
from matcher.changes import changes, differences, fewest_musts_to_drop
from matcher.ranking import rank
from matcher.scoring import MatchScorer
from matcher.stability import stability
from matcher.wishes import Wish, parse_wishes
from tests.laws import law

PHARMA = "sector=pharma-biotech&work=laboratory&living=world-heritage"
IMPOSSIBLE = "living=city-life:must,near-mountains:must,small-town:must"


@pytest.fixture(scope="module")
def read(catalogue):
    return lambda text: parse_wishes(text, catalogue.region.questions)


@pytest.fixture(scope="module")
def some_wishes(catalogue):
    """Wish strings with one to six wishes of any block, built by hand of the pack's ids."""
    ids = [(b.id, c.id) for b, c in catalogue.criteria if b.asked == "pills"]
    rng = np.random.default_rng(3)
    texts = []
    for _ in range(25):
        picked = rng.choice(len(ids), size=int(rng.integers(1, 7)), replace=False)
        blocks: dict[str, list[str]] = {}
        for i in sorted(picked):
            blocks.setdefault(ids[i][0], []).append(ids[i][1] + rng.choice(["", ":2"]))
        texts.append("&".join(f"{block}={','.join(own)}" for block, own in blocks.items()))
    return texts


def test_the_same_wishes_give_the_same_stability_whatever_the_order_of_files(region, read):
    backwards = region.model_copy(update={"sites": tuple(reversed(region.sites))})

    one = {
        m.site.id: (m.first_share, m.top3_share)
        for m in rank(make_catalogue(region), read(PHARMA)).sites
    }
    other = {
        m.site.id: (m.first_share, m.top3_share)
        for m in rank(make_catalogue(backwards), read(PHARMA)).sites
    }

    assert one == other


def test_shares_of_first_places_add_up_and_the_best_has_the_most(catalogue, read, some_wishes):
    for text in some_wishes:
        matches = rank(catalogue, read(text)).sites
        shares = [match.first_share for match in matches]
        assert sum(shares) >= 1 - 1e-9  # more only where sites share a first place
        assert all(m.first_share <= m.top3_share + 1e-12 for m in matches)
        top = max(matches, key=lambda match: match.score)
        assert top.first_share > 0


def test_a_site_far_ahead_stays_first_in_every_variation(catalogue, read):
    best = rank(catalogue, read("sector=media-creative")).sites[0]

    assert best.first_share == 1.0


def test_two_equal_sites_win_about_half_of_the_variations_each():
    scorer = MatchScorer(blocks=[("each-of", 3)]).fit([[0.5, 0.5, 0.5], [0.5, 0.5, 0.5]])

    first, _ = stability(scorer, np.ones(3), np.ones(1), "seed", ["a", "b"])

    assert first.sum() == pytest.approx(1)
    assert 0.4 < first[0] < 0.6


def test_a_site_that_misses_a_must_is_never_first_in_a_variation(catalogue, read):
    for match in rank(catalogue, read("sector=chemistry&living=city-life:must")).sites:
        assert not match.excluded_by or (match.first_share, match.top3_share) == (0, 0)


def test_without_wishes_nothing_is_sure(catalogue, read):
    assert {match.first_share for match in rank(catalogue, read("")).sites} == {0.0}


def test_a_change_that_is_told_really_puts_others_first(catalogue, read, some_wishes):
    for text in some_wishes:
        wishes = read(text)
        now = {match.site.id for match in rank(catalogue, wishes).first}
        for change in changes(catalogue, wishes)[:4]:
            block = catalogue.region.questions.block_of(change.criterion).id
            then = (
                wishes.without(change.criterion)
                if change.kind == "drop"
                else wishes.with_wish(block, Wish(change.criterion), catalogue.block_ids)
            )
            first = {match.site.id for match in rank(catalogue, then).first}
            assert first == set(change.first)
            assert not first & now


def test_no_single_change_is_kept_back(catalogue, read):
    wishes = read(PHARMA)
    now = {match.site.id for match in rank(catalogue, wishes).first}
    told = {(change.kind, change.criterion) for change in changes(catalogue, wishes)}

    for wish in wishes:
        first = {m.site.id for m in rank(catalogue, wishes.without(wish.criterion)).first}
        assert (("drop", wish.criterion) in told) == (not first & now)


def test_the_reasons_for_an_order_add_up_to_the_distance(catalogue, read, some_wishes):
    for text in some_wishes:
        matches = rank(catalogue, read(text)).sites
        for one, other in pairwise(matches):
            parts = differences(one, other)
            assert sum(p.difference for p in parts) == pytest.approx(one.score - other.score)
            sizes = [abs(p.difference) for p in parts]
            assert sizes == sorted(sizes, reverse=True)


def test_if_nothing_is_left_the_fewest_musts_are_named(catalogue, read):
    dropped = fewest_musts_to_drop(catalogue, read(IMPOSSIBLE))

    assert len(dropped) == 1
    eased = read(IMPOSSIBLE).eased(*dropped)
    assert any(not match.excluded_by for match in rank(catalogue, eased).sites)
    assert fewest_musts_to_drop(catalogue, read("living=city-life:must")) == ()


def test_an_eased_must_stays_a_very_important_wish(read):
    assert str(read(IMPOSSIBLE).eased("small-town")) == IMPOSSIBLE.replace(
        "small-town:must", "small-town:2"
    )


@law(30)
@given(st.integers(1, 40), st.integers(0, 2**32))
def test_stability_is_a_share_for_any_number_of_options(options, seed):
    fits = np.random.default_rng(seed).random((options, 4))
    scorer = MatchScorer(blocks=[("any-of", 2), ("each-of", 2)]).fit(fits)
    names = [str(i) for i in range(options)]

    first, top3 = stability(scorer, np.ones(4), np.ones(2), "x", names)

    assert ((first >= 0) & (top3 <= 1) & (first <= top3)).all()
