"""Builds that are killed, or run out of disk: the old graph stays whole, and the next build recovers by itself."""

import hashlib
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

import papergraph

ROOT = Path(__file__).parents[2]
Digest = Callable[..., Path]
Quads = Callable[[Path], list[str]]

#: Kills real builds at random moments. Each runs in a process of its own, which inherits an extractor that is loaded
#: once; what is left is looked at in a further process, as a reader would.
KILLER = """
    import hashlib, json, os, random, signal, sys, time
    from pathlib import Path
    import papergraph
    from papergraph import parts, workers

    task = json.load(sys.stdin)
    store = Path(task["store"])
    parts._FEW = task["few"]
    workers._extractor(())

    def forked(work):
        pid = os.fork()
        if pid == 0:
            try:
                os._exit(work() or 0)
            except BaseException as error:
                print("child:", repr(error), file=sys.stderr, flush=True)
                os._exit(99)
        return pid

    def build(number):
        papergraph.build_graph(task["states"][number], store=store, jobs=task["jobs"], prune=True)

    def graph():
        with papergraph.open(store) as opened:
            return hashlib.sha256("\\n".join(opened._store.quads()).encode()).hexdigest()

    def finish(pid):
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def holds(*numbers):
        # 0 when the graph is one of those, 1 when it is another.
        return finish(forked(lambda: graph() not in [task["expected"][number] for number in numbers]))

    chance = random.Random(task["seed"])
    assert finish(forked(lambda: build(0))) == 0
    started = time.monotonic()
    assert finish(forked(lambda: build(1))) == 0
    lasts = time.monotonic() - started
    now, killed, wrong = 1, 0, []
    for kill in range(4 * task["kills"]):
        if killed == task["kills"]:
            break
        new = (now + 1) % len(task["states"])
        pid = forked(lambda: build(new))
        time.sleep(chance.uniform(0, lasts))
        os.kill(pid, signal.SIGKILL)
        if finish(pid) == -signal.SIGKILL:
            killed += 1
        else:
            lasts *= 0.9  # it was done before
        if holds(now, new):
            wrong.append([kill, "neither the old graph nor the new"])
        if finish(forked(lambda: build(new))):
            wrong.append([kill, "the next build failed"])
        if holds(new):
            wrong.append([kill, "the next build made another graph"])
        now = new
    left = [name for name in os.listdir(store / "generations") if not name.isdecimal()]
    print(json.dumps({"killed": killed, "wrong": wrong, "left": left}))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "few", "jobs"),
    [(1, 0.15, 1), (2, 1e9, 1), (3, 1e9, 1), (4, 0.15, 2)],
    ids=["anew", "patch", "patch-2", "two"],
)
def test_builds_killed_at_fifty_moments(
    tmp_path: Path, digest: Digest, quads: Quads, seed: int, few: float, jobs: int
) -> None:
    """Whenever a build is killed, the old graph or the new one is there, whole; the next build ends as if none was."""
    days = [
        {3: [(0, 1), (1, 2)], 4: [(2, 1)]},
        {3: [(0, 1), (1, 3)], 5: [(3, 1), (4, 1)], 6: [(6, 2)]},
        {4: [(2, 1), (5, 7)], 6: [(7, 1)]},
    ]
    states = [[str(digest(tmp_path / f"{number}.md", state))] for number, state in enumerate(days)]
    expected = []
    for number, files in enumerate(states):
        papergraph.build_graph(files, store=tmp_path / f"{number}.store", jobs=1)
        expected.append(_hash(quads(tmp_path / f"{number}.store")))
    task = {
        "store": str(tmp_path / "s.store"),
        "states": states,
        "expected": expected,
        "kills": 50,
        "seed": seed,
        "few": few,
        "jobs": jobs,
    }

    report = _run(KILLER, task)

    assert report["wrong"] == []
    assert report["left"] == []
    assert report["killed"] == 50


FULL = """
    import json, resource, sys
    import papergraph
    from papergraph.errors import StoreError

    task = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_FSIZE, (task["most"], task["most"]))
    try:
        papergraph.build_graph(task["files"], store=task["store"], jobs=1)
        print(json.dumps({"error": None}))
    except StoreError as error:
        print(json.dumps({"error": error.message, "hint": error.hint}))
"""


@pytest.mark.parametrize("most", [300, 1_500, 6_000, 20_000, 60_000])
def test_a_disk_that_is_full_half_way(tmp_path: Path, digest: Digest, quads: Quads, most: int) -> None:
    """Wherever the disk is full, the build says so, the old graph stays, nothing is left, and a later one works."""
    store = tmp_path / "s.store"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1)]})], store=store, jobs=1)
    before = quads(store)
    files = [str(digest(tmp_path / "b.md", {4: [(number, 1) for number in range(8)]}))]

    report = _run(FULL, {"store": str(store), "files": files, "most": most})

    assert "cannot be written" in report["error"] or "cannot be a store" in report["error"]
    assert quads(store) == before
    assert [folder.name for folder in (store / "generations").iterdir()] == ["1"]
    assert papergraph.build_graph(files, store=store, jobs=1).days == 2


READ_ONLY = """
    import ctypes, json, struct, sys
    import papergraph
    from papergraph.errors import StoreError

    task = json.load(sys.stdin)
    # Without its capabilities root, too, is bound to the permissions of files.
    header, none = struct.pack("Ii", 0x20080522, 0), bytes(24)
    assert ctypes.CDLL(None).capset(header, none) == 0
    papergraph.build_graph([task["same"]], store=task["store"], jobs=1)
    with papergraph.open(task["store"]) as graph:
        papers = len(graph.rows("SELECT ?p { ?p a pg:Paper }"))
    try:
        papergraph.build_graph([task["new"]], store=task["store"], jobs=1)
    except StoreError as error:
        print(json.dumps({"papers": papers, "error": error.message}))
"""


def test_a_store_in_a_folder_that_is_read_only(tmp_path: Path, digest: Digest, quads: Quads) -> None:
    """What cannot be written can be read, and a build of nothing new succeeds; any other says what is wrong."""
    store = tmp_path / "s.store"
    file = digest(tmp_path / "a.md", {3: [(0, 1)]})
    papergraph.build_graph([file], store=store, jobs=1)
    new = digest(tmp_path / "b.md", {4: [(1, 1)]})
    for path in (store, *store.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    report = _run(READ_ONLY, {"store": str(store), "same": str(file), "new": str(new)})

    assert report["papers"] == 1
    assert "cannot be a store: Permission denied" in report["error"]
    for path in (store, *store.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _run(code: str, task: dict[str, object]) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        input=json.dumps(task),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
