"""Copies of the pack of Sachsen-Anhalt, to be spoiled."""

import re
import shutil
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PACK = ROOT / "data" / "sachsen-anhalt"
SHARED = ROOT / "data" / "shared"


def questions_written_out() -> str:
    """The questions of the pack with every shared criterion in its place, as text."""
    shared = (SHARED / "questions.yaml").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^(?=  - id: )", shared)[1:]
    known = {part.split("\n", 1)[0].removeprefix("  - id: "): part for part in parts}

    def written_out(line: re.Match[str]) -> str:
        kept = [row for row in known[line[1]].splitlines() if not row.startswith("  #") and row]
        return "".join(f"    {row}\n" for row in kept)

    text = (PACK / "questions.yaml").read_text(encoding="utf-8")
    return re.sub(r"(?m)^      - shared: (\S+)\n", written_out, text)


def with_shared(folder: Path, ignore: Any = None) -> Path:
    """Copy the pack, and beside it what packs share; return the pack's folder."""
    (folder / "shared").mkdir(parents=True)
    for path in SHARED.glob("*.yaml"):
        shutil.copy(path, folder / "shared")
    return shutil.copytree(PACK, folder / PACK.name, ignore=ignore)
