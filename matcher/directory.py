"""All employers and institutes of a region: filtered, searched, in the order of the wishes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from matcher.catalogue import Catalogue, Organisation
from matcher.model.organisations import Size
from matcher.ranking import EmployerMatch

Order = Literal["wishes", "size", "name"]
# People at the least, where only the class of size is known.
PEOPLE: dict[Size, int] = {"micro": 1, "small": 10, "medium": 50, "large": 250}

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
        """Return the filters with one value more or less."""
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
        for key, read in READERS.items():  # keys that nobody knows filter nothing
            wanted = filters.values.get(key)
            if wanted and wanted.isdisjoint(read(match)):
                return False
        o = match.organisation
        parts = [o.name, *o.activity.values(), *o.occupations, match.site.name, match.site.place]
        haystack = " ".join([*parts, *(labels.get(s, "") for s in o.sectors)]).casefold()
        return all(word in haystack for word in words)

    return tuple(match for match in employers if kept(match))


def in_order(employers: Iterable[EmployerMatch], order: Order) -> tuple[EmployerMatch, ...]:
    """Return entries by name, by size, or as they are: in the order of the wishes.

    By size the largest comes first, who is planned, closing or insolvent comes after all
    others, and of equals the name decides.
    """
    if order == "name":
        return tuple(sorted(employers, key=lambda match: match.organisation.name.casefold()))
    if order == "size":
        return tuple(sorted(employers, key=lambda match: _by_size(match.organisation)))
    return tuple(employers)


def _by_size(organisation: Organisation) -> tuple[bool, float, str]:
    people = PEOPLE[organisation.size] if organisation.size else 0
    if organisation.employees:
        people = organisation.employees.value
    return (organisation.strength == 0, -people, organisation.name.casefold())
