"""Which silhouette stands for which sector."""

from matcher.motif import houses, plants, works
from matcher.motif.paths import Layer

Silhouette = tuple[Layer, ...]

SILHOUETTES: dict[str, Silhouette] = {
    "chemistry": plants.CHEMISTRY,
    "plastics-materials": plants.PLASTICS,
    "pharma-biotech": plants.PHARMA,
    "recycling-circular-economy": plants.RECYCLING,
    "glass-minerals": plants.GLASS,
    "pulp-paper": plants.PAPER,
    "food": plants.FOOD,
    "energy-hydrogen": plants.ENERGY,
    "mechanical-engineering-automation": works.MECHANICAL,
    "automotive-mobility": works.AUTOMOTIVE,
    "bioeconomy-agriculture": works.AGRICULTURE,
    "microelectronics-photovoltaics": works.ELECTRONICS,
    "logistics": works.LOGISTICS,
    "medical-technology": houses.MEDICAL,
    "research-science": houses.RESEARCH,
    "it-software": houses.SOFTWARE,
    "media-creative": houses.MEDIA,
    "business-services": houses.SERVICES,
}


def silhouette_of(sector: str) -> Silhouette:
    """Return the silhouette of a sector, a plain hall for one without a picture of its own."""
    return SILHOUETTES.get(sector, works.HALL)
