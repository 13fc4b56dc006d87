"""The land around a site, drawn from files: water, towns, other sites, and how far they are."""

from matcher.surroundings.base_map import BaseMap, load_base_map
from matcher.surroundings.towns import Town, home_towns, merged, region_towns
from matcher.surroundings.view import Place, Surroundings, surroundings

__all__ = [
    "BaseMap",
    "Place",
    "Surroundings",
    "Town",
    "home_towns",
    "load_base_map",
    "merged",
    "region_towns",
    "surroundings",
]
