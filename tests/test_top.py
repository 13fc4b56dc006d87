"""The few best of many are the first of the whole order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher import scoring
from matcher.scoring import ANY_OF, EACH_OF, MatchScorer
from matcher.top import DIGITS, top

BLOCKS = [(ANY_OF, 3), (EACH_OF, 2)]

fit = st.one_of(st.sampled_from([0.0, 0.5, 1.0]), st.floats(0, 1), st.just(np.nan))
fits = arrays(float, (40, 5), elements=fit)
wishes = arrays(int, 5, elements=st.integers(0, 2))
musts = st.dictionaries(st.integers(0, 4), st.sampled_from([0.0, 0.5, 1.0]), max_size=2)


@pytest.fixture(params=[16, scoring.TILE], ids=["many tiles", "one tile"])
def tile(request, monkeypatch):
    monkeypatch.setattr(scoring, "TILE", request.param)


def expected(scorer, wishes, musts, k):
    scores = scorer.predict([wishes])[0].round(DIGITS)
    able = [i for i in range(40) if all(scorer.fits_[i, j] >= m for j, m in musts.items())]
    return sorted(able, key=lambda i: (-scores[i], i))[:k]


@pytest.mark.usefixtures("tile")
@pytest.mark.parametrize("k", [1, 3, 40, 100])
@given(fits=fits, wishes=wishes, musts=musts)
def test_the_first_of_the_whole_order_are_found(fits, wishes, musts, k):
    scorer = MatchScorer(blocks=BLOCKS).fit(fits)

    options, scores = top(scorer, wishes, [1, 1], musts, k)

    assert options.tolist() == expected(scorer, wishes, musts, k)
    np.testing.assert_allclose(scores, scorer.predict([wishes])[0][options], atol=1e-9)


def test_an_option_of_which_a_must_is_not_known_is_left_out():
    scorer = MatchScorer().fit([[np.nan, 1.0], [0.5, 0.5]])

    assert top(scorer, [1, 1], [1], {0: 0.0})[0].tolist() == [1]


def test_explaining_a_few_options_says_the_same_as_explaining_all():
    scorer = MatchScorer(blocks=BLOCKS).fit(np.random.default_rng(1).random((40, 5)))
    W = [[1, 2, 0, 1, 0]]

    np.testing.assert_array_equal(
        scorer.contributions(W, options=[30, 2]), scorer.contributions(W)[:, [30, 2]]
    )


@pytest.mark.parametrize("wishes", [[1, 1], [1, 1, 1, 1, -1], [1, 1, 1, 1, np.inf]])
def test_wishes_that_are_no_row_of_importances_are_refused(wishes):
    scorer = MatchScorer(blocks=BLOCKS).fit(np.zeros((2, 5)))

    with pytest.raises(ValueError, match="wishes must be 5 numbers"):
        top(scorer, wishes, [1, 1])


def test_no_options_at_all_are_not_asked_for():
    scorer = MatchScorer(blocks=BLOCKS).fit(np.zeros((2, 5)))

    with pytest.raises(ValueError, match="k must be 1 or more"):
        top(scorer, [1] * 5, [1, 1], k=0)
