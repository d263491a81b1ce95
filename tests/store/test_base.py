"""The contract that every store keeps."""

import json

import pytest

from papergraph import vocab
from papergraph.errors import QueryError, QueryTimeoutError, StoreError, UnknownNameError, UsageError
from papergraph.query.table import table_from_json
from papergraph.store.base import AnswerKind, Store

GRPO = f"{vocab.BASE}concept/grpo"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(12)) + " }"


def test_quads_are_all_there_sorted_and_the_same_in_each_store(store: Store, quads: list[str]) -> None:
    """What was put in comes out as sorted N-Quads lines."""
    assert list(store.quads()) == sorted(quads)


def test_base_is_known(store: Store) -> None:
    """Each store knows the base of its data IRIs."""
    assert store.base == vocab.BASE


def test_answer_keeps_the_order_of_the_select(store: Store) -> None:
    """Columns stand as the SELECT names them."""
    raw = store.answer("SELECT ?z ?a { ?z skos:prefLabel ?a }")
    assert raw.kind is AnswerKind.SOLUTIONS
    assert json.loads(raw.body)["head"]["vars"] == ["z", "a"]


def test_answer_sees_the_union_of_the_graphs(store: Store) -> None:
    """A pattern may join triples of different graphs without naming them."""
    raw = store.answer("ASK { ?paper pg:uses ?concept . ?concept a pg:Method }")
    assert raw.kind is AnswerKind.BOOLEAN
    assert b"true" in raw.body


def test_from_chooses_the_graph(store: Store) -> None:
    """FROM narrows the query to the graph it names."""
    inside = f"ASK FROM <{vocab.BASE}graph/resolved> {{ ?any a pg:Method }}"
    outside = f"ASK FROM <{vocab.BASE}graph/resolved> {{ ?any a pg:Paper }}"
    assert b"true" in store.answer(inside).body
    assert b"false" in store.answer(outside).body


def test_own_prefix_lines_win(store: Store) -> None:
    """A PREFIX line of the query overrides ours."""
    assert b"false" in store.answer("PREFIX pg: <http://example.org/> ASK { ?any a pg:Method }").body


def test_construct_gives_ntriples(store: Store) -> None:
    """Triples come as N-Triples."""
    raw = store.answer("CONSTRUCT { ?c a pg:Concept } WHERE { ?c a pg:Method }")
    assert raw.kind is AnswerKind.TRIPLES
    assert raw.body.decode() == f"<{GRPO}> <{vocab.RDF_TYPE}> <{vocab.PG_CONCEPT}> .\n"


def test_csv_is_written_by_the_engine(store: Store) -> None:
    """The format asked for is the format of the body."""
    assert store.answer("SELECT ?c { ?c a pg:Method }", format="csv").body == f"c\r\n{GRPO}\r\n".encode()


def test_unknown_format_is_named(store: Store) -> None:
    """A format that nobody knows is refused with those there are."""
    with pytest.raises(UnknownNameError, match="yaml"):
        store.answer("ASK {}", format="yaml")


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf")])
def test_time_limits_that_cannot_be(store: Store, seconds: float) -> None:
    """A time limit is a positive number of seconds."""
    with pytest.raises(UsageError):
        store.answer("ASK {}", timeout=seconds)


def test_runaway_query_ends_at_its_limit(store: Store) -> None:
    """An aggregate that would never end is stopped, and the store answers on."""
    with pytest.raises(QueryTimeoutError) as caught:
        store.answer(RUNAWAY, timeout=1)
    assert caught.value.seconds == 1
    assert b"true" in store.answer("ASK {}").body


def test_syntax_error_says_where(store: Store) -> None:
    """A query that is no SPARQL is refused with line and column."""
    with pytest.raises(QueryError, match="line 2, column"):
        store.answer("SELECT * {\n ?a ?b }")
    with pytest.raises(QueryError, match="line 2, column"):
        store.rows("SELECT * {\n ?a ?b }")


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <http://a> <http://b> <http://c> }",
        "CLEAR ALL",
        "ASK { SERVICE <http://127.0.0.1/> { ?a ?b ?c } }",
    ],
)
def test_updates_and_other_endpoints_are_refused(store: Store, query: str, quads: list[str]) -> None:
    """Nothing but reading this graph is possible, by either way of asking."""
    with pytest.raises(QueryError, match="refused"):
        store.answer(query)
    with pytest.raises(QueryError, match="refused"):
        store.rows(query)
    assert len(list(store.quads())) == len(quads)


def test_rows_are_plain_strings(store: Store) -> None:
    """Our own queries give values as strings, None when unbound."""
    query = "SELECT ?c ?n ?x { ?c pg:support ?n OPTIONAL { ?c pg:votes ?x } }"
    assert [tuple(row) for row in store.rows(query)] == [(GRPO, "1", None)]


def test_rows_bind_variables_that_are_not_selected(store: Store) -> None:
    """A bound variable need not be selected, and is not in the rows when it is not."""
    query = "SELECT DISTINCT ?name WHERE { ?thing skos:prefLabel|skos:altLabel ?name } ORDER BY ?name"
    assert [row[0] for row in store.rows(query, {"thing": GRPO})] == ["GRPO", "그룹 상대 정책 최적화"]
    assert store.rows(query, {"thing": f"{vocab.BASE}concept/other"}) == []


def test_rows_bind_variables_that_are_selected(store: Store) -> None:
    """A bound variable that is selected stands in its column."""
    assert store.rows("SELECT ?name ?thing { ?thing skos:prefLabel ?name }", {"thing": GRPO}) == [("GRPO", GRPO)]


@pytest.mark.parametrize("value", ["no iri", "http://a> <http://b", "", "relative"])
def test_a_binding_is_an_iri_and_nothing_else(store: Store, value: str) -> None:
    """A value is never pasted into the query: what is no IRI is refused."""
    with pytest.raises(QueryError, match="no IRI"):
        store.rows("SELECT ?n { ?thing skos:prefLabel ?n }", {"thing": value})


def test_rows_are_for_selects(store: Store) -> None:
    """Only a SELECT has rows."""
    with pytest.raises(QueryError, match="SELECT"):
        store.rows("ASK {}")


def test_closed_store_answers_nothing(store: Store) -> None:
    """After close, every question is an error that says so; closing again does nothing."""
    store.close()
    store.close()
    for ask in (lambda: store.answer("ASK {}"), lambda: store.rows("SELECT * {}"), lambda: list(store.quads())):
        with pytest.raises(StoreError, match="closed"):
            ask()


def test_a_table_of_our_own_is_what_a_stranger_gets(store: Store) -> None:
    """Terms whole, with types and languages, from this process as from the other; no update."""
    query = "SELECT ?label ?count WHERE { ?c skos:prefLabel ?label ; pg:support ?count }"

    assert table_from_json(store.table(query)) == table_from_json(store.answer(query).body)
    with pytest.raises(QueryError):
        store.table("ASK {}")
    with pytest.raises(QueryError):
        store.table("DELETE WHERE { ?s ?p ?o }")
