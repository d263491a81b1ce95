"""A graph held against its shapes. Nothing is fetched and nothing inferred: what is written is what is checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyshacl import validate as run_pyshacl
from rdflib import RDF, BNode, Dataset, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from papergraph import vocab
from papergraph.rdf.decode import decode
from papergraph.rdf.ontology import ontology_text

_RESULT: Final = URIRef(vocab.SHACL + "ValidationResult")
_FOCUS: Final = URIRef(vocab.SHACL + "focusNode")
_PATH: Final = URIRef(vocab.SHACL + "resultPath")
_MESSAGE: Final = URIRef(vocab.SHACL + "resultMessage")
_SEVERITY: Final = URIRef(vocab.SHACL + "resultSeverity")
_VALUE: Final = URIRef(vocab.SHACL + "value")
_INVERSE: Final = URIRef(vocab.SHACL + "inversePath")
_ALTERNATIVE: Final = URIRef(vocab.SHACL + "alternativePath")


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One place where a graph is not as its shapes say."""

    focus: str  # the node at fault: an IRI (or, where a node has none, its label in the file)
    path: str | None  # the IRI of a property, or a SPARQL path over ``<IRI>``s; None when the node itself is at fault
    message: str
    severity: str  # "Violation", "Warning" or "Info"
    value: str | None  # the value at fault, when there is one


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapesReport:
    """What SHACL says of a graph. ``violations`` are sorted and each stands once."""

    conforms: bool
    violations: tuple[Violation, ...]

    @property
    def ok(self) -> bool:
        """Whether the graph conforms."""
        return self.conforms

    def lines(self) -> list[str]:
        """Return the report for people: a summary, then each violation on a line."""
        if self.conforms:
            return ["the graph conforms to its shapes"]
        found = len(self.violations)
        return [
            f"the graph does not conform to its shapes: {found} violation{'' if found == 1 else 's'}",
            *(f"<{each.focus}>: {each.message}{_shown(each.value)}" for each in self.violations),
        ]


def validate(data: str | Iterable[str] | Dataset, *, shapes: str | None = None) -> ShapesReport:
    """Return how the union of all graphs of ``data`` stands to ``shapes``.

    ``data`` is N-Quads, as one text or as lines, or a dataset of rdflib; it is not changed. ``shapes`` is Turtle: the
    package's own shapes when None.

    Raises:
        InputError: when a line is no quad.
    """
    shapes_graph = Graph().parse(data=ontology_text("shapes") if shapes is None else shapes, format="turtle")
    conforms, report, _text = run_pyshacl(
        _union(data),
        shacl_graph=shapes_graph,
        inference="none",
        inplace=True,
        do_owl_imports=False,
        meta_shacl=False,
        advanced=False,
    )
    if not isinstance(report, Graph):
        raise TypeError(f"the validator gave back {report!r} and no report")
    violations = {_violation(report, result) for result in report.subjects(RDF.type, _RESULT)}
    return ShapesReport(
        conforms=conforms, violations=tuple(sorted(violations, key=lambda each: tuple(map(str, _fields(each)))))
    )


def _shown(value: str | None) -> str:
    return "" if value is None else f" (here: {value})"


def _fields(violation: Violation) -> tuple[str | None, ...]:
    return violation.focus, violation.path, violation.message, violation.severity, violation.value


def _union(data: str | Iterable[str] | Dataset) -> Graph:
    # Shapes reach across graphs (a listing's paper is typed in another one), and pyshacl treats the graphs of a dataset
    # one by one.
    if not isinstance(data, Dataset):
        return decode(data.split("\n") if isinstance(data, str) else data)
    union = Graph()
    union.addN((subject, predicate, value, union) for subject, predicate, value, _graph in data.quads())
    return union


def _violation(report: Graph, result: Node) -> Violation:
    focus, path = report.value(result, _FOCUS), report.value(result, _PATH)
    severity, value = report.value(result, _SEVERITY), report.value(result, _VALUE)
    return Violation(
        focus=str(focus),
        path=None if path is None else _path(report, path, top=True),
        message="; ".join(sorted(str(message) for message in report.objects(result, _MESSAGE))),
        severity=str(severity).removeprefix(vocab.SHACL),
        value=None if value is None else str(value),
    )


def _path(report: Graph, path: Node, *, top: bool = False) -> str:
    if not isinstance(path, BNode):
        return str(path) if top else f"<{path}>"
    if (inverse := report.value(path, _INVERSE)) is not None:
        return f"^{_path(report, inverse)}"
    if (alternatives := report.value(path, _ALTERNATIVE)) is not None:
        return f"({'|'.join(_path(report, step) for step in Collection(report, alternatives))})"
    return "/".join(_path(report, step) for step in Collection(report, path))
