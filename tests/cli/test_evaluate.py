"""``papergraph evaluate``, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

GOLD = [
    {
        "id": "2505.00001",
        "entities": [
            {"type": "METHOD", "name": "FooNet", "aliases": [], "tier": "named", "role": "introduces"},
            {"type": "METHOD", "name": "GRPO", "aliases": [], "tier": "named", "role": "uses"},
            {"type": "METHOD", "name": "QuxNet", "aliases": [], "tier": "named", "role": "uses"},
            {"type": "DATASET", "name": "GSM8K", "aliases": [], "tier": "named", "role": "uses"},
        ],
        "results": [{"value": "71.5%"}],
    },
    {
        "id": "2505.00002",
        "entities": [{"type": "METHOD", "name": "BarTune", "aliases": [], "tier": "named", "role": "introduces"}],
        "results": [],
    },
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(json.dumps(paper) for paper in GOLD), encoding="utf-8")
    return file


def test_figures(built: Run, gold: Path) -> None:
    """Each figure stands on its line with its interval and its counts."""
    done = built("evaluate", gold)

    assert done.exit_code == 0
    lines = {line.split()[0]: line.split() for line in done.stdout.splitlines() if line}
    assert done.stdout.startswith("2 of 2 papers name something in the graph\n")
    assert lines["R_named"][1:] == ["0.800", "0.750–1.000", "4", "5"]
    assert lines["result_recall"][1:] == ["1.000", "1.000–1.000", "1", "1"]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("class", ["METHOD", "MODEL", "DATASET", "TASK", "METRIC"]),
        ("role", ["introduces", "compares", "uses", "mentions"]),
        ("tier", ["named", "concept", "optional"]),
    ],
)
def test_by(built: Run, gold: Path, by: str, rows: list[str]) -> None:
    """A second table has a row for each class, role or tier."""
    table = built("evaluate", gold, "--by", by).stdout.split("\n\n")[2].splitlines()

    assert table[0].split()[:2] == [by, "recall"]
    assert [line.split()[0] for line in table[1:]] == rows


def test_errors_have_their_sentence(built: Run, gold: Path) -> None:
    """A node that the gold does not have is listed with its span in its sentence and the rule that found it."""
    done = built("evaluate", gold, "--errors", "1")

    assert "missed: 1\n  2505.00001  QuxNet (expected METHOD)\n" in done.stdout
    assert "⟦" not in built("evaluate", gold).stdout
    false = done.stdout.partition("\nfalse: ")[2].splitlines()
    assert false[1].startswith("  2505.0000")
    assert "⟦" in false[2]
    assert len(false) == 3


def test_as_json(built: Run, gold: Path) -> None:
    """Everything comes as data too."""
    data = json.loads(built("evaluate", gold, "--json", "--errors", "3").stdout)

    assert data["figures"]["R_named"] == {"value": 0.8, "right": 4, "of": 5, "low": 0.75, "high": 1.0}
    assert data["by"]["class"]["DATASET"]["recall"]["value"] == 1.0
    assert data["counts"]["papers"] == 2
    assert data["mistake_counts"]["missed"] == 1
    assert data["mistakes"][0]["name"] == "QuxNet"


def test_a_file_instead_of_the_store(built: Run, gold: Path) -> None:
    """An exported graph gives the same figures as the store."""
    built("export", "-o", "graph.nq")

    assert built("evaluate", gold, "--file", "graph.nq", "--store", "none").stdout == built("evaluate", gold).stdout


def test_two_files_are_one_gold(built: Run, gold: Path, tmp_path: Path) -> None:
    """The papers of all files count."""
    (tmp_path / "more.jsonl").write_text(json.dumps({**GOLD[1], "id": "2505.00009"}), encoding="utf-8")

    assert built("evaluate", gold, "more.jsonl").stdout.startswith("2 of 3 papers")


def test_none_of_the_papers(built: Run, tmp_path: Path) -> None:
    """A gold of other papers is exit code 1."""
    (tmp_path / "other.jsonl").write_text(json.dumps({**GOLD[1], "id": "2505.00009"}), encoding="utf-8")

    assert built("evaluate", "other.jsonl").exit_code == 1


def test_bad_gold(built: Run, gold: Path) -> None:
    """A broken line is exit code 3, with file and line."""
    gold.write_text('{"id": "2505.00001", "entities": []}\n{"id": 7}\n', encoding="utf-8")

    done = built("evaluate", gold)

    assert (done.exit_code, done.stdout) == (3, "")
    assert "gold.jsonl:2: no annotation: " in done.stderr


def test_hostile_names_do_not_reach_the_terminal(built: Run, gold: Path) -> None:
    """An escape sequence in an annotation is shown, not obeyed."""
    name = "\x1b[31mQux\nNet"
    entity = {"type": "METHOD", "name": name, "aliases": [], "tier": "named", "role": "uses"}
    gold.write_text(json.dumps({"id": "2505.00001", "entities": [entity]}), encoding="utf-8")

    done = built("evaluate", gold, "--errors", "1")

    assert "Qux Net" in done.stdout
    assert "\x1b" not in done.stdout
