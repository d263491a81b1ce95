"""Spellings → people: which names that may be one person's are one, by the co-authors that they share.

A pair of names needs the more evidence the less they are alike and the commoner they are. A short form that may stand
for several people (``Robert Mercer`` for Robert E. and for Robert L.) is taken circle by circle.

The features are those of the literature on author names: compatible names, co-authors, topics, time (Ferreira,
Gonçalves and Laender, SIGMOD Record 41(2), 2012; Subramanian et al., "S2AND", JCDL 2021). The rules are our own.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from papergraph.resolve.authors_circles import COMMON, Group, Topics, circles, co_authors, nearest
from papergraph.resolve.authors_facts import Facts
from papergraph.resolve.authors_nodes import Nodes
from papergraph.resolve.authors_pairs import RARE, Pair
from papergraph.resolve.authors_spelling import Likeness

#: A name with fewer expected holders (:meth:`Facts.holders`) than this mostly has one.
UNCOMMON = 0.05
_ANY = math.inf
#: How many shared co-authors make two names one, and for fewer than how many expected holders of the commoner name.
#: Judged on the tuning half of the signatures (``benchmarks/authors.py --fit``) and on the names of 265 days.
NEEDED: dict[Likeness, tuple[tuple[int, float], ...]] = {
    Likeness.SPACING: ((0, RARE / 2), (1, _ANY)),
    Likeness.MIDDLE_INITIAL: ((0, UNCOMMON), (1, COMMON), (2, _ANY)),
    Likeness.INITIALS: ((1, UNCOMMON), (2, _ANY)),
    Likeness.FIRST_INITIAL: ((1, COMMON),),
    Likeness.MIDDLE_NAME: ((1, COMMON), (3, _ANY)),
    Likeness.ORDER: ((1, UNCOMMON), (2, _ANY)),
    Likeness.SHORT: ((1, RARE),),
    Likeness.SLIP: ((2, RARE),),
}
_KEPT = 1 << 15  # units whose co-authors are remembered
_ABBREVIATING = {Likeness.INITIALS, Likeness.MIDDLE_INITIAL, Likeness.MIDDLE_NAME}
#: Without a shared co-author, the topics must be at least as alike as those of any two papers.
TOPICS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two units that may be one person's, with the co-authors that they share."""

    one: int
    other: int
    kind: Likeness
    shared: tuple[int, ...]  # forms, in order
    telling: int  # how many of them tell something: of the commonest names it takes two
    common: float  # expected holders of the commoner of the two names
    enough: bool

    @property
    def rank(self) -> tuple[int, float, int, int]:
        """Smaller comes first: more co-authors, rarer names."""
        return -self.telling, self.common, self.one, self.other


