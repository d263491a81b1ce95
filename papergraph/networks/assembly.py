"""Each network as tables, made of the facts that count: what its weight means stands at each function."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papergraph.network.coauthors import project_coauthors
from papergraph.network.null import surprise
from papergraph.network.projection import Incidence, Projection, project
from papergraph.network.sharing import rarity, supports
from papergraph.network.strongest import project_strongest
from papergraph.network.value import Damped, Network
from papergraph.networks.choice import Choice
from papergraph.networks.facts import Facts, days


def coauthors(facts: Facts, choice: Choice) -> Network:
    """Authors of one paper: ``weight`` papers, ``fractional`` the sum of 1/(k − 1) over papers of k authors."""
    links = project_coauthors(facts.wrote)
    edges = _ends(links) | {"weight": links.count.tolist(), "fractional": links.weight.tolist()}
    via = _via(links)
    nodes = _nodes(links.incidence, facts) | {"papers": _things(links.incidence)}
    return _network("coauthors", choice, nodes=nodes, edges=edges | {"papers": via} | _days(via, facts))


def papers(facts: Facts, choice: Choice) -> Network:
    """Papers that share concepts, the rare weigh more; ``roles`` says for each shared one what either paper does."""
    links = sharing_of_papers(facts, choice)
    via = _via(links)
    edges = _ends(links) | {"weight": links.weight.tolist(), "concepts": via}
    edges["roles"] = [
        tuple(f"{facts.about[first, concept].value}+{facts.about[second, concept].value}" for concept in shared)
        for first, second, shared in zip(edges["source"], edges["target"], via, strict=True)
    ]
    nodes = _nodes(links.incidence, facts) | {"concepts": _things(links.incidence)}
    nodes["date"] = [facts.papers[iri].date for iri in links.incidence.nodes]
    return _network("papers", choice, nodes=nodes, edges=edges, damped=damped(links.incidence, facts))


def authors(facts: Facts, choice: Choice) -> Network:
    """Authors whose papers share concepts, weighed as for papers; ``together`` counts the papers of both.

    ``lift`` and ``p`` say how the number of shared concepts stands to chance, ``q`` is p corrected for all pairs.
    """
    links = sharing_of_authors(facts, choice)
    together = _together(project_coauthors(facts.wrote))
    edges = _ends(links) | {"weight": links.weight.tolist(), "concepts": _via(links)}
    edges["together"] = [
        together.get((source, target), 0) for source, target in zip(edges["source"], edges["target"], strict=True)
    ]
    edges |= _beyond_chance(links)
    nodes = _nodes(links.incidence, facts) | {"concepts": _things(links.incidence)}
    return _network("authors", choice, nodes=nodes, edges=edges, damped=damped(links.incidence, facts))


def methods(facts: Facts, choice: Choice) -> Network:
    """Concepts of one paper: ``count`` papers, ``weight`` the sum of 1/ln(k) over papers of k concepts.

    ``lift`` and ``p`` say how the number of papers stands to chance, ``q`` is p corrected for all pairs.
    """
    links = pairs_of_concepts(facts, choice)
    via = _via(links)
    edges = _ends(links) | {"weight": links.weight.tolist(), "count": links.count.tolist(), "papers": via}
    edges |= _days(via, facts) | _beyond_chance(links)
    nodes = _nodes(links.incidence, facts) | {"papers": _things(links.incidence)}
    nodes["class"] = [facts.concepts[iri].cls.value for iri in links.incidence.nodes]
    return _network("methods", choice, nodes=nodes, edges=edges)


def paper_author(facts: Facts, choice: Choice) -> Network:
    """Papers and who wrote them."""
    return _bipartite("paper-author", choice, facts, [(paper, author) for author, paper in facts.wrote])


def paper_method(facts: Facts, choice: Choice) -> Network:
    """Papers and their concepts, with the ``role``."""
    role = [role.value for _, role in sorted(facts.about.items())]
    return _bipartite("paper-method", choice, facts, sorted(facts.about), {"role": role})


def author_method(facts: Facts, choice: Choice) -> Network:
    """Authors and the concepts of their papers: ``weight`` counts the papers."""
    of_paper: dict[str, list[str]] = {}
    for paper, concept in facts.about:
        of_paper.setdefault(paper, []).append(concept)
    found: dict[tuple[str, str], list[str]] = {}
    for author, paper in facts.wrote:
        for concept in of_paper.get(paper, ()):
            found.setdefault((author, concept), []).append(paper)
    via = [tuple(sorted(found[pair])) for pair in sorted(found)]
    more: Mapping[str, Sequence[Any]] = {"weight": [len(papers) for papers in via], "papers": via}
    return _bipartite("author-method", choice, facts, sorted(found), more)


NETWORKS: Mapping[str, Callable[[Facts, Choice], Network]] = {
    "coauthors": coauthors,
    "papers": papers,
    "authors": authors,
    "methods": methods,
    "paper-author": paper_author,
    "paper-method": paper_method,
    "author-method": author_method,
}


# ---------------------------------------------------------------------------------------------------------------------
# Projections


def sharing_of_papers(facts: Facts, choice: Choice) -> Projection:
    """Return the links between papers that share concepts."""
    had = facts.concepts_of_papers()
    return _projected(had, rarity(had, papers=supports(had, support=facts.support()), limit=facts.limit), choice)


def sharing_of_authors(facts: Facts, choice: Choice, *, without: Incidence | None = None) -> Projection:
    """Return the links between authors whose papers share concepts of at least two papers.

    Who shares anything in ``without``, an incidence of the same authors, is not linked.
    """
    had = facts.concepts_of_authors()
    value = rarity(had, papers=_papers_of(had, facts), limit=facts.limit)
    return _projected(had, value, choice, without=without)


def pairs_of_concepts(facts: Facts, choice: Choice) -> Projection:
    """Return the links between concepts of one paper."""
    stood = facts.papers_of_concepts()
    concepts = stood.nodes_per_thing()
    value = np.where(concepts > 1, 1.0 / np.log(np.maximum(concepts, 2)), 0.0)
    return _projected(stood, value, choice)


def damped(had: Incidence, facts: Facts) -> tuple[Damped, ...]:
    """Return the concepts whose weight is made smaller because they are everywhere, the most common first."""
    papers = _papers_of(had, facts)
    made, plain = rarity(had, papers=papers, limit=facts.limit), rarity(had, papers=papers)
    found = [
        Damped(
            iri=had.things[place],
            label=facts.label(had.things[place]),
            papers=int(papers[place]),
            weight=float(made[place]),
            undamped=float(plain[place]),
        )
        for place in np.flatnonzero(made < plain).tolist()
    ]
    return tuple(sorted(found, key=lambda one: (-one.papers, one.iri)))


def _papers_of(had: Incidence, facts: Facts) -> NDArray[np.int64]:
    return np.array([facts.concepts[thing].support for thing in had.things], dtype=np.int64)


def _projected(
    had: Incidence, value: NDArray[np.float64], choice: Choice, *, without: Incidence | None = None
) -> Projection:
    if choice.strongest is None and without is None:
        return project(had, value=value)
    return project_strongest(had, value=value, k=choice.strongest or len(had.nodes), without=without)


# ---------------------------------------------------------------------------------------------------------------------
# Tables


def _network(
    kind: str,
    choice: Choice,
    *,
    nodes: Mapping[str, Sequence[Any]],
    edges: Mapping[str, Sequence[Any]],
    damped: tuple[Damped, ...] = (),
) -> Network:
    return Network(kind=kind, parameters=asdict(choice), nodes=nodes, edges=edges, damped=damped)


def _nodes(had: Incidence, facts: Facts) -> dict[str, Sequence[Any]]:
    return {"iri": had.nodes, "label": [facts.label(iri) for iri in had.nodes]}


def _things(had: Incidence) -> list[tuple[str, ...]]:
    return [tuple(had.things[thing] for thing in had.things_of(node)) for node in range(len(had.nodes))]


def _ends(links: Projection) -> dict[str, Sequence[Any]]:
    names = links.incidence.nodes
    return {
        "source": [names[node] for node in links.first.tolist()],
        "target": [names[node] for node in links.second.tolist()],
    }


def _via(links: Projection) -> list[tuple[str, ...]]:
    things = links.incidence.things
    return [tuple(things[thing] for thing in via) for via in links.via()]


def _beyond_chance(links: Projection) -> dict[str, Sequence[Any]]:
    found = surprise(links)
    return {"lift": found.lift.tolist(), "p": found.p.tolist(), "q": found.q.tolist()}


def _days(via: Sequence[tuple[str, ...]], facts: Facts) -> dict[str, Sequence[Any]]:
    spans = [days(papers, facts) for papers in via]
    return {"first": [first for first, _ in spans], "last": [last for _, last in spans]}


def _together(links: Projection) -> dict[tuple[str, str], int]:
    ends = _ends(links)
    return dict(zip(zip(ends["source"], ends["target"], strict=True), links.count.tolist(), strict=True))


def _bipartite(
    kind: str,
    choice: Choice,
    facts: Facts,
    pairs: Sequence[tuple[str, str]],
    more: Mapping[str, Sequence[Any]] | None = None,
) -> Network:
    one, _, other = kind.partition("-")
    pairs = sorted(pairs)
    side = {iri: one for iri, _ in pairs} | {iri: other for _, iri in pairs}
    iris = sorted(side)
    nodes = {"iri": iris, "label": [facts.label(iri) for iri in iris], "side": [side[iri] for iri in iris]}
    ends = {"source": [iri for iri, _ in pairs], "target": [iri for _, iri in pairs]}
    return _network(kind, choice, nodes=nodes, edges=ends | dict(more or {}))
