"""The real digests beside the checkout. They are read where they lie; nothing of them is here."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"there are no real digests at {SHARED}")
    return SHARED
