"""Co-authorship by full and by fractional counting."""

import random

import pytest

from papergraph.network.coauthors import coauthors

#: Ada, Bo and Cho wrote p1; Ada and Bo p2; Dee alone p3; Cho and Dee p4.
AUTHORSHIPS = [
    ("ada", "p1"), ("bo", "p1"), ("cho", "p1"),
    ("ada", "p2"), ("bo", "p2"),
    ("dee", "p3"),
    ("cho", "p4"), ("dee", "p4"),
]  # fmt: skip


def test_weights_by_hand() -> None:
    """Full weights count papers; fractional ones add 1/(k − 1) for each paper of k authors."""
    graph = coauthors(AUTHORSHIPS)
    assert dict(graph.edges["ada", "bo"]) == {"weight": 2, "fractional": 1.5, "papers": ("p1", "p2")}
    assert dict(graph.edges["ada", "cho"]) == {"weight": 1, "fractional": 0.5, "papers": ("p1",)}
    assert dict(graph.edges["cho", "dee"]) == {"weight": 1, "fractional": 1.0, "papers": ("p4",)}
    assert not graph.has_edge("ada", "dee")
    assert not graph.is_directed()


def test_nodes_carry_all_their_papers() -> None:
    """A person's papers stand at the node, those without co-authors too."""
    assert coauthors(AUTHORSHIPS).nodes["dee"]["papers"] == ("p3", "p4")


def test_fractions_add_up_to_the_papers_written_with_others() -> None:
    """The sum of a person's fractional weights is the number of papers that they did not write alone (Newman 2001)."""
    rng = random.Random(3)
    pairs = {(f"a{rng.randrange(40)}", f"p{rng.randrange(60)}") for _ in range(260)}
    authors_of: dict[str, set[str]] = {}
    for author, paper in pairs:
        authors_of.setdefault(paper, set()).add(author)
    graph = coauthors(pairs)
    for author in graph:
        shared = sum(1 for authors in authors_of.values() if author in authors and len(authors) > 1)
        assert graph.degree(author, weight="fractional") == pytest.approx(shared)


def test_order_of_the_input_leaves_no_trace() -> None:
    """Shuffled authorships give the same graph, in the same order."""
    expected = coauthors(AUTHORSHIPS)
    for seed in range(5):
        shuffled = random.Random(seed).sample(AUTHORSHIPS, len(AUTHORSHIPS))
        found = coauthors(shuffled)
        assert list(found.nodes(data=True)) == list(expected.nodes(data=True))
        assert list(found.edges(data=True)) == list(expected.edges(data=True))


def test_no_authorships() -> None:
    """No authorships make an empty network."""
    assert len(coauthors([])) == 0
