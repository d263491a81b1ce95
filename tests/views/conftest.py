"""Rows that views are made of, written by hand, and a browser."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from papergraph.model import ConceptClass, Role
from papergraph.query.networks import (
    AuthorRow,
    Authorship,
    ConceptLink,
    ConceptRow,
    Evidence,
    NetworkRows,
    PaperRow,
)
from papergraph.views.model import ViewModel
from papergraph.views.page import html

from .opened import Opened, Show

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PEOPLE = {
    "ada": "Ada Stern",
    "bo": "Bo Lind",
    "cho": "조민지",
    "dee": "Dee Marsh",
    "eve": "Eve Ono",
    "fay": "Fay Roth",
}
_PAPERS = {
    "1": ("Alpha: Sorting by Guessing", "2025-05-01", "ada bo cho"),
    "2": ("Beta Learners Revisited", "2025-05-02", "ada bo"),
    "3": ("A Long Look at How Guessing Machines Come to Their Guesses", "2025-05-03", "cho dee"),
    "4": ("Delta", "2025-05-04", "eve fay"),
    "5": ("Alone: One Person's Notes", "2025-05-05", "gus"),
}
_CONCEPTS = {
    "guess": ("Guess Descent", ConceptClass.METHOD, 3),
    "sift": ("시프트 학습", ConceptClass.METHOD, 2),
    "grid": ("GridSet", ConceptClass.DATASET, 2),
    "nod": ("NodNet", ConceptClass.MODEL, 2),
}
_SAID = [
    ("1", "guess", Role.INTRODUCES, "우리는 정렬을 위한 Guess Descent를 제안한다."),
    ("1", "sift", Role.USES, "훈련에는 시프트 학습을 쓴다."),
    ("2", "guess", Role.USES, "Beta builds on Guess Descent and on GridSet."),
    ("2", "grid", Role.USES, "Beta builds on Guess Descent and on GridSet."),
    ("3", "sift", Role.COMPARES_WITH, "시프트 학습보다 4점 높다."),
    ("3", "guess", Role.MENTIONS, "Guess Descent is known."),
    ("4", "grid", Role.USES, "Delta is measured on GridSet 🧭 and little else."),
    ("4", "nod", Role.INTRODUCES, "NodNet nods."),
]


@pytest.fixture
def rows() -> NetworkRows:
    """Five papers of seven people; two papers share a method, two a dataset; one stands alone."""
    names = {**_PEOPLE, "gus": "Gus Aalto"}
    return NetworkRows(
        papers=tuple(
            PaperRow(iri=f"p/{key}", id=key, title=title, date=date, url=f"https://example.org/{key}")
            for key, (title, date, _) in _PAPERS.items()
        ),
        authors=tuple(AuthorRow(iri=f"a/{key}", name=name) for key, name in sorted(names.items())),
        authorships=tuple(
            Authorship(author=f"a/{author}", paper=f"p/{key}")
            for key, (_, _, authors) in _PAPERS.items()
            for author in authors.split()
        ),
        concepts=tuple(
            ConceptRow(iri=f"c/{key}", label=label, cls=cls, support=support)
            for key, (label, cls, support) in sorted(_CONCEPTS.items())
        ),
        links=tuple(
            ConceptLink(paper=f"p/{paper}", concept=f"c/{concept}", role=role) for paper, concept, role, _ in _SAID
        ),
        evidence=tuple(_evidence(paper, concept, role, sentence) for paper, concept, role, sentence in _SAID),
    )


def _evidence(paper: str, concept: str, role: Role, sentence: str) -> Evidence:
    label = _CONCEPTS[concept][0]
    start = sentence.index(label)
    return Evidence(
        paper=f"p/{paper}",
        concept=f"c/{concept}",
        role=role,
        sentence=sentence,
        start=start,
        end=start + len(label),
    )


@pytest.fixture
def with_hostile(rows: NetworkRows) -> Callable[[str], NetworkRows]:
    """Put one string wherever a stranger's text can stand: titles, names, labels, addresses, dates, sentences."""

    def build(text: str) -> NetworkRows:
        return replace(
            rows,
            papers=tuple(replace(paper, title=text, url=text, date=text, id=text) for paper in rows.papers),
            authors=tuple(replace(author, name=text) for author in rows.authors),
            concepts=tuple(replace(concept, label=text) for concept in rows.concepts),
            evidence=tuple(replace(said, sentence=text, start=0, end=min(4, len(text))) for said in rows.evidence),
        )

    return build


HOSTILE = {
    "script-end": "</script><img src=x onerror=\"document.title='pwned'\">",
    "script": "<script>document.title='pwned'</script>",
    "href": "<a href=\"javascript:document.title='pwned'\">href</a>",
    "svg": "<svg onload=\"document.title='pwned'\"><title>x</title></svg>",
    "attribute": '" onmouseover="document.title=\'pwned\'" x="',
    "template": "{{ 7 * 7 }}{% raw %}${document.title='pwned'}",
    "comment": "<!--<script>document.title='pwned'//",
    "javascript": "javascript:document.title='pwned'",
    "direction": "good\u202egnp.exe\u2066 \u200f right",
    "control": "nul\x00 bell\x07 line\u2028break\x1b[31m",
    "surrogate": "broken \ud83d half",
    "long": "한국어와 English가 섞인 아주 긴 제목 " * 16,
    "entities": "&lt;script&gt; &amp;amp; &#60;img&#62; ]]> <![CDATA[",
}


@pytest.fixture(params=sorted(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    """One of the kinds of strings that have broken pages elsewhere."""
    return HOSTILE[request.param]


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Write a model's page to disk and open it, ``at`` an address; further words go to the browser's context."""
    contexts = []

    def run(model: ViewModel, *, at: str = "", width: int = 1280, height: int = 800, **how: Any) -> Opened:
        file = tmp_path / f"{model.kind}.html"
        file.write_text(html(model), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, **how)
        contexts.append(context)
        return Opened(context.new_page(), file, at=at)

    yield run
    for context in contexts:
        context.close()
