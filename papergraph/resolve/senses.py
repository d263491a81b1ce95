"""One name for several things: an acronym that entries spell out differently, a name that two papers each give.

Every use of a name gets a *unit*; units are what other rules then join. A name is one unit unless the text says
otherwise: long forms that disagree split it, and so do two papers that each present something of that name, when they
share no authors and at least two signs tell that the things differ. Papers that neither spell the name out nor present
the thing go where their spelling, their class, the calendar or numbers point; where these do not decide, their uses
stay by themselves.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from papergraph.names import concept_norm
from papergraph.resolve.long_forms import spellings
from papergraph.resolve.uses import CLASS_BITS, HEADS_TITLE, INTRODUCES, PROPER, Column, Uses

#: Papers with this many authors in common are of one group, and mean one thing. Of the pairs of 3,600 papers drawn by
#: chance, one in 750 has them.
_SAME_GROUP = 2
_SIGNS = 2
_CLEARLY = 2  # one sense is meant where it has this many times the papers of the next


@dataclass(slots=True)
class Sense:
    """One of the things that a name stands for, while it is found out."""

    unit: int = -1
    long_form: str | None = None
    papers: set[int] = field(default_factory=set)  # that spell it out or present it
    presented: int | None = None  # the first day on which a paper presents it
    seeds: list["_Seed"] = field(default_factory=list)
    unlike: dict[tuple[object, ...], "_Seed"] = field(default_factory=dict)  # of seeds that look alike, the first


@dataclass(slots=True)
class _Seed:
    """The papers that give a name one long form; or one paper that presents a thing of that name without any."""

    long_form: str | None
    spelled_out: set[str] = field(default_factory=set)  # the long form, in all its spellings
    papers: set[int] = field(default_factory=set)
    presenting: set[int] = field(default_factory=set)
    first: tuple[int, int] = (0, 0)  # day and paper
    presented: int | None = None
    strong: bool = False  # presented in the title's first place, or spelled out by the paper that presents it
    classes: Counter[int] = field(default_factory=Counter)
    spelled: set[str] = field(default_factory=set)  # the name, with its capitals

    @property
    def cls(self) -> int:
        return min(self.classes, key=lambda cls: (-self.classes[cls], cls))


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A name that is several units."""

    name: int
    senses: tuple[Sense, ...]
    open: int | None  # the unit of the uses that could be of several senses
    open_papers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A name that several papers without common authors present, and that stayed one thing."""

    name: int
    papers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Senses:
    """The unit of each use. The first unit of a name has the name's number. The columns may still be changed."""

    unit_of: Column  # use → unit
    name_of: Column  # unit → name
    splits: tuple[Split, ...]
    kept: tuple[Kept, ...]


def find(uses: Uses) -> Senses:
    """Return the unit of each use of each name."""
    unit_of = array("I", bytes(4 * len(uses.paper_of)))
    for kind, name in enumerate(uses.name_of):
        for use in uses.of(kind):
            unit_of[use] = name
    name_of = array("I", range(len(uses.norms)))
    splits, kept = [], []
    for name in _suspects(uses):
        seeds = _seeds(uses, name)
        senses = _senses(seeds, uses)
        if len(senses) > 1:
            split = _split(uses, name, senses, unit_of, len(name_of))
            name_of.extend([name] * (len(senses) - 1 + (split.open is not None)))
            splits.append(split)
        elif len(presenting := _different_groups(seeds, uses)) > 1:
            kept.append(Kept(name=name, papers=presenting))
    return Senses(unit_of=unit_of, name_of=name_of, splits=tuple(splits), kept=tuple(kept))


def is_acronym(name: str) -> bool:
    """Whether a long form tells a name from others: "convolutional neural network" needs none."""
    return " " not in name


def _suspects(uses: Uses) -> list[int]:
    """Return the names with several long forms, or that several papers present."""
    long_form: dict[int, str] = {}
    presents: dict[int, int] = {}
    suspects: set[int] = set()
    for kind, form in enumerate(uses.long_forms):
        if form is not None and is_acronym(uses.names[kind]):
            norm = concept_norm(form)
            if long_form.setdefault(uses.name_of[kind], norm) != norm:
                suspects.add(uses.name_of[kind])
    for kind, name in enumerate(uses.name_of):
        for use in uses.of(kind):
            if uses.bits[use] & INTRODUCES and uses.bits[use] & PROPER:
                paper = uses.paper_of[use]
                if presents.setdefault(name, paper) != paper:
                    suspects.add(name)
    return sorted(suspects)


def _all_uses(uses: Uses, name: int) -> Iterator[tuple[int, int]]:
    for kind in uses.kinds(name):
        for use in uses.of(kind):
            yield kind, use


def _seeds(uses: Uses, name: int) -> list[_Seed]:
    """Return what the uses of a name are gathered around, the earliest first."""
    counts: Counter[str] = Counter()
    for kind in uses.kinds(name):
        form = uses.long_forms[kind]
        if form is not None and is_acronym(uses.names[kind]):
            counts[form] += len(set(map(uses.paper_of.__getitem__, uses.of(kind))))
    spelling = spellings(counts)
    seeds: dict[str | int, _Seed] = {}
    spelled_out: dict[int, str] = {}  # paper → long form
    for kind, use in _all_uses(uses, name):
        form = spelling.get(uses.long_forms[kind] or "")
        if form is not None:
            spelled_out.setdefault(uses.paper_of[use], form)
            _gather(seeds.setdefault(form, _Seed(form)), uses, kind, use)
    for kind, use in _all_uses(uses, name):
        bits, paper = uses.bits[use], uses.paper_of[use]
        if uses.long_forms[kind] not in spelling and bits & INTRODUCES and bits & PROPER:
            key = spelled_out.get(paper, paper)
            _gather(seeds.setdefault(key, _Seed(None)), uses, kind, use)
    return sorted(seeds.values(), key=lambda seed: seed.first)


