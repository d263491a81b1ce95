"""A folder becomes a site whole or not at all, and what belongs to others stays."""

from pathlib import Path

import pytest

from papergraph.errors import StoreError
from papergraph.site.folder import MARKER, replacing


def write(folder: Path, **files: str) -> None:
    with replacing(folder) as into:
        for name, text in files.items():
            into.write(f"{name}.html", text)


def write_half(folder: Path, error: type[BaseException]) -> None:
    with replacing(folder) as into:
        into.write("b.html", "2")
        raise error


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_site_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    """Pages that are not made again go."""
    write(tmp_path / "pages", old="1", same="1")
    write(tmp_path / "pages", new="2", same="2")

    assert names(tmp_path / "pages") == [MARKER, "new.html", "same.html"]
    assert (tmp_path / "pages/same.html").read_text(encoding="utf-8") == "2"
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder with nothing in it may become a site, and so may one that is not there."""
    (tmp_path / "pages").mkdir()
    write(tmp_path / "pages", a="1")
    write(tmp_path / "deep/er", a="1")

    assert names(tmp_path / "pages") == [MARKER, "a.html"]
    assert names(tmp_path / "deep/er") == [MARKER, "a.html"]


@pytest.mark.parametrize("marker", [None, "{}", "[]", "no JSON", '{"entries": 7}'])
def test_a_folder_of_others_is_refused(marker: str | None, tmp_path: Path) -> None:
    """A folder that holds files and no site stays as it is."""
    (tmp_path / "thesis.tex").write_text("mine", encoding="utf-8")
    if marker is not None:
        (tmp_path / MARKER).write_text(marker, encoding="utf-8")
    before = names(tmp_path)

    with pytest.raises(StoreError, match="holds files and no site"):
        write(tmp_path, a="1")

    assert names(tmp_path) == before


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    """A file and a folder beside those of the site are there afterwards."""
    write(tmp_path / "pages", a="1")
    (tmp_path / "pages/.git").mkdir()
    (tmp_path / "pages/.git/HEAD").write_text("ref", encoding="utf-8")
    (tmp_path / "pages/CNAME").write_text("example.org", encoding="utf-8")

    write(tmp_path / "pages", b="1")

    assert names(tmp_path / "pages") == [".git/HEAD", MARKER, "CNAME", "b.html"]


def test_a_file_in_the_way_is_not_lost(tmp_path: Path) -> None:
    """Where the new site has a name that somebody else's file has, nothing is written."""
    write(tmp_path / "pages", a="1")
    (tmp_path / "pages/b.html").write_text("mine", encoding="utf-8")

    with pytest.raises(StoreError, match="in the way"):
        write(tmp_path / "pages", a="2", b="2")

    assert (tmp_path / "pages/a.html").read_text(encoding="utf-8") == "1"
    assert (tmp_path / "pages/b.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_what_goes_wrong_leaves_the_old_site(error: type[BaseException], tmp_path: Path) -> None:
    """A site that is not finished is not there, and nothing of it is."""
    write(tmp_path / "pages", a="1")

    with pytest.raises(error):
        write_half(tmp_path / "pages", error)

    assert names(tmp_path / "pages") == [MARKER, "a.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_a_file_cannot_become_a_site(tmp_path: Path) -> None:
    """What is no folder is refused."""
    (tmp_path / "pages").write_text("mine", encoding="utf-8")

    with pytest.raises(StoreError, match="it is no folder"):
        write(tmp_path / "pages", a="1")

    assert (tmp_path / "pages").read_text(encoding="utf-8") == "mine"
