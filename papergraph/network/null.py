"""What chance alone would give: how many things two nodes would share if only their degrees were kept.

The null model is the bipartite configuration model of largest entropy (Saracco and others 2015, 2017): each node keeps,
on average, how many things it has, and each thing how many nodes have it; all else is random. Two nodes then share
λ = Σ p₁ p₂ things, the sum over all things of the probabilities that one and the other has it.

How many they share is a sum of independent yes-or-no draws, whose upper tail lies below that of the Poisson
distribution of the same mean, from λ + 1 on (Anderson and Samuels 1967): a small p is rather too large than too small.
All things count alike here; that a rare one says more is in the weight of a link, not in its p.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from papergraph.network.projection import Incidence, Projection

Floats = NDArray[np.float64]

_ROUNDS = 5_000
_CLOSE = 1e-9
_LEVEL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surprise:
    """How the links stand to chance, one entry per link.

    ``lift`` is shared by expected, ``low`` and ``high`` its 95 % interval (Garwood 1936: exact for a Poisson count);
    ``p`` the probability of so many or more; ``q`` is ``p`` corrected for all pairs of nodes (Benjamini and
    Hochberg 1995): of the links with q ≤ 0.05 a twentieth is expected to be chance.
    """

    expected: Floats
    lift: Floats
    low: Floats
    high: Floats
    p: Floats
    q: Floats


def surprise(links: Projection) -> Surprise:
    """Return how the links of a projection stand to chance."""
    kinds, kind = np.unique(links.incidence.things_per_node(), return_inverse=True)
    mean = _expected(links.incidence, kinds)[kind[links.first], kind[links.second]]
    count = links.count.astype(np.float64)
    half = (1 - _LEVEL) / 2
    p = np.asarray(special.pdtrc(count - 1, mean), dtype=np.float64)
    able = int((links.incidence.things_per_node() > 0).sum())
    return Surprise(
        expected=mean,
        lift=count / mean,
        low=special.gammaincinv(count, half) / mean,
        high=special.gammaincinv(count + 1, 1 - half) / mean,
        p=p,
        q=corrected(p, tests=able * (able - 1) // 2),
    )


def corrected(p: Floats, *, tests: int) -> Floats:
    """Return Benjamini and Hochberg's q of each ``p``, the smallest of ``tests`` (those not given have p = 1)."""
    order = np.argsort(p, kind="stable")
    ranked = p[order] * tests / np.arange(1, len(p) + 1)
    q = np.empty(len(p))
    q[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1.0)
    return q


def probabilities(had: Incidence) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Return the probability that a node of each degree has a thing of each degree, and the degrees.

    Nodes of one degree are alike, so there is one row per degree of nodes and one column per degree of things.
    """
    kinds, kind_count = np.unique(had.things_per_node(), return_counts=True)
    sorts, sort_count = np.unique(had.nodes_per_thing(), return_counts=True)
    total = max(float((kinds * kind_count).sum()), 1.0)
    x, y = kinds / np.sqrt(total), sorts / np.sqrt(total)
    for _ in range(_ROUNDS):
        x = kinds / np.maximum((sort_count * y / (1 + np.outer(x, y))).sum(axis=1), 1e-300)
        y = sorts / np.maximum((kind_count * x / (1 + np.outer(y, x))).sum(axis=1), 1e-300)
        odds = np.outer(x, y)
        if np.abs((sort_count * odds / (1 + odds)).sum(axis=1) - kinds).max(initial=0.0) < _CLOSE * total:
            break
    odds = np.outer(x, y)
    return odds / (1 + odds), kinds, sorts


def _expected(had: Incidence, kinds: NDArray[np.int64]) -> Floats:
    chance, _, sorts = probabilities(had)
    _, things = np.unique(had.nodes_per_thing(), return_counts=True)
    assert chance.shape == (len(kinds), len(sorts))
    return np.asarray((chance * things) @ chance.T)