class Variants:
    """Joins the nodes of names that are one person's."""

    def __init__(self, facts: Facts, topics: Topics, nodes: Nodes, pairs: dict[Pair, Likeness]) -> None:
        self._facts = facts
        self._topics = topics
        self._nodes = nodes
        self._pairs = pairs
        self._units_beside: dict[int, dict[int, list[int]]] = {}  # form → co-author → units
        self._beside = lru_cache(_KEPT)(self._co_authors)
        self._partners: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in pairs:
            self._partners[one].append(other)
            self._partners[other].append(one)
        self._several = {form for form in self._partners if self._may_be_several(form)}
        self.joined: list[tuple[Link, int]] = []  # with the papers of the smaller node
        self.doubtful: list[Link] = []
        self.shared_out: list[int] = []  # forms that stand for several people

    def run(self) -> None:
        """Join what is one."""
        pieces = self._pieces()
        links = [link for pair, kind in sorted(self._pairs.items()) for link in self._links(*pair, kind)]
        for link in sorted(links, key=lambda link: link.rank):
            if not link.enough or not self._nodes.can_be_one(link.one, link.other):
                if link.telling:
                    self.doubtful.append(link)
            elif weight := self._nodes.join(link.one, link.other):
                self.joined.append((link, weight))
        for form, units in pieces.items():
            self._put_together(form, units)
        self._units_beside.clear()
        self._beside.cache_clear()

    def _may_be_several(self, form: int) -> bool:
        """Whether the form abbreviates names that cannot be one."""
        short = len(self._facts.forms[form].joined)
        others = [
            other
            for other in self._partners[form]
            if self._pairs[min(form, other), max(form, other)] in _ABBREVIATING
            and len(self._facts.forms[other].joined) > short
        ]
        return any(not self._nodes.alike(a, b) for n, a in enumerate(others) for b in others[:n])

    def _pieces(self) -> dict[int, list[int]]:
        """Cut each short form that may be several people's into its circles."""
        pieces = {}
        for form in sorted(self._several):
            if self._nodes.may_be_cut(form):
                found = self._nodes.pieces(form, circles(self._facts, form, self._nodes.papers_of(form)))
                if len(found) > 1:
                    pieces[form] = self._nodes.cut(form, found, apart=False)
        return pieces

    def _put_together(self, form: int, units: list[int]) -> None:
        """Join the circles of a short form that no co-author told whose they are to those that one did."""
        told = [unit for unit in units if any(self._nodes.form_of(u) != form for u in self._nodes.members_of(unit))]
        rest = [unit for unit in units if unit not in told]
        people = {self._nodes.node_of(unit) for unit in told}
        if len(people) > 1:
            self.shared_out.append(form)
        if not rest:
            return
        if len(people) > 1 and self._facts.holders(form) < UNCOMMON:
            groups = [self._group(form, unit) for unit in told]
            for unit in rest:
                self._join(told[nearest(self._facts, self._topics, groups, self._group(form, unit))], unit)
            return
        # Of a common name, the rest is somebody else.
        kept = next(iter(told), rest[0]) if len(people) < 2 else rest[0]
        for unit in rest:
            self._join(kept, unit)

    def _join(self, one: int, other: int) -> None:
        if self._nodes.can_be_one(one, other):
            self._nodes.join(one, other)

    def _group(self, form: int, unit: int) -> Group:
        return Group(self._facts, self._topics, form, self._nodes.papers_of(unit))

    def _links(self, form: int, other: int, kind: Likeness) -> Iterator[Link]:
        """Yield the links between the units of two forms that may be one name; most have none."""
        few, many = sorted((form, other), key=lambda each: len(self._nodes.units_of(each)))
        for a in self._nodes.units_of(few):
            for b in self._touching(many, a):
                shared = self._shared(a, b)
                if (shared or NEEDED[kind][0][0] == 0) and self._nodes.can_be_one(a, b):
                    link = self._link(min(a, b), max(a, b), kind, shared.difference((form, other)))
                    if link.enough or link.telling:
                        yield link

    def _touching(self, form: int, unit: int) -> Sequence[int]:
        """Return the units of a form that may share a co-author with ``unit``; without looking at each, if many."""
        units = self._nodes.units_of(form)
        if len(units) == 1:
            return units
        if form not in self._units_beside:
            index = self._units_beside[form] = {}
            for each in units:
                for beside in self._reach(each):
                    index.setdefault(beside, []).append(each)
        index = self._units_beside[form]
        return sorted({each for beside in self._reach(unit) for each in index.get(beside, ())})

    def _reach(self, unit: int) -> set[int]:
        """Return the co-authors of a unit, and the full names of those that are initials."""
        beside, short = self._beside(unit)
        return beside.union(*(self._partners[form] for form in short)) if short else beside

    def _link(self, one: int, other: int, kind: Likeness, shared: set[int]) -> Link:
        forms = self._nodes.form_of(one), self._nodes.form_of(other)
        unusual = sum(self._facts.holders(form) < COMMON for form in shared)
        telling = unusual + (len(shared) - unusual) // 2
        common = max(map(self._facts.holders, forms))
        needed = NEEDED[kind]
        if kind is Likeness.INITIALS and not self._several.isdisjoint(forms):
            needed = ((2, _ANY),)
        enough = any(telling >= number and common < most for number, most in needed)
        if enough and not telling:
            papers = (self._topics.of(self._nodes.papers_of(unit)) for unit in (one, other))
            enough = self._several.isdisjoint(forms) and self._topics.alike(*papers) >= TOPICS
        enough = enough and all(self._mostly_beside(unit, shared) for unit in (one, other))
        return Link(
            one=one,
            other=other,
            kind=kind,
            shared=tuple(sorted(shared)),
            telling=telling,
            common=common,
            enough=enough,
        )

    def _mostly_beside(self, unit: int, shared: set[int]) -> bool:
        """Whether the circles with the shared co-authors are most of what the unit is, if its name is common.

        A common name is mostly several people's; another spelling of one of them is not all of them.
        """
        form = self._nodes.form_of(unit)
        if self._facts.holders(form) < COMMON:
            return True
        papers = self._nodes.papers_of(unit)
        found = circles(self._facts, form, papers)
        told = [circle for circle in found if not shared.isdisjoint(co_authors(self._facts, form, circle))]
        return 2 * sum(map(len, told)) >= len(papers)

    def _shared(self, one: int, other: int) -> set[int]:
        (mine, short), (theirs, others_short) = self._beside(one), self._beside(other)
        shared = mine & theirs
        # "F. Jelinek" beside the one is "Fred Jelinek" beside the other, when there is but one whom it can mean.
        for some, others in ((short, theirs), (others_short, mine)):
            shared.update(form for form in some if not others.isdisjoint(self._partners[form]))
        return shared

    def _co_authors(self, unit: int) -> tuple[set[int], list[int]]:
        """Return the co-authors of a unit, and those of them that are initials and can mean but one."""
        beside = co_authors(self._facts, self._nodes.form_of(unit), self._nodes.papers_of(unit))
        return beside, [
            form
            for form in beside
            if form in self._partners and form not in self._several and self._facts.forms[form].initial
        ]