def _gather(seed: _Seed, uses: Uses, kind: int, use: int) -> None:
    paper, when, bits = uses.paper_of[use], uses.when[use], uses.bits[use]
    long_form = uses.long_forms[kind] if seed.long_form is not None else None
    if long_form is not None:
        seed.spelled_out.add(long_form)
    seed.first = min(seed.first, (when, paper)) if seed.papers else (when, paper)
    seed.papers.add(paper)
    seed.classes[bits & CLASS_BITS] += 1
    seed.spelled |= _spelled(uses, kind)
    if bits & INTRODUCES and bits & PROPER:
        seed.presenting.add(paper)
        seed.presented = when if seed.presented is None else min(seed.presented, when)
        seed.strong = seed.strong or long_form is not None or bool(bits & HEADS_TITLE)


def _spelled(uses: Uses, kind: int) -> set[str]:
    """Return how a name is written, capitals and all: ``MoRA`` is not ``Mora``."""
    norm = uses.norms[uses.name_of[kind]]
    written = {surface for surface, _ in uses.forms(kind) if concept_norm(surface) == norm}
    return {"".join(filter(str.isalnum, surface)) for surface in written or {uses.names[kind]}}


def _senses(seeds: Sequence[_Seed], uses: Uses) -> list[Sense]:
    senses: list[Sense] = []
    for seed in seeds:
        fitting = [sense for sense in senses if all(_is_one(seed, other, uses) for other in sense.unlike.values())]
        if fitting:
            sense = max(fitting, key=lambda one: len(one.papers))
        else:
            sense = Sense()
            senses.append(sense)
        sense.seeds.append(seed)
        sense.unlike.setdefault((seed.long_form, seed.strong, seed.cls, frozenset(seed.spelled)), seed)
        sense.papers |= seed.papers
        sense.long_form = sense.long_form or seed.long_form
        if seed.presented is not None:
            sense.presented = seed.presented if sense.presented is None else min(sense.presented, seed.presented)
    return senses


def _is_one(seed: _Seed, other: _Seed, uses: Uses) -> bool:
    if seed.long_form is not None and other.long_form is not None:
        return False
    signs = (
        seed.strong,
        other.strong,
        seed.cls != other.cls,
        seed.spelled.isdisjoint(other.spelled),
        # Who takes a name up without much ado, before it was given, means something else.
        seed.strong != other.strong and (seed.first < other.first) != seed.strong,
    )
    return sum(signs) < _SIGNS or _share_authors(seed.papers, other.papers, uses)


def _share_authors(papers: Iterable[int], others: Iterable[int], uses: Uses) -> bool:
    groups = [[set(uses.authors.get(paper, ())) for paper in side] for side in (papers, others)]
    return any(len(one & other) >= _SAME_GROUP for one in groups[0] for other in groups[1])


def _different_groups(seeds: Sequence[_Seed], uses: Uses) -> tuple[int, ...]:
    """Return the papers that present a thing of one name, one of each group of authors."""
    found: list[int] = []
    by_author: defaultdict[int, list[int]] = defaultdict(list)
    for paper in sorted({paper for seed in seeds for paper in seed.presenting}):
        authors = set(uses.authors.get(paper, ()))
        common = Counter(other for author in authors for other in by_author[author])
        if max(common.values(), default=0) < _SAME_GROUP:
            found.append(paper)
            for author in authors:
                by_author[author].append(paper)
    return tuple(found)


def _split(uses: Uses, name: int, senses: list[Sense], unit_of: Column, units: int) -> Split:
    for place, sense in enumerate(senses):
        sense.unit = name if not place else units + place - 1
    open_unit = units + len(senses) - 1
    sense_of = {paper: sense for sense in senses for paper in sense.papers}
    spelled_out = {form: sense for sense in senses for seed in sense.seeds for form in seed.spelled_out}
    papers: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for kind, use in _all_uses(uses, name):
        papers[uses.paper_of[use]].append((kind, use))
    left_open = []
    for paper, named in sorted(papers.items()):
        meant = sense_of.get(paper) or _meant(uses, named, senses)
        if meant is None:
            left_open.append(paper)
        for kind, use in named:
            own = spelled_out.get(uses.long_forms[kind] or "") or meant  # one paper may spell out two
            unit_of[use] = own.unit if own is not None else open_unit
    return Split(
        name=name,
        senses=tuple(senses),
        open=open_unit if left_open else None,
        open_papers=tuple(left_open),
    )


def _meant(uses: Uses, named: list[tuple[int, int]], senses: list[Sense]) -> Sense | None:
    """Return the sense in which a paper uses a name that it neither spells out nor presents; None for "unclear"."""
    day = min(uses.when[use] for _, use in named)
    spelled = set[str]().union(*(_spelled(uses, kind) for kind, _ in named))
    # What the lexicon knows has the lexicon's class, whatever it stands for.
    classes = {uses.bits[use] & CLASS_BITS for kind, use in named if not uses.is_known(kind)}
    left = [sense for sense in senses if sense.presented is None or sense.presented <= day]
    left = [one for one in left if any(not seed.spelled.isdisjoint(spelled) for seed in one.seeds)] or left
    left = [one for one in left if any(seed.cls in classes for seed in one.seeds)] or left
    left.sort(key=lambda sense: -len(sense.papers))
    if len(left) > 1 and len(left[0].papers) < _CLEARLY * len(left[1].papers):
        return None
    return left[0] if left else None
