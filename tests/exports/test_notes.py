"""Notes: a page for each thing, with its evidence, and no link that leads nowhere."""

import re
from pathlib import PurePosixPath

import yaml

from papergraph.exports.notes import notes
from papergraph.exports.rows import Concept, Contents, Naming, Person, Quote
from papergraph.model import ConceptClass, Role
from papergraph.vocab import BASE

from .conftest import paper_of

METHODS = frozenset({ConceptClass.METHOD})


def pages(contents: Contents, classes: frozenset[ConceptClass] = METHODS) -> dict[str, str]:
    quotes = {
        (naming.paper, naming.concept): (
            Quote(role=naming.role, day="2025-05-07", heading="What's New", sentence="[[x]] 쓴다.", start=0, end=5),
        )
        for naming in contents.namings
    }
    found = notes(contents, {paper.iri for paper in contents.papers}, quotes=quotes, classes=classes)
    return {path: text.decode() for path, text in found.items()}


def links(text: str) -> set[str]:
    body = text.split("---\n", 2)[-1] if text.startswith("---\n") else text
    return set(re.findall(r"(?<!\\)\[\[([^\]|]*)", body))


def test_no_link_leads_nowhere(hostile: Contents) -> None:
    """Every link names a page, and every page but the index is linked from it."""
    written = pages(hostile)
    names = {PurePosixPath(path).name.removesuffix(".md") for path in written}
    assert len(names) == len(written) == 2 * len(hostile.papers) + 1
    for text in written.values():
        assert links(text) <= names
    assert links(written["index.md"]) == names - {"index"}


def test_front_matter_names_the_thing(hostile: Contents) -> None:
    """Each page but the index begins with its names, its class and its support."""
    for path, text in pages(hostile).items():
        if path != "index.md":
            about = yaml.safe_load(text.split("---\n")[1])
            assert about["iri"].startswith(BASE)
            assert about["aliases"]
            assert about["class"] == ("Author" if path.startswith("authors/") else "Method")
            assert about["support"] == len(hostile.papers)


def small() -> Contents:
    ada, ben = Person(iri=f"{BASE}author/ada", name="Ada Kim"), Person(iri=f"{BASE}author/ben", name="Ben Lee")
    grpo = Concept(iri=f"{BASE}concept/grpo", label="GRPO", cls=ConceptClass.METHOD, support=2, also=("grpo",))
    data = Concept(iri=f"{BASE}concept/gsm8k", label="GSM8K", cls=ConceptClass.DATASET, benchmark=True, support=1)
    one = paper_of("FooNet", authors=(ada, ben), authors_incomplete=True)
    two = paper_of("BarTune", number=2, authors=(ben,), date="2025-05-08")
    return Contents(
        papers=(one, two),
        authors=(ada, ben),
        concepts=(grpo, data),
        namings=(
            Naming(paper=one.iri, concept=grpo.iri, role=Role.USES, mentions=1),
            Naming(paper=one.iri, concept=data.iri, role=Role.EVALUATES_ON, mentions=1),
            Naming(paper=two.iri, concept=grpo.iri, role=Role.INTRODUCES, mentions=1),
        ),
    )


def test_a_concept_has_its_papers_and_sentences() -> None:
    """By role, strongest first, each with its authors, its sentence and the day."""
    text = pages(small())["methods/GRPO.md"]
    assert text.index("## Introduced by") < text.index("BarTune") < text.index("## Used by") < text.index("FooNet")
    assert "[FooNet](<https://arxiv.org/abs/2505.00001>): [[Ada Kim]], [[Ben Lee]] and others" in text
    assert "    - ⟦\\[\\[x\\]\\]⟧ 쓴다. (2025-05-07 What's New)" in text


def test_an_author_has_papers_and_companions() -> None:
    """Latest first, with what each paper does with what has a page."""
    text = pages(small())["authors/Ben Lee.md"]
    assert text.index("BarTune") < text.index("FooNet")
    assert "    - introduces [[GRPO]]" in text
    assert "- [[Ada Kim]]: 1 paper together" in text
    assert "GSM8K" not in text


def test_classes_decide_what_has_a_page() -> None:
    """A class that is asked for has pages, and is linked."""
    written = pages(small(), METHODS | {ConceptClass.DATASET})
    assert "evaluates on [[GSM8K]]" in written["authors/Ada Kim.md"]
    assert 'class: "Benchmark"' in written["datasets/GSM8K.md"]
    assert "datasets/GSM8K.md" not in pages(small())


def test_a_selection_keeps_the_names_of_files() -> None:
    """With fewer papers there are fewer pages, under the same names; what they count is told."""
    some = notes(small(), {small().papers[0].iri}, quotes={}, classes=METHODS)
    assert set(some) == {"index.md", "methods/GRPO.md", "authors/Ada Kim.md", "authors/Ben Lee.md"}
    assert "1 paper of this selection, 2 in the whole graph" in some["methods/GRPO.md"].decode()
    assert "BarTune" not in some["authors/Ben Lee.md"].decode()
