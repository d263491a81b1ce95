"""Who is who among authors whose ids were curated: floors, and better than what needs no thought."""

import runpy
from pathlib import Path
from typing import Any

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "authors.py"
#: The least that B³ F1 may be over the half of the blocks that no threshold was judged on. Only ever raised.
FLOORS = {"all": 0.975, "homonyms": 0.78, "spellings": 0.93}


@pytest.fixture(scope="module")
def measured(shared: Path) -> dict[str, dict[str, Any]]:
    """Measure every column on the reporting half."""
    benchmark = runpy.run_path(str(BENCHMARK))
    folder = shared / "authors"
    if not folder.is_dir():
        pytest.skip(f"there are no authors at {folder}")
    signatures = benchmark["read_signatures"](folder)
    kept = [n for n, signature in enumerate(signatures) if benchmark["half"](signature.block) == "report"]
    columns = benchmark["columns"](list(benchmark["read_days"](folder)), signatures)
    return {
        subset: {
            name: benchmark["figures"](signatures, cluster_of, benchmark["members"](subset, signatures, kept))
            for name, cluster_of in columns.items()
        }
        for subset in benchmark["SUBSETS"]
    }


@pytest.mark.corpus
@pytest.mark.parametrize("subset", FLOORS)
def test_authors_are_told_apart(measured: dict[str, dict[str, Any]], subset: str) -> None:
    """B³ F1 is at least its floor; pairs and B³ are better than by any column that needs no thought."""
    ours = measured[subset]["papergraph"]
    others = {column: figures for column, figures in measured[subset].items() if figures is not ours}

    assert ours.f1 >= FLOORS[subset]
    assert len(others) == 3
    for column, figures in others.items():
        assert ours.f1 > figures.f1, column
        assert ours.pair_f1 > figures.pair_f1, column
