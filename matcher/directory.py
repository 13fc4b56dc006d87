"""All employers and institutes of a region: filtered, searched, in the order of the wishes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from matcher.catalogue import Catalogue
from matcher.ranking import EmployerMatch

# What can be filtered, and how an entry's values are read.
READERS: dict[str, Callable[[EmployerMatch], tuple[str, ...]]] = {
    "sector": lambda match: match.organisation.sectors,
    "offer": lambda match: match.organisation.offers,
    "size": lambda match: (match.organisation.size,) if match.organisation.size else (),
    "site": lambda match: (match.site.id,),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for: any of the values of a key, and every word of the text."""

    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    text: str = ""

    def toggled(self, key: str, value: str) -> "Filters":
        """Return the filters with one value more or less; unknown keys change nothing."""
        if key not in READERS:
            return self
        changed = self.values.get(key, frozenset()) ^ {value}
        return Filters({**self.values, key: changed}, self.text)

    def holds(self, key: str, value: str) -> bool:
        """Whether a value is looked for."""
        return value in self.values.get(key, frozenset())


def matching(
    catalogue: Catalogue, employers: Iterable[EmployerMatch], filters: Filters
) -> tuple[EmployerMatch, ...]:
    """Return the entries that the filters leave, in their order."""
    words = filters.text.casefold().split()
    labels = {
        criterion.id: " ".join(criterion.label.values()) for _, criterion in catalogue.criteria
    }

    def kept(match: EmployerMatch) -> bool:
        for key, wanted in filters.values.items():
            if wanted and wanted.isdisjoint(READERS[key](match)):
                return False
        o = match.organisation
        parts = [o.name, *o.activity.values(), *o.occupations, match.site.name, match.site.place]
        haystack = " ".join([*parts, *(labels.get(s, "") for s in o.sectors)]).casefold()
        return all(word in haystack for word in words)

    return tuple(match for match in employers if kept(match))
