"""Entities → concepts: what all entries name, and which of it is one thing.

Four steps, none of which depends on the order in which days came: uses of names are gathered (:mod:`uses`), a name
that stands for several things is taken apart (:mod:`senses`), names that stand for one are joined (:mod:`joins`), and
what is left gets labels, a class and its place under others (:mod:`labels`, :mod:`broader`). What the user says of
names (:mod:`rulings`) goes before all of it. Every step says why (:mod:`reasons`).
"""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from papergraph.iri import slug
from papergraph.model import Alias, Concept, Day, DayId, Decision
from papergraph.resolve import senses as sense_finder
from papergraph.resolve.broader import Broader, Hierarchy
from papergraph.resolve.joins import Joiner
from papergraph.resolve.keys import hand_out
from papergraph.resolve.labels import draft
from papergraph.resolve.reasons import Reasons
from papergraph.resolve.rulings import Rulings
from papergraph.resolve.senses import Senses
from papergraph.resolve.standing import Standing
from papergraph.resolve.units import Units
from papergraph.resolve.uses import Members, UseCollector, Uses


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
        self._collector = UseCollector()

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        self._collector.add(day)

    def finish(self) -> Known:
        """Decide.

        Raises:
            InputError: an alias names what nobody names, or contradicts another.
        """
        uses = self._collector.finish()
        senses = sense_finder.find(uses)
        units = Units(len(senses.name_of))
        rulings = Rulings(self._aliases, uses, senses, units)
        rulings.apply()
        _keep_senses_apart(senses, units)
        joiner = Joiner(uses, senses, units)
        joiner.run()
        return _Settled(uses, senses, units, rulings, joiner).known()


def _keep_senses_apart(senses: Senses, units: Units) -> None:
    for split in senses.splits:
        several = [sense.unit for sense in split.senses] + ([split.open] if split.open is not None else [])
        units.keep_apart(f"name {split.name}", {unit: side for side, unit in enumerate(several)})


class _Settled:
    """What is one thing is settled: it gets a key, labels, a class and its place under others."""

    def __init__(self, uses: Uses, senses: Senses, units: Units, rulings: Rulings, joiner: Joiner) -> None:
        self._uses, self._senses, self._units, self._rulings, self._joiner = uses, senses, units, rulings, joiner
        rulings.settle_hidden()
        classes = rulings.classes()
        called = {units.find(unit): form for unit, form in rulings.called.items()}
        self._concepts = _Concepts(uses, senses, units, hidden=rulings.hidden)
        self._drafts = {
            root: draft(uses, self._concepts.members(root), cls=classes.get(root), called=called.get(root))
            for root in self._concepts.roots
        }
        self._key_of_root = hand_out(
            self._drafts,
            slug_of=lambda root: slug(self._drafts[root].preferred),
            order=lambda root: (self._drafts[root].first, root),
        )
        self._key_of = [
            None if unit in rulings.hidden else self._key_of_root.get(units.find(unit)) for unit in range(len(units))
        ]

    def known(self) -> Known:
        """Return what is to be known of it."""
        links = self._links()
        concept_of = self._concept_of()
        decisions = self._decisions(links)
        above: dict[int, list[str]] = {}
        for link in links:
            above.setdefault(link.narrow, []).append(self._key_of_root[link.broad])
        concepts = []
        while self._drafts:  # a draft is let go when its concept is there
            root, one = self._drafts.popitem()
            concepts.append(one.concept(self._key_of_root[root], broader=tuple(sorted(above.get(root, ())))))
        concepts.sort(key=lambda concept: concept.key)
        return Known(concepts=tuple(concepts), concept_of=concept_of, decisions=decisions)

    def _links(self) -> list[Broader]:
        standing = Standing(
            self._uses,
            self._senses,
            self._units,
            joiner=self._joiner,
            drafts=self._drafts,
            members=self._concepts.members,
        )
        return Hierarchy(self._drafts, standing, said=self._rulings.broader()).run()

    def _concept_of(self) -> dict[DayId, tuple[tuple[str | None, ...], ...]]:
        key_of_use = [self._key_of[unit] for unit in self._senses.unit_of]
        known: dict[DayId, tuple[tuple[str | None, ...], ...]] = {}
        for listed in self._uses.days:
            keys = iter(map(key_of_use.__getitem__, listed.uses))
            known[listed.day] = tuple(tuple(islice(keys, size)) for size in listed.sizes)
        return known

    def _decisions(self, links: Sequence[Broader]) -> tuple[Decision, ...]:
        reasons = Reasons(self._uses, self._senses, self._key_of)
        joined: dict[str | None, set[str]] = {}
        for join in self._joiner.joins:
            norm = self._uses.norms[self._senses.name_of[join.unit]]
            joined.setdefault(self._key_of[join.unit], set()).add(norm)
        made = [*reasons.joins(self._joiner.joins), *reasons.splits(self._senses.splits)]
        made += reasons.conflicts(self._senses.kept, self._joiner.disagreements)
        made += reasons.rulings(self._rulings)
        made += [
            reasons.broader(link, self._drafts, self._concepts.members(link.narrow)) for link in links if link.text
        ]
        for root, one in self._drafts.items():
            key = self._key_of_root[root]
            if one.labels:
                made += reasons.merges(one.preferred, key, self._concepts.members(root), joined.get(key, set()))
        return tuple(sorted(made, key=lambda one: (one.kind.value, one.keys, one.rule, one.names)))


class _Concepts:
    """The uses of each concept, by kind, in order."""

    def __init__(self, uses: Uses, senses: Senses, units: Units, *, hidden: Collection[int]) -> None:
        nowhere = len(units)
        root_of_unit = [nowhere if unit in hidden else units.find(unit) for unit in range(len(units))]
        root_of = array("I", map(root_of_unit.__getitem__, senses.unit_of))
        counts = array("I", bytes(4 * (nowhere + 2)))
        for root in root_of:
            counts[root + 1] += 1
        self._starts = array("I", accumulate(counts))
        free = self._starts[:]
        self._uses, self._kinds = array("I", bytes(4 * len(root_of))), array("I", bytes(4 * len(root_of)))
        for kind, use in uses.all():
            place = free[root_of[use]]
            free[root_of[use]] = place + 1
            self._uses[place], self._kinds[place] = use, kind
        self.roots = [root for root in range(len(units)) if self._starts[root] < self._starts[root + 1]]

    def members(self, root: int) -> Members:
        """Return what names one concept."""
        start, end = self._starts[root], self._starts[root + 1]
        kinds = self._kinds
        if kinds[start] == kinds[end - 1]:
            return ((kinds[start], self._uses[start:end]),)
        found = []
        while start < end:
            stop = bisect_right(kinds, kinds[start], start, end)
            found.append((kinds[start], self._uses[start:stop]))
            start = stop
        return found
