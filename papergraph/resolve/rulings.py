"""What the user says of names of concepts: it goes before every rule, and what cannot be is an error.

A name in the alias file stands for all uses of what is named so. Where it names nothing but is another form of a thing,
it stands for that thing, but for what is said to be different or hidden: there it stands for the uses that carry no
other form (``변압기`` alone, said to be another thing than ``transformer``). ``SAGE (2407.12345)`` stands for the thing
that this paper presents or spells out by that name; of a paper that does neither, for its uses only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import NoReturn

from rapidfuzz import fuzz, process

from papergraph.errors import InputError
from papergraph.model import Alias, AliasKind, ConceptClass, NameRef, Subject
from papergraph.names import concept_norm, singular
from papergraph.resolve.broader import Broader
from papergraph.resolve.senses import Senses
from papergraph.resolve.units import Units
from papergraph.resolve.uses import Uses

RULE = "alias-file/1"
_NEAR = 3
_NEAR_ENOUGH = 55


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What one name of a statement stands for."""

    ref: NameRef
    uses: frozenset[int]
    whole: bool  # the things that are named so, not merely these uses
    is_form: bool  # nothing has it for a name

    @property
    def written(self) -> str:
        """The name as the file gives it."""
        return self.ref.name if self.ref.paper is None else f"{self.ref.name} ({self.ref.paper.local})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A statement of the alias file."""

    alias: Alias
    names: tuple[Meant, ...]

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{PurePath(self.alias.file).name}:{self.alias.line}"


