"""Find the place that somebody may mean: by its name, the start or a typo of it, or a postcode."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from matcher.distance import kilometres
from matcher.pack.homes import Home, Homes

MOST = 5
MOST_NEAR = 3
LONGEST = 100  # letters that are read; no place has more
ALIKE = 0.7  # a name that shares this part of its letters, in order, may be meant
POSTCODE = re.compile(r"[0-9]{5}")
UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
SPELT_UMLAUT = re.compile(r"([aou])e")  # "Goerlitz" is "Görlitz"; both become "gorlitz"

Found = tuple[tuple[Home, float | None], ...]


def find_home(homes: Homes, query: str, postcodes: Mapping[str, tuple[float, float]]) -> Found:
    """Return the places that a query may mean, best first.

    Parameters
    ----------
    homes : mapping of id to Home
        All places.
    query : str
        What somebody typed; any text.
    postcodes : mapping of str to (latitude, longitude)
        The middle of each postcode area, in degrees.

    Returns
    -------
    tuple of (Home, kilometres)
        For a name at most five, without kilometres; for a postcode the three nearest places
        and how far the middle of its area lies from theirs. Empty where nothing is meant.
    """
    wanted = _fold(query[:LONGEST])
    if POSTCODE.fullmatch(wanted):
        return _near(homes, postcodes[wanted]) if wanted in postcodes else ()
    if not wanted:
        return ()
    scores = {id_: _alike(wanted, _fold(home.city.name)) for id_, home in homes.items()}
    order = sorted(homes, key=lambda id_: -scores[id_])
    return tuple((homes[id_], None) for id_ in order[:MOST] if scores[id_] >= ALIKE)


def _near(homes: Homes, point: tuple[float, float]) -> Found:
    places = list(homes.values())
    away = kilometres([point], [(home.city.latitude, home.city.longitude) for home in places])[0]
    order = sorted(range(len(places)), key=lambda i: float(away[i]))
    return tuple((places[i], float(away[i])) for i in order[:MOST_NEAR])


def _alike(wanted: str, name: str) -> float:
    """2 for the start of a name, 1 for that of a word in it, else the share of equal letters."""
    if name.startswith(wanted):
        return 2.0
    if any(word.startswith(wanted) for word in name.split()):
        return 1.0
    forms = (name, name.split()[0])
    return max(SequenceMatcher(None, form, wanted, autojunk=False).ratio() for form in forms)


def _fold(text: str) -> str:
    plain = SPELT_UMLAUT.sub(r"\1", text.casefold().translate(UMLAUTS))
    return " ".join(re.findall(r"[a-z0-9]+", plain))
