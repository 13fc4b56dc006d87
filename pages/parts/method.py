"""The HTML of the method page: every number on it comes from the code that ranks."""

from functools import cache

from matcher.audit.profiles import random_profiles
from matcher.audit.run import PROFILES, SEED, most_wins
from matcher.audit.wins import count_wins
from matcher.catalogue import Catalogue
from matcher.language import Language
from matcher.ranking import rank
from matcher.reverse import pills
from matcher.wishes import Wishes, parse_wishes
from matcher.worked import worked_example
from pages.parts.regions import known_catalogue, where
from pages.parts.templates import render
from pages.parts.visit import address_of


def method_html(catalogue: Catalogue, wishes: Wishes, speech: Language) -> str:
    """Return the page; its worked example is the first site for the pack's own example."""
    profile, questions = catalogue.region.profile, catalogue.region.questions
    example = parse_wishes(profile.example, questions)
    best = max(rank(catalogue, example).sites, key=lambda match: match.score)
    labels = [speech.text(questions.criterion(wish.criterion).label) for wish in example]
    return render(
        "method.html",
        speech,
        back=address_of("/", wishes, where(catalogue, speech)),
        query=address_of("", wishes, where(catalogue, speech)),
        site=best.site.name,
        wishes=speech.all_of(labels),
        total=speech.share(best.score),
        sums=worked_example(
            catalogue, best, {wish.criterion: wish.importance for wish in example}, speech
        ),
        profiles=PROFILES,
        fairness=[
            {"name": name, "wins": speech.percent(wins), "top3": speech.percent(top3)}
            for name, wins, top3 in _fairness(profile.id)
        ],
        blocks=[block for block in questions.blocks if block.asked == "pills"],
        most_wins=speech.percent(most_wins(len(catalogue.region.sites))),
        dominance=speech.text(profile.dominance.reason) if profile.dominance else "",
        funding=speech.text(profile.funding) if profile.funding else "",
    )


@cache
def _fairness(region: str) -> list[tuple[str, float, float]]:
    """Name, share of first places and of places among the first three, most wins first."""
    catalogue = known_catalogue(region)
    asked = pills(catalogue)
    people = random_profiles(asked, PROFILES, SEED)
    scores = asked.scorer.predict(people.wishes, people.weights)
    sites = catalogue.region.sites
    counted = count_wins([site.id for site in sites], asked.scorer.fits_, scores)
    rows = [
        (site.name, entry.wins, entry.top_three) for site, entry in zip(sites, counted, strict=True)
    ]
    return sorted(rows, key=lambda row: -row[1])
