"""What the board of wishes shows: the questions and every word on it, in one language.

The browser fetches the questions once, as a file; with every answer comes what has changed.
"""

import json
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Any

from matcher.language import Language
from matcher.model.questions import Block, Criterion, Questions
from matcher.occupations import OccupationSearch
from matcher.report import SiteReport
from matcher.wishes import Wishes
from pages.parts.components import board, board_value
from pages.parts.regions import known_catalogue, speech_in

MOST_RELATED = 5


def show_board(region: str, wishes: Wishes, leaders: list[SiteReport], speech: Language) -> None:
    """Show the questions with the wishes on them, and who leads at the foot of a phone."""
    top = "  ".join(f"{report.rank} {report.site.short_name}" for report in leaders)
    questions = known_catalogue(region).region.questions
    query = board_value("query") or ""
    found = _search(region)(query)
    chosen = [wish.criterion for wish in wishes]
    related = _related(region, chosen)
    board(
        {
            "questions": questions_address(region, speech.code),
            "wishes": str(wishes),
            "heard": board_value("wishes") or "",
            "top": top,
            "query": query,
            "related": [_criterion(questions, id_, speech) for id_ in related],
            "found": [_criterion(questions, id_, speech) for id_ in found if id_ not in chosen],
            "picked": [
                _criterion(questions, id_, speech) for id_ in chosen if _searched(questions, id_)
            ],
        }
    )


@cache
def questions_address(region: str, code: str) -> str:
    """Return where the questions are; the address changes with them."""
    version = sha256(questions_file(region, code)).hexdigest()[:12]
    return f"/questions/{region}/{code}.json?v={version}"


@cache
def questions_file(region: str, code: str) -> bytes:
    """Return the questions and every word on the board as JSON, in a language of the region."""
    catalogue = known_catalogue(region)
    speech = speech_in(catalogue, code)
    blocks = catalogue.region.questions.blocks
    searched = [_block(block, speech) for block in blocks if block.asked == "search"]
    fixed = {
        "blocks": [
            _block(block, speech)
            | {"criteria": [_fields(criterion, speech) for criterion in block.criteria]}
            for block in blocks
            if block.asked == "pills"
        ],
        "search": searched[0] if searched else None,
        "words": _words(speech),
    }
    return json.dumps(fixed, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def _search(region: str) -> Callable[[str], list[str]]:
    """Return how a query becomes ids of occupations; of none where the pack has no list."""
    occupations = known_catalogue(region).region.occupations
    if occupations is None:
        return lambda query: []
    index = OccupationSearch(occupations)
    return lambda query: [proposal.id for proposal in index.search(query)]


def warm_search(region: str) -> None:
    """Make the index of occupations before the first visitor types."""
    _search(region)("")


def _related(region: str, chosen: list[str]) -> list[str]:
    """Sectors and ways of working of the chosen occupations that are not wished for yet."""
    occupations = known_catalogue(region).region.occupations
    entries = occupations.occupations if occupations else {}
    picked = [entries[criterion] for criterion in chosen if criterion in entries]
    ids = dict.fromkeys(id_ for entry in picked for id_ in (*entry.sectors, *entry.work))
    return [id_ for id_ in ids if id_ not in chosen][:MOST_RELATED]


def _searched(questions: Questions, criterion: str) -> bool:
    return questions.block_of(criterion).asked == "search"


def _criterion(questions: Questions, criterion: str, speech: Language) -> dict[str, str]:
    return _fields(questions.criterion(criterion), speech)


def _fields(criterion: Criterion, speech: Language) -> dict[str, str]:
    return {
        "id": criterion.id,
        "label": speech.text(criterion.label),
        "help": speech.text(criterion.help),
        "icon": criterion.icon,
    }


def _block(block: Block, speech: Language) -> dict[str, Any]:
    return {
        "id": block.id,
        "label": speech.text(block.label),
        "question": speech.text(block.question),
        "help": speech.text(block.help),
    }


def _words(speech: Language) -> dict[str, Any]:
    _ = speech.gettext
    return {
        "levels": {"1": _("important"), "2": _("very important"), "must": _("must")},
        "change": _("Tap to change"),
        "weight": _("How much does this count?"),
        "weights": {"0": _("not at all"), "1": _("normal"), "2": _("a lot")},
        "terms": _("What do these words mean?"),
        "next": _("Next"),
        "result": _("See the result"),
        "example": _("for example: lab, welding, something with plants"),
        "found": _("Suggestions"),
        "picked": _("Your occupations"),
        "related": _("Goes with it"),
        "pick": _("Tap what you mean:"),
        "nothing": _("Nothing found. Try another word, or go on with the sectors."),
    }
