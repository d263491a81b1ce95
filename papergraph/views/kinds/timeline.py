"""The picture of who took up a method, and when: papers on an axis of days, a lane for each role."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import sqrt

from papergraph.model import Role
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.evidence import ROLE_WORDS
from papergraph.views.kinds.finish import by_weight, finished
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.things import Things
from papergraph.views.kinds.wording import amount, period
from papergraph.views.model import Axis, Edge, Group, Node, ViewModel, Words

_LANES = (Role.INTRODUCES, Role.USES, Role.EVALUATES_ON, Role.COMPARES_WITH, Role.MENTIONS)
_STRENGTH = {Role.INTRODUCES: 4.0, Role.USES: 3.0, Role.EVALUATES_ON: 3.0, Role.COMPARES_WITH: 2.0, Role.MENTIONS: 1.0}
_WIDTH = 700.0  # px, from the first day to the last
_WIDER = 65.0  # px by the root of how many papers, so that many make no tower
_RADIUS = 8.0
_INTRODUCER = 13.0
_ROW = 24.0  # px between nodes that stand above each other
_GAPS = (100.0, 180.0)  # px between lanes, the more the fewer rows there are
_HIGH = 0.5  # of the width, where gaps reach it
_TICKS = 8
_STEPS = (1, 2, 7, 14)  # days between ticks, below a month
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


def timeline_view(
    rows: NetworkRows,
    *,
    concept: str,
    title: str | None = None,
    most: int = 1_000,
    labels: str | None = None,
) -> ViewModel:
    """Return the papers that have ``concept`` (an IRI) on an axis of days, the introducing ones in the first lane.

    Lines go from the first paper that introduces it to those that are no earlier. At most ``most``
    papers are drawn: those of the strongest roles, then the earliest.
    """
    things = Things(rows, labels=labels)
    name = things.index.label(concept)
    had = [(link.role, link.paper) for link in rows.links if link.concept == concept and link.paper in things.papers]
    found = sorted((things.papers[paper].date or "", _LANES.index(role), paper) for role, paper in had)
    dated = sorted((row for row in found if row[0]), key=lambda row: (row[1], *row))[:most]
    dated.sort()
    undated = [paper for day, _, paper in found if not day]
    introduced = next((number for number, (_, lane, _) in enumerate(dated) if lane == 0), None)
    lanes = sorted({lane for _, lane, _ in dated})
    nodes, heights = _placed(things, dated, lanes=lanes, introducer=introduced)
    summary = [
        f"{amount(len(had), 'paper', 'papers')}{period(things.papers[paper].date for _, paper in had)} "
        f"{'has' if len(had) == 1 else 'have'} {name}.",
        f"The first to introduce it is {things.paper(dated[introduced][2]).name}, {dated[introduced][0]}."
        if introduced is not None
        else f"No paper {'with a day' if undated else 'of this graph'} introduces it, "
        "so no line says where it came from.",
    ]
    earlier = sum(row[0] < dated[introduced][0] for row in dated) if introduced is not None else 0
    if earlier:
        summary.append(f"{amount(earlier, 'paper', 'papers')} had it before; no line leads there.")
    if len(dated) + len(undated) < len(found):
        summary.append(
            f"Drawn: {len(dated):,} of {len(found) - len(undated):,}, the strongest roles, then the earliest."
        )
    if undated:
        summary.append(f"{amount(len(undated), 'paper', 'papers')} without a day left out of the picture.")
    return finished(
        things,
        kind="timeline",
        title=title or f"Who took up {name}, and when",
        summary=summary,
        notes=_NOTES,
        words=Words(
            node="paper",
            nodes="papers",
            link=f"leads to a later paper with {name}",
            reason="concept",
            reasons="concepts",
            size="The first paper that introduces it is the largest",
            groups="Colours and lanes: what a paper does with it",
        ),
        nodes=nodes,
        edges=by_weight(_edges(things, concept, dated, introduced)),
        groups=tuple(
            Group(name=ROLE_WORDS[_LANES[lane]], about="", size=sum(row[1] == lane for row in dated)) for lane in lanes
        ),
        alone=tuple(things.paper(paper) for paper in undated),
        axis=Axis(
            ticks=tuple(_ticks([day for day, _, _ in dated])),
            lanes=tuple((heights[lane], ROLE_WORDS[_LANES[lane]]) for lane in lanes),
        ),
        queries=queries("paper", "share"),
    )


def _placed(
    things: Things, dated: list[tuple[str, int, str]], *, lanes: list[int], introducer: int | None
) -> tuple[tuple[Node, ...], dict[int, float]]:
    """Return the nodes, each in its lane where its day is and nobody stands, and the height of each lane."""
    width = _width(len(dated))
    across = _scale([day for day, _, _ in dated], width)
    rows: dict[int, list[float]] = {lane: [] for lane in lanes}  # where each row of a lane is free again
    row_of = []
    for day, lane, _ in dated:
        x = across[day]
        free = next((row for row, end in enumerate(rows[lane]) if end <= x), len(rows[lane]))
        rows[lane][free:] = [x + _ROW, *rows[lane][free + 1 :]]
        row_of.append(free)
    deep = sum(len(own) - 1 for own in rows.values()) * _ROW
    gap = min(max(_GAPS[0], (_HIGH * width - deep) / max(len(lanes) - 1, 1)), _GAPS[1])
    heights, top = {}, 0.0
    for lane in lanes:
        heights[lane] = round(top + (len(rows[lane]) - 1) * _ROW / 2, 1)
        top += (len(rows[lane]) - 1) * _ROW + gap
    nodes = []
    for number, ((day, lane, paper), row) in enumerate(zip(dated, row_of, strict=True)):
        # Rows grow from the middle of the lane, up and down in turn.
        place = (row + 1) // 2 * (-1 if row % 2 else 1)
        middle = heights[lane] + (0.0 if len(rows[lane]) % 2 else _ROW / 2)
        radius = _INTRODUCER if number == introducer else _RADIUS
        y = round(middle + place * _ROW, 1)
        nodes.append(replace(things.paper(paper), x=across[day], y=y, radius=radius, group=lanes.index(lane)))
    return tuple(nodes), heights


def _edges(things: Things, concept: str, dated: list[tuple[str, int, str]], introducer: int | None) -> Iterator[Edge]:
    if introducer is None:
        return
    began, _, first = dated[introducer]
    for number, (day, lane, paper) in enumerate(dated):
        if number != introducer and day >= began:
            strength = _STRENGTH[_LANES[lane]]
            ends = sorted((introducer, number))
            claims = {introducer: things.index.claim(first, concept), number: things.index.claim(paper, concept)}
            yield Edge(
                source=ends[0],
                target=ends[1],
                weight=strength,
                step=1 if strength >= _STRENGTH[Role.USES] else 0,
                papers=tuple(things.index.paper(dated[end][2]) for end in ends),
                claims=((claims[ends[0]], claims[ends[1]]),),
                faint=_LANES[lane] is Role.MENTIONS,
            )


def _width(papers: int) -> float:
    return max(_WIDTH, round(_WIDER * sqrt(papers)))


def _scale(days: list[str], width: float) -> dict[str, float]:
    """Return where each day stands, the first at the left end and the last at the right one."""
    if not days:
        return {}
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    each = width / max((last - first).days, 1)
    return {day: round((date.fromisoformat(day) - first).days * each - width / 2, 1) for day in days}


def _ticks(days: list[str]) -> Iterator[tuple[float, str]]:
    """Yield where lines stand on the axis, with their days or months: about eight, at round dates."""
    if not days:
        return
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    width = _width(len(days))
    each = width / max((last - first).days, 1)
    span = (last - first).days
    step = next((step for step in _STEPS if span / step <= _TICKS), None)
    if step is not None:
        ticks = [(day, day.isoformat()) for day in (first + timedelta(n * step) for n in range(span // step + 1))]
    else:
        months = next((months for months in _MONTHS if span / (30.4 * months) <= _TICKS), _MONTHS[-1])
        ticks = [(day, f"{day:%Y-%m}") for day in _firsts(first, last, months)]
    for day, label in ticks:
        yield round((day - first).days * each - width / 2, 1), label


def _firsts(first: date, last: date, months: int) -> Iterator[date]:
    """Yield the first days of every so many months, counted from January, that lie between two days."""
    number = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months) * months
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        yield day
        number += months


_NOTES = (
    "Each paper stands at the day of its first listing, in the lane of the strongest thing that its text says of the "
    "concept. Lines go from the first paper that introduces it to what is listed that day or later; that this has it "
    "too is all they say. Faint ones only mention it.",
    "Across: days. Within a lane, up and down mean nothing.",
)
