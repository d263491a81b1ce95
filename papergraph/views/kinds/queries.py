"""SPARQL for what the panel tells of a node and of a line, to be copied and asked anywhere.

The line ``#values`` stands for a VALUES clause: of ``?node``, or of ``?one`` and ``?other``.
"""

from dataclasses import dataclass
from functools import cache

from papergraph.vocab import prefixes


@dataclass(frozen=True, slots=True, kw_only=True)
class Queries:
    """The two queries of a picture; the second is empty where no query finds what makes a line."""

    node: str
    edge: str


_OF_PERSON = """\
SELECT DISTINCT ?paper ?title ?date WHERE {
  #values
  ?paper dcterms:creator ?node ; dcterms:title ?title .
  OPTIONAL { ?paper dcterms:date ?date }
}
ORDER BY DESC(?date) ?paper
"""
_OF_PAPER = """\
SELECT DISTINCT ?concept ?label ?role WHERE {
  #values
  VALUES ?role { pg:introduces pg:comparesWith pg:evaluatesOn pg:uses pg:mentions }
  ?node ?role ?concept .
  ?concept skos:prefLabel ?label .
}
ORDER BY ?label ?role
"""
_OF_CONCEPT = """\
SELECT DISTINCT ?paper ?title ?date ?role WHERE {
  #values
  VALUES ?role { pg:introduces pg:comparesWith pg:evaluatesOn pg:uses pg:mentions }
  ?paper ?role ?node ; dcterms:title ?title .
  OPTIONAL { ?paper dcterms:date ?date }
}
ORDER BY ?date ?paper ?role
"""
_OF_ANYTHING = """\
SELECT DISTINCT ?property ?value WHERE {
  #values
  { ?node ?property ?value }
  UNION { ?value dcterms:creator ?node . BIND(dcterms:creator AS ?property) }
  UNION { ?value pg:mentions ?node . BIND(pg:mentions AS ?property) }
}
ORDER BY ?property ?value
"""
_WROTE_BOTH = """\
SELECT DISTINCT ?paper ?title ?date WHERE {
  #values
  ?paper dcterms:creator ?one, ?other ; dcterms:title ?title .
  OPTIONAL { ?paper dcterms:date ?date }
}
ORDER BY DESC(?date) ?paper
"""
_SHARED = """\
SELECT DISTINCT ?concept ?label ?role ?otherRole WHERE {
  #values
  VALUES ?role { pg:introduces pg:comparesWith pg:evaluatesOn pg:uses pg:mentions }
  VALUES ?otherRole { pg:introduces pg:comparesWith pg:evaluatesOn pg:uses pg:mentions }
  ?one ?role ?concept .
  ?other ?otherRole ?concept .
  ?concept skos:prefLabel ?label .
}
ORDER BY ?label ?role ?otherRole
"""
_IN_BOTH = """\
SELECT DISTINCT ?paper ?title ?date WHERE {
  #values
  ?paper pg:introduces|pg:comparesWith|pg:evaluatesOn|pg:uses ?one ;
         pg:introduces|pg:comparesWith|pg:evaluatesOn|pg:uses ?other ; dcterms:title ?title .
  OPTIONAL { ?paper dcterms:date ?date }
}
ORDER BY DESC(?date) ?paper
"""
_BETWEEN = """\
SELECT DISTINCT ?paper ?title WHERE {
  #values
  ?paper dcterms:title ?title .
  { ?paper dcterms:creator ?one ; pg:mentions ?other }
  UNION { ?paper dcterms:creator ?other ; pg:mentions ?one }
  UNION { ?other dcterms:creator|pg:mentions ?one . BIND(?other AS ?paper) }
  UNION { ?one dcterms:creator|pg:mentions ?other . BIND(?one AS ?paper) }
}
ORDER BY ?paper
"""


@cache
def queries(nodes: str, edges: str) -> Queries:
    """Return the queries of a picture whose nodes are a "person", "paper", "concept" or "anything".

    ``edges`` are people who "wrote" together, papers that "share" concepts, concepts that "meet" in papers, links
    "between" things of different kinds, or "none" that a graph states.
    """
    node = {"person": _OF_PERSON, "paper": _OF_PAPER, "concept": _OF_CONCEPT, "anything": _OF_ANYTHING}[nodes]
    edge = {"wrote": _WROTE_BOTH, "share": _SHARED, "meet": _IN_BOTH, "between": _BETWEEN, "none": ""}[edges]
    return Queries(node=_with_prefixes(node), edge=_with_prefixes(edge))


def _with_prefixes(query: str) -> str:
    used = [f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items() if f"{name}:" in query]
    return "".join(used) + query
