"""The page of a paper: what it does with what, beside the sentence; its numbers; what it is related to, and why."""

from collections.abc import Sequence

from papergraph.exports.bibtex import bibtex
from papergraph.model import ConceptClass, Role
from papergraph.site.axis import axis
from papergraph.site.facts import Named, SiteFacts
from papergraph.site.frame import Crumb, Frame
from papergraph.site.local_graph import Neighbour, drawing
from papergraph.site.related import Relations
from papergraph.site.words import VERBS, line

_MOST_NEAR = 20
_HEADS = {
    Role.INTRODUCES: "Introduces",
    Role.COMPARES_WITH: "Compares with",
    Role.EVALUATES_ON: "Is evaluated on",
    Role.USES: "Uses",
    Role.MENTIONS: "Mentions",
}


def paper_page(iri: str, facts: SiteFacts, relations: Relations, frame: Frame, path: str) -> str:
    """Return the page of the paper ``iri``, whose path without suffix is ``path``."""
    paper = facts.papers[iri]
    named = facts.by_paper.get(iri, ())
    claims = [(_HEADS[role], found) for role in Role if (found := [one for one in named if one.role is role])]
    by_methods = relations.by_methods(iri)
    near = [(facts.date(one.thing), one.thing) for one in by_methods]
    month = (paper.date or "")[:7]
    crumbs = [Crumb(name="Papers", path="browse/papers.html")]
    if month:
        crumbs.append(Crumb(name=month, path=f"browse/papers-{month}.html"))
    return frame.render(
        "paper.html.jinja",
        f"{path}.html",
        title=paper.title,
        crumbs=crumbs,
        described=path,
        iri=iri,
        paper=paper,
        listed=facts.listed.get(iri, ()),
        claims=claims,
        numbers=facts.numbers.get(iri, ()),
        by_methods=by_methods,
        by_authors=relations.by_authors(iri),
        by_datasets=relations.by_datasets(iri),
        drawing=drawing(_neighbours(iri, facts, named)),
        axis=axis([(paper.date or "", iri), *near], facts.days) if near else None,
        bibtex=bibtex([paper]),
        summary=_summary(facts, named),
    )


def _neighbours(iri: str, facts: SiteFacts, named: Sequence[Named]) -> list[Neighbour]:
    authors = [Neighbour(thing=one.iri, relation="is an author") for one in facts.papers[iri].authors[:8]]
    stated = [one for one in named if facts.concepts[one.concept].cls is not ConceptClass.METRIC]
    concepts = [
        Neighbour(thing=one.concept, relation=VERBS[one.role], faint=one.role is Role.MENTIONS)
        for one in stated[: _MOST_NEAR - len(authors)]
    ]
    return [*concepts, *authors]


def _summary(facts: SiteFacts, named: Sequence[Named]) -> str:
    introduced = [line(facts.name(one.concept)) for one in named if one.role is Role.INTRODUCES]
    return f"Introduces {', '.join(introduced[:4])}." if introduced else ""
