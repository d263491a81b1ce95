"""Sites to look at: of the examples, and of a graph in which every text is hostile."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from html5rdf import HTMLParser
from html5rdf.treebuilders import getTreeBuilder

import papergraph
from papergraph.model import (
    Author,
    Concept,
    ConceptClass,
    Day,
    DayId,
    Decision,
    DecisionKind,
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
    Subject,
)
from papergraph.rdf.encode import encode_day, encode_resolved
from papergraph.store.embedded import writing
from papergraph.store.layout import About
from papergraph.vocab import BASE

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "digests"

#: Kinds of strings that have broken pages elsewhere.
HOSTILE = (
    "</script><img src=x onerror=\"document.title='pwned'\">",
    "<script>document.title='pwned'</script>",
    "<a href=\"javascript:document.title='pwned'\">href</a>",
    "<svg onload=\"document.title='pwned'\"><title>x</title></svg>",
    '" onmouseover="document.title=\'pwned\'" x="',
    "{{ 7 * 7 }}{% raw %}${document.title='pwned'}",
    "<!--<script>document.title='pwned'//",
    "javascript:document.title='pwned'",
    "good\u202egnp.exe\u2066 \u200f right",
    "nul\x00 bell\x07 line\u2028break\x1b[31m",
    "broken \ud83d half \ufffe\U0001ffff",
    "한국어와 English가 섞인 아주 긴 제목 " * 16,
    "Unbroken" * 50,
    "&lt;script&gt; &amp;amp; &#60;img&#62; ]]> <![CDATA[",
    "../../../etc/passwd",
    "Ånders Søgaard 日本語",
)
_DAY = DayId(source="daily-papers", day=date(2025, 5, 7))
_CLASSES = tuple(ConceptClass)
_ROLES = tuple(Role)


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the example digests."""
    store = tmp_path_factory.mktemp("examples") / "store"
    papergraph.build_graph([EXAMPLES], store=store, jobs=1)
    return store


@pytest.fixture(scope="session")
def site(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the examples; for reading only."""
    folder = tmp_path_factory.mktemp("site") / "pages"
    papergraph.write_site(example_store, folder)
    return folder


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a graph in which titles, names, labels, headings, texts, units and numbers are hostile."""
    place = tmp_path_factory.mktemp("hostile")
    day, resolution, keys = _hostile()
    with writing(place / "store") as writer:
        quads = [
            *encode_day(day, keys, base=BASE, with_text=True),
            *encode_resolved(resolution, base=BASE),
        ]
        writer.publish(
            quads,
            about=About(base=BASE, with_text=True, extractor="test/1"),
            decisions=[_decision(number) for number in range(len(HOSTILE))],
        )
    papergraph.write_site(place / "store", place / "pages")
    return place / "pages"


Parse = Callable[[Path], Any]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """Read a page: an ``xml.etree`` element without namespaces. Anything but valid HTML is an error."""
    known: dict[Path, Any] = {}

    def read(page: Path) -> Any:
        if page not in known:
            tree = HTMLParser(tree=getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
            known[page] = tree.parse(page.read_text(encoding="utf-8"))
        return known[page]

    return read


def _hostile() -> tuple[Day, Resolution, tuple[tuple[str | None, ...], ...]]:
    every = range(len(HOSTILE))
    listings = tuple(_listing(number) for number in every)
    day = Day(
        digest=Digest(id=_DAY, title=HOSTILE[0], content_hash="0" * 64, listings=listings),
        readings=tuple(_reading(number) for number in every),
    )
    keys: tuple[str | None, ...] = tuple(f"c-{number}" for number in every)
    resolution = Resolution(
        papers=tuple(_paper(number) for number in every),
        authors=tuple(
            Author(key=f"a-{number}", name=text, alternatives=(f"{text}!",)) for number, text in enumerate(HOSTILE)
        ),
        concepts=tuple(
            Concept(
                key=f"c-{number}",
                cls=_CLASSES[number % len(_CLASSES)],
                benchmark=False,
                preferred=Label(text=text, language="en"),
                alternatives=(Label(text=f"{text}?", language="ko"),),
                broader=(f"c-{(number + 1) % len(HOSTILE)}",),
                support=len(HOSTILE),
            )
            for number, text in enumerate(HOSTILE)
        ),
        concept_of={_DAY: (keys,) * len(HOSTILE)},
        decisions=(),
    )
    return day, resolution, (keys,) * len(HOSTILE)


def _id(number: int) -> PaperId:
    return PaperId(scheme="arxiv", local=f"2505.{number:05}")


def _listing(number: int) -> Listing:
    text = HOSTILE[number]
    return Listing(
        paper=_id(number),
        url=text,
        title=text,
        authors=(text,),
        authors_incomplete=True,
        votes=number,
        rank=number + 1,
        sections=(
            Section(position=0, heading=None, text=text),
            Section(position=1, heading=text, text=text * len(HOSTILE)),
        ),
    )


def _reading(number: int) -> Reading:
    text = HOSTILE[number]
    step = len(text)
    entities = tuple(
        Entity(
            name=HOSTILE[other],
            surfaces=(text,),
            expansion=None,
            cls=_CLASSES[other % len(_CLASSES)],
            benchmark=False,
            proper=True,
            mentions=(
                Mention(
                    section=1,
                    start=other * step,
                    end=(other + 1) * step,
                    role=_ROLES[(number + other) % len(_ROLES)],
                    rule="test/1",
                ),
            ),
        )
        for other in range(len(HOSTILE))
    )
    result = Result(
        system=0,
        metric=4,
        dataset=2,
        baseline=1,
        value=Decimal(number),
        value_min=None,
        value_max=None,
        value_from=None,
        unit=text if number % 2 else "%",
        kind=ResultKind.ABSOLUTE,
        raw=text,
        section=1,
        start=0,
        end=step,
        rule="test/1",
    )
    return Reading(entities=entities, results=(result,))


def _paper(number: int) -> Paper:
    text = HOSTILE[number]
    links = tuple(
        Link(concept=f"c-{other}", role=_ROLES[(number + other) % len(_ROLES)], evaluates_on=other == 2)
        for other in range(len(HOSTILE))
    )
    return Paper(
        id=_id(number),
        url=text,
        title=text,
        alternatives=(f"{text}.",),
        authors=(f"a-{number}", f"a-{(number + 1) % len(HOSTILE)}"),
        authors_incomplete=True,
        first_listed=_DAY.day,
        links=tuple(sorted(links, key=lambda link: link.concept)),
    )


def _decision(number: int) -> Decision:
    text = HOSTILE[number].encode(errors="replace").decode()  # as the reader of digests leaves it
    return Decision(
        kind=DecisionKind.MERGE,
        subject=Subject.CONCEPT if number % 2 else Subject.AUTHOR,
        rule="test/1",
        names=(text, f"{text}?"),
        keys=(f"{'c' if number % 2 else 'a'}-{number}",),
        papers=(_id(number),),
        support=1,
        weight=1,
        note=text,
    )
