"""The project's own files lie beside its store."""

from pathlib import Path

import pytest

from papergraph import project
from papergraph.errors import InputError


@pytest.mark.parametrize(
    ("store", "name"),
    [("my.store", "my.x.txt"), ("my", "my.x.txt"), ("a.store.store", "a.store.x.txt"), (".", "here.x.txt")],
)
def test_beside_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: str, name: str) -> None:
    """``my.store`` has ``my.…`` next to it, also when it is the folder in which one stands."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    beside = (tmp_path if store == "." else here) / name
    assert project.files([], store=store, suffix=".x.txt", what="list") == ()
    beside.write_text("", encoding="utf-8")
    assert project.files([], store=store, suffix=".x.txt", what="list") == (beside,)


@pytest.mark.parametrize("store", ["/", "a/.."])
def test_no_store_without_a_name(store: str) -> None:
    """A folder without a name has nothing beside it."""
    with pytest.raises(InputError, match="no store can lie there"):
        project.files([], store=store, suffix=".x.txt", what="list")
