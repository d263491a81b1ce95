"""papergraph: digests of machine-learning papers become a knowledge graph that can be asked, drawn and trusted.

Importing this package loads nothing else: each public name is imported from its home on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from papergraph.build import build_graph, remove_days
    from papergraph.derived import derive
    from papergraph.errors import PapergraphError
    from papergraph.graph import Graph
    from papergraph.opening import open
    from papergraph.publishing import write_site

__all__ = ["Graph", "PapergraphError", "build_graph", "derive", "open", "remove_days", "write_site"]

_HOMES = {
    "Graph": "papergraph.graph",
    "PapergraphError": "papergraph.errors",
    "build_graph": "papergraph.build",
    "derive": "papergraph.derived",
    "open": "papergraph.opening",
    "remove_days": "papergraph.build",
    "write_site": "papergraph.publishing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'papergraph' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
