"""A small graph of our own, and every store over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from papergraph import vocab
from papergraph.store.base import Store
from papergraph.store.embedded import open_store, writing
from papergraph.store.files import open_file
from papergraph.store.layout import About
from papergraph.store.memory import MemoryStore

BASE = vocab.BASE
GRAPH = f"<{BASE}digest/daily-papers/2025-05-07>"
RESOLVED = f"<{BASE}graph/resolved>"
PAPER = f"<{BASE}paper/arxiv/2505.00001>"
CONCEPT = f"<{BASE}concept/grpo>"


@pytest.fixture(scope="session")
def quads() -> list[str]:
    """Quads of a day with one paper, one concept and a mention, in no order."""
    return [
        f'{PAPER} <{vocab.DCTERMS_TITLE}> "Learning \\"to\\" learn" {GRAPH} .',
        f"{GRAPH} <{vocab.RDF_TYPE}> <{vocab.PG_DIGEST}> {GRAPH} .",
        f"{PAPER} <{vocab.RDF_TYPE}> <{vocab.PG_PAPER}> {GRAPH} .",
        f"{PAPER} <{vocab.PG_USES}> {CONCEPT} {GRAPH} .",
        f'{CONCEPT} <{vocab.SKOS_PREF_LABEL}> "GRPO"@en {RESOLVED} .',
        f'{CONCEPT} <{vocab.SKOS_ALT_LABEL}> "그룹 상대 정책 최적화"@ko {RESOLVED} .',
        f'{CONCEPT} <{vocab.PG_SUPPORT}> "1"^^<{vocab.XSD_INTEGER}> {RESOLVED} .',
        f"{CONCEPT} <{vocab.RDF_TYPE}> <{vocab.PG_METHOD}> {RESOLVED} .",
    ]


def _embedded(quads: list[str], folder: Path) -> Store:
    path = folder / "a.store"
    with writing(path) as writer:
        writer.publish(quads, about=About(base=BASE, with_text=True, extractor="test/1"))
    return open_store(path)


def _memory(quads: list[str], folder: Path) -> Store:
    return MemoryStore(quads, base=BASE)


def _file(quads: list[str], folder: Path) -> Store:
    path = folder / "graph.nq"
    path.write_text("\n".join(quads) + "\n", encoding="utf-8")
    return open_file(path)


MAKERS: dict[str, Callable[[list[str], Path], Store]] = {"embedded": _embedded, "memory": _memory, "file": _file}


@pytest.fixture(params=sorted(MAKERS))
def store(request: pytest.FixtureRequest, quads: list[str], tmp_path: Path) -> Iterator[Store]:
    """Each kind of store over the small graph."""
    opened = MAKERS[request.param](quads, tmp_path)
    yield opened
    opened.close()
