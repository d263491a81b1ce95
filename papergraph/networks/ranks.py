"""Tables of a network: its nodes by a measure, its communities and bridges, pairs beyond chance, who should talk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np

from papergraph import frames
from papergraph.errors import UnknownNameError
from papergraph.network import measures
from papergraph.network.coauthors import project_coauthors
from papergraph.network.communities import communities
from papergraph.network.naming import distinctive
from papergraph.network.null import Surprise, surprise
from papergraph.network.projection import Projection
from papergraph.networks import assembly
from papergraph.networks.choice import Choice
from papergraph.networks.facts import Facts, read
from papergraph.query.select import Select

WHAT = ("authors", "papers", "methods", "communities", "bridges", "pairs", "talk")
MEASURES = ("strength", "degree", "pagerank", "betweenness", "core", "clustering")
#: Networks whose nodes can be ranked, with what is ranked in them by default.
PROJECTIONS: Mapping[str, Callable[[Facts, Choice], Projection]] = {
    "coauthors": lambda facts, choice: project_coauthors(facts.wrote),
    "papers": assembly.sharing_of_papers,
    "authors": assembly.sharing_of_authors,
    "methods": assembly.pairs_of_concepts,
}
_USUAL = {"authors": "coauthors", "papers": "papers", "methods": "methods"}
_NODES = {"authors": ("coauthors", "authors"), "papers": ("papers",), "methods": ("methods",)}
_STRONGEST = 50  # links of each node of a network of sharing, unless the choice says otherwise


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """A table, best first, and what has to be known to read it."""

    columns: Mapping[str, Sequence[Any]]
    notes: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        return frames.to_html(self.columns, caption="; ".join(self.notes))


def rank(
    what: str,
    *,
    select: Select,
    choice: Choice,
    by: str = "strength",
    network: str | None = None,
    limit: int | None = 20,
) -> Ranking:
    """Return the table ``what``: its first ``limit`` rows, or all.

    Raises:
        UnknownNameError: another table, measure or network.
        UsageError: a value of ``choice`` that cannot be.
    """
    for kind, name, known in (("table", what, WHAT), ("measure", by, MEASURES)):
        if name not in known:
            raise UnknownNameError(kind, name, known)
    allowed = _NODES.get(what, tuple(PROJECTIONS))
    chosen = network or _USUAL.get(what, "coauthors")
    if chosen not in allowed:
        raise UnknownNameError(f"network of {what}", chosen, allowed)
    choice.check()
    facts = read(select, choice)
    if what == "pairs":
        return _pairs(facts, choice, limit)
    if what == "talk":
        return _talk(facts, choice, limit)
    bounded = choice
    if choice.strongest is None and chosen in ("papers", "authors"):
        bounded = replace(choice, strongest=_STRONGEST)
    links = PROJECTIONS[chosen](facts, bounded)
    notes = _notes(chosen, bounded, facts)
    if what == "communities":
        return Ranking(columns=_communities(links, facts, chosen, limit), notes=notes)
    if what == "bridges":
        return Ranking(columns=_bridges(links, facts, limit), notes=notes)
    return _nodes(links, facts, by=by, limit=limit, notes=notes)


def _notes(network: str, choice: Choice, facts: Facts) -> tuple[str, ...]:
    notes = [f"network: {network}"]
    if network in ("papers", "authors"):
        notes.append(f"links: the {choice.strongest} strongest of each node")
        common = [concept for concept in facts.concepts.values() if concept.support > facts.limit]
        if common:
            names = ", ".join(one.label for one in sorted(common, key=lambda one: (-one.support, one.iri)))
            notes.append(f"damped, for they stand in more than {facts.limit:g} papers: {names}")
    return tuple(notes)


# ---------------------------------------------------------------------------------------------------------------------
# Nodes


def _nodes(links: Projection, facts: Facts, *, by: str, limit: int | None, notes: tuple[str, ...]) -> Ranking:
    columns: dict[str, np.ndarray[Any, Any]] = {
        "strength": links.strength(),
        "degree": links.degree(),
        "pagerank": measures.pagerank(links),
        "core": measures.core(links),
        "clustering": measures.clustering(links),
        "component": measures.components(links),
        "community": _groups(links),
    }
    if by == "betweenness":
        columns["betweenness"], sampled = measures.betweenness(links)
        how = f"from the shortest paths of {sampled} nodes (seed 7)" if sampled else "exact"
        notes = (*notes, f"betweenness: {how}")
    order = np.lexsort((np.arange(len(columns[by])), -np.round(columns[by], 12)))[:limit]
    named = {"name": [facts.label(links.incidence.nodes[node]) for node in order.tolist()]}
    values = {name: columns[name][order].tolist() for name in sorted(columns, key=lambda name: name != by)}
    iris = {"iri": [links.incidence.nodes[node] for node in order.tolist()]}
    return Ranking(columns=named | values | iris, notes=notes)


def _groups(links: Projection) -> np.ndarray[Any, np.dtype[np.int64]]:
    size = len(links.incidence.nodes)
    return communities(size, first=links.first, second=links.second, weight=links.weight)


# ---------------------------------------------------------------------------------------------------------------------
# Communities and bridges


def _communities(links: Projection, facts: Facts, network: str, limit: int | None) -> dict[str, list[Any]]:
    group = _groups(links)
    strength = links.strength()
    had = {
        "coauthors": facts.concepts_of_authors,
        "authors": facts.concepts_of_authors,
        "papers": facts.concepts_of_papers,
        "methods": facts.papers_of_concepts,
    }[network]()
    about = [tuple(facts.label(had.things[thing]) for thing in own) for own in distinctive(had, group)]
    columns: dict[str, list[Any]] = {"community": [], "size": [], "name": [], "first": []}
    for number, names in islice(enumerate(about), limit):
        members = np.flatnonzero(group == number)
        best = members[np.lexsort((members, -np.round(strength[members], 9)))[:3]]
        first = [facts.label(links.incidence.nodes[node]) for node in best.tolist()]
        columns["community"].append(number)
        columns["size"].append(len(members))
        # Methods are named by themselves: their things are papers.
        columns["name"].append(", ".join(first if network == "methods" else names) or "nothing in common")
        columns["first"].append(", ".join(first))
    return columns


def _bridges(links: Projection, facts: Facts, limit: int | None) -> dict[str, list[Any]]:
    """Return the bridges that cut most off first: ``cut`` nodes are on the smaller side."""
    found, cut = measures.bridges(links)
    kept = links.keep(found)
    order = np.lexsort((np.arange(len(found)), -cut))[:limit]
    names = links.incidence.nodes
    via = list(kept.via())
    return {
        "cut": cut[order].tolist(),
        "one": [facts.label(names[node]) for node in kept.first[order].tolist()],
        "other": [facts.label(names[node]) for node in kept.second[order].tolist()],
        "by": [", ".join(facts.label(links.incidence.things[thing]) for thing in via[at]) for at in order.tolist()],
    }


# ---------------------------------------------------------------------------------------------------------------------
# Beyond chance


def _pairs(facts: Facts, choice: Choice, limit: int | None) -> Ranking:
    """Return the pairs of concepts that stand in one paper more often than chance has it, the surest first."""
    links = assembly.pairs_of_concepts(facts, choice)
    found = surprise(links)
    order = np.lexsort((np.arange(len(links)), -np.round(found.low, 9), found.q))[:limit]
    names = links.incidence.nodes
    columns = {
        "one": [facts.label(names[node]) for node in links.first[order].tolist()],
        "other": [facts.label(names[node]) for node in links.second[order].tolist()],
        "papers": links.count[order].tolist(),
    }
    numbers = {name: getattr(found, name)[order].tolist() for name in ("expected", "lift", "low", "high", "p", "q")}
    return Ranking(columns=columns | numbers, notes=("low and high: 95 % of the lift; q: p corrected for all pairs",))


def _talk(facts: Facts, choice: Choice, limit: int | None) -> Ranking:
    """Return authors who share rare concepts and never wrote together; each person once, with the best partner."""
    bounded = replace(choice, strongest=choice.strongest or _STRONGEST)
    kept, found, places = _apart(facts, bounded, limit)
    met = project_coauthors(facts.wrote)
    names, things = kept.incidence.nodes, kept.incidence.things
    columns: dict[str, Sequence[Any]] = {
        "one": [facts.label(names[node]) for node in kept.first.tolist()],
        "other": [facts.label(names[node]) for node in kept.second.tolist()],
        "score": kept.weight.tolist(),
        "distance": measures.distance(met, first=kept.first, second=kept.second),
        "shared": kept.count.tolist(),
        "expected": found.expected[places].tolist(),
        "p": found.p[places].tolist(),
        "q": found.q[places].tolist(),
        "by": [", ".join(facts.label(things[thing]) for thing in via) for via in kept.via()],
    }
    return Ranking(columns=columns, notes=(*_notes("authors", bounded, facts), "each person once"))


def who_should_talk(
    facts: Facts, choice: Choice, *, limit: int
) -> list[tuple[str, str, tuple[str, ...], float, float]]:
    """Return what the table ``talk`` holds: (one, other, shared concepts, expected, p), IRIs, the best pair first."""
    kept, found, places = _apart(facts, replace(choice, strongest=choice.strongest or _STRONGEST), limit)
    names, things = kept.incidence.nodes, kept.incidence.things
    return [
        (names[one], names[other], tuple(things[thing] for thing in via), expected, p)
        for one, other, via, expected, p in zip(
            kept.first.tolist(),
            kept.second.tolist(),
            kept.via(),
            found.expected[places].tolist(),
            found.p[places].tolist(),
            strict=True,
        )
    ]


def _apart(
    facts: Facts, choice: Choice, limit: int | None
) -> tuple[Projection, Surprise, np.ndarray[Any, np.dtype[np.int64]]]:
    """Return the best pairs of who never wrote together, how all such pairs stand to chance, and which they are."""
    links = assembly.sharing_of_authors(facts, choice, without=facts.authorship_ever())
    found = surprise(links)
    order = np.lexsort((np.arange(len(links)), found.q, -np.round(links.weight, 9)))
    places = np.array(list(islice(_each_once(links, order.tolist()), limit)), dtype=np.int64)
    return links.keep(places), found, places


def _each_once(links: Projection, order: Sequence[int]) -> Any:
    seen: set[int] = set()
    for place in order:
        ends = {int(links.first[place]), int(links.second[place])}
        if not ends & seen:
            seen |= ends
            yield place
