"""From the files of a region pack to a Region, or to every fault with file and line."""

from matcher.pack.load import find_packs, load_region

__all__ = ["find_packs", "load_region"]
