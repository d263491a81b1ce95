"""A decision with its papers and sentences, and what led to the names of a thing."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

import papergraph
from papergraph.errors import UnknownNameError
from papergraph.model import Decision, DecisionKind, NameRef, PaperId, Subject
from papergraph.query.cases import Case, case_of
from papergraph.query.origins import Origin, origin_of

DIGEST = """## Daily Papers (2025-05-07)

### [SAGE: Graphs that Read](https://arxiv.org/abs/2505.00001)

Vote: 12

Authors: Ada Kim, Ben Lee

- ***What's New***: 그래프를 읽는 새로운 방법 SAGE(Self-Adaptive Graph Encoder)를 제안합니다.
- ***Technical Details***: GRPO를 씁니다. SAGE는 GRPO(Group Relative Policy Optimization)로 학습합니다.

### [SAGE: Searching with Gates](https://doi.org/10.1145/3292500.3330701)

Vote: -

Authors: Cho Min, Dan Oh

- ***What's New***: 새로운 검색 방법 SAGE(Search Agent with Gated Experts)를 소개합니다.
"""
ONE, TWO = PaperId(scheme="arxiv", local="2505.00001"), PaperId(scheme="doi", local="10.1145/3292500.3330701")
MERGE = Decision(
    kind=DecisionKind.MERGE,
    subject=Subject.CONCEPT,
    rule="gloss/1",
    names=("GRPO", "Group Relative Policy Optimization"),
    keys=("grpo",),
    papers=(ONE,),
    support=1,
    weight=1,
    note="",
)
SPLIT = dataclasses.replace(
    MERGE, kind=DecisionKind.SPLIT, rule="long-form/1", names=("SAGE",), keys=("sage", "sage-2"), papers=(ONE, TWO)
)
PEOPLE = dataclasses.replace(
    MERGE,
    kind=DecisionKind.SPLIT,
    subject=Subject.AUTHOR,
    names=("A. Kim",),
    keys=("cho-min", "ada-kim"),
    papers=(ONE, TWO),
)
HIDE = dataclasses.replace(MERGE, kind=DecisionKind.HIDE, rule="alias-file/1", names=("아키텍처",), keys=(), papers=())
DECISIONS = (MERGE, SPLIT, PEOPLE, HIDE)


@pytest.fixture(scope="module", params=[True, False], ids=["with text", "without text"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[papergraph.Graph]:
    """The graph of the digest."""
    folder: Path = tmp_path_factory.mktemp("cases")
    (folder / "day.md").write_text(DIGEST, encoding="utf-8")
    papergraph.build_graph([folder / "day.md"], store=folder / "my.store", jobs=1, with_text=request.param)
    with papergraph.open(folder / "my.store") as opened:
        yield opened


def case(graph: papergraph.Graph, decision: Decision, most: int | None = None) -> Case:
    return case_of(decision, select=graph.rows, base=graph.base, most=most)


def has_text(graph: papergraph.Graph) -> bool:
    return bool(graph.rows("SELECT ?text WHERE { ?section pg:text ?text } LIMIT 1"))


def test_a_join_has_the_sentence_with_most_of_its_names(graph: papergraph.Graph) -> None:
    """Of two sentences the one with both names is shown; in a graph without text none is."""
    (ground,) = case(graph, MERGE).grounds
    assert (ground.paper, ground.title, ground.key) == (ONE, "SAGE: Graphs that Read", "grpo")
    if has_text(graph):
        assert ground.evidence is not None
        assert ground.evidence.sentence == "SAGE는 GRPO(Group Relative Policy Optimization)로 학습합니다."
    else:
        assert ground.evidence is None


def test_a_split_has_a_use_of_each_thing(graph: papergraph.Graph) -> None:
    """Each node of the name has a paper that uses it, also where the decision names none for it."""
    for papers in ((ONE, TWO), (TWO,), ()):
        found = case(graph, dataclasses.replace(SPLIT, papers=papers), most=1)
        assert found.uses == (NameRef(name="SAGE", paper=ONE), NameRef(name="SAGE", paper=TWO))
        assert [(ground.key, ground.paper) for ground in found.grounds] == [("sage", ONE), ("sage-2", TWO)]


def test_a_use_has_the_name_as_the_paper_spells_it(graph: papergraph.Graph) -> None:
    """Spellings of one name are one name; where there is text, the paper's own is taken."""
    found = case(graph, dataclasses.replace(SPLIT, names=("Sage", "SAGE")))
    assert {use.name for use in found.uses} == {"SAGE" if has_text(graph) else "Sage"}


def test_a_use_is_one_of_that_name(graph: papergraph.Graph) -> None:
    """A paper that calls the thing otherwise is no use of the name, as far as there is text to see it."""
    found = case(graph, dataclasses.replace(SPLIT, names=("SAGA",)))
    assert bool(found.uses) is not has_text(graph)


def test_people_have_papers_and_no_sentence(graph: papergraph.Graph) -> None:
    """Each person of a name has a paper; nothing in its text is said of them."""
    found = case(graph, PEOPLE)
    assert found.uses == (NameRef(name="A. Kim", paper=TWO), NameRef(name="A. Kim", paper=ONE))
    assert [(ground.key, ground.evidence) for ground in found.grounds] == [("cho-min", None), ("ada-kim", None)]
    # In a paper that the decision does not rest on, the person may be called otherwise.
    assert case(graph, dataclasses.replace(PEOPLE, papers=(ONE,))).uses == ()


def test_a_paper_that_is_not_in_the_graph(graph: papergraph.Graph) -> None:
    """A paper that went, or a node that is none, has neither title nor sentence; the case is shown all the same."""
    gone = dataclasses.replace(SPLIT, keys=("sage", "sage-9"), papers=(PaperId(scheme="arxiv", local='1"> ?x'), TWO))
    found = case(graph, gone)
    assert [(ground.title, ground.key) for ground in found.grounds] == [
        ("", None),
        ("SAGE: Searching with Gates", None),
    ]
    assert found.uses == ()


def origin(graph: papergraph.Graph, name: str) -> Origin:
    return origin_of(name, DECISIONS, select=graph.rows, base=graph.base)


def test_a_thing_comes_with_its_names_and_decisions(graph: papergraph.Graph) -> None:
    """Whichever of its names is asked for, the decisions about the thing are told."""
    for name in ("grpo", "Group Relative Policy Optimization", "concept:grpo"):
        found = origin(graph, name)
        assert found.thing is not None
        assert (found.thing.name, found.decisions) == ("GRPO", (MERGE,))
        assert "Group Relative Policy Optimization" in found.also


def test_a_name_of_several_things_or_of_none(graph: papergraph.Graph) -> None:
    """Where the graph has no one thing for a name, the decision about it says why."""
    for name, decision in (("SAGE", SPLIT), ("아키텍처", HIDE)):
        assert origin(graph, name) == Origin(thing=None, also=(), decisions=(decision,))


def test_a_name_nobody_knows(graph: papergraph.Graph) -> None:
    """It is told with the names that are near."""
    with pytest.raises(UnknownNameError) as caught:
        origin(graph, "GRPPO")
    assert "GRPO" in caught.value.known


def test_people_are_not_asked_for_methods(graph: papergraph.Graph) -> None:
    """A decision about a method that is called like a person is none about the person; papers have none at all."""
    namesake = dataclasses.replace(MERGE, names=("Ada Kim", "AK"), keys=("ak",))
    assert origin_of("Ada Kim", [namesake], select=graph.rows, base=graph.base).decisions == ()
    assert origin_of("2505.00001", DECISIONS, select=graph.rows, base=graph.base).decisions == ()
