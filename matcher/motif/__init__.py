"""A drawn landscape for each site, made from the site's own facts."""

from matcher.motif.draw import motif_svg
from matcher.motif.scene import Scene, scene_of

__all__ = ["Scene", "motif_svg", "scene_of"]
