"""``papergraph diff`` from outside: a morning briefing, or data."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

NEXT_DAY = """## Daily Papers (2025-05-08)

### [BazQuant: Fewer Bits](https://arxiv.org/abs/2505.00003)

Vote: 40

Authors: Ada Kim, Cho Min

- ***What's New***: 이 논문은 새로운 양자화 방법 BazQuant을 제안합니다.
- ***Technical Details***: BazQuant은 FooNet과 GRPO를 활용하여 학습합니다.
- ***Performance Highlights***: BazQuant은 GSM8K에서 80.5%의 정확도를 기록했습니다.

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Vote: 25

Authors: Ada Kim, Ben Lee

- ***What's New***: 이 논문은 그래프를 읽는 새로운 프레임워크 FooNet을 제안합니다.
"""


@pytest.fixture
def next_day(built: Run, tmp_path: Path) -> Run:
    """The folder after a second build, which added a day."""
    (tmp_path / "2025-05-08.md").write_text(NEXT_DAY, encoding="utf-8")
    assert built("build", "2025-05-08.md", "--quiet").exit_code == 0
    return built


def test_the_last_build(next_day: Run) -> None:
    """Without arguments it is what the last build added, most important first."""
    done = next_day("diff")

    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "2025-05-08: 1 new paper"
    assert "     40  BazQuant: Fewer Bits  (2505.00003, 2025-05-08)" in lines
    assert "         introduces BazQuant [Method]" in lines
    assert "         이 논문은 새로운 양자화 방법 ⟦BazQuant⟧을 제안합니다." in lines
    assert "         reports 80.5% accuracy on GSM8K" in lines
    assert "  12 → 25  FooNet: Graphs that Read" in lines


def test_what_is_taken_up(next_day: Run) -> None:
    """A method of an earlier paper that is used now is told with both counts and the paper that uses it."""
    text = next_day("diff").stdout

    assert "FooNet [Method]  0 → 1 paper\n      by BazQuant: Fewer Bits" in text
    assert "GRPO [Method]  2 → 3 papers" in text


def test_authors_who_meet(next_day: Run) -> None:
    """Two known authors who write together for the first time are told with the number of their earlier papers."""
    assert "Ada Kim (1 before) and Cho Min (1 before)" in next_day("diff").stdout


def test_days_builds_stores_and_files_say_the_same(next_day: Run) -> None:
    """Two days, one day, two stores and two files tell the same news."""
    (wanted := json.loads(next_day("diff", "--json").stdout))["renamed"] = []
    next_day("build", "2025-05-07.md", "--store", "old.store", "--quiet")
    next_day("export", "--store", "old.store", "-o", "old.nq")
    next_day("export", "-o", "new.ttl")

    for arguments in (
        ("2025-05-07", "2025-05-08"),
        ("2025-05-07",),
        ("old.store", "papergraph.store"),
        ("old.store",),
        ("old.nq", "new.ttl"),
        ("2025-05-07", "--store", "new.ttl"),
    ):
        done = next_day("diff", *arguments, "--json")
        assert json.loads(done.stdout) | {"renamed": []} == wanted, arguments


def test_json_is_whole(next_day: Run) -> None:
    """As data, each thing has its IRI, name and class, and nothing is cut."""
    data = json.loads(next_day("diff", "--json").stdout)

    (paper,) = data["papers_added"]
    assert paper["introduces"] == [
        {
            "iri": "https://w3id.org/papergraph/concept/bazquant",
            "kind": "concept",
            "name": "BazQuant",
            "cls": "Method",
        }
    ]
    assert {(link["concept"]["name"], link["before"], link["after"]) for link in data["links_added"]} >= {
        ("BazQuant", None, "Introduces"),
        ("FooNet", None, "Uses"),
    }


def test_a_graph_without_texts(built: Run, tmp_path: Path) -> None:
    """Where the graph holds no texts, papers come without a sentence."""
    (tmp_path / "2025-05-08.md").write_text(NEXT_DAY, encoding="utf-8")
    built("build", "2025-05-08.md", "--no-text", "--quiet")
    done = built("diff")

    assert "introduces BazQuant [Method]" in done.stdout
    assert "이 논문은" not in done.stdout
    assert json.loads(built("diff", "--json").stdout)["papers_added"][0]["lead"] is None


def test_nothing_changed(built: Run) -> None:
    """Two equal graphs: it says so, with exit code 0."""
    done = built("diff", "papergraph.store", "papergraph.store")

    assert (done.exit_code, done.stdout) == (0, "nothing changed\n")


def test_long_lists_are_cut_unless_all_are_wanted(built: Run, tmp_path: Path) -> None:
    """The first papers are shown and the others counted; with --all they are shown too."""
    entries = "".join(
        f"\n### [Title {number}](https://arxiv.org/abs/2505.1{number:04})\n\nVote: {number}\n\nText about it.\n"
        for number in range(30)
    )
    (tmp_path / "many.md").write_text(f"## Daily Papers (2025-05-09)\n{entries}", encoding="utf-8")
    built("build", "many.md", "--quiet")

    short, whole = built("diff").stdout, built("diff", "--all").stdout

    assert "Title 29" in short
    assert "Title 0 " not in short
    assert "… and 20 more (--all)" in short
    assert "Title 0 " in whole
    assert "(--all)" not in whole


def test_names_that_are_one_now(next_day: Run, tmp_path: Path) -> None:
    """What the alias file joins is told as joined, with the way to the reason, and not as new or gone."""
    (tmp_path / "papergraph.aliases.toml").write_text('[[concept]]\nsame = ["FooNet", "BarTune"]\n', encoding="utf-8")
    next_day("build", "2025-05-08.md", "--quiet")
    text = next_day("diff").stdout

    assert "Names that are one now: 1\n  BarTune + FooNet → FooNet  3 papers" in text
    assert "papergraph why NAME" in text
    assert "gone" not in text


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("2025-05-08", "2025-05-07"), 2, "2025-05-07 lies before 2025-05-08"),
        (("2025-02-30",), 2, "2025-02-30 is no day of the calendar"),
        (("2025/05/07",), 2, "hint: a day is written like this: 2024-06-01"),
        (("20250507", "20250508"), 2, "hint: a day is written like this: 2024-06-01"),
        (("2025-05-08",), 2, "hint: its days go from 2025-05-07 to 2025-05-08"),
        (("2025-05-07", "papergraph.store"), 2, "hint: give two graphs, or two days"),
        (("nowhere.store",), 5, "there is no graph at nowhere.store"),
        (("2025-05-07.md", "papergraph.store"), 3, "2025-05-07.md: not an RDF file"),
        (("--store", "graph.nq"), 5, "graph.nq is a file and remembers no build"),
    ],
)
def test_what_cannot_be_compared(next_day: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    """Days and graphs that are none are refused in words."""
    next_day("export", "-o", "graph.nq", "--quiet")
    done = next_day("diff", *arguments)

    assert (done.exit_code, done.stdout) == (code, "")
    assert says in done.stderr


def test_a_store_that_was_built_once(built: Run) -> None:
    """There is nothing before its last build."""
    done = built("diff")

    assert (done.exit_code, done.stdout) == (5, "")
    assert "no graph before its last build" in done.stderr


def test_another_base(built: Run) -> None:
    """Graphs that name the same paper differently are not compared: everything would be new."""
    built("build", "2025-05-07.md", "--store", "other.store", "--base", "https://example.org/", "--quiet")
    done = built("diff", "other.store", "papergraph.store")

    assert done.exit_code == 2
    assert "https://example.org/" in done.stderr


def test_a_number_that_is_none(built: Run, tmp_path: Path) -> None:
    """Somebody else's graph with votes that are no number is refused in words."""
    built("export", "-o", "graph.nq", "--quiet")
    file = tmp_path / "graph.nq"
    file.write_text(file.read_text(encoding="utf-8").replace('votes> "12"', 'votes> "many"'), encoding="utf-8")
    done = built("diff", "graph.nq", "papergraph.store")

    assert done.exit_code == 5
    assert done.stderr.startswith("error: the graph holds a value that cannot be")


def test_hostile_names_do_not_reach_the_terminal(built: Run, tmp_path: Path) -> None:
    """Control characters in titles, names, labels and texts are shown, not obeyed, and make no line of their own."""
    built("export", "-o", "graph.nq", "--quiet")
    file = tmp_path / "graph.nq"
    text = file.read_text(encoding="utf-8")
    for name in ("FooNet", "GRPO", "Ada Kim", "BarTune", "71.5%"):
        text = text.replace(f'"{name}', f'"\\u001B[31m\\r\\nforged {name}').replace(f" {name}", f" \\u001B[31m{name}")
    file.write_text(text, encoding="utf-8")
    (tmp_path / "empty.nq").write_text("", encoding="utf-8")

    for pair in (("empty.nq", "graph.nq"), ("graph.nq", "empty.nq"), ("papergraph.store", "graph.nq")):
        done = built("diff", *pair, "--all")
        assert done.exit_code == 0
        assert "\x1b" not in done.stdout
        assert "\r" not in done.stdout
        assert not [line for line in done.stdout.splitlines() if line.startswith("forged")]
