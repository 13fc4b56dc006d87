"""The wish string: the one form of a person's wishes.

    sector=chemistry,pharma-biotech&work=laboratory&living=near-water:2&weight=sector:2&home=leipzig

``id`` is wanted, ``id:2`` very important, ``id:must`` a condition (and very important);
``weight=block:0|1|2`` makes a block unimportant, normal or very important. The canonical
form puts blocks in the region's order, keeps the order of values and leaves out weights
of 1. ``home=place`` is where the person lives now: sites are compared with it, and it never
changes what they score.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Self
from urllib.parse import unquote

from matcher.errors import WishError
from matcher.language import N_
from matcher.model.questions import Questions

MAX_LENGTH = 2000
WEIGHT_KEY, HOME_KEY = "weight", "home"
HOME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # the id of a place; which ones are known is not ours
NORMAL, VERY_IMPORTANT = 1, 2
LONGEST_HOME = 60


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that is wanted, with its importance (1 or 2)."""

    criterion: str
    importance: int = NORMAL
    must: bool = False

    def __str__(self) -> str:
        if self.must:
            return f"{self.criterion}:must"
        return f"{self.criterion}:2" if self.importance == VERY_IMPORTANT else self.criterion


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a part of a wish string was not understood.

    ``template`` is a translatable sentence, ``fields`` fill it.
    """

    template: str
    fields: Mapping[str, Any]

    def __str__(self) -> str:
        return self.template.format(**self.fields)


@dataclass(frozen=True, slots=True)
class Wishes:
    """All wishes of a person, by block in the region's order, weights of blocks, and the home."""

    blocks: tuple[tuple[str, tuple[Wish, ...]], ...] = ()
    weights: tuple[tuple[str, int], ...] = ()
    home: str = ""

    def __iter__(self) -> Iterator[Wish]:
        for _, wishes in self.blocks:
            yield from wishes

    def __len__(self) -> int:
        return sum(len(wishes) for _, wishes in self.blocks)

    def __str__(self) -> str:
        return "&".join(f"{key}={value}" for key, value in self.pairs().items())

    def pairs(self) -> dict[str, str]:
        """Return the canonical form as keys and values of an address."""
        pairs = {block: ",".join(map(str, wishes)) for block, wishes in self.blocks}
        if self.weights:
            pairs[WEIGHT_KEY] = ",".join(f"{block}:{weight}" for block, weight in self.weights)
        if self.home:
            pairs[HOME_KEY] = self.home
        return pairs

    @property
    def scored(self) -> Self:
        """The wishes less what no score depends on."""
        return replace(self, home="")

    def weight(self, block: str) -> int:
        """Return the weight of a block: 0, 1 (the default) or 2."""
        return dict(self.weights).get(block, 1)

    def get(self, criterion: str) -> Wish | None:
        """Return the wish for a criterion, if there is one."""
        return next((wish for wish in self if wish.criterion == criterion), None)

    def without(self, *criteria: str) -> Self:
        """Return the wishes less those for some criteria."""
        kept = (
            (block, tuple(wish for wish in wishes if wish.criterion not in criteria))
            for block, wishes in self.blocks
        )
        return replace(self, blocks=tuple((block, wishes) for block, wishes in kept if wishes))

    def with_wish(self, block: str, wish: Wish, order: Sequence[str]) -> Self:
        """Return the wishes with one more, last in its block; ``order`` is that of blocks."""
        found = dict(self.blocks)
        found[block] = (*found.get(block, ()), wish)
        return replace(self, blocks=tuple((b, found[b]) for b in order if b in found))

    def eased(self, *criteria: str) -> Self:
        """Return the wishes with some musts made very important wishes."""
        return replace(
            self,
            blocks=tuple(
                (block, tuple(replace(w, must=w.must and w.criterion not in criteria) for w in own))
                for block, own in self.blocks
            ),
        )


def parse_wishes(text: str, questions: Questions) -> Wishes:
    """Read a wish string.

    Raises
    ------
    WishError
        If any part is not understood; it names each one and the nearest known ids.
    """
    wishes, faults = read_wishes(text, questions)
    if faults:
        raise WishError(map(str, faults))
    return wishes


