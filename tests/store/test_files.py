"""RDF files are opened for reading, whatever their syntax, and what is wrong with them is said with the line."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from papergraph import vocab
from papergraph.errors import InputError
from papergraph.store import files
from papergraph.store.files import open_file

TURTLE = f'@prefix pg: <{vocab.PG}> . <http://a/x> a pg:Paper ; <http://p> "한글" .'


def written(folder: Path, suffix: str) -> Path:
    """Write two triples in the syntax of ``suffix`` and return the file."""
    triples = ox.parse(TURTLE.encode(), format=ox.RdfFormat.TURTLE)
    body = ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.from_extension(suffix))
    path = folder / f"graph.{suffix}"
    path.write_bytes(body or b"")
    return path


@pytest.mark.parametrize("suffix", files.SUFFIXES)
@pytest.mark.parametrize("packed", [False, True])
def test_every_syntax_gives_the_same_graph(tmp_path: Path, suffix: str, packed: bool) -> None:
    """The suffix tells the syntax; .gz may follow."""
    path = written(tmp_path, suffix)
    if packed:
        path = path.rename(tmp_path / f"graph.{suffix}.GZ")
        path.write_bytes(gzip.compress(path.read_bytes()))
    store = open_file(path)
    assert list(store.quads()) == [
        '<http://a/x> <http://p> "한글" .',
        f"<http://a/x> <{vocab.RDF_TYPE}> <{vocab.PG_PAPER}> .",
    ]
    store.close()


def test_the_base_is_read_from_the_digests(tmp_path: Path) -> None:
    """A file built with another base is asked with prefixes of that base."""
    path = tmp_path / "graph.nq"
    digest = "https://example.org/my/digest/daily-papers/2025-05-07"
    path.write_text(f"<{digest}> <{vocab.RDF_TYPE}> <{vocab.PG_DIGEST}> <{digest}> .\n")
    store = open_file(path)
    assert store.base == "https://example.org/my/"
    assert store.rows("SELECT ?d { ?d a pg:Digest FILTER (STRSTARTS(STR(?d), STR(digest:))) }") == [(digest,)]
    store.close()


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", "<http://a> <http://b> .\n", 1),
        ("a.nt", "<http://a> <http://b> <http://c> .\nnonsense\n", 2),
        ("a.nq", '<http://a> <http://b> "x\n', 1),
        ("a.trig", "\n\n<http://g> { <http://a> }", 3),
        ("a.jsonld", '{"@id": ', 1),
        ("a.rdf", "<rdf", None),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, name: str, text: str, line: int | None) -> None:
    """A file that is not RDF is an error of the input with file and line, and leaves nothing behind."""
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        open_file(path)
    assert (caught.value.file, caught.value.line) == (str(path), line)
    assert "Parser error at" not in caught.value.message


def test_relative_iris_are_refused(tmp_path: Path) -> None:
    """The place of a file never becomes part of a name in the graph."""
    path = tmp_path / "a.ttl"
    path.write_text("<x> <http://b> <http://c> .")
    with pytest.raises(InputError):
        open_file(path)


@pytest.mark.parametrize(
    "data",
    [b"no gzip", gzip.compress(b"<http://a> <http://b> <http://c> .\n" * 99, mtime=0)[:-9]],
    ids=["no gzip", "cut off"],
)
def test_a_broken_gz(tmp_path: Path, data: bytes) -> None:
    """A .gz that is none, or ends early, is an error of the input."""
    path = tmp_path / "a.nt.gz"
    path.write_bytes(data)
    with pytest.raises(InputError, match="cannot be read") as caught:
        open_file(path)
    assert caught.value.file == str(path)


def test_a_gz_that_grows_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A .gz that unpacks to more than the limit is refused before it fills the disk."""
    monkeypatch.setattr(files, "MOST_BYTES", 10_000)
    path = tmp_path / "a.nt.gz"
    path.write_bytes(gzip.compress(b"#" * 10_000_000))
    with pytest.raises(InputError, match="larger than"):
        open_file(path)


def test_not_utf8(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are an error of the input."""
    path = tmp_path / "a.nt"
    path.write_bytes(b'<http://a> <http://b> "\xff\xfe" .\n')
    with pytest.raises(InputError):
        open_file(path)


@pytest.mark.parametrize("name", ["a.md", "a", "a.gz", "ttl"])
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    """A file that is no RDF by its name is refused with the suffixes there are."""
    path = tmp_path / name
    path.write_text("x")
    with pytest.raises(InputError) as caught:
        open_file(path)
    assert ".ttl" in (caught.value.hint or "")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is an error of the input."""
    with pytest.raises(InputError, match="cannot be read"):
        open_file(tmp_path / "a.nt")


def test_the_temporary_folder_goes_with_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left behind, neither by a store that is closed nor by a file that is refused."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    store = open_file(written(tmp_path, "nt"))
    assert len(list((tmp_path / "tmp").iterdir())) == 1
    store.close()
    (tmp_path / "bad.nt").write_text("x")
    with pytest.raises(InputError):
        open_file(tmp_path / "bad.nt")
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonld", '{"http://p":' * 20_000 + "1" + "}" * 20_000),
        ("a.jsonld", "[" * 20_000),
        ("a.nt", "<http://a> <http://p> " + "<<( <http://a> <http://p> " * 100_000 + "1" + " )>>" * 100_000 + " ."),
    ],
)
def test_a_file_of_brackets_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """What would overflow the engine's stack, and end this process, is refused before it is parsed."""
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(InputError, match="nested more than 1,000 deep"):
        open_file(path)
