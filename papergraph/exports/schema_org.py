"""Papers as schema.org JSON-LD, with the context inline: nothing is fetched to read it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from papergraph import vocab
from papergraph.exports.addresses import web_address
from papergraph.exports.keys import key_of
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Concept, Contents, Naming, Paper
from papergraph.model import Role

_CONTEXT = {
    "@vocab": vocab.SCHEMA,
    "additionalType": {"@type": "@id"},
    "url": {"@type": "@id"},
    "datePublished": {"@type": "Date"},
}
# The page that holds it may put it into a <script>, which ends at the first "</script" in a title.
_IN_A_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_NAMES = {"arxiv": "arXiv:", "doi": "doi:", "acl": "acl:"}


def together(contents: Contents) -> str:
    """Return the papers as one document with an ``@graph``."""
    return _written({"@context": _CONTEXT, "@graph": [node for _, node in _nodes(contents)]})


def apart(contents: Contents) -> dict[str, bytes]:
    """Return a document for each paper, by the name of its file."""
    return {
        f"{key_of(paper.id)}.jsonld": _written({"@context": _CONTEXT, **node}).encode()
        for paper, node in _nodes(contents)
    }


def _nodes(contents: Contents) -> Iterable[tuple[Paper, dict[str, Any]]]:
    concepts = {concept.iri: concept for concept in contents.concepts}
    namings: dict[str, list[Naming]] = {}
    for naming in contents.namings:
        namings.setdefault(naming.paper, []).append(naming)
    for paper in contents.papers:
        yield paper, _node(paper, namings.get(paper.iri, ()), concepts)


def _node(paper: Paper, namings: Iterable[Naming], concepts: Mapping[str, Concept]) -> dict[str, Any]:
    stated: list[dict[str, Any]] = []
    mentioned: list[dict[str, Any]] = []
    for naming in namings:
        if naming.concept in concepts:
            part = mentioned if naming.role is Role.MENTIONS else stated
            part.append(_term(concepts[naming.concept]))
    node = {
        "@id": paper.iri,
        "@type": "ScholarlyArticle",
        "name": one_line(paper.title),
        "alternateName": list(map(one_line, paper.also)),
        "identifier": f"{_NAMES.get(paper.id.scheme, '')}{one_line(paper.id.local)}",
        "url": web_address(paper.url),
        "author": [{"@id": p.iri, "@type": "Person", "name": one_line(p.name)} for p in paper.authors],
        "about": stated,
        "mentions": mentioned,
        # The day is the digest's own; when the paper was published is not known.
        "subjectOf": [{"@id": digest, "@type": "CreativeWork", "datePublished": day} for day, digest in paper.listed],
    }
    return {name: value for name, value in node.items() if value}


def _term(concept: Concept) -> dict[str, Any]:
    node = {
        "@id": concept.iri,
        "@type": "DefinedTerm",
        "name": one_line(concept.label),
        "alternateName": list(map(one_line, concept.also)),
        "additionalType": vocab.PG + concept.cls.value,
    }
    return {name: value for name, value in node.items() if value}


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1).translate(_IN_A_SCRIPT) + "\n"
