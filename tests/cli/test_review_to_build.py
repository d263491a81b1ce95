"""From a review to an alias file to another graph, as a person does it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

DIGEST = """## Daily Papers (2025-05-07)

### [SAGE: Graphs that Read](https://arxiv.org/abs/2505.00001)

Vote: 12

Authors: Ada Kim, Ben Lee

- ***What's New***: 그래프를 읽는 새로운 방법 SAGE(Self-Adaptive Graph Encoder)를 제안합니다.
- ***Technical Details***: SAGE는 GRPO(Group Relative Policy Optimization)를 활용하여 학습합니다.

### [SAGE: Searching with Gates](https://arxiv.org/abs/2505.00002)

Vote: -

Authors: Cho Min, Dan Oh

- ***What's New***: 새로운 검색 방법 SAGE(Search Agent with Gated Experts)를 소개합니다.
- ***Technical Details***: Group Relative Policy Optimization을 사용합니다.
"""
OVERRULED = {"GRPO": "different", "SAGE": "same"}


@pytest.fixture
def build(run: Run, tmp_path: Path) -> Callable[[str], Run]:
    """Build my.store with an alias file that says a text; return what runs commands."""
    (tmp_path / "day.md").write_text(DIGEST, encoding="utf-8")

    def of(aliases: str) -> Run:
        (tmp_path / "my.aliases.toml").write_text(aliases, encoding="utf-8")
        done = run("build", "day.md", "--store", "my.store", "-q")
        assert done.exit_code == 0, done.stderr
        return run

    return of


def review(run: Run) -> str:
    return run("resolve", "review", "--store", "my.store").stdout


def why(run: Run, name: str) -> list[str]:
    """Return what is said of a name, without papers and sentences."""
    return [line for line in run("why", name, "--store", "my.store").stdout.splitlines() if not line.startswith(" ")]


def answered(text: str, answers: dict[str, str]) -> str:
    """Uncomment, for each name, the answer in its case of a review."""
    cases = text.split("\n\n")
    for name, answer in answers.items():
        (place,) = [number for number, case in enumerate(cases) if f'"{name}" ' in case.split("\n")[0]]
        cases[place] = re.sub(rf"(?m)^#(\[\[|{answer} )", r"\1", cases[place])
    return "\n\n".join(cases)


def test_what_the_rules_decide_is_worth_a_look(build: Callable[[str], Run]) -> None:
    """A long form that stands alone is joined, a name that papers spell out differently is split; both are shown."""
    run = build("")
    assert re.findall(r"(?m)^# \d\. (\".*?):", review(run)) == [
        '"GRPO" and "Group Relative Policy Optimization" are one',
        '"SAGE" is 2 things, sage and sage-2',
    ]
    assert why(run, "SAGE")[0].startswith('"SAGE" is 2 things')


def test_answers_overrule_the_rules_and_can_be_taken_back(build: Callable[[str], Run]) -> None:
    """The review, pasted, with one answer of each case uncommented, turns both decisions around."""
    text = review(build(""))
    run = build(answered(text, OVERRULED))

    assert why(run, "GRPO")[0].startswith("GRPO  [Method]")
    assert any(re.search(r"are 2 things, .*alias-file/1.*my\.aliases\.toml:\d+$", line) for line in why(run, "GRPO"))
    assert why(run, "Group Relative Policy Optimization")[0].startswith("Group Relative Policy Optimization  [Method]")
    assert why(run, "SAGE")[0].startswith("SAGE  [Method]")
    assert any(re.search(r"are one: alias-file/1.*my\.aliases\.toml:\d+$", line) for line in why(run, "SAGE"))
    assert "nothing is worth a look" in review(run)
    assert review(build("# all taken back\n")) == text


def test_a_confirmed_join_is_not_asked_again(build: Callable[[str], Run]) -> None:
    """What the file says to be as it is stays so, and leaves the review."""
    text = review(build(""))
    run = build(answered(text, {"GRPO": "same"}))

    assert why(run, "Group Relative Policy Optimization")[0].startswith("GRPO  [Method]")
    assert re.findall(r"(?m)^# \d\. \"(\w+)\"", review(run)) == ["SAGE"]


@pytest.mark.parametrize(
    ("statement", "line", "said"),
    [
        ('hide = ["SAGA"]', 2, "SAGA"),
        ('same = ["GRPO", "SAGE (2505.00009)"]', 2, "SAGE"),
        ('same = ["GRPO",\n "PPPO"]', 2, "PPPO"),
    ],
)
def test_a_name_that_nobody_uses_is_an_error_with_its_line(
    build: Callable[[str], Run], tmp_path: Path, statement: str, line: int, said: str
) -> None:
    """The exit code is 3, and the graph stays as it was."""
    run = build("")
    before = review(run)
    (tmp_path / "my.aliases.toml").write_text(f"[[concept]]\n{statement}\n", encoding="utf-8")

    done = run("build", "day.md", "--store", "my.store", "-q")

    assert done.exit_code == 3
    assert f"my.aliases.toml:{line}: " in done.stderr
    assert said in done.stderr
    assert review(run) == before
