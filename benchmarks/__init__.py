"""How fast the finder and its ranking are, measured beside their peers: ``make bench``."""
