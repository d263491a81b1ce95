"""Alias files that a test writes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from papergraph import aliases
from papergraph.errors import InputError
from papergraph.model import Alias

Load = Callable[[str], tuple[Alias, ...]]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Return what an alias file ``a.toml`` with a text says."""
    monkeypatch.chdir(tmp_path)

    def of(text: str) -> tuple[Alias, ...]:
        file = Path("a.toml")
        file.write_text(text, encoding="utf-8")
        return aliases.load([file])

    return of


@pytest.fixture
def refused(load: Load) -> Callable[[str], tuple[int | None, str, str | None]]:
    """Return line, message and hint of the error that a text makes."""

    def of(text: str) -> tuple[int | None, str, str | None]:
        with pytest.raises(InputError) as caught:
            load(text)
        assert caught.value.file == "a.toml"
        return caught.value.line, caught.value.message, caught.value.hint

    return of
