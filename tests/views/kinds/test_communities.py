"""The model of the map of communities."""

from dataclasses import replace

import pytest

from papergraph.errors import UnknownNameError
from papergraph.model import Role
from papergraph.query.networks import ConceptLink, NetworkRows
from papergraph.views.kinds.communities import communities_view


def test_people_fall_into_their_circles(circles: NetworkRows) -> None:
    """Two circles are two nodes, named by what they work on and who leads, joined by the papers of both."""
    model = communities_view(circles)
    assert [node.kind for node in model.nodes] == ["community", "community"]
    assert "LensNet" in " ".join(node.name for node in model.nodes)
    assert "Ada Stern" in " ".join(node.name for node in model.nodes)
    [edge] = model.edges
    assert edge.weight == 2
    assert {model.papers[paper].id for paper in edge.papers} & {"04", "07"}


def test_without_methods_other_concepts_name(circles: NetworkRows) -> None:
    """Where papers have nothing but a data set, that names their community."""
    links = tuple(link for link in circles.links if link.concept == "c/grid")
    assert "GridSet" in [node.label for node in communities_view(replace(circles, links=links)).nodes]


def test_no_two_have_one_label(circles: NetworkRows) -> None:
    """Where two communities are about the same, the second is called after who leads it."""
    everywhere = tuple(ConceptLink(paper=row.iri, concept="c/tilt", role=Role.USES) for row in circles.papers)
    labels = [node.label for node in communities_view(replace(circles, links=everywhere)).nodes]
    assert sorted(labels) in (["Ada Stern", "Tilt"], ["Eve Ono", "Tilt"])


def test_members_are_listed(circles: NetworkRows) -> None:
    """Every member of a drawn community stands in the table, with its community."""
    model = communities_view(circles)
    [table] = [listing for listing in model.listings if listing.key == "members"]
    names = [row.cells[1] for row in table.rows]
    assert sorted(str(name) for name in names) == sorted(
        ["Ada Stern", "Bo Lind", "조민지", "Dee Marsh", "Eve Ono", "Fay Roth", "Gus Aalto"]
    )
    for row in table.rows:
        assert model.nodes[row.node].label == row.cells[0]


def test_larger_communities_are_larger(circles: NetworkRows) -> None:
    """The size of a node stands for its members."""
    model = communities_view(circles)
    [table] = [listing for listing in model.listings if listing.key == "members"]
    members = [sum(row.node == place for row in table.rows) for place in range(len(model.nodes))]
    order = sorted(range(len(model.nodes)), key=lambda place: model.nodes[place].radius)
    assert [members[place] for place in order] == sorted(members)


def test_of_papers(circles: NetworkRows) -> None:
    """Communities of papers are joined by concepts that both sides have, with a claim of either."""
    model = communities_view(circles, of="papers")
    assert len(model.nodes) == 2
    for edge in model.edges:
        for one, other in edge.claims:
            assert model.claims[one].concept == model.claims[other].concept
            assert model.claims[one].paper != model.claims[other].paper
    with pytest.raises(UnknownNameError):
        communities_view(circles, of="cooks")


def test_communities_without_a_link_are_drawn(circles: NetworkRows) -> None:
    """Where no member of one wrote with a member of another, both are there all the same, apart and without a group."""
    apart = tuple(row for row in circles.authorships if row.author != "a/dee")
    model = communities_view(replace(circles, authorships=apart))
    assert len(model.nodes) == 2
    assert not model.edges
    assert [node.group for node in model.nodes] == [-1, -1]
    assert "Drawn: 2 of 2 communities" in " ".join(model.summary)
    assert "nothing links two" in " ".join(model.summary)


def test_a_line_counts_all_links_of_members(circles: NetworkRows) -> None:
    """What is listed of a line may be only some of it: the count is that of the links."""
    for of in ("coauthors", "papers"):
        model = communities_view(circles, of=of)
        assert model.edges
        assert [edge.count for edge in model.edges] == [edge.weight for edge in model.edges]
        assert (model.words.reason, model.words.reasons) == ("link", "links")


def test_nobody_wrote_together(circles: NetworkRows) -> None:
    """Where nobody wrote together there is nothing to draw, and it is said."""
    model = communities_view(circles.within(since="2025-07-15", until=None))
    assert not model.nodes
    assert "0 of 0 communities" in " ".join(model.summary)
