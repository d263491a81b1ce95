"""Mentions → concepts, names → authors: what the listings of all days name becomes one node per thing.

``run`` is the step's entry. It sees all days before it decides anything, so the result depends on the set of days and
on nothing else; it looks at each day once and keeps none, so that days may come from a disk.
"""

from collections.abc import Iterable, Sequence

from papergraph.model import Alias, Day, Resolution
from papergraph.resolve.authors import AuthorResolver
from papergraph.resolve.concepts import ConceptResolver
from papergraph.resolve.papers import PaperResolver

__all__ = ["run"]


def run(days: Iterable[Day], *, aliases: Sequence[Alias] = ()) -> Resolution:
    """Resolve everything that holds across ``days``, which come in any order, each once.

    Args:
        days: what was read.
        aliases: what the user says of names; it is applied last and wins.

    Raises:
        InputError: an alias names what nobody names, or contradicts another.
    """
    concepts, authors, papers = ConceptResolver(aliases), AuthorResolver(aliases), PaperResolver()
    for day in days:
        concepts.add(day)
        authors.add(day)
        papers.add(day)
    known = concepts.finish()
    people = authors.finish()
    return Resolution(
        papers=papers.finish(authors_of=people.authors_of, concept_of=known.concept_of),
        authors=people.authors,
        concepts=known.concepts,
        concept_of=known.concept_of,
        decisions=(*known.decisions, *people.decisions),
    )
