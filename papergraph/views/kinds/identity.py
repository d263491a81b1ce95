"""Why the records behind a node are one: its spellings and what was decided about them, in lines for the panel."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from papergraph.model import Decision, DecisionKind, Subject
from papergraph.query.decisions import by_consequence, paper_written
from papergraph.views.kinds.wording import amount
from papergraph.views.text import clean, shorten

_MOST = 4  # decisions about one node
_MOST_NAMES = 5
_MOST_PAPERS = 3
_NAME = 40  # columns


class Identities:
    """The decisions of a graph, found again by the node that they are about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._about: defaultdict[tuple[Subject, str], list[Decision]] = defaultdict(list)
        for decision in decisions:
            if decision.kind is not DecisionKind.BROADER:
                for key in decision.keys:
                    self._about[decision.subject, key].append(decision)

    def lines(self, iri: str, *, subject: Subject, also: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the lines on the node ``iri``; ``also`` are spellings that stand nowhere else."""
        decided = by_consequence(self._about.get((subject, iri.rsplit("/", 1)[-1]), ()))
        lines = [f"Also written {_listed(also)}."] if also else []
        lines += [_sentence(decision) for decision in decided[:_MOST]]
        if len(decided) > _MOST:
            lines.append(f"And {amount(len(decided) - _MOST, 'more decision', 'more decisions')}.")
        return tuple(lines)


def _sentence(decision: Decision) -> str:
    names, nodes = _listed(decision.names), len(decision.keys)
    said = {
        DecisionKind.MERGE: f"{names} are one",
        DecisionKind.SPLIT: f"{names} is {nodes} here, told apart",
        DecisionKind.CONFLICT: f"Whether {names} are one is not sure",
        DecisionKind.HIDE: f"{names} is hidden",
        DecisionKind.CLASS: f"What {names} is was said",
        DecisionKind.BROADER: names,
    }[decision.kind]
    papers = [clean(paper_written(paper)) for paper in decision.papers[:_MOST_PAPERS]]
    more = ["…"] if decision.support > len(papers) else []
    shown = f" ({', '.join(papers + more)})" if papers else ""
    support = f", {amount(decision.support, 'paper', 'papers')}{shown}" if decision.support else ""
    note = f"; {clean(decision.note)}" if decision.note else ""
    return f"{said}: {clean(decision.rule)}{support}{note}."


def _listed(names: Sequence[str]) -> str:
    shown = [shorten(name, at_most=_NAME) for name in names[:_MOST_NAMES]]
    return ", ".join(shown + ([f"{len(names) - _MOST_NAMES} more"] if len(names) > _MOST_NAMES else []))
