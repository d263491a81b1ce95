"""What a group is about: the things that are most its own, by class-based TF-IDF (Grootendorst 2022).

The score of a thing in a group is how often it stands there times ln(1 + A / f), where f is how often it stands in all
groups and A how many things a group has on average. So what is everywhere names no group.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from papergraph.network.projection import Incidence


def distinctive(had: Incidence, group: NDArray[np.int64], *, most: int = 3) -> list[tuple[int, ...]]:
    """Return, for each group of the nodes of ``had``, the numbers of its ``most`` distinctive things, best first.

    ``group`` is the group of each node, −1 for none.
    """
    inside = np.flatnonzero(group >= 0)
    groups = int(group.max(initial=-1)) + 1
    member = sparse.csr_array((np.ones(len(inside)), (group[inside], inside)), shape=(groups, len(had.nodes)))
    often = sparse.csr_array(member @ had.matrix)
    everywhere = np.asarray(often.sum(axis=0)).ravel()
    average = float(everywhere.sum()) / max(groups, 1)
    idf = np.log1p(average / np.maximum(everywhere, 1.0))
    found = []
    for number in range(groups):
        row = slice(often.indptr[number], often.indptr[number + 1])
        thing, score = often.indices[row], often.data[row] * idf[often.indices[row]]
        found.append(tuple(thing[np.lexsort((thing, -np.round(score, 9)))[:most]].tolist()))
    return found
