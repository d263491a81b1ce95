"""Entities → concepts: the same normalised name, or a name and the long form that an entry gives it, is one concept.

An acronym that entries spell out differently is several concepts; entities without a long form go to the one that most
papers mean. Two spellings of one long form (``Direction Preference Optimization``) do not split it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from rapidfuzz import fuzz

from papergraph.iri import slug
from papergraph.model import Alias, Concept, ConceptClass, Day, DayId, Decision, Entity, Label, PaperId, Role
from papergraph.names import concept_norm, language_of, singular
from papergraph.resolve.keys import hand_out

_Group = tuple[str, str]  # (normalised name, normalised long form or "")
#: From this likeness on (rapidfuzz's ratio, 0 to 100) two long forms are spellings of one; slips beside a form that is
#: ``_MUCH`` times as common need less. Judged on the long forms of 265 days.
_ALIKE = 88
_ALIKE_TO_MUCH = 75
_MUCH = 4
_CLASS_ORDER = {cls: place for place, cls in enumerate(ConceptClass)}


@dataclass(slots=True)
class _Evidence:
    """What all entities of one group say, gathered before a concept is made of it."""

    papers: set[PaperId] = field(default_factory=set)
    first: tuple[date, PaperId] | None = None
    names: Counter[str] = field(default_factory=Counter)
    surfaces: set[str] = field(default_factory=set)
    classes: Counter[tuple[bool, ConceptClass]] = field(default_factory=Counter)
    benchmark: Counter[bool] = field(default_factory=Counter)

    def add(self, entity: Entity, *, paper: PaperId, day: date) -> None:
        self.papers.add(paper)
        self.first = min(self.first or (day, paper), (day, paper))
        self.names[entity.name] += 1
        self.surfaces.update(entity.surfaces)
        self.surfaces.add(entity.name)
        if entity.expansion:
            self.surfaces.add(entity.expansion)
        self.classes[entity.role is Role.INTRODUCES, entity.cls] += 1
        self.benchmark[entity.benchmark] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The concepts, sorted by key; the key of each entity of each listing; and how it was decided."""

    concepts: tuple[Concept, ...]
    concept_of: dict[DayId, tuple[tuple[str | None, ...], ...]]
    decisions: tuple[Decision, ...]


class ConceptResolver:
    """Gathers the entities of all days, in any order; :meth:`finish` decides which are one concept."""

    def __init__(self, aliases: Sequence[Alias] = ()) -> None:
        self._aliases = aliases
        self._seen: list[tuple[DayId, list[tuple[PaperId, tuple[Entity, ...]]]]] = []

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        readings = zip(day.digest.listings, day.readings, strict=True)
        self._seen.append((day.digest.id, [(listing.paper, reading.entities) for listing, reading in readings]))

    def finish(self) -> Known:
        """Decide."""
        days = sorted(self._seen, key=lambda seen: seen[0])
        group_of = _Grouping(entity for _, listings in days for _, entities in listings for entity in entities)
        evidence: dict[_Group, _Evidence] = {}
        for day, listings in days:
            for paper, entities in listings:
                for entity in entities:
                    evidence.setdefault(group_of(entity), _Evidence()).add(entity, paper=paper, day=day.day)
        preferred = {group: _preferred(facts) for group, facts in evidence.items()}
        key_of = hand_out(
            evidence, slug_of=lambda group: slug(preferred[group]), order=lambda group: (evidence[group].first, group)
        )
        concepts = [_concept(key_of[group], preferred[group], facts) for group, facts in evidence.items()]
        return Known(
            concepts=tuple(sorted(concepts, key=lambda concept: concept.key)),
            concept_of={
                day: tuple(tuple(key_of[group_of(entity)] for entity in entities) for _, entities in listings)
                for day, listings in days
            },
            decisions=(),
        )


class _Grouping:
    """Which group each entity belongs to, decided from all entities at once. Most names come again and again."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._known: dict[tuple[str, bool, str | None], _Group] = {}
        self._norm = cache(concept_norm)
        seen = list(entities)
        self._names = {self._norm(name) for name in {entity.name for entity in seen}}
        spelled_out: dict[str, Counter[str]] = {}
        for entity in seen:
            if _is_acronym(entity):
                spelled_out.setdefault(self._name(entity), Counter())[self._long_form(entity)] += 1
        self._spelling = {name: _spellings(forms) for name, forms in spelled_out.items()}
        self._main = {name: min(forms, key=lambda form: (-forms[form], form)) for name, forms in spelled_out.items()}
        # A long form alone means the acronym, unless several acronyms claim it.
        claims: dict[str, Counter[_Group]] = {}
        for name, forms in spelled_out.items():
            for form, count in forms.items():
                claims.setdefault(form, Counter())[name, self._spelling[name][form]] += count
        self._by_long_form = {form: min(groups, key=lambda g: (-groups[g], g)) for form, groups in claims.items()}

    def __call__(self, entity: Entity) -> _Group:
        what = entity.name, entity.proper, entity.expansion
        group = self._known.get(what)
        if group is None:
            group = self._known[what] = self._group(entity)
        return group

    def _group(self, entity: Entity) -> _Group:
        name = self._name(entity)
        if _is_acronym(entity):
            return name, self._spelling[name][self._long_form(entity)]
        if name in self._main:
            return name, self._main[name]
        return self._by_long_form.get(singular(name), (name, ""))

    def _name(self, entity: Entity) -> str:
        norm = self._norm(entity.name)
        short = singular(norm)
        # "Adapters" is "Adapter", but "Atlas" is no plural: a proper name loses its s only where the singular is there.
        return short if not entity.proper or short in self._names else norm

    def _long_form(self, entity: Entity) -> str:
        return singular(self._norm(entity.expansion or ""))


def _is_acronym(entity: Entity) -> bool:
    # "convolutional neural network" needs no long form to be told from others.
    return entity.expansion is not None and " " not in entity.name


def _spellings(forms: Counter[str]) -> dict[str, str]:
    """Return, for each long form that an acronym is given, the commonest of which it is a spelling."""
    spelling: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (-forms[form], form)):
        same = (
            common
            for common in dict.fromkeys(spelling.values())
            if fuzz.ratio(form, common) >= (_ALIKE if forms[common] < _MUCH * forms[form] else _ALIKE_TO_MUCH)
        )
        spelling[form] = next(same, form)
    return spelling


def _preferred(facts: _Evidence) -> str:
    # English before Korean, then the commonest, then the one with capitals, the shortest, the alphabet.
    return min(
        facts.names,
        key=lambda name: (language_of(name) == "ko", -facts.names[name], name.islower(), len(name), name),
    )


def _concept(key: str, preferred: str, facts: _Evidence) -> Concept:
    cls = _class(facts.classes)
    labels = {Label(text=text, language=language_of(text)) for text in facts.surfaces}
    label = Label(text=preferred, language=language_of(preferred))
    return Concept(
        key=key,
        cls=cls,
        benchmark=cls is ConceptClass.DATASET and facts.benchmark[True] * 2 >= facts.benchmark.total(),
        preferred=label,
        alternatives=tuple(sorted(labels - {label})),
        broader=(),
        support=len(facts.papers),
    )


def _class(votes: Counter[tuple[bool, ConceptClass]]) -> ConceptClass:
    # Whoever introduces a thing knows best what it is; otherwise the majority decides.
    introduced = any(introduces for introduces, _ in votes)
    tally: Counter[ConceptClass] = Counter()
    for (introduces, cls), count in votes.items():
        if introduces or not introduced:
            tally[cls] += count
    return min(tally, key=lambda cls: (-tally[cls], _CLASS_ORDER[cls]))
