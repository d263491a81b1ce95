"""The questions that have a name, each with its answer on this graph and the query behind it."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from papergraph import vocab
from papergraph.errors import UnknownNameError
from papergraph.query import asking
from papergraph.query.catalogue import Parameter, Question, catalogue
from papergraph.query.select import Select
from papergraph.query.table import Table, table_from_json
from papergraph.query.terms import Term, TermKind, readable
from papergraph.site.facts import SiteFacts
from papergraph.site.frame import Crumb, Frame
from papergraph.site.words import line

#: What the first page asks, in plain words; ``{}`` stands for what it is asked of.
ON_THE_FIRST_PAGE = (
    ("uptake", "Who introduced {}, and who took it up?"),
    ("results-on", "What has been reported on {}, and what of it can be compared?"),
    ("works-on", "Who works on {}?"),
    ("rising", "What is on the rise?"),
    ("used-with", "What is {} used together with?"),
    ("unmet-teams", "Which teams use the same rare methods and have never written together?"),
    ("most-used", "Which methods do most papers name?"),
    ("coverage", "What does this graph not know?"),
)


#: The IRI of a thing that has a page, or the text to show.
_Cell = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with what it was asked of and its answer; ``asked`` are (parameter, value), ``query`` is SPARQL."""

    question: Question
    asked: tuple[tuple[Parameter, str], ...]
    query: str
    table: Table

    @property
    def path(self) -> str:
        """The path of its page, without suffix."""
        return f"question/{self.question.name}"

    @property
    def command(self) -> str:
        """What asks it on the command line."""
        given = [part for one, value in self.asked if value != one.default for part in (f"--{one.name}", value)]
        return shlex.join(["papergraph", "ask", self.question.name, *map(line, given)])


def answered(facts: SiteFacts, *, select: Select, ask: Callable[[str], bytes], base: str) -> Iterator[Answered]:
    """Yield every question of the catalogue whose parameters have a value that this graph knows, with its answer.

    That is the question's own example; else, for a name that the graph does not have, what most papers name.
    """
    most = _most(facts)
    for question in catalogue():
        given = _example(question)
        for values in (given, _replaced(question, given, most)):
            try:
                query = asking.prepared(question, values, select=select, base=base, limit=None)
            except UnknownNameError:
                continue
            shown = {**values, **{name: line(facts.name(iri)) for name, iri in values.items() if iri in most.values()}}
            yield Answered(
                question=question,
                asked=tuple((one, shown.get(one.name, one.default or "")) for one in question.parameters),
                query=query,
                table=table_from_json(ask(query)),
            )
            break


def question_page(answer: Answered, frame: Frame, *, facts: SiteFacts, paths: Mapping[str, str], base: str) -> str:
    """Return the page of one question."""
    columns = _columns(answer.table, facts, paths, vocab.prefixes(base))
    return frame.render(
        "question.html.jinja",
        f"{answer.path}.html",
        title=answer.question.title,
        crumbs=[Crumb(name="Questions", path="question/index.html")],
        answer=answer,
        heads=list(columns),
        rows=list(zip(*columns.values(), strict=True)),
    )


def _columns(
    table: Table, facts: SiteFacts, paths: Mapping[str, str], prefixes: Mapping[str, str]
) -> dict[str, list[_Cell]]:
    """Return the columns by name. One that holds names of what another one points to takes over its links."""
    found = {name: [_cell(row[at], paths, prefixes) for row in table] for at, name in enumerate(table.variables)}
    for name, things in list(found.items()):
        if not things or not all(thing for thing, _ in things):
            continue
        for other, texts in found.items():
            if other != name and [text for _, text in texts] == [facts.name(thing) for thing, _ in things]:
                found[other] = things
                del found[name]
                break
    return found


def _cell(cell: Term | None, paths: Mapping[str, str], prefixes: Mapping[str, str]) -> _Cell:
    if cell is None:
        return "", ""
    if cell.kind is TermKind.IRI and cell.value in paths:
        return cell.value, ""
    return "", readable(cell, prefixes)


def _example(question: Question) -> dict[str, str]:
    words = question.example
    return {words[at].removeprefix("--"): words[at + 1] for at in range(0, len(words) - 1, 2)}


def _most(facts: SiteFacts) -> dict[str, str]:
    """Return, by what a parameter takes, the thing of this graph that most papers have."""
    found: dict[str, str] = {}
    ranked = sorted(facts.concepts.values(), key=lambda one: (-one.support, one.iri))
    for concept in ranked:
        found.setdefault(concept.cls.value, concept.iri)
        found.setdefault("concept", concept.iri)
    if facts.by_author:
        found["author"] = min(facts.by_author, key=lambda iri: (-len(facts.by_author[iri]), iri))
    if facts.papers:
        found["paper"] = min(facts.papers, key=lambda iri: (-len(facts.by_paper.get(iri, ())), iri))
    return found


def _replaced(question: Question, given: Mapping[str, str], most: Mapping[str, str]) -> dict[str, str]:
    found = dict(given)
    for one in question.parameters:
        if thing := most.get(one.cls or one.type.value):
            found[one.name] = thing
    return found
