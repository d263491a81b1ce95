"""What a graph says of each paper, as it is held against the gold: concepts with class, labels, role; results."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from papergraph import vocab
from papergraph.evaluation.gold import GoldClass, GoldRole
from papergraph.evaluation.matching import Node, PredictedPaper, PredictedResult


class Select(Protocol):
    """Runs a SELECT of ours, with some variables bound to IRIs, and returns rows of plain strings."""

    def __call__(self, text: str, /, bindings: Mapping[str, str] = ...) -> Sequence[Sequence[str | None]]: ...


_CLASSES = {
    vocab.PG_METHOD: GoldClass.METHOD,
    vocab.PG_MODEL: GoldClass.MODEL,
    vocab.PG_DATASET: GoldClass.DATASET,
    vocab.PG_BENCHMARK: GoldClass.DATASET,
    vocab.PG_METRIC: GoldClass.METRIC,
    vocab.PG_TASK: GoldClass.TASK,
}
_ROLES = {
    vocab.PG_MENTIONS: GoldRole.MENTIONS,
    vocab.PG_USES: GoldRole.USES,
    vocab.PG_EVALUATES_ON: GoldRole.USES,
    vocab.PG_COMPARES_WITH: GoldRole.COMPARES,
    vocab.PG_INTRODUCES: GoldRole.INTRODUCES,
}
_WEAKEST_FIRST = tuple(GoldRole)
_ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}")

_TYPES = """
SELECT ?concept ?type WHERE {
  VALUES ?type { pg:Method pg:Model pg:Dataset pg:Benchmark pg:Task pg:Metric }
  ?concept a ?type .
}
"""
_PREFERRED = "SELECT ?concept ?label WHERE { ?concept skos:prefLabel ?label }"
_LABELS = "SELECT ?concept ?label WHERE { ?concept skos:prefLabel|skos:altLabel ?label }"
_LINKS = """
SELECT ?paper ?property ?concept WHERE {
  VALUES ?property { pg:mentions pg:uses pg:evaluatesOn pg:comparesWith pg:introduces }
  ?paper ?property ?concept .
}
"""
_RESULTS = """
SELECT ?paper ?result ?raw ?value ?unit WHERE {
  ?paper pg:reports ?result .
  OPTIONAL { ?result pg:rawValue ?raw }
  OPTIONAL { ?result pg:value ?value }
  OPTIONAL { ?result pg:unit ?unit }
}
"""


def predictions(select: Select) -> dict[str, PredictedPaper]:
    """Return what the graph says of every paper that has an arXiv id, by that id."""
    roles = _roles(select)
    results = _results(select)
    node = _Nodes(select)
    by_id: defaultdict[str, list[str]] = defaultdict(list)
    for paper in sorted({*roles, *results}):
        if found := _ARXIV_ID.search(paper):
            by_id[found[0]].append(paper)
    return {
        identity: PredictedPaper(
            iris=tuple(papers),
            nodes=tuple(
                node.of(concept, role)
                for concept, role in sorted({c: r for paper in papers for c, r in roles.get(paper, {}).items()}.items())
            ),
            results=tuple(result for paper in papers for result in results.get(paper, ())),
        )
        for identity, papers in by_id.items()
    }


class _Nodes:
    """What the graph says of its concepts, whatever paper they are in."""

    def __init__(self, select: Select) -> None:
        self._classes: defaultdict[str, set[GoldClass]] = defaultdict(set)
        self._labels: defaultdict[str, set[str]] = defaultdict(set)
        for concept, rdf_type in select(_TYPES):
            self._classes[concept or ""].add(_CLASSES[rdf_type or ""])
        for concept, label in select(_LABELS):
            self._labels[concept or ""].add(label or "")
        self._preferred = {concept or "": label or "" for concept, label in select(_PREFERRED)}

    def of(self, concept: str, role: GoldRole) -> Node:
        """Return the node of a concept that a paper has in that role."""
        return Node(
            iri=concept,
            name=self._preferred.get(concept, concept),
            labels=frozenset(self._labels.get(concept, ())),
            classes=frozenset(self._classes.get(concept, ())),
            role=role,
        )


def _roles(select: Select) -> dict[str, dict[str, GoldRole]]:
    """Return the strongest role of each concept of each paper."""
    found: defaultdict[str, dict[str, GoldRole]] = defaultdict(dict)
    for paper, link, concept in select(_LINKS):
        role = _ROLES[link or ""]
        of_paper = found[paper or ""]
        known = of_paper.get(concept or "", role)
        of_paper[concept or ""] = max(known, role, key=_WEAKEST_FIRST.index)
    return found


def _results(select: Select) -> dict[str, list[PredictedResult]]:
    found: defaultdict[str, dict[str, PredictedResult]] = defaultdict(dict)
    for paper, iri, raw, value, unit in sorted(select(_RESULTS), key=lambda row: [cell or "" for cell in row]):
        found[paper or ""][iri or ""] = PredictedResult(iri=iri or "", raw=raw, value=value, unit=unit)
    return {paper: list(results.values()) for paper, results in found.items()}
