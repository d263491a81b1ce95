"""The notebook of the examples is executed."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.filterwarnings("ignore")  # what Jupyter's own packages deprecate of one another
def test_notebook_runs() -> None:
    """Every cell of the notebook runs, and what it shows are tables and pictures, not representations of objects."""
    notebook = nbformat.read(EXAMPLES / "networks.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()

    shown = [set(output["data"]) for cell in notebook.cells for output in cell.get("outputs", ()) if "data" in output]
    assert sum("text/html" in kinds for kinds in shown) >= 6
    assert any("image/svg+xml" in kinds for kinds in shown)


def test_notebook_holds_no_results() -> None:
    """What is committed are the cells; results would be out of date."""
    notebook = nbformat.read(EXAMPLES / "networks.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells)
