"""From a graph to its networks and their pictures: rows by SPARQL, arithmetic in ``network``, drawing in ``views``."""

from typing import TYPE_CHECKING

from papergraph.errors import UnknownNameError
from papergraph.networks.choice import CLASSES, KINDS, ROLES, Choice
from papergraph.query.select import Select

if TYPE_CHECKING:
    from papergraph.network.value import Network

__all__ = ["CLASSES", "KINDS", "ROLES", "Choice", "network"]


def network(kind: str, *, select: Select, choice: Choice | None = None) -> "Network":
    """Return the network ``kind`` as a value.

    Raises:
        UnknownNameError: another kind, class or role.
    """
    if kind not in KINDS:
        raise UnknownNameError("network", kind, KINDS)
    chosen = choice or Choice()
    chosen.check()
    from papergraph.networks.assembly import NETWORKS
    from papergraph.networks.facts import read

    return NETWORKS[kind](read(select, chosen), chosen)
