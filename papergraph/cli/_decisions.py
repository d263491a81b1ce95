"""How a decision about names looks: as a sentence with its papers, as lines of an alias file, and as data."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

import click

from papergraph.cli._errors import one_line
from papergraph.cli._text import marked, title
from papergraph.model import Decision, DecisionKind
from papergraph.query.cases import Case
from papergraph.query.decisions import as_toml, paper_written
from papergraph.query.origins import Origin
from papergraph.query.things import Kind

#: What is shown of one name, unless all is asked for: decisions, and papers of each.
MOST = 20
MOST_PAPERS = 2
#: Papers that a review shows of each decision.
MOST_IN_REVIEW = 3

_SILENT = "this graph keeps no decisions about names: if an older papergraph built it, build it again"
_MOST_NAMES = 6
_MOST_IDS = 3


def review(cases: Sequence[Case], *, of: int, silent: bool) -> str:
    """Return the cases, of ``of`` in all, as an alias file in which everything is commented out.

    ``silent`` is a graph that does not say what was decided.
    """
    return "\n".join(_review(cases, of, silent))


def origin(shown: Origin, cases: Sequence[Case], *, silent: bool) -> str:
    """Return how a thing came to its names, as lines of text; ``silent`` is a graph that does not say."""
    return "\n".join(_origin(shown, cases, silent))


def sentence(decision: Decision, *, of_several: bool = False) -> str:
    """Return what was decided, by which rule, and how many papers say so; for one ``of_several`` things, of which."""
    ids = [paper_written(paper) for paper in decision.papers[:_MOST_IDS]]
    support = f", {_amount(decision.support, 'paper')}" if decision.support else ""
    which = f" ({', '.join([*ids, '…'] if decision.support > len(ids) else ids)})" if ids else ""
    note = f"; {decision.note}" if decision.note else ""
    node = f", {decision.keys[0]}" if of_several and len(decision.keys) == 1 else ""
    return one_line(f"{_decided(decision)}{node}: {decision.rule}{support}{which}{note}")


def as_data(case: Case) -> dict[str, Any]:
    """Return a decision as JSON takes it, with its papers and the lines that answer it."""
    papers = [dataclasses.asdict(ground) | {"paper": paper_written(ground.paper)} for ground in case.grounds]
    return dataclasses.asdict(case.decision) | {"papers": papers, "toml": as_toml(case.decision, uses=case.uses)}


def _review(cases: Sequence[Case], of: int, silent: bool) -> Iterator[str]:
    if not cases:
        nothing = "nothing is worth a look: no paper is linked by names that are not spelled alike"
        yield f"# {_SILENT if silent else nothing}"
        return
    yield f"# {len(cases):,} of {_amount(of, 'decision')} worth a look, the most consequential first."
    yield "# Take the # away from a [[table]] and from one line below it, and build again."
    for number, case in enumerate(cases, start=1):
        yield ""
        yield f"# {number}. {sentence(case.decision)}"
        if case.decision.weight:
            yield f"#   {_amount(case.decision.weight, 'paper')} would be linked otherwise"
        yield from (f"# {click.unstyle(line)}" for line in _grounds(case))
        for line in as_toml(case.decision, uses=case.uses).splitlines():
            yield line if line.startswith("#") else f"#{line}"


def _origin(shown: Origin, cases: Sequence[Case], silent: bool) -> Iterator[str]:
    if shown.thing:
        yield title(shown.thing)
    if shown.also:
        yield one_line(f"also: {', '.join(shown.also)}")
    for case in cases:
        yield sentence(case.decision, of_several=shown.thing is None)
        yield from _grounds(case)
    if len(cases) < len(shown.decisions):
        yield f"… and {len(shown.decisions) - len(cases):,} more (--all)"
    if not shown.decisions:
        yield _nothing(shown, silent)


def _nothing(shown: Origin, silent: bool) -> str:
    if shown.thing and shown.thing.kind is Kind.PAPER:
        return "a paper is known by its id: nothing was joined or split"
    if shown.also:
        return _SILENT if silent else "nothing but spellings was joined"
    return "one name, nothing was joined or split"


def _grounds(case: Case) -> Iterator[str]:
    for ground in case.grounds:
        node = f"{ground.key}: " if ground.key and len(case.decision.keys) > 1 else ""
        yield one_line(f"  {node}{paper_written(ground.paper)}  {ground.title}".rstrip())
        if place := ground.evidence:
            source = one_line(" ".join(filter(None, (place.day, place.heading))))
            yield f"    {marked(place)}  ({source}, {one_line(place.rule)})"


def _decided(decision: Decision) -> str:
    quoted = [f'"{name}"' for name in decision.names]
    names = _listed(quoted)
    is_or_are = "is" if len(quoted) == 1 else "are"
    match decision.kind:
        case DecisionKind.MERGE:
            return f"{names} are one"
        case DecisionKind.SPLIT:
            return f"{names} {is_or_are} {_amount(len(decision.keys), 'thing')}, {_listed(decision.keys)}"
        case DecisionKind.BROADER:
            return f"{_listed(quoted[:1])} stands under {_listed(quoted[1:])}"
        case DecisionKind.CONFLICT:
            return f"what is said of {names} disagrees"
        case DecisionKind.HIDE:
            return f"{names} {is_or_are} hidden"
        case DecisionKind.CLASS:
            return f"what {names} is was told"


def _listed(names: Sequence[str]) -> str:
    *others, last = names or [""]
    if len(others) >= _MOST_NAMES:
        others, last = others[:_MOST_NAMES], _amount(len(others) + 1 - _MOST_NAMES, "other name")
    return f"{', '.join(others)} and {last}" if others else last


def _amount(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
