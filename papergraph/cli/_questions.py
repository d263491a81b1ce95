"""How the catalogue of named questions looks on a terminal, and as data."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from papergraph.query.catalogue import Parameter, Question


def listed(questions: Sequence[Question]) -> str:
    """Return one line for each question: name, title, and the parameters it must have."""
    width = max(len(one.name) for one in questions)
    return "\n".join(f"{click.style(one.name.ljust(width), bold=True)}  {_line(one)}" for one in questions)


def usage(question: Question) -> str:
    """Return what a question answers, what it takes, and an example."""
    return "\n".join(_usage(question))


def as_data(question: Question) -> dict[str, Any]:
    """Return a question as JSON holds it."""
    return {
        "name": question.name,
        "title": question.title,
        "about": question.about,
        "parameters": [
            {
                "name": one.name,
                "type": one.written_type,
                "required": one.default is None,
                "default": one.default,
                "about": one.about,
            }
            for one in question.parameters
        ],
        "columns": list(question.columns),
        "limit": question.limit,
        "example": question.command,
    }


def _line(question: Question) -> str:
    needed = [f"--{one.name}" for one in question.parameters if one.default is None]
    return f"{question.title}  ({' '.join(needed)})" if needed else question.title


def _usage(question: Question) -> Iterator[str]:
    needed = "".join(f" --{one.name} {one.written_type.upper()}" for one in question.parameters if one.default is None)
    yield f"Usage: papergraph ask {question.name}{needed} [OPTIONS]"
    yield ""
    yield f"  {question.title}"
    yield f"  {question.about}"
    yield ""
    if question.parameters:
        yield "Parameters:"
        width = max(len(f"{one.name} {one.written_type}") for one in question.parameters)
        yield from (_parameter(one, width) for one in question.parameters)
        yield ""
    yield f"Columns: {', '.join(question.columns)}; {question.limit} rows, or as many as --limit says."
    yield ""
    yield "Example:"
    yield f"  {question.command}"


def _parameter(one: Parameter, width: int) -> str:
    need = "required" if one.default is None else f"default {one.default}"
    return f"  --{f'{one.name} {one.written_type}'.ljust(width)}  {one.about}  [{need}]"
