"""The shape of the code: what a reviewer would otherwise have to watch."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import papergraph

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "papergraph").rglob("*.py"))
LONGEST = 400
#: Files with one idea that takes more lines, each with its reason.
LONGER: dict[str, str] = {}
_NAMESPACE = re.compile(r"https?://(?:www\.w3\.org|purl\.org|schema\.org|xmlns\.com|w3id\.org|rdfs\.org)")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_holds_one_idea(path: Path) -> None:
    """A file is short and says in its first line what it is for."""
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LONGEST or name(path) in LONGER
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", [path for path in FILES if path.name != "vocab.py"], ids=name)
def test_iris_are_spelled_in_vocab_only(path: Path) -> None:
    """No other file spells a namespace."""
    assert not _NAMESPACE.search(path.read_text(encoding="utf-8"))


def test_no_drawer_files() -> None:
    """There is no file whose name says nothing."""
    assert not {path.stem for path in FILES} & {"utils", "helpers", "common", "misc"}


def test_public_names_are_what_is_there() -> None:
    """``__all__`` is sorted, and each name in it can be had."""
    assert papergraph.__all__ == sorted(papergraph.__all__)
    for public in papergraph.__all__:
        assert getattr(papergraph, public) is not None


def loaded_by(code: str) -> set[str]:
    script = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {module.partition(".")[0] for module in json.loads(done.stdout.splitlines()[-1])}


HEAVY = {"spacy", "rdflib", "networkx", "pyvis", "numpy", "scipy", "pyshacl", "pyoxigraph", "rich", "jinja2"}


@pytest.mark.parametrize(
    "code",
    [
        "import papergraph",
        "from click.testing import CliRunner; from papergraph.cli import main; CliRunner().invoke(main, ['--help'])",
        "from click.testing import CliRunner; from papergraph.cli import main; "
        "[CliRunner().invoke(main, [c, '--help']) for c in main.list_commands(None)]",
    ],
    ids=["import", "help", "help of every command"],
)
def test_help_loads_nothing_heavy(code: str) -> None:
    """Importing papergraph, and asking for help, load none of the heavy packages."""
    assert not loaded_by(code) & HEAVY


def test_asking_a_graph_loads_no_extractor() -> None:
    """The graph that a Python user opens needs neither spaCy nor a network library."""
    assert not loaded_by("import papergraph; papergraph.Graph") & {"spacy", "networkx", "pyvis", "rdflib", "pyshacl"}
