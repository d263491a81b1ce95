"""What all entries name, in columns: a kind for all entities that are written the same, and the uses of each.

Entities are not kept: a few hundred thousand papers name millions of them. Everything is a number here, and once
:meth:`UseCollector.finish` has sorted all, the order of numbers is the order of what they stand for, so that whoever
takes the least, or goes through them in order, does the same whatever the order in which the days came.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, TypeAlias

from papergraph.model import ConceptClass, Day, DayId, Entity, Mention, PaperId, Role, Section
from papergraph.names import concept_norm

CLASSES = tuple(ConceptClass)
_PLACE_OF_CLASS = {cls: place for place, cls in enumerate(CLASSES)}
#: Bits of a use; the lowest three are the place of its class.
CLASS_BITS = 7
BENCHMARK = 8
INTRODUCES = 16
HEADS_TITLE = 32  # the title begins with the name: "Name: what it does"
PROPER = 64
#: Bits of a surface: how it came to be a name of the thing.
FROM_LEXICON = 1
FROM_GLOSS = 2
_BITS_OF_SURFACE = 2
_ANY_FROM_LEXICON = 0x5555_5555_5555_5555
_SURFACES_MARKED = 32  # what fits into 64 bits; entries have six at most
_BEHIND_A_NAME = (":", "!", "?", " –", " —", " -")

Column: TypeAlias = "array[int]"
#: What names one concept: kinds, each with those of its uses that do.
Members: TypeAlias = "Sequence[tuple[int, Sequence[int]]]"
#: Name, long form, surfaces (none when the name is the only one).
_Kind = tuple[str, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What one day's listings name: all in one row, and how many of it each listing names."""

    day: DayId
    papers: Column  # of each listing
    sizes: Column
    uses: Column


