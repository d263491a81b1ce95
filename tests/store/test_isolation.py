"""A stranger's query can do nothing but read, and ends when it must."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from papergraph.errors import QueryError, QueryTimeoutError, StoreError
from papergraph.query.readonly import check_read_only
from papergraph.store import bulk, isolation
from papergraph.vocab import BASE

SERVICES = [
    "ASK {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "ASK {{ ?s ?p ?o service#x\n<http://127.0.0.1:{port}/>{{ ?s ?p ?o }} }}",
    "ASK {{ ?s ?p ?o . ?s ?p trueSERVICESILENT<http://127.0.0.1:{port}/>{{ }} }}",
    "PREFIX servicex: <http://h/> PREFIX x: <http://127.0.0.1:{port}/> ASK {{ servicex:y {{ ?s ?p ?o }} }}",
    "PREFIX x: <http://127.0.0.1:{port}/> ASK {{ SERVICEx:y {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?e {{ <http://127.0.0.1:{port}/> }} SERVICE ?e {{ ?s ?p ?o }} }}",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An Oxigraph folder with a thousand triples."""
    path = tmp_path_factory.mktemp("isolation") / "db"
    bulk.load(path, (f"<http://a/{i}> <http://p> <http://b/{i % 7}> <http://g> ." for i in range(1000)))
    return path


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """A listening socket: its port, and whoever connected to it."""
    seen: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        done = threading.Event()

        def accept() -> None:
            while not done.is_set():
                try:
                    connection, peer = server.accept()
                except TimeoutError:
                    continue
                seen.append(peer)
                connection.close()

        thread = threading.Thread(target=accept)
        thread.start()
        yield server.getsockname()[1], seen
        done.set()
        thread.join()


@pytest.mark.parametrize("query", SERVICES)
def test_service_is_refused_in_every_spelling(query: str, listener: tuple[int, list[object]], folder: Path) -> None:
    """No spelling of SERVICE that the engine takes gets past the check, and nobody is called."""
    port, seen = listener
    with pytest.raises(QueryError, match="SERVICE is refused"):
        isolation.ask(folder, query.format(port=port), base=BASE, format="json", timeout=10)
    assert seen == []


@pytest.mark.skipif(not os.uname().sysname.startswith("Linux"), reason="only Linux can take a process off the network")
@pytest.mark.parametrize("fence", ["namespace", "seccomp"])
@pytest.mark.parametrize("query", SERVICES)
def test_service_calls_nobody_even_unchecked(
    query: str, fence: str, listener: tuple[int, list[object]], folder: Path
) -> None:
    """Were the check to miss a SERVICE, the process that runs it still has no network."""
    if _fence(fence) != fence:
        pytest.skip(f"this machine does not allow the fence {fence!r}")
    port, seen = listener
    with suppress(QueryError):  # a SILENT query ends without one
        isolation.ask_unchecked(folder, query.format(port=port), base=BASE, format="json", timeout=10, fences=(fence,))
    time.sleep(0.1)
    assert seen == []


def test_the_listener_would_notice(listener: tuple[int, list[object]], folder: Path) -> None:
    """Without any fence the engine does call out, so that the two tests above prove something."""
    port, seen = listener
    with pytest.raises(QueryError):
        isolation.ask_unchecked(folder, SERVICES[0].format(port=port), base=BASE, format="json", timeout=10, fences=())
    time.sleep(0.1)
    assert seen


def _children() -> set[int]:
    """Return the processes that this one has started and that are still there, dead ones too."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1]
            found |= {int(stat.parent.name)} if int(parent) == os.getpid() else set()
    return found


def test_runaway_aggregate_is_killed_at_its_limit(folder: Path) -> None:
    """The limit is real time, and no process is left behind."""
    query = "SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i}"
    began, before = time.monotonic(), _children()
    with pytest.raises(QueryTimeoutError, match=r"stopped after 1\.5 s") as caught:
        isolation.ask(folder, query, base=BASE, format="json", timeout=1.5)
    assert time.monotonic() - began < 6
    assert caught.value.hint
    assert _children() <= before


def test_answer_that_is_too_large_is_refused(folder: Path) -> None:
    """An answer ends at its limit instead of filling the memory."""
    with pytest.raises(QueryError, match="larger than 1 MB"):
        isolation.ask_unchecked(
            folder, "SELECT * {?a ?b ?c . ?d ?e ?f}", base=BASE, format="csv", timeout=30, most_bytes=1 << 20
        )


def test_query_that_eats_memory_is_an_error_of_its_own(folder: Path) -> None:
    """A query that needs more memory than it may have ends with an error that says so."""
    query = "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"
    with pytest.raises(QueryError, match="memory"):
        isolation.ask_unchecked(folder, query, base=BASE, format="csv", timeout=60, memory=1 << 30)


def test_graph_that_is_not_there(tmp_path: Path) -> None:
    """A folder that went away is an error of the store."""
    with pytest.raises(StoreError, match="cannot be opened"):
        isolation.ask(tmp_path / "none", "ASK {}", base=BASE, format="json", timeout=10)


def test_lone_surrogates_are_an_error_and_no_crash(folder: Path) -> None:
    """Text that no file can hold is refused as a query."""
    with pytest.raises(QueryError):
        isolation.ask(folder, 'ASK { ?a ?b "\ud800" }', base=BASE, format="json", timeout=10)


def test_harmless_queries_pass_the_check() -> None:
    """The check is not in the way of names that look like keywords."""
    check_read_only("PREFIX service: <http://h/> SELECT ?load { ?insert service:delete 'SERVICE' # DROP\n }")


@cache
def _fence(wanted: str) -> str:
    code = f"from papergraph.store.worker import confine; print(confine([{wanted!r}]))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("query", ["ASK {" + "{" * 20_000 + "}" * 20_001, "ASK { FILTER(" + "1+" * 50_000 + "1) }"])
def test_a_query_that_overflows_the_stack(folder: Path, query: str) -> None:
    """The engine's parser falls over a deep query; only the query's own process ends, and the reason is said."""
    with pytest.raises(QueryError, match="nested too deeply"):
        isolation.ask(folder, query, base=BASE, format="json", timeout=20)


def test_a_query_that_is_no_text(folder: Path) -> None:
    """Half a character cannot be sent to the engine."""
    with pytest.raises(QueryError, match="no UTF-8 text"):
        isolation.ask(folder, "ASK { ?s ?p '\ud800' }", base=BASE, format="json", timeout=20)


def test_a_process_that_cannot_be_started(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the machine refuses another process, the error says so."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-such-python"))
    with pytest.raises(StoreError, match="cannot be started: No such file"):
        isolation.ask(folder, "ASK {}", base=BASE, format="json", timeout=20)
