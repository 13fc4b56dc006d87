"""Several regions as one catalogue: every site of theirs, asked by all their questions."""

from collections.abc import Sequence
from functools import reduce

import pandas as pd

from matcher.language import N_, language
from matcher.model.occupations import BLOCK_ID, Occupation, Occupations
from matcher.model.questions import Block, Questions
from matcher.model.region import Profile, Region, View
from matcher.model.text import DEFAULT_LANGUAGE

ALL = "all"
TITLE = N_("Which place fits you?")
INTRO = N_(
    "{n} places in {regions}. Tap what matters to you. You see at once which place fits, why, "
    "and what does not fit."
)


def join_regions(regions: Sequence[Region]) -> Region:
    """Return all sites of some regions as one region with the id 'all'.

    A criterion is asked once, as the first region that has it asks it; anchors are absolute,
    so a site scores in the joined region what it scores in its own. Support and portraits stay
    with their regions: their sources are numbered by file.
    """
    occupations = _occupations(regions)
    blocks = [block for block in _blocks(regions) if block.id != BLOCK_ID]
    if occupations:
        blocks.append(occupations.block())
    first = regions[0]
    definitions = first.definitions.model_copy(
        update={
            key: reduce(dict.__or__, (getattr(r.definitions, key) for r in reversed(regions)))
            for key in ("indicators", "sources")
        }
    )
    observations = pd.concat([region.observations for region in regions], ignore_index=True)
    return Region(
        profile=_profile(regions),
        questions=Questions(blocks=tuple(blocks)),
        sites=tuple(site for region in regions for site in region.sites),
        municipalities=reduce(dict.__or__, (r.municipalities for r in reversed(regions))),
        definitions=definitions,
        occupations=occupations,
        observations=observations.drop_duplicates(["municipality", "indicator"]),
        texts=_texts(regions),
    )


def _blocks(regions: Sequence[Region]) -> list[Block]:
    """Put the criteria of blocks with the same id together, each once."""
    found: dict[str, Block] = {}
    for block in (block for region in regions for block in region.questions.blocks):
        if block.id not in found:
            found[block.id] = block
            continue
        known = found[block.id]
        ids = {criterion.id for criterion in known.criteria}
        more = tuple(criterion for criterion in block.criteria if criterion.id not in ids)
        found[block.id] = known.model_copy(update={"criteria": (*known.criteria, *more)})
    return list(found.values())


def _occupations(regions: Sequence[Region]) -> Occupations | None:
    """Put the lists together; an occupation leads to the sectors of every region that has it."""
    lists = [region.occupations for region in regions if region.occupations]
    if not lists:
        return None
    entries: dict[str, Occupation] = {}
    for name, entry in (pair for each in lists for pair in each.occupations.items()):
        known = entries.get(name, entry)
        merged = {
            key: tuple(dict.fromkeys((*getattr(known, key), *getattr(entry, key))))
            for key in ("sectors", "work")
        }
        entries[name] = known.model_copy(update=merged)
    sources = reduce(dict.__or__, (each.sources for each in reversed(lists)))
    return lists[0].model_copy(update={"sources": sources, "occupations": entries})


def _profile(regions: Sequence[Region]) -> Profile:
    profiles = [region.profile for region in regions]
    codes = [code for code in profiles[0].languages if all(code in p.languages for p in profiles)]

    def said(message: str) -> dict[str, str]:
        words = {}
        for code in {DEFAULT_LANGUAGE, *codes}:
            speech = language(code)
            names = speech.all_of(
                speech.with_texts(region.texts.get(code, {})).text(region.profile.name)
                for region in regions
            )
            sites = sum(len(region.sites) for region in regions)
            words[code] = speech.gettext(message).format(n=sites, regions=names)
        return words

    views = [profile.view for profile in profiles]
    return Profile(
        schema_version=1,
        id=ALL,
        name=said("{regions}"),
        title=said(TITLE),
        intro=said(INTRO),
        site_word=said(N_("place")),
        sites_word=said(N_("places")),
        languages=tuple(codes) or (DEFAULT_LANGUAGE,),
        view=View(
            latitude=sum(view.latitude for view in views) / len(views),
            longitude=sum(view.longitude for view in views) / len(views),
            zoom=max(4.0, min(view.zoom for view in views) - 0.4),
        ),
        contacts=tuple(contact for profile in profiles for contact in profile.contacts),
        example=profiles[0].example,
        funding=profiles[0].funding,
    )


def _texts(regions: Sequence[Region]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for region in reversed(regions):
        for code, texts in region.texts.items():
            found[code] = {**found.get(code, {}), **texts}
    return found
