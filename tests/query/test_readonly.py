"""What a query may do: nothing but read, and names that look like keywords are no harm."""

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from papergraph.errors import QueryError
from papergraph.query.readonly import check_read_only, names_its_graphs, project

KEYWORDS = ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "SERVICE", "service", "Load"]
SPOTS = [
    'ASK {{ ?s ?p "{0} <http://h> {{}}" }}',
    "ASK {{ ?s ?p 'it is \\'{0}\\' here' }}",
    'ASK {{ ?s ?p """two\nlines "{0}" of""" }}',
    "ASK {{ ?s ?p '''two\nlines '{0}' of''' }}",
    "ASK {{ ?s <http://h/{0}> ?o }}",
    "ASK {{ ?s ?p ?o }} # {0} <http://h>",
    "# {0} {{\nASK {{ ?s ?p ?o }}",
    "ASK {{ ?{0} ?p ${0} }}",
    "PREFIX ex: <http://h/> ASK {{ ?s ex:{0} ?o ; ex:x.{0} ?o ; ex:{0}-x ?o }}",
    "PREFIX {0}: <http://h/> ASK {{ ?s {0}:p ?o ; {0}: ?x }}",
    "PREFIX my{0}: <http://h/> ASK {{ GRAPH my{0}:g {{ ?s my{0}:p ?o }} }}",
    "ASK {{ _:{0} ?p _:b{0} }}",
    "ASK {{ ?s ?p 'x'@{0} }}",
]


@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize("keyword", KEYWORDS)
def test_keywords_elsewhere_are_no_harm(spot: str, keyword: str) -> None:
    """A keyword in a string, IRI, comment, variable, prefix, name, blank node or language is not refused, and the
    engine agrees that the query is one."""
    query = spot.format(keyword)
    check_read_only(query)
    ox.Store().query(query)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(KEYWORDS), st.text(max_size=5))
@example('"""', "SERVICE", "\\")
def test_keywords_in_any_string_or_comment_are_no_harm(before: str, keyword: str, after: str) -> None:
    """Whatever stands around it, a keyword in a string or a comment is not refused."""
    inside = f"{before} {keyword} {after}"
    escaped = inside.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    check_read_only(f'ASK {{ ?s ?p "{escaped}" }}')
    check_read_only(f'ASK {{ ?s ?p """{escaped}""" }}')
    comment = inside.replace("\n", " ").replace("\r", " ")
    check_read_only(f"ASK {{ ?s ?p ?o }} # {comment}\n")


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a> <b> <c> }",
        "PREFIX pg: <http://h/> delete where { ?s ?p ?o }",
        "# a comment\n  LOAD <http://h/x>",
        "CLEAR ALL",
        "DROP SILENT GRAPH <http://h>",
        "CREATE GRAPH <http://h>",
        "ADD <http://a> TO <http://b>",
        "MOVE DEFAULT TO <http://b>",
        "COPY DEFAULT TO <http://b>",
        "ASK {} ; INSERT DATA {}",
        "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(query: str) -> None:
    """Every form of update is refused as one."""
    with pytest.raises(QueryError, match="updates are not possible"):
        check_read_only(query)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { SERVICE <http://h> {} }",
        "ASK { sErViCe<http://h>{} }",
        "ASK { SERVICE#\n<http://h> {} }",
        "ASK { SERVICE?s{} }",
        "ASK { ?s ?p 1SERVICE<http://h>{} }",
        "ASK { ?s ?p 1.0e5SERVICE<http://h>{} }",
        "ASK { ?s ?p trueSERVICESILENT<http://h>{} }",
        "ASK { ?s ?p pg:x SERVICEpg:y{} }",
        "ASK { ?s ?p trueSERVICEpg:y{} }",
        "PREFIX servicepg: <http://h/> ASK { servicepg:y # x\n { ?s ?p ?o } }",
        "PREFIX SERVICE: <http://h/> ASK { service:y{ ?s ?p ?o } }",
        "ASK { FILTER(1<2)SERVICE<http://h>{} }",
        "ASK { ?s ?p 'x'SERVICE<http://h>{} }",
        'ASK { ?s ?p """x"""SERVICE<http://h>{} }',
    ],
)
def test_service_is_refused(query: str) -> None:
    """Every spelling of SERVICE that the engine takes is refused."""
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_read_only(query)


def test_the_place_is_said() -> None:
    """The refusal says line and column."""
    with pytest.raises(QueryError, match="line 2, column 3") as caught:
        check_read_only("ASK {\n  SERVICE <http://h> {} }")
    assert "SELECT" in (caught.value.hint or "")


@given(st.text())
def test_the_check_raises_nothing_else(text: str) -> None:
    """Any text is passed or refused."""
    try:
        check_read_only(text)
    except QueryError:
        return


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM <http://g> {}", True),
        ("ask from named <http://g> {}", True),
        ("SELECT ?from { ?x pg:from ?from FILTER(?from = 'FROM') } # FROM", False),
    ],
)
def test_from_is_seen(query: str, expected: bool) -> None:
    """Only the keyword FROM chooses graphs."""
    assert names_its_graphs(query) is expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?a WHERE { ?thing ?p ?a }", ("SELECT ?thing ?a WHERE { ?thing ?p ?a }", 1)),
        ("select distinct ?a { ?thing ?p ?a }", ("select distinct ?thing ?a { ?thing ?p ?a }", 1)),
        ("SELECT ?a ?thing { ?thing ?p ?a }", ("SELECT ?a ?thing { ?thing ?p ?a }", 0)),
        ("SELECT * { ?thing ?p ?a }", ("SELECT * { ?thing ?p ?a }", 0)),
        (
            "# SELECT\nSELECT (STR(?thing) AS ?a) FROM <http://g> { ?thing ?p ?o }",
            ("# SELECT\nSELECT ?thing (STR(?thing) AS ?a) FROM <http://g> { ?thing ?p ?o }", 1),
        ),
    ],
)
def test_bound_variables_are_selected(query: str, expected: tuple[str, int]) -> None:
    """A bound variable is added to what is selected, unless it is there."""
    assert project(query, ["thing"]) == expected


@pytest.mark.parametrize("name", ["a b", "", "?a", "a}", "1a", "a-b"])
def test_names_that_are_no_variables(name: str) -> None:
    """Nothing but the name of a variable is written into a query."""
    with pytest.raises(QueryError, match="variable"):
        project("SELECT ?a { ?a ?b ?c }", [name])


def test_only_a_select_takes_bindings() -> None:
    """Other queries cannot be bound."""
    with pytest.raises(QueryError, match="only a SELECT"):
        project("ASK {}", ["a"])
