"""The result as one page of paper: the first three sites, all others, where it was read."""

from collections.abc import Sequence
from typing import Any

from matcher.catalogue import Catalogue
from matcher.exports.pdf.printing import print_pdf, source_words
from matcher.exports.qr import qr_svg
from matcher.language import Language
from matcher.model.facts import Source
from matcher.motif import motif_svg, scene_of
from matcher.ranking import Result
from matcher.reasons import Reason
from matcher.report import Colleague, SiteReport, report
from matcher.wishes import Wish, Wishes

CARDS = 3


def result_pdf(catalogue: Catalogue, result: Result, language: Language, link: str) -> bytes:
    """Return the result as a tagged PDF; ``link`` is where it can be changed."""
    _ = language.gettext
    profile = catalogue.region.profile
    ranked = len(result.wishes) > 0
    reports = report(catalogue, result, language, detailed=CARDS)
    cards = [entry for entry in reports if ranked and not entry.missed][:CARDS]
    sources = _sources(cards)
    heading = _heading(cards, ranked, language)
    name = f"{language.text(profile.sites_word)} {language.text(profile.name)}"
    in_browser = _("QR code: opens the finder with these wishes")
    return print_pdf(
        "result.typ",
        {
            "lang": language.code,
            "title": f"{heading} – {name}",
            "heading": heading,
            "brand": name,
            "lead": language.text(profile.title),
            "link": link,
            "qr": qr_svg(link, in_browser) if link else "",
            "wishes": _wish_words(catalogue, result.wishes, language),
            "cards": [_card(catalogue, entry, sources, language) for entry in cards],
            "rows": [_row(entry, ranked, language) for entry in reports],
            "ranked": ranked,
            "sources": [
                {"mark": str(mark), "words": source_words(source), "url": source.url}
                for source, mark in sources.items()
            ],
            "words": {
                "wishes": _("Your wishes"),
                "colleagues": _("Who works here"),
                "all": _("All sites in order") if ranked else _("All sites"),
                "head": [
                    _("Place"),
                    language.text(profile.site_word),
                    _("Where"),
                    _("Fit") if ranked else _("In short"),
                    _("For it, against it"),
                ],
                "sources": _("Sources"),
                "qr": in_browser,
                "scan": _("Scan it to read on and to change your wishes"),
                "method": _(
                    "Calculated by fixed, open rules from public facts. The finder knows "
                    "employers, no vacancies. Nothing about you is stored."
                ),
            },
        },
    )


def _wish_words(catalogue: Catalogue, wishes: Wishes, language: Language) -> list[dict[str, str]]:
    """Put the wishes into words, with their importance where it is not the normal one."""

    def level(wish: Wish) -> str:
        if wish.must:
            return language.gettext("must")
        return language.gettext("very important") if wish.importance > 1 else ""

    questions = catalogue.region.questions
    return [
        {
            "label": language.text(questions.criterion(wish.criterion).label),
            "level": level(wish),
        }
        for wish in wishes
    ]


def _heading(cards: Sequence[SiteReport], ranked: bool, language: Language) -> str:
    if not ranked:
        return language.gettext("All sites at a glance")
    if not cards:
        return language.gettext("No site meets all your musts")
    first = [entry for entry in cards if entry.rank == cards[0].rank]
    if len(first) == 1:
        return language.gettext("Your best match: {site}").format(site=first[0].site.name)
    return language.ngettext(
        "{n} site fits best", "{n} sites fit about equally", len(first)
    ).format(n=len(first))


def _sources(cards: Sequence[SiteReport]) -> dict[Source, int]:
    """Number the sources of all reasons in the order of reading."""
    found: dict[Source, int] = {}
    for card in cards:
        for _, reason in (*card.reasons, *([card.against] if card.against else [])):
            for source in reason.sources:
                found.setdefault(source, len(found) + 1)
    return found


def _card(
    catalogue: Catalogue, entry: SiteReport, sources: dict[Source, int], language: Language
) -> dict[str, Any]:
    _ = language.gettext

    def told(pair: tuple[str, Reason]) -> dict[str, str]:
        label, reason = pair
        marks = dict.fromkeys(sources[source] for source in reason.sources)
        return {"label": label, "text": reason.sentence, "marks": ",\u00a0".join(map(str, marks))}

    caution = ""
    if not entry.well_covered:
        caution = f"{entry.coverage}. {_('That is too little for a clear answer.')}"
    against = told(entry.against) if entry.against else None
    if against:
        against["label"] = f"{_('Does not fit so well')} – {against['label']}"
    return {
        "rank": entry.rank_words,
        "place": entry.site.place,
        "name": entry.site.name,
        "band": entry.band_words,
        "share": entry.score,
        "stability": entry.stability,
        "caution": caution,
        "motif": motif_svg(scene_of(catalogue, entry.site)),
        "reasons": [told(pair) for pair in entry.reasons],
        "against": against,
        "nothing_against": _("None of your wishes is missing here."),
        "behind": entry.behind,
        "colleagues": [_colleague_words(colleague) for colleague in entry.colleagues],
    }


def _colleague_words(colleague: Colleague) -> dict[str, str]:
    """Return an employer's name, what it does and what is not normal about it."""
    return {
        "name": colleague.organisation.name,
        "activity": colleague.activity,
        "caution": colleague.caution,
    }


def _row(entry: SiteReport, ranked: bool, language: Language) -> dict[str, Any]:
    if entry.missed:
        note = language.gettext("Must not met: {wishes}").format(wishes=", ".join(entry.missed))
    else:
        note = "\u00a0 ".join(
            [
                *(f"+ {label}" for label, _ in entry.reasons[:1]),
                *(f"− {label}" for label, _ in filter(None, [entry.against])),
            ]
        )
    return {
        "rank": str(entry.rank),
        "name": entry.site.name,
        "place": entry.site.place,
        "band": entry.band_words,
        "share": entry.score,
        "note": note if ranked else entry.summary,
    }
