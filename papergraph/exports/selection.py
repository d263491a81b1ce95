"""Which papers an export is about."""

from collections.abc import Collection
from dataclasses import dataclass

from papergraph.exports.rows import Contents, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a paper must be to be exported; None asks for nothing. All but the days (ISO 8601) are IRIs.

    A paper is chosen when it names one of ``concepts``, is by one of ``authors``, is one of ``papers`` and one of
    ``answer``, and was first listed between ``since`` and ``until``, both included.
    """

    concepts: Collection[str] | None = None
    authors: Collection[str] | None = None
    papers: Collection[str] | None = None
    answer: Collection[str] | None = None
    since: str | None = None
    until: str | None = None


def chosen(contents: Contents, selection: Selection) -> frozenset[str]:
    """Return the IRIs of the papers that ``selection`` chooses. A paper without a day is on no side of one."""
    papers = {paper.iri: paper for paper in contents.papers if _fits(paper, selection)}
    if selection.concepts is None:
        return frozenset(papers)
    return frozenset(
        naming.paper for naming in contents.namings if naming.concept in selection.concepts and naming.paper in papers
    )


def _fits(paper: Paper, selection: Selection) -> bool:
    return (
        all(wanted is None or paper.iri in wanted for wanted in (selection.papers, selection.answer))
        and (selection.authors is None or any(person.iri in selection.authors for person in paper.authors))
        and (selection.since is None or (paper.date is not None and paper.date >= selection.since))
        and (selection.until is None or (paper.date is not None and paper.date <= selection.until))
    )
