"""A picture becomes a file whole or not at all, and what refuses it is said."""

from pathlib import Path

import pytest

from papergraph.errors import StoreError, UnknownNameError
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.papers import papers_view
from papergraph.views.view import View


@pytest.fixture
def view(rows: NetworkRows) -> View:
    """A small picture."""
    return View(model=papers_view(rows))


@pytest.mark.parametrize("place", ["nowhere/a.svg", "file/a.svg", f"{'n' * 300}.svg", "folder.svg", "loop.svg"])
def test_a_place_that_takes_no_file(view: View, tmp_path: Path, place: str) -> None:
    """Whatever stands in the way, the error is one of ours, and nothing is left behind."""
    (tmp_path / "file").touch()
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "loop.svg").symlink_to("loop.svg")
    before = sorted(tmp_path.iterdir())

    with pytest.raises(StoreError, match="cannot be written"):
        view.write(tmp_path / place)

    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there_is_named(view: View, tmp_path: Path) -> None:
    """The error says what is missing, and what to do."""
    with pytest.raises(StoreError, match="there is no folder") as raised:
        view.write(tmp_path / "nowhere" / "a.html")
    assert raised.value.hint == "make the folder first"


def test_a_link_is_followed(view: View, tmp_path: Path) -> None:
    """A link stays a link: the file that it names is written."""
    (tmp_path / "link.svg").symlink_to("real.svg")

    view.write(tmp_path / "link.svg")

    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real.svg").read_text(encoding="utf-8") == view.svg()


def test_a_file_of_that_name_keeps_its_mode(view: View, tmp_path: Path) -> None:
    """Drawing again does not open a private file to others."""
    file = tmp_path / "a.html"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)

    view.write(file)

    assert (file.stat().st_mode & 0o777, file.read_text(encoding="utf-8")) == (0o600, view.html())


def test_another_suffix(view: View, tmp_path: Path) -> None:
    """A suffix nobody knows is refused before anything is written."""
    with pytest.raises(UnknownNameError):
        view.write(tmp_path / "a.bmp")
    assert list(tmp_path.iterdir()) == []
