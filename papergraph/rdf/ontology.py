"""The ontology's three files: their text, and the triples of those that go into a graph."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from papergraph.errors import UnknownNameError
from papergraph.rdf import nquads

#: The files there are, without ``.ttl``. The shapes describe graphs and are not part of one.
NAMES: Final = ("papergraph", "alignments", "shapes")
_IN_THE_GRAPH: Final = ("papergraph", "alignments")


def ontology_text(name: str) -> str:
    """Return the Turtle text of one of the ontology's files: ``papergraph``, ``alignments`` or ``shapes``.

    Raises:
        UnknownNameError: for any other name.
    """
    if name not in NAMES:
        raise UnknownNameError("ontology file", name, NAMES)
    installed = files("papergraph").joinpath("ontology", f"{name}.ttl")
    if installed.is_file():
        return installed.read_text(encoding="utf-8")
    # In a checkout the folder stands beside the package; only the wheel carries it inside.
    return (Path(__file__).parents[2] / "ontology" / f"{name}.ttl").read_text(encoding="utf-8")


def ontology_triples() -> list[tuple[str, str, str]]:
    """Return the triples of the ontology and of its alignments as N-Quads terms, sorted, each once.

    Raises:
        ValueError: when a file holds a blank node: the graph promises that there is none.
    """
    import rdflib  # only here: a build writes the ontology once, and loading rdflib costs more than all the rest of it

    graph = rdflib.Graph()
    for name in _IN_THE_GRAPH:
        graph.parse(data=ontology_text(name), format="turtle")
    return sorted({(_term(subject), _term(predicate), _term(value)) for subject, predicate, value in graph})


def _term(node: object) -> str:
    from rdflib import Literal, URIRef

    if isinstance(node, URIRef):
        return nquads.iri_term(str(node))
    if not isinstance(node, Literal):
        raise ValueError(f"the ontology holds {node!r}, which is neither an IRI nor a literal")
    if node.language:
        return nquads.language_string(str(node), node.language.lower())
    if node.datatype:
        return nquads.typed(str(node), str(node.datatype))
    return nquads.string(str(node))
