"""Does the reader know names, or does it read? Every introduced name is replaced by one that nobody has ever seen."""

import subprocess
import sys
from pathlib import Path

import pytest

import papergraph
from papergraph.evaluate import evaluate

pytestmark = pytest.mark.corpus

TEXTS = {"seed": "seed/2025-05-07.md", "ko_dev": "dev/ko_dev.md", "en_dev": "dev/en_dev.md"}
LARGEST_LOSS = 0.03


def named_recall(text: Path, gold: Path, *, store: Path) -> float:
    papergraph.build_graph([text], store=store, jobs=1)
    with papergraph.open(store) as graph:
        return evaluate([gold], graph=graph).value("R_named")


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_invented_names_are_found_too(shared: Path, tmp_path: Path, name: str) -> None:
    """With invented names in text and gold, the share of named things that is found hardly falls."""
    text, gold = shared / "corpus" / TEXTS[name], shared / "gold" / f"{name}.jsonl"
    invented_text, invented_gold = tmp_path / "renamed.md", tmp_path / "renamed.jsonl"
    subprocess.run(
        [sys.executable, shared / "gold" / "rename_introduced.py", text, gold, invented_text, invented_gold],
        check=True,
        capture_output=True,
    )

    known = named_recall(text, gold, store=tmp_path / "known")
    invented = named_recall(invented_text, invented_gold, store=tmp_path / "invented")

    assert invented >= known - LARGEST_LOSS
