"""A result as plain data, for JSON."""

from typing import Any

from matcher.catalogue import Catalogue
from matcher.ranking import Result


def result_data(catalogue: Catalogue, result: Result) -> dict[str, Any]:
    """Return a result as dicts and lists; numbers are not rounded."""
    return {
        "region": catalogue.region.profile.id,
        "wishes": str(result.wishes),
        "sites": [
            {
                "rank": match.rank,
                "id": match.site.id,
                "name": match.site.name,
                "score": match.score,
                "band": match.band,
                "coverage": match.coverage,
                "excluded_by": list(match.excluded_by),
                "first_share": match.first_share,
                "top3_share": match.top3_share,
                "contributions": [
                    {
                        "block": part.block,
                        "criterion": part.criterion,
                        "fit": part.fit,
                        "weight": part.weight,
                        "contribution": part.contribution,
                    }
                    for part in match.contributions
                ],
            }
            for match in result.sites
        ],
        "employers": [
            {
                "rank": match.rank,
                "id": match.organisation.id,
                "name": match.organisation.name,
                "site": match.site.id,
                "score": match.score,
                "status": match.organisation.status,
            }
            for match in result.employers
        ],
    }


def questions_data(catalogue: Catalogue) -> dict[str, Any]:
    """Return what a region asks as dicts and lists."""
    return {
        "region": catalogue.region.profile.id,
        "blocks": [
            {
                "id": block.id,
                "label": block.label,
                "rule": block.rule,
                "criteria": [
                    {"id": criterion.id, "label": criterion.label, "kind": criterion.kind}
                    for criterion in block.criteria
                ],
            }
            for block in catalogue.region.questions.blocks
            if block.asked == "pills"
        ],
    }
