"""How far the order of the sites agrees with people who know them, or with another version.

Sites that share a rank fit about equally, and the order in which they are shown is drawn. No
figure here depends on that draw: *hit rate*, *reciprocal rank* and *NDCG* are the expected
values over all orders inside a group; *rank-biased overlap* takes the whole group at once.
"""

from matcher.evaluation.hit_rate import hit_rate
from matcher.evaluation.ndcg import ndcg
from matcher.evaluation.rank_overlap import rank_overlap
from matcher.evaluation.reciprocal_rank import reciprocal_rank
from matcher.evaluation.run import CaseResult, Evaluation, evaluate, read_cases, read_ranks

__all__ = [
    "CaseResult",
    "Evaluation",
    "evaluate",
    "hit_rate",
    "ndcg",
    "rank_overlap",
    "read_cases",
    "read_ranks",
    "reciprocal_rank",
]
