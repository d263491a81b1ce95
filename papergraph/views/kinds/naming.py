"""What groups are about: the concepts that are most their own."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from papergraph.model import ConceptClass
from papergraph.network.naming import distinctive
from papergraph.network.projection import incidence
from papergraph.network.sharing import common_above
from papergraph.views.kinds.things import STATED, Things
from papergraph.views.text import shorten

_SHARE = 25
_NAMING = frozenset([ConceptClass.METHOD, ConceptClass.TASK])


def about(things: Things, papers_of_groups: Sequence[Sequence[str]], *, most: int = 2) -> list[list[str]]:
    """Return, for each group given by its papers (IRIs), the names of its ``most`` distinctive concepts.

    Methods and tasks name a group that has any, and what stands in one of 25 of its papers, two at least, before what
    does not. Only what a text states counts, and what is everywhere names nothing.
    """
    pairs = [
        (f"{number} {paper}", concept)
        for number, papers in enumerate(papers_of_groups)
        for paper, concept in _telling(things, papers)
    ]
    had = incidence(pairs)
    group = np.array([int(row.partition(" ")[0]) for row in had.nodes], dtype=np.int64)
    told = [
        [shorten(things.index.label(had.things[thing])) for thing in own] for own in distinctive(had, group, most=most)
    ]
    return told + [[] for _ in range(len(papers_of_groups) - len(told))]


def _telling(things: Things, papers: Sequence[str]) -> list[tuple[str, str]]:
    common = common_above(things.rows.size)
    links = [
        (paper, link.concept)
        for paper in papers
        for link in things.index.links(paper)
        if link.role in STATED and things.concepts[link.concept].support <= common
    ]
    links = [one for one in links if things.concepts[one[1]].cls in _NAMING] or links
    times = Counter(concept for _, concept in links)
    return [one for one in links if times[one[1]] >= max(len(papers) / _SHARE, 2)] or links
