"""The page of a person: papers, who wrote with them and when, what they work with, and why the names are one person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from papergraph.model import Role, Subject
from papergraph.names import author_norm
from papergraph.query.decisions import as_toml, by_consequence
from papergraph.site.axis import axis
from papergraph.site.circles import Circle
from papergraph.site.facts import SiteFacts
from papergraph.site.frame import Crumb, Frame
from papergraph.site.letters import letter_of
from papergraph.site.local_graph import Neighbour, drawing
from papergraph.site.related import Companion, Relations
from papergraph.site.told import Told, told

_MOST_NEAR = 14
_MOST_TOLD = 100  # co-authors of several papers: among three thousand nobody reads on


def namesakes(facts: SiteFacts) -> Mapping[str, tuple[str, ...]]:
    """Return, by person, the other people whose names are spelled alike."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for person in facts.people.values():
        for spelled in {author_norm(name) for name in (person.name, *person.also)}:
            by_name[spelled].append(person.iri)
    found: dict[str, set[str]] = defaultdict(set)
    for alike in by_name.values():
        for one in alike if len(alike) > 1 else ():
            found[one].update(other for other in alike if other != one)
    return {iri: tuple(sorted(others)) for iri, others in found.items()}


def author_page(
    iri: str,
    facts: SiteFacts,
    relations: Relations,
    frame: Frame,
    path: str,
    *,
    circle: Circle | None,
    alike: Iterable[str],
    key: str,
) -> str:
    """Return the page of the person ``iri``, whose path without suffix is ``path`` and whose key is ``key``."""
    person = facts.people[iri]
    papers = facts.by_author[iri]
    days = [day for paper in papers if (day := facts.date(paper))]
    companions = relations.companions(iri)
    letter = letter_of(person.name)
    return frame.render(
        "author.html.jinja",
        f"{path}.html",
        title=person.name,
        crumbs=[
            Crumb(name="People", path="browse/people.html"),
            Crumb(name=letter.name, path=f"browse/people-{letter.key}.html"),
        ],
        described=path,
        iri=iri,
        person=person,
        papers=papers[::-1],
        seen=list(dict.fromkeys([*days[:1], *days[-1:]])),
        axis=axis([(facts.date(paper), paper) for paper in papers], facts.days) if len(papers) > 1 else None,
        companions=companions,
        often=[one for one in companions if len(one.papers) > 1],
        most=_MOST_TOLD,
        once=_once(papers, companions),
        introduced=_concepts(facts, papers, Role.INTRODUCES),
        used=_concepts(facts, papers, Role.COMPARES_WITH, Role.EVALUATES_ON, Role.USES),
        unmet=relations.unmet(iri),
        circle=circle,
        alike=alike,
        decided=_decided(facts, key),
        drawing=drawing(_neighbours(facts, papers, companions)),
    )


def _once(papers: Sequence[str], companions: Iterable[Companion]) -> list[tuple[str, list[str]]]:
    """Return the co-authors of one paper each, by that paper, the latest first."""
    found: dict[str, list[str]] = {paper: [] for paper in papers[::-1]}
    for one in companions:
        if len(one.papers) == 1:
            found[one.papers[0]].append(one.author)
    return [(paper, people) for paper, people in found.items() if people]


def _decided(facts: SiteFacts, key: str) -> list[tuple[Told, str]]:
    found = by_consequence(facts.decided.get((Subject.AUTHOR, key), ()))
    return [(told(one), as_toml(one)) for one in found]


def _concepts(facts: SiteFacts, papers: Iterable[str], *roles: Role) -> list[tuple[str, int]]:
    """Return what the papers name in these roles, with the number of papers, the most first."""
    found = Counter(named.concept for paper in papers for named in facts.by_paper.get(paper, ()) if named.role in roles)
    return sorted(found.items(), key=lambda one: (-one[1], facts.name(one[0]), one[0]))


def _neighbours(facts: SiteFacts, papers: Iterable[str], companions: Iterable[Companion]) -> list[Neighbour]:
    written = [Neighbour(thing=paper, relation="is the author of") for paper in list(papers)[::-1][:8]]
    people = [
        Neighbour(thing=one.author, relation=f"wrote {len(one.papers)} with", faint=len(one.papers) == 1)
        for one in list(companions)[: _MOST_NEAR - len(written)]
    ]
    return [*people, *written]
