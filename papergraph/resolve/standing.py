"""What a hierarchy of concepts is found from: what each is called in full, and which concept a name names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from papergraph.names import concept_norm
from papergraph.resolve.joins import Joiner, stands_for
from papergraph.resolve.labels import Draft
from papergraph.resolve.senses import Senses
from papergraph.resolve.units import Units
from papergraph.resolve.uses import Members, Uses

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
        members: Callable[[int], Members],
    ) -> None:
        self._uses, self._senses, self._units = uses, senses, units
        self._joiner, self._drafts = joiner, drafts
        self._split = {one.name for one in senses.splits}
        self._full_names = {
            root: names
            for root, one in drafts.items()
            if one.labels and " " not in one.preferred and (names := self._spelled_out_by(one, members(root)))
        }
        spelled_out: dict[str, set[int]] = {}
        for root, names in self._full_names.items():
            for norm in map(concept_norm, names):
                if norm not in joiner.names:
                    spelled_out.setdefault(norm, set()).add(root)
        self._spelled_out = {norm: min(roots) for norm, roots in spelled_out.items() if len(roots) == 1}

    def full_names(self, root: int) -> Iterable[str]:
        """Return the forms that spell out what goes by an acronym."""
        return self._full_names.get(root, ())

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

    def _spelled_out_by(self, one: Draft, members: Members) -> tuple[str, ...]:
        uses = self._uses
        long_forms: dict[str, int] = {}
        names: dict[str, int] = {}
        for kind, those in members:
            name, long_form = uses.names[kind], uses.long_forms[kind]
            if " " in name:
                names[name] = names.get(name, 0) + len(those)
            if long_form is not None:
                long_forms[long_form] = long_forms.get(long_form, 0) + len(those)
        found = []
        for forms in (long_forms, names):
            form = min(forms, key=lambda form: (-forms[form], form), default=None)
            if form is not None and (forms[form] > 1 or one.support == 1 or stands_for(one.preferred, form)):
                found.append(form)
        return tuple(found)

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
