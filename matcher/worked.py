"""The arithmetic of a score, line by line, as a pupil would write it down."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue
from matcher.criteria import anchored_fit
from matcher.language import Language
from matcher.model.questions import Block, Criterion
from matcher.model.site import Site
from matcher.ranking import Contribution, SiteMatch


@dataclass(frozen=True, slots=True)
class Line:
    """One wish at one site: how its fit is computed, and what it adds."""

    label: str
    importance: int
    steps: tuple[str, ...]
    fit: str
    weight: str
    contribution: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One block of the example, with its lines and its share of the total."""

    label: str
    rule: str
    lines: tuple[Line, ...]
    total: str


def worked_example(
    catalogue: Catalogue, match: SiteMatch, importances: dict[str, int], language: Language
) -> tuple[Sum, ...]:
    """Write down how the score of one site comes about, block by block."""
    sums = []
    for block in catalogue.region.questions.blocks:
        parts = [part for part in match.contributions if part.block == block.id]
        if parts:
            sums.append(
                Sum(
                    label=language.text(block.label),
                    rule=block.rule,
                    lines=tuple(
                        _line(catalogue, match.site, block, part, importances, language)
                        for part in parts
                    ),
                    total=language.share(sum(part.contribution for part in parts)),
                )
            )
    return tuple(sums)


def _line(
    catalogue: Catalogue,
    site: Site,
    block: Block,
    part: Contribution,
    importances: dict[str, int],
    language: Language,
) -> Line:
    criterion = catalogue.region.questions.criterion(part.criterion)
    return Line(
        label=language.text(criterion.label),
        importance=importances[part.criterion],
        steps=tuple(_steps(catalogue, site, block, criterion, language)),
        fit=language.gettext("not known") if part.fit is None else language.share(part.fit),
        weight=language.share(part.weight),
        contribution=language.share(part.contribution),
    )


def _steps(
    catalogue: Catalogue, site: Site, block: Block, criterion: Criterion, language: Language
) -> list[str]:
    number = language.number
    if criterion.kind == "evidence":
        focus = catalogue.feature(site.id, f"{criterion.id}:focus")
        n = catalogue.feature(site.id, f"{criterion.id}:n")
        return [f"1 − (1 − {number(focus)}) · exp(−{number(n)} / {number(block.saturation)})"]
    if criterion.distance:
        km = catalogue.feature(site.id, f"{criterion.id}:km")
        return [_between(km, criterion.distance.worst, criterion.distance.best, "km", language)]
    steps = []
    for entry in criterion.indicators:
        definition = catalogue.region.definitions.indicators[entry.indicator]
        unit = language.text(definition.unit) if definition.unit else ""
        value = catalogue.feature(site.id, entry.indicator)
        step = _between(value, entry.worst, entry.best, unit, language)
        steps.append(f"{language.text(definition.label)}: {step}")
    return steps


def _between(value: float, worst: float, best: float, unit: str, language: Language) -> str:
    """Write a value between its anchors: 5.75 €/m², from 7 to 4.5: 0.50."""
    fit = float(anchored_fit([[value]], [(worst, best)])[0, 0])
    return language.gettext("{value} lies between {worst} (0) and {best} (1): {fit}").format(
        value=f"{language.number(value)} {unit}".strip(),
        worst=language.number(worst),
        best=language.number(best),
        fit=language.share(fit),
    )
