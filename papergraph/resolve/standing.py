"""What a hierarchy of concepts is found from: what each is called in full, and which concept a name names."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from papergraph.names import concept_norm
from papergraph.resolve.broader import Node
from papergraph.resolve.joins import Joiner, stands_for
from papergraph.resolve.labels import Draft
from papergraph.resolve.senses import Senses
from papergraph.resolve.units import Units
from papergraph.resolve.uses import Uses

#: A name names the concept that this many times as many papers mean by it as mean any other.
_CLEARLY = 3


class Standing:
    """What is known of each concept that tells where it stands; most of it is only looked at when it is asked for."""

    def __init__(
        self,
        uses: Uses,
        senses: Senses,
        units: Units,
        *,
        joiner: Joiner,
        drafts: Mapping[int, Draft],
        members: Callable[[int], Sequence[tuple[int, int]]],
    ) -> None:
        self._uses, self._senses, self._units = uses, senses, units
        self._joiner, self._drafts, self._members = joiner, drafts, members
        self._split = {one.name for one in senses.splits}
        self._spelled_out = self._long_forms()

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self._drafts))

    def node(self, root: int) -> Node:
        """Return what tells where a concept stands: its label and, for an acronym, the forms that spell it out."""
        one = self._drafts[root]
        texts = (one.preferred, *self._full_names(root, one))
        return Node(texts=texts, cls=one.cls, known=one.known, support=one.support)

    def named(self, text: str) -> int | None:
        """Return the concept that a name names, where one is meant clearly."""
        norm = concept_norm(text)
        name = self._joiner.names.get(norm)
        if name is None:
            root = self._spelled_out.get(norm)
        elif name in self._split or name in self._joiner.claims:
            root = self._meant(name)
        else:
            root = self._units.find(name)
        return root if root in self._drafts else None

    def _full_names(self, root: int, one: Draft) -> Iterator[str]:
        if " " in one.preferred or not one.labels:
            return
        uses, members = self._uses, self._members(root)
        long_forms: Counter[str] = Counter(form for kind, _ in members if (form := uses.long_forms[kind]) is not None)
        names = Counter(name for kind, _ in members if " " in (name := uses.names[kind]))
        for forms in (long_forms, names):
            form = min(forms, key=lambda form: (-forms[form], form), default=None)
            if form is not None and (forms[form] > 1 or one.support == 1 or stands_for(one.preferred, form)):
                yield form

    def _long_forms(self) -> dict[str, int]:
        """Return the long forms that one acronym has and that are nothing's name."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for root, one in self._drafts.items():
            for text in self._full_names(root, one):
                norm = concept_norm(text)
                if norm not in self._joiner.names:
                    found[norm].add(root)
        return {norm: min(roots) for norm, roots in found.items() if len(roots) == 1}

    def _meant(self, name: int) -> int | None:
        uses, units = self._uses, self._units
        papers: defaultdict[int, set[int]] = defaultdict(set)
        for kind in uses.kinds(name):
            for use in uses.of(kind):
                papers[units.find(self._senses.unit_of[use])].add(uses.paper_of[use])
        for unit, claim in self._joiner.claims.get(name, {}).items():
            papers[units.find(unit)] |= claim.papers
        order = sorted(papers, key=lambda root: (-len(papers[root]), root))
        if len(order) > 1 and len(papers[order[0]]) < _CLEARLY * len(papers[order[1]]):
            return None
        return order[0]