class Rulings:
    """Applies what the alias file says of concepts: :meth:`apply` before all joins, what is asked of it after."""

    def __init__(self, aliases: Iterable[Alias], uses: Uses, senses: Senses, units: Units) -> None:
        self._uses = uses
        self._senses = senses
        self._units = units
        self.hidden: set[int] = set()  # units that stay without a concept
        self.called: dict[int, str] = {}  # what goes by a form of what it was taken from: unit → form
        mine = [alias for alias in aliases if alias.subject is Subject.CONCEPT]
        finder = _Finder(uses, mine)
        self.rulings = [
            Ruling(alias=alias, names=tuple(finder.find(alias, ref) for ref in alias.names)) for alias in mine
        ]
        self._members: defaultdict[int, set[int]] = defaultdict(set)
        for use, unit in enumerate(senses.unit_of if mine else ()):
            self._members[unit].add(use)
        self._own = {(sense.unit, paper) for split in senses.splits for sense in split.senses for paper in sense.papers}

    def apply(self) -> None:
        """Take apart, hide and join what the file says.

        Raises:
            InputError: two statements contradict each other.
        """
        self.rulings = [
            self._taken_apart(one) if one.alias.kind is AliasKind.DIFFERENT else one for one in self.rulings
        ]
        for ruling in self.of(AliasKind.SAME, AliasKind.HIDE):
            for meant in ruling.names:
                self._set_apart(meant)
        for ruling in self.of(AliasKind.DIFFERENT):
            sides = [self._roots(meant) for meant in ruling.names]
            self._units.keep_apart(ruling.place, {unit: number for number, side in enumerate(sides) for unit in side})
        for ruling in self.of(AliasKind.SAME):
            units = sorted(set().union(*map(self._units_of, ruling.names)))
            for unit in units[1:]:
                if not self._units.join(units[0], unit) and self._units.find(unit) != self._units.find(units[0]):
                    _refuse(ruling.alias, "this says of names that they are one, and another line that they are not")

    def of(self, *kinds: AliasKind) -> Iterator[Ruling]:
        """Yield the statements of some kinds."""
        return (ruling for ruling in self.rulings if ruling.alias.kind in kinds)

    def roots(self, meant: Meant) -> list[int]:
        """Return the concepts that a name stands for."""
        return sorted(self._roots(meant))

    def settle_hidden(self) -> None:
        """Find what is hidden, now that it is known what is one.

        A name that most papers use for a thing hides all of it; one of its other names hides where that one stands.

        Raises:
            InputError: another statement names it.
        """
        line_of = {}
        members: defaultdict[int, list[int]] = defaultdict(list)
        for unit in range(len(self._units)) if any(self.of(AliasKind.HIDE)) else ():
            members[self._units.find(unit)].append(unit)
        for ruling in self.of(AliasKind.HIDE):
            meant = ruling.names[0]
            units = self._units_of(meant)
            for root in self._roots(meant) if meant.whole else ():
                named = self._papers(units.intersection(members[root]))
                if 2 * len(named) >= len(self._papers(members[root])):
                    units.update(members[root])
            self.hidden |= units
            line_of.update(dict.fromkeys(units, ruling.alias.line))
        for ruling in self.rulings:
            for meant in ruling.names if ruling.alias.kind is not AliasKind.HIDE else ():
                for unit in self._units_of(meant) & self.hidden:
                    line = line_of[unit]
                    _refuse(ruling.alias, f"{meant.written!r} is hidden by line {line} and cannot be named here")

    def classes(self) -> dict[int, tuple[ConceptClass, bool]]:
        """Return what concepts are said to be, with "is a benchmark".

        Raises:
            InputError: two statements say differently.
        """
        said: dict[int, tuple[ConceptClass, bool]] = {}
        for ruling in self.of(AliasKind.CLASS):
            if ruling.alias.cls is None:
                continue
            cls = ruling.alias.cls, ruling.alias.benchmark
            for root in self.roots(ruling.names[0]):
                if said.setdefault(root, cls) != cls:
                    _refuse(ruling.alias, f"{ruling.names[0].written!r} has another class in another line")
        return said

    def broader(self) -> list[Broader]:
        """Return what is said to stand under what.

        Raises:
            InputError: a name is several things, or something would stand under itself.
        """
        above: dict[int, set[int]] = {}
        links = []
        for ruling in self.of(AliasKind.BROADER):
            narrow, broad = (self._root(ruling, meant) for meant in ruling.names)
            reached, left = {broad}, [broad]
            while left:
                further = above.get(left.pop(), set()) - reached
                reached |= further
                left.extend(further)
            if narrow in reached:
                _refuse(ruling.alias, f"{ruling.names[0].written!r} would stand under itself")
            above.setdefault(narrow, set()).add(broad)
            links.append(Broader(rule=RULE, narrow=narrow, broad=broad, text=""))
        return links

    def _root(self, ruling: Ruling, meant: Meant) -> int:
        roots = self.roots(meant)
        if len(roots) > 1:
            _refuse(ruling.alias, f"{meant.written!r} is several things", hint="say whose: NAME (2407.12345)")
        return roots[0]

    def _roots(self, meant: Meant) -> set[int]:
        return {self._units.find(unit) for unit in self._units_of(meant)}

    def _units_of(self, meant: Meant) -> set[int]:
        papers: defaultdict[int, set[int]] = defaultdict(set)
        for use in meant.uses:
            papers[self._senses.unit_of[use]].add(self._uses.paper_of[use])
        if meant.is_form and meant.whole:  # of the things that have the form, the one that most papers mean
            return {min(papers, key=lambda unit: (-len(papers[unit]), unit))}
        return set(papers)

    def _papers(self, units: Iterable[int]) -> set[int]:
        return {self._uses.paper_of[use] for unit in units for use in self._members[unit]}

    def _set_apart(self, meant: Meant) -> None:
        """Give the uses that are meant a unit of their own, unless the whole thing is meant."""
        for unit in sorted(self._units_of(meant)):
            uses = self._members[unit] & meant.uses
            is_its = meant.ref.paper is not None and all((unit, self._uses.paper_of[use]) in self._own for use in uses)
            if not (meant.whole or is_its or uses == self._members[unit]):
                self._move(uses, unit)

    def _taken_apart(self, ruling: Ruling) -> Ruling:
        """Give each of the names that are different its own uses, and units that it shares with no other of them."""
        claimed: set[int] = set()
        own: dict[int, frozenset[int]] = {}
        for number in sorted(range(len(ruling.names)), key=lambda number: len(ruling.names[number].uses)):
            own[number] = ruling.names[number].uses - claimed
            claimed |= own[number]
            if not own[number]:
                _refuse(
                    ruling.alias,
                    f"{ruling.names[number].written!r} is named twice, or has no uses of its own",
                    hint="say which papers mean which: NAME (2407.12345)",
                )
        touched: defaultdict[int, list[int]] = defaultdict(list)
        for number in own:
            for unit in {self._senses.unit_of[use] for use in own[number]}:
                touched[unit].append(number)
        for unit, numbers in sorted(touched.items()):
            # Whoever has most papers keeps what nobody named.
            numbers.sort(key=lambda number: (-len({self._uses.paper_of[use] for use in own[number]}), number))
            for number in numbers[1:]:
                fresh = self._move(self._members[unit] & own[number], unit)
                if ruling.names[number].is_form:
                    self.called[fresh] = ruling.names[number].ref.name
        names = tuple(replace(meant, uses=own[number]) for number, meant in enumerate(ruling.names))
        return replace(ruling, names=names)

    def _move(self, uses: set[int], unit: int) -> int:
        """Move ``uses`` from their unit to a new one."""
        fresh = self._units.add()
        self._senses.name_of.append(self._senses.name_of[unit])
        for use in uses:
            self._senses.unit_of[use] = fresh
        self._members[unit] -= uses
        self._members[fresh] = set(uses)
        return fresh


