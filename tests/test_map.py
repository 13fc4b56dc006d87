"""What a person may rely on when sites are drawn on the map."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.spread import _to_pixels, spread

somewhere = st.tuples(st.floats(10, 14), st.floats(50.5, 53))


@given(st.lists(somewhere, min_size=1, max_size=15), st.floats(5, 10))
def test_no_pin_hides_another(points, zoom):
    moved = _to_pixels(np.array(spread(points, zoom, gap=30)), zoom)

    distances = np.linalg.norm(moved[:, None] - moved[None, :], axis=2) + np.eye(len(moved)) * 99
    assert distances.min() > 24  # nearly the gap, where many crowd one place


def test_a_pin_that_stands_alone_stays_where_it_is():
    alone, other = (10.0, 51.0), (14.0, 53.0)

    moved = spread([alone, other], zoom=7, gap=30)

    np.testing.assert_allclose(moved, [alone, other], atol=1e-4)
