"""What was decided about names, in a sentence."""

from dataclasses import dataclass

from papergraph.model import Decision, DecisionKind
from papergraph.query.decisions import paper_written
from papergraph.site.words import line


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision as readers take it; the names stand in it as they are and are not escaped."""

    text: str
    rule: str
    support: int
    papers: tuple[str, ...]
    note: str


def told(decision: Decision) -> Told:
    """Return ``decision`` in words."""
    names = [f"“{line(name)}”" for name in decision.names]
    return Told(
        text=_decided(decision.kind, names, len(decision.keys)),
        rule=decision.rule,
        support=decision.support,
        papers=tuple(paper_written(paper) for paper in decision.papers[:3]),
        note=decision.note,
    )


def _decided(kind: DecisionKind, names: list[str], keys: int) -> str:
    together = ", ".join(names[:-1]) + (" and " if names[:-1] else "") + names[-1] if names else ""
    match kind:
        case DecisionKind.MERGE:
            return f"{together} {'is' if len(names) == 1 else 'are'} one"
        case DecisionKind.SPLIT:
            return f"{together} {'is' if len(names) == 1 else 'are'} {keys} different ones"
        case DecisionKind.BROADER:
            return f"{names[0]} stands under {', '.join(names[1:])}"
        case DecisionKind.CONFLICT:
            return f"What is said of {together} disagrees"
        case DecisionKind.HIDE:
            return f"{together} is hidden"
        case DecisionKind.CLASS:
            return f"What {together} is was said by the user"
