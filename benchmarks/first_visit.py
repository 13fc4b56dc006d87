"""Measure a first visit on a phone's line, in a real browser: finder and bare page in turn."""

import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser, CDPSession, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser import FLAGS

ROUNDS = 5
DOWN, UP, LATENCY = 1.6, 0.75, 150  # megabits a second, milliseconds
PHONE = {"width": 390, "height": 844}
BUTTON = {"finder": ".zf-pick", "bare page": "[data-testid=stButton] button"}
PATIENCE = 120_000  # milliseconds


@dataclass
class Visit:
    """What one visit took: milliseconds since the address was typed, and what was fetched."""

    text: float = 0
    tap: float = 0
    answer: float = 0
    requests: int = 0
    kilobytes: float = 0
    finished: list[float] = field(default_factory=list)


def first_visits(urls: Mapping[str, str], rounds: int = ROUNDS) -> dict[str, list[Visit]]:
    """Visit each page in turn, every time with an empty cache.

    Parameters
    ----------
    urls : mapping of str to str
        Address by the name of the page: 'finder' or 'bare page'.
    """
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    visits: dict[str, list[Visit]] = {name: [] for name in urls}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for name, url in urls.items():
            visit(browser, name, url, slow=False)  # to warm up
        for _ in range(rounds):
            for name, url in urls.items():
                visits[name].append(visit(browser, name, url))
        browser.close()
    return visits


def visit(browser: Browser, name: str, url: str, slow: bool = True) -> Visit:
    """Open a page, tap the first thing that can be tapped, wait for the answer."""
    context = browser.new_context(viewport=PHONE, has_touch=True, locale="de-DE")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    cdp = context.new_cdp_session(page)
    seen = Visit()
    begin = 0.0

    def now() -> float:
        return (time.perf_counter() - begin) * 1000

    def frame(data: str | bytes) -> None:
        message = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
        if message.WhichOneof("type") == "script_finished":
            seen.finished.append(now())

    page.on("websocket", lambda socket: socket.on("framereceived", frame))
    _count(cdp, seen)
    if slow:
        _throttle(cdp)
    begin = time.perf_counter()
    page.goto(url, wait_until="commit")
    while not page.evaluate("document.body?.innerText.trim()"):
        page.wait_for_timeout(5)
    seen.text = now()
    button = page.locator(BUTTON[name]).first
    button.wait_for()
    seen.tap = now()
    before = len(seen.finished)
    button.click()
    while len(seen.finished) == before:
        page.wait_for_timeout(5)
    if name == "finder":
        page.locator(".zf-card").first.wait_for(state="attached")
    seen.answer = now()
    context.close()
    return seen


def _throttle(cdp: CDPSession) -> None:
    cdp.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": DOWN * 1e6 / 8,
            "uploadThroughput": UP * 1e6 / 8,
        },
    )


def _count(cdp: CDPSession, seen: Visit) -> None:
    def finished(event: dict[str, float]) -> None:
        seen.requests += 1
        seen.kilobytes += event["encodedDataLength"] / 1000

    cdp.send("Network.enable")
    cdp.on("Network.loadingFinished", finished)


def visits_table(visits: Mapping[str, list[Visit]]) -> str:
    """Return the medians as Markdown, the ratio first."""
    figures = {
        name: [
            median(getattr(one, what) for one in many)
            for what in ("text", "tap", "answer", "requests", "kilobytes")
        ]
        for name, many in visits.items()
    }
    finder, bare = figures["finder"], figures["bare page"]
    ratio = " | ".join(f"**{a / b:.1f}**" for a, b in zip(finder, bare, strict=True))
    rows = [
        f"| {name} | {text / 1000:.1f} | {tap / 1000:.1f} | {answer / 1000:.1f} "
        f"| {requests:.0f} | {kilobytes:,.0f} |"
        for name, (text, tap, answer, requests, kilobytes) in figures.items()
    ]
    return "\n".join(
        [
            "| a first visit | first text, s | first button, s | first answer, s "
            "| requests | kilobytes |",
            "| --- | --: | --: | --: | --: | --: |",
            f"| **finder : bare page** | {ratio} |",
            *rows,
        ]
    )
