"""The named questions: each a file ``questions/NAME.rq``, whose head says what it answers and what it needs.

The head is the file's first lines, each beginning with ``#``::

    # title: Who works on something
    # about: One or more such lines: what the answer holds.
    # param concept: concept, required; what the parameter means
    # param since: date, default 0001-01-01; what it means
    # columns: name, papers, author
    # limit: 20
    # example: --concept GRPO

The rest is one SPARQL 1.1 SELECT, in which a parameter is a variable of the same name and the columns are what is
selected. It has no LIMIT of its own.
"""

import re
import shlex
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from papergraph.errors import InputError, UnknownNameError


class ParameterType(Enum):
    """What a parameter takes."""

    CONCEPT = "concept"  # ``concept(Method)``: of that class only
    AUTHOR = "author"
    PAPER = "paper"
    CLASS = "class"  # Method, Model, Dataset, Task or Metric
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A variable of a question that takes a value. Without a ``default`` it must be given."""

    name: str
    type: ParameterType
    cls: str | None
    default: str | None
    about: str

    @property
    def written_type(self) -> str:
        """The type as a head writes it."""
        return f"{self.type.value}({self.cls})" if self.cls else self.type.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question. ``example`` holds arguments of the command line, ``sparql`` the query without its head."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    limit: int
    example: tuple[str, ...]
    sparql: str

    @property
    def command(self) -> str:
        """The example as a command."""
        return shlex.join(["papergraph", "ask", self.name, *self.example])


_FOLDER = Path(__file__).parent / "questions"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PARAMETER = re.compile(
    r"(?P<name>[a-z]\w*): (?P<type>[a-z]+)(?:\((?P<cls>[A-Z][a-z]+)\))?"
    r", (?:required|default (?P<default>[^;]+)); (?P<about>\S.*)"
)
_ONCE = ("title", "columns", "limit", "example")
CLASSES = ("Method", "Model", "Dataset", "Task", "Metric")
_SUGGESTIONS = 4
_LEAST_LIKENESS = 50


@cache
def catalogue() -> tuple[Question, ...]:
    """Return all questions, by name.

    Raises:
        InputError: the head of a file is not as it should be.
    """
    return tuple(parse(file.stem, file.read_text(encoding="utf-8")) for file in sorted(_FOLDER.glob("*.rq")))


def question(name: str) -> Question:
    """Return the question with that name.

    Raises:
        UnknownNameError: there is none; ``known`` holds near ones.
    """
    found = {one.name: one for one in catalogue()}
    if name not in found:
        near = nearest(name, tuple(found))
        raise UnknownNameError(
            "question", name, near, hint=None if near else "papergraph ask --list shows the questions"
        )
    return found[name]


def nearest(wanted: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that are most like ``wanted``, the most like first."""
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=_SUGGESTIONS, score_cutoff=_LEAST_LIKENESS)
    return tuple(name for name, _, _ in found)


def parse(name: str, text: str) -> Question:
    """Return the question that the text of a file states.

    Raises:
        InputError: with file and line, when the head is not as it should be.
    """
    file = f"{name}.rq"
    if not _NAME.fullmatch(name):
        raise InputError("the name of a question is small letters, digits and hyphens", file=file)
    fields: dict[str, str] = {}
    about: list[str] = []
    parameters: list[Parameter] = []
    lines = text.splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    for number, line in enumerate(lines[:head], start=1):
        key, colon, value = line[1:].strip().partition(":")
        if key.startswith("param "):
            parameters.append(_parameter(line[1:].strip().removeprefix("param "), file, number))
        elif key == "about":
            about.append(value.strip())
        elif not colon or key not in _ONCE or key in fields:
            raise InputError(
                f"a head has title, about, param, columns, limit and example, not {key!r}", file=file, line=number
            )
        else:
            fields[key] = value.strip()
    if missing := [key for key in _ONCE if key not in fields] or ([] if about else ["about"]):
        raise InputError(f"the head has no line {missing[0]!r}", file=file)
    if not re.fullmatch(r"[1-9]\d{0,5}", fields["limit"]):
        raise InputError("the limit of a question is a number above 0", file=file)
    return Question(
        name=name,
        title=fields["title"],
        about=" ".join(about),
        parameters=tuple(parameters),
        columns=tuple(column.strip() for column in fields["columns"].split(",")),
        limit=int(fields["limit"]),
        example=tuple(shlex.split(fields["example"])),
        sparql="".join(lines[head:]),
    )


def _parameter(text: str, file: str, line: int) -> Parameter:
    found = _PARAMETER.fullmatch(text)
    if not found or found["type"] not in {one.value for one in ParameterType}:
        raise InputError(
            "a parameter is not as a head states it",
            file=file,
            line=line,
            hint="param NAME: TYPE, required; MEANING, or: param NAME: TYPE, default VALUE; MEANING",
        )
    kind = ParameterType(found["type"])
    if found["cls"] and (kind is not ParameterType.CONCEPT or found["cls"] not in CLASSES):
        raise InputError(f"no type {found['type']}({found['cls']})", file=file, line=line)
    return Parameter(name=found["name"], type=kind, cls=found["cls"], default=found["default"], about=found["about"])
