"""Processes that read listings."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from papergraph.errors import PapergraphError
from papergraph.model import Listing, PaperId, Section
from papergraph.workers import Workers

CHUNK = [
    Listing(
        paper=PaperId(scheme="arxiv", local="2505.00001"),
        url="https://arxiv.org/abs/2505.00001",
        title="FooNet: Graphs that Read",
        authors=("Ada Kim",),
        authors_incomplete=False,
        votes=None,
        rank=1,
        sections=(
            Section(position=0, heading=None, text="FooNet: Graphs that Read"),
            Section(position=1, heading="What's New", text="FooNet은 GRPO를 활용하여 학습합니다."),
        ),
    )
]
STARTED = """
import sys, time
from papergraph.workers import Workers
workers = Workers(2)
workers.start()
print(workers._first.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("early", [False, True])
def test_readings_come_in_order(early: bool) -> None:
    """Two processes give what one gives, chunk by chunk, whether they were started before or when they are needed."""
    chunks = [CHUNK * number for number in range(1, 8)]
    with Workers(1) as alone, Workers(2) as two:
        if early:
            two.start()
        assert list(two.read(chunks, jobs=2)) == list(alone.read(chunks, jobs=1))


def test_what_goes_wrong_in_a_worker_is_raised_here() -> None:
    """An exception that reading raises comes back as it is."""
    broken: list[Listing] = [None]  # type: ignore[list-item]
    with Workers(2) as workers, pytest.raises(AttributeError):
        list(workers.read([broken], jobs=2))


def test_a_worker_that_dies_is_noticed() -> None:
    """A worker that is killed is an error, not an endless wait."""
    with Workers(2) as workers:
        readings = workers.read([CHUNK] * 50, jobs=2)
        next(readings)
        assert workers._first is not None
        os.kill(workers._first.pid or 0, signal.SIGKILL)
        with pytest.raises(PapergraphError, match="died"):
            list(readings)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_workers_end_with_their_parent() -> None:
    """When a build is killed its workers end too."""
    with subprocess.Popen([sys.executable, "-c", STARTED], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 30
    while _runs(worker):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"
