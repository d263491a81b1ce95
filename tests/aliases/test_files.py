"""Which alias files count, what cannot be read, and when they have changed."""

import os
from pathlib import Path

import pytest

from papergraph import aliases
from papergraph.errors import InputError

HIDE = '[[concept]]\nhide = ["한국어"]\n'


def test_the_file_beside_the_store_is_read_without_being_named(tmp_path: Path) -> None:
    """Files that are named come first, each once; the project's own is there when it is there."""
    store, own, other = (tmp_path / name for name in ("my.store", "my.aliases.toml", "other.toml"))
    assert aliases.files([], store=store) == ()
    own.write_text(HIDE, encoding="utf-8")
    other.write_text(HIDE, encoding="utf-8")

    assert aliases.files([], store=store) == (own,)
    assert aliases.files([other, own, other], store=store) == (other, own)
    assert aliases.files([], store=tmp_path / "another.store") == ()


def test_aliases_of_several_files_stand_together(tmp_path: Path) -> None:
    """Each alias knows its file; what one file says may not contradict another."""
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text('[[concept]]\nsame = ["a", "b"]\n', encoding="utf-8")
    two.write_text('\n[[concept]]\nhide = ["c"]\n', encoding="utf-8")
    assert [(alias.file, alias.line) for alias in aliases.load([one, two])] == [(str(one), 2), (str(two), 3)]

    two.write_text('\n[[concept]]\ndifferent = ["a", "b"]\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"the same in .*one\.toml:2") as caught:
        aliases.load([one, two])
    assert (caught.value.file, caught.value.line) == (str(two), 3)


@pytest.mark.parametrize(
    "data",
    [HIDE.encode(), b"\xef\xbb\xbf" + HIDE.encode(), HIDE.replace("\n", "\r\n").encode()],
    ids=["plain", "byte order mark", "CRLF"],
)
def test_what_editors_add_does_no_harm(tmp_path: Path, data: bytes) -> None:
    """A byte order mark and line ends of Windows change neither names nor lines."""
    file = tmp_path / "a.toml"
    file.write_bytes(data)
    assert [(alias.names[0].name, alias.line) for alias in aliases.load([file])] == [("한국어", 2)]


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (HIDE.encode("cp949"), 2, "not UTF-8"),
        (HIDE.encode("utf-16"), 1, "not UTF-8"),
        (b"#" * (5 << 20), None, "more than 4 MB"),
    ],
)
def test_a_file_that_is_no_alias_file(tmp_path: Path, data: bytes, line: int | None, said: str) -> None:
    """Another encoding is told with its line, a huge file is not read through."""
    file = tmp_path / "a.toml"
    file.write_bytes(data)
    with pytest.raises(InputError, match=said) as caught:
        aliases.load([file])
    assert (caught.value.file, caught.value.line) == (str(file), line)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The error names the file, whether it is asked for what it says or for its version."""
    for ask in (aliases.load, aliases.version):
        with pytest.raises(InputError, match="cannot be read: No such file") as caught:
            ask([tmp_path / "none.toml"])
        assert caught.value.file == str(tmp_path / "none.toml")


def test_folders_and_pipes_are_no_alias_files(tmp_path: Path) -> None:
    """Neither named nor beside the store."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "my.aliases.toml").mkdir()
    for named, store in (([tmp_path / "pipe"], "x.store"), ([tmp_path], "x.store"), ([], "my.store")):
        with pytest.raises(InputError, match="the alias file is no file"):
            aliases.files(named, store=tmp_path / store)


def test_the_version_follows_the_content(tmp_path: Path) -> None:
    """The same content has the same version wherever it lies; a comment more is another one."""
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(HIDE, encoding="utf-8")
    two.write_text(HIDE, encoding="utf-8")
    version = aliases.version([one])

    assert version == aliases.version([two])
    assert len({version, aliases.version([]), aliases.version([one, two])}) == 3
    two.write_text(HIDE + "# more\n", encoding="utf-8")
    assert version != aliases.version([two])
    # What stands in which file counts.
    one.write_text("#a", encoding="utf-8")
    two.write_text("b", encoding="utf-8")
    before = aliases.version([one, two])
    one.write_text("#", encoding="utf-8")
    two.write_text("ab", encoding="utf-8")
    assert before != aliases.version([one, two])
