"""All that the pages say, read once from any graph by a few plain SELECTs and joined here, by key."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from papergraph import sentences, vocab
from papergraph.exports import rows
from papergraph.exports.rows import Concept, Contents, Paper, Person
from papergraph.model import Decision, Role, Subject
from papergraph.query.select import Select

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence of a digest: ``sentence[start:end]`` (code points) is what it is about; "" in a graph without text."""

    day: str
    heading: str | None
    sentence: str
    start: int
    end: int
    role: Role | None  # None for a number
    rule: str
    in_title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """That a paper names a concept (both IRIs): the strongest role, and each sentence, the strongest first."""

    paper: str
    concept: str
    role: Role
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A numeric result as a digest reports it; ``number`` counts those of its paper, from 1. Things are IRIs."""

    paper: str
    number: int
    raw: str
    kind: str
    unit: str
    value: Decimal | None
    metric: str | None
    dataset: str | None
    system: str | None
    baseline: str | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A paper in the digest of one day, with what it says: (heading, text) of each section."""

    day: str
    rank: int
    votes: int | None
    sections: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What the pages are made of; keys are IRIs. Papers of a thing are sorted by day, the earliest first."""

    papers: Mapping[str, Paper]
    people: Mapping[str, Person]
    concepts: Mapping[str, Concept]
    by_paper: Mapping[str, Sequence[Named]]  # the strongest role first
    by_concept: Mapping[str, Sequence[Named]]  # by the day of the paper
    by_author: Mapping[str, Sequence[str]]
    numbers: Mapping[str, Sequence[Number]]  # by paper
    numbers_on: Mapping[str, Sequence[Number]]  # by dataset
    listed: Mapping[str, Sequence[Listed]]
    narrower: Mapping[str, Sequence[str]]
    decided: Mapping[tuple[Subject, str], Sequence[Decision]]  # by the key of what it leads to
    days: Sequence[str]

    def name(self, iri: str) -> str:
        """Return the name to show of a thing."""
        if iri in self.papers:
            return self.papers[iri].title
        if iri in self.people:
            return self.people[iri].name
        return self.concepts[iri].label if iri in self.concepts else iri.rsplit("/", 1)[-1]

    def kind(self, iri: str) -> str:
        """Return ``paper``, ``author``, or the class of a concept in small letters."""
        if iri in self.papers:
            return "paper"
        return "author" if iri in self.people else self.concepts[iri].cls.value.lower()

    def date(self, paper: str) -> str:
        """Return the first day of a paper; "" when it has none."""
        return self.papers[paper].date or ""


_LISTINGS = """
SELECT ?listing ?paper ?digest ?rank WHERE {
  ?listing pg:paper ?paper ; dcterms:isPartOf ?digest ; pg:rank ?rank .
}"""
_VOTES = "SELECT ?listing ?votes WHERE { ?listing pg:votes ?votes }"
_DAYS = "SELECT ?digest ?day WHERE { ?digest a pg:Digest ; dcterms:date ?day }"
_SECTIONS = "SELECT ?section ?listing ?position WHERE { ?section dcterms:isPartOf ?listing ; pg:position ?position }"
_HEADINGS = "SELECT ?section ?heading WHERE { ?section a pg:Section ; dcterms:title ?heading }"
_TEXTS = "SELECT ?section ?text WHERE { ?section pg:text ?text }"
_MENTIONS = """
SELECT ?concept ?section ?role ?start ?end ?rule WHERE {
  ?mention pg:mentionOf ?concept ; pg:inSection ?section ; pg:role ?role ; oa:start ?start ; oa:end ?end ;
           prov:wasGeneratedBy ?rule .
}"""
_RESULTS = "SELECT ?result ?property ?value WHERE { ?result a pg:Result ; ?property ?value }"
_REPORTS = "SELECT ?paper ?result WHERE { ?paper pg:reports ?result }"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    paper: str
    day: str
    position: int
    heading: str | None
    text: str


def read(select: Select, *, base: str, decisions: Iterable[Decision] = ()) -> SiteFacts:
    """Return the facts of the graph that ``select`` asks."""
    contents = rows.read(select, base=base)
    day_of = dict(_pairs(select(_DAYS)))
    sections, listed = _texts(select, day_of)
    named = _named(contents, _mentions(select, sections))
    date = {paper.iri: paper.date or "" for paper in contents.papers}
    numbers = [one for one in _numbers(select, sections, contents) if one.paper in date]
    return SiteFacts(
        papers={paper.iri: paper for paper in contents.papers},
        people={person.iri: person for person in contents.authors},
        concepts={concept.iri: concept for concept in contents.concepts},
        by_paper=_grouped(named, lambda one: one.paper, lambda one: (-one.role.strength, one.concept)),
        by_concept=_grouped(named, lambda one: one.concept, lambda one: (date[one.paper], one.paper)),
        by_author=_written(contents, date),
        numbers=_grouped(numbers, lambda one: one.paper, lambda one: one.number),
        numbers_on=_grouped(
            [one for one in numbers if one.dataset], lambda one: one.dataset or "", lambda one: (one.paper, one.number)
        ),
        listed={paper: sorted(found, key=lambda one: (one.day, one.rank)) for paper, found in listed.items()},
        narrower=_narrower(contents),
        decided=_decided(decisions),
        days=sorted(set(day_of.values())),
    )


def contents_of(facts: SiteFacts) -> Contents:
    """Return papers, people and concepts as the exports take them."""
    return Contents(
        papers=tuple(facts.papers.values()),
        authors=tuple(facts.people.values()),
        concepts=tuple(facts.concepts.values()),
        namings=(),
    )


def _texts(select: Select, day_of: Mapping[str, str]) -> tuple[dict[str, _Section], dict[str, list[Listed]]]:
    votes, headings, texts = dict(_pairs(select(_VOTES))), dict(_pairs(select(_HEADINGS))), dict(_pairs(select(_TEXTS)))
    parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for section, listing, place in _bound(select(_SECTIONS)):
        parts[listing].append((int(place), section))
    sections: dict[str, _Section] = {}
    listed: dict[str, list[Listed]] = defaultdict(list)
    for listing, paper, digest, rank in sorted(_bound(select(_LISTINGS))):
        day = day_of.get(digest, "")
        for position, section in sorted(parts[listing]):
            sections[section] = _Section(
                paper=paper,
                day=day,
                position=position,
                heading=headings.get(section),
                text=texts.get(section, ""),
            )
        told = [sections[section] for position, section in sorted(parts[listing]) if position > 0]
        listed[paper].append(
            Listed(
                day=day,
                rank=int(rank),
                votes=int(votes[listing]) if listing in votes else None,
                sections=tuple((one.heading, one.text) for one in told if one.text),
            )
        )
    return sections, listed


_Mentions = dict[tuple[str, str], list[tuple[int, str, int, int, int, str, str]]]


def _mentions(select: Select, sections: Mapping[str, _Section]) -> dict[tuple[str, str], tuple[Place, ...]]:
    found: _Mentions = defaultdict(list)
    for concept, section, role, start, end, rule in _bound(select(_MENTIONS)):
        if section in sections:
            at = sections[section]
            strength = Role(role.removeprefix(vocab.PG)).strength
            # The title says least of what a paper does, so its sentence comes last among equals.
            rank = 10_000 if at.position == 0 else at.position
            found[at.paper, concept].append((-strength, at.day, rank, int(start), int(end), section, _rule(rule)))
    return {pair: tuple(_places(sorted(places), sections)) for pair, places in found.items()}


def _places(
    mentions: Iterable[tuple[int, str, int, int, int, str, str]], sections: Mapping[str, _Section]
) -> Iterator[Place]:
    seen: set[tuple[str, int, int]] = set()
    for weakness, _, _, start, end, section, rule in mentions:
        place, span = _place(sections[section], start, end, role=_BY_STRENGTH[-weakness], rule=rule)
        if (section, *span) not in seen:
            seen.add((section, *span))
            yield place


def _place(section: _Section, start: int, end: int, *, role: Role | None, rule: str) -> tuple[Place, tuple[int, int]]:
    low, high = sentences.around(section.text, start, end) if section.text else (start, start)
    place = Place(
        day=section.day,
        heading=section.heading,
        sentence=section.text[low:high],
        start=start - low,
        end=end - low,
        role=role,
        rule=rule,
        in_title=section.position == 0,
    )
    return place, (low, high)


_BY_STRENGTH = {role.strength: role for role in Role}


def _rule(iri: str) -> str:
    return "/".join(iri.rsplit("/", 2)[-2:])


def _named(contents: Contents, places: Mapping[tuple[str, str], tuple[Place, ...]]) -> list[Named]:
    concepts = {concept.iri for concept in contents.concepts}
    papers = {paper.iri for paper in contents.papers}
    return [
        Named(paper=one.paper, concept=one.concept, role=one.role, places=places.get((one.paper, one.concept), ()))
        for one in contents.namings
        if one.concept in concepts and one.paper in papers
    ]


def _numbers(select: Select, sections: Mapping[str, _Section], contents: Contents) -> Iterator[Number]:
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for result, prop, value in sorted(_bound(select(_RESULTS))):
        values[result].setdefault(prop, value)
    concepts = {concept.iri for concept in contents.concepts}
    of_paper: dict[str, list[tuple[str, str, int, str]]] = defaultdict(list)
    for paper, result in _pairs(select(_REPORTS)):
        said = values[result]
        section = said.get(vocab.PG_IN_SECTION, "")
        if section in sections and vocab.OA_START in said:
            of_paper[paper].append((sections[section].day, section, int(said[vocab.OA_START]), result))
    for paper, found in sorted(of_paper.items()):
        for number, (_, section, start, result) in enumerate(sorted(found), start=1):
            said = values[result]
            things = {name: _known(said.get(iri), concepts) for name, iri in _THINGS.items()}
            end = int(said.get(vocab.OA_END, start))
            place, _ = _place(
                sections[section], start, end, role=None, rule=_rule(said.get(vocab.PROV_WAS_GENERATED_BY, ""))
            )
            yield Number(
                paper=paper,
                number=number,
                raw=said.get(vocab.PG_RAW_VALUE, ""),
                kind=said.get(vocab.PG_KIND, "").removeprefix(vocab.PG),
                unit=said.get(vocab.PG_UNIT, ""),
                value=_decimal(said.get(vocab.PG_VALUE)),
                place=place,
                **things,
            )


_THINGS = {
    "metric": vocab.PG_METRIC_OF,
    "dataset": vocab.PG_DATASET_OF,
    "system": vocab.PG_SYSTEM,
    "baseline": vocab.PG_BASELINE,
}


def _known(iri: str | None, concepts: set[str]) -> str | None:
    return iri if iri in concepts else None


def _decimal(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None


def _written(contents: Contents, date: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {person.iri: [] for person in contents.authors}
    for paper in sorted(contents.papers, key=lambda paper: (date[paper.iri], paper.iri)):
        for person in paper.authors:
            found[person.iri].append(paper.iri)
    return found


def _narrower(contents: Contents) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for concept in sorted(contents.concepts, key=lambda one: (-one.support, one.iri)):
        for broader in concept.broader:
            found[broader].append(concept.iri)
    return found


def _decided(decisions: Iterable[Decision]) -> dict[tuple[Subject, str], list[Decision]]:
    found: dict[tuple[Subject, str], list[Decision]] = defaultdict(list)
    for decision in decisions:
        for key in decision.keys:
            found[decision.subject, key].append(decision)
    return found


def _grouped(things: Iterable[_One], key: Callable[[_One], str], order: Callable[[_One], Any]) -> dict[str, list[_One]]:
    found: dict[str, list[_One]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append(thing)
    for group in found.values():
        group.sort(key=order)
    return found


def _bound(rows: Iterable[Sequence[str | None]]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        values = tuple(value for value in row if value is not None)
        if len(values) == len(row):
            yield values


def _pairs(rows: Iterable[Sequence[str | None]]) -> Iterator[tuple[str, str]]:
    for one, other in _bound(rows):  # noqa: UP028  mypy: rows, not pairs
        yield one, other
