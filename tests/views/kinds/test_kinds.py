"""What holds of the pictures of all kinds."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import fields, replace

import numpy as np
import pytest

from papergraph.model import Role
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.methods import methods_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.timeline import timeline_view
from papergraph.views.page import html
from papergraph.views.svg import svg

from .drawn import KINDS, Draw


@pytest.fixture(params=sorted(KINDS))
def draw(request: pytest.FixtureRequest) -> Draw:
    """One kind of picture."""
    return KINDS[request.param]


def test_order_of_the_rows_leaves_no_trace(circles: NetworkRows, draw: Draw) -> None:
    """Rows in another order give the same page, byte for byte."""
    parts = {field.name: getattr(circles, field.name) for field in fields(circles)}
    backwards = replace(circles, **{name: rows[::-1] for name, rows in parts.items() if isinstance(rows, tuple)})
    assert html(draw(backwards)) == html(draw(circles))


def test_every_line_explains_itself(circles: NetworkRows, draw: Draw) -> None:
    """Each line has papers with a title, or claims with their sentence; none is bare."""
    model = draw(circles)
    assert model.edges
    for edge in model.edges:
        assert 0 <= edge.source < edge.target < len(model.nodes)
        assert edge.papers
        for claim in (claim for pair in edge.claims for claim in pair):
            said = model.claims[claim]
            assert said.sentence is not None
            concept = model.concepts[said.concept]
            assert model.sentences[said.sentence][said.start : said.end] == concept.label
            assert (said.rule, said.mentions) == ("gloss/2", 3)


def test_no_node_stands_on_another(circles: NetworkRows, draw: Draw) -> None:
    """The rims of any two nodes are apart, and positions are rounded to a tenth of a pixel."""
    nodes = draw(circles).nodes
    points = np.array([(node.x, node.y) for node in nodes])
    radius = np.array([node.radius for node in nodes])
    assert (np.round(points, 1) == points).all()
    distance = np.hypot(*(points[:, None, :] - points[None, :, :]).T)
    np.fill_diagonal(distance, np.inf)
    assert (distance > radius[:, None] + radius[None, :]).all()


def test_lines_stand_strongest_first(circles: NetworkRows, draw: Draw) -> None:
    """A model lists its strongest lines first, but for shared papers, which rank before their fractions."""
    model = draw(circles)
    if model.kind != "coauthors":
        weights = [edge.weight for edge in model.edges]
        assert weights == sorted(weights, reverse=True)


def test_groups_count_their_nodes(circles: NetworkRows, draw: Draw) -> None:
    """Each drawn node is in a group, and a group's size is the number of its nodes."""
    model = draw(circles)
    in_group = [node.group for node in model.nodes]
    assert [group.size for group in model.groups] == [in_group.count(place) for place in range(len(model.groups))]
    assert all(group.name for group in model.groups)
    assert min(in_group) >= 0


def test_concepts_point_at_their_facts(circles: NetworkRows, draw: Draw) -> None:
    """A node that is a concept knows its place among the concepts, others have none."""
    model = draw(circles)
    for node in model.nodes:
        if node.kind in ("paper", "author", "community"):
            assert node.concept == -1
        else:
            assert model.concepts[node.concept].label == node.name


def test_hostile_text_stays_text(circles: NetworkRows, hostile: str, draw: Draw) -> None:
    """Whatever strangers write, page and picture are well-formed and run nothing of it."""
    rows = replace(
        circles,
        papers=tuple(replace(row, title=hostile, url=hostile, id=hostile) for row in circles.papers),
        authors=tuple(replace(row, name=hostile, also=(hostile[::-1],)) for row in circles.authors),
        concepts=tuple(replace(row, label=hostile, english=hostile, korean=hostile[::-1]) for row in circles.concepts),
        evidence=tuple(replace(row, sentence=hostile, start=0, end=1, rule=hostile) for row in circles.evidence),
        decisions=tuple(replace(one, names=(hostile,), note=hostile, rule=hostile) for one in circles.decisions),
    )
    model = draw(rows)
    picture = svg(model)
    picture.encode("utf-8")
    tags = {element.tag.split("}")[1] for element in ElementTree.fromstring(picture).iter()}
    assert tags <= {"svg", "title", "desc", "rect", "text", "tspan", "g", "path", "circle"}
    page = html(model)
    page.encode("utf-8")
    assert len(re.findall(r"<script\b", page)) == len(re.findall(r"<script\b", html(draw(circles))))
    assert "\u202e" not in page


