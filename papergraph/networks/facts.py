"""What of a graph a network is made of: papers in the window, who wrote them, the concepts that count."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from papergraph.model import Role
from papergraph.network.projection import Incidence, incidence
from papergraph.network.sharing import common_above
from papergraph.networks.choice import ROLES, Choice, classes_of
from papergraph.query import networks as rows_of
from papergraph.query.networks import ConceptRow, NetworkRows, PaperRow
from papergraph.query.select import Select


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts that count, by IRI. Pairs are sorted.

    ``titles``, ``names`` and ``labels`` tell what to show; ``dates`` the first day of each paper; ``limit`` above how
    many papers a concept is everywhere.
    """

    papers: Mapping[str, PaperRow]
    names: Mapping[str, str]
    concepts: Mapping[str, ConceptRow]
    wrote: tuple[tuple[str, str], ...]  # (author, paper)
    ever: tuple[tuple[str, str], ...]  # the same of all papers, whenever listed
    about: Mapping[tuple[str, str], Role]  # (paper, concept)
    limit: float

    def authorship(self) -> Incidence:
        """Return which author wrote which paper."""
        return incidence(self.wrote)

    def authorship_ever(self) -> Incidence:
        """Return which of these authors wrote which paper of the whole graph."""
        there = {author for author, _ in self.wrote}
        return incidence(pair for pair in self.ever if pair[0] in there)

    def concepts_of_papers(self) -> Incidence:
        """Return which paper has which concept; papers without any are there too."""
        return incidence(self.about, nodes=self.papers)

    def concepts_of_authors(self) -> Incidence:
        """Return which author has which concept, in any paper; what stands in one paper alone links nobody anew."""
        return incidence(self._author_concepts(), nodes=(author for author, _ in self.wrote))

    def papers_of_concepts(self) -> Incidence:
        """Return which concept stands in which paper."""
        return incidence((concept, paper) for paper, concept in self.about)

    def support(self) -> dict[str, int]:
        """Return in how many papers of the whole graph each concept is mentioned."""
        return {iri: row.support for iri, row in self.concepts.items()}

    def label(self, iri: str) -> str:
        """Return the name to show of a paper, an author or a concept."""
        if iri in self.papers:
            return self.papers[iri].title
        if iri in self.concepts:
            return self.concepts[iri].label
        return self.names.get(iri) or iri.rsplit("/", 1)[-1]

    def _author_concepts(self) -> Iterator[tuple[str, str]]:
        of_paper: dict[str, list[str]] = {}
        for paper, concept in self.about:
            if self.concepts[concept].support > 1:
                of_paper.setdefault(paper, []).append(concept)
        for author, paper in self.wrote:
            for concept in of_paper.get(paper, ()):
                yield author, concept


def read(select: Select, choice: Choice) -> Facts:
    """Return the facts of a graph that ``choice`` names."""
    rows = NetworkRows(
        papers=rows_of.papers(select),
        authors=rows_of.authors(select),
        authorships=rows_of.authorships(select),
        concepts=rows_of.concepts(select),
        links=rows_of.links(select),
        evidence=(),
    )
    return facts_of(rows, choice)


def facts_of(rows: NetworkRows, choice: Choice) -> Facts:
    """Return the facts among ``rows`` that ``choice`` names."""
    papers = {row.iri: row for row in rows.papers if _is_within(row.date, choice)}
    classes = classes_of(choice.via)
    roles = {role for name in choice.roles for role in ROLES[name]}
    concepts = {row.iri: row for row in rows.concepts if row.cls in classes}
    return Facts(
        papers=papers,
        names={row.iri: row.name for row in rows.authors},
        concepts=concepts,
        wrote=tuple((row.author, row.paper) for row in rows.authorships if row.paper in papers),
        ever=tuple((row.author, row.paper) for row in rows.authorships),
        about={
            (row.paper, row.concept): row.role
            for row in rows.links
            if row.role in roles and row.paper in papers and row.concept in concepts
        },
        limit=common_above(rows.size, share=choice.common),
    )


def days(papers: Iterable[str], facts: Facts) -> tuple[str | None, str | None]:
    """Return the first and the last day of ``papers``; None when no day is known."""
    known = sorted(date for paper in papers if (date := facts.papers[paper].date) is not None)
    return (known[0], known[-1]) if known else (None, None)


def _is_within(day: str | None, choice: Choice) -> bool:
    if day is None:
        return choice.since is None and choice.until is None
    return (choice.since or "") <= day and (choice.until is None or day <= choice.until)
