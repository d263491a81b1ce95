"""What the tests of sources share: a place to put digests, and the way to the corpus."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[str, str | bytes], str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Return a function that writes a file below the working directory and returns its relative path."""
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return write_file


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of real digests beside the project, or skip."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("no ../shared/corpus beside the project")
    return folder
