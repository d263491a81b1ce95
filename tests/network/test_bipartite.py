"""Links between two sorts of nodes."""

import numpy as np

from papergraph.network.bipartite import project_between
from papergraph.network.projection import incidence


def test_links_join_the_two_sorts_only() -> None:
    """Who and what stand in one paper are linked, by how many papers, and never within a sort."""
    stood = incidence([("ada", "p"), ("bo", "p"), ("moss", "p"), ("ada", "q"), ("moss", "q"), ("yarn", "q")])
    other = np.array([name in ("moss", "yarn") for name in stood.nodes])
    links = project_between(stood, other=other, value=np.array([0.0, 0.0, 0.5, 2.0]))
    found = {
        (stood.nodes[first], stood.nodes[second]): (count, weight)
        for first, second, count, weight in zip(
            links.first.tolist(), links.second.tolist(), links.count.tolist(), links.weight.tolist(), strict=True
        )
    }
    assert found == {("ada", "moss"): (2, 1.0), ("ada", "yarn"): (1, 2.0), ("bo", "moss"): (1, 0.5)}
    assert [tuple(stood.things[thing] for thing in via) for via in links.via()] == [("p", "q"), ("q",), ("p",)]
