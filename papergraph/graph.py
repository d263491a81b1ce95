"""What a Python user holds: a graph that can be asked, drawn, exported and checked."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from papergraph.errors import StoreError, UsageError
from papergraph.query.stats import Stats, stats
from papergraph.query.table import Answer, Table, table_from_json
from papergraph.store import answers
from papergraph.store.base import PlainRow, Store

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

    from papergraph.model import Decision
    from papergraph.network.value import Network
    from papergraph.networks.ranks import Ranking
    from papergraph.query.changes import Changes
    from papergraph.query.facts import Facts
    from papergraph.query.reasons import Why
    from papergraph.query.searching import Found
    from papergraph.query.things import Thing
    from papergraph.rdf.evidence import EvidenceReport
    from papergraph.rdf.shacl import ShapesReport
    from papergraph.views.view import View


class Graph:
    """A graph, open for reading; use it in a ``with`` statement, or call ``close``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    @property
    def base(self) -> str:
        """The base of the data IRIs."""
        return self._store.base

    def query(self, sparql: str, *, timeout: float | None = 60.0) -> Answer:
        """Return the answer of a read-only SPARQL 1.1 query over the union of all graphs, all our prefixes bound.

        Args:
            sparql: the query. Its own PREFIX lines win.
            timeout: seconds after which it is stopped; None for no limit.

        Returns:
            A :class:`Table` for SELECT, a ``bool`` for ASK, :class:`Triples` for CONSTRUCT and DESCRIBE.

        Raises:
            QueryError: the query is wrong, asks for what it may not do, or its answer is too large.
            QueryTimeoutError: it took longer.
        """
        return answers.ask(self._store, sparql, timeout=timeout)

    def answer(self, sparql: str, *, format: str | None = None, timeout: float | None = 60.0) -> bytes:
        """Return the answer of a query as :meth:`query` asks it, written in ``format`` (UTF-8, with a line end).

        Args:
            sparql: the query.
            format: ``table``, ``csv``, ``tsv``, ``json`` or ``xml`` for SELECT and ASK, ``ttl`` or ``nt`` for
                CONSTRUCT and DESCRIBE; by default ``table`` and ``ttl``.
            timeout: seconds after which it is stopped; None for no limit.

        Raises:
            UnknownNameError: the answer has no such format.
            QueryError, QueryTimeoutError: as :meth:`query` does.
        """
        return answers.written(self._store, sparql, format=format, timeout=timeout)

    def ask(
        self, question: str, /, *, limit: int | None = None, timeout: float | None = None, **parameters: object
    ) -> Table:
        """Return the answer of a named question; ``papergraph ask --list`` shows them all.

        Args:
            question: its name.
            limit: rows at most; by default what the question says, 0 for all.
            timeout: seconds after which it is stopped, for which it needs a process of its own; None for no limit.
            parameters: names (as :meth:`find` takes them), dates, numbers, classes.

        Raises:
            UnknownNameError: no such question or parameter, or a name that nobody knows; ``known`` holds near ones.
            UsageError: a parameter is missing, or its value cannot be.
            QueryTimeoutError: it took longer.
        """
        text = self.sparql_of(question, limit=limit, **parameters)
        if timeout is None:
            return table_from_json(self._store.table(text))
        answer = self.query(text, timeout=timeout)
        assert isinstance(answer, Table)
        return answer

    def sparql_of(self, question: str, /, *, limit: int | None = None, **parameters: object) -> str:
        """Return the query that :meth:`ask` runs: plain SPARQL 1.1, the parameters bound, ready for any engine.

        Raises:
            UnknownNameError, UsageError: as :meth:`ask` does.
        """
        from papergraph.query import asking, catalogue

        wanted = catalogue.question(question)
        return asking.prepared(wanted, parameters, select=self.rows, base=self.base, limit=limit)

    def rows(self, sparql: str, bindings: Mapping[str, str] | None = None) -> Sequence[PlainRow]:
        """Return the rows of a SELECT of your own as plain strings, fast: in this process and without a time limit.

        Args:
            sparql: the query; not for queries of strangers.
            bindings: IRIs by the name of the variable that they are bound to.

        Raises:
            QueryError: the query is wrong, or a binding is no IRI.
        """
        return self._store.rows(sparql, bindings)

    def find(self, name: str) -> "Thing":
        """Return the paper, author or concept that ``name`` (a name, an id, an IRI) means.

        Raises:
            UnknownNameError: nothing, or more than one thing, is meant; ``known`` holds suggestions.
        """
        from papergraph.query.things import find

        return find(name, select=self.rows, base=self.base)

    def show(self, name: str) -> "Facts":
        """Return what the graph says of one thing, each link with its sentences.

        Raises:
            UnknownNameError: as :meth:`find` does.
        """
        from papergraph.query.facts import facts_of

        with _values_as_promised():
            return facts_of(self.find(name), select=self.rows)

    def why(self, first: str, second: str) -> "Why":
        """Return why two things are linked; its ``reasons`` are empty when they are not.

        Raises:
            UnknownNameError: as :meth:`find` does.
        """
        from papergraph.query.reasons import why

        with _values_as_promised():
            return why(self.find(first), self.find(second), select=self.rows)

    def diff(self, older: "Graph") -> "Changes":
        """Return what changed from the graph ``older`` to this one.

        Raises:
            UsageError: their data IRIs have different bases.
        """
        from papergraph.query.comparison import between

        if older.base != self.base:
            raise UsageError(
                f"the two graphs name things differently: {older.base} and {self.base}",
                hint="build both with one --base",
            )
        with _values_as_promised():
            return between(older.rows, self.rows)

    def diff_days(self, after: date, until: date | None = None) -> "Changes":
        """Return what the days after ``after``, up to and including ``until`` (by default the last), added.

        Raises:
            UsageError: there is no such day.
        """
        from papergraph.query.comparison import of_days

        if until is not None and until < after:
            raise UsageError(f"{until} lies before {after}", hint=f"the earlier day comes first: {until} {after}")
        with _values_as_promised():
            return of_days(self.rows, after=after.isoformat(), until=None if until is None else until.isoformat())

    def search(self, text: str, *, kind: str | None = None, limit: int = 20) -> "tuple[Found, ...]":
        """Return what is found under the words of ``text``, the best first: names and titles before texts.

        Args:
            text: words that must all stand there, in any form; ``"in quotation marks"`` side by side, ``-word`` not.
            kind: "paper", "author", "concept" or "section"; by default any; another one is an UnknownNameError.
            limit: how many.

        Raises:
            StoreError: the store has no index, or that of another version; the next build makes it.
        """
        from papergraph.query.searching import search

        return search(text, kind=kind, limit=limit, index=self._store.search, select=self.rows)

    def decisions(self) -> "tuple[Decision, ...]":
        """Return why names became one concept or author, or several: each with its rule and papers.

        Raises:
            StoreError: the graph was opened from an RDF file, which does not say.
        """
        return self._store.decisions()

    def networkx(self, kind: str, *, via: Sequence[str] = ("methods",)) -> "nx.Graph[str]":
        """Return a network whose nodes are IRIs and whose edges carry ``weight`` and what makes them.

        Args:
            kind: ``coauthors``, ``papers`` … as for :meth:`network`.
            via: the classes whose concepts link: methods, models, datasets, tasks, metrics.

        Raises:
            UnknownNameError: another kind or class.
        """
        return self.network(kind, via=via).networkx()

    def network(
        self,
        kind: str,
        *,
        via: Sequence[str] = ("methods",),
        roles: Sequence[str] = ("introduces", "uses", "compares"),
        since: str | None = None,
        until: str | None = None,
        strongest: int | None = None,
        common: float = 0.05,
    ) -> "Network":
        """Return a network as a value: its tables of nodes and edges, for networkx, pandas and polars.

        Args:
            kind: ``coauthors``, ``papers``, ``authors``, ``methods``, or with two sorts of nodes ``paper-author``,
                ``paper-method``, ``author-method``.
            via: the classes whose concepts link: methods, models, datasets, tasks, metrics.
            roles: the roles that count: introduces, uses (evaluates on, too), compares, mentions.
            since: the first day of papers, as 2025-05-07.
            until: the last day.
            strongest: how many links of each node stay, by default all; for networks of sharing.
            common: the share of papers above which a concept is everywhere, so that its weight is damped.

        Raises:
            UnknownNameError: another kind, class or role.
            UsageError: a day or a number that cannot be.
        """
        from papergraph.networks import Choice, network

        choice = Choice(
            via=tuple(via), roles=tuple(roles), since=since, until=until, strongest=strongest, common=common
        )
        with _values_as_promised():
            return network(kind, select=self.rows, choice=choice)

    def coauthors(self, *, since: str | None = None, until: str | None = None) -> "nx.Graph[str]":
        """Return who wrote papers together: edges carry ``weight``, ``fractional``, ``papers``, ``first`` and ``last``.

        Args:
            since: the first day of papers, as 2025-05-07.
            until: the last day.

        Raises:
            UsageError: a day that cannot be.
        """
        return self.network("coauthors", since=since, until=until).networkx()

    def rank(
        self,
        what: str,
        *,
        by: str = "strength",
        network: str | None = None,
        via: Sequence[str] = ("methods",),
        roles: Sequence[str] = ("introduces", "uses", "compares"),
        since: str | None = None,
        until: str | None = None,
        strongest: int | None = None,
        limit: int | None = 20,
    ) -> "Ranking":
        """Return a table of a network, best first: ``columns``, and ``notes`` on how to read them.

        Args:
            what: ``authors``, ``papers``, ``methods``, ``communities``, ``bridges``, ``pairs`` (of methods, against
                chance) or ``talk`` (who shares rare methods and never wrote together).
            by: ``strength``, ``degree``, ``pagerank``, ``betweenness``, ``core`` or ``clustering``.
            network: ``coauthors``, ``papers``, ``authors`` or ``methods``, where there is a choice.
            via, roles, since, until, strongest: as for :meth:`network`.
            limit: how many rows, None for all.

        Raises:
            UnknownNameError: another table, measure, network, class or role.
            UsageError: a day or a number that cannot be.
        """
        from papergraph.networks import Choice
        from papergraph.networks.ranks import rank

        choice = Choice(via=tuple(via), roles=tuple(roles), since=since, until=until, strongest=strongest)
        with _values_as_promised():
            return rank(what, select=self.rows, choice=choice, by=by, network=network, limit=limit)

    def view(self, kind: str, name: str | None = None, **options: Any) -> "View":
        """Return a picture, shown by a notebook or written as a file; ``name`` is the thing of a picture of one.

        In :mod:`papergraph.networks.pictures`, ``PICTURES`` are the kinds and the fields of ``Wanted`` the options.
        """
        from papergraph.networks.pictures import Wanted, picture

        wanted = Wanted(**options)
        with _values_as_promised():
            return picture(kind, name, select=self.rows, base=self.base, decisions=self.decisions, wanted=wanted)

    def rdflib(self) -> "Dataset":
        """Return the graph as a live, read-only rdflib Dataset whose default graph is the union."""
        return self._store.rdflib()

    def export(
        self,
        path: str | os.PathLike[str],
        *,
        format: str | None = None,
        methods: Collection[str] = (),
        authors: Collection[str] = (),
        papers: Collection[str] = (),
        since: str | None = None,
        until: str | None = None,
        query: str | None = None,
        classes: Collection[str] = ("methods", "models", "datasets"),
    ) -> int:
        """Write the graph, or the papers that are chosen, whole or not at all; return the number of what is written.

        That is statements for RDF (``nq``, ``nt``, ``ttl``, ``trig``, ``jsonld``) and ``void``, which are of the whole
        graph, and papers for ``bibtex``, ``csl-json``, ``schema-org``, ``notes`` and ``neo4j``. What is said of the
        papers narrows the choice each time; within ``methods``, ``authors`` and ``papers``, one is enough.

        Args:
            path: the file, or ``-`` for standard output (then ``format`` is needed). A folder for ``notes`` and
                ``neo4j``; ``schema-org`` writes either.
            format: by default the file's suffix tells; ``.bib`` is ``bibtex``.
            methods: names of methods or other concepts that the papers name.
            authors: names of people who wrote them.
            papers: their ids, titles or IRIs.
            since: they were first listed on this day, as 2025-05-07, or later.
            until: they were first listed on this day or earlier.
            query: a SELECT whose first column holds them.
            classes: for ``notes``, the classes of concepts that have a page: methods, models, datasets, tasks, metrics.

        Raises:
            UnknownNameError: nobody knows the format, a name or a class.
            UsageError: a choice that cannot be.
            QueryError: the query is wrong, or answers with what is no paper.
            StoreError: the file or folder cannot be written, or holds what no export wrote. What was there stays.
        """
        from papergraph import exporting

        wanted = exporting.Wanted(
            methods=methods, authors=authors, papers=papers, since=since, until=until, query=query, classes=classes
        )
        with _values_as_promised():
            return exporting.export(self._store, os.fspath(path), format=format, wanted=wanted)

    def stats(self) -> Stats:
        """Return counts by class and by day, and of what lacks something."""
        return stats(self._store.rows)

    def validate(self) -> "ShapesReport":
        """Return how the graph stands to the SHACL shapes of the ontology."""
        from papergraph.rdf.shacl import validate

        return validate(self._store.quads())

    def evidence(self) -> "EvidenceReport":
        """Return whether every mention, cut out of its text, names its concept, and every link has its mention.

        Raises:
            StoreError: an offset in the graph is no number, so that nothing can be cut.
        """
        from papergraph.rdf.evidence import check_graph

        with _values_as_promised():
            return check_graph(self._store.rows)


@contextmanager
def _values_as_promised() -> Iterator[None]:
    """Say what is wrong with a graph that somebody else made: an offset that is no number, a role nobody knows."""
    try:
        yield
    except ValueError as error:
        raise StoreError(
            f"the graph holds a value that cannot be: {error}", hint="papergraph validate says where; or build it again"
        ) from error
