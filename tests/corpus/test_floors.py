"""What the extractor reads, held against every annotated entry: floors that only rise, and figures like the scorer's.

The texts of ``gold/written_*`` lie beside their labels, so they are measured wherever the project is checked out.
``gold/days_heldout.jsonl`` and ``gold/days_fresh.jsonl`` are set aside: their totals are compared with their floors and
nothing else is looked at.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import papergraph
from papergraph import sources
from papergraph.evaluate import Evaluation, evaluate
from papergraph.evaluation.figures import NAMES
from papergraph.graph import Graph

ROOT = Path(__file__).resolve().parents[2]
FLOORS_FILE = ROOT / "gold" / "floors.toml"
FLOORS: dict[str, dict[str, float]] = tomllib.loads(FLOORS_FILE.read_text(encoding="utf-8"))
TEXTS = {
    "seed": "corpus/seed/2025-05-07.md",
    "ko_dev": "corpus/dev/ko_dev.md",
    "en_dev": "corpus/dev/en_dev.md",
}
SET_ASIDE = ("days_heldout", "days_fresh")
DAYS = ("days_dev", "days_more", "days_later", *SET_ASIDE)
WRITTEN = ("written_ko", "written_en")
SETS = (*TEXTS, *DAYS)


@pytest.fixture(scope="module")
def graphs(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Graph]]:
    """Build one graph for each set; the two halves of the days are in one, of the days that list their papers."""
    folder = tmp_path_factory.mktemp("gold")
    inputs = {name: [shared / text] for name, text in TEXTS.items()}
    wanted = {paper for name in DAYS for paper in papers_of(ROOT / "gold" / f"{name}.jsonl")}
    inputs["days"] = list(days_with(wanted, shared / "corpus" / "digests"))
    opened = {}
    for name, files in inputs.items():
        papergraph.build_graph(files, store=folder / name, jobs=1)
        opened[name] = papergraph.open(folder / name)
    yield {**opened, **dict.fromkeys(DAYS, opened["days"])}
    for graph in opened.values():
        graph.close()


@pytest.fixture(scope="module", params=WRITTEN)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Graph]]:
    """Build the graph of one set whose texts we wrote."""
    store = tmp_path_factory.mktemp("gold") / request.param
    papergraph.build_graph([ROOT / "gold" / f"{request.param}.md"], store=store, jobs=1)
    with papergraph.open(store) as graph:
        yield request.param, graph


def papers_of(gold: Path) -> set[str]:
    return {json.loads(line)["id"] for line in gold.read_text(encoding="utf-8").splitlines()}


def days_with(papers: set[str], folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*.md")):
        if any(listing.paper.local in papers for day in sources.read([file]).digests for listing in day.listings):
            yield file


def gold_of(name: str, shared: Path) -> Path:
    return (ROOT if name in DAYS else shared) / "gold" / f"{name}.jsonl"


def totals(done: Evaluation) -> dict[str, float]:
    return {figure.name: figure.value for figure in done.figures.overall}


def hold_to_floors(name: str, graph: Graph, gold: Path) -> None:
    """Assert that every paper of the set is in the graph, and that each figure is at least what it was."""
    done = evaluate([gold], graph=graph)
    reached = totals(done)

    under = {key: (reached[key], floor) for key, floor in FLOORS[name].items() if reached[key] < floor}
    listed = {row[0].value.rsplit("/", 1)[-1] for row in graph.query("SELECT ?paper { ?paper a pg:Paper }")}
    assert papers_of(gold) <= listed
    assert not under, f"(now, floor) in {name}: {under}"


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_no_figure_is_under_its_floor(graphs: dict[str, Graph], shared: Path, name: str) -> None:
    """On real entries."""
    hold_to_floors(name, graphs[name], gold_of(name, shared))


def test_no_figure_of_the_written_entries_is_under_its_floor(written: tuple[str, Graph]) -> None:
    """On entries that we wrote."""
    name, graph = written
    hold_to_floors(name, graph, ROOT / "gold" / f"{name}.jsonl")


@pytest.mark.corpus
@pytest.mark.parametrize("name", [name for name in SETS if name not in SET_ASIDE])
def test_figures_are_those_of_the_scorer(graphs: dict[str, Graph], shared: Path, tmp_path: Path, name: str) -> None:
    """The scorer that came with the annotations gives the same figures and the same counts for the exported graph."""
    graphs[name].export(tmp_path / "graph.nq")
    command = [sys.executable, shared / "gold" / "score.py", tmp_path / "graph.nq", gold_of(name, shared), "--json"]
    scored = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    done = evaluate([gold_of(name, shared)], graph=graphs[name])

    assert scored.pop("papers") == f"{done.papers_found}/{done.papers}"
    counts = scored.pop("counts")
    assert {key: done.figures.counts.get(key) for key in counts} == counts
    assert totals(done) == scored


def test_every_figure_has_a_floor() -> None:
    """Each set has a floor for each figure, each between 0 and 1."""
    assert set(FLOORS) == {*SETS, *WRITTEN}
    for floors in FLOORS.values():
        assert set(floors) == set(NAMES)
        assert all(0 <= floor <= 1 for floor in floors.values())


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_floors_only_rise() -> None:
    """No floor is lower than in any version of the file that was ever committed."""

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout

    place = FLOORS_FILE.relative_to(ROOT).as_posix()
    for commit in git("log", "--format=%H", "--", place).split():
        for name, floors in tomllib.loads(git("show", f"{commit}:{place}")).items():
            for figure, floor in floors.items():
                assert FLOORS[name][figure] >= floor, f"{figure} of {name} was {floor} in {commit[:9]}"
