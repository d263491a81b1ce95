"""Tables beside a picture: who bridges groups, who should talk, what rises, what goes together, what is missing."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from papergraph.model import ConceptClass, DecisionKind, Role
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.drawing import Drawing
from papergraph.views.kinds.things import STATED, Things
from papergraph.views.model import Edge, Group, Listing, Node, Row
from papergraph.views.text import clean

_BRIDGES = 10
_RISING = 25
_LEAST_RISING = 3  # papers in the later half
_PAIRS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two people (IRIs) who share ``by`` (IRIs of concepts) and never wrote together.

    Chance alone would give ``expected`` shared ones; ``p`` is its probability of so many or more.
    """

    one: str
    other: str
    by: tuple[str, ...]
    expected: float
    p: float


def bridging(drawing: Drawing, nodes: Sequence[Node], edges: Iterable[Edge], groups: Sequence[Group]) -> Listing:
    """Return the nodes that most shortest paths pass, with the groups that they join."""
    joined: dict[int, set[int]] = {}
    for edge in edges:
        joined.setdefault(edge.source, set()).add(nodes[edge.target].group)
        joined.setdefault(edge.target, set()).add(nodes[edge.source].group)
    ranked = sorted(range(len(nodes)), key=lambda place: (-nodes[place].bridging, place))[:_BRIDGES]
    rows = [
        Row(
            cells=(
                nodes[place].name,
                round(nodes[place].bridging, 3),
                len(nodes[place].papers),
                "; ".join(groups[group].name for group in sorted(joined[place] | {nodes[place].group}) if group >= 0),
            ),
            node=place,
        )
        for place in ranked
        if nodes[place].bridging > 0
    ]
    how = f"estimated from {drawing.sampled} of the people, seed 7" if drawing.sampled else "exact"
    return Listing(
        key="bridging",
        title="Who bridges",
        note="How many of the shortest ways between people lead through each; 1 is the most of all "
        f"({how}). Links that are not drawn count, too.",
        columns=("name", "bridging", "papers", "groups joined"),
        rows=tuple(rows),
    )


def apart(found: Sequence[Apart], things: Things, places: Mapping[str, int]) -> Listing:
    """Return people who share rare methods and never wrote together."""
    names = {iri: clean(row.name) for iri, row in things.authors.items()}
    rows = [
        Row(
            cells=(
                names.get(pair.one, pair.one),
                names.get(pair.other, pair.other),
                len(pair.by),
                round(pair.expected, 3),
                _digits(pair.p),
                ", ".join(things.index.label(concept) for concept in pair.by),
            ),
            node=places.get(pair.one, -1),
            other=places.get(pair.other, -1),
        )
        for pair in found
    ]
    return Listing(
        key="apart",
        title="Similar, but never wrote together",
        note="Each person once, the rarest shared methods first; by chance: how many they would share if only the "
        "numbers of their methods were kept; p: how likely chance gives so many or more.",
        columns=("one", "other", "shared", "by chance", "p", "methods"),
        rows=tuple(rows),
    )


def rising(
    things: Things,
    *,
    via: Collection[ConceptClass],
    roles: Collection[Role] = STATED,
    places: Mapping[str, int] | None = None,
) -> Listing:
    """Return the concepts that the later half of the days has more often than the earlier one."""
    rows = things.rows
    days = sorted({row.date for row in rows.papers if row.date})
    middle = days[len(days) // 2] if len(days) > 1 else ""
    late = {row.iri: row.date >= middle for row in rows.papers if row.date and middle}
    counts = {
        at: Counter(link.concept for link in rows.links if link.role in roles and late.get(link.paper) is at)
        for at in (False, True)
    }
    papers = Counter(late.values())
    found = []
    for concept, after in counts[True].items():
        before = counts[False][concept]
        if after >= _LEAST_RISING and concept in things.concepts and things.concepts[concept].cls in via:
            # One paper more on both sides: from none to three is no growth without bound.
            growth = (after + 1) / (papers[True] + 1) / ((before + 1) / (papers[False] + 1))
            if growth > 1:
                found.append((round(growth, 9), after, before, concept))
    found.sort(key=lambda one: (-one[0], -one[1], one[3]))
    return Listing(
        key="rising",
        title="What rises",
        note=f"Papers of {papers[False]:,} before {middle} and of {papers[True]:,} from then on; growth is that of the "
        "share of papers, with one paper added on either side.",
        columns=("name", "before", "after", "growth"),
        rows=tuple(
            Row(
                cells=(things.index.label(concept), before, after, round(growth, 2)),
                node=(places or {}).get(concept, -1),
            )
            for growth, after, before, concept in found[:_RISING]
        ),
    )


def pairs(nodes: Sequence[Node], edges: Iterable[Edge], *, q: Mapping[tuple[int, int], float]) -> Listing:
    """Return the lines that are furthest from chance; ``q`` is each one's p, corrected for all pairs."""
    ranked = sorted(
        edges, key=lambda edge: (q[edge.source, edge.target], -(edge.lift or 0.0), edge.source, edge.target)
    )
    return Listing(
        key="pairs",
        title="What goes together",
        note="Lift: papers of both by what chance alone would give; q: p corrected for all pairs "
        "(Benjamini and Hochberg 1995).",
        columns=("one", "other", "papers", "lift", "q"),
        rows=tuple(
            Row(
                cells=(
                    nodes[edge.source].name,
                    nodes[edge.target].name,
                    len(edge.papers),
                    round(edge.lift or 0.0, 2),
                    _digits(q[edge.source, edge.target]),
                ),
                node=edge.source,
                other=edge.target,
            )
            for edge in ranked[:_PAIRS]
        ),
    )


def coverage(rows: NetworkRows, *, alone: tuple[str, int]) -> Listing:
    """Return what is missing, with counts; ``alone`` says what has no link in this picture, and how many."""
    papers = {row.iri for row in rows.papers}
    methods = {row.iri for row in rows.concepts if row.cls is ConceptClass.METHOD}
    having = {
        "papers without an author": {row.paper for row in rows.authorships},
        "papers without a method": {link.paper for link in rows.links if link.concept in methods},
        "papers without any concept": {link.paper for link in rows.links},
        "papers without a day": {row.iri for row in rows.papers if row.date},
        "papers without a sentence": {said.paper for said in rows.evidence},
    }
    lacking = {name: len(papers - have) for name, have in having.items()}
    unsure = sum(one.kind is DecisionKind.CONFLICT for one in rows.decisions)
    counts = {alone[0]: alone[1], **lacking, "names of which the evidence disagrees": unsure}
    return Listing(
        key="coverage",
        title="What is missing",
        note=f"Of {len(papers):,} papers.",
        columns=("what", "count"),
        rows=tuple(Row(cells=(name, count)) for name, count in counts.items()),
    )


def _digits(value: float) -> float:
    return float(f"{value:.3g}")
