"""Exports are sorted, hold everything, and are written whole or not at all."""

import os
import resource
import subprocess
import sys
import textwrap
import warnings
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from rdflib import Dataset

from papergraph import vocab
from papergraph.errors import StoreError, UnknownNameError, UsageError
from papergraph.store import export as exports
from papergraph.store.base import Store
from papergraph.store.export import export
from papergraph.store.files import open_file
from papergraph.store.memory import MemoryStore

ROOT = Path(__file__).parents[2]


def test_nq_is_the_sorted_quads(store: Store, quads: list[str], tmp_path: Path) -> None:
    """The N-Quads are sorted lines, and their number is told."""
    assert export(store, tmp_path / "a.nq") == len(quads)
    assert (tmp_path / "a.nq").read_text(encoding="utf-8") == "".join(f"{line}\n" for line in sorted(quads))


@pytest.mark.parametrize("format", exports.FORMATS)
def test_the_same_graph_gives_the_same_bytes(quads: list[str], tmp_path: Path, format: str) -> None:
    """The order in which quads came, and the kind of store, do not matter."""
    shuffled = [*quads, *quads]
    Random(1).shuffle(shuffled)
    bodies = set()
    for some in (quads, shuffled):
        store = MemoryStore(some)
        export(store, tmp_path / "graph", format=format)
        bodies.add((tmp_path / "graph").read_bytes())
    assert len(bodies) == 1


@pytest.mark.parametrize("format", ["nq", "trig", "jsonld"])
def test_formats_with_graphs_come_back_whole(store: Store, quads: list[str], tmp_path: Path, format: str) -> None:
    """What keeps graphs is read back as the same quads."""
    export(store, tmp_path / f"a.{format}")
    again = open_file(tmp_path / f"a.{format}")
    assert list(again.quads()) == sorted(quads)
    again.close()


@pytest.mark.parametrize("format", ["nt", "ttl"])
def test_formats_without_graphs_come_back_as_triples(
    store: Store, quads: list[str], tmp_path: Path, format: str
) -> None:
    """What keeps no graphs is read back as the union, each triple once."""
    assert export(store, tmp_path / f"a.{format}") == len(quads)
    again = open_file(tmp_path / f"a.{format}")
    assert list(again.quads()) == sorted(f"{line.rsplit(' ', 2)[0]} ." for line in quads)
    again.close()


def test_nt_is_sorted_and_holds_each_triple_once(tmp_path: Path) -> None:
    """A triple that stands in two graphs is one line."""
    store = MemoryStore([f"<http://a/{n}> <http://p> <http://o> <http://g/{g}> ." for n in (2, 1) for g in (1, 2)])
    assert export(store, tmp_path / "a.nt") == 2
    lines = (tmp_path / "a.nt").read_text().splitlines()
    assert lines == ["<http://a/1> <http://p> <http://o> .", "<http://a/2> <http://p> <http://o> ."]


@pytest.mark.parametrize("format", ["ttl", "trig"])
def test_our_prefixes_are_used(store: Store, tmp_path: Path, format: str) -> None:
    """Turtle and TriG are written with our prefixes, those of the data included."""
    export(store, tmp_path / f"a.{format}")
    text = (tmp_path / f"a.{format}").read_text(encoding="utf-8")
    assert f"@prefix concept: <{vocab.BASE}concept/> ." in text
    assert "concept:grpo" in text
    assert "pg:Method" in text


def test_rdflib_reads_trig_alike(store: Store, quads: list[str], tmp_path: Path) -> None:
    """Another library reads the same number of quads."""
    export(store, tmp_path / "a.trig")
    found = Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib, in its own parser
        found.parse(data=(tmp_path / "a.trig").read_text(encoding="utf-8"), format="trig")
    assert sum(1 for _ in found.quads()) == len(quads)


def test_unknown_formats_are_named(store: Store, tmp_path: Path) -> None:
    """A suffix or format nobody knows is refused with those there are, and nothing is written."""
    with pytest.raises(UnknownNameError, match="'pdf'") as caught:
        export(store, tmp_path / "a.pdf")
    assert caught.value.known == ("jsonld", "nq", "nt", "trig", "ttl")
    with pytest.raises(UnknownNameError, match="''"):
        export(store, tmp_path / "a")
    assert not (tmp_path / "a.pdf").exists()


def test_a_stream_needs_a_format(store: Store, quads: list[str]) -> None:
    """Standard output has no suffix: the format must be named."""
    stream = BytesIO()
    with pytest.raises(UsageError):
        exports.write(store, stream, format=None)
    assert exports.write(store, stream, format="nq") == len(quads)
    assert stream.getvalue().decode() == "".join(f"{line}\n" for line in sorted(quads))


def test_an_old_file_is_replaced_and_keeps_its_mode(store: Store, tmp_path: Path) -> None:
    """The file at the end of a link is replaced, with the mode it had, and the link stays."""
    real, link = tmp_path / "real.nq", tmp_path / "link.nq"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    export(store, link)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_text(encoding="utf-8") != "old"


def test_a_pipe_is_written_to(store: Store, quads: list[str], tmp_path: Path) -> None:
    """What is no regular file is written to and not replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        export(store, pipe, format="nq")
        assert reader.stdout is not None
        assert len(reader.stdout.read().splitlines()) == len(quads)
    assert pipe.is_fifo()


@pytest.mark.parametrize("place", ["none/a.nq", "."])
def test_a_place_that_cannot_be_written(store: Store, tmp_path: Path, place: str) -> None:
    """A missing folder, or a folder instead of a file, is an error of the store."""
    with pytest.raises(StoreError, match="cannot be written"):
        export(store, tmp_path / place, format="nq")


@pytest.mark.parametrize("format", exports.FORMATS)
def test_a_full_disk_leaves_nothing(tmp_path: Path, format: str) -> None:
    """When no more can be written the old file stays, and no other appears."""
    (tmp_path / "a").write_text("old")
    code = """
        import resource, sys
        from pathlib import Path
        from papergraph.errors import StoreError
        from papergraph.store.export import export
        from papergraph.store.memory import MemoryStore

        store = MemoryStore(f'<http://a/{i}> <http://p> "{i * i}" <http://g> .' for i in range(3000))
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            export(store, Path(sys.argv[1]), format=sys.argv[2])
        except StoreError as error:
            print("StoreError", error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "a"), format],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("StoreError"), done.stderr
    assert (tmp_path / "a").read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


@pytest.mark.parametrize("name", ["loop.nq", f"{'n' * 300}.nq", "file/x.nq"])
def test_a_place_that_takes_no_file(quads: list[str], tmp_path: Path, name: str) -> None:
    """Links in a loop, a name that is too long, a file for a folder: the error is one of ours."""
    (tmp_path / "loop.nq").symlink_to("loop.nq")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        export(MemoryStore(quads), tmp_path / name)
