"""From a graph to its pictures: rows by SPARQL, the thing that a name means, and the kind that draws them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from papergraph import vocab
from papergraph.errors import StoreError, UnknownNameError, UsageError
from papergraph.model import Decision
from papergraph.networks.choice import Choice, classes_of
from papergraph.networks.facts import facts_of
from papergraph.networks.ranks import who_should_talk
from papergraph.query import networks as rows_of
from papergraph.query.networks import NetworkRows
from papergraph.query.select import Select
from papergraph.query.things import EVERYTHING, find
from papergraph.views.kinds.authors_methods import authors_methods_view
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.communities import communities_view
from papergraph.views.kinds.drawing import LARGE, SMALL, Limits
from papergraph.views.kinds.listings import Apart
from papergraph.views.kinds.local import MOST, local_view
from papergraph.views.kinds.methods import methods_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.kinds.timeline import timeline_view
from papergraph.views.model import PAINTERS, ViewModel
from papergraph.views.view import View

LANGUAGES = ("en", "ko")
OF_ALL = ("coauthors", "methods", "papers", "authors-methods", "communities")
#: Pictures of one thing, and what it may be.
OF_ONE: Mapping[str, Sequence[str]] = {
    "paper": (vocab.PG_PAPER,),
    "author": (vocab.PG_AUTHOR,),
    "method": EVERYTHING[2:],
    "timeline": EVERYTHING[2:],
}
PICTURES = (*OF_ALL, *OF_ONE)
_TALK = 50  # pairs of people


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a picture.

    Attributes:
        via: the classes whose concepts count: methods, models, datasets, tasks, metrics.
        since: the first day of papers (ISO 8601), or None.
        until: the last day.
        min_weight: the least of a link: papers of two authors, or what the kind ranks its lines by.
        backbone: how many links are drawn at most, None for as many as read well.
        max_nodes: how many nodes, likewise.
        labels: the language of names where there is a choice: en or ko; None for the preferred name.
        depth: steps from the thing, for a picture around one: 1 or 2, None for what reads well.
        of: the network whose communities are drawn: coauthors or papers.
        painter: vis or canvas, or auto for what suits the size.
    """

    via: Sequence[str] = ("methods",)
    since: str | None = None
    until: str | None = None
    min_weight: float = 0.0
    backbone: int | None = None
    max_nodes: int | None = None
    labels: str | None = None
    depth: int | None = None
    of: str = "coauthors"
    painter: str = "auto"

    def check(self) -> None:
        """Raise when a name is unknown or a number cannot be.

        Raises:
            UnknownNameError: a class, language or painter.
            UsageError: a day or a number that cannot be.
        """
        self.choice.check()
        if self.labels not in (None, *LANGUAGES):
            raise UnknownNameError("language of labels", str(self.labels), LANGUAGES)
        if self.painter not in ("auto", *PAINTERS):
            raise UnknownNameError("painter", self.painter, ("auto", *PAINTERS))
        if not self.min_weight >= 0:  # what is no number is not, either
            raise UsageError(f"no link weighs {self.min_weight}", hint="give 0 or more")
        if self.depth not in (None, 1, 2):
            raise UsageError(f"a picture around one thing has no depth {self.depth}", hint="give 1 or 2")
        most_nodes, most_links = self._room
        for what, number, most in (("nodes", self.max_nodes, most_nodes), ("links", self.backbone, most_links)):
            if number is not None and not 1 <= number <= most:
                raise UsageError(
                    f"a page draws 1 to {most:,} {what}, not {number:,}",
                    hint="the picture 'communities' shows a larger graph whole; papergraph network writes it to a file",
                )

    @property
    def choice(self) -> Choice:
        """The choice of facts."""
        return Choice(via=tuple(self.via), since=self.since, until=self.until)

    def limits(self, *, usual: int | None = None) -> Limits:
        """Return how much to draw; ``usual`` is how many nodes of a kind read well, when that is less than fits."""
        nodes, lines = self._room
        return Limits(
            nodes=self.max_nodes or min(usual or nodes, nodes), edges=self.backbone or (lines if self._by_vis else None)
        )

    @property
    def _by_vis(self) -> bool:
        return self.painter == "vis"

    @property
    def _room(self) -> tuple[int, int]:
        return SMALL if self._by_vis else LARGE


def picture(
    kind: str,
    name: str | None = None,
    *,
    select: Select,
    base: str = vocab.BASE,
    decisions: Callable[[], Sequence[Decision]] = tuple,
    wanted: Wanted | None = None,
) -> View:
    """Return the picture ``kind``, of one thing ``name`` where it is of one.

    ``decisions`` gives why names are one node; a store error of it means that the graph does not say.

    Raises:
        UnknownNameError: another kind, class, language or painter; a name that nobody knows.
        UsageError: a name is missing or one too many, a day or number cannot be, or these days know nothing of it.
    """
    options = wanted or Wanted()
    if kind not in PICTURES:
        raise UnknownNameError("picture", kind, PICTURES)
    if kind in OF_ONE and not name:
        raise UsageError(f"the picture {kind!r} is of one thing", hint=f"papergraph view {kind} NAME")
    if kind not in OF_ONE and name is not None:
        raise UsageError(
            f"the picture {kind!r} is of the whole graph, not of {name!r}",
            hint=f"of one thing: papergraph view {'|'.join(OF_ONE)} NAME",
        )
    options.check()
    thing = find(name, select=select, base=base, among=OF_ONE[kind]) if name else None
    rows = rows_of.read(select)
    with suppress(StoreError):
        rows = replace(rows, decisions=tuple(decisions()))
    model = _of_one(kind, thing.iri, rows, options) if thing else _of_all(kind, rows, options)
    return View(model=model, painter=None if options.painter == "auto" else options.painter)


def _of_one(kind: str, iri: str, every: NetworkRows, options: Wanted) -> ViewModel:
    rows = every.within(since=options.since, until=options.until)
    if kind in ("paper", "author") and iri not in {row.iri for row in rows.papers} | {row.iri for row in rows.authors}:
        raise UsageError(f"nothing of {iri!r} is listed in these days", hint="ask without --since and --until")
    most = options.max_nodes
    if kind == "timeline":
        return timeline_view(rows, concept=iri, labels=options.labels, most=most or SMALL[0])
    return local_view(rows, centre=iri, depth=options.depth, labels=options.labels, most=most or MOST)


def _of_all(kind: str, every: NetworkRows, options: Wanted) -> ViewModel:
    rows = every.within(since=options.since, until=options.until)
    via = sorted(classes_of(options.via), key=lambda cls: cls.value)
    if kind == "coauthors":
        return coauthors_view(
            rows,
            min_weight=options.min_weight,
            limits=options.limits(),
            labels=options.labels,
            apart=_apart(every, options.choice),
        )
    if kind == "communities":
        return communities_view(
            rows,
            of=options.of,
            via=via,
            min_weight=options.min_weight,
            limits=options.limits(),
            labels=options.labels,
        )
    views = {"methods": methods_view, "papers": papers_view, "authors-methods": authors_methods_view}
    return views[kind](
        rows,
        via=via,
        min_weight=options.min_weight,
        limits=options.limits(usual=SMALL[0] if kind == "authors-methods" else None),
        labels=options.labels,
    )


def _apart(rows: NetworkRows, choice: Choice) -> list[Apart]:
    facts = facts_of(rows, choice)
    return [
        Apart(one=one, other=other, by=by, expected=expected, p=p)
        for one, other, by, expected, p in who_should_talk(facts, choice, limit=_TALK)
    ]
