"""vocab.py and the ontology spell the same names; nothing else spells an IRI."""

import re
from pathlib import Path

import rdflib

from papergraph import vocab
from papergraph.model import ConceptClass, ResultKind, Role
from papergraph.rdf.ontology import ontology_text

ROOT = Path(__file__).parents[1]


def spelled_in_vocab() -> set[str]:
    """Return our own IRIs that vocab.py spells."""
    names = {name: value for name, value in vars(vocab).items() if name.startswith("PG_")}
    return {value for value in names.values() if isinstance(value, str)}


def declared_in_ontology() -> set[str]:
    """Return our own IRIs that the ontology gives a type."""
    graph = rdflib.Graph().parse(data=ontology_text("papergraph"), format="turtle")
    return {str(term) for term in graph.subjects(rdflib.RDF.type, None) if str(term).startswith(vocab.PG)}


def test_every_name_in_vocab_is_declared() -> None:
    """What vocab.py spells, the ontology declares."""
    assert spelled_in_vocab() - declared_in_ontology() == set()


def test_every_declared_name_is_in_vocab() -> None:
    """What the ontology declares, vocab.py spells."""
    assert declared_in_ontology() - spelled_in_vocab() == set()


def test_each_name_has_one_constant() -> None:
    """Two constants never spell one IRI."""
    values = [value for name, value in vars(vocab).items() if name.startswith("PG_")]
    assert len(values) == len(set(values))


def test_enums_of_the_model_are_names_of_the_ontology() -> None:
    """Classes, roles and kinds of results are declared under the values of their enums."""
    names = {vocab.PG + member.value for enum in (ConceptClass, Role, ResultKind) for member in enum}
    assert names <= declared_in_ontology()


def test_prefixes_cover_vocabularies_and_data() -> None:
    """Every prefix of the contract is bound, and the data prefixes move with the base."""
    bound = vocab.prefixes("https://example.org/d/")
    fixed = {
        "pg",
        "dcterms",
        "foaf",
        "skos",
        "prov",
        "oa",
        "schema",
        "fabio",
        "mls",
        "xsd",
        "rdf",
        "rdfs",
        "owl",
        "void",
    }
    assert fixed | {"paper", "author", "concept"} <= set(bound)
    assert bound["paper"] == "https://example.org/d/paper/"
    assert bound["pg"] == vocab.PG


def test_rdf_code_spells_no_iri() -> None:
    """The modules of rdf take every IRI from vocab.py."""
    for path in sorted((ROOT / "papergraph" / "rdf").glob("*.py")):
        assert re.findall(r"https?://\w", path.read_text(encoding="utf-8")) == [], path.name
