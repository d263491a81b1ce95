"""Mentions → concepts, names → authors: what the listings of all days name becomes one node per thing.

``run`` is the step's entry. It sees all days at once, so the result depends on the set of days and on nothing else.
"""

from collections.abc import Iterable

from papergraph.model import Day, DayId, Resolution
from papergraph.resolve.authors import resolve_authors
from papergraph.resolve.concepts import resolve_concepts
from papergraph.resolve.papers import resolve_papers

__all__ = ["run"]


def run(days: Iterable[Day]) -> Resolution:
    """Resolve everything that holds across ``days``.

    Each day may stand once.
    """
    ordered = sorted(days, key=lambda day: day.digest.id)
    authors, author_of = resolve_authors(ordered)
    concepts, concept_of = resolve_concepts(ordered)
    return Resolution(
        papers=resolve_papers(ordered, author_of=author_of, concept_of=concept_of),
        authors=authors,
        concepts=concepts,
        concept_of=_by_day(ordered, concept_of),
    )


def _by_day(
    days: list[Day], concept_of: dict[tuple[int, int], tuple[str, ...]]
) -> dict[DayId, tuple[tuple[str, ...], ...]]:
    return {
        day.digest.id: tuple(concept_of[d, listing] for listing in range(len(day.readings)))
        for d, day in enumerate(days)
    }
