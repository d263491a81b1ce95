"""From a graph to its networks and their pictures: rows by SPARQL, arithmetic in ``network``, drawing in ``views``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from papergraph.errors import UnknownNameError
from papergraph.networks.choice import CLASSES, KINDS, ROLES, Choice, classes_of
from papergraph.query.select import Select

if TYPE_CHECKING:
    from papergraph.network.value import Network
    from papergraph.views.view import View

__all__ = ["CLASSES", "KINDS", "PICTURES", "ROLES", "Choice", "network", "picture"]

PICTURES = ("coauthors", "papers")


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


def picture(kind: str, *, select: Select, via: Sequence[str]) -> "View":
    """Return the picture of the network ``kind``; ``via`` are the classes by which papers are linked.

    Raises:
        UnknownNameError: another kind or class.
    """
    if kind not in PICTURES:
        raise UnknownNameError("picture of a network", kind, PICTURES)
    classes = classes_of(via)
    from papergraph.query import networks as rows_of
    from papergraph.views.view import View

    rows = rows_of.read(select)
    if kind == "coauthors":
        from papergraph.views.kinds.coauthors import coauthors_view

        return View(coauthors_view(rows))
    from papergraph.views.kinds.papers import papers_view

    return View(papers_view(rows, via=classes))
