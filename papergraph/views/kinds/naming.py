"""What groups are about: the concepts that are most their own."""

from collections.abc import Sequence

import numpy as np

from papergraph.model import Role
from papergraph.network.naming import distinctive
from papergraph.network.projection import incidence
from papergraph.network.sharing import common_above
from papergraph.views.kinds.things import STATED, Things
from papergraph.views.text import shorten


def about(things: Things, papers_of_groups: Sequence[Sequence[str]], *, most: int = 2) -> list[list[str]]:
    """Return, for each group given by its papers (IRIs), the names of its ``most`` distinctive concepts.

    Only what a text states counts, what a paper introduces counts twice, and what is everywhere names nothing.
    """
    common = common_above(things.rows.size)
    # One row per paper of a group, and one more for what it introduces: the rows are what the groups are made of.
    pairs: list[tuple[str, str]] = []
    group: dict[str, int] = {}
    for number, papers in enumerate(papers_of_groups):
        for paper in papers:
            for link in things.index.links(paper):
                if link.role in STATED and things.concepts[link.concept].support <= common:
                    for part in ("", " introduces") if link.role is Role.INTRODUCES else ("",):
                        row = f"{number} {paper}{part}"
                        pairs.append((row, link.concept))
                        group[row] = number
    had = incidence(pairs)
    found = distinctive(had, np.array([group[row] for row in had.nodes], dtype=np.int64), most=most)
    told = [[shorten(things.index.label(had.things[thing])) for thing in own] for own in found]
    return told + [[] for _ in range(len(papers_of_groups) - len(told))]
