"""The evidence index of a picture: each paper, concept, sentence and claim once, found again by place.

Only what a drawn node or line points at gets in: a page does not carry a corpus.
"""

import math

from papergraph.model import Role
from papergraph.network.sharing import common_above
from papergraph.query.networks import ConceptLink, ConceptRow, Evidence, NetworkRows, PaperRow
from papergraph.views.model import Claim, ConceptFact, PaperFact
from papergraph.views.text import clean, web_address

ROLE_WORDS = {
    Role.INTRODUCES: "introduces",
    Role.COMPARES_WITH: "compares with",
    Role.EVALUATES_ON: "evaluates on",
    Role.USES: "uses",
    Role.MENTIONS: "mentions",
}
#: What says most about a paper: what is its own, what it builds on, whom it competes with.
_TELLING = {Role.INTRODUCES: 0, Role.USES: 1, Role.EVALUATES_ON: 2, Role.COMPARES_WITH: 3, Role.MENTIONS: 4}
_CLAIMS_PER_PAPER = 4


class EvidenceIndex:
    """Hands out places in growing lists; :meth:`papers` and the others give the finished tuples.

    Where lines stand for the ``sharing`` of concepts, it matters which of these are everywhere.
    """

    def __init__(self, rows: NetworkRows, *, labels: str | None = None, sharing: bool = False) -> None:
        self._labels = labels
        self._common = common_above(rows.size) if sharing else math.inf
        self._paper_rows: dict[str, PaperRow] = {row.iri: row for row in rows.papers}
        self._concept_rows: dict[str, ConceptRow] = {row.iri: row for row in rows.concepts}
        self._evidence: dict[tuple[str, str], Evidence] = {(row.paper, row.concept): row for row in rows.evidence}
        self._links: dict[str, list[ConceptLink]] = {}
        for link in rows.links:
            if link.concept in self._concept_rows:
                self._links.setdefault(link.paper, []).append(link)
        self._role = {(link.paper, link.concept): link.role for link in rows.links}
        self._papers: dict[str, int] = {}
        self._concepts: dict[str, int] = {}
        self._sentences: dict[str, int] = {}
        self._claims: dict[tuple[str, str], int] = {}
        self._claim_values: list[Claim] = []

    def paper(self, iri: str) -> int:
        """Return the place of the paper with this IRI."""
        return self._papers.setdefault(iri, len(self._papers))

    def claim(self, paper: str, concept: str) -> int:
        """Return the place of the claim that links ``paper`` to ``concept`` (IRIs)."""
        place = self._claims.setdefault((paper, concept), len(self._claims))
        if place == len(self._claim_values):
            self._claim_values.append(self._new_claim(paper, concept))
        return place

    def about(self, paper: str) -> tuple[int, ...]:
        """Return the claims that best say what ``paper`` is about: what it introduces first, the rarest first.

        Where a text states nothing, what it merely mentions has to do.
        """
        links = self._links.get(paper, [])
        stated = [link for link in links if link.role is not Role.MENTIONS] or links
        ranked = sorted(stated, key=lambda link: (_TELLING[link.role], self._support(link.concept), link.concept))
        return tuple(self.claim(paper, link.concept) for link in ranked[:_CLAIMS_PER_PAPER])

    def concept(self, iri: str) -> int:
        """Return the place of the concept with this IRI."""
        return self._concepts.setdefault(iri, len(self._concepts))

    def papers(self) -> tuple[PaperFact, ...]:
        """Return the papers by place; each lists the claims that say what it is about."""
        return tuple(self._paper_fact(iri, self.about(iri)) for iri in list(self._papers))

    def concepts(self) -> tuple[ConceptFact, ...]:
        """Return the concepts by place."""
        rows = (self._concept_rows[iri] for iri in self._concepts)
        return tuple(
            ConceptFact(
                label=self.names(row.iri)[0],
                kind=row.cls.value.lower(),
                support=row.support,
                common=row.support > self._common,
            )
            for row in rows
        )

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims by place."""
        return tuple(self._claim_values)

    def sentences(self) -> tuple[str, ...]:
        """Return the sentences by place."""
        return tuple(self._sentences)

    def names(self, concept: str) -> tuple[str, str | None]:
        """Return the name of a concept (an IRI) to show, and the one in the other language if it has one."""
        row = self._concept_rows[concept]
        in_language = {"en": row.english, "ko": row.korean}
        shown = (in_language.get(self._labels) if self._labels else None) or row.label
        other = next((name for name in in_language.values() if name is not None and name != shown), None)
        return clean(shown), clean(other) if other else None

    def label(self, concept: str) -> str:
        """Return the name to show of the concept with this IRI."""
        return self.names(concept)[0]

    def role(self, paper: str, concept: str) -> Role:
        """Return what ``paper`` has to do with ``concept`` (IRIs)."""
        return self._role[paper, concept]

    def links(self, paper: str) -> tuple[ConceptLink, ...]:
        """Return the links of ``paper`` to concepts."""
        return tuple(self._links.get(paper, ()))

    def _support(self, concept: str) -> int:
        return self._concept_rows[concept].support

    def _paper_fact(self, iri: str, claims: tuple[int, ...]) -> PaperFact:
        row = self._paper_rows[iri]
        return PaperFact(
            id=clean(row.id),
            title=clean(row.title),
            date=clean(row.date) if row.date else None,
            url=web_address(row.url),
            claims=claims,
        )

    def _new_claim(self, paper: str, concept: str) -> Claim:
        found = self._evidence.get((paper, concept))
        sentence = None
        if found is not None:
            sentence = self._sentences.setdefault(clean(found.sentence), len(self._sentences))
        return Claim(
            paper=self.paper(paper),
            concept=self.concept(concept),
            role=ROLE_WORDS[self._role[paper, concept]],
            sentence=sentence,
            start=found.start if found else 0,
            end=found.end if found else 0,
            rule=clean(found.rule) if found and found.rule else None,
            mentions=found.mentions if found else 1,
        )
