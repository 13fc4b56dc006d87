"""The HTML of the finder's page: head, who leads, cards and the list of all."""

from collections.abc import Sequence

from matcher.catalogue import Catalogue
from matcher.changes import changes, fewest_musts_to_drop
from matcher.language import Language
from matcher.ranking import Result
from matcher.report import SiteReport, colleague
from matcher.wishes import Fault, Wishes
from pages.parts.regions import where
from pages.parts.share import share_words
from pages.parts.support import help_words
from pages.parts.templates import render
from pages.parts.visit import address_of

CARDS = 3
CHANGES = 2
NAMED = 6


def head_html(catalogue: Catalogue, faults: Sequence[Fault], speech: Language) -> str:
    """Return the title, the introduction and what of the address was not understood."""
    profile = catalogue.region.profile
    return render(
        "head.html",
        speech,
        brand=speech.text(profile.sites_word) + " " + speech.text(profile.name),
        title=speech.text(profile.title),
        intro=speech.text(profile.intro),
        picture=f"/motif/{profile.id}/{catalogue.region.sites[0].id}.svg",
        faults=[speech.gettext(fault.template).format(**fault.fields) for fault in faults],
    )


def live_html(
    leaders: Sequence[SiteReport], ranked: bool, selected: str | None, speech: Language
) -> str:
    """Return the first three, as they stand beside the questions."""
    return render("live.html", speech, top=leaders, ranked=ranked, selected=selected)


def selected_html(catalogue: Catalogue, result: Result, selected: str, speech: Language) -> str:
    """Return who works at the site that was tapped: the map's ring as a list."""
    here = result.employers_at(selected)
    more = len(here) - NAMED
    rest = speech.ngettext("and {n} other", "and {n} others", more).format(n=more)
    kept = where(catalogue, speech)
    return render(
        "selected.html",
        speech,
        chosen=result.site(selected).site,
        colleagues=[colleague(match, speech) for match in here[:NAMED]],
        more=rest if more > 0 else "",
        link=address_of("/site", result.wishes, kept | {"site": selected}),
    )


def result_html(
    catalogue: Catalogue,
    reports: Sequence[SiteReport],
    wishes: Wishes,
    selected: str | None,
    compared: Sequence[str],
    dark: bool,
    origin: str,
    speech: Language,
) -> str:
    """Return the cards of the first three and the list of all others."""
    _ = speech.gettext
    ranked = len(wishes) > 0
    cards = [entry for entry in reports if ranked and not entry.missed][:CARDS]
    others = [entry for entry in reports if entry not in cards]
    profile = catalogue.region.profile
    kept = where(catalogue, speech)
    sites = speech.text(profile.sites_word)
    return render(
        "result.html",
        speech,
        region=profile.id,
        heading=_heading(cards, ranked, speech),
        advice=_advice(catalogue, cards, wishes, speech),
        share=share_words(catalogue, cards, wishes, origin, speech) if cards else None,
        changes=_changes(catalogue, cards, wishes, speech),
        chosen=_chosen(catalogue, wishes, speech),
        cards=cards,
        others=others,
        help=help_words(catalogue, wishes, speech) if cards else None,
        others_heading=_("All other {sites}").format(sites=sites) if cards else "",
        query=address_of("", wishes, kept),
        compared=compared,
        compared_words=speech.ngettext(
            "{n} site is marked for comparison.",
            "{n} sites are marked for comparison.",
            len(compared),
        ).format(n=len(compared)),
        compare=address_of("/compare", wishes, kept | {"compare": ",".join(compared)}),
        ranked=ranked,
        selected=selected,
        dark=dark,
        links={
            entry.site.id: address_of("/site", wishes, kept | {"site": entry.site.id})
            for entry in reports
        },
    )


def status_sentence(leaders: Sequence[SiteReport], speech: Language) -> str:
    """Say the result in one sentence, for those who do not see it change."""
    if not leaders:
        return ""
    names = [entry.site.short_name for entry in leaders if entry.rank == leaders[0].rank]
    return speech.gettext("In front: {names}.").format(names=speech.all_of(names))


def _heading(cards: Sequence[SiteReport], ranked: bool, speech: Language) -> str:
    if not ranked:
        return speech.gettext("All sites at a glance")
    if not cards:
        return speech.gettext("No site meets all your musts")
    first = [entry for entry in cards if entry.rank == cards[0].rank]
    if len(first) == 1:
        return speech.gettext("Your best match: {site}").format(site=first[0].site.name)
    return speech.ngettext("{n} site fits best", "{n} sites fit about equally", len(first)).format(
        n=len(first)
    )


def _advice(
    catalogue: Catalogue, cards: Sequence[SiteReport], wishes: Wishes, speech: Language
) -> dict[str, str] | None:
    """Say which musts left sites out, and offer to show them anyway."""
    _ = speech.gettext
    musts = [wish.criterion for wish in wishes if wish.must]
    if not musts:
        return None
    dropped = musts if cards else list(fewest_musts_to_drop(catalogue, wishes))
    words = speech.all_of(_label(catalogue, criterion, speech) for criterion in dropped)
    if cards:
        sentence = _("Only sites with {wishes} compete; the others stand at the end.")
        button = _("Let all compete")
    else:
        sentence = _("It would be enough to give up one must: {wishes}.")
        if len(dropped) > 1:
            sentence = _("It would be enough to give up these musts: {wishes}.")
        button = _("Make it a wish")
    return {
        "sentence": sentence.format(wishes=words),
        "event": f"ease:{','.join(dropped)}",
        "button": button,
    }


def _changes(
    catalogue: Catalogue, cards: Sequence[SiteReport], wishes: Wishes, speech: Language
) -> list[dict[str, str]]:
    """Say which single wish, dropped or added, would put others first."""
    if not cards:
        return []
    names = {site.id: site.short_name for site in catalogue.region.sites}
    drops = speech.gettext("Without “{wish}”, {sites} would be in front.")
    adds = speech.gettext("With “{wish}”, {sites} would be in front.")
    found = changes(catalogue, wishes)
    dropping = [change for change in found if change.kind == "drop"][:CHANGES]
    adding = [change for change in found if change.kind == "add"][:CHANGES]
    return [
        {
            "sentence": (drops if change.kind == "drop" else adds).format(
                wish=_label(catalogue, change.criterion, speech),
                sites=speech.all_of(names[site] for site in change.first),
            ),
            "event": f"{change.kind}:{change.criterion}",
        }
        for change in (*dropping, *adding)
    ]


def _label(catalogue: Catalogue, criterion: str, speech: Language) -> str:
    return speech.text(catalogue.criterion(criterion).label)


def _chosen(catalogue: Catalogue, wishes: Wishes, speech: Language) -> list[dict[str, str]]:
    levels = {1: "", 2: speech.gettext("very important")}
    return [
        {
            "id": wish.criterion,
            "label": _label(catalogue, wish.criterion, speech),
            "level": speech.gettext("must") if wish.must else levels[wish.importance],
        }
        for wish in wishes
    ]
