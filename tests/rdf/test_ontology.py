"""The ontology's files say what they should, and no more."""

import pytest
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef

from papergraph import vocab
from papergraph.errors import UnknownNameError
from papergraph.rdf.ontology import NAMES, ontology_text, ontology_triples

PG = Namespace(vocab.PG)
FABIO = Namespace(vocab.FABIO)
MLS = Namespace(vocab.MLS)
SCHEMA = Namespace(vocab.SCHEMA)
SKOS = Namespace(vocab.SKOS)
FIVE = (PG.Method, PG.Model, PG.Dataset, PG.Task, PG.Metric)

ALIGNMENTS = {
    (PG.Paper, RDFS.subClassOf, SCHEMA.ScholarlyArticle),
    (PG.Paper, SKOS.narrowMatch, FABIO.Preprint),
    (PG.Method, SKOS.closeMatch, MLS.Algorithm),
    (PG.Model, SKOS.closeMatch, MLS.Model),
    (PG.Dataset, RDFS.subClassOf, SCHEMA.Dataset),
    (PG.Dataset, SKOS.closeMatch, MLS.Dataset),
    (PG.Task, SKOS.closeMatch, MLS.Task),
    (PG.Metric, SKOS.closeMatch, MLS.EvaluationMeasure),
    (PG.Result, SKOS.closeMatch, MLS.ModelEvaluation),
    (PG.metric, SKOS.closeMatch, MLS.specifiedBy),
    (PG.value, SKOS.closeMatch, MLS.hasValue),
    (PG.Mention, RDFS.subClassOf, URIRef(vocab.OA + "Annotation")),
    (PG.Mention, RDFS.subClassOf, URIRef(vocab.PROV + "Entity")),
    (PG.Listing, RDFS.subClassOf, URIRef(vocab.PROV + "Entity")),
}


def load(name: str) -> Graph:
    """Return one of the ontology's files as a graph."""
    return Graph().parse(data=ontology_text(name), format="turtle")


def own_terms(graph: Graph) -> set[URIRef]:
    """Return our own IRIs that stand anywhere in ``graph``."""
    return {node for triple in graph for node in triple if isinstance(node, URIRef) and str(node).startswith(vocab.PG)}


def declared() -> set[URIRef]:
    """Return our own IRIs that the core declares."""
    return {term for term in load("papergraph").subjects(RDF.type, None) if str(term).startswith(vocab.PG)}  # type: ignore[misc]


@pytest.mark.parametrize("name", NAMES)
def test_no_undeclared_term(name: str) -> None:
    """No file uses a name of ours that the core does not declare."""
    assert own_terms(load(name)) - declared() == set()


@pytest.mark.parametrize("name", ["papergraph", "alignments"])
def test_what_goes_into_a_graph_has_no_blank_node(name: str) -> None:
    """The two files that are written into every graph need no blank node."""
    assert [node for triple in load(name) for node in triple if isinstance(node, BNode)] == []


def test_every_term_is_explained_in_two_languages() -> None:
    """Each name has exactly one label and one comment in English and in Korean."""
    core = load("papergraph")
    for term in declared():
        for annotation in (RDFS.label, RDFS.comment):
            languages = [text.language for text in core.objects(term, annotation) if isinstance(text, Literal)]
            assert sorted(map(str, languages)) == ["en", "ko"], (term, annotation)


def test_five_classes_are_disjoint() -> None:
    """Each two of the five classes are declared disjoint, once."""
    core = load("papergraph")
    pairs = {frozenset((one, other)) for one, other in core.subject_objects(OWL.disjointWith)}
    assert pairs == {frozenset((one, other)) for one in FIVE for other in FIVE if one != other}


def test_hierarchy_of_the_contract() -> None:
    """The superclasses are those of the contract; none of them is foreign but the two that the data writes."""
    core = load("papergraph")
    expected = {(cls, PG.Concept) for cls in FIVE}
    expected |= {
        (PG.Benchmark, PG.Dataset),
        (PG.Author, URIRef(vocab.FOAF_PERSON)),
        (PG.Concept, URIRef(vocab.SKOS_CONCEPT)),
    }
    assert set(core.subject_objects(RDFS.subClassOf)) == expected


def test_header() -> None:
    """The core says its version and its licence, and imports nothing."""
    core = load("papergraph")
    (ontology,) = core.subjects(RDF.type, OWL.Ontology)
    assert str(ontology) == vocab.PG.rstrip("#")
    assert str(core.value(ontology, OWL.versionIRI)).startswith(f"{ontology}/")
    assert core.value(ontology, URIRef(vocab.DCTERMS + "license")) is not None
    assert list(core.triples((None, OWL.imports, None))) == []


def test_every_property_is_of_one_kind() -> None:
    """In OWL 2 DL a property is an object, a datatype or an annotation property, never two of these."""
    core = load("papergraph") + load("alignments")
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Class)
    for term in set(core.subjects(RDF.type, None)):
        assert len({kind for kind in kinds if (term, RDF.type, kind) in core}) <= 1, term


def test_every_class_and_property_of_others_is_declared() -> None:
    """In OWL 2 DL what stands in an axiom is declared in the file, foreign names included."""
    for name in ("papergraph", "alignments"):
        graph = load(name)
        known = set(graph.subjects(RDF.type, None)) | declared()
        for axiom in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, OWL.disjointWith, OWL.propertyDisjointWith):
            assert set(graph.objects(None, axiom)) <= known, (name, axiom)


def test_alignments_are_those_of_the_contract() -> None:
    """The alignments say what the contract says, and beside that only declare and describe."""
    graph = load("alignments")
    axioms = {triple for triple in graph if str(triple[0]).startswith(vocab.PG)}
    assert axioms == ALIGNMENTS
    rest = {predicate for subject, predicate, _ in graph if not str(subject).startswith(vocab.PG)}
    header = {OWL.versionIRI, OWL.versionInfo, RDFS.seeAlso}
    header |= {URIRef(vocab.DCTERMS + name) for name in ("title", "license")}
    assert rest == {RDF.type} | header


def test_nothing_is_the_same_as_something_else() -> None:
    """No file claims an identity, which would pull foreign restrictions in."""
    for name in NAMES:
        graph = load(name)
        assert not {OWL.sameAs, OWL.equivalentClass, OWL.equivalentProperty} & set(graph.predicates())


def test_triples_are_sorted_and_whole() -> None:
    """The triples for a graph are those of core and alignments, each once, in order."""
    triples = ontology_triples()
    assert triples == sorted(set(triples))
    assert len(triples) == len(load("papergraph") + load("alignments"))


def test_unknown_file() -> None:
    """A name that is none of the three raises with those there are."""
    with pytest.raises(UnknownNameError, match="nothing") as caught:
        ontology_text("nothing")
    assert caught.value.known == NAMES
