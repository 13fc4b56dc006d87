"""The audit as a page that a pupil can read."""

from collections.abc import Iterator

from matcher.audit import sections
from matcher.audit.profiles import wish_range
from matcher.audit.run import Audit
from matcher.audit.text import cell, limit, percent, verdict
from matcher.catalogue import Catalogue
from matcher.model.text import text_in
from matcher.reverse import pills

LANGUAGE = "en"


def markdown(catalogue: Catalogue, audit: Audit) -> str:
    """Write the whole page; it has no date, and changes only with the data or the code."""
    names = {site.id: cell(site.short_name) for site in catalogue.region.sites}
    asked = pills(catalogue).criteria
    labels = {criterion.id: cell(text_in(criterion.label, LANGUAGE)) for _, criterion in asked}
    labels |= {block.id: cell(text_in(block.label, LANGUAGE)) for block, _ in asked}
    parts = (
        _head(catalogue, audit),
        _short_answer(audit, names),
        sections.wins(audit, names),
        sections.reach(audit, names),
        sections.questions(audit, labels),
        sections.pairs(audit, names, labels),
        sections.euclid(audit, names),
        sections.twins(audit, names),
        _limits(audit),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(catalogue: Catalogue, audit: Audit) -> Iterator[str]:
    yield f"# Is the finder fair? {cell(text_in(catalogue.region.profile.name, LANGUAGE))}"
    yield ""
    yield "<!-- Written by `python -m matcher audit`; a change by hand fails the tests. -->"
    yield ""
    yield f"We asked the finder {audit.profiles:,} times, with the wishes of people who do not"
    yield "exist, and counted. Each of these people was drawn by chance:"
    yield ""
    for block in {block.id: block for block, _ in pills(catalogue).criteria}.values():
        fewest, most = wish_range(block)
        name = cell(text_in(block.label, LANGUAGE))
        yield f"- {name}: {fewest} to {most} of {len(block.criteria)} wishes, all equally likely;"
    yield "- each wish is wanted or very important, by the toss of a coin;"
    yield "- each block of questions counts once or twice, by the toss of a coin."
    yield ""


def _short_answer(audit: Audit, names: dict[str, str]) -> Iterator[str]:
    def listed(sites: tuple[str, ...]) -> str:
        return ", ".join(names[site] for site in sites)

    idle = sum(not question.separates for question in audit.questions)
    alike = sum(not pair.separable for pair in audit.pairs)
    change = max(twin.change for twin in audit.twins)
    yield "## The short answer"
    yield ""
    yield verdict(
        not audit.unreachable,
        f"every one of the {len(names)} sites can be first.",
        f"no wishes make these sites first: {listed(audit.unreachable)}.",
    )
    yield verdict(
        not audit.too_many_wins,
        f"no site wins more than {limit(audit.most_wins)} of the time.",
        f"more than {limit(audit.most_wins)} of the wins go to {listed(audit.too_many_wins)}.",
    )
    if known := audit.dominance:
        reason = cell(text_in(known.reason, LANGUAGE))
        yield f"- An exception: {names[known.site]} may win up to {limit(known.up_to)}. {reason}"
    yield verdict(
        not idle,
        "every question tells some sites apart.",
        f"questions that tell no sites apart: {idle}.",
    )
    yield verdict(
        not alike,
        "any two sites are told apart by at least one question.",
        f"pairs of sites that no question tells apart: {alike}.",
    )
    yield verdict(
        change == 0,
        "a site that is listed twice changes the score of no other site.",
        f"a site that is listed twice changes the scores of others by up to {change:.3f}.",
    )
    yield verdict(
        audit.average_wins == 0,
        "a site that is average in everything never wins; to be moderate does not pay.",
        f"a site that is average in everything wins {percent(audit.average_wins)} of the time.",
    )
    yield ""


def _limits(audit: Audit) -> Iterator[str]:
    yield "## What this does not show"
    yield ""
    yield "- Real people do not wish at random: who likes chemistry often likes laboratories too."
    yield "  The shares above are no forecast of what visitors will see."
    yield "- It does not say that a site deserves more or fewer wins. There is no right share."
    yield "- It does not check the facts. A site of which we know few employers wins less often"
    yield "  than it should."
    yield "- It knows only the questions that are asked. Each further question that is answered"
    yield "  best by large towns makes large towns win more often."
    yield "- Conditions (must), and wishes that are found by searching, are left out."
    yield ""
    yield "## Do it again"
    yield ""
    yield f"    python -m matcher audit --region {audit.region} --profiles {audit.profiles} \\"
    yield f"        --seed {audit.seed} --format markdown"
    yield ""
    yield "The same seed gives the same people and the same numbers on every machine. The tests"
    yield "make this page anew whenever data or code change, and fail if it differs."
