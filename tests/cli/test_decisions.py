"""``papergraph resolve review`` and ``papergraph why NAME``, from outside, over decisions that a test wrote."""

import dataclasses
import json
import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import click
import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from papergraph.aliases.statements import read
from papergraph.cli import _decisions
from papergraph.model import Alias, AliasKind, Decision, DecisionKind, PaperId, Subject
from papergraph.query.cases import Case, Ground
from papergraph.query.facts import Evidence
from papergraph.query.origins import Origin
from papergraph.query.things import Kind, Thing
from papergraph.store import layout
from papergraph.store.decisions import write_decisions

Run = Callable[..., Result]

ONE, TWO = PaperId(scheme="arxiv", local="2505.00001"), PaperId(scheme="arxiv", local="2505.00002")
MERGE = Decision(
    kind=DecisionKind.MERGE,
    subject=Subject.CONCEPT,
    rule="gloss/1",
    names=("Group Relative Policy Optimization", "GRPO"),
    keys=("grpo",),
    papers=(ONE, TWO),
    support=12,
    weight=5,
    note="",
)
SPLIT = dataclasses.replace(
    MERGE,
    kind=DecisionKind.SPLIT,
    rule="long-form/1",
    names=("Net",),
    keys=("foonet", "bartune"),
    support=2,
    weight=7,
    note="their long forms disagree",
)
AUTHOR = dataclasses.replace(
    MERGE,
    subject=Subject.AUTHOR,
    rule="initials/1",
    names=("B. Lee", "Ben Lee"),
    keys=("ben-lee",),
    support=1,
    weight=1,
    papers=(TWO,),
)
SPELLING = dataclasses.replace(MERGE, rule="spelling/1", names=("GSM8K", "GSM-8K"), keys=("gsm8k",), weight=90)
HIDE = dataclasses.replace(
    MERGE, kind=DecisionKind.HIDE, rule="alias-file/1", names=("아키텍처",), keys=(), papers=(), support=0, note="a:3"
)


@pytest.fixture
def decided(built: Run, tmp_path: Path) -> Run:
    """A folder in which ``papergraph.store`` holds these decisions."""
    keep(tmp_path, [MERGE, SPLIT, AUTHOR, SPELLING, HIDE])
    return built


def keep(folder: Path, decisions: Sequence[Decision]) -> None:
    with layout.current(folder / "papergraph.store") as generation:
        file = layout.decisions_file(generation)
        file.unlink()
        write_decisions(file, decisions)


def chosen(text: str, place: int = 0) -> list[Alias]:
    """Return what a review says when its headers and the ``place``-th statement below each are uncommented."""
    lines, number = [], 0
    for line in text.split("\n"):
        is_statement = re.match(r"#\w", line) is not None
        number = 0 if line.startswith("#[[") else number + is_statement
        take = line.startswith("#[[") or (is_statement and number == place + 1)
        lines.append(line[1:] if take else line)
    return list(read("\n".join(lines), file="a"))


def test_review_shows_what_matters_most_with_its_evidence(decided: Run) -> None:
    """The split first, each decision with rule, papers, titles and a sentence, and lines to paste."""
    done = decided("resolve", "review")

    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].startswith("# 3 of 3 decisions worth a look")
    assert re.findall(r"(?m)^# (\d)\. (.*)$", done.stdout) == [
        (
            "1",
            '"Net" is 2 things, foonet and bartune: long-form/1, 2 papers (2505.00001, 2505.00002); '
            "their long forms disagree",
        ),
        (
            "2",
            '"Group Relative Policy Optimization" and "GRPO" are one: gloss/1, 12 papers (2505.00001, 2505.00002, …)',
        ),
        ("3", '"B. Lee" and "Ben Lee" are one: initials/1, 1 paper (2505.00002)'),
    ]
    assert "#   5 papers would be linked otherwise\n" in done.stdout
    assert "#   2505.00001  FooNet: Graphs that Read\n" in done.stdout
    assert "#     BarTune은 ⟦GRPO⟧를 사용합니다.  (2025-05-07 Technical Details, " in done.stdout
    assert '\n#[[author]]\n#different = ["B. Lee", "Ben Lee"]\n#same = ' in done.stdout


def test_a_review_is_an_alias_file(decided: Run, tmp_path: Path) -> None:
    """Pasted as it is it says nothing; uncommented it says what was chosen."""
    text = decided("resolve", "review").stdout
    (tmp_path / "papergraph.aliases.toml").write_text(text, encoding="utf-8")

    assert decided("build", "2025-05-07.md", "-q").exit_code == 0
    assert [alias.kind for alias in chosen(text)] == [AliasKind.SAME, AliasKind.DIFFERENT, AliasKind.DIFFERENT]
    assert [alias.kind for alias in chosen(text, 1)] == [AliasKind.SAME, AliasKind.SAME]


def test_review_can_be_narrowed(decided: Run) -> None:
    """By subject and by number; what was left out is told."""
    assert '"B. Lee"' not in decided("resolve", "review", "--concepts").stdout
    assert "GRPO" not in decided("resolve", "review", "--authors").stdout
    assert decided("resolve", "review", "--limit", "1").stdout.startswith("# 1 of 3 decisions")
    assert decided("resolve", "review", "--limit", "0").exit_code == 2


def test_review_as_json(decided: Run) -> None:
    """The same as data, each with the lines that answer it."""
    split, merge, author = json.loads(decided("resolve", "review", "--json").stdout)

    assert (split["kind"], split["subject"], split["weight"]) == ("split", "concept", 7)
    assert merge["papers"][1]["title"] == "BarTune: Tuning with Rewards"
    assert merge["papers"][1]["evidence"]["sentence"] == "BarTune은 GRPO를 사용합니다."
    assert tomllib.loads(author["toml"]) == {"author": [{"different": ["B. Lee", "Ben Lee"]}]}


