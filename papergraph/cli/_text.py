"""How facts and sentences look on a terminal."""

from collections.abc import Iterable, Iterator
from typing import Protocol

import click

from papergraph.cli._errors import one_line
from papergraph.query.facts import Evidence, Facts, Finding, Naming
from papergraph.query.reasons import Reason, Why
from papergraph.query.things import Kind, Thing

VERBS = {
    "Introduces": "introduces",
    "ComparesWith": "compares with",
    "EvaluatesOn": "evaluates on",
    "Uses": "uses",
    "Mentions": "mentions",
}
_MOST_SENTENCES = 2


def facts(shown: Facts, *, every: bool) -> str:
    """Return the facts of one thing as lines of text; with ``every``, all sentences instead of the first two."""
    return "\n".join(_facts(shown, every))


def why(shown: Why, *, every: bool) -> str:
    """Return the reasons for a link as lines of text."""
    return "\n".join(_why(shown, every))


def _facts(shown: Facts, every: bool) -> Iterator[str]:
    yield title(shown.thing)
    if shown.also:
        yield f"also: {_join(shown.also)}"
    if shown.url:
        yield one_line(shown.url)
    for appearance in shown.appearances:
        votes = "votes unknown" if appearance.votes is None else f"{appearance.votes} votes"
        yield one_line(f"listed {appearance.day}, place {appearance.rank}, {votes}")
    if shown.authors:
        names = [author.name for author in shown.authors] + (["and others"] if shown.authors_incomplete else [])
        yield f"authors: {_join(names)}"
    if shown.papers:
        yield _heading(f"{len(shown.papers)} papers")
        yield from (one_line(f"  {date}  {paper.name}") for date, paper in shown.papers)
    if shown.companions:
        yield _heading(f"{len(shown.companions)} co-authors")
        yield from (f"  {len(c.papers)} together  {one_line(c.author.name)}" for c in shown.companions)
    for naming in shown.namings:
        yield from _naming(naming, of=shown.thing, every=every)
    if shown.findings:
        yield _heading(f"{len(shown.findings)} results")
        yield from (line for finding in shown.findings for line in _finding(finding))


def _why(shown: Why, every: bool) -> Iterator[str]:
    yield f"{title(shown.first)}\n{title(shown.second)}"
    yield _heading(f"{shown.relation}: {len(shown.reasons)}") if shown.reasons else "nothing links them"
    for reason in shown.reasons:
        yield from _reason(reason, every)


def _reason(reason: Reason, every: bool) -> Iterator[str]:
    yield f"{one_line(reason.date)}  {title(reason.via)}" if reason.date else title(reason.via)
    for naming in reason.namings:
        who = naming.paper if reason.via.kind is Kind.CONCEPT else naming.concept
        yield f"  {VERBS[naming.role]}: {one_line(who.name)}"
        yield from _sentences(naming.evidence, every)


def _naming(naming: Naming, *, of: Thing, every: bool) -> Iterator[str]:
    if of.kind is Kind.PAPER:
        yield _heading(f"{VERBS[naming.role]} {naming.concept.cls or ''} {naming.concept.name}")
    else:
        yield _heading(f"{naming.date} {VERBS[naming.role]}: {naming.paper.name}")
    yield from _sentences(naming.evidence, every)


def _finding(finding: Finding) -> Iterator[str]:
    about = [
        f"{name} {value}"
        for name, value in (
            ("system", finding.system),
            ("metric", finding.metric),
            ("dataset", finding.dataset),
            ("baseline", finding.baseline),
        )
        if value
    ]
    yield one_line(f"  {finding.raw} ({finding.kind.lower()}{'; ' if about else ''}{', '.join(about)})")
    yield from _sentences([finding.evidence], every=True)


def _sentences(evidence: Iterable[Evidence], every: bool) -> Iterator[str]:
    distinct = list({(place.day, place.section, place.sentence): place for place in reversed(list(evidence))}.values())
    distinct.reverse()
    for place in distinct if every else distinct[:_MOST_SENTENCES]:
        source = f"{place.day} {place.heading or ''}".strip()
        by = f", {place.rule}" if place.rule else ""
        yield f"    {marked(place)}  ({one_line(source)}{by})"
    if not every and len(distinct) > _MOST_SENTENCES:
        yield f"    … and {len(distinct) - _MOST_SENTENCES} more (--all)"


class Marked(Protocol):
    """A sentence and a span in it, in code points, end exclusive."""

    @property
    def sentence(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def marked(place: Marked) -> str:
    """Return the sentence with the span in brackets, in bold on a terminal."""
    if not place.sentence:
        return f"(no text in this graph; characters {place.start}-{place.end} of the section)"
    before, span, after = (
        one_line(part)
        for part in (
            place.sentence[: place.start],
            place.sentence[place.start : place.end],
            place.sentence[place.end :],
        )
    )
    return f"{before}{click.style(f'⟦{span}⟧', bold=True)}{after}"


def title(thing: Thing) -> str:
    """Return a thing as a line: its name in bold, its kind, its IRI."""
    kind = thing.cls or thing.kind.value.capitalize()
    return f"{click.style(one_line(thing.name), bold=True)}  [{kind}] {one_line(thing.iri)}"


def _heading(text: str) -> str:
    return click.style(one_line(text), bold=True)


def _join(names: Iterable[str]) -> str:
    return one_line(", ".join(names))
