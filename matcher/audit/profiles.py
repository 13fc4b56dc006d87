"""Random people: what the audit asks the finder.

The draw is the same for all regions, and says nothing of what real people want: every
criterion of a block is equally likely, and so is every number of wishes in the block's range.
"""

from dataclasses import dataclass

import numpy as np

from matcher.model.questions import Block
from matcher.reverse import Pills
from matcher.scoring import ANY_OF

IMPORTANCES = (1, 2)  # wanted, very important: equally likely
WEIGHTS = (1, 2)  # of a block: equally likely


@dataclass(frozen=True, slots=True)
class Profiles:
    """The wishes of many people.

    ``wishes`` holds importances (n_people, n_criteria), 0 for what was not wished for;
    ``weights`` those of the blocks (n_people, n_blocks).
    """

    wishes: np.ndarray
    weights: np.ndarray


def wish_range(block: Block) -> tuple[int, int]:
    """Return the fewest and the most wishes that are drawn from a block.

    One to three where one hit is enough (sectors), up to three of what is scored by evidence
    (ways of working), one to four of everything else (living).
    """
    if block.rule == ANY_OF:
        return 1, min(3, len(block.criteria))
    if all(criterion.kind == "evidence" for criterion in block.criteria):
        return 0, min(3, len(block.criteria))
    return 1, min(4, len(block.criteria))


def random_profiles(asked: Pills, count: int, seed: int) -> Profiles:
    """Draw ``count`` people; the same seed gives the same people on every machine."""
    rng = np.random.default_rng(seed)
    blocks = list({block.id: block for block, _ in asked.criteria}.values())
    wishes = [_wishes(rng, count, block) for block in blocks]
    return Profiles(wishes=np.hstack(wishes), weights=_whole(rng, (count, len(blocks)), *WEIGHTS))


def _wishes(rng: np.random.Generator, count: int, block: Block) -> np.ndarray:
    """Draw how many wishes, then which, then how important each is."""
    size = len(block.criteria)
    held = _whole(rng, (count, 1), *wish_range(block))
    place = rng.random((count, size)).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    return np.where(place < held, _whole(rng, (count, size), *IMPORTANCES), 0.0)


def _whole(
    rng: np.random.Generator, shape: tuple[int, int], lowest: int, highest: int
) -> np.ndarray:
    """Draw whole numbers, each equally likely; only from `random`, which numpy keeps stable."""
    return lowest + np.floor(rng.random(shape) * (highest - lowest + 1))
