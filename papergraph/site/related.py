"""What a thing is related to, each row with its reason: rare things that papers share, and what meets beyond chance."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log

from papergraph.model import ConceptClass, Role
from papergraph.site.facts import SiteFacts

RARE = 10  # papers that name something rare, at most; as the questions have it
#: Above so many authors a paper says little of who works with whom.
_LARGE_TEAM = 60
_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A thing (its IRI), the things that link it, the rarest first, and how strongly."""

    thing: str
    via: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """A co-author, the papers written together, and the days of the first and the last of them."""

    author: str
    papers: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A concept that stands in the papers of another: in how many, and how many times more often than anywhere."""

    concept: str
    together: int
    lift: float


class Relations:
    """Answers from indexes that are made once."""

    def __init__(self, facts: SiteFacts) -> None:
        self._facts = facts
        self._rare = {
            iri: value
            for iri, concept in facts.concepts.items()
            if 2 <= len(papers := facts.by_concept.get(iri, ())) <= RARE
            for value in [1 / log(1 + len(papers))]
            if concept.cls is not ConceptClass.METRIC
        }

    def by_methods(self, paper: str) -> list[Related]:
        """Return the papers that share rare methods or models with ``paper``."""
        return self._sharing(paper, lambda cls: cls in (ConceptClass.METHOD, ConceptClass.MODEL))

    def by_datasets(self, paper: str) -> list[Related]:
        """Return the papers that share rare datasets with ``paper``."""
        return self._sharing(paper, lambda cls: cls is ConceptClass.DATASET)

    def by_authors(self, paper: str) -> list[Related]:
        """Return the papers that share authors with ``paper``; a shared author of few papers tells more."""
        shared: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for person in self._facts.papers[paper].authors:
            written = self._facts.by_author[person.iri]
            for other in written:
                if other != paper:
                    shared[other].append((1 / log(1 + len(written)), person.iri))
        return self._best(shared)

    def companions(self, author: str) -> list[Companion]:
        """Return the co-authors of ``author``, those of most papers first."""
        together: dict[str, list[str]] = defaultdict(list)
        for paper in self._facts.by_author[author]:
            for person in self._facts.papers[paper].authors:
                if person.iri != author:
                    together[person.iri].append(paper)
        found = [
            Companion(
                author=one,
                papers=tuple(papers),
                first=self._facts.date(papers[0]),
                last=self._facts.date(papers[-1]),
            )
            for one, papers in together.items()
        ]
        return sorted(found, key=lambda one: (-len(one.papers), self._facts.name(one.author), one.author))

    def unmet(self, author: str) -> list[Related]:
        """Return who names the same rare methods as ``author``, with whom nothing was written together."""
        own = self._facts.by_author[author]
        met = {person.iri for paper in own for person in self._facts.papers[paper].authors}
        shared: dict[str, dict[str, float]] = defaultdict(dict)
        for concept in self._rare_of(own):
            for named in self._facts.by_concept[concept]:
                people = self._facts.papers[named.paper].authors
                if named.role is Role.MENTIONS or len(people) > _LARGE_TEAM:
                    continue
                for person in people:
                    if person.iri not in met:
                        shared[person.iri][concept] = self._rare[concept]
        # One rare thing in common is chance more often than not.
        found = {one: [(value, iri) for iri, value in via.items()] for one, via in shared.items() if len(via) > 1}
        return self._best(found)

    def _rare_of(self, papers: Iterable[str]) -> list[str]:
        return sorted(
            {
                named.concept
                for paper in papers
                for named in self._facts.by_paper.get(paper, ())
                if named.role is not Role.MENTIONS
                and named.concept in self._rare
                and self._facts.concepts[named.concept].cls in (ConceptClass.METHOD, ConceptClass.MODEL)
            }
        )

    def often_with(self, concept: str) -> list[Met]:
        """Return what stands in at least two papers of ``concept``, by how far that is beyond chance."""
        papers = self._facts.by_concept.get(concept, ())
        together = Counter(
            other.concept for one in papers for other in self._facts.by_paper[one.paper] if other.concept != concept
        )
        every = len(self._facts.papers)
        found = [
            Met(
                concept=other,
                together=count,
                lift=count * every / (len(papers) * len(self._facts.by_concept[other])),
            )
            for other, count in together.items()
            if count > 1
        ]
        found = [one for one in found if one.lift > 1]
        # The weight of evidence before the size of the effect: two papers of two prove little.
        return sorted(found, key=lambda one: (-one.together * log(one.lift), one.concept))[: _MOST + 4]

    def _sharing(self, paper: str, counts: Callable[[ConceptClass], bool]) -> list[Related]:
        shared: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for named in self._facts.by_paper.get(paper, ()):
            if named.concept in self._rare and counts(self._facts.concepts[named.concept].cls):
                for other in self._facts.by_concept[named.concept]:
                    if other.paper != paper:
                        shared[other.paper].append((self._rare[named.concept], named.concept))
        return self._best(shared)

    def _best(self, shared: Mapping[str, list[tuple[float, str]]]) -> list[Related]:
        found = [
            Related(
                thing=thing,
                via=tuple(iri for _, iri in sorted(via, key=lambda one: (-one[0], one[1]))),
                score=round(sum(value for value, _ in via), 9),
            )
            for thing, via in shared.items()
        ]
        return sorted(found, key=lambda one: (-one.score, self._facts.name(one.thing), one.thing))[:_MOST]
