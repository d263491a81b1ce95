"""What was decided about authors, and why, for people to read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import PurePath

from papergraph.model import AliasKind, Decision, DecisionKind, Subject
from papergraph.resolve.authors_aliases import Rulings
from papergraph.resolve.authors_circles import Parting
from papergraph.resolve.authors_facts import Facts
from papergraph.resolve.authors_nodes import Nodes
from papergraph.resolve.authors_spelling import Likeness
from papergraph.resolve.authors_variants import Link

_PAPERS = 5
_NAMES = 3
_KIND = {
    AliasKind.SAME: DecisionKind.MERGE,
    AliasKind.DIFFERENT: DecisionKind.SPLIT,
    AliasKind.HIDE: DecisionKind.HIDE,
}


class Account:
    """Tells of the finished nodes how they came to be."""

    def __init__(self, facts: Facts, nodes: Nodes, key_of: Mapping[int, str]) -> None:
        """``key_of`` has the keys of the nodes; those that are left out have none."""
        self._facts = facts
        self._nodes = nodes
        self._key_of = key_of

    def spellings(self, form: int) -> Iterator[Decision]:
        """Yield the decisions that spellings of a normalised name are one name."""
        for node in dict.fromkeys(map(self._nodes.node_of, self._nodes.units_of(form))):
            units = (unit for unit in self._nodes.members(node) if self._nodes.form_of(unit) == form)
            papers: dict[str, list[int]] = {}
            for paper in (paper for unit in units for paper in self._nodes.papers_of(unit)):
                for name in self._facts.spellings(form, paper):
                    papers.setdefault(self._facts.names[name], []).append(paper)
            if len(papers) > 1:
                yield self._decision(
                    DecisionKind.MERGE,
                    Likeness.SPELLING.value,
                    names=papers,
                    keys=[node],
                    papers=papers.values(),
                    weight=sum(sorted(map(len, papers.values()))[:-1]),
                )

    def merge(self, link: Link, weight: int) -> Decision:
        """Return the decision that two names are one."""
        return self._of_link(DecisionKind.MERGE, link.kind.value, link, weight)

    def doubt(self, link: Link) -> Decision:
        """Return the decision that two names are left as two, with what speaks for one."""
        weight = min(len(self._nodes.papers_of(unit)) for unit in (link.one, link.other))
        return self._of_link(DecisionKind.CONFLICT, "possible-same/1", link, weight)

    def parting(self, form: int, parting: Parting) -> Iterator[Decision]:
        """Yield the decision that a name is several people's, or is left as one's with what speaks for several."""
        nodes = {self._nodes.node_of(unit) for unit in self._nodes.units_of(form)}
        if not parting.standing or len(nodes) != len(parting.parts):
            return  # the alias file decided otherwise
        met, alike = parting.standing.met, parting.standing.alike
        meeting = f"{met:.0%} of their co-authors have met" if met else "their co-authors have never met"
        sizes = [len(papers) for papers in parting.apart]
        yield self._decision(
            DecisionKind.SPLIT if len(nodes) > 1 else DecisionKind.CONFLICT,
            "circles/1" if len(nodes) > 1 else "possible-namesakes/1",
            names={self._name(form)},
            keys=nodes,
            papers=parting.apart,
            most=_PAPERS if len(nodes) > 1 else len(sizes),  # of conflicting evidence one of each circle
            weight=sum(sorted(sizes)[:-1]),
            note=f"{' and '.join(map(str, sizes))} papers without a common co-author, {meeting}; "
            f"topics {alike:.2f} times as alike as those of any two papers",
        )

    def shared_out(self, form: int) -> Decision:
        """Return the decision that a short form stands for several people."""
        papers: dict[int, list[int]] = {}
        for unit in self._nodes.units_of(form):
            papers.setdefault(self._nodes.node_of(unit), []).extend(self._nodes.papers_of(unit))
        sizes = sorted(map(len, papers.values()), reverse=True)
        return self._decision(
            DecisionKind.SPLIT,
            "short-form/1",
            names={self._name(form)},
            keys=papers,
            papers=papers.values(),
            weight=sum(sizes[1:]),
            note=f"{' and '.join(map(str, sizes))} papers, beside the co-authors of different fuller names",
        )

    def rulings(self, rulings: Rulings) -> Iterator[Decision]:
        """Yield what the alias file decided."""
        for kind, decided in _KIND.items():
            for alias, named in rulings.of_kind(kind):
                nodes = {self._nodes.node_of(unit) for each in named for unit in rulings.units_of(each, self._nodes)}
                papers = [rulings.papers_of(each) for each in named]
                sizes = sorted(map(len, papers))
                yield self._decision(
                    decided,
                    "alias-file/1",
                    names={name.name for name in alias.names},
                    keys=nodes,
                    papers=papers,
                    weight=sum(sizes[:-1] or sizes),
                    note=f"{PurePath(alias.file).name}:{alias.line}",
                )

    def _of_link(self, kind: DecisionKind, rule: str, link: Link, weight: int) -> Decision:
        units = link.one, link.other
        beside = set(link.shared)
        told = [
            [p for p in self._nodes.papers_of(unit) if not beside or not beside.isdisjoint(self._facts.forms_on[p])]
            for unit in units
        ]
        return self._decision(
            kind,
            rule,
            names={self._name(unit) for unit in units},
            keys=[self._nodes.node_of(unit) for unit in units],
            papers=told,
            weight=weight,
            note=self._co_authors(link.shared),
        )

    def _name(self, unit: int) -> str:
        form = self._nodes.form_of(unit)
        names = self._facts.names_of(form)
        return self._facts.names[max(names, key=lambda name: self._facts.counts[name])]  # of equals the first

    def _co_authors(self, forms: Sequence[int]) -> str:
        if not forms:
            return "no co-author in common; the name is rare and the topics fit"
        names = ", ".join(self._name(form) for form in forms[:_NAMES])
        more = f" and {len(forms) - _NAMES} more" if len(forms) > _NAMES else ""
        return f"co-authors in common: {names}{more}"

    def _decision(
        self,
        kind: DecisionKind,
        rule: str,
        *,
        names: Iterable[str],
        keys: Iterable[int],
        papers: Iterable[Sequence[int]],
        weight: int,
        note: str = "",
        most: int = _PAPERS,
    ) -> Decision:
        # Of each part some papers, so that they can be compared.
        turns = [sorted(set(part)) for part in papers]
        told = list(dict.fromkeys(paper for turn in zip_longest(*turns) for paper in turn if paper is not None))
        return Decision(
            kind=kind,
            subject=Subject.AUTHOR,
            rule=rule,
            names=tuple(sorted(names)),
            keys=tuple(sorted({self._key_of[node] for node in keys if node in self._key_of})),
            papers=tuple(self._facts.papers[paper] for paper in sorted(told[:most])),
            support=len(told),
            weight=weight,
            note=note,
        )


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return decisions sorted by kind, rule and names."""
    return tuple(sorted(decisions, key=lambda d: (d.kind.value, d.rule, d.names, d.keys, d.papers, d.note)))
