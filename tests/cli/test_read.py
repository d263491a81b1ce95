"""``papergraph read``, from outside."""

import json
from collections.abc import Callable

from click.testing import CliRunner, Result

from papergraph.cli import main

Run = Callable[..., Result]

TEXT = "새로운 프레임워크 FooNet을 제안합니다. FooNet은 GSM8K에서 71.5%의 정확도를 기록했습니다."


def test_spans_are_marked_and_explained(run: Run) -> None:
    """Each span is numbered in the text and has its class, role and rule below, without any colour."""
    lines = run("read", TEXT).stdout.splitlines()

    assert lines[0].startswith("새로운 프레임워크 ⟦FooNet⟧¹을 제안합니다. ⟦FooNet⟧²은 ⟦GSM8K⟧³에서 ⟦71.5%⟧⁴의")
    assert lines[1].split()[:4] == ["1", "FooNet", "Method", "Introduces"]
    assert lines[3].split()[:4] == ["3", "GSM8K", "Benchmark", "EvaluatesOn"]
    assert lines[4].split()[:3] == ["4", "71.5%", "Result"]
    assert "system FooNet, metric accuracy, dataset GSM8K" in lines[4]
    assert "\x1b" not in "".join(lines)


def test_marks_leave_the_text_as_it_is() -> None:
    """In colour or not, the text between the marks is the text that was given."""
    done = CliRunner().invoke(main, ["read", TEXT], color=True)

    assert "\x1b[" in done.stdout
    assert run_plain(done.stdout.splitlines()[0]) == TEXT


def run_plain(line: str) -> str:
    import click

    return "".join(char for char in click.unstyle(line) if char not in "⟦⟧⁰¹²³⁴⁵⁶⁷⁸⁹")


def test_standard_input(run: Run) -> None:
    """Without a text, and with -, standard input is read."""
    assert run("read", input=TEXT).stdout == run("read", "-", input=TEXT).stdout == run("read", TEXT).stdout


def test_a_whole_entry(run: Run) -> None:
    """An entry is shown with its title and its headings."""
    entry = f"### [FooNet: Graphs](https://arxiv.org/abs/2505.00001)\n\n- **What's New**: {TEXT}\n"

    lines = run("read", input=entry).stdout.splitlines()

    assert lines[0] == "⟦FooNet⟧¹: Graphs"
    assert "What's New" in lines


def test_as_json(run: Run) -> None:
    """As data, spans cut names out of the sections, and results point to entities."""
    (entry,) = json.loads(run("read", TEXT, "--json").stdout)["entries"]

    entity = entry["entities"][0]
    mention = entity["mentions"][0]
    assert (entity["name"], entity["cls"], entity["role"]) == ("FooNet", "Method", "Introduces")
    assert entry["sections"][mention["section"]]["text"][mention["start"] : mention["end"]] == "FooNet"
    result = entry["results"][0]
    assert (result["value"], result["unit"], entry["entities"][result["system"]]["name"]) == ("71.5", "%", "FooNet")


def test_a_title(run: Run) -> None:
    """With --title a paragraph has one."""
    assert run("read", "그래프를 읽습니다.", "--title", "FooNet: Graphs").stdout.startswith("⟦FooNet⟧¹: Graphs")


def test_nothing_found(run: Run) -> None:
    """A text without names says so."""
    assert "nothing was found" in run("read", "그래프를 읽습니다.").stdout


def test_nothing_given(run: Run) -> None:
    """Empty input is exit code 3."""
    assert run("read", input="").exit_code == 3


def test_entries_that_fail_are_reported(run: Run) -> None:
    """What cannot be read is said on standard error, what can be is shown."""
    entry = "### [FooNet: Graphs](https://arxiv.org/abs/2505.00001)\n\nGRPO를 활용합니다.\n\n### [Bar](nowhere)\n"

    done = run("read", input=entry)

    assert done.exit_code == 0
    assert "⟦GRPO⟧" in done.stdout
    assert done.stderr.startswith("error: -:5: ")


def test_control_characters_do_not_reach_the_terminal(run: Run) -> None:
    """An escape sequence in the text or title is not obeyed."""
    done = run("read", "\x1b[31mGRPO를 활용합니다.", "--title", "\x1b[31mFooNet: Graphs")

    assert "\x1b" not in done.output
