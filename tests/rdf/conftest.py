"""A tiny world for the tests of ``rdf``: one day with two entries, invented, and what holds across it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from papergraph.model import (
    Author,
    Concept,
    ConceptClass,
    Day,
    DayId,
    Digest,
    Entity,
    Label,
    Link,
    Listing,
    Mention,
    Paper,
    PaperId,
    Reading,
    Resolution,
    Result,
    ResultKind,
    Role,
    Section,
)
from papergraph.rdf.encode import encode_day, encode_ontology, encode_resolved
from papergraph.vocab import BASE

DAY = DayId(source="daily-papers", day=date(2024, 3, 1))
FIRST = PaperId(scheme="arxiv", local="2403.00001")
SECOND = PaperId(scheme="doi", local="10.1000/xyz (1)")
TITLE = 'Foldnet: "folding" networks'
TEXT = "Foldnet를 제안합니다.\nAda 학습으로 ToyQA에서 정확도 91.5%를 얻어 Barnet보다 3-5배 빠릅니다."
OTHER_TEXT = "We study Ada for C++ code."


def mention(text: str, name: str, section: int, role: Role) -> Mention:
    """Return the mention of the first ``name`` in ``text``."""
    start = text.index(name)
    return Mention(section=section, start=start, end=start + len(name), role=role, rule="toy/1")


def entity(name: str, cls: ConceptClass, *mentions: Mention, benchmark: bool = False) -> Entity:
    """Return an entity that goes by one name."""
    return Entity(
        name=name, surfaces=(name,), expansion=None, cls=cls, benchmark=benchmark, proper=True, mentions=mentions
    )


def result(raw: str, **values: object) -> Result:
    """Return a result that stands in TEXT as ``raw``."""
    start = TEXT.index(raw)
    fields: dict[str, object] = {
        "system": 0,
        "metric": None,
        "dataset": None,
        "baseline": None,
        "value": None,
        "value_min": None,
        "value_max": None,
        "value_from": None,
        "raw": raw,
        "section": 1,
        "start": start,
        "end": start + len(raw),
        "rule": "toy/1",
    }
    return Result(**{**fields, **values})  # type: ignore[arg-type]


def listing(paper: PaperId, title: str, text: str, **fields: object) -> Listing:
    """Return a listing of a title and one section."""
    sections = (
        Section(position=0, heading=None, text=title),
        Section(position=1, heading="What's New", text=text),
    )
    return Listing(paper=paper, title=title, sections=sections, **fields)  # type: ignore[arg-type]


@pytest.fixture
def day() -> Day:
    """One day with two entries; the second has no votes and names nothing new."""
    first = listing(
        FIRST,
        TITLE,
        TEXT,
        url="https://arxiv.org/abs/2403.00001",
        authors=("Ada Byron", "김 서연"),
        authors_incomplete=True,
        votes=7,
        rank=1,
    )
    second = listing(
        SECOND,
        "Ada, again",
        OTHER_TEXT,
        url="https://example.org/x y?q=<1>",
        authors=("Ada Byron",),
        authors_incomplete=False,
        votes=None,
        rank=2,
    )
    introduces = [mention(TITLE, "Foldnet", 0, Role.INTRODUCES), mention(TEXT, "Foldnet", 1, Role.INTRODUCES)]
    first_reading = Reading(
        entities=(
            entity("Foldnet", ConceptClass.MODEL, *introduces),
            entity("Ada", ConceptClass.METHOD, mention(TEXT, "Ada", 1, Role.USES)),
            entity("ToyQA", ConceptClass.DATASET, mention(TEXT, "ToyQA", 1, Role.EVALUATES_ON), benchmark=True),
            entity("정확도", ConceptClass.METRIC, mention(TEXT, "정확도", 1, Role.MENTIONS)),
            entity("Barnet", ConceptClass.MODEL, mention(TEXT, "Barnet", 1, Role.COMPARES_WITH)),
        ),
        results=(
            result("91.5%", metric=3, dataset=2, value=Decimal("91.50"), unit="%", kind=ResultKind.ABSOLUTE),
            result(
                "3-5배",
                baseline=4,
                value_min=Decimal(3),
                value_max=Decimal(5),
                unit="x",
                kind=ResultKind.RATIO,
            ),
        ),
    )
    second_reading = Reading(
        entities=(
            entity("Ada", ConceptClass.METHOD, mention(OTHER_TEXT, "Ada", 1, Role.USES)),
            entity("C++", ConceptClass.TASK, mention(OTHER_TEXT, "C++", 1, Role.MENTIONS)),
        ),
        results=(),
    )
    digest = Digest(id=DAY, title="Daily Papers (2024-03-01)", content_hash="0" * 64, listings=(first, second))
    return Day(digest=digest, readings=(first_reading, second_reading))


def concept(key: str, cls: ConceptClass, name: Label, *others: Label, **fields: object) -> Concept:
    """Return a concept that one paper names, unless ``fields`` say otherwise."""
    defaults: dict[str, object] = {"benchmark": False, "broader": (), "support": 1}
    return Concept(key=key, cls=cls, preferred=name, alternatives=others, **{**defaults, **fields})  # type: ignore[arg-type]


def english(text: str) -> Label:
    """Return an English label."""
    return Label(text=text, language="en")


@pytest.fixture
def resolution() -> Resolution:
    """What holds across that one day."""
    links = (
        Link(concept="accuracy", role=Role.MENTIONS, evaluates_on=False),
        Link(concept="ada", role=Role.USES, evaluates_on=False),
        Link(concept="barnet", role=Role.COMPARES_WITH, evaluates_on=False),
        Link(concept="foldnet", role=Role.INTRODUCES, evaluates_on=False),
        Link(concept="toyqa", role=Role.EVALUATES_ON, evaluates_on=True),
    )
    return Resolution(
        papers=(
            Paper(
                id=FIRST,
                url="https://arxiv.org/abs/2403.00001",
                title=TITLE,
                alternatives=("Foldnet",),
                authors=("ada-byron", "김-서연"),
                authors_incomplete=True,
                first_listed=date(2024, 3, 1),
                links=links,
            ),
            Paper(
                id=SECOND,
                url="https://example.org/x y?q=<1>",
                title="Ada, again",
                alternatives=(),
                authors=("ada-byron",),
                authors_incomplete=False,
                first_listed=date(2024, 3, 1),
                links=(
                    Link(concept="ada", role=Role.USES, evaluates_on=False),
                    Link(concept="c-plus-plus", role=Role.MENTIONS, evaluates_on=False),
                ),
            ),
        ),
        authors=(
            Author(key="ada-byron", name="Ada Byron", alternatives=("A. Byron",)),
            Author(key="김-서연", name="김 서연", alternatives=()),
        ),
        concepts=(
            concept("accuracy", ConceptClass.METRIC, english("accuracy"), Label(text="정확도", language="ko")),
            concept("ada", ConceptClass.METHOD, english("Ada"), support=2),
            concept("barnet", ConceptClass.MODEL, english("Barnet")),
            concept("c-plus-plus", ConceptClass.TASK, english("C++")),
            concept("foldnet", ConceptClass.MODEL, english("Foldnet"), broader=("barnet",)),
            concept("toyqa", ConceptClass.DATASET, english("ToyQA"), benchmark=True),
        ),
        concept_of={DAY: (("foldnet", "ada", "toyqa", "accuracy", "barnet"), ("ada", "c-plus-plus"))},
        decisions=(),
    )


@pytest.fixture
def encode(day: Day, resolution: Resolution) -> Callable[..., list[str]]:
    """Return a function that gives the sorted lines of the tiny world, its ontology left out unless asked for."""

    def lines(*, with_text: bool = True, with_ontology: bool = False) -> list[str]:
        quads = [
            *encode_day(day, resolution.concept_of[day.digest.id], base=BASE, with_text=with_text),
            *encode_resolved(resolution, base=BASE),
        ]
        return sorted([*quads, *encode_ontology(BASE)] if with_ontology else quads)

    return lines
