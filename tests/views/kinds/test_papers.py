"""The model of the picture of papers that share concepts."""

import math
from dataclasses import replace

import pytest

from papergraph.errors import UsageError
from papergraph.model import ConceptClass, Role
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.papers import papers_view
from papergraph.views.kinds.things import short_title
from papergraph.views.model import Edge, ViewModel


def _lines(model: ViewModel) -> dict[tuple[str, str], list[str]]:
    def labels(edge: Edge) -> list[str]:
        return [model.concepts[model.claims[first].concept].label for first, _ in edge.claims]

    return {(model.papers[edge.papers[0]].id, model.papers[edge.papers[1]].id): labels(edge) for edge in model.edges}


def test_lines_by_methods(rows: NetworkRows) -> None:
    """By default papers are linked by methods whose role is stated: a mere mention links nothing."""
    assert _lines(papers_view(rows)) == {("1", "2"): ["Guess Descent"], ("1", "3"): ["시프트 학습"]}


def test_rare_methods_weigh_more(rows: NetworkRows) -> None:
    """A method of two papers outweighs one of three."""
    model = papers_view(rows)
    assert [edge.weight for edge in model.edges] == [round(1 / math.log(2), 3), round(1 / math.log(3), 3)]


def test_each_line_has_both_papers_sentences(rows: NetworkRows) -> None:
    """A line's claims come in pairs, one of each paper on the same concept, each with its role and sentence."""
    model = papers_view(rows)
    edge = next(edge for edge in model.edges if model.papers[edge.papers[1]].id == "3")
    [(first, second)] = edge.claims
    one, other = model.claims[first], model.claims[second]
    assert one.concept == other.concept
    assert (one.role, other.role) == ("uses", "compares with")
    assert one.sentence is not None
    assert other.sentence is not None
    assert model.sentences[other.sentence] == "시프트 학습보다 4점 높다."


def test_other_classes_on_request(rows: NetworkRows) -> None:
    """Datasets link other papers than methods do, and the title says which."""
    model = papers_view(rows, via=[ConceptClass.DATASET])
    assert _lines(model) == {("2", "4"): ["GridSet"]}
    assert model.title == "Papers that share datasets"
    both = papers_view(rows, via=[ConceptClass.METHOD, ConceptClass.DATASET])
    assert len(both.edges) == 3
    assert both.title == "Papers that share methods or datasets"


def test_mentions_link_when_asked(rows: NetworkRows) -> None:
    """With all roles a method that two papers only mention links them too."""
    assert ("2", "3") in _lines(papers_view(rows, roles=list(Role)))


def test_papers_that_share_nothing_stand_beside(rows: NetworkRows) -> None:
    """Papers without a link are listed with the picture."""
    assert [node.name for node in papers_view(rows).alone] == ["Delta", "Alone: One Person's Notes"]


def test_a_graph_without_texts_has_lines_but_no_sentences(rows: NetworkRows) -> None:
    """Where no text was kept the claims stand without a sentence."""
    model = papers_view(replace(rows, evidence=()))
    assert model.sentences == ()
    assert all(claim.sentence is None for claim in model.claims)
    assert len(model.edges) == 2


def test_no_class_to_link_by_is_an_error(rows: NetworkRows) -> None:
    """Linking by nothing is a mistake of the caller, not an empty picture."""
    with pytest.raises(UsageError):
        papers_view(rows, via=())


def test_order_of_the_rows_leaves_no_trace(rows: NetworkRows) -> None:
    """Rows in another order give an equal model."""
    backwards = replace(rows, links=rows.links[::-1], papers=rows.papers[::-1], concepts=rows.concepts[::-1])
    assert papers_view(backwards) == papers_view(rows)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("RADLADS: Rapid Attention Distillation", "RADLADS"),
        ("A Title Without a Name", "A Title Without a Name"),
        ("A Very Long Title That Goes On and On: And On", "A Very Long Title That Goes O…"),
        (": odd", ": odd"),
    ],
)
def test_short_titles(title: str, short: str) -> None:
    """What stands before the colon names a paper when it is short; else the title is cut."""
    assert short_title(title) == short
