"""A graph in memory."""

from pathlib import Path

import pytest

from papergraph.errors import StoreError
from papergraph.store.memory import MemoryStore


def test_what_is_no_quad_is_refused() -> None:
    """A line that is not N-Quads is an error of the store."""
    with pytest.raises(StoreError, match="N-Quads"):
        MemoryStore(["nonsense"])


def test_the_copy_for_queries_goes_with_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first query of a stranger writes one copy, which is removed on close."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    store = MemoryStore(["<http://a> <http://b> <http://c> ."])
    assert list(tmp_path.iterdir()) == []
    for _ in range(2):
        assert b"true" in store.answer("ASK { ?s ?p ?o }").body
        assert len(list(tmp_path.iterdir())) == 1
    store.close()
    assert list(tmp_path.iterdir()) == []