def read_wishes(text: str, questions: Questions) -> tuple[Wishes, list[Fault]]:
    """Read what can be understood of a wish string, and say what cannot."""
    if len(text) > MAX_LENGTH:
        return Wishes(), [
            Fault(N_("A wish string has at most {limit} characters."), {"limit": MAX_LENGTH})
        ]
    pairs, faults = [], []
    for part in filter(None, text.removeprefix("?").split("&")):
        key, separator, value = part.partition("=")
        if separator:
            pairs.append((unquote(key), unquote(value)))
        else:
            faults.append(
                Fault(N_("“{part}” is not of the form key=values."), {"part": _short(part)})
            )
    wishes, more = read_pairs(pairs, questions)
    return wishes, faults + more


def read_pairs(
    pairs: Iterable[tuple[str, str]], questions: Questions
) -> tuple[Wishes, list[Fault]]:
    """Read the keys and values of an address, already decoded."""
    faults: list[Fault] = []
    values: dict[str, str] = {}
    known = [block.id for block in questions.blocks]
    for key, value in pairs:
        if len(value) > MAX_LENGTH:
            faults.append(
                Fault(N_("A wish string has at most {limit} characters."), {"limit": MAX_LENGTH})
            )
        elif key in values:
            faults.append(Fault(N_("“{key}” is given twice."), {"key": _short(key)}))
        elif key in (*known, WEIGHT_KEY, HOME_KEY):
            values[key] = value
        else:
            faults.append(_unknown(N_("“{value}” is not a block of questions.{near}"), key, known))
    blocks = []
    for block in questions.blocks:
        ids = [criterion.id for criterion in block.criteria]
        if found := tuple(_read_block(values.get(block.id, ""), ids, faults)):
            blocks.append((block.id, found))
    weights = dict(_read_weights(values.get(WEIGHT_KEY, ""), known, faults))
    ordered = tuple((block, weights[block]) for block in known if weights.get(block, 1) != 1)
    home = values.get(HOME_KEY, "")
    if home and (len(home) > LONGEST_HOME or not HOME.fullmatch(home)):
        faults.append(Fault(N_("“{value}” is not a known place."), {"value": _short(home)}))
        home = ""
    return Wishes(tuple(blocks), ordered, home), faults


def _read_block(value: str, known: list[str], faults: list[Fault]) -> Iterator[Wish]:
    seen = set()
    for token in filter(None, value.split(",")):
        name, _, level = token.partition(":")
        if name not in known:
            faults.append(_unknown(N_("“{value}” is not a known wish.{near}"), name, known))
        elif name in seen:
            faults.append(Fault(N_("“{key}” is given twice."), {"key": name}))
        elif token == f"{name}:must":
            yield Wish(name, VERY_IMPORTANT, must=True)
        elif token in (name, f"{name}:1", f"{name}:2"):
            yield Wish(name, int(level or NORMAL))
        else:
            faults.append(
                Fault(
                    N_("“{value}” is no importance of “{key}”: leave it out, or use 1, 2 or must."),
                    {"value": _short(level), "key": name},
                )
            )
        seen.add(name)


def _read_weights(value: str, known: list[str], faults: list[Fault]) -> Iterator[tuple[str, int]]:
    seen = set()
    for token in filter(None, value.split(",")):
        name, _, level = token.partition(":")
        if name not in known:
            faults.append(_unknown(N_("“{value}” is not a block of questions.{near}"), name, known))
        elif name in seen:
            faults.append(Fault(N_("“{key}” is given twice."), {"key": name}))
        elif level in ("0", "1", "2"):
            yield name, int(level)
        else:
            faults.append(
                Fault(
                    N_("“{value}” is no weight of “{key}”: use 0, 1 or 2."),
                    {"value": _short(level), "key": name},
                )
            )
        seen.add(name)


def _unknown(template: str, value: str, known: list[str]) -> Fault:
    near = get_close_matches(value[:60], known, n=3, cutoff=0.5)
    hint = f" → {', '.join(near)}" if near else ""
    return Fault(template, {"value": _short(value), "near": hint})


def _short(value: str) -> str:
    """Make a stranger's text fit for a message: printable, and not long."""
    clean = "".join(c if c.isprintable() else "�" for c in value)
    return clean if len(clean) <= 40 else f"{clean[:39]}…"
