"""Why names are one concept or several, as decisions that can be shown, counted and overruled.

Names that are written the same need no reason. What a use of the same entry gives (a gloss, a form of the lexicon) is
a reason as well as what joins names across entries: it is told once for each form of each concept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from papergraph.model import AliasKind, Decision, DecisionKind, Subject
from papergraph.names import concept_norm
from papergraph.resolve.broader import Broader
from papergraph.resolve.joins import GLOSS, LONG_FORM, Disagreement
from papergraph.resolve.labels import Draft, commonest
from papergraph.resolve.rulings import RULE as RULED
from papergraph.resolve.rulings import Rulings
from papergraph.resolve.senses import Kept, Senses, Split
from papergraph.resolve.units import Join
from papergraph.resolve.uses import FROM_GLOSS, FROM_LEXICON, Members, Uses

SPELLING = "spelling/1"
LEXICON = "lexicon/1"
SAME_ENTRY = "same-entry/1"
PRESENTED = "presented/1"
OPEN = "open/1"
PRESENTED_TWICE = "presented-twice/1"
_SHOWN = 5
_KINDS = {
    AliasKind.SAME: DecisionKind.MERGE,
    AliasKind.DIFFERENT: DecisionKind.SPLIT,
    AliasKind.BROADER: DecisionKind.BROADER,
    AliasKind.CLASS: DecisionKind.CLASS,
    AliasKind.HIDE: DecisionKind.HIDE,
}


@dataclass(slots=True)
class _Forms:
    """The spellings of one form of a concept, and who writes them."""

    written: dict[str, int] = field(default_factory=dict)
    found: int = 0
    spelled_out: bool = False
    papers: set[int] = field(default_factory=set)
    as_preferred: set[int] = field(default_factory=set)

    @property
    def rule(self) -> str:
        """What made it a form of the concept."""
        if self.spelled_out:
            return LONG_FORM
        if self.found & FROM_LEXICON:
            return LEXICON
        return GLOSS if self.found & FROM_GLOSS else SAME_ENTRY


class Reasons:
    """Makes decisions; ``key_of`` gives the key of the concept of each unit, None for one that is hidden."""

    def __init__(self, uses: Uses, senses: Senses, key_of: Sequence[str | None]) -> None:
        self._uses = uses
        self._senses = senses
        self._key_of = key_of

    def merges(self, preferred: str, key: str, members: Members, joined: set[str]) -> Iterator[Decision]:
        """Yield why each form of one concept is a name of it; ``joined`` are the norms for which a join tells it."""
        uses = self._uses
        forms: dict[str, _Forms] = {}
        alone: dict[int, set[str]] = {}  # paper → the norms that it writes
        for kind, those in members:
            papers = {uses.paper_of[use] for use in those}
            long_form = uses.long_forms[kind]
            written = dict(uses.forms(kind))
            if long_form is not None:
                written.setdefault(long_form, 0)
            norms = set()
            for form, found in written.items():
                norm = concept_norm(form)
                norms.add(norm)
                of_norm = forms.get(norm)
                if of_norm is None:
                    of_norm = forms[norm] = _Forms()
                of_norm.written[form] = of_norm.written.get(form, 0) + len(those)
                of_norm.found |= found
                of_norm.spelled_out |= form == long_form
                of_norm.papers |= papers
                if form == preferred:
                    of_norm.as_preferred |= papers
            for paper in papers:
                alone.setdefault(paper, set()).update(norms)
        own = concept_norm(preferred)
        for norm, of_norm in forms.items():
            variants = [form for form in of_norm.written if form != preferred]
            if not variants or norm in joined:
                continue
            variants.sort(key=lambda form: (-of_norm.written[form], form))
            if norm == own:
                rule, support = SPELLING, of_norm.papers - of_norm.as_preferred
                weight = len(support)
            else:
                rule, support = of_norm.rule, of_norm.papers
                weight = sum(len(alone[paper]) == 1 for paper in support)
            yield self._decision(
                DecisionKind.MERGE, rule, (preferred, *variants), (key,), support or of_norm.papers, weight=weight
            )

    def joins(self, joins: Iterable[Join]) -> Iterator[Decision]:
        """Yield why names that stand in different entries are one; the one of fewer papers came to the other."""
        for join in joins:
            key = self._key_of[join.unit]
            if key is not None:
                by_size = sorted((len(self._papers(unit)), unit) for unit in (join.unit, join.other))
                yield self._decision(
                    DecisionKind.MERGE,
                    join.rule,
                    tuple(self._text(unit) for _, unit in reversed(by_size)),
                    (key,),
                    join.papers,
                    weight=by_size[0][0],
                )

    def splits(self, splits: Iterable[Split]) -> Iterator[Decision]:
        """Yield why one name is several concepts, and which of its uses were left open."""
        for split in splits:
            keys = self._keys(sense.unit for sense in split.senses)
            names = tuple(dict.fromkeys(self._spelled(split, sense.unit) for sense in split.senses))
            seeds = {paper for sense in split.senses for paper in sense.papers}
            largest = max(len(sense.papers) for sense in split.senses)
            if len(keys) > 1:
                yield self._decision(
                    DecisionKind.SPLIT,
                    LONG_FORM if all(sense.long_form for sense in split.senses) else PRESENTED,
                    names,
                    keys,
                    seeds,
                    weight=len(seeds) - largest,
                    note="; ".join(self._told(sense.long_form, sense.papers) for sense in split.senses),
                )
            if split.open is not None and (key := self._key_of[split.open]) is not None:
                yield self._decision(
                    DecisionKind.CONFLICT,
                    OPEN,
                    names,
                    (key, *keys),
                    split.open_papers,
                    weight=len(split.open_papers),
                    note="the entries do not tell which is meant",
                )

    def broader(self, link: Broader, drafts: Mapping[int, Draft], members: Members) -> Decision:
        """Return why one concept, which ``members`` name, stands under another."""
        narrow, broad = drafts[link.narrow].preferred, drafts[link.broad].preferred
        papers = {self._uses.paper_of[use] for _, those in members for use in those}
        return self._decision(
            DecisionKind.BROADER,
            link.rule,
            (narrow, broad),
            self._keys((link.narrow, link.broad)),
            papers,
            weight=len(papers),
            note="" if link.text == narrow else link.text,
        )

    def rulings(self, rulings: Rulings) -> Iterator[Decision]:
        """Yield what the user said."""
        for ruling in rulings.rulings:
            papers = [{self._uses.paper_of[use] for use in meant.uses} for meant in ruling.names]
            named = set().union(*papers)
            kind = _KINDS[ruling.alias.kind]
            compared = kind in (DecisionKind.MERGE, DecisionKind.SPLIT)
            yield self._decision(
                kind,
                RULED,
                tuple(meant.written for meant in ruling.names),
                self._keys(root for meant in ruling.names for root in rulings.roots(meant)),
                named,
                weight=len(named) - max(map(len, papers)) if compared else len(named),
                note=ruling.place,
            )

    def conflicts(self, kept: Iterable[Kept], disagreements: Iterable[Disagreement]) -> Iterator[Decision]:
        """Yield what the evidence disagrees on."""
        for one in kept:
            if key := self._key_of[one.name]:
                yield self._decision(
                    DecisionKind.CONFLICT,
                    PRESENTED_TWICE,
                    (self._text(one.name),),
                    (key,),
                    one.papers,
                    weight=len(one.papers) - 1,
                    note="each presents it; too little tells that they are different things",
                )
        for each in disagreements:
            units = (each.unit, *each.others)
            keys = self._keys(units)
            if len(keys) > 1:
                yield self._decision(
                    DecisionKind.CONFLICT,
                    each.rule,
                    tuple(map(self._text, units)),
                    keys,
                    each.papers,
                    weight=len(self._papers(each.unit)),
                    note=each.note,
                )

    def _decision(
        self,
        kind: DecisionKind,
        rule: str,
        names: tuple[str, ...],
        keys: tuple[str, ...],
        papers: Iterable[int],
        *,
        weight: int,
        note: str = "",
    ) -> Decision:
        evidence = sorted(papers)
        return Decision(
            kind=kind,
            subject=Subject.CONCEPT,
            rule=rule,
            names=names,
            keys=keys,
            papers=tuple(self._uses.papers[paper] for paper in evidence[:_SHOWN]),
            support=len(evidence),
            weight=weight,
            note=note,
        )

    def _keys(self, units: Iterable[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for unit in units if (key := self._key_of[unit]) is not None))

    def _told(self, long_form: str | None, papers: Iterable[int]) -> str:
        return long_form or f"of {self._uses.papers[min(papers)].local}"

    def _spelled(self, split: Split, unit: int) -> str:
        """Return how a name is written where it means one of the things that it may mean."""
        uses = self._uses
        kinds = [
            kind for kind in uses.kinds(split.name) if any(self._senses.unit_of[use] == unit for use in uses.of(kind))
        ]
        return commonest(uses.names[kind] for kind in kinds)

    def _text(self, unit: int) -> str:
        return commonest(self._uses.names[kind] for kind in self._uses.kinds(self._senses.name_of[unit]))

    def _papers(self, unit: int) -> set[int]:
        uses = self._uses
        return {
            uses.paper_of[use]
            for kind in uses.kinds(self._senses.name_of[unit])
            for use in uses.of(kind)
            if self._senses.unit_of[use] == unit
        }
