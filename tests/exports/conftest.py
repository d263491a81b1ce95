"""Papers and names of our own, friendly and hostile, and a store over some of them."""

import pytest
from hypothesis import strategies as st

from papergraph.exports.rows import Concept, Contents, Naming, Paper, Person
from papergraph.model import ConceptClass, PaperId, Role
from papergraph.vocab import BASE

#: What a stranger may call something.
HOSTILE = [
    "A|B",
    "x]] and [[y",
    "C# ^block",
    "two\nlines\r\nand \u2028more",
    "\\input{/etc/passwd}",
    "{unbalanced",
    "100% of $5 & _more_ ~",
    '"quoted", comma; semicolon',
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "CON",
    "그래프 \u202etxt.exe\u200b",
    "bell\x07 nul\x00 sep\x1f\ufffe",
    "```\n---\n# heading",
    "%% hidden %% `code` ![[embed]]",
    "Smith, Jones and others",
]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(HOSTILE)


def paper_of(title: str, *, number: int = 1, **values: object) -> Paper:
    """Return a paper with this title."""
    local = f"2505.{number:05}"
    known: dict[str, object] = {
        "iri": f"{BASE}paper/arxiv/{local}",
        "id": PaperId(scheme="arxiv", local=local),
        "title": title,
        "date": "2025-05-07",
        "url": f"https://arxiv.org/abs/{local}",
        "listed": (("2025-05-07", f"{BASE}digest/daily-papers/2025-05-07"),),
    }
    return Paper(**{**known, **values})  # type: ignore[arg-type]


def contents_of(names: list[str]) -> Contents:
    """Return a graph in which each name is a title, an author and a concept, all linked with one another."""
    authors = tuple(Person(iri=f"{BASE}author/a-{n}", name=name, also=(name,)) for n, name in enumerate(names))
    concepts = tuple(
        Concept(iri=f"{BASE}concept/c-{n}", label=name, cls=ConceptClass.METHOD, also=(name + "s",), support=len(names))
        for n, name in enumerate(names)
    )
    papers = tuple(paper_of(name, number=n, authors=authors, also=(name,)) for n, name in enumerate(names))
    roles = list(Role)
    namings = tuple(
        Naming(paper=paper.iri, concept=concept.iri, role=roles[(m + n) % len(roles)], mentions=1)
        for m, paper in enumerate(papers)
        for n, concept in enumerate(concepts)
    )
    return Contents(papers=papers, authors=authors, concepts=concepts, namings=namings)


@pytest.fixture(scope="session")
def hostile() -> Contents:
    """A graph of hostile names."""
    return contents_of(HOSTILE)
