"""A store folder that cannot be read says so, in an error of ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from papergraph.errors import StoreError
from papergraph.store import layout
from papergraph.store.embedded import open_store, writing
from papergraph.store.layout import About
from papergraph.vocab import BASE


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with an empty graph."""
    path = tmp_path / "s"
    with writing(path) as writer:
        writer.publish([], about=About(base=BASE, with_text=True, extractor="x"))
    return path


@pytest.mark.parametrize("ask", [open_store, lambda path: layout.current(path).__enter__()])
def test_a_generation_that_cannot_be_opened(store: Path, ask: Callable[[Path], object]) -> None:
    """What the system refuses (here a link to itself) is no damage that nobody can name, and no traceback."""
    file = store / "generations" / "1" / "generation.json"
    file.unlink()
    file.symlink_to("generation.json")

    with pytest.raises(StoreError, match="cannot be read: Too many levels of symbolic links"):
        ask(store)


def test_a_folder_where_the_number_should_be(store: Path) -> None:
    """A folder named ``current`` is no store's."""
    (store / "current").unlink()
    (store / "current").mkdir()

    with pytest.raises(StoreError):
        open_store(store)
