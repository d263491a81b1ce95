"""From a graph to its networks and their pictures: rows by SPARQL, arithmetic in ``network``, drawing in ``views``."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from papergraph.errors import UnknownNameError
from papergraph.model import ConceptClass, Role
from papergraph.query import networks as rows_of
from papergraph.query.select import Select

if TYPE_CHECKING:
    import networkx as nx

    from papergraph.views.view import View

KINDS = ("coauthors", "papers")
CLASSES = {f"{cls.value.lower()}s": cls for cls in ConceptClass}


def network(kind: str, *, select: Select, via: Sequence[str]) -> "nx.Graph[str]":
    """Return the network ``kind`` as networkx holds it; ``via`` are the classes by which papers are linked.

    Raises:
        UnknownNameError: another kind or class.
    """
    _check(kind)
    if kind == "coauthors":
        from papergraph.network.coauthors import coauthors

        return coauthors((row.author, row.paper) for row in rows_of.authorships(select))
    from papergraph.network.sharing import sharing

    classes = _classes(via)
    support = {row.iri: row.support for row in rows_of.concepts(select) if row.cls in classes}
    links = rows_of.links(select)
    stated = ((row.paper, row.concept) for row in links if row.role is not Role.MENTIONS and row.concept in support)
    return sharing(stated, support=support)


def picture(kind: str, *, select: Select, via: Sequence[str]) -> "View":
    """Return the picture of the network ``kind``; arguments and errors as :func:`network`."""
    _check(kind)
    classes = _classes(via)
    from papergraph.views.view import View

    rows = rows_of.read(select)
    if kind == "coauthors":
        from papergraph.views.coauthors import coauthors_view

        return View(coauthors_view(rows))
    from papergraph.views.papers import papers_view

    return View(papers_view(rows, via=classes))


def _check(kind: str) -> None:
    if kind not in KINDS:
        raise UnknownNameError("network", kind, KINDS)


def _classes(via: Sequence[str]) -> Collection[ConceptClass]:
    for name in via:
        if name not in CLASSES:
            raise UnknownNameError("class of concepts", name, tuple(CLASSES))
    return frozenset(CLASSES[name] for name in via)
