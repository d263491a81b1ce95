"""Publishing: whole or not at all, one writer at a time, readers undisturbed."""

import os
import resource
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from papergraph.errors import StoreError, StoreNotFoundError, StoreVersionError
from papergraph.model import Decision, DecisionKind, PaperId, Subject
from papergraph.store import embedded
from papergraph.store.layout import About
from papergraph.store.memory import MemoryStore
from papergraph.vocab import BASE

ROOT = Path(__file__).parents[2]


def some(graph: str, count: int) -> Iterator[str]:
    """Yield ``count`` quads in the graph of that name."""
    return (f'<http://a/{i}> <http://p> "{i}" <http://g/{graph}> .' for i in range(count))


def publish(path: Path, graph: str, count: int = 10) -> None:
    """Publish ``count`` quads in the graph of that name."""
    with embedded.writing(path) as writer:
        writer.publish(some(graph, count), about=About(base=BASE, with_text=True, extractor="test/1"))


def held(path: Path) -> tuple[str, int]:
    """Return the name of the one graph in the store, and how many quads it has."""
    store = embedded.open_store(path)
    lines = list(store.quads())
    store.close()
    names = {line.split()[-2] for line in lines}
    assert len(names) == 1
    return names.pop()[len("<http://g/") : -1], len(lines)


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a Python that runs ``code`` and can import the package."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


SLOW_PUBLISHER = """
    import sys, time
    from pathlib import Path
    from papergraph.store.embedded import writing
    from papergraph.store.layout import About

    def quads():
        print("writing", flush=True)
        for i in range(int(sys.argv[2])):
            if i % 1000 == 0:
                time.sleep(float(sys.argv[3]))
            yield f'<http://a/{i}> <http://p> "{i}" <http://g/slow> .'

    with writing(Path(sys.argv[1])) as writer:
        writer.publish(quads(), about=About(base="http://h/", with_text=True, extractor="test/1"))
    print("done", flush=True)
"""


def test_what_is_published_is_read(tmp_path: Path) -> None:
    """A store gives back what was published last, and says what it was made with."""
    path = tmp_path / "deep" / "a.store"
    assert not embedded.exists(path)
    publish(path, "one")
    publish(path, "two", 7)
    assert embedded.exists(path)
    assert held(path) == ("two", 7)
    store = embedded.open_store(path)
    assert (store.about.base, store.about.with_text, store.about.extractor) == (BASE, True, "test/1")
    store.close()


def test_an_empty_graph_can_be_published(tmp_path: Path) -> None:
    """No quads are a graph too."""
    publish(tmp_path, "none", 0)
    store = embedded.open_store(tmp_path)
    assert list(store.quads()) == []
    store.close()


