"""Relations: the rare links before the common, each with what makes it."""

import pytest

from papergraph.exports.rows import Concept, Paper, Person
from papergraph.model import ConceptClass, PaperId, Role
from papergraph.site.facts import Named, SiteFacts
from papergraph.site.related import RARE, Relations

#: Papers: who wrote them, and what they name.
PAPERS = {
    "p1": ("ada zoe", "common rare set"),
    "p2": ("ada zoe cy", "common rare half"),
    "p3": ("ada dee", "common half set"),
    "p4": ("eve", "common rare half"),
    **{f"q{n}": ("fay", "common") for n in range(RARE)},
}
CLASSES = {"set": ConceptClass.DATASET}


def facts(*, role: Role = Role.USES) -> SiteFacts:
    """Return a small graph in which ``common`` is named by too many papers to tell anything."""
    people = {name: Person(iri=name, name=name.title()) for authors, _ in PAPERS.values() for name in authors.split()}
    papers = {
        iri: Paper(
            iri=iri,
            id=PaperId(scheme="arxiv", local=iri),
            title=iri.upper(),
            date=f"2024-01-{place:02}",
            authors=tuple(people[name] for name in authors.split()),
        )
        for place, (iri, (authors, _)) in enumerate(PAPERS.items(), start=1)
    }
    named = [
        Named(paper=iri, concept=name, role=role, places=())
        for iri, (_, names) in PAPERS.items()
        for name in names.split()
    ]
    concepts = {one.concept for one in named}
    return SiteFacts(
        papers=papers,
        people=people,
        concepts={
            name: Concept(iri=name, label=name, cls=CLASSES.get(name, ConceptClass.METHOD)) for name in sorted(concepts)
        },
        by_paper={iri: [one for one in named if one.paper == iri] for iri in papers},
        by_concept={name: [one for one in named if one.concept == name] for name in concepts},
        by_author={name: [iri for iri in papers if name in PAPERS[iri][0].split()] for name in people},
        numbers={},
        numbers_on={},
        listed={},
        narrower={},
        decided={},
        days=[],
    )


def test_papers_that_share_more_rare_methods_come_first() -> None:
    """What everybody names links nobody; datasets are a list of their own."""
    relations = Relations(facts())

    assert [(one.thing, one.via) for one in relations.by_methods("p2")] == [
        ("p4", ("half", "rare")),
        ("p1", ("rare",)),
        ("p3", ("half",)),
    ]
    assert [(one.thing, one.via) for one in relations.by_datasets("p1")] == [("p3", ("set",))]


def test_papers_by_the_same_people() -> None:
    """A shared author of few papers tells more than one of many."""
    found = Relations(facts()).by_authors("p1")

    assert [(one.thing, one.via) for one in found] == [("p2", ("zoe", "ada")), ("p3", ("ada",))]


def test_companions_are_ranked_by_papers() -> None:
    """Those of most papers first, with the first and the last day."""
    found = Relations(facts()).companions("ada")

    assert [(one.author, one.papers, one.first, one.last) for one in found] == [
        ("zoe", ("p1", "p2"), "2024-01-01", "2024-01-02"),
        ("cy", ("p2",), "2024-01-02", "2024-01-02"),
        ("dee", ("p3",), "2024-01-03", "2024-01-03"),
    ]


@pytest.mark.parametrize(("role", "found"), [(Role.USES, ["ada", "cy", "zoe"]), (Role.MENTIONS, [])])
def test_people_who_never_wrote_together(role: Role, found: list[str]) -> None:
    """They name at least two of the same rare methods, and not only in passing; co-authors are left out."""
    assert sorted(one.thing for one in Relations(facts(role=role)).unmet("eve")) == found
    assert "zoe" not in [one.thing for one in Relations(facts(role=role)).unmet("ada")]


def test_what_meets_beyond_chance() -> None:
    """Lift is how many times more often two stand in one paper than if they had nothing to do with each other."""
    found = {one.concept: (one.together, round(one.lift, 3)) for one in Relations(facts()).often_with("rare")}

    every = len(PAPERS)
    assert found == {"half": (2, round(2 * every / (3 * 3), 3))}
