"""How changes are told, from changes that are written by hand."""

from dataclasses import replace

import pytest

from papergraph.cli import _briefing
from papergraph.model import Role
from papergraph.query.changes import (
    Changes,
    Lead,
    LinkChange,
    Meeting,
    Merge,
    NewAuthor,
    NewConcept,
    NewPaper,
    NewResult,
    Renaming,
    Split,
    Uptake,
    VoteChange,
)
from papergraph.query.things import Kind, Thing

NOTHING = Changes(
    days_added=(),
    days_removed=(),
    days_changed=(),
    papers_added=(),
    papers_removed=(),
    concepts_added=(),
    concepts_removed=(),
    authors_added=(),
    authors_removed=(),
    links_added=(),
    links_removed=(),
    links_changed=(),
    taken_up=(),
    first_together=(),
    results_added=(),
    results_removed=0,
    votes_changed=(),
    merged=(),
    split=(),
    renamed=(),
    reclassified=(),
)


def paper(name: str) -> Thing:
    return Thing(iri=f"https://example.org/paper/arxiv/{name}", kind=Kind.PAPER, name=name)


def concept(name: str, *, cls: str = "Method") -> Thing:
    return Thing(iri=f"https://example.org/concept/{name}", kind=Kind.CONCEPT, name=name, cls=cls)


def everything(name: str, *, marked: bool) -> Changes:
    """Return changes of every kind in which ``name`` stands wherever a stranger's text can stand."""
    one, other, method = paper(name), paper(f"{name} 2"), concept(name)
    author = Thing(iri=f"https://example.org/author/{name}", kind=Kind.AUTHOR, name=name)
    renamed = Renaming(before=method, after=concept(f"{name} 2", cls=f"{name} class"))
    lead = Lead(sentence=name, start=0, end=2 if marked else 0)
    link = LinkChange(paper=other, concept=method, before=Role.USES, after=None)
    return Changes(
        days_added=(f"{name}/{name}",),
        days_removed=(name,),
        days_changed=(name,),
        papers_added=(NewPaper(paper=one, date=name, votes=None, authors=(author,), introduces=(method,), lead=lead),),
        papers_removed=(paper(f"{name} 3"),),
        concepts_added=(NewConcept(concept=method, introduced_by=(one,), papers=1),),
        concepts_removed=(method,),
        authors_added=(NewAuthor(author=author, papers=1),),
        authors_removed=(author,),
        links_added=(link,),
        links_removed=(link,),
        links_changed=(link,),
        taken_up=tuple(
            Uptake(concept=method, introduced_by=introducing, papers=(one,), before=1, after=2)
            for introducing in ((), (one,))
        ),
        first_together=(Meeting(first=author, second=author, earlier=(1, 2), papers=(one,)),),
        results_added=(
            NewResult(paper=one, raw=name, kind=name, system=None, metric=method, dataset=None, baseline=method),
        ),
        results_removed=1,
        votes_changed=(VoteChange(paper=other, before=1, after=None),),
        merged=(Merge(before=(method, method), after=method, papers=2),),
        split=(Split(before=method, after=(method, method), papers=2),),
        renamed=(renamed,),
        reclassified=(renamed,),
    )


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("hostile", ["\x1b[31mred", "two\nlines", "bell\a\r", "right\u202eleft"])
def test_no_text_commands_the_terminal(hostile: str, marked: bool) -> None:
    """Wherever a stranger's text stands, it is shown and makes no line of its own."""
    shown = _briefing.text(everything(hostile, marked=marked), every=True)
    for ours in ("\x1b[1m", "\x1b[0m"):  # bold, and its end
        shown = shown.replace(ours, "")

    assert [line for line in shown.splitlines() if not line.isprintable()] == []
    assert len(shown.splitlines()) == len(
        _briefing.text(everything("harmless", marked=marked), every=True).splitlines()
    )


def test_what_grew_for_its_size_comes_first() -> None:
    """Of what earlier papers introduced, a method taken up by three of five is told before one that all use."""

    def uptake(name: str, further: int, after: int, *, cls: str = "Method") -> Uptake:
        papers = tuple(paper(str(number)) for number in range(further))
        return Uptake(
            concept=concept(name, cls=cls), introduced_by=papers[:1], papers=papers, before=after - further, after=after
        )

    taken_up = (uptake("LoRA", 6, 81), uptake("accuracy", 5, 5, cls="Metric"), uptake("OpenVLA", 3, 5))
    shown = _briefing.text(_with(taken_up=taken_up), every=True)

    assert shown.index("OpenVLA") < shown.index("LoRA") < shown.index("accuracy")


def test_links_of_new_papers_are_not_told_twice() -> None:
    """The links listed are those of papers that were there and stay."""
    link = LinkChange(paper=paper("1"), concept=concept("GRPO"), before=None, after=Role.USES)
    new = NewPaper(paper=paper("1"), date="2025-05-07", votes=1, authors=(), introduces=(), lead=None)

    assert "not linked → uses  GRPO [Method]: 1" in _briefing.text(_with(links_added=(link,)), every=False)
    assert "GRPO" not in _briefing.text(_with(links_added=(link,), papers_added=(new,)), every=False)


def test_only_the_names_differ_in_number() -> None:
    """Homonyms are told apart by the ends of their IRIs."""
    first, second = (
        Thing(iri=f"https://example.org/concept/{key}", kind=Kind.CONCEPT, name="SAGE", cls="Method")
        for key in ("sage", "sage-2")
    )
    shown = _briefing.text(_with(split=(Split(before=first, after=(first, second), papers=1),)), every=False)

    assert "SAGE (sage) → SAGE (sage) + SAGE (sage-2)  1 paper" in shown


def _with(**changed: object) -> Changes:
    return replace(NOTHING, **changed)  # type: ignore[arg-type]
