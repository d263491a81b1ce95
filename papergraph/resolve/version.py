"""The version of the resolver: what another one resolved is resolved again, without being read again."""

from pathlib import Path

from papergraph import iri, names
from papergraph.versions import version_of


def resolver_version() -> str:
    """Return the version of the rules by which names become nodes."""
    return version_of([*Path(__file__).parent.glob("*.py"), Path(names.__file__), Path(iri.__file__)])
