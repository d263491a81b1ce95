"""Links of what is shared by too many, in bounded memory."""

import random

import numpy as np
import pytest

from papergraph.network import projection as projections
from papergraph.network import strongest as strongest_links
from papergraph.network.lots import lots
from papergraph.network.projection import Incidence, Projection, incidence, project
from papergraph.network.strongest import project_strongest


@pytest.fixture
def had() -> Incidence:
    chance = random.Random(4)
    return incidence((f"p{chance.randrange(40):02}", f"c{chance.randrange(25):02}") for _ in range(260))


def rarity(had: Incidence) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.asarray(1 / np.log(1.0 + had.nodes_per_thing()))


def links(found: Projection) -> dict[tuple[int, int], tuple[int, float]]:
    columns = (found.first, found.second, found.count, np.round(found.weight, 9))
    return {(a, b): (count, weight) for a, b, count, weight in zip(*(c.tolist() for c in columns), strict=True)}


def test_a_bound_that_is_never_reached_cuts_nothing(had: Incidence) -> None:
    """With room for all, the links are those of the plain projection, with the same weights and counts."""
    assert links(project_strongest(had, value=rarity(had), k=100)) == links(project(had, value=rarity(had)))


def test_small_blocks_change_nothing(had: Incidence, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few rows are multiplied at once, the strongest links are the same."""
    whole = links(project_strongest(had, value=rarity(had), k=3))
    monkeypatch.setattr(strongest_links, "_BUDGET", 50)
    assert links(project_strongest(had, value=rarity(had), k=3)) == whole


def test_each_node_keeps_its_own_strongest(had: Incidence) -> None:
    """A link stays exactly when fewer than k links of one of its ends are stronger, or as strong with a lower lot."""
    every, k = links(project(had, value=rarity(had))), 3
    kept = links(project_strongest(had, value=rarity(had), k=k))

    first, second = np.array(sorted(every)).T
    lot = dict(zip(sorted(every), lots(first, second).tolist(), strict=True))

    def rank(node: int, link: tuple[int, int]) -> int:
        own = [(-weight, lot[ends], ends) for ends, (_, weight) in every.items() if node in ends]
        return [ends for _, _, ends in sorted(own)].index(link)

    assert kept == {link: said for link, said in every.items() if min(rank(node, link) for node in link) < k}


def test_a_tie_makes_nobody_a_hub() -> None:
    """Where two hundred papers share one method alone, no paper is linked with many more than it chose."""
    had = incidence((f"p{number:03}", "grpo") for number in range(200))
    found = project_strongest(had, value=np.ones(1), k=5)
    assert found.degree().min() >= 5
    assert found.degree().max() < 20


def test_left_out_pairs_make_room(had: Incidence) -> None:
    """Pairs that share something of another sort are not among the strongest, and do not take the place of others."""
    value = rarity(had)
    first = project_strongest(had, value=value, k=1)
    names = had.nodes
    pairs = list(zip(first.first.tolist(), first.second.tolist(), strict=True))
    met = incidence((names[end], f"met {place}") for place, pair in enumerate(pairs) for end in pair)
    assert met.nodes == names
    found = project_strongest(had, value=value, k=1, without=met)
    assert not links(found).keys() & links(first).keys()
    assert (found.degree() > 0).sum() == len(had.nodes)


def test_too_many_pairs_are_multiplied_instead(had: Incidence, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way by sorting and the way by a sparse product find the same links."""
    sorted_pairs = links(project(had, value=rarity(had)))
    monkeypatch.setattr(projections, "_MOST_PAIRS", 10)
    assert links(project(had, value=rarity(had))) == sorted_pairs
