"""An example of every entry that the pack of Sachsen-Anhalt lacks."""

from typing import Any

Data = Any
PHOTO = "probe.png"  # a file of every hostile pack
CONSENT = {"given": "2020-01-01", "scope": "Finder", "until": "2099-12-31"}
URL = "https://example.org/?a=b&c=%22javascript:alert(1)%22"


def support(count: int) -> dict[str, Data]:
    """Return who helps whom with what, each read in a source of its own."""
    sources = {f"q{i}": {"title": "x", "publisher": "x", "url": URL} for i in range(count)}
    each = [
        {
            "id": f"entry-{i}",
            "topics": ["training"],
            "status": "running",
            "website": {"url": URL},
            "contact": {"url": URL},
            "sources": [f"q{i}"],
        }
        for i in range(count)
    ]
    judged = {"criterion": "x", "rating": "x", "evidence": "x", "date": "2026", "by": "x"}
    actor = {"name": "x", "kind": "chamber", "role": "x"}
    place = {"latitude": "52", "longitude": "11.6", "precision_m": "9"}
    measure = {"title": "x", "kind": "offer", "carrier": "x", "partners": ["x"]} | {
        "description": "x",
        "situations": ["returning"],
        "assessments": [judged],
    }
    event = {"name": "x", "kind": "job-fair", "organisers": ["x"], "next_on": "2099-01-01"}
    return {
        "actors.yaml": {
            "sources": sources,
            "actors": [e | actor | {"position": place | {"source": e["sources"][0]}} for e in each],
        },
        "measures.yaml": {"sources": sources, "measures": [e | measure for e in each]},
        "events.yaml": {"sources": sources, "events": [e | event for e in each]},
    }


def photo() -> Data:
    """Return a photo of a site."""
    return {"file": PHOTO, "alt": "x", "credit": "x", "licence": "x", "licence_url": URL}


def contact() -> Data:
    """Return whom to ask beyond a single site."""
    return {"name": "Anlaufstelle", "text": "Hilft weiter.", "url": URL}


def person(i: int, source: str) -> Data:
    """Return the portrait of somebody who agreed to it."""
    return {
        "id": f"person-{i}",
        "kind": "person",
        "title": "Wie es ist",
        "text": "Gut.",
        "credit": "Redaktion",
        "consent": CONSENT,
        "film": {"url": URL},
        "sources": [source],
    }
