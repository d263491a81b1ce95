"""How changes look on a terminal: a briefing, read from the top, in which each part shows the first few of its kind."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from typing import TypeVar

import click

from papergraph.cli._errors import one_line
from papergraph.cli._text import VERBS, marked
from papergraph.model import ConceptClass
from papergraph.query.changes import (
    Changes,
    LinkChange,
    Meeting,
    Merge,
    NewConcept,
    NewPaper,
    NewResult,
    Renaming,
    Split,
    Uptake,
    VoteChange,
)
from papergraph.query.things import Thing

T = TypeVar("T")

#: How many are shown: papers, other lines, names on one line, titles or numbers on one line.
_PAPERS, _LINES, _NAMES, _FEW = 10, 6, 12, 2
_LAST = frozenset({ConceptClass.TASK.value, ConceptClass.METRIC.value})


def text(changes: Changes, *, every: bool) -> str:
    """Return the briefing; with ``every``, all there is instead of the first few of each kind."""
    if changes.nothing:
        return "nothing changed"
    return "\n".join([*_headline(changes), *_news(changes, every), *_corrections(changes, every)])


def _headline(changes: Changes) -> Iterator[str]:
    days, count = changes.days_added, len(changes.papers_added)
    papers = _amount(count, "new paper") if count else "no new papers"
    yield click.style(one_line(f"{_period(days)}: {papers}") if days else papers, bold=True)
    classes = Counter((new.concept.cls or "concept").lower() for new in changes.concepts_added)
    kinds = [_amount(classes[cls], cls) for cls in sorted(classes, key=lambda cls: (-classes[cls], cls))]
    new = [
        *kinds,
        *_counted(link=changes.links_added, result=changes.results_added, author=changes.authors_added),
    ]
    gone = _counted(
        day=changes.days_removed,
        paper=changes.papers_removed,
        concept=changes.concepts_removed,
        link=changes.links_removed,
        result=range(changes.results_removed),
        author=changes.authors_removed,
    )
    for word, amounts in (("new", new), ("gone", gone), ("read anew", changes.days_changed)):
        if amounts:
            yield one_line(f"{word}: {', '.join(amounts)}")


def _news(changes: Changes, every: bool) -> Iterator[str]:
    """Yield what is new."""
    results: defaultdict[str, list[NewResult]] = defaultdict(list)
    for result in changes.results_added:
        results[result.paper.iri].append(result)
    place = {new.paper.iri: place for place, new in enumerate(changes.papers_added)}
    taken_up = sorted((one for one in changes.taken_up if one.introduced_by), key=_by_growth)
    used = sorted((one for one in changes.taken_up if not one.introduced_by), key=_is_measured)
    meetings: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in changes.first_together:
        meetings[meeting.papers[0].iri].append(meeting)
    yield from _part(
        "New papers, by votes",
        changes.papers_added,
        lambda new: _paper(new, results[new.paper.iri], every),
        every=every,
        most=_PAPERS,
    )
    for cls in ConceptClass:
        fresh = [new for new in changes.concepts_added if new.concept.cls == cls.value]
        yield from _new_concepts(f"New {cls.value.lower()}s", fresh, place, every)
    yield from _part("Taken up from earlier papers", taken_up, lambda one: _uptake(one, place, every), every=every)
    yield from _part("Used by more papers", used, lambda one: [_growth(one)], every=every)
    yield from _part("First joint papers", list(meetings.values()), lambda of: _meeting(of, every), every=every)
    yield from _part("Votes that changed", changes.votes_changed, lambda one: [_vote(one)], every=every)


def _corrections(changes: Changes, every: bool) -> Iterator[str]:
    """Yield what is said otherwise of things that were there, and what is gone."""
    passing = {new.paper.iri for new in changes.papers_added} | {paper.iri for paper in changes.papers_removed}
    changed = (*changes.links_changed, *changes.links_added, *changes.links_removed)
    links = [link for link in changed if link.paper.iri not in passing]
    renamed = [one for one in changes.renamed if one.before.name != one.after.name]
    yield from _part("Links of papers that were there", links, lambda link: [_link(link)], every=every)
    yield from _part("Names that are one now", changes.merged, lambda one: [_merge(one)], every=every)
    yield from _part("Names that are several now", changes.split, lambda one: [_split(one)], every=every)
    yield from _part("Called otherwise", renamed, lambda one: [_renaming(one)], every=every)
    yield from _part("Of another class", changes.reclassified, lambda one: [_class(one)], every=every)
    yield from _part("Papers that are gone", changes.papers_removed, lambda one: [one_line(one.name)], every=every)
    yield from _part("Concepts that are gone", changes.concepts_removed, lambda one: [_named(one)], every=every)
    if changes.merged or changes.split:
        yield from ("", "why names are one or several: papergraph why NAME")


def _part(
    title: str, items: Sequence[T], render: Callable[[T], Iterable[str]], *, every: bool, most: int = _LINES
) -> Iterator[str]:
    if items:
        yield from ("", click.style(f"{title}: {len(items):,}", bold=True))
    for item in items if every else items[:most]:
        yield from (f"  {line}" for line in render(item))
    if not every and len(items) > most:
        yield f"  … and {len(items) - most:,} more (--all)"


def _paper(new: NewPaper, results: Sequence[NewResult], every: bool) -> Iterator[str]:
    title = click.style(one_line(new.paper.name), bold=True)
    yield f"{_votes(new.votes):>5}  {title}  {one_line(f'({_short(new.paper)}, {new.date})')}"
    if new.introduces:
        yield f"       introduces {_listed([_named(thing) for thing in new.introduces], every, most=_NAMES)}"
    if new.lead is not None:
        shown = marked(new.lead) if new.lead.start < new.lead.end else one_line(new.lead.sentence)
        yield f"       {shown}"
    numbers = list(dict.fromkeys(_result(result) for result in results if result.metric or result.dataset))
    if numbers:
        yield f"       reports {_listed(numbers, every, most=_FEW)}"


def _result(result: NewResult) -> str:
    said = [result.raw]
    for preposition, thing in (
        ("", result.metric),
        ("on ", result.dataset),
        ("over ", result.baseline),
    ):
        if thing is not None:
            said.append(f"{preposition}{thing.name}")
    return one_line(" ".join(said))


def _new_concepts(title: str, fresh: Sequence[NewConcept], place: Mapping[str, int], every: bool) -> Iterator[str]:
    """Yield the names, first those that a paper introduces, by the votes of that paper."""
    introduced = sorted(
        (new for new in fresh if new.introduced_by),
        key=lambda new: min(place.get(paper.iri, len(place)) for paper in new.introduced_by),
    )
    others = [new for new in fresh if not new.introduced_by]
    if fresh:
        yield from ("", click.style(f"{title}: {len(fresh):,}", bold=True))
    for word, group in (("introduced", introduced), ("named", others)):
        if group:
            yield f"  {word}: {_listed([one_line(new.concept.name) for new in group], every, most=_NAMES)}"


def _by_growth(one: Uptake) -> tuple[bool, float]:
    """What grew for its size comes before what everybody uses anyway."""
    further = len(one.papers)
    return _is_measured(one), -further * further / one.after


def _is_measured(one: Uptake) -> bool:
    """What papers build on comes first: everybody measures."""
    return one.concept.cls in _LAST


def _uptake(one: Uptake, place: Mapping[str, int], every: bool) -> Iterator[str]:
    yield _growth(one)
    papers = sorted(one.papers, key=lambda paper: place.get(paper.iri, len(place)))
    yield f"    by {_listed([one_line(paper.name) for paper in papers], every, separator='; ')}"


def _growth(one: Uptake) -> str:
    return f"{_named(one.concept)}  {one.before:,} → {_amount(one.after, 'paper')}"


def _meeting(meetings: Sequence[Meeting], every: bool) -> Iterator[str]:
    yield one_line(meetings[0].papers[0].name)
    pairs = [
        one_line(f"{_known(one.first, one.earlier[0])} and {_known(one.second, one.earlier[1])}") for one in meetings
    ]
    yield f"    {_listed(pairs, every, separator='; ')}"


def _known(author: Thing, earlier: int) -> str:
    return one_line(f"{author.name} ({earlier:,} before)")


def _vote(one: VoteChange) -> str:
    return f"{_votes(one.before)} → {_votes(one.after)}  {one_line(one.paper.name)}"


def _link(link: LinkChange) -> str:
    before, after = ("not linked" if role is None else VERBS[role.value] for role in (link.before, link.after))
    return f"{before} → {after}  {_named(link.concept)}: {one_line(link.paper.name)}"


def _merge(one: Merge) -> str:
    return f"{_joined(one.before, (one.after,))}  {_amount(one.papers, 'paper')}"


def _split(one: Split) -> str:
    return f"{_joined((one.before,), one.after)}  {_amount(one.papers, 'paper')}"


def _joined(before: Sequence[Thing], after: Sequence[Thing]) -> str:
    # Things of one name are told apart by the ends of their IRIs.
    alike = any(len({thing.name for thing in side}) < len(side) for side in (before, after))
    sides = (
        " + ".join(f"{thing.name} ({_short(thing)})" if alike else thing.name for thing in side)
        for side in (before, after)
    )
    return one_line(" → ".join(sides))


def _renaming(one: Renaming) -> str:
    return f"{one_line(one.before.name)} → {_named(one.after)}"


def _class(one: Renaming) -> str:
    return one_line(f"{one.after.name}: {one.before.cls} → {one.after.cls}")


def _named(thing: Thing) -> str:
    return one_line(f"{thing.name} [{thing.cls}]" if thing.cls else thing.name)


def _short(thing: Thing) -> str:
    """Return the end of the IRI, which the other commands take for the thing."""
    return (thing.iri.partition("/paper/")[2] or thing.iri.rpartition("/")[2]).removeprefix("arxiv/")


def _votes(votes: int | None) -> str:
    return "–" if votes is None else f"{votes:,}"


def _listed(names: Sequence[str], every: bool, *, most: int = _FEW, separator: str = ", ") -> str:
    shown = separator.join(names if every else names[:most])
    return shown if every or len(names) <= most else f"{shown} … and {len(names) - most:,} more"


def _counted(**groups: Sized) -> list[str]:
    return [_amount(len(group), name) for name, group in groups.items() if group]


def _amount(number: int, name: str) -> str:
    return f"{number:,} {name}{'s' * (number != 1)}"


def _period(days: Sequence[str]) -> str:
    first, last = (day.rpartition("/")[2] for day in (days[0], days[-1]))
    return first if first == last else f"{_amount(len(days), 'day')} from {first} to {last}"
