"""Tables: read from results in JSON, and written as aligned text that commands no terminal."""

import json
import unicodedata

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph import vocab
from papergraph.query.table import Table, as_text, columns, ntriples, printable, table_from_json
from papergraph.query.terms import Term, TermKind


def text(value: str, datatype: str | None = None) -> Term:
    """Return a literal."""
    return Term(kind=TermKind.LITERAL, value=value, datatype=datatype)


def test_every_kind_of_term_is_read() -> None:
    """IRIs, blank nodes, literals of all sorts, triples, and cells without a value."""
    store = ox.Store()
    query = """SELECT * { VALUES (?a ?b ?c ?d ?e) {
        (<http://a> "x" "y"@ko 1.5 UNDEF) } BIND (<<( <http://s> <http://p> "q\\"\\n" )>> AS ?f) }"""
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    body = found.serialize(format=ox.QueryResultsFormat.JSON)
    table = table_from_json(body or b"")
    assert table.variables == ("a", "b", "c", "d", "e", "f")
    assert table.rows == (
        (
            Term(kind=TermKind.IRI, value="http://a"),
            text("x"),
            Term(kind=TermKind.LITERAL, value="y", language="ko"),
            text("1.5", vocab.XSD_DECIMAL),
            None,
            Term(kind=TermKind.TRIPLE, value='<<( <http://s> <http://p> "q\\"\\n" )>>'),
        ),
    )
    assert table.records()[0]["e"] is None
    assert table.records()[0]["d"] == "1.5"
    assert len(table) == 1
    assert list(table) == list(table.rows)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_literal_is_written_as_ntriples(value: str) -> None:
    """N-Triples of a literal is read back as the same literal."""
    line = f"<http://s> <http://p> {ntriples(text(value))} ."
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
    assert quad.object == ox.Literal(value)


def test_the_whole_text_of_a_table() -> None:
    """Names, a rule, rows; Hangul counts double, numbers stand to the right, IRIs are short."""
    table = Table(
        variables=("method", "papers", "title"),
        rows=(
            (
                Term(kind=TermKind.IRI, value=f"{vocab.BASE}concept/grpo"),
                text("12", vocab.XSD_INTEGER),
                text("강화 학습"),
            ),
            (Term(kind=TermKind.IRI, value="http://h/x"), text("3", vocab.XSD_INTEGER), text("RL")),
            (None, None, text("é")),
        ),
    )
    assert as_text(table, prefixes=vocab.prefixes()) == (
        "method        papers  title\n"
        "────────────  ──────  ─────────\n"
        "concept:grpo      12  강화 학습\n"
        "<http://h/x>       3  RL\n"
        "                      é\n"
    )


def test_a_table_without_rows() -> None:
    """No rows are a head and a rule."""
    assert as_text(Table(variables=("a", "bc"), rows=()), prefixes={}) == "a  bc\n─  ──\n"


def test_long_cells_are_cut_where_asked() -> None:
    """A cell is cut by columns, never in the middle of a wide character."""
    table = Table(variables=("a",), rows=((text("가나다라"),), (text("abcdef"),), (text("abcde"),)))
    assert as_text(table, prefixes={}, widest=5).splitlines()[2:] == ["가나…", "abcd…", "abcde"]


@pytest.mark.parametrize(
    ("value", "width"),
    [
        ("abc", 3),
        ("강화", 4),
        ("Ｑ", 2),
        ("é", 1),
        ("e\u0301", 1),
        ("\u1100\u1161\u11a8", 2),
        ("🙂", 2),
        ("ﾊ", 1),
        ("", 0),
    ],
)
def test_columns(value: str, width: int) -> None:
    """Wide characters take two columns, marks and joining vowels none."""
    assert columns(value) == width


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x1b[31mred\x07", "\\u001b[31mred\\u0007"),
        ("\u202eevil", "\\u202eevil"),
        ("a\u2028b", "a\\u2028b"),
        ("\U000e0041", "\\U000e0041"),
        ("C:\\new", "C:\\new"),
        ("강화 학습 🙂", "강화 학습 🙂"),
    ],
)
def test_printable(value: str, shown: str) -> None:
    """Commands, line breaks and reversals are shown and not done; everything else stays."""
    assert printable(value) == shown


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_no_text_of_a_stranger_breaks_the_table(cells: list[tuple[str, str]]) -> None:
    """Whatever stands in the cells, each row is one line, aligned, without anything that commands a terminal."""
    table = Table(variables=("a", "b"), rows=tuple((text(one), text(two)) for one, two in cells))
    lines = as_text(table, prefixes={}).removesuffix("\n").split("\n")
    assert len(lines) == len(cells) + 2
    rule = lines[1].split("  ")
    for line in lines:
        assert columns(line) <= columns(lines[1])
        assert not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs") for char in line)
    assert len(rule) == 2
    json.dumps(lines)


def test_frames_have_numbers_as_numbers() -> None:
    """Whole and decimal numbers become numbers, everything else text; what is unbound is missing; markup is escaped."""
    table = table_from_json(
        json.dumps(
            {
                "head": {"vars": ["n", "x", "name"]},
                "results": {
                    "bindings": [
                        {
                            "n": {"type": "literal", "value": "7", "datatype": f"{vocab.XSD}integer"},
                            "x": {"type": "literal", "value": "0.5", "datatype": f"{vocab.XSD}decimal"},
                            "name": {"type": "literal", "value": "<b>"},
                        },
                        {"n": {"type": "literal", "value": "8", "datatype": f"{vocab.XSD}integer"}},
                    ]
                },
            }
        ).encode()
    )
    assert table.to_polars().rows() == [(7, 0.5, "<b>"), (8, None, None)]
    assert table.to_pandas()["n"].tolist() == [7, 8]
    assert "<b>" not in table._repr_html_()
