"""How a text that was read looks on a terminal, its spans marked, and as data."""

import dataclasses
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

import click

from papergraph.cli._errors import printable
from papergraph.model import ConceptClass, Entity, Mention, Reading, Result, Section
from papergraph.query.table import columns
from papergraph.reading import ReadEntry, ReadText

_COLOURS = {
    ConceptClass.METHOD: "blue",
    ConceptClass.MODEL: "magenta",
    ConceptClass.DATASET: "green",
    ConceptClass.TASK: "cyan",
    ConceptClass.METRIC: "yellow",
}
_RESULT_COLOUR = "red"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIDEST = 40  # columns of a name in the list below the text


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    start: int
    end: int
    colour: str
    notes: tuple[str, ...]  # what stands below: kind, role or value, rule


def as_data(done: ReadText) -> dict[str, Any]:
    """Return everything as JSON takes it. Entities of a result are indices into ``entities``; decimals are text."""
    return {
        "entries": [_entry_data(entry) for entry in done.entries],
        "problems": [_plain(dataclasses.asdict(problem)) for problem in done.problems],
    }


def as_text(done: ReadText) -> str:
    """Return each section with its spans marked and numbered, and the list of them below it."""
    return "\n".join(line for entry in done.entries for line in _entry(entry)).rstrip("\n")


def _entry_data(entry: ReadEntry) -> dict[str, Any]:
    listing, reading = entry.listing, entry.reading
    return {
        "paper": _plain(dataclasses.asdict(listing.paper)),
        "title": listing.title,
        "sections": [dataclasses.asdict(section) for section in listing.sections],
        "entities": [_plain(dataclasses.asdict(one) | {"role": one.role}) for one in reading.entities],
        "results": [_plain(dataclasses.asdict(one)) for one in reading.results],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _entry(entry: ReadEntry) -> Iterator[str]:
    for section in entry.listing.sections:
        if section.text:
            yield from _section(section, _spans(entry.reading, section.position))
            yield ""
    if not entry.reading.entities and not entry.reading.results:
        yield "nothing was found"


def _section(section: Section, spans: Sequence[_Span]) -> Iterator[str]:
    if section.heading:
        yield click.style(printable(section.heading), bold=True)
    yield _marked(section.text, spans)
    names = [_short(section.text[span.start : span.end]) for span in spans]
    rows = [span.notes for span in spans]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    widest = max(map(columns, names), default=0)
    for number, (span, name) in enumerate(zip(spans, names, strict=True), start=1):
        notes = "  ".join(note.ljust(width) for note, width in zip(span.notes, widths, strict=True)).rstrip()
        padding = " " * (widest - columns(name))
        yield f"  {number:>{len(str(len(spans)))}}  {click.style(name, fg=span.colour)}{padding}  {notes}"


def _spans(reading: Reading, section: int) -> list[_Span]:
    """Return the spans in one section in the order of the text, the longer one first."""
    spans = [
        _of_mention(entity, mention)
        for entity in reading.entities
        for mention in entity.mentions
        if mention.section == section
    ]
    spans += [_of_result(result, reading.entities) for result in reading.results if result.section == section]
    return sorted(spans, key=lambda span: (span.start, -span.end, span.notes))


def _of_mention(entity: Entity, mention: Mention) -> _Span:
    kind = "Benchmark" if entity.benchmark else entity.cls.value
    return _Span(
        start=mention.start,
        end=mention.end,
        colour=_COLOURS[entity.cls],
        notes=(kind, mention.role.value, mention.rule, printable(entity.name)),
    )


def _of_result(result: Result, entities: Sequence[Entity]) -> _Span:
    about = {
        "system": result.system,
        "metric": result.metric,
        "dataset": result.dataset,
        "baseline": result.baseline,
    }
    known = ", ".join(f"{key} {entities[index].name}" for key, index in about.items() if index is not None)
    return _Span(
        start=result.start,
        end=result.end,
        colour=_RESULT_COLOUR,
        notes=("Result", result.kind.value, result.rule, printable(f"{_value(result)} {known}".strip())),
    )


def _value(result: Result) -> str:
    if result.value is None:
        return f"{result.value_min}..{result.value_max}{result.unit}"
    begin = f"{result.value_from} → " if result.value_from is not None else ""
    return f"{begin}{result.value}{result.unit}"


def _marked(text: str, spans: Sequence[_Span]) -> str:
    """Return the text with each span in brackets, numbered; one that lies in another is inside its brackets."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for number, span in enumerate(spans, start=1):
        opening.setdefault(span.start, []).append(click.style("⟦", fg=span.colour))
        closing.setdefault(span.end, []).insert(0, click.style(f"⟧{str(number).translate(_RAISED)}", fg=span.colour))
    cuts = sorted({0, len(text), *opening, *closing})
    parts = []
    for cut, following in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        parts += closing.get(cut, [])
        parts += opening.get(cut, [])
        inside = next((span for span in reversed(spans) if span.start <= cut < span.end), None)
        piece = printable(text[cut:following])
        parts.append(click.style(piece, fg=inside.colour, bold=True) if inside and piece else piece)
    return "".join(parts)


def _short(name: str) -> str:
    shown = printable(name).replace("\n", " ")
    return shown if columns(shown) <= _WIDEST else shown[: _WIDEST // 2] + "…"
