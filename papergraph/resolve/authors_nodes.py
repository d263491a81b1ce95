"""The nodes as they come to be: names and parts of names, joined as far as nothing keeps them apart.

A *unit* is what is not divided further: a form with all its papers, or some of its papers when the form was cut. The
first unit of a form has the form's number, so that the many names that nothing happens to cost nothing.
"""

from collections.abc import Iterable, Iterator, Sequence

from papergraph.resolve.authors_facts import Facts
from papergraph.resolve.authors_pairs import Pair
from papergraph.resolve.authors_spelling import Likeness


class Nodes:
    """Units, joined to nodes step by step; a node is named by one of its units."""

    def __init__(self, facts: Facts, pairs: dict[Pair, Likeness]) -> None:
        self._facts = facts
        self._pairs = pairs
        self._forms = list(range(len(facts.forms)))
        self._papers: dict[int, list[int]] = {}  # of the units of cut forms
        self._units: dict[int, list[int]] = {}  # of cut forms
        self._unit_on: dict[tuple[int, int], int] = {}  # form, paper → unit, of cut forms
        self._node: dict[int, int] = {}  # unit → node, of joined units
        self._members: dict[int, list[int]] = {}  # node → its units, of more than one
        self._apart: dict[int, set[int]] = {}  # unit → units that are other people, whatever their names
        self._tied: dict[int, list[frozenset[int]]] = {}  # form → papers on which it is one person by the user's word
        self._said: set[int] = set()  # nodes joined by the user's word: their names need not be alike

    def cut(self, form: int, parts: Sequence[Sequence[int]], *, apart: bool) -> list[int]:
        """Cut a form that was not cut yet into units with the papers ``parts``; they are different people if ``apart``.

        Units that are not ``apart`` may be joined again.
        """
        units = [form]
        for _ in parts[1:]:
            units.append(len(self._forms))
            self._forms.append(form)
        self._units[form] = units
        for unit, papers in zip(units, parts, strict=True):
            self._papers[unit] = sorted(papers)
            self._unit_on.update({(form, paper): unit for paper in papers})
        if apart:
            self.keep_apart(units)
        return units

    def take_out(self, form: int, paper: int) -> int:
        """Return a unit with that one paper of a form; the rest stays what it is."""
        unit = self.unit_on(paper, form)
        papers = [each for each in self.papers_of(unit) if each != paper]
        if not papers:
            return unit
        if form not in self._units:
            return self.cut(form, [papers, [paper]], apart=False)[1]
        new = len(self._forms)
        self._forms.append(form)
        self._units[form].append(new)
        self._papers.update({unit: papers, new: [paper]})
        self._unit_on[form, paper] = new
        for other in self._apart.get(unit, ()):
            self.keep_apart([new, other])
        return new

    def keep_apart(self, units: Iterable[int]) -> None:
        """Note that the units are different people."""
        units = list(units)
        for unit in units:
            self._apart.setdefault(unit, set()).update(each for each in units if each != unit)

    def tie(self, form: int, papers: Iterable[int]) -> None:
        """Note that the form is one person on these papers, however it is cut later."""
        self._tied.setdefault(form, []).append(frozenset(papers))

    def pieces(self, form: int, parts: Iterable[Sequence[int]]) -> list[list[int]]:
        """Return the parts of a form's papers, those with papers that are tied to each other as one."""
        found = [set(each) for each in parts]
        for tied in self._tied.get(form, ()):
            touched = [each for each in found if not each.isdisjoint(tied)]
            found = [each for each in found if each.isdisjoint(tied)]
            found.append(set().union(*touched))
        return sorted(map(sorted, found))

    def may_be_cut(self, form: int) -> bool:
        """Whether nothing was done with the form yet."""
        return form not in self._units and form not in self._node and form not in self._members

    def is_cut(self, form: int) -> bool:
        """Whether the form has several units, or had its papers assigned."""
        return form in self._units

    def is_whole(self, node: int) -> bool:
        """Whether the node is one form, with all its papers."""
        return node not in self._members and self._forms[node] not in self._units

    def units_of(self, form: int) -> Sequence[int]:
        """Return the units of a form."""
        return self._units.get(form, (form,))

    def form_of(self, unit: int) -> int:
        """Return the form of a unit."""
        return self._forms[unit]

    def papers_of(self, unit: int) -> Sequence[int]:
        """Return the papers of a unit, in order."""
        papers = self._papers.get(unit)
        return self._facts.papers_with(unit) if papers is None else papers

    def unit_on(self, paper: int, form: int) -> int:
        """Return the unit that a form means on a paper."""
        return self._unit_on[form, paper] if form in self._units else form

    def node_on(self, paper: int, form: int) -> int:
        """Return the node that a form means on a paper."""
        return self.node_of(self.unit_on(paper, form))

    def node_of(self, unit: int) -> int:
        """Return the node that a unit belongs to."""
        return self._node.get(unit, unit)

    def members(self, node: int) -> Sequence[int]:
        """Return the units of a node."""
        return self._members.get(node, (node,))

    def members_of(self, unit: int) -> Sequence[int]:
        """Return the units of the node that a unit belongs to."""
        return self.members(self.node_of(unit))

    def __iter__(self) -> Iterator[int]:
        return (unit for unit in range(len(self._forms)) if self.node_of(unit) == unit)

    def are_one(self, one: int, other: int) -> bool:
        """Whether two units are of one node."""
        return self.node_of(one) == self.node_of(other)

    def can_be_one(self, one: int, other: int) -> bool:
        """Whether the nodes of two units may be one person's."""
        nodes = self.node_of(one), self.node_of(other)
        if nodes[0] == nodes[1]:
            return True
        return not any(
            b in self._apart.get(a, ()) or not self._may_be(a, b) or self._listed_together(a, b)
            for a in self.members(nodes[0])
            for b in self.members(nodes[1])
        )

    def _may_be(self, one: int, other: int) -> bool:
        """Whether the names of two units are alike, or the user has joined one of them with a name that is."""
        return self.alike(self._forms[one], self._forms[other]) or any(
            self.node_of(unit) in self._said
            and any(
                self.alike(form, self._forms[against]) and not self.alike(form, self._forms[unit])
                for form in map(self.form_of, self.members_of(unit))
            )
            for unit, against in ((one, other), (other, one))
        )

    def alike(self, form: int, other: int) -> bool:
        """Whether two forms may be one name, as far as can be told.

        Names that give the family name in another place cannot be compared: some other pair was found alike.
        """
        a, b = sorted((form, other))
        return a == b or (a, b) in self._pairs or self._facts.forms[a].family != self._facts.forms[b].family

    def _listed_together(self, one: int, other: int) -> bool:
        few, many = sorted((self.papers_of(one), self.papers_of(other)), key=len)
        common = set(few).intersection(many)
        forms = self._forms[one], self._forms[other]
        return forms[0] != forms[1] and any(self._facts.apart_on(paper, *forms) for paper in common)

    def join(self, one: int, other: int, *, said: bool = False) -> int:
        """Make one node of two units' nodes, ``said`` when it is the user's word.

        Return how many papers the smaller of them had; 0 when they were one node already.
        """
        kept, gone = sorted((self.node_of(one), self.node_of(other)))
        smaller = 0
        if kept != gone:
            smaller = min(sum(len(self.papers_of(unit)) for unit in self.members(node)) for node in (kept, gone))
            units = [*self.members(kept), *self.members(gone)]
            self._members.pop(gone, None)
            self._members[kept] = units
            self._node.update(dict.fromkeys(units, kept))
            if gone in self._said:
                self._said.add(kept)
        if said:
            self._said.add(kept)
        return smaller