def test_batches_are_all_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More quads than one batch holds are all there, repeated ones once."""
    monkeypatch.setattr("papergraph.store.bulk.BATCH", 7)
    quads = [*some("g", 50), *some("g", 20)]
    with embedded.writing(tmp_path) as writer:
        writer.publish(quads, about=About(base=BASE, with_text=True, extractor="x"))
    assert held(tmp_path) == ("g", 50)


def test_nothing_there(tmp_path: Path) -> None:
    """A folder without a graph is not found, and the error says how to make one."""
    with pytest.raises(StoreNotFoundError) as caught:
        embedded.open_store(tmp_path / "none")
    assert "build" in (caught.value.hint or "")


def test_old_generations_go(tmp_path: Path) -> None:
    """Only the current generation and the one before are kept."""
    for name in ("a", "b", "c", "d"):
        publish(tmp_path, name)
    assert sorted(folder.name for folder in (tmp_path / "generations").iterdir()) == ["3", "4"]


def test_a_reader_keeps_its_graph(tmp_path: Path) -> None:
    """Who opened a graph reads that one, in this process and in those of its queries, whatever is published later."""
    publish(tmp_path, "old")
    reader = embedded.open_store(tmp_path)
    for name in ("b", "c", "d", "e"):
        publish(tmp_path, name)
    assert reader.answer("SELECT (COUNT(*) AS ?n) { GRAPH <http://g/old> { ?s ?p ?o } }", format="csv").body.split()[
        1
    ] == (b"10")
    assert len(list(reader.quads())) == 10
    reader.close()
    publish(tmp_path, "f")
    assert sorted(folder.name for folder in (tmp_path / "generations").iterdir()) == ["5", "6"]


def test_reading_while_another_process_publishes(tmp_path: Path) -> None:
    """While a build writes, readers see the old graph whole; afterwards the new one whole."""
    publish(tmp_path, "old")
    process = python(SLOW_PUBLISHER, str(tmp_path), "3000", "0.05")
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        seen = set()
        while process.poll() is None:
            seen.add(held(tmp_path))
        assert process.returncode == 0
    assert seen <= {("old", 10), ("slow", 3000)}
    assert ("old", 10) in seen
    assert held(tmp_path) == ("slow", 3000)


def test_the_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    """Two builds into one folder: the second ends at once and names the first."""
    publish(tmp_path, "old")
    with python(SLOW_PUBLISHER, str(tmp_path), "100000", "0.5") as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(StoreError, match=rf"process {process.pid}\b"):
            publish(tmp_path, "second")
        process.kill()
    assert held(tmp_path) == ("old", 10)


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_build_leaves_the_old_graph(tmp_path: Path, seed: int) -> None:
    """Killed at any moment, a build leaves the old graph or the new one, whole; the next build works and tidies up."""
    publish(tmp_path, "old")
    with python(SLOW_PUBLISHER, str(tmp_path), "60000", "0") as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(Random(seed).uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
    assert held(tmp_path) in {("old", 10), ("slow", 60000)}
    publish(tmp_path, "next", 5)
    assert held(tmp_path) == ("next", 5)
    assert not list((tmp_path / "generations").glob("*.new"))
    assert len(list((tmp_path / "generations").iterdir())) <= 2


@pytest.mark.parametrize("left", ["store.json", "current.new", "generations/1.new"])
def test_a_build_killed_before_its_first_graph(tmp_path: Path, left: str) -> None:
    """What a first build leaves when it is killed does not stop the next one."""
    path = tmp_path / "a.store"
    (path / "generations" / "1.new").mkdir(parents=True)
    (path / "store.json").write_text('{"format": 1}')
    (path / left).parent.mkdir(exist_ok=True)
    assert not embedded.exists(path)
    publish(path, "first")
    assert held(path) == ("first", 10)


def test_a_generation_that_never_became_current_is_no_graph(tmp_path: Path) -> None:
    """A build killed just before the switch leaves a whole generation, which is removed and not read."""
    publish(tmp_path, "old")
    (tmp_path / "generations" / "1").rename(tmp_path / "generations" / "keep")
    (tmp_path / "generations" / "2").mkdir()
    (tmp_path / "generations" / "keep").rename(tmp_path / "generations" / "1")
    assert held(tmp_path) == ("old", 10)
    publish(tmp_path, "next")
    assert held(tmp_path) == ("next", 10)


def test_quads_that_fail_leave_the_old_graph_and_their_own_error(tmp_path: Path) -> None:
    """An error raised while the quads are made comes out unchanged; nothing of it stays."""

    def broken() -> Iterator[str]:
        yield from some("new", 5)
        raise OSError("of the one who makes the quads")

    publish(tmp_path, "old")
    with pytest.raises(OSError, match="of the one who makes"), embedded.writing(tmp_path) as writer:
        writer.publish(broken(), about=About(base=BASE, with_text=True, extractor="x"))
    assert held(tmp_path) == ("old", 10)
    assert [folder.name for folder in (tmp_path / "generations").iterdir()] == ["1"]


def test_a_line_that_is_no_quad_is_refused(tmp_path: Path) -> None:
    """What is not N-Quads is never published."""
    publish(tmp_path, "old")
    with pytest.raises(StoreError, match="N-Quads"), embedded.writing(tmp_path) as writer:
        writer.publish(["<a b> c ."], about=About(base=BASE, with_text=True, extractor="x"))
    assert held(tmp_path) == ("old", 10)


def test_a_full_disk_leaves_the_old_graph(tmp_path: Path) -> None:
    """When no more can be written, the build fails with an error of the store and the old graph stays."""
    publish(tmp_path, "old")
    code = """
        import resource, sys
        from pathlib import Path
        from papergraph.errors import StoreError
        from papergraph.store.embedded import writing
        from papergraph.store.layout import About

        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        quads = (f'<http://a/{i}> <http://p> "{i * i}" <http://g/full> .' for i in range(60000))
        try:
            with writing(Path(sys.argv[1])) as writer:
                writer.publish(quads, about=About(base="http://h/", with_text=True, extractor="x"))
        except StoreError as error:
            print("StoreError", error, error.hint)
    """
    with python(code, str(tmp_path)) as process:
        out, err = process.communicate(timeout=60)
    assert out.startswith("StoreError"), err
    assert "disk full" in out
    assert held(tmp_path) == ("old", 10)
    assert [folder.name for folder in (tmp_path / "generations").iterdir()] == ["1"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_a_folder_of_other_things_is_not_taken(tmp_path: Path) -> None:
    """A folder with files of other people is refused and untouched."""
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(StoreError, match="thesis"):
        publish(tmp_path, "new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    """A file where the folder should be is refused."""
    path = tmp_path / "file"
    path.write_text("mine")
    with pytest.raises(StoreError, match="cannot be a store"):
        publish(path, "new")
    assert path.read_text() == "mine"


@pytest.mark.parametrize("file", ["store.json", "generations/1/generation.json"])
def test_a_later_format_is_neither_written_nor_read(tmp_path: Path, file: str) -> None:
    """A store of a later papergraph is left alone, with a hint to upgrade."""
    publish(tmp_path, "old")
    text = (tmp_path / file).read_text()
    (tmp_path / file).write_text(text.replace('"format": 2', '"format": 3'))
    with pytest.raises(StoreVersionError) as caught:
        publish(tmp_path, "new") if file == "store.json" else embedded.open_store(tmp_path)
    assert "upgrade" in (caught.value.hint or "")
    assert (tmp_path / "current").read_text() == "1\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("current", "x"),
        ("current", "77"),
        ("current", ""),
        ("generations/1/generation.json", "{"),
        ("generations/1/generation.json", "[]"),
        ("generations/1/generation.json", '{"format": 1}'),
        ("generations/1/generation.json", '{"format": "1"}'),
    ],
)
def test_damage_is_an_error_of_the_store(tmp_path: Path, file: str, text: str) -> None:
    """Broken files of ours give a clear error."""
    publish(tmp_path, "old")
    (tmp_path / file).write_text(text)
    with pytest.raises(StoreError, match="damaged"):
        embedded.open_store(tmp_path)


def test_a_damaged_database_is_an_error_of_the_store(tmp_path: Path) -> None:
    """An Oxigraph folder that lost its files gives a clear error by either way of asking."""
    publish(tmp_path, "old")
    for file in (tmp_path / "generations" / "1" / "db").iterdir():
        file.unlink()
    store = embedded.open_store(tmp_path)
    with pytest.raises(StoreError, match="cannot be opened"):
        store.rows("SELECT * {}")
    with pytest.raises(StoreError, match="cannot be opened"):
        store.answer("ASK {}")
    store.close()


def test_the_graph_before_the_last_build(tmp_path: Path) -> None:
    """The graph before the last one can be opened; a store built once has none."""
    publish(tmp_path, "a")
    with pytest.raises(StoreNotFoundError, match="before its last build"):
        embedded.open_previous(tmp_path)
    publish(tmp_path, "b", 7)
    publish(tmp_path, "c", 8)
    before = embedded.open_previous(tmp_path)
    assert {line.split()[-2] for line in before.quads()} == {"<http://g/b>"}
    publish(tmp_path, "d")
    publish(tmp_path, "e")
    assert len(list(before.quads())) == 7
    before.close()


DECISION = Decision(
    kind=DecisionKind.MERGE,
    subject=Subject.CONCEPT,
    rule="gloss/1",
    names=("GRPO", "그룹 상대 정책 최적화"),
    keys=("grpo",),
    papers=(PaperId(scheme="arxiv", local="2402.03300"),),
    support=1,
    weight=1,
    note="",
)


def test_decisions_come_back(tmp_path: Path) -> None:
    """What was decided about names is kept with the graph; a damaged record is an error."""
    with embedded.writing(tmp_path) as writer:
        writer.publish([], about=About(base=BASE, with_text=True, extractor="x"), decisions=[DECISION])
    store = embedded.open_store(tmp_path)
    assert store.decisions() == (DECISION,)
    file = tmp_path / "generations" / "1" / "decisions"
    file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(StoreError, match="damaged"):
        store.decisions()
    file.unlink()  # as an older papergraph leaves it
    assert store.decisions() == ()
    store.close()


def test_a_graph_that_was_not_built_here_has_no_decisions() -> None:
    """A graph without decisions says so, and does not claim that nothing was decided."""
    with pytest.raises(StoreError, match="why names are one"):
        MemoryStore([]).decisions()
