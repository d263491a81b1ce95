"""What is wrong with a matched paper, one by one. Where each stands in the text is somebody else's knowledge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from papergraph.evaluation.gold import CORE, GoldEntity, Tier
from papergraph.evaluation.matching import Match, Node


class MistakeKind(StrEnum):
    """How the graph errs, in the order in which mistakes are listed."""

    MISSED = "missed"
    FALSE = "false"
    WRONG_CLASS = "wrong class"
    WRONG_ROLE = "wrong role"
    RESULT_MISSED = "result missed"
    RESULT_FALSE = "result false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The sentence of a mistake and the span in it (code points, end exclusive), and the rule that erred, if one did.

    ``sentence`` is "" when the graph was built without text.
    """

    sentence: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One mistake: what the gold expects and what the graph gives; None for the side that has nothing.

    ``expected`` and ``got`` are a class, a role, or a value as its kind says. ``surfaces`` are the forms to look for in
    the text, ``node`` is the IRI of the concept or result in the graph. ``place`` is None where the text does not have
    it.
    """

    kind: MistakeKind
    paper: str
    name: str
    expected: str | None
    got: str | None
    surfaces: tuple[str, ...]
    node: str | None
    place: Place | None = None


def mistakes_of(match: Match) -> Iterator[Mistake]:
    """Yield the mistakes in one paper; of things that are optional, none is missed.

    Missed and false are things of all five classes; a wrong class or role is told of methods, models and datasets.
    """
    paper = match.gold.id
    for entity, node in match.entities:
        if node is None:
            if entity.tier is not Tier.OPTIONAL:
                yield _about(MistakeKind.MISSED, paper, entity, None, expected=entity.cls, got=None)
        elif entity.cls in CORE:
            if not node.classes & entity.classes:
                got = _classes(node)
                yield _about(MistakeKind.WRONG_CLASS, paper, entity, node, expected=_either(entity.classes), got=got)
            if node.role not in entity.roles:
                role = _either(entity.roles)
                yield _about(MistakeKind.WRONG_ROLE, paper, entity, node, expected=role, got=node.role)
    for node in match.extra:
        yield Mistake(
            kind=MistakeKind.FALSE,
            paper=paper,
            name=node.name,
            expected=None,
            got=_classes(node),
            surfaces=tuple(sorted(node.labels)),
            node=node.iri,
        )
    yield from _about_results(match)


def _about_results(match: Match) -> Iterator[Mistake]:
    for wanted, hit in match.results:
        if hit is None and not wanted.optional:
            yield Mistake(
                kind=MistakeKind.RESULT_MISSED,
                paper=match.gold.id,
                name=wanted.value,
                expected=wanted.value,
                got=None,
                surfaces=_number(wanted.value),
                node=None,
            )
    for result in match.extra_results:
        shown = result.raw or f"{result.value or ''}{result.unit or ''}"
        yield Mistake(
            kind=MistakeKind.RESULT_FALSE,
            paper=match.gold.id,
            name=shown,
            expected=None,
            got=shown,
            surfaces=(shown,),
            node=result.iri,
        )


def _number(value: str) -> tuple[str, ...]:
    """Return the value without its sign, then its first number alone: texts spell units in their own way."""
    return (value.lstrip("+-"), *re.findall(r"\d+(?:\.\d+)?", value)[:1])


def _about(
    kind: MistakeKind, paper: str, entity: GoldEntity, node: Node | None, *, expected: str, got: str | None
) -> Mistake:
    return Mistake(
        kind=kind,
        paper=paper,
        name=entity.name,
        expected=str(expected),
        got=None if got is None else str(got),
        surfaces=(entity.name, *entity.aliases),
        node=node.iri if node else None,
    )


def _classes(node: Node) -> str:
    return _either(node.classes) or "no class"


def _either(names: frozenset[str]) -> str:
    return " or ".join(sorted(names))