def test_an_empty_graph(draw: Draw) -> None:
    """Kinds of a whole graph draw nothing of nothing, and say so; kinds of one thing are not asked."""
    nothing = NetworkRows(papers=(), authors=(), authorships=(), concepts=(), links=(), evidence=())
    if draw not in (KINDS["author"], KINDS["method"], KINDS["paper"], KINDS["timeline"]):
        model = draw(nothing)
        assert not model.nodes
        assert model.summary
        assert svg(model).startswith("<svg")


def test_names_in_either_language(circles: NetworkRows) -> None:
    """Concepts are named in the language asked for where they have a name in it, and the other is the alias."""
    named = {
        labels: {node.key: (node.label, node.alias) for node in methods_view(circles, labels=labels).nodes}
        for labels in (None, "en", "ko")
    }
    assert named[None]["c/sift"] == ("시프트 학습", "Sift Learning")
    assert named["en"]["c/sift"] == ("Sift Learning", "시프트 학습")
    assert named["ko"]["c/guess"] == ("추측 하강", "Guess Descent")
    assert named["ko"]["c/lens"] == ("LensNet", None)


def test_only_days_within_count(circles: NetworkRows) -> None:
    """Papers outside the days are gone with their links; how common a concept is stays as the whole graph says."""
    rows = circles.within(since="2025-02-01", until="2025-04-10")
    assert [paper.id for paper in rows.papers] == ["02", "03", "04"]
    model = papers_view(rows)
    assert {node.name for node in model.nodes} == {"Paper 02", "Paper 03", "Paper 04"}
    assert {concept.support for concept in model.concepts if concept.label == "Guess Descent"} == {7}
    assert rows.size == 10


def test_what_is_everywhere_is_common_and_weighs_less(circles: NetworkRows) -> None:
    """A concept of very many papers is marked, and sharing it alone is a weaker link than Adamic and Adar's."""
    everywhere = tuple(replace(row, support=100) if row.iri == "c/guess" else row for row in circles.concepts)
    model = papers_view(replace(circles, concepts=everywhere))
    assert {concept.label for concept in model.concepts if concept.common} == {"Guess Descent"}
    timeline = timeline_view(replace(circles, concepts=everywhere), concept="c/guess")
    assert not any(concept.common for concept in timeline.concepts), "its own concept is no reason to hide a line"
    shared = {
        edge.weight
        for edge in model.edges
        if [model.concepts[model.claims[one].concept].label for one, _ in edge.claims] == ["Guess Descent"]
    }
    assert shared
    assert max(shared) < round(1 / np.log(100), 3)


def test_faint_lines_of_papers(circles: NetworkRows) -> None:
    """With all roles, papers that one of them merely mentions the shared method in are joined by a faint line."""
    model = papers_view(circles, roles=list(Role))
    faint = {
        frozenset((model.nodes[edge.source].name, model.nodes[edge.target].name)): edge.faint for edge in model.edges
    }
    assert faint[frozenset(("Paper 09", "Paper 10"))]
    assert not faint[frozenset(("Paper 01", "Paper 02"))]


_QUERIES = [("person", "wrote"), ("paper", "share"), ("concept", "meet"), ("anything", "between")]


@pytest.mark.parametrize(("nodes", "edges"), _QUERIES, ids=["people", "papers", "concepts", "both"])
def test_queries_have_one_place_for_values(nodes: str, edges: str) -> None:
    """Each query has its prefixes and exactly one line to put a VALUES clause in."""
    for query in (queries(nodes, edges).node, queries(nodes, edges).edge):
        assert [line.strip() for line in query.splitlines()].count("#values") == 1
