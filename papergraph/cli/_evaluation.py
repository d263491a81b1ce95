"""How figures and mistakes look on a terminal, and as data."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from papergraph.cli._errors import printable
from papergraph.cli._text import marked
from papergraph.evaluate import Evaluation
from papergraph.evaluation.figures import Slice
from papergraph.evaluation.mistakes import Mistake
from papergraph.evaluation.sample import Figure

_NOTHING = "–"  # there was nothing to measure


def as_data(done: Evaluation, *, errors: int) -> dict[str, Any]:
    """Return everything as JSON takes it, with at most ``errors`` mistakes of each kind."""
    figures = done.figures
    return {
        "papers": done.papers,
        "papers_found": done.papers_found,
        "figures": {figure.name: _values(figure) for figure in figures.overall},
        "by": {
            name: {one.name: {figure.name: _values(figure) for figure in _figures(one)} for one in slices}
            for name, slices in _slices(done).items()
        },
        "counts": figures.counts,
        "mistake_counts": dict(Counter(mistake.kind.value for mistake in done.mistakes)),
        "mistakes": [_without(dataclasses.asdict(mistake), "surfaces") for mistake in _first(done.mistakes, errors)],
    }


def as_text(done: Evaluation, *, slices: Sequence[str], errors: int) -> str:
    """Return the figures as tables and at most ``errors`` mistakes of each kind."""
    return "\n".join(_lines(done, slices, errors))


def _lines(done: Evaluation, slices: Sequence[str], errors: int) -> Iterator[str]:
    yield f"{done.papers_found} of {done.papers} papers name something in the graph"
    yield ""
    yield from _table(
        ["figure", "value", "95 %", "right", "of"],
        [[figure.name, *_measured(figure), _count(figure.right), _count(figure.of)] for figure in done.figures.overall],
    )
    for name in dict.fromkeys(slices):
        yield ""
        yield from _slice_table(name, _slices(done)[name])
    counts = Counter(mistake.kind for mistake in done.mistakes)
    last = None
    for mistake in _first(done.mistakes, errors):
        if mistake.kind is not last:
            yield ""
            yield click.style(f"{mistake.kind}: {counts[mistake.kind]}", bold=True)
            last = mistake.kind
        yield from _mistake(mistake)


def _slice_table(name: str, slices: Iterable[Slice]) -> Iterator[str]:
    head = [name, "recall", "95 %", "of", "precision", "95 %", "of", "F1", "95 %", "accuracy", "95 %", "of"]
    rows = []
    for one in slices:
        shares = [[*_measured(figure), _count(figure.of if figure else None)] for figure in (one.recall, one.precision)]
        rows.append(
            [one.name, *shares[0], *shares[1], *_measured(one.f1), *_measured(one.accuracy), _count(one.accuracy.of)]
        )
    return _table(head, rows)


def _mistake(mistake: Mistake) -> Iterator[str]:
    sides = {"expected": mistake.expected, "got": mistake.got}
    known = [f"{side} {value}" for side, value in sides.items() if value not in (None, mistake.name)]
    about = f" ({', '.join(known)})" if known else ""
    yield printable(f"  {mistake.paper}  {mistake.name}{about}").replace("\n", " ")
    if mistake.place:
        rule = f"  ({printable(mistake.place.rule)})" if mistake.place.rule else ""
        yield f"    {marked(mistake.place)}{rule}"


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for place, row in enumerate([head, *rows]):
        first, *others = zip(row, widths, strict=True)
        line = "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]).rstrip()
        yield click.style(line, bold=True) if place == 0 else line


def _measured(figure: Figure | None) -> tuple[str, str]:
    if figure is None or figure.low is None:
        return _NOTHING, ""
    return f"{figure.value:.3f}", f"{figure.low:.3f}–{figure.high:.3f}"


def _count(count: int | None) -> str:
    return "" if count is None else str(count)


def _slices(done: Evaluation) -> dict[str, tuple[Slice, ...]]:
    figures = done.figures
    return {"class": figures.by_class, "role": figures.by_role, "tier": figures.by_tier}


def _figures(one: Slice) -> Iterator[Figure]:
    return (figure for figure in (one.recall, one.precision, one.f1, one.accuracy) if figure)


def _values(figure: Figure) -> dict[str, Any]:
    return _without(dataclasses.asdict(figure), "name")


def _without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


def _first(mistakes: Iterable[Mistake], most: int) -> Iterator[Mistake]:
    seen: Counter[str] = Counter()
    for mistake in mistakes:
        seen[mistake.kind] += 1
        if seen[mistake.kind] <= most:
            yield mistake
