"""The version of the encoder: what another one wrote is written again."""

from pathlib import Path

from papergraph import iri, particles, vocab, words
from papergraph.rdf import derived, encode, nquads, ontology
from papergraph.versions import version_of


def encoder_version() -> str:
    """Return the version of the triples that are made of records, the ontology among them, and of their index."""
    code = [Path(str(module.__file__)) for module in (encode, derived, nquads, iri, vocab, words, particles)]
    return version_of(code, more=map(ontology.ontology_text, ontology.NAMES))
