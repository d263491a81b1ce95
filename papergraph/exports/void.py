"""What a graph holds, in the vocabulary for that (VoID): counts, vocabularies, parts, examples, links to other data."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from papergraph import vocab
from papergraph.exports.addresses import web_address
from papergraph.query.select import Select
from papergraph.rdf.nquads import iri_term, string

_BY_PROPERTY = "SELECT ?property (COUNT(*) AS ?count) WHERE { ?thing ?property ?value } GROUP BY ?property"
_BY_CLASS = "SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing a ?class } GROUP BY ?class"
_SUBJECTS = "SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing ?property ?value }"
_OBJECTS = "SELECT (COUNT(DISTINCT ?value) AS ?count) WHERE { ?thing ?property ?value }"
_ENTITIES = """
SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE {
  ?thing a ?class FILTER (STRSTARTS(STR(?class), STR(pg:)) && !STRSTARTS(STR(?thing), STR(pg:)))
}"""
_EXAMPLES = (
    "SELECT (MIN(?thing) AS ?first) WHERE { ?thing a pg:Paper }",
    "SELECT (MIN(?thing) AS ?first) WHERE { ?thing a pg:Author }",
    "SELECT (MIN(?thing) AS ?first) WHERE { ?thing a pg:Concept }",
    "SELECT (MIN(?thing) AS ?first) WHERE { ?thing a pg:Digest }",
)
_LANDINGS = "SELECT ?page WHERE { ?paper a pg:Paper ; rdfs:seeAlso ?page }"
_ALIGNMENTS = """
SELECT ?thing ?property ?other WHERE {
  VALUES ?property { rdfs:subClassOf rdfs:subPropertyOf skos:closeMatch skos:narrowMatch skos:exactMatch }
  ?thing ?property ?other FILTER (STRSTARTS(STR(?thing), STR(pg:)) && !STRSTARTS(STR(?other), STR(pg:)))
}"""
_USED = ("dcterms", "void")


def void(select: Select, *, base: str) -> tuple[str, int]:
    """Return the description of the graph as Turtle without blank nodes, and how many statements it makes."""
    describing = _Description(base)
    whole = describing.iri("")
    properties = _counted(select(_BY_PROPERTY))
    classes = _counted(select(_BY_CLASS))
    describing.add(whole, "a", "void:Dataset")
    describing.add(whole, "dcterms:title", string("papergraph: papers, what they say, and who wrote them"))
    describing.add(whole, "void:uriSpace", string(base))
    describing.count(whole, "void:triples", sum(properties.values()))
    describing.count(whole, "void:entities", _number(select(_ENTITIES)))
    describing.count(whole, "void:distinctSubjects", _number(select(_SUBJECTS)))
    describing.count(whole, "void:distinctObjects", _number(select(_OBJECTS)))
    describing.count(whole, "void:properties", len(properties))
    describing.count(whole, "void:classes", len(classes))
    describing.count(whole, "void:documents", classes.get(vocab.PG_DIGEST, 0))
    for namespace in sorted({found for found in map(_namespace, (*properties, *classes)) if found}):
        describing.add(whole, "void:vocabulary", iri_term(namespace))
    for question in _EXAMPLES:
        for (example,) in select(question):
            if example:
                describing.add(whole, "void:exampleResource", iri_term(example))
    describing.parts(whole, "class", "void:entities", classes)
    describing.parts(whole, "property", "void:triples", properties)
    for (target, property), count in sorted(_links(select).items()):
        describing.linkset(whole, target, property, count)
    return describing.turtle(), describing.statements


class _Description:
    """Statements gathered by subject, in the order in which they are made."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._lines: dict[str, list[str]] = {}

    @property
    def statements(self) -> int:
        return sum(map(len, self._lines.values()))

    def iri(self, path: str) -> str:
        return iri_term(f"{self._base}void{path}")

    def add(self, subject: str, predicate: str, value: str) -> None:
        self._lines.setdefault(subject, []).append(f"{predicate} {value}")

    def count(self, subject: str, predicate: str, count: int) -> None:
        self.add(subject, predicate, str(count))

    def parts(self, whole: str, kind: str, counted: str, found: dict[str, int]) -> None:
        for name, count in sorted(found.items()):
            part = self.iri(f"/{kind}/{_local(name)}")
            self.add(whole, f"void:{kind}Partition", part)
            self.add(part, f"void:{kind}", iri_term(name))
            self.count(part, counted, count)

    def linkset(self, whole: str, target: str, property: str, count: int) -> None:
        links = self.iri(f"/links/{_local(property)}/{_digits(target)}")
        self.add(whole, "void:subset", links)
        self.add(links, "a", "void:Linkset")
        self.add(links, "void:subjectsTarget", whole)
        self.add(links, "void:objectsTarget", iri_term(target))
        self.add(links, "void:linkPredicate", iri_term(property))
        self.count(links, "void:triples", count)

    def turtle(self) -> str:
        prefixes = vocab.prefixes()
        head = "".join(f"@prefix {name}: {iri_term(prefixes[name])} .\n" for name in _USED)
        end_of_line = " ;\n    "
        return head + "".join(f"\n{subject} {end_of_line.join(lines)} .\n" for subject, lines in self._lines.items())


def _links(select: Select) -> Counter[tuple[str, str]]:
    links: Counter[tuple[str, str]] = Counter()
    for _, property, other in select(_ALIGNMENTS):
        if (namespace := _namespace(str(other))) is not None:
            links[namespace, str(property)] += 1
    for (page,) in select(_LANDINGS):
        if (address := web_address(page)) is not None:
            parts = urlsplit(address)
            links[f"{parts.scheme}://{parts.netloc}/", vocab.RDFS_SEE_ALSO] += 1
    return links


def _counted(rows: Iterable[Iterable[str | None]]) -> dict[str, int]:
    return {str(name): int(count or 0) for name, count in rows if name is not None}


def _number(rows: Iterable[Iterable[str | None]]) -> int:
    return next((int(count or 0) for (count,) in rows), 0)


def _namespaces() -> Iterator[tuple[str, str]]:
    return ((name, iri) for name, iri in vocab.prefixes().items() if name not in vocab.DATA_FOLDERS)


def _namespace(iri: str) -> str | None:
    return next((namespace for _, namespace in _namespaces() if iri.startswith(namespace)), None)


def _local(iri: str) -> str:
    """Return what a part is called after: ``pg-Paper``, or digits for a name of a vocabulary that is not ours."""
    for name, namespace in _namespaces():
        local = iri.removeprefix(namespace)
        if local != iri and local.isascii() and local.isalnum():
            return f"{name}-{local}"
    return _digits(iri)


def _digits(iri: str) -> str:
    return hashlib.sha256(iri.encode()).hexdigest()[:12]