@dataclass(slots=True)
class _Taken:
    """One day as it was taken in: the kind and the bits of each use of each listing."""

    day: DayId
    papers: Column = field(default_factory=lambda: array("I"))
    sizes: Column = field(default_factory=lambda: array("I"))
    kinds: Column = field(default_factory=lambda: array("I"))
    bits: Column = field(default_factory=lambda: array("B"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """All uses of all kinds. Kinds with one norm follow each other: they are one *name*.

    A use is a number too: those of kind ``k`` are ``starts[k]`` to ``starts[k + 1]``, in order of the days.
    """

    names: list[str]  # of each kind
    long_forms: list[str | None]
    surfaces: list[tuple[str, ...]]
    marks: Column  # how each surface was found, two bits each
    norms: list[str]  # of each name
    name_of: Column  # kind → name
    first_kind: Column  # name → its first kind; one more at the end
    starts: Column
    paper_of: Column  # use → paper
    when: Column  # use → day, counted from the earliest
    bits: Column
    papers: list[PaperId]
    authors: dict[int, Column]  # hashes of the names of the authors of each paper that introduces something
    days: list[Listed]

    def kinds(self, name: int) -> range:
        """Return the kinds that are written with one name."""
        return range(self.first_kind[name], self.first_kind[name + 1])

    def of(self, kind: int) -> range:
        """Return the uses of a kind."""
        return range(self.starts[kind], self.starts[kind + 1])

    def all(self) -> Iterator[tuple[int, int]]:
        """Yield all uses, each with its kind."""
        for kind in range(len(self.names)):
            for use in self.of(kind):
                yield kind, use

    def forms(self, kind: int) -> Iterator[tuple[str, int]]:
        """Yield the surfaces of a kind with how each was found."""
        marks = self.marks[kind]
        for surface in self.surfaces[kind] or (self.names[kind],):
            yield surface, marks & (FROM_LEXICON | FROM_GLOSS)
            marks >>= _BITS_OF_SURFACE

    def is_known(self, kind: int) -> bool:
        """Whether the lexicon knows the name."""
        return bool(self.marks[kind] & _ANY_FROM_LEXICON)


class UseCollector:
    """Takes in days, in any order, each once."""

    def __init__(self) -> None:
        self._kinds: dict[_Kind, int] = {}
        self._marks = array("Q")
        self._papers: dict[PaperId, int] = {}
        self._authors: dict[int, Column] = {}
        self._days: list[_Taken] = []
        self._found: dict[str, int] = {}  # rule → bits

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        taken = _Taken(day.digest.id)
        for listing, reading in zip(day.digest.listings, day.readings, strict=True):
            paper = self._papers.setdefault(listing.paper, len(self._papers))
            taken.papers.append(paper)
            taken.sizes.append(len(reading.entities))
            introduces = 0
            for entity in reading.entities:
                kind = self._kind(entity)
                bits = self._mark(kind, entity, listing.sections)
                introduces |= bits & INTRODUCES
                taken.kinds.append(kind)
                taken.bits.append(bits)
            if introduces and listing.authors:
                # Hashes, in 64 bits, for they are only compared.
                self._authors.setdefault(paper, array("q")).extend(map(hash, listing.authors))
        self._days.append(taken)

    def _kind(self, entity: Entity) -> int:
        surfaces = () if entity.surfaces == (entity.name,) else entity.surfaces
        key = entity.name, entity.expansion, surfaces
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[_sharing(*key)] = len(self._kinds)
            self._marks.append(0)
        return kind

    def _mark(self, kind: int, entity: Entity, sections: Sequence[Section]) -> int:
        """Return the bits of a use; note how its surfaces were found."""
        bits = _PLACE_OF_CLASS[entity.cls] | BENCHMARK * entity.benchmark | PROPER * entity.proper
        marks = self._marks[kind]
        several = len(entity.surfaces) > 1
        for mention in entity.mentions:
            if mention.role is Role.INTRODUCES:
                bits |= INTRODUCES
            found = self._found.get(mention.rule)
            if found is None:
                found = self._found[mention.rule] = _found_by(mention.rule)
            if found:
                marks |= found << (_BITS_OF_SURFACE * _place(entity.surfaces, mention, sections)) if several else found
        first = entity.mentions[0]
        if bits & INTRODUCES and first.section == first.start == 0 and sections:
            behind = sections[0].text[first.end : first.end + 2]
            bits |= HEADS_TITLE * behind.startswith(_BEHIND_A_NAME)
        self._marks[kind] = marks
        return bits

    def finish(self) -> Uses:
        """Sort everything that was taken in, and let go of it."""
        kinds, norms = _sorted_kinds(self._kinds)
        papers = sorted(self._papers)
        new_kind, new_paper = _places(self._kinds, kinds), _places(self._papers, papers)
        self._kinds.clear()
        self._papers.clear()
        self._days.sort(key=lambda taken: taken.day)
        for taken in self._days:
            taken.papers = array("I", map(new_paper.__getitem__, taken.papers))
            taken.kinds = array("I", map(new_kind.__getitem__, taken.kinds))
        marks = array("Q", bytes(8 * len(kinds)))
        for old, new in enumerate(new_kind):
            marks[new] = self._marks[old]
        first_kind, name_of, name_norms = array("I"), array("I"), []
        for kind, norm in enumerate(norms):
            if not kind or norm != norms[kind - 1]:
                first_kind.append(kind)
                name_norms.append(norm)
            name_of.append(len(name_norms) - 1)
        first_kind.append(len(kinds))
        return Uses(
            names=[name for name, _, _ in kinds],
            long_forms=[long_form for _, long_form, _ in kinds],
            surfaces=[surfaces for _, _, surfaces in kinds],
            marks=marks,
            norms=name_norms,
            name_of=name_of,
            first_kind=first_kind,
            papers=papers,
            authors={new_paper[old]: names for old, names in self._authors.items()},
            **_by_kind(self._days, len(kinds)),
        )


def _sharing(name: str, long_form: str | None, surfaces: tuple[str, ...]) -> _Kind:
    """Return a kind that holds each string once."""
    held = {name: name}
    shared = tuple(held.setdefault(surface, surface) for surface in surfaces)
    return name, held.get(long_form, long_form) if long_form is not None else None, shared


def _found_by(rule: str) -> int:
    return FROM_LEXICON * rule.startswith("lexicon/") | FROM_GLOSS * rule.startswith("gloss")


def _place(surfaces: Sequence[str], mention: Mention, sections: Sequence[Section]) -> int:
    surface = sections[mention.section].text[mention.start : mention.end] if sections else ""
    place = surfaces.index(surface) if surface in surfaces else 0
    return min(place, _SURFACES_MARKED - 1)


def _sorted_kinds(kinds: dict[_Kind, int]) -> tuple[list[_Kind], list[str]]:
    """Return the kinds in order of their norms, and the norm of each."""
    norm_of = {name: concept_norm(name) or name for name in {name for name, _, _ in kinds}}
    ordered = sorted(kinds, key=lambda kind: (norm_of[kind[0]], kind[0], kind[1] or "", kind[2]))
    return ordered, [norm_of[name] for name, _, _ in ordered]


def _places(old: dict[_Kind, int] | dict[PaperId, int], ordered: Sequence[_Kind] | Sequence[PaperId]) -> Column:
    places = array("I", bytes(4 * len(ordered)))
    for new, thing in enumerate(ordered):
        places[old[thing]] = new  # type: ignore[index]
    return places


def _by_kind(days: Sequence[_Taken], kinds: int) -> dict[str, Any]:
    """Return the columns of uses, those of each kind together, in the order of days and listings."""
    counts = array("I", bytes(4 * (kinds + 1)))
    for taken in days:
        for kind in taken.kinds:
            counts[kind + 1] += 1
    starts = array("I", accumulate(counts))
    uses = starts[-1]
    free = starts[:]
    paper_of, when, bits = array("I", bytes(4 * uses)), array("I", bytes(4 * uses)), array("B", bytes(uses))
    earliest = min((taken.day.day for taken in days), default=None)
    listed = []
    for taken in days:
        day = (taken.day.day - earliest).days if earliest else 0
        row = array("I")
        place = 0
        for paper, size in zip(taken.papers, taken.sizes, strict=True):
            for one in range(place, place + size):
                kind = taken.kinds[one]
                use = free[kind]
                free[kind] = use + 1
                paper_of[use], when[use], bits[use] = paper, day, taken.bits[one]
                row.append(use)
            place += size
        listed.append(Listed(day=taken.day, papers=taken.papers, sizes=taken.sizes, uses=row))
    return {"starts": starts, "paper_of": paper_of, "when": when, "bits": bits, "days": listed}
