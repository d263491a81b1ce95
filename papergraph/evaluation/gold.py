"""Gold annotations: JSON Lines → frozen values, or the file and line of what is wrong with them."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from papergraph.errors import InputError

_PAPER_ID = re.compile(r"\d{4}\.\d{4,5}")
_Name = TypeVar("_Name", bound=StrEnum)


class GoldClass(StrEnum):
    """The five classes, as annotations write them."""

    METHOD = "METHOD"
    MODEL = "MODEL"
    DATASET = "DATASET"
    TASK = "TASK"
    METRIC = "METRIC"


#: The classes that most figures are about.
CORE = frozenset({GoldClass.METHOD, GoldClass.MODEL, GoldClass.DATASET})


class GoldRole(StrEnum):
    """What a paper does with a thing, as annotations write it; weakest first."""

    MENTIONS = "mentions"
    USES = "uses"
    COMPARES = "compares"
    INTRODUCES = "introduces"


class Tier(StrEnum):
    """How much a thing counts: a proper name, a general term, or what is neither missed nor wrong."""

    NAMED = "named"
    CONCEPT = "concept"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """One thing that an entry names. ``other_class`` and ``other_role`` are as right as the first ones."""

    cls: GoldClass
    name: str
    aliases: tuple[str, ...]
    tier: Tier
    role: GoldRole
    other_class: GoldClass | None = None
    other_role: GoldRole | None = None

    @property
    def classes(self) -> frozenset[GoldClass]:
        """The classes that are right."""
        return frozenset({self.cls} | ({self.other_class} if self.other_class else set()))

    @property
    def roles(self) -> frozenset[GoldRole]:
        """The roles that are right."""
        return frozenset({self.role} | ({self.other_role} if self.other_role else set()))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldResult:
    """One number that an entry reports. An optional one is neither missed nor wrong."""

    value: str  # number and unit: "85.0%", "4.5x", "+10.9%"
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPaper:
    """What one entry says. ``id`` is an arXiv id without version."""

    id: str
    entities: tuple[GoldEntity, ...]
    results: tuple[GoldResult, ...]


def read_gold(paths: Iterable[str | os.PathLike[str]]) -> tuple[GoldPaper, ...]:
    """Return the papers of all files, one JSON object a line, in the order in which they stand.

    Raises:
        InputError: a file that cannot be read, or a line that is no annotation; with file and line.
    """
    return tuple(paper for path in paths for paper in _read(Path(path)))


def _read(path: Path) -> Iterator[GoldPaper]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the annotations cannot be read: {error}", file=str(path)) from error
    for number, line in enumerate(text.split("\n"), start=1):  # splitlines would break at U+2028 inside a string
        if line.strip():
            try:
                yield _paper(json.loads(line))
            except (ValueError, RecursionError) as error:
                hint = 'one paper a line: {"id": "2505.02214", "entities": […], "results": […]}'
                raise InputError(f"no annotation: {error}", file=str(path), line=number, hint=hint) from error


def _paper(data: object) -> GoldPaper:
    paper = _object(data, "the line")
    identity = _text(paper, "id")
    if not _PAPER_ID.fullmatch(identity):
        raise ValueError(f"{identity!r} is no arXiv id without version")
    return GoldPaper(
        id=identity,
        entities=tuple(_entity(_object(one, "an entity")) for one in _list(paper, "entities")),
        results=tuple(_result(_object(one, "a result")) for one in _list(paper, "results", default=[])),
    )


def _entity(data: dict[str, Any]) -> GoldEntity:
    return GoldEntity(
        cls=_one_of(GoldClass, data, "type"),
        name=_text(data, "name"),
        aliases=tuple(_as_text(alias, "an alias") for alias in _list(data, "aliases", default=[])),
        tier=_one_of(Tier, data, "tier"),
        role=_one_of(GoldRole, data, "role"),
        other_class=_one_of(GoldClass, data, "alt_type") if data.get("alt_type") is not None else None,
        other_role=_one_of(GoldRole, data, "alt_role") if data.get("alt_role") is not None else None,
    )


def _result(data: dict[str, Any]) -> GoldResult:
    value = data.get("value")
    text = str(value) if isinstance(value, int | float) else _text(data, "value")
    if not any(sign.isdigit() for sign in text):  # nothing could tell whether the graph has it
        raise ValueError(f"'value' has no number in it: {text[:40]!r}")
    # Of a number the tier only says who saw it ("both"): whatever is not optional counts.
    return GoldResult(value=text, optional=data.get("tier") == Tier.OPTIONAL)


def _object(data: object, what: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{what} is no JSON object")
    return data


def _list(data: dict[str, Any], key: str, *, default: list[Any] | None = None) -> list[Any]:
    value = data.get(key, default)
    if not isinstance(value, list):
        raise ValueError(f"{key!r} is no list")
    return value


def _text(data: dict[str, Any], key: str) -> str:
    return _as_text(data.get(key), repr(key))


def _as_text(value: object, what: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{what} is missing or no text")
    return value


def _one_of(names: type[_Name], data: dict[str, Any], key: str) -> _Name:
    try:
        return names(str(data.get(key)))
    except ValueError as error:
        raise ValueError(f"{key!r} is {data.get(key)!r}, not one of {', '.join(names)}") from error
