"""What is installed: the regions of the repository and their sites."""

from tests.conftest import ROOT

NAMES = {"sachsen-anhalt", "mittelsachsen", "meissen"}
SITES = [
    (name, path.stem)
    for name in sorted(NAMES)
    for path in sorted((ROOT / "data" / name / "sites").glob("*.yaml"))
]
