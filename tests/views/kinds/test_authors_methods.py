"""The model of the picture of people and their methods."""

import pytest

from papergraph.errors import UsageError
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.authors_methods import authors_methods_view


def test_lines_join_people_and_methods_only(circles: NetworkRows) -> None:
    """Each line has a person at one end and a method at the other, and lists the papers with what they say of it."""
    model = authors_methods_view(circles)
    for edge in model.edges:
        ends = sorted((model.nodes[edge.source].kind, model.nodes[edge.target].kind))
        assert ends == ["author", "method"]
        assert [model.claims[claim].paper for claim, _ in edge.claims] == list(edge.papers)
    lines = {
        frozenset((model.nodes[edge.source].name, model.nodes[edge.target].name)): len(edge.papers)
        for edge in model.edges
    }
    assert lines[frozenset(("Ada Stern", "Guess Descent"))] == 3
    assert lines[frozenset(("Dee Marsh", "LensNet"))] == 1
    assert frozenset(("Eve Ono", "Guess Descent")) not in lines


def test_the_rare_weighs_more(circles: NetworkRows) -> None:
    """Of two methods that a person has in as many papers, the one of fewer papers is nearer."""
    model = authors_methods_view(circles)
    weight = {
        frozenset((model.nodes[edge.source].name, model.nodes[edge.target].name)): edge.weight for edge in model.edges
    }
    assert weight[frozenset(("Bo Lind", "시프트 학습"))] > weight[frozenset(("Bo Lind", "Guess Descent"))]


def test_who_has_no_method_is_counted(circles: NetworkRows) -> None:
    """Nobody is lost without a word."""
    model = authors_methods_view(circles, min_weight=3)
    assert "Dee Marsh" in {node.name for node in model.alone}
    assert model.summary[-1].startswith(f"{len(model.alone)} authors and methods without a link")


def test_nothing_to_draw_by(circles: NetworkRows) -> None:
    """No class of concepts is a mistake of the caller."""
    with pytest.raises(UsageError):
        authors_methods_view(circles, via=())
