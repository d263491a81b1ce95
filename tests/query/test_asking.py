"""What a person gives for a parameter, and the term that it becomes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from papergraph import vocab
from papergraph.errors import UnknownNameError, UsageError
from papergraph.query.asking import prepared
from papergraph.query.catalogue import Question, parse
from papergraph.store.memory import MemoryStore

BASE = vocab.BASE
GRAPH = f"<{BASE}graph/resolved>"


def node(local: str, cls: str, label: str, *others: str) -> list[str]:
    lines = [
        f"<{BASE}{local}> <{vocab.RDF_TYPE}> <{cls}> {GRAPH} .",
        f'<{BASE}{local}> <{vocab.SKOS_PREF_LABEL}> "{label}"@en {GRAPH} .',
    ]
    return lines + [f'<{BASE}{local}> <{vocab.SKOS_ALT_LABEL}> "{other}"@ko {GRAPH} .' for other in others]


STORE = MemoryStore(
    [
        *node("concept/grpo", vocab.PG_METHOD, "GRPO", "그룹 상대 정책 최적화"),
        *node("concept/math", vocab.PG_DATASET, "MATH"),
        *node("concept/math-2", vocab.PG_METHOD, "Math"),
        f'<{BASE}author/ada-kim> <{vocab.RDF_TYPE}> <{vocab.PG_AUTHOR}> {GRAPH} .',
        f'<{BASE}author/ada-kim> <{vocab.FOAF_NAME}> "Ada Kim" {GRAPH} .',
        f'<{BASE}paper/arxiv/2505.00001> <{vocab.RDF_TYPE}> <{vocab.PG_PAPER}> {GRAPH} .',
        f'<{BASE}paper/arxiv/2505.00001> <{vocab.DCTERMS_TITLE}> "On X" {GRAPH} .',
    ]
)  # fmt: skip


def asked_with(kind: str, given: Mapping[str, object], *, need: str = "required", limit: int | None = None) -> str:
    head = f"# title: T\n# about: A.\n# param it: {kind}, {need}; what\n# columns: it\n# limit: 7\n# example: --it x\n"
    question: Question = parse("q", head + "SELECT ?it WHERE {\n}\n")
    return prepared(question, given, select=STORE.rows, base=BASE, limit=limit)


def value_of(kind: str, given: object) -> str:
    text = asked_with(kind, {"it": given})
    return text[text.index("{ (") + 3 : text.rindex(") }")]


@pytest.mark.parametrize(
    ("kind", "given", "local"),
    [
        ("concept", "grpo", "concept/grpo"),
        ("concept", "그룹 상대 정책 최적화", "concept/grpo"),
        ("concept", "그룹상대정책최적화", "concept/grpo"),
        ("concept", f"{BASE}concept/grpo", "concept/grpo"),
        ("concept", f"<{BASE}concept/grpo>", "concept/grpo"),
        ("concept", "concept:grpo", "concept/grpo"),
        ("concept(Dataset)", "math", "concept/math"),
        ("concept(Method)", "MATH", "concept/math-2"),
        ("author", "ada kim", "author/ada-kim"),
        ("paper", "2505.00001v3", "paper/arxiv/2505.00001"),
        ("paper", "on x", "paper/arxiv/2505.00001"),
    ],
)
def test_names_become_the_thing_that_is_meant(kind: str, given: str, local: str) -> None:
    """In any usual spelling, and of the class that is asked for."""
    assert value_of(kind, given) == f"<{BASE}{local}>"


@pytest.mark.parametrize(
    ("kind", "given", "written"),
    [
        ("date", "2024-12-31", f'"2024-12-31"^^<{vocab.XSD_DATE}>'),
        ("date", date(2024, 12, 31), f'"2024-12-31"^^<{vocab.XSD_DATE}>'),
        ("integer", "007", f'"7"^^<{vocab.XSD_INTEGER}>'),
        ("integer", 7, f'"7"^^<{vocab.XSD_INTEGER}>'),
        ("decimal", Decimal("-1.50"), f'"-1.50"^^<{vocab.XSD_DECIMAL}>'),
        ("class", "datasets", f"<{vocab.PG_DATASET}>"),
        ("class", "pg:Method", f"<{vocab.PG_METHOD}>"),
        ("text", '%") } DROP', '"%\\") } DROP"'),
        ("text", "\udc80", f'"{3 * chr(0xFFFD)}"'),
    ],
)
def test_values_become_typed_literals(kind: str, given: object, written: str) -> None:
    """Each in the one form of its type; a string stays one string."""
    assert value_of(kind, given) == written


@pytest.mark.parametrize(
    ("kind", "given"),
    [("date", "2024-13-01"), ("date", "May"), ("integer", "1.5"), ("integer", "many"), ("decimal", "1e5"),
     ("decimal", "٣.٥"), ("integer", "٣"), ("class", "Paper")],
)  # fmt: skip
def test_what_is_no_value_of_the_type_is_refused(kind: str, given: str) -> None:
    """With what was given."""
    with pytest.raises(UsageError, match=given):
        value_of(kind, given)


def test_a_name_of_another_class_is_not_found() -> None:
    """The error names the class that was looked through, and what is near there."""
    with pytest.raises(UnknownNameError, match="no dataset named 'GRPO'"):
        value_of("concept(Dataset)", "GRPO")
    with pytest.raises(UnknownNameError, match="no author named 'Ada Kin'") as caught:
        value_of("author", "Ada Kin")
    assert caught.value.known == ("Ada Kim",)


def test_what_is_missing_or_unknown_is_said() -> None:
    """A parameter that must be given, with an example; one that does not exist, with those that do."""
    with pytest.raises(UsageError, match="q needs --it: what") as missing:
        asked_with("date", {})
    with pytest.raises(UnknownNameError, match="no parameter of q named 'its'") as unknown:
        asked_with("date", {"its": "2024-01-01"})

    assert missing.value.hint == "example: papergraph ask q --it x"
    assert unknown.value.hint == "it takes --it"


def test_defaults_and_limits() -> None:
    """What is not given is the default; the rows are as many as the question says, or as the caller says, 0 for all."""
    assert '"3"^^' in asked_with("integer", {}, need="default 3")
    assert asked_with("integer", {"it": 1}).endswith("}\nLIMIT 7\n")
    assert asked_with("integer", {"it": 1}, limit=2).endswith("}\nLIMIT 2\n")
    assert "LIMIT" not in asked_with("integer", {"it": 1}, limit=0)
    with pytest.raises(UsageError, match="-1 rows"):
        asked_with("integer", {"it": 1}, limit=-1)
