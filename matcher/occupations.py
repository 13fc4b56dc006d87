"""Find occupations by any words for them: titles, typos, compounds, everyday words.

It proposes; the person picks. Nothing is inferred that they cannot see and edit.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.pipeline import make_pipeline

from matcher.model.occupations import Occupations

MOST = 5
ENOUGH = 0.48  # below this similarity a proposal is a guess
LONGEST = 100  # letters that are read; nobody's occupation has more
NEAREST = 20  # titles that are compared letter by letter
TYPO = 0.8  # a title that shares this part of its letters, in order, is meant
TYPO_LENGTH = 5  # shorter words have too many neighbours

ACCENTS = re.compile("[\u0300-\u036f]|(?<=[aou])e")  # "Bäcker" and "Baecker" become "Backer"
# (m/w/d), /in, :in, *innen, /-frau: how German titles address everybody. And markup.
ENDINGS = re.compile(
    r"\(?\b[mwdxif](?:\s*[/|,]\s*(?:[mwdxif]|divers)\b){1,3}\)?|\((?:all genders|gn)\)"
    r"|[/:*_]-?(?:innen|in|frau|r|n|e)\b|<[^>]*>"
)
# What people say around an occupation, and the small words inside titles.
FILLERS = re.compile(
    r"ich|bin|war|habe?|will|mochte|wurde|werden|kann|komme|suche|mache|machen|gern|gerne|mich|"
    r"interessiere|gelernte?r?|ausgebildete?r?|arbeiten?|arbeit|gearbeitet|jobs?|stellen?|"
    r"stellenangebote|jahren?|fruher|seit|lange|als|was|irgendwas|etwas|mit|und|oder|der|die|das|"
    r"dem|den|einen?|eine?r?|im|in|ins|auf|aus|bei|beim|fur|von|zum|zur|"
    r"i|am|was|have|my|want|would|like|used|looking|to|be|become|do|work|working|worked|job|"
    r"something|with|and|of|the|an?|as|for"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An occupation that a query may mean; ``score`` is a similarity, 0 to 1."""

    id: str
    sectors: tuple[str, ...]
    score: float


class OccupationSearch:
    """Similarity to all titles and synonyms of a pack, in two steps.

    1. TF-IDF over character n-grams finds parts of German compounds; each title is read once
       with and once without its spaces. N-grams that no title has count as the rarest: they
       make a query less alike, so that nonsense finds nothing.
    2. The nearest titles are compared letter by letter: a typo breaks many n-grams but leaves
       most letters in their order.

    Parameters
    ----------
    occupations : Occupations
        The pack's list.
    """

    def __init__(self, occupations: Occupations) -> None:
        self._occupations = occupations.occupations
        self._names = list(self._occupations)
        texts: dict[tuple[int, str], None] = {}
        for row, entry in enumerate(self._occupations.values()):
            for title in (*entry.label.values(), *entry.synonyms):
                for form in _forms(title):
                    texts[row, form] = None
        self._owner = np.array([row for row, _ in texts])
        self._texts = [form for _, form in texts]
        # Hashed, not counted: an n-gram that no title has keeps a column, and so its weight.
        self._vectorizer = make_pipeline(
            HashingVectorizer(
                analyzer="char_wb",
                ngram_range=(2, 5),
                binary=True,
                norm=None,
                alternate_sign=False,
            ),
            TfidfTransformer(),
        )
        self._titles = self._vectorizer.fit_transform(self._texts).T.tocsr()

    def search(self, query: str, limit: int = MOST) -> tuple[Proposal, ...]:
        """Return at most ``limit`` occupations, best first; none where nothing is alike."""
        forms = _forms(query[:LONGEST])
        if not forms:
            return ()
        alike = (self._vectorizer.transform(forms) @ self._titles).toarray().max(axis=0)
        nearest = np.argsort(-alike, kind="stable")[:NEAREST]
        for form in forms:
            sure = list(_with_typo(form, (self._texts[i] for i in nearest)))
            alike[nearest] = np.maximum(alike[nearest], sure)
        best = np.zeros(len(self._names))
        np.maximum.at(best, self._owner, np.minimum(alike, 1))
        order = np.argsort(-best, kind="stable")[:limit]
        return tuple(
            Proposal(self._names[i], self._occupations[self._names[i]].sectors, float(best[i]))
            for i in order
            if best[i] >= ENOUGH
        )


def _with_typo(form: str, titles: Iterable[str]) -> Iterator[float]:
    """Yield how surely a query is each title with a typo; 0 where it is another word."""
    matcher = SequenceMatcher(None, "", form, autojunk=False)
    for title in titles:
        share = 0.0
        if form[0] == title[0] and min(len(form), len(title)) >= TYPO_LENGTH:
            matcher.set_seq1(title)
            if matcher.quick_ratio() >= TYPO:
                share = matcher.ratio()
        yield 2 * share - 1 if share >= TYPO else 0.0


def _forms(text: str) -> list[str]:
    """Return a text as it is compared: plain letters, with and without its spaces."""
    folded = ENDINGS.sub(" ", ACCENTS.sub("", normalize("NFKD", text.casefold())))
    words = list(dict.fromkeys(re.findall(r"[a-z0-9+#]+", folded)))
    spaced = " ".join(word for word in words if not FILLERS.fullmatch(word))
    if len(spaced) < 2 or not re.search("[a-z]", spaced):
        return []
    return list(dict.fromkeys([spaced, spaced.replace(" ", "")]))
