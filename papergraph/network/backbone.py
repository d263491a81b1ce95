"""Which links to draw when there are too many: a threshold first, then those that tell something about their ends.

The disparity filter (Serrano, Boguñá and Vespignani 2009) asks of each link how likely it would be if a node shared out
its strength by chance: α = (1 − w / s)^(k − 1) for a link of weight w at a node of k links and strength s; the smaller
one of its two ends counts. So a link that means much to a small node stays beside the heavy ones of the large. Nothing
is said by the only link of a node (α = 1). What each node has strongest always stays.

Ties are broken by lot (:mod:`papergraph.network.lots`), which favours nobody.
"""

import numpy as np
from numpy.typing import NDArray

from papergraph.network.lots import lots
from papergraph.network.projection import Projection

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

#: Below this α a link is held for more than chance; above it, how small α is says nothing.
LEVEL = 0.05


def backbone(projection: Projection, *, at_most: int, at_least: float = 0.0) -> Projection:
    """Return the links of weight ``at_least`` or more, cut to ``at_most`` as :func:`telling_links` does."""
    heavy = projection.keep(projection.weight >= at_least)
    size = len(heavy.incidence.nodes)
    kept = telling_links(heavy.weight, first=heavy.first, second=heavy.second, size=size, at_most=at_most)
    return heavy if len(kept) == len(heavy) else heavy.keep(kept)


def telling_links(weight: Floats, *, first: Numbers, second: Numbers, size: int, at_most: int) -> Numbers:
    """Return the places, ascending, of the ``at_most`` links that say most of a network of ``size`` nodes.

    The strongest link of each node goes before all others, so that the cut leaves no linked node alone unless there
    are more such links than ``at_most``. Then come the links of α ≤ ``LEVEL``, the smallest first, then the others by
    falling weight.
    """
    if len(weight) <= at_most:
        return np.arange(len(weight))
    lot = lots(first, second)
    own = _own_strongest(weight, lot, first=first, second=second)
    # Sums of the same weights in another order differ in the last digits; ties must not depend on that.
    alpha = np.round(disparity(weight, first=first, second=second, size=size), 12)
    telling = alpha <= LEVEL
    ranked = np.lexsort((lot, -weight, np.where(telling, alpha, 1.0), ~own))
    return np.sort(ranked[:at_most])


def disparity(weight: Floats, *, first: Numbers, second: Numbers, size: int) -> Floats:
    """Return α of each link: how likely one as heavy is by chance, at that end where it is less likely."""
    strength = np.bincount(first, weight, size) + np.bincount(second, weight, size)
    degree = np.bincount(first, minlength=size) + np.bincount(second, minlength=size)
    alpha = np.ones(len(weight))
    for end in (first, second):
        share = np.divide(weight, strength[end], out=np.zeros(len(weight)), where=strength[end] > 0)
        alpha = np.minimum(alpha, np.clip(1.0 - share, 0.0, 1.0) ** (degree[end] - 1))
    return alpha


def most_telling(scores: NDArray[np.float64], *, at_most: int) -> NDArray[np.int64]:
    """Return the numbers of the ``at_most`` nodes with the greatest ``scores``, ascending; ties go to the first."""
    ranked = np.lexsort((np.arange(len(scores)), -scores))
    return np.sort(ranked[:at_most])


def _own_strongest(weight: Floats, lot: NDArray[np.uint64], *, first: Numbers, second: Numbers) -> NDArray[np.bool_]:
    """Tell for each link whether it is the strongest of one of its ends."""
    by_weight = np.lexsort((lot, -weight))
    is_strongest = np.zeros(len(weight), dtype=bool)
    ends = np.empty(2 * len(weight), dtype=np.int64)
    ends[0::2] = first[by_weight]
    ends[1::2] = second[by_weight]
    _, first_seen = np.unique(ends, return_index=True)
    is_strongest[by_weight[first_seen // 2]] = True
    return is_strongest
