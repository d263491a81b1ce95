"""Mentions → concepts, names → authors: what the listings of all days name becomes one node per thing.

:class:`Resolver` sees all days before it decides anything, so the result depends on the set of days and on nothing
else; it looks at each day once and keeps none, so that days may come from a disk.
"""

from collections.abc import Iterable, Sequence

from papergraph.model import Alias, Day, Resolution
from papergraph.resolve.authors import AuthorResolver
from papergraph.resolve.concepts import ConceptResolver
from papergraph.resolve.papers import PaperResolver

__all__ = ["Resolver", "run"]


class Resolver:
    """Gathers the days, in any order, each once; :meth:`finish` decides what is one node.

    ``aliases`` is what the user says of names; it is applied last and wins.
    """

    def __init__(self, aliases: Sequence[Alias] = ()) -> None:
        self._concepts = ConceptResolver(aliases)
        self._authors = AuthorResolver(aliases)
        self._papers = PaperResolver()

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        self._concepts.add(day)
        self._authors.add(day)
        self._papers.add(day)

    def finish(self) -> Resolution:
        """Resolve everything that holds across the days.

        Raises:
            InputError: an alias names what nobody names, or contradicts another.
        """
        known = self._concepts.finish()
        people = self._authors.finish()
        return Resolution(
            papers=self._papers.finish(authors_of=people.authors_of, concept_of=known.concept_of),
            authors=people.authors,
            concepts=known.concepts,
            concept_of=known.concept_of,
            decisions=(*known.decisions, *people.decisions),
        )


def run(days: Iterable[Day], *, aliases: Sequence[Alias] = ()) -> Resolution:
    """Resolve everything that holds across ``days``; see :class:`Resolver`."""
    resolver = Resolver(aliases)
    for day in days:
        resolver.add(day)
    return resolver.finish()
