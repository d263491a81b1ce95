"""What groups are about: the concepts that are most their own."""

from collections.abc import Sequence

import numpy as np

from papergraph.model import Role
from papergraph.network.naming import distinctive
from papergraph.network.projection import incidence
from papergraph.views.kinds.things import STATED, Things
from papergraph.views.text import shorten


def about(things: Things, papers_of_groups: Sequence[Sequence[str]], *, most: int = 2) -> list[list[str]]:
    """Return, for each group given by its papers (IRIs), the names of its ``most`` distinctive concepts.

    Only what a text states counts, and what a paper introduces counts twice.
    """
    # One row per paper of a group, and one more for what it introduces: the rows are what the groups are made of.
    names: list[str] = []
    pairs: list[tuple[str, str]] = []
    group: dict[str, int] = {}
    for number, papers in enumerate(papers_of_groups):
        for paper in papers:
            for link in things.index.links(paper):
                if link.role in STATED:
                    for part in ("", " introduces") if link.role is Role.INTRODUCES else ("",):
                        row = f"{number} {paper}{part}"
                        pairs.append((row, link.concept))
                        group[row] = number
    had = incidence(pairs)
    names = list(had.nodes)
    found = distinctive(had, np.array([group[name] for name in names], dtype=np.int64), most=most)
    told = [[shorten(things.index.label(had.things[thing])) for thing in own] for own in found]
    return told + [[] for _ in range(len(papers_of_groups) - len(told))]
