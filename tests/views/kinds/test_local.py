"""The model of the picture around one thing."""

from collections.abc import Mapping

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.local import local_view
from papergraph.views.model import ViewModel


def _by_kind(model: ViewModel) -> Mapping[str, set[str]]:
    return {kind: {node.name for node in model.nodes if node.kind == kind} for kind in model.kinds}


def test_around_a_paper_stand_people_and_concepts(circles: NetworkRows) -> None:
    """One step from a paper: who wrote it, what it has, and what it merely mentions by a faint line."""
    model = local_view(circles, centre="p/03", depth=1)
    assert _by_kind(model) == {
        "paper": {"Paper 03"},
        "author": {"Bo Lind", "조민지"},
        "method": {"Guess Descent", "시프트 학습", "LensNet"},
    }
    faint = {model.nodes[edge.target].name for edge in model.edges if edge.faint}
    assert faint == {"LensNet"}


def test_around_a_person_two_steps(circles: NetworkRows) -> None:
    """Two steps from a person: the papers, who else wrote them, what they state; where there is room by default."""
    model = local_view(circles, centre="a/dee")
    assert _by_kind(model) == {
        "author": {"Dee Marsh", "Ada Stern", "조민지", "Fay Roth", "Gus Aalto"},
        "paper": {"Paper 04", "Paper 07"},
        "method": {"Guess Descent", "시프트 학습", "LensNet", "Tilt"},
        "dataset": {"GridSet"},
    }
    assert model == local_view(circles, centre="a/dee", depth=2)
    assert local_view(circles, centre="a/dee", depth=1).kinds == ("author", "paper")


def test_the_second_step_leaves_out_mentions(circles: NetworkRows) -> None:
    """What a paper of a person merely mentions is not around that person."""
    names = {node.name for node in local_view(circles, centre="a/bo", depth=2).nodes}
    assert "Paper 03" in names
    assert "LensNet" not in names


def test_the_thing_asked_for_is_first_and_largest(circles: NetworkRows) -> None:
    """The centre is the first node, and no other is as large."""
    model = local_view(circles, centre="c/lens")
    assert model.nodes[0].name == "LensNet"
    assert all(node.radius < model.nodes[0].radius for node in model.nodes[1:])
    assert model.kind == "method"


def test_each_line_is_a_paper_with_its_claim(circles: NetworkRows) -> None:
    """A line to a concept has the sentence that says so, a line to a person the paper."""
    model = local_view(circles, centre="c/lens")
    for edge in model.edges:
        kinds = {model.nodes[edge.source].kind, model.nodes[edge.target].kind}
        assert "paper" in kinds
        assert len(edge.papers) == 1
        assert bool(edge.claims) is ("author" not in kinds)


def test_too_many_are_cut_and_said(circles: NetworkRows) -> None:
    """What is left out is counted; the nearest and strongest stay."""
    model = local_view(circles, centre="c/guess", most=3)
    assert len(model.nodes) == 3
    assert "Paper 01" in {node.name for node in model.nodes}
    assert "Drawn: 3 of " in " ".join(model.summary)


@pytest.mark.parametrize("centre", ["p/09", "a/ivy", "c/once"])
def test_what_has_few_neighbours(circles: NetworkRows, centre: str) -> None:
    """A thing with hardly anything around it is a picture too."""
    model = local_view(circles, centre=centre, depth=1)
    assert model.nodes[0].key == centre
    assert model.edges


def test_nothing_around(circles: NetworkRows) -> None:
    """A thing whose papers all lie outside the days is a single node."""
    model = local_view(circles.within(since="2025-06-01", until=None), centre="c/sift")
    assert [node.name for node in model.nodes] == ["시프트 학습"]
    assert not model.edges