@pytest.mark.parametrize(
    ("decisions", "said"), [([SPELLING], "nothing is worth a look"), ([], "keeps no decisions about names")]
)
def test_nothing_to_review(built: Run, tmp_path: Path, decisions: list[Decision], said: str) -> None:
    """It says so, as a comment; a graph of an older papergraph is told from one where nothing was joined."""
    keep(tmp_path, decisions)
    done = built("resolve", "review")
    assert done.exit_code == 0
    assert said in done.stdout
    assert tomllib.loads(done.stdout) == {}


@pytest.mark.parametrize("command", [["resolve", "review"], ["why", "GRPO"]])
def test_a_file_has_no_decisions(built: Run, command: list[str]) -> None:
    """A graph that came as RDF does not say why: the exit code is 5."""
    assert built("export", "-o", "g.nq").exit_code == 0
    done = built(*command, "--store", "g.nq")
    assert done.exit_code == 5
    assert "why names are one" in done.stderr
    assert built(*command, "--store", "none.store").exit_code == 5


def test_why_a_name_is_one_thing(decided: Run) -> None:
    """The thing, and which rule joined its names, with papers and sentences."""
    done = decided("why", "grpo")

    assert done.exit_code == 0
    assert done.stdout.splitlines()[:3] == [
        "GRPO  [Method] https://w3id.org/papergraph/concept/grpo",
        '"Group Relative Policy Optimization" and "GRPO" are one: gloss/1, 12 papers (2505.00001, 2505.00002, …)',
        "  2505.00001  FooNet: Graphs that Read",
    ]
    assert "⟦GRPO⟧" in done.stdout


def test_why_a_name_is_several_things_or_none(decided: Run) -> None:
    """A name that splits or is hidden is in the graph no more, and still has its reason."""
    assert decided("why", "Net").stdout.startswith('"Net" is 2 things, foonet and bartune: long-form/1')
    assert decided("why", "아키텍처").stdout == '"아키텍처" is hidden: alias-file/1; a:3\n'


def test_why_a_name_without_a_story(decided: Run) -> None:
    """One name, a paper, and a name that nobody knows."""
    assert decided("why", "Ada Kim").stdout.splitlines()[1:] == ["one name, nothing was joined or split"]
    assert "known by its id" in decided("why", "2505.00001").stdout
    unknown = decided("why", "GRPPO")
    assert unknown.exit_code == 2
    assert "GRPO" in unknown.stderr


def test_why_a_name_as_json(decided: Run) -> None:
    """Thing and decisions as data."""
    data = json.loads(decided("why", "GRPO", "--json").stdout)
    assert data["thing"]["name"] == "GRPO"
    assert [one["names"][1] for one in data["decisions"]] == ["GRPO"]
    assert json.loads(decided("why", "Net", "--json").stdout)["thing"] is None


def test_why_shows_the_first_decisions(built: Run, tmp_path: Path) -> None:
    """A thing with many names does not fill the terminal, unless all is asked for."""
    keep(tmp_path, [dataclasses.replace(MERGE, names=("GRPO", f"name {number}")) for number in range(30)])
    few, every = built("why", "GRPO").stdout, built("why", "GRPO", "--all").stdout
    assert few.splitlines()[-1] == "… and 10 more (--all)"
    assert (few.count("are one"), every.count("are one")) == (20, 30)


TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r\x1b\x00\"'#[]\\\u202e\u2028"), max_size=9
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return a decision of which every text is a stranger's."""
    names = draw(st.lists(TEXT.filter(lambda name: name.strip().strip("\0\x1b")), min_size=1, max_size=9))
    decision = dataclasses.replace(
        MERGE, kind=draw(st.sampled_from(DecisionKind)), names=tuple(names), note=draw(TEXT), rule=draw(TEXT)
    )
    sentence = draw(TEXT)
    evidence = Evidence(
        day="2025-05-07",
        section="x",
        heading=draw(TEXT),
        sentence=sentence,
        start=0,
        end=len(sentence),
        role="Uses",
        rule=draw(TEXT),
    )
    ground = Ground(paper=PaperId(scheme="doi", local=draw(TEXT)), title=draw(TEXT), key=draw(TEXT), evidence=evidence)
    return Case(decision=decision, grounds=(ground,), uses=())


@given(st.lists(cases(), min_size=1, max_size=3))
def test_whatever_strangers_write_a_review_is_an_alias_file(shown: list[Case]) -> None:
    """No name, title or sentence leaves its comment, and what is uncommented is one statement a line."""
    text = _decisions.review(shown, of=9, silent=False)
    assert tomllib.loads(text) == {}
    assert all(line.startswith("#") for line in text.split("\n") if line)
    assert len(re.findall(r"(?m)^#\[\[", text)) <= len(shown)
    for line in re.findall(r"(?m)^#(\w.*)$", text):
        assert len(tomllib.loads(line)) == 1


@given(cases())
def test_whatever_strangers_write_a_reason_is_printable(case: Case) -> None:
    """Nothing commands the terminal, and each line is one of ours."""
    thing = Thing(iri="x", kind=Kind.CONCEPT, name="a\x1b[31m\nb", cls="Method")
    shown = Origin(thing=thing, also=("\x1b]0;x\x07",), decisions=(case.decision,))
    text = click.unstyle(_decisions.origin(shown, [case], silent=False))
    lines = text.split("\n")
    assert len(lines) == 2 + 1 + 2
    assert all(line.isprintable() for line in lines)
