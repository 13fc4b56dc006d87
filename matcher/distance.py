"""Distances as the crow flies."""

from collections.abc import Sequence

import numpy as np
from sklearn.metrics.pairwise import haversine_distances

EARTH_RADIUS_KM = 6371.0

Degrees = tuple[float, float]


def kilometres(here: Sequence[Degrees], there: Sequence[Degrees]) -> np.ndarray:
    """Great-circle distances on a sphere of 6,371 km.

    Parameters
    ----------
    here, there : sequences of (latitude, longitude)
        Degrees of WGS 84.

    Returns
    -------
    distances : ndarray of shape (n_here, n_there)
        Kilometres.

    Examples
    --------
    >>> kilometres([(51.4825, 11.9707)], [(51.3383, 12.3779)]).round(1)  # Halle, Leipzig
    array([[32.5]])
    """
    radians: np.ndarray = haversine_distances(np.radians(here), np.radians(there))
    return radians * EARTH_RADIUS_KM
