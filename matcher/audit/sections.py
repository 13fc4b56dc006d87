"""The middle of the audit's page: one section for each thing that was counted."""

from collections.abc import Iterator

from matcher.audit.echoes import ECHOES_FROM
from matcher.audit.questions import DIFFERS_FROM, SEPARATES_FROM, Telling
from matcher.audit.reachability import Reach
from matcher.audit.run import Audit
from matcher.audit.text import percent, table

CLEAREST = 5  # so many criteria are named on each side of a pair


def wins(audit: Audit, names: dict[str, str]) -> Iterator[str]:
    """Yield the table of wins, the most first."""
    yield "## How often does each site win?"
    yield ""
    yield "*Wins*: it has the highest score; equal scores share a win. *Clearly first*: no other"
    yield "site is within 0.03. *First, also shared*: it is shown in first place, alone or with"
    yield "others that fit about equally. *Best at*: questions in which no site does better."
    yield ""
    rows: list[list[str | int]] = [
        [
            names[site.site],
            *map(percent, (site.wins, site.alone, site.first, site.top_three)),
            site.best_at,
        ]
        for site in sorted(audit.wins, key=lambda site: -site.wins)
    ]
    head = ("Site", "Wins", "Clearly first", "First, also shared", "In the first three", "Best at")
    yield from table(head, rows)
    yield f"If all sites were alike, each would win {percent(1 / len(names))}. They are not alike:"
    yield "a site with more kinds of work, in a town with more of what is asked for, wins more"
    yield "often."
    yield ""


def reach(audit: Audit, names: dict[str, str]) -> Iterator[str]:
    """Yield the shortest wishes for every site."""
    yield "## Which wishes lead to each site?"
    yield ""
    yield "The shortest wishes with which no site scores higher, and the lead over the next one, on"
    yield "the scale from 0 to 1. Up to 0.03 the two share the first place."
    yield ""
    rows = [
        (names[way.site], "none of up to four wishes", "")
        if way.shortest is None
        else (names[way.site], f"`{way.shortest}`", _lead(way))
        for way in audit.reach
    ]
    yield from table(("Site", "Shortest wishes", "Lead"), rows, left=2)


def questions(audit: Audit, labels: dict[str, str]) -> Iterator[str]:
    """Yield the effect of every question, the largest first."""
    yield "## Which questions matter?"
    yield ""
    yield "For each wish we took the people who have it, and left it out. How many of them then get"
    yield "another winner? *Spread* is the best fit among the sites less the worst, from 0 to 1;"
    yield f"below {SEPARATES_FROM} a question tells no sites apart."
    yield ""
    rows = [
        (labels[q.criterion], labels[q.block], percent(q.moved), f"{q.spread:.2f}")
        for q in sorted(audit.questions, key=lambda question: -question.moved)
    ]
    yield from table(("Wish", "Block", "Another winner without it", "Spread"), rows, left=2)
    idle = [labels[question.criterion] for question in audit.questions if not question.separates]
    yield f"Questions that tell no sites apart: {', '.join(idle) or 'none'}."
    yield ""
    alike = [
        f"{' and '.join(labels[criterion] for criterion in echo.criteria)} ({echo.correlation:.2f})"
        for echo in audit.echoes
    ]
    yield "Questions that are nearly one question asked twice, so that what they share counts"
    yield f"double (correlation from {ECHOES_FROM}): {'; '.join(alike) or 'none'}."
    yield ""


def pairs(audit: Audit, names: dict[str, str], labels: dict[str, str]) -> Iterator[str]:
    """Yield the pairs that are alike, and what tells sites of one town apart."""
    alike = [
        " and ".join(names[site] for site in pair.sites)
        for pair in audit.pairs
        if not pair.separable
    ]
    yield "## Can any two sites be told apart?"
    yield ""
    yield f"To a question two sites are alike if their fits differ by less than {DIFFERS_FROM}."
    yield f"Pairs that are alike to every question: {'; '.join(alike) or 'none'}."
    yield ""
    for pair in audit.pairs:
        if pair.same_municipality:
            yield from _one_town(pair, names, labels)


def euclid(audit: Audit, names: dict[str, str]) -> Iterator[str]:
    """Yield the wins under the other measure."""
    yield "## What if we measured in another way?"
    yield ""
    yield "The finder adds up what is missing, wish by wish (*city block*). Others square what is"
    yield "missing before they add it up (*Euclid*): one big gap then weighs more than many small"
    yield f"ones. With Euclid {percent(audit.euclid.moved)} of the people would get another winner."
    yield ""
    rows = [
        (names[site.site], percent(site.wins), percent(audit.euclid.wins[site.site]))
        for site in audit.wins
    ]
    yield from table(("Site", "Wins, city block", "Wins, Euclid"), rows)


def twins(audit: Audit, names: dict[str, str]) -> Iterator[str]:
    """Yield what happens when a site is listed twice."""
    yield "## What if a site were listed twice?"
    yield ""
    yield "Nobody should gain or lose by a copy of somebody else. We listed each site twice in"
    yield "turn: the scores of all others, and so their order, should stay, and the two should"
    yield "share the wins."
    yield ""
    rows = [
        (names[twin.site], *map(percent, (twin.wins, twin.own, twin.twin)), f"{twin.change:.3f}")
        for twin in audit.twins
    ]
    head = ("Site", "Wins, listed once", "Wins, the first", "Wins, the copy", "Others change by")
    yield from table(head, rows)


def _lead(way: Reach) -> str:
    return f"{way.margin:.2f}" if way.alone else f"{way.margin:.2f}, shared"


def _one_town(pair: Telling, names: dict[str, str], labels: dict[str, str]) -> Iterator[str]:
    one, other = (names[site] for site in pair.sites)
    yield f"{one} and {other} are in one town. What tells them apart:"
    yield ""
    for name, criteria in ((one, pair.for_first), (other, pair.for_second)):
        shown = ", ".join(labels[criterion] for criterion in criteria[:CLEAREST])
        more = len(criteria) - CLEAREST
        yield f"- more at {name}: {shown or 'nothing'}{f', and {more} more' if more > 0 else ''}"
    yield ""
