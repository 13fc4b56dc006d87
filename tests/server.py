"""Start the finder on a free port of this machine, as ``make run`` does, and stop it again."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).parents[1]
STREAMLIT = (sys.executable, "-m", "streamlit", "run")
PATIENCE = 60  # seconds; a cold start on a busy machine


@contextmanager
def running(
    command: Sequence[str] = (*STREAMLIT, str(ROOT / "app.py")), port: int = 0, **settings: str
) -> Iterator[str]:
    """Yield the address of a running server.

    ``command`` is what starts it, less the port, which is a free one where none is given;
    ``settings`` are variables of its environment.
    """
    if not port:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
    option = "--server.port" if command[2] == "streamlit" else "--port"
    server = subprocess.Popen(
        [*command, f"{option}={port}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_until_healthy(url: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; fail when it ends or stays silent."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise AssertionError(f"the server ended with status {server.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            with suppress(subprocess.TimeoutExpired):
                server.wait(timeout=0.1)  # not listening yet, or it has just ended
    raise AssertionError(f"the server did not answer on {url} within {PATIENCE} seconds")


def ask(address: str, method: str = "GET") -> tuple[int, Message, str]:
    """Return the status, the headers and the text of an answer, also of a refusal."""
    request = urllib.request.Request(address, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read().decode()