class _Finder:
    """Finds the uses that a name in the alias file stands for."""

    def __init__(self, uses: Uses, aliases: Sequence[Alias]) -> None:
        self._uses = uses
        self._names = {norm: name for name, norm in enumerate(uses.norms)} if aliases else {}
        # Who tells two spellings of one name apart means just these, in every line.
        self._told_apart = {
            norm
            for alias in aliases
            if alias.kind is AliasKind.DIFFERENT
            for (norm, _), count in Counter((concept_norm(ref.name), ref.paper) for ref in alias.names).items()
            if count > 1
        }
        wanted = {norm for alias in aliases for ref in alias.names for norm in _norms(ref)}
        self._carrying: defaultdict[str, list[int]] = defaultdict(list)  # norm → kinds with such a form
        for kind in range(len(uses.names)) if wanted else ():
            for norm in wanted.intersection(map(concept_norm, self._forms(kind))):
                self._carrying[norm].append(kind)

    def find(self, alias: Alias, ref: NameRef) -> Meant:
        """Return what ``ref`` stands for.

        Raises:
            InputError: nobody names it.
        """
        for norm in _norms(ref):
            name = self._names.get(norm)
            kinds = list(self._uses.kinds(name)) if name is not None else []
            if norm in self._told_apart:
                kinds = [kind for kind in kinds if ref.name in (self._uses.names[kind], *self._forms(kind))]
            if named := self._of_paper(kinds, ref):
                return Meant(ref=ref, uses=named, whole=ref.paper is None, is_form=False)
            if carried := self._carried(alias, ref, norm):
                return carried
        raise self._unknown(alias, ref)

    def _carried(self, alias: Alias, ref: NameRef, norm: str) -> Meant | None:
        carrying = self._carrying.get(norm, [])
        pure = [kind for kind in carrying if {concept_norm(form) for form in self._forms(kind)} == {norm}]
        apart = alias.kind in (AliasKind.DIFFERENT, AliasKind.HIDE)
        if not apart:
            pure = []
        for kinds in (pure, carrying):
            if uses := self._of_paper(kinds, ref):
                if alias.kind is AliasKind.HIDE and kinds is carrying:
                    name = self._uses.names[carrying[0]]
                    _refuse(alias, f"{ref.name!r} stands nowhere alone: it is another form of {name!r}")
                return Meant(ref=ref, uses=uses, whole=not apart and ref.paper is None, is_form=True)
        return None

    def _of_paper(self, kinds: Iterable[int], ref: NameRef) -> frozenset[int]:
        uses = self._uses
        return frozenset(
            use
            for kind in kinds
            for use in uses.of(kind)
            if ref.paper is None or uses.papers[uses.paper_of[use]] == ref.paper
        )

    def _forms(self, kind: int) -> list[str]:
        long_form = self._uses.long_forms[kind]
        return [form for form, _ in self._uses.forms(kind)] + ([long_form] if long_form is not None else [])

    def _unknown(self, alias: Alias, ref: NameRef) -> InputError:
        uses = self._uses
        if ref.paper is None:
            names: Iterable[str] = set(uses.names)
            message = f"no entry names {ref.name!r}"
        else:
            kinds = (kind for kind, use in uses.all() if uses.papers[uses.paper_of[use]] == ref.paper)
            names = {uses.names[kind] for kind in kinds}
            message = f"no entry of {ref.paper.local} names {ref.name!r}"
        near = process.extract(ref.name, sorted(names), scorer=fuzz.ratio, limit=_NEAR, score_cutoff=_NEAR_ENOUGH)
        hint = f"near: {', '.join(name for name, _, _ in near)}" if near else None
        return InputError(message, file=alias.file, line=alias.line, hint=hint)


def _norms(ref: NameRef) -> tuple[str, ...]:
    norm = concept_norm(ref.name)
    return tuple(dict.fromkeys((norm, singular(norm))))


def _refuse(alias: Alias, message: str, *, hint: str | None = None) -> NoReturn:
    raise InputError(message, file=alias.file, line=alias.line, hint=hint)
