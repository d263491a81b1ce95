"""The page of a method, model, dataset, task or metric: what it is, where it began, who took it up, what meets it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from papergraph.model import ConceptClass, Role, Subject
from papergraph.query.decisions import as_toml, by_consequence
from papergraph.site.axis import axis
from papergraph.site.facts import Named, Number, Place, SiteFacts
from papergraph.site.frame import PLURALS, Crumb, Frame
from papergraph.site.letters import letter_of
from papergraph.site.local_graph import Neighbour, drawing
from papergraph.site.related import RARE, Met, Relations
from papergraph.site.told import told
from papergraph.site.words import VERBS

_MOST_NEAR = 18
_MOST_PEOPLE = 15
#: Rules that read a name beside what explains it.
_EXPLAIN = ("gloss", "coined/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """Numbers on a dataset that may stand in one column: one metric, one unit, one way to read them.

    ``warning`` says why even these are not to be compared without a look; "" when nothing speaks against it.
    """

    metric: str | None
    unit: str
    kind: str
    numbers: tuple[Number, ...]  # the highest first
    warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDataset:
    """A method on a dataset: the papers that have it and are evaluated there, and the numbers reported of it."""

    concept: str
    papers: tuple[Named, ...]
    numbers: tuple[Number, ...]


def concept_page(iri: str, facts: SiteFacts, relations: Relations, frame: Frame, path: str, *, key: str) -> str:
    """Return the page of the concept ``iri``, whose path without suffix is ``path`` and whose key is ``key``."""
    concept = facts.concepts[iri]
    named = facts.by_concept.get(iri, ())
    kind = concept.cls.value.lower()
    often = relations.often_with(iri)
    letter = letter_of(concept.label)
    is_dataset = concept.cls is ConceptClass.DATASET
    decided = by_consequence(facts.decided.get((Subject.CONCEPT, key), ()))
    return frame.render(
        "concept.html.jinja",
        f"{path}.html",
        title=concept.label,
        crumbs=[
            Crumb(name=PLURALS[kind].capitalize(), path=f"browse/{PLURALS[kind]}.html"),
            Crumb(name=letter.name, path=f"browse/{PLURALS[kind]}-{letter.key}.html"),
        ],
        described=path,
        iri=iri,
        concept=concept,
        kind=kind,
        named=named,
        definition=_definition(named),
        narrower=facts.narrower.get(iri, ()),
        introduced=[one for one in named if one.role is Role.INTRODUCES],
        first=next((one for one in named if one.role is Role.INTRODUCES and facts.date(one.paper)), None),
        taken_up=[one for one in named if one.role not in (Role.INTRODUCES, Role.MENTIONS)],
        mentioned=[one for one in named if one.role is Role.MENTIONS],
        axis=axis([(facts.date(one.paper), one.paper) for one in named], facts.days) if named else None,
        introducing={one.paper for one in named if one.role is Role.INTRODUCES},
        often=often,
        datasets=[] if is_dataset else _datasets(facts, named),
        people=_people(facts, named),
        comparable=_comparable(facts, iri) if is_dataset else [],
        on_dataset=_on_dataset(facts, iri, named) if is_dataset else [],
        decided=[(told(one), as_toml(one)) for one in decided],
        rare=RARE,
        drawing=drawing(_neighbours(facts, concept.broader, named, often)),
    )


def _definition(named: Iterable[Named]) -> list[tuple[Named, Place]]:
    """Return the sentences that explain the thing: of who introduces it, and not only in the title."""
    own = [
        (one, place)
        for one in named
        if one.role is Role.INTRODUCES
        for place in one.places
        if place.sentence and not place.in_title
    ]
    return sorted(own, key=lambda one: _explains(one[1]), reverse=True)[:2]


def _explains(place: Place) -> tuple[bool, bool]:
    return place.role is Role.INTRODUCES, place.rule.startswith(_EXPLAIN)


def _datasets(facts: SiteFacts, named: Iterable[Named]) -> list[tuple[str, int]]:
    """Return the datasets on which the papers that have the concept are evaluated, those of most papers first."""
    found = Counter(
        other.concept
        for one in named
        if one.role is not Role.MENTIONS
        for other in facts.by_paper[one.paper]
        if other.role is Role.EVALUATES_ON
    )
    return sorted(found.items(), key=lambda one: (-one[1], facts.name(one[0]), one[0]))[:15]


def _people(facts: SiteFacts, named: Iterable[Named]) -> list[tuple[str, int, str, str]]:
    """Return who has most papers that have the concept, with the first and the last day."""
    days: dict[str, list[str]] = defaultdict(list)
    for one in named:
        if one.role is not Role.MENTIONS:
            for person in facts.papers[one.paper].authors:
                days[person.iri].append(facts.date(one.paper))
    found = sorted(days.items(), key=lambda one: (-len(one[1]), facts.name(one[0]), one[0]))
    return [(iri, len(of), min(of), max(of)) for iri, of in found[:_MOST_PEOPLE]]


# ---------------------------------------------------------------------------------------------------------------------
# Datasets


def _comparable(facts: SiteFacts, dataset: str) -> list[Comparable]:
    groups: dict[tuple[str | None, str, str], list[Number]] = defaultdict(list)
    for number in facts.numbers_on.get(dataset, ()):
        groups[number.metric, number.unit, number.kind].append(number)
    found = [
        Comparable(
            metric=metric,
            unit=unit,
            kind=kind,
            numbers=tuple(sorted(numbers, key=lambda one: (-(one.value or 0), one.paper, one.number))),
            warning=_warning(metric, kind, numbers),
        )
        for (metric, unit, kind), numbers in groups.items()
    ]
    return sorted(
        found,
        key=lambda one: (one.kind != "Absolute", one.metric is None, -len(one.numbers), one.metric or "", one.unit),
    )


def _warning(metric: str | None, kind: str, numbers: Sequence[Number]) -> str:
    if len(numbers) == 1:
        return ""
    if kind != "Absolute":
        return "Not comparable: a gain or a ratio is over a baseline, and the baselines differ."
    if metric is None:
        return "Not comparable: no metric is named, so the numbers may measure different things."
    if len({one.paper for one in numbers}) > 1:
        return (
            "Settings differ: these numbers come from different papers, whose models, splits and prompts need not be "
            "the same. Read the sentences before you rank."
        )
    return ""


def _on_dataset(facts: SiteFacts, dataset: str, named: Iterable[Named]) -> list[OnDataset]:
    """Return what the papers that are evaluated on the dataset have, what most of them have first."""
    papers = {one.paper for one in named if one.role is not Role.MENTIONS}
    having: dict[str, list[Named]] = defaultdict(list)
    for paper in sorted(papers, key=lambda paper: (facts.date(paper), paper)):
        for one in facts.by_paper[paper]:
            if one.role is not Role.MENTIONS and facts.concepts[one.concept].cls in (
                ConceptClass.METHOD,
                ConceptClass.MODEL,
            ):
                having[one.concept].append(one)
    reported: dict[str, list[Number]] = defaultdict(list)
    for number in facts.numbers_on.get(dataset, ()):
        if number.system is not None:
            reported[number.system].append(number)
    found = [
        OnDataset(concept=concept, papers=tuple(of), numbers=tuple(reported.get(concept, ())))
        for concept, of in having.items()
    ]
    return sorted(found, key=lambda one: (not one.numbers, -len(one.papers), facts.name(one.concept), one.concept))


def _neighbours(
    facts: SiteFacts, broader: Iterable[str], named: Sequence[Named], often: Iterable[Met]
) -> list[Neighbour]:
    above = [Neighbour(thing=iri, relation="stands under") for iri in broader if iri in facts.concepts][:3]
    with_it = [Neighbour(thing=one.concept, relation="is often used with") for one in list(often)[:7]]
    first = sorted(named, key=lambda one: (-one.role.strength, facts.date(one.paper), one.paper))
    papers = [
        Neighbour(thing=one.paper, relation=VERBS[one.role], faint=one.role is Role.MENTIONS)
        for one in first[: _MOST_NEAR - len(above) - len(with_it)]
    ]
    return [*papers, *with_it, *above]
