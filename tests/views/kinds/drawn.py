"""Each kind of picture, drawn of the same rows."""

from collections.abc import Callable, Mapping

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.authors_methods import authors_methods_view
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.communities import communities_view
from papergraph.views.kinds.local import local_view
from papergraph.views.kinds.methods import methods_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.kinds.timeline import timeline_view
from papergraph.views.model import ViewModel

Draw = Callable[[NetworkRows], ViewModel]

KINDS: Mapping[str, Draw] = {
    "author": lambda rows: local_view(rows, centre="a/dee"),
    "authors-methods": authors_methods_view,
    "coauthors": coauthors_view,
    "communities": communities_view,
    "communities-of-papers": lambda rows: communities_view(rows, of="papers"),
    "method": lambda rows: local_view(rows, centre="c/guess"),
    "methods": methods_view,
    "paper": lambda rows: local_view(rows, centre="p/03"),
    "papers": papers_view,
    "timeline": lambda rows: timeline_view(rows, concept="c/guess"),
}
