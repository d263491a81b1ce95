"""Lists of everything, for those who look around, and for whom the search box does not run: by month and by letter."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from papergraph.site.facts import SiteFacts
from papergraph.site.frame import PLURALS, Crumb, Frame
from papergraph.site.letters import Letter, letter_of

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    thing: str
    papers: int
    first: str
    last: str


def browse_pages(facts: SiteFacts, frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each list."""
    yield from _papers(facts, frame)
    people = [_row(iri, facts.by_author[iri], facts) for iri in facts.people]
    yield from _filed("author", people, facts, frame, name=lambda iri: facts.people[iri].name)
    for kind in ("method", "model", "dataset", "task", "metric"):
        rows = [
            _row(iri, [named.paper for named in facts.by_concept.get(iri, ())], facts)
            for iri, concept in facts.concepts.items()
            if concept.cls.value.lower() == kind
        ]
        yield from _filed(kind, rows, facts, frame, name=lambda iri: facts.concepts[iri].label)


def _papers(facts: SiteFacts, frame: Frame) -> Iterator[tuple[str, str]]:
    months: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for iri in facts.papers:
        day = facts.date(iri)
        months[day[:7] or "undated"][day].append(iri)
    counted = [(month, sum(map(len, days.values()))) for month, days in sorted(months.items(), reverse=True)]
    yield (
        "browse/papers.html",
        frame.render("months.html.jinja", "browse/papers.html", title="Papers", months=counted),
    )
    for month, days in months.items():
        path = f"browse/papers-{month}.html"
        listed = [
            (day, sorted(papers, key=lambda iri: (_rank(iri, facts), iri))) for day, papers in sorted(days.items())
        ]
        yield (
            path,
            frame.render(
                "month.html.jinja",
                path,
                title=f"Papers of {month}",
                crumbs=[Crumb(name="Papers", path="browse/papers.html")],
                days=listed[::-1],
            ),
        )


def _rank(iri: str, facts: SiteFacts) -> int:
    return min((one.rank for one in facts.listed.get(iri, ())), default=0)


def _row(iri: str, papers: Sequence[str], facts: SiteFacts) -> _Row:
    days = [day for paper in papers if (day := facts.date(paper))]
    return _Row(thing=iri, papers=len(papers), first=min(days, default=""), last=max(days, default=""))


def _filed(
    kind: str, rows: Iterable[_Row], facts: SiteFacts, frame: Frame, *, name: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    plural = PLURALS[kind]
    filed: dict[Letter, list[_Row]] = defaultdict(list)
    for row in rows:
        filed[letter_of(name(row.thing))].append(row)
    letters = [(letter, len(filed[letter])) for letter in sorted(filed)]
    every = sorted(
        (row for of in filed.values() for row in of), key=lambda row: (-row.papers, name(row.thing), row.thing)
    )
    path = f"browse/{plural}.html"
    values: dict[str, Any] = {"kind": kind, "plural": plural, "letters": letters}
    yield (
        path,
        frame.render(
            "list.html.jinja",
            path,
            title=plural.capitalize(),
            rows=every[:_MOST],
            of=len(every),
            here=None,
            **values,
        ),
    )
    for letter, of in sorted(filed.items()):
        path = f"browse/{plural}-{letter.key}.html"
        of.sort(key=lambda row: (name(row.thing).casefold(), row.thing))
        yield (
            path,
            frame.render(
                "list.html.jinja",
                path,
                title=f"{plural.capitalize()}: {letter.name}",
                crumbs=[Crumb(name=plural.capitalize(), path=f"browse/{plural}.html")],
                rows=of,
                of=len(of),
                here=letter,
                **values,
            ),
        )
