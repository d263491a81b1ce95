"""The model of the picture of methods that go together."""

from dataclasses import replace

import pytest

from papergraph.errors import UsageError
from papergraph.model import ConceptClass, Role
from papergraph.query.networks import ConceptLink, NetworkRows
from papergraph.views.kinds.methods import methods_view
from papergraph.views.model import Edge, ViewModel


def _ends(model: ViewModel, edge: Edge) -> tuple[str, str]:
    return model.nodes[edge.source].name, model.nodes[edge.target].name


def test_lines_are_beyond_chance(circles: NetworkRows) -> None:
    """Methods of one circle go together; those of two circles, which met once or less, do not."""
    model = methods_view(circles)
    assert {_ends(model, edge) for edge in model.edges} == {("Guess Descent", "시프트 학습"), ("LensNet", "Tilt")}
    for edge in model.edges:
        assert edge.lift is not None
        assert edge.lift > 1
        assert edge.p is not None
        assert 0 < edge.p <= 1


def test_each_line_lists_its_papers_with_a_claim_of_either_end(circles: NetworkRows) -> None:
    """Behind a line stand the papers that have both, and of each what it says of the one and of the other."""
    model = methods_view(circles)
    edge = next(edge for edge in model.edges if _ends(model, edge) == ("Guess Descent", "시프트 학습"))
    assert [model.papers[paper].id for paper in edge.papers] == ["01", "02", "03", "04"]
    for paper, (one, other) in zip(edge.papers, edge.claims, strict=True):
        first, second = model.claims[one], model.claims[other]
        assert (first.paper, second.paper) == (paper, paper)
        assert model.concepts[first.concept].label == "Guess Descent"
        assert model.concepts[second.concept].label == "시프트 학습"


def test_methods_of_one_paper_are_left_out_and_counted(circles: NetworkRows) -> None:
    """What stands in one paper alone is no node, and the summary says how many such there are."""
    model = methods_view(circles)
    assert {node.name for node in model.nodes} == {"Guess Descent", "시프트 학습", "LensNet", "Tilt"}
    assert "1 method of one paper alone is left out." in model.summary


def test_mentions_count_when_asked(circles: NetworkRows) -> None:
    """With all roles a paper counts that merely mentions one of two; a line of nothing else is faint."""
    only = tuple(replace(link, role=Role.MENTIONS) if link.concept == "c/tilt" else link for link in circles.links)
    model = methods_view(replace(circles, links=only), roles=list(Role))
    faint = {_ends(model, edge): edge.faint for edge in model.edges}
    assert faint[("LensNet", "Tilt")]
    assert not faint[("Guess Descent", "시프트 학습")]


def test_min_weight_counts_papers(circles: NetworkRows) -> None:
    """Above the papers of any pair nothing is left."""
    assert len(methods_view(circles, min_weight=4).edges) == 2
    assert not methods_view(circles, min_weight=5).edges


def test_other_classes(circles: NetworkRows) -> None:
    """Datasets are nodes of a kind of their own, and named in the title."""
    model = methods_view(circles, via=[ConceptClass.METHOD, ConceptClass.DATASET])
    assert "GridSet" in {node.name for node in (*model.nodes, *model.alone) if node.kind == "dataset"}
    assert model.title == "Methods and datasets that go together"
    with pytest.raises(UsageError):
        methods_view(circles, via=())


def test_pairs_and_what_rises_stand_beside(circles: NetworkRows) -> None:
    """The table of pairs names both ends of a line; what rises has more papers in the later half of the days."""
    model = methods_view(circles)
    tables = {listing.key: listing for listing in model.listings}
    assert [row.cells[:3] for row in tables["pairs"].rows] == [
        ("LensNet", "Tilt", 4),
        ("Guess Descent", "시프트 학습", 4),
    ]
    [row] = [row for row in tables["rising"].rows if row.cells[0] == "Tilt"]
    assert row.cells[1:3] == (1, 3)
    assert model.nodes[row.node].name == "Tilt"
    assert "Guess Descent" not in [row.cells[0] for row in tables["rising"].rows]


def test_what_all_papers_have_does_not_rise(circles: NetworkRows) -> None:
    """A method that both halves of the days have alike is not in the table, however many papers have it."""
    everywhere = tuple(ConceptLink(paper=row.iri, concept="c/once", role=Role.USES) for row in circles.papers)
    links = tuple(link for link in circles.links if link.concept != "c/once") + everywhere
    [table] = [one for one in methods_view(replace(circles, links=links)).listings if one.key == "rising"]
    assert "Once Only" not in [row.cells[0] for row in table.rows]
