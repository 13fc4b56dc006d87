"""Where a town stands among the other towns of its region, figure by figure."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from matcher.catalogue import Catalogue
from matcher.language import N_, Language

YES_NO = frozenset({"yes", "no"})
# By how most people judge a figure, and whether any other town lies behind this one.
SENTENCES = {
    ("lower_better", True): N_("Better than in {towns}: less is better."),
    ("lower_better", False): N_("Worse than in {towns}: less is better."),
    ("higher_better", True): N_("Better than in {towns}: more is better."),
    ("higher_better", False): N_("Worse than in {towns}: more is better."),
    ("neutral", True): N_("More than in {towns}."),
    ("neutral", False): N_("Less than in {towns}."),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One figure of one town beside the same figure of the others.

    ``others`` holds the known values of the other towns, lowest first; ``unknown`` counts
    those of whom nothing is known.
    """

    value: float
    others: tuple[float, ...]
    unknown: int = 0

    @property
    def lower(self) -> int:
        """How many others have less."""
        return sum(other < self.value for other in self.others)

    @property
    def higher(self) -> int:
        """How many others have more."""
        return sum(other > self.value for other in self.others)

    @property
    def same(self) -> int:
        """How many others have just as much."""
        return len(self.others) - self.lower - self.higher

    @property
    def rank(self) -> int:
        """The place from below, 1 for the lowest; equal towns share one."""
        return self.lower + 1

    @property
    def lowest(self) -> float:
        """The least that any town has, this one included."""
        return min(self.value, *self.others)

    @property
    def highest(self) -> float:
        """The most that any town has, this one included."""
        return max(self.value, *self.others)

    @property
    def median(self) -> float:
        """The middle of all towns, this one included."""
        return float(median([self.value, *self.others]))

    def share(self, value: float) -> float:
        """Return how far a value lies from the lowest, 0, to the highest, 1.

        Examples
        --------
        >>> Standing(5.0, (4.0, 8.0)).share(5.0)
        0.25
        """
        span = self.highest - self.lowest
        return (value - self.lowest) / span if span else 0.5


def standing(value: float, others: Iterable[float]) -> Standing | None:
    """Hold a value against those of others; what is not known (NaN) is left out.

    Returns
    -------
    standing : Standing or None
        None where the value itself, or every other one, is not known.
    """
    told = list(others)
    known = sorted(other for other in told if not math.isnan(other))
    if math.isnan(value) or not known:
        return None
    return Standing(value, tuple(known), len(told) - len(known))


def town_standing(catalogue: Catalogue, municipality: str, indicator: str) -> Standing | None:
    """Hold a figure of a town against those of the other towns in which sites lie.

    A town with three sites counts once.
    """
    towns = dict.fromkeys(site.municipality for site in catalogue.region.sites)
    towns.pop(municipality, None)

    def value_of(town: str) -> float:
        row = catalogue.facts.get((town, indicator))
        return float(row["value"]) if row else math.nan

    return standing(value_of(municipality), map(value_of, towns))


@dataclass(frozen=True, slots=True)
class Strip:
    """A figure among those of the other towns, ready to be drawn and read.

    ``dots``, ``here`` and ``middle`` run from 0, the lowest, to 1, the highest. There are no
    dots where the figure is a yes or a no.
    """

    words: str
    lowest: str
    highest: str
    median: str
    here: float
    middle: float
    dots: tuple[float, ...]


def strip(
    catalogue: Catalogue, municipality: str, indicator: str, language: Language
) -> Strip | None:
    """Return a figure of a town among those of the others; None where there is nothing to say."""
    found = town_standing(catalogue, municipality, indicator)
    if found is None:
        return None
    answer = catalogue.facts[municipality, indicator]["text"] in YES_NO
    direction = catalogue.region.definitions.indicators[indicator].direction
    if answer:
        said = [answer_words(found, language)]
    else:
        said = [standing_words(found, direction, language)]
    if found.unknown:
        said.append(language.gettext("Not known: {n}.").format(n=found.unknown))
    return Strip(
        words=" ".join(said),
        lowest=language.number(found.lowest),
        highest=language.number(found.highest),
        median=language.number(found.median),
        here=found.share(found.value),
        middle=found.share(found.median),
        dots=() if answer else tuple(found.share(other) for other in found.others),
    )


def standing_words(found: Standing, direction: str, language: Language) -> str:
    """Say in a sentence or two where a town stands, as most people would judge it.

    Parameters
    ----------
    found : Standing
        The town among the others.
    direction : str
        'higher_better', 'lower_better' or 'neutral', as the pack defines it.
    language : Language
        What is spoken.
    """
    total = len(found.others)
    behind, before = found.lower, found.higher
    if direction == "lower_better":
        behind, before = before, behind
    if found.same == total:
        return language.gettext("The same as in {towns}.").format(towns=_towns(total, language))
    sentence = language.gettext(SENTENCES[direction, behind > 0])
    said = [sentence.format(towns=_towns(total, language, behind or before))]
    if found.same:
        said.append(language.gettext("Just as much: {n}.").format(n=found.same))
    return " ".join(said)


def answer_words(found: Standing, language: Language) -> str:
    """Say in how many other towns the answer is yes."""
    yes = sum(value == 1 for value in found.others)
    return language.gettext("Yes in {towns}.").format(
        towns=_towns(len(found.others), language, yes)
    )


def _towns(total: int, language: Language, n: int | None = None) -> str:
    """Name some of the other towns, or all of them, as they stand behind the word "in"."""
    if n == 0:
        return language.gettext("none of the other towns")
    if n is None or n == total:
        return language.ngettext("the other town", "all {m} other towns", total).format(m=total)
    return language.ngettext("{n} of {m} other town", "{n} of {m} other towns", total).format(
        n=n, m=total
    )
