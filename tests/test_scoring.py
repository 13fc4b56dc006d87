"""Laws of the score, whatever the numbers are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.utils.estimator_checks import parametrize_with_checks

from matcher.scoring import ANY_OF, EACH_OF, MatchScorer

BLOCKS = [(ANY_OF, 3), (EACH_OF, 4)]
COLUMNS = sum(size for _, size in BLOCKS)

known = arrays(float, (5, COLUMNS), elements=st.floats(0, 1))
fits = arrays(float, (5, COLUMNS), elements=st.one_of(st.floats(0, 1), st.just(np.nan)))
wishes = arrays(int, (2, COLUMNS), elements=st.integers(0, 2))
weights = arrays(int, (2, len(BLOCKS)), elements=st.integers(0, 2))
place = st.integers(0, 4)
criterion = st.integers(0, COLUMNS - 1)


def scorer(fits):
    return MatchScorer(blocks=BLOCKS).fit(fits)


@given(fits, wishes, weights)
def test_a_score_lies_between_0_and_1_and_its_contributions_add_up_to_it(fits, wishes, weights):
    fitted = scorer(fits)
    scores = fitted.predict(wishes, weights)
    asked = fitted.weights(wishes, weights).any(axis=1)

    assert ((scores >= 0) & (scores <= 1 + 1e-12)).all()
    parts = fitted.contributions(wishes, weights).sum(axis=2)
    np.testing.assert_allclose(parts[asked], scores[asked], atol=1e-9)


@given(fits, wishes, weights)
def test_weights_of_wishes_add_up_to_one_and_a_contribution_is_never_more_than_its_block(
    fits, wishes, weights
):
    fitted = scorer(fits)
    shares = fitted.weights(wishes, weights)
    asked = shares.any(axis=1)

    np.testing.assert_allclose(shares.sum(axis=1)[asked], 1.0)
    for _, columns in fitted.slices_:
        block = fitted.contributions(wishes, weights)[:, :, columns].sum(axis=2)
        assert (block <= shares[:, columns].sum(axis=1)[:, np.newaxis] + 1e-12).all()


@given(fits, wishes, place)
def test_closing_one_place_never_changes_the_score_of_another(fits, wishes, place):
    before = scorer(fits).predict(wishes)
    after = scorer(np.delete(fits, place, axis=0)).predict(wishes)

    np.testing.assert_allclose(np.delete(before, place, axis=1), after, rtol=0, atol=1e-12)


@given(known, wishes, weights, place, criterion, st.floats(0, 1))
def test_more_of_what_is_wished_never_lowers_a_place(
    known, wishes, weights, place, criterion, more
):
    better = known.copy()
    better[place, criterion] = max(better[place, criterion], more)

    before = scorer(known).predict(wishes, weights)
    after = scorer(better).predict(wishes, weights)

    assert (after >= before - 1e-12).all()


@given(known, wishes, st.integers(0, 2), st.integers(1, 2))
def test_one_more_sector_never_lowers_a_place_that_has_it_as_much_as_its_best(
    known, wishes, sector, importance
):
    asked = wishes.copy()
    asked[:, sector] = 0
    chosen = asked[:, :3] > 0
    best = np.where(chosen[:, np.newaxis, :], known[:, :3], 0).max(axis=2)
    has_it = known[:, sector] >= best - 1e-12
    more = asked.copy()
    more[:, sector] = importance

    before, after = scorer(known).predict(asked), scorer(known).predict(more)

    answered = chosen.any(axis=1)[:, np.newaxis]
    assert (after >= before - 1e-12)[has_it & answered].all()


@given(fits, wishes, weights, st.sampled_from([2, 3, 10]))
def test_doubling_all_importances_inside_a_block_changes_nothing(fits, wishes, weights, factor):
    louder = wishes.copy()
    louder[:, :3] *= factor

    np.testing.assert_allclose(
        scorer(fits).predict(wishes, weights), scorer(fits).predict(louder, weights), atol=1e-12
    )


@given(fits, wishes, weights, criterion)
def test_a_criterion_that_counts_twice_leaves_the_share_of_other_blocks_alone(
    fits, wishes, weights, criterion
):
    louder = wishes.copy()
    louder[:, criterion] *= 2
    fitted = scorer(fits)
    mine = next(i for i, (_, c) in enumerate(fitted.slices_) if c.start <= criterion < c.stop)
    other = fitted.slices_[1 - mine][1]

    np.testing.assert_allclose(
        fitted.contributions(wishes, weights)[:, :, other],
        fitted.contributions(louder, weights)[:, :, other],
        atol=1e-12,
    )


@given(fits, wishes, weights)
def test_people_are_scored_alone_as_they_are_in_a_crowd(fits, wishes, weights):
    fitted = scorer(fits)
    crowd = fitted.predict(wishes, weights)
    alone = [fitted.predict(wishes[[i]], weights[[i]])[0] for i in range(len(wishes))]

    np.testing.assert_allclose(crowd, alone, atol=1e-12)


@given(fits, wishes, st.permutations(range(5)))
def test_the_order_of_places_does_not_matter(fits, wishes, order):
    before = scorer(fits).predict(wishes)
    after = scorer(fits[list(order)]).predict(wishes)

    np.testing.assert_allclose(before[:, list(order)], after, atol=1e-12)


def test_what_is_not_known_counts_as_half():
    fitted = MatchScorer(blocks=[(EACH_OF, 2)]).fit([[1.0, np.nan], [np.nan, np.nan]])

    np.testing.assert_allclose(fitted.predict([[1, 1]]), [[0.75, 0.5]])


def test_three_sectors_with_one_strong_hit_is_still_a_good_place():
    fitted = MatchScorer(blocks=[(ANY_OF, 3)]).fit([[0.9, 0.0, 0.0]])

    assert fitted.predict([[1, 1, 1]])[0, 0] == pytest.approx(0.75 * 0.9 + 0.25 * 0.3)


def test_a_person_without_wishes_finds_every_place_equal():
    fitted = scorer(np.random.default_rng(1).random((5, COLUMNS)))

    assert (fitted.predict(np.zeros((1, COLUMNS))) == 0.5).all()


def test_a_block_that_is_unimportant_counts_for_nothing():
    fitted = MatchScorer(blocks=[(EACH_OF, 1), (EACH_OF, 1)]).fit([[1.0, 0.0]])

    assert fitted.predict([[1, 1]], [[0, 1]])[0, 0] == 0.0
    assert fitted.predict([[1, 1]], [[2, 1]])[0, 0] == pytest.approx(2 / 3)


def test_a_million_options_are_the_same_code_as_thirteen():
    fits = np.random.default_rng(2).random((100_000, COLUMNS))
    person = [[0, 2, 0, 1, 0, 0, 1]]

    np.testing.assert_allclose(
        scorer(fits).predict(person)[0, :13], scorer(fits[:13]).predict(person)[0], atol=1e-12
    )


@pytest.mark.parametrize(
    ("blocks", "told"),
    [([(ANY_OF, 2)], "hold 2 criteria"), ([("some-of", 7)], "must be 'any-of' or 'each-of'")],
)
def test_blocks_that_do_not_fit_are_refused(blocks, told):
    with pytest.raises(ValueError, match=told):
        MatchScorer(blocks=blocks).fit(np.zeros((2, COLUMNS)))


@parametrize_with_checks([MatchScorer()])
def test_the_scorer_keeps_the_scikit_learn_contract(estimator, check):
    check(estimator)
