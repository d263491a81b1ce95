"""Which node of an older graph is which of a newer one, and where names became one node or several.

IRIs alone do not tell: a thing's key follows its commonest name, and the numbers of homonyms follow from the facts.
What a paper names by the same label in both graphs is one thing in both.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

#: The nodes of each paper: its authors, or the concepts that it is linked to.
Nodes = Mapping[str, Collection[str]]
Labels = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What became of each older node, and where each newer one comes from; by IRI."""

    became: Mapping[str, str]  # older → the newer node that most of its papers have instead; without those that went
    came_from: Mapping[str, str]  # newer → the older node that most of its papers had; without those that are new
    in_paper: Mapping[
        tuple[str, str], str
    ]  # (paper, older) → newer, where it came from the older but is not what that became

    def now(self, node: str, *, paper: str) -> str:
        """Return the newer node for what ``paper`` had as ``node``; ``node`` itself when nothing is known of it."""
        return self.in_paper.get((paper, node)) or self.became.get(node, node)

    def merged(self) -> dict[str, tuple[str, ...]]:
        """Return the older nodes, sorted, of each newer node that several became."""
        return _several(self.became)

    def split(self) -> dict[str, tuple[str, ...]]:
        """Return the newer nodes, sorted, of each older node from which several come."""
        return _several(self.came_from)

    def kept(self) -> Iterator[tuple[str, str]]:
        """Yield (older, newer) for each thing that is one node in both."""
        return ((old, new) for old, new in self.became.items() if self.came_from.get(new) == old)


def unchanged(older: Nodes, newer: Nodes) -> Identity:
    """Return the identity of two states of one graph, in which an IRI means the same."""
    same = {node: node for node in _all(older) & _all(newer)}
    return Identity(became=same, came_from=same, in_paper={})


def identity(older: Nodes, newer: Nodes, *, older_labels: Labels, newer_labels: Labels) -> Identity:
    """Return which nodes of two graphs are the same."""
    steady = {node for node, labels in older_labels.items() if newer_labels.get(node) == labels}
    papers: defaultdict[tuple[str, str], int] = defaultdict(int)
    told_apart: dict[tuple[str, str], str] = {}
    for paper in older.keys() & newer.keys():
        before, after = set(older[paper]), set(newer[paper])
        same = before & after & steady
        by_label = _by_label(before - same, after - same, older_labels, newer_labels)
        for old, new in [*((node, node) for node in same), *by_label]:
            papers[old, new] += 1
            told_apart[paper, old] = new
    became, came_from = _best(papers), _best({(new, old): count for (old, new), count in papers.items()})
    for node in (_all(older) - became.keys()) & (_all(newer) - came_from.keys()):
        became[node] = came_from[node] = node  # it has the same name, but no paper tells
    # A paper that goes over to a thing that was there is another matter: its link is another one.
    in_paper = {
        (paper, old): new for (paper, old), new in told_apart.items() if became[old] != new and came_from[new] == old
    }
    return Identity(became=became, came_from=came_from, in_paper=in_paper)


def _by_label(
    before: Iterable[str], after: Iterable[str], older_labels: Labels, newer_labels: Labels
) -> list[tuple[str, str]]:
    """Return the (older, newer) nodes of one paper that share a label which means one node only, sorted."""
    old, new = _meant(before, older_labels), _meant(after, newer_labels)
    pairs = {(old[label], new[label]) for label in old.keys() & new.keys()}
    return sorted((one, other) for one, other in pairs if one is not None and other is not None)


def _meant(nodes: Iterable[str], labels: Labels) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for node in nodes:
        for label in labels.get(node, ()):
            found[label] = None if label in found else node
    return found


def _best(papers: Mapping[tuple[str, str], int]) -> dict[str, str]:
    ranked: dict[str, tuple[int, bool, str]] = {}
    for (one, other), count in papers.items():
        rank = (-count, one != other, other)
        ranked[one] = min(rank, ranked.get(one, rank))
    return {one: other for one, (_, _, other) in ranked.items()}


def _several(which: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in which.items():
        gathered[other].append(one)
    return {other: tuple(sorted(ones)) for other, ones in gathered.items() if len(ones) > 1}


def _all(nodes: Nodes) -> set[str]:
    return {node for of_paper in nodes.values() for node in of_paper}
