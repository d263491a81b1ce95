"""Paths and the files they name."""

import io
import os
from pathlib import Path

import pytest

from papergraph.errors import InputError
from papergraph.sources.files import Found, find, load


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with digests, other files, and hidden ones."""
    monkeypatch.chdir(tmp_path)
    for name in ("d/b.md", "d/a.MD", "d/sub/c.md.gz", "d/pic.png", "d/.hidden.md", "d/.git/x.md", "d/sub/[x].md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def _find(*paths: str) -> tuple[list[str], list[str]]:
    found, problems = find(paths, suffixes=(".md",))
    return [file.file for file in found], [problem.code for problem in problems]


def test_folder_is_read_with_all_below(folder: Path) -> None:
    """Digests in a folder and below it are found, packed or not; hidden ones are not; others are counted."""
    assert _find("d") == (["d/a.MD", "d/b.md", "d/sub/[x].md", "d/sub/c.md.gz"], ["files-passed-over"])
    (problem,) = find(["d"], suffixes=(".md",))[1]
    assert (problem.file, problem.message) == ("d", "files that were passed over: 1 (.png)")


def test_named_file_is_taken_whatever_its_name(folder: Path) -> None:
    """What is named itself is read, also when it is hidden or has another ending, or looks like a pattern."""
    assert _find("d/pic.png", "d/.hidden.md", "d/sub/[x].md") == (["d/pic.png", "d/.hidden.md", "d/sub/[x].md"], [])


def test_patterns_are_expanded(folder: Path) -> None:
    """A pattern names files, at any depth with two stars."""
    assert _find("d/*.md") == (["d/b.md"], [])
    assert _find(f"{folder}/**/c.*")[0] == [f"{folder}/d/sub/c.md.gz"]


def test_each_file_is_found_once(folder: Path) -> None:
    """A file that several paths name is read once, under the name that was given for itself."""
    assert _find("d/b.md", "d/../d/b.md", str(folder / "d" / "b.md"), "-", "-")[0] == [str(folder / "d" / "b.md"), "-"]
    found, _ = find(["d", "d/b.md"], suffixes=(".md",))
    assert {file.file: file.asked for file in found}["d/b.md"]


def test_links_make_no_loop(folder: Path) -> None:
    """Links between folders neither loop nor double."""
    (folder / "d" / "sub" / "up").symlink_to(folder / "d", target_is_directory=True)
    (folder / "d" / "self").symlink_to(".", target_is_directory=True)
    assert len(_find("d", "d/sub")[0]) == 4


@pytest.mark.parametrize("path", ["nowhere.md", "", "d/*.tex", "a\0b", "\ud800", "d/[", "d/b.md/x"])
def test_missing_path_is_an_error_with_a_hint(folder: Path, path: str) -> None:
    """What is not there stops everything before anything is read."""
    with pytest.raises(InputError) as caught:
        _find("d", path)
    assert caught.value.hint
    caught.value.message.encode()


def test_empty_folder_warns(folder: Path) -> None:
    """A folder without files is reported."""
    (folder / "empty").mkdir()
    assert _find("empty") == ([], ["folder-empty"])


def test_broken_link_and_folder_are_problems(folder: Path) -> None:
    """A file that cannot be opened is reported under its name."""
    (folder / "gone.md").symlink_to("nowhere")
    (found,), _ = find(["gone.md"], suffixes=(".md",))
    decoded = load(found)
    assert [(problem.code, problem.file) for problem in decoded.problems] == [("file-unreadable", "gone.md")]
    assert load(Found(file="d", path=folder / "d", asked=True)).problems[0].code == "file-unreadable"


def test_pipes_in_folders_are_passed_over(folder: Path) -> None:
    """A pipe among the files of a folder, which might never end, is left alone."""
    os.mkfifo(folder / "d" / "pipe.md")
    assert "d/pipe.md" not in _find("d")[0]
    assert _find("d/p*.md") == ([], ["files-passed-over"])


def test_standard_input_is_a_file_named_minus(folder: Path) -> None:
    """A minus reads standard input."""
    (found,), _ = find(["-"], suffixes=())
    assert load(found, stdin=io.BytesIO(b"hello")).text == "hello"


def test_names_that_are_no_text_can_be_shown(folder: Path) -> None:
    """A file's name with bytes that are no UTF-8 is shown with a replacement character."""
    name = os.fsdecode(b"d/\xff.md")
    try:
        Path(name).write_text("x")
    except OSError:
        pytest.skip("this file system allows no such name")
    assert "d/\ufffd.md" in _find("d")[0]


def test_the_working_directory_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the working directory was removed no relative path means anything; the error says so."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()

    with pytest.raises(InputError, match="working directory"):
        find(["."], suffixes=(".md",))
