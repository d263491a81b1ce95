"""The groups of people who write with one another, each named by what is most its own."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from papergraph.model import ConceptClass, Role
from papergraph.network.coauthors import project_coauthors
from papergraph.network.communities import communities
from papergraph.network.naming import distinctive
from papergraph.network.projection import incidence
from papergraph.site.facts import SiteFacts

_LEAST = 4  # people: fewer are a team, and stand among the co-authors anyway
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """People who write with one another: how many, what is most their own, those of most papers. Things are IRIs."""

    people: int
    about: tuple[str, ...]
    first: tuple[str, ...]


def circles(facts: SiteFacts) -> dict[str, Circle]:
    """Return the circle of each person who has one."""
    wrote = [(author, paper) for author, papers in facts.by_author.items() for paper in papers]
    links = project_coauthors(tuple(sorted(wrote)))
    people = links.incidence.nodes
    group = communities(len(people), first=links.first, second=links.second, weight=links.weight)
    had = incidence(_worked_with(facts), nodes=people)
    about = distinctive(had, group)
    members: Mapping[int, list[str]] = defaultdict(list)
    for person, number in zip(people, group.tolist(), strict=True):
        members[number].append(person)
    found: dict[str, Circle] = {}
    for number, of in members.items():
        if number < 0 or len(of) < _LEAST:
            continue
        best = sorted(of, key=lambda person: (-len(facts.by_author[person]), facts.name(person), person))
        circle = Circle(
            people=len(of), about=tuple(had.things[thing] for thing in about[number]), first=tuple(best[:_SHOWN])
        )
        found |= dict.fromkeys(of, circle)
    return found


def _worked_with(facts: SiteFacts) -> list[tuple[str, str]]:
    """Return (author, method or model), without what stands in one paper alone."""
    return [
        (author, named.concept)
        for author, papers in facts.by_author.items()
        for paper in papers
        for named in facts.by_paper.get(paper, ())
        if named.role is not Role.MENTIONS
        and len(facts.by_concept[named.concept]) > 1
        and facts.concepts[named.concept].cls in (ConceptClass.METHOD, ConceptClass.MODEL)
    ]
