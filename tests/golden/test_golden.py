"""Digests in, bytes out: the whole way, on a file that a person can read beside its graph."""

import sys
from pathlib import Path

import pytest

import papergraph

HERE = Path(__file__).parent
GOLDEN = HERE / "days.nq"


def exported(folder: Path, *, jobs: int) -> str:
    papergraph.build_graph([HERE / "days.md"], store=folder / "store", jobs=jobs)
    with papergraph.open(folder / "store") as graph:
        graph.export(folder / "days.nq")
    lines = (folder / "days.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    # The ontology has a golden of its own: it is the same in every graph.
    return "".join(line for line in lines if not line.endswith("/graph/ontology> .\n"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_graph_is_what_it_was(tmp_path: Path, jobs: int) -> None:
    """The graph of the file is the golden one; `python tests/golden/test_golden.py` writes that anew, for review."""
    assert exported(tmp_path, jobs=jobs) == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        sys.stdout.write(f"{GOLDEN.write_text(exported(Path(scratch), jobs=1), encoding='utf-8')} characters\n")
