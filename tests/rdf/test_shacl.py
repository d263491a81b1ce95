"""A build's own graph conforms; a graph with one thing wrong does not, and the report says where."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Dataset, URIRef

from papergraph import vocab
from papergraph.errors import InputError
from papergraph.rdf.shacl import ShapesReport, validate
from papergraph.vocab import BASE

Encode = Callable[..., list[str]]

DIGEST = f"{BASE}digest/daily-papers/2024-03-01"
LISTING = f"{DIGEST}/2403.00001"
OTHER_LISTING = f"{DIGEST}/doi/10.1000%2Fxyz%20%281%29"
SECTION = f"{LISTING}/section/1"
MENTION = f"{SECTION}/mention/0-7"
RESULT = f"{LISTING}/result/1"
RANGE = f"{LISTING}/result/2"
PAPER = f"{BASE}paper/arxiv/2403.00001"
OTHER_PAPER = f"{BASE}paper/doi/10.1000/xyz%20(1)"
AUTHOR = f"{BASE}author/ada-byron"
CONCEPT = f"{BASE}concept/foldnet"
BENCHMARK = f"{BASE}concept/toyqa"
HASH = "0" * 64


def integer(value: int) -> str:
    """Return an xsd:integer."""
    return f'"{value}"^^<{vocab.XSD_INTEGER}>'


def decimal(value: str) -> str:
    """Return an xsd:decimal."""
    return f'"{value}"^^<{vocab.XSD_DECIMAL}>'


def add(subject: str, property_iri: str, value: str, *, graph: str = DIGEST) -> str:
    """Return the line that says ``value`` (an IRI or a literal) of ``subject``."""
    term = value if value.startswith(('"', "_:")) else f"<{value}>"
    start = subject if subject.startswith("_:") else f"<{subject}>"
    return f"{start} <{property_iri}> {term} <{graph}> .\n"


def without(lines: list[str], subject: str, property_iri: str) -> list[str]:
    """Return ``lines`` without what they say of ``property_iri`` of ``subject``; there must be something."""
    kept = [line for line in lines if not line.startswith(f"<{subject}> <{property_iri}> ")]
    assert len(kept) < len(lines)
    return kept


# What a graph must say of a node: leaving it out is reported.
REQUIRED = [
    (DIGEST, vocab.RDF_TYPE),
    (DIGEST, vocab.DCTERMS_DATE),
    (DIGEST, vocab.DCTERMS_TITLE),
    (DIGEST, vocab.PG_CONTENT_HASH),
    (LISTING, vocab.RDF_TYPE),
    (LISTING, vocab.PG_PAPER_OF),
    (LISTING, vocab.DCTERMS_IS_PART_OF),
    (LISTING, vocab.PG_RANK),
    (SECTION, vocab.RDF_TYPE),
    (SECTION, vocab.DCTERMS_IS_PART_OF),
    (SECTION, vocab.PG_POSITION),
    (SECTION, vocab.PG_TEXT_HASH),
    (MENTION, vocab.RDF_TYPE),
    (MENTION, vocab.PG_MENTION_OF),
    (MENTION, vocab.PG_IN_SECTION),
    (MENTION, vocab.PG_ROLE_OF),
    (MENTION, vocab.OA_START),
    (MENTION, vocab.OA_END),
    (MENTION, vocab.PROV_WAS_GENERATED_BY),
    (RESULT, vocab.RDF_TYPE),
    (RESULT, vocab.PG_VALUE),
    (RANGE, vocab.PG_VALUE_MIN),
    (RANGE, vocab.PG_VALUE_MAX),
    (RESULT, vocab.PG_UNIT),
    (RESULT, vocab.PG_KIND),
    (RESULT, vocab.PG_RAW_VALUE),
    (RESULT, vocab.PG_IN_SECTION),
    (RESULT, vocab.OA_START),
    (RESULT, vocab.OA_END),
    (RESULT, vocab.PROV_WAS_GENERATED_BY),
    (PAPER, vocab.RDF_TYPE),
    (PAPER, vocab.DCTERMS_TITLE),
    (PAPER, vocab.DCTERMS_DATE),
    (PAPER, vocab.PG_MENTIONS),
    (PAPER, vocab.PG_USES),  # pg:evaluatesOn is left alone
    (AUTHOR, vocab.RDF_TYPE),
    (AUTHOR, vocab.FOAF_NAME),
    (CONCEPT, vocab.RDF_TYPE),
    (CONCEPT, vocab.SKOS_PREF_LABEL),
    (CONCEPT, vocab.PG_SUPPORT),
]

# What a graph must not say: adding it is reported.
FORBIDDEN = {
    "two dates": add(DIGEST, vocab.DCTERMS_DATE, f'"2024-03-02"^^<{vocab.XSD_DATE}>'),
    "a second hash": add(DIGEST, vocab.PG_CONTENT_HASH, f'"{HASH[:-1]}1"'),
    "two papers of a listing": add(LISTING, vocab.PG_PAPER_OF, OTHER_PAPER),
    "two ranks": add(LISTING, vocab.PG_RANK, integer(2)),
    "negative votes": add(OTHER_LISTING, vocab.PG_VOTES, integer(-1)),
    "votes that are no integer": add(OTHER_LISTING, vocab.PG_VOTES, '"many"'),
    "a second text": add(SECTION, vocab.PG_TEXT, '"other"'),
    "a text in a language": add(f"{LISTING}/section/0", vocab.PG_TEXT, '"other"@en'),
    "an unknown role": add(MENTION, vocab.PG_ROLE_OF, f"{vocab.PG}Likes"),
    "two roles": add(MENTION, vocab.PG_ROLE_OF, vocab.PG_USES_ROLE),
    "two concepts of a mention": add(MENTION, vocab.PG_MENTION_OF, f"{BASE}concept/ada"),
    "a mention of what is no concept": add(f"{SECTION}/mention/8-9", vocab.PG_MENTION_OF, f"{BASE}concept/none"),
    "an end before the start": add(f"{SECTION}/mention/16-19", vocab.OA_END, integer(3)),
    "a value and a range": add(RANGE, vocab.PG_VALUE, decimal("4")),
    "an unknown kind": add(RESULT, vocab.PG_KIND, f"{vocab.PG}Miracle"),
    "two systems": add(RESULT, vocab.PG_SYSTEM, f"{BASE}concept/ada"),
    "a metric that is no concept": add(RANGE, vocab.PG_METRIC_OF, PAPER),
    "a result of another paper": add(OTHER_PAPER, vocab.PG_REPORTS, RESULT),
    "introduced and used": add(PAPER, vocab.PG_USES, CONCEPT, graph=f"{BASE}graph/resolved"),
    "introduced and compared": add(PAPER, vocab.PG_COMPARES_WITH, CONCEPT),
    "compared and used": add(PAPER, vocab.PG_USES, f"{BASE}concept/barnet"),
    "a link without pg:mentions": add(PAPER, vocab.PG_USES, f"{BASE}concept/c-plus-plus"),
    "a link without a mention": add(PAPER, vocab.PG_MENTIONS, f"{BASE}concept/c-plus-plus"),
    "an evaluation on what is only mentioned": add(PAPER, vocab.PG_EVALUATES_ON, f"{BASE}concept/accuracy"),
    "a creator that is no author": add(PAPER, vocab.DCTERMS_CREATOR, f"{BASE}author/nobody"),
    "a complete list said to be incomplete": add(PAPER, vocab.PG_AUTHORS_INCOMPLETE, f'"false"^^<{vocab.XSD_BOOLEAN}>'),
    "a landing page that is text": add(PAPER, vocab.RDFS_SEE_ALSO, '"somewhere"'),
    "two titles": add(PAPER, vocab.DCTERMS_TITLE, '"Another"'),
    "the title as an alternative": add(OTHER_PAPER, vocab.DCTERMS_ALTERNATIVE, '"Ada, again"'),
    "two names": add(AUTHOR, vocab.FOAF_NAME, '"Ada"'),
    "an author of nothing": add(f"{BASE}author/nobody", vocab.RDF_TYPE, vocab.PG_AUTHOR),
    "a paper nobody listed": add(f"{BASE}paper/arxiv/1", vocab.RDF_TYPE, vocab.PG_PAPER),
    "two classes": add(CONCEPT, vocab.RDF_TYPE, vocab.PG_TASK),
    "a benchmark that is no dataset": add(CONCEPT, vocab.RDF_TYPE, vocab.PG_BENCHMARK),
    "two preferred labels": add(CONCEPT, vocab.SKOS_PREF_LABEL, '"Faltnetz"@en'),
    "a label in another language": add(CONCEPT, vocab.SKOS_ALT_LABEL, '"Faltnetz"@de'),
    "a label in no language": add(CONCEPT, vocab.SKOS_ALT_LABEL, '"Faltnetz"'),
    "the preferred label again": add(CONCEPT, vocab.SKOS_ALT_LABEL, '"Foldnet"@en'),
    "a broader thing that is no concept": add(CONCEPT, vocab.SKOS_BROADER, PAPER),
    "a blank node": add("_:b", vocab.RDF_TYPE, vocab.PG_PAPER),
    "a mention in a blank section": add(f"{SECTION}/mention/8-9", vocab.PG_IN_SECTION, "_:b"),
    "one direction of a network": add(AUTHOR, vocab.PG_CO_AUTHOR_OF, f"{BASE}author/김-서연"),
    "a link with one end": add(f"{BASE}link/1", vocab.PG_BETWEEN, AUTHOR),
}


# What must be said in one way only: saying it in another is reported.
REPLACED = [
    (DIGEST, vocab.DCTERMS_DATE, '"2024-03-01"'),
    (DIGEST, vocab.PG_CONTENT_HASH, '"abc"'),
    (DIGEST, vocab.DCTERMS_TITLE, '"Daily Papers"@en'),
    (LISTING, vocab.PG_PAPER_OF, AUTHOR),
    (LISTING, vocab.PG_RANK, integer(0)),
    (LISTING, vocab.DCTERMS_IS_PART_OF, PAPER),
    (SECTION, vocab.DCTERMS_IS_PART_OF, DIGEST),
    (SECTION, vocab.PG_POSITION, decimal("1")),
    (SECTION, vocab.PG_TEXT_HASH, f'"{HASH}0"'),
    (MENTION, vocab.PG_IN_SECTION, LISTING),
    (MENTION, vocab.OA_START, integer(-1)),
    (MENTION, vocab.OA_END, '"7"'),
    (MENTION, vocab.PROV_WAS_GENERATED_BY, '"toy/1"'),
    (RESULT, vocab.PG_VALUE, '"91.5"'),
    (RESULT, vocab.PG_VALUE, integer(92)),
    (RANGE, vocab.PG_VALUE_MIN, decimal("6")),
    (RESULT, vocab.PG_UNIT, '"%"@en'),
    (RESULT, vocab.PG_IN_SECTION, f"{OTHER_LISTING}/section/0"),
    (RESULT, vocab.OA_START, integer(42)),
    (PAPER, vocab.DCTERMS_DATE, '"2024-03-01T00:00:00"'),
    (PAPER, vocab.FABIO_ARXIV_ID, '""'),
    (AUTHOR, vocab.FOAF_NAME, '"Ada Byron"@en'),
    (CONCEPT, vocab.SKOS_PREF_LABEL, '"Foldnet"'),
    (CONCEPT, vocab.PG_SUPPORT, integer(-1)),
]


def assert_reported(report: ShapesReport, *nodes: str) -> None:
    """Fail unless the report finds something wrong with one of the nodes, and says what."""
    assert not report.conforms
    assert all(violation.message for violation in report.violations)
    told = "\n".join(f"{each.focus}\n{each.value}\n{each.message}" for each in report.violations)
    assert any(node in told for node in nodes), told


@pytest.mark.parametrize("with_text", [True, False])
@pytest.mark.parametrize("with_ontology", [True, False])
def test_own_output_conforms(encode: Encode, with_text: bool, with_ontology: bool) -> None:
    """What the encoders write is as the shapes say, with text and without, with the ontology and without."""
    report = validate(encode(with_text=with_text, with_ontology=with_ontology))
    assert report == ShapesReport(conforms=True, violations=())


@pytest.mark.parametrize(("subject", "property_iri"), REQUIRED)
def test_a_missing_triple_is_reported(encode: Encode, subject: str, property_iri: str) -> None:
    """A graph that leaves out what must be said does not conform."""
    assert_reported(validate(without(encode(), subject, property_iri)), subject)


def test_a_result_that_nobody_reports(encode: Encode) -> None:
    """A result that is left without its paper is reported under its own name."""
    assert_reported(validate(without(encode(), PAPER, vocab.PG_REPORTS)), RESULT)


@pytest.mark.parametrize(("subject", "property_iri", "value"), REPLACED)
def test_another_value_is_reported(encode: Encode, subject: str, property_iri: str, value: str) -> None:
    """A graph that says a thing in a way it must not does not conform."""
    lines = without(encode(), subject, property_iri)
    assert_reported(validate([*lines, add(subject, property_iri, value)]), subject)


@pytest.mark.parametrize("line", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_a_wrong_triple_is_reported(encode: Encode, line: str) -> None:
    """A graph that says one thing too many does not conform."""
    subject, _, rest = line.split(" ", 2)
    nodes = [node.strip("<>_:") for node in (subject, rest.rpartition(" <")[0])]
    assert_reported(validate([*encode(), line]), *nodes)


@pytest.mark.parametrize("type_iri", [vocab.PG_CONCEPT, vocab.SKOS_CONCEPT, vocab.PG_DATASET])
def test_a_class_left_to_inference_is_reported(encode: Encode, type_iri: str) -> None:
    """Every class that a query may ask for must be written."""
    left_out = add(BENCHMARK, vocab.RDF_TYPE, type_iri, graph=f"{BASE}graph/resolved")
    lines = encode(with_ontology=True)
    assert left_out in lines
    assert_reported(validate([line for line in lines if line != left_out]), BENCHMARK)


def test_report_says_where(encode: Encode) -> None:
    """A violation names node, path, value, message and severity."""
    report = validate([*encode(), FORBIDDEN["introduced and used"]])
    (violation,) = report.violations
    assert (violation.focus, violation.path, violation.value) == (PAPER, vocab.PG_INTRODUCES, CONCEPT)
    assert violation.severity == "Violation"
    assert violation.message == "a paper both introduces and uses a concept: only the strongest is written"


def test_report_spells_long_paths(encode: Encode) -> None:
    """A path over several properties is written as in SPARQL."""
    report = validate([*encode(), FORBIDDEN["a link without a mention"]])
    (violation,) = report.violations
    steps = [vocab.PG_PAPER_OF, vocab.DCTERMS_IS_PART_OF, vocab.PG_IN_SECTION]
    assert violation.path == f"^<{'>/^<'.join(steps)}>/<{vocab.PG_MENTION_OF}>"


def test_report_of_a_lone_evaluation_names_the_paper(encode: Encode) -> None:
    """The constraint over all papers still says which paper it is."""
    report = validate([*encode(), FORBIDDEN["an evaluation on what is only mentioned"]])
    (violation,) = report.violations
    assert PAPER in violation.message
    assert violation.value == f"{BASE}concept/accuracy"


def test_lines_are_for_people(encode: Encode) -> None:
    """The report says in words whether the graph conforms, and then what is wrong with which node."""
    assert validate(encode()).lines() == ["the graph conforms to its shapes"]
    assert validate([*encode(), FORBIDDEN["introduced and used"]]).lines() == [
        "the graph does not conform to its shapes: 1 violation",
        f"<{PAPER}>: a paper both introduces and uses a concept: only the strongest is written (here: {CONCEPT})",
    ]


def test_report_does_not_depend_on_order(encode: Encode) -> None:
    """The same graph gives the same report, whatever the order of its lines."""
    lines = [*encode(), *FORBIDDEN.values()]
    assert validate(lines) == validate(lines[::-1])


def test_text_lines_and_dataset_are_alike(encode: Encode) -> None:
    """A graph is judged the same as lines, as one text and as a dataset of rdflib, which stays as it was."""
    lines = [*encode(), FORBIDDEN["two ranks"]]
    dataset = Dataset()
    for subject, predicate, value in (line.split(" ", 2) for line in lines):
        term, _, graph = value.rpartition(" <")
        named = dataset.graph(URIRef(graph.removesuffix("> .\n")))
        named.parse(data=f"{subject} {predicate} {term} .", format="nt")
    before = len(dataset)
    assert validate(dataset) == validate(lines) == validate("".join(lines))
    assert len(dataset) == before


def test_other_shapes(encode: Encode) -> None:
    """A user may hold the graph against shapes of their own."""
    shapes = f"""
        @prefix sh: <{vocab.SHACL}> .
        [] a sh:NodeShape ; sh:targetClass <{vocab.PG_PAPER}> ; sh:severity sh:Warning ;
            sh:property [ sh:path <{vocab.PG}award> ; sh:minCount 1 ] .
    """
    report = validate(encode(), shapes=shapes)
    assert not report.conforms
    assert {violation.focus for violation in report.violations} == {PAPER, OTHER_PAPER}


def test_a_line_that_is_no_quad(encode: Encode) -> None:
    """Broken input is an error of the input, not a graph that conforms."""
    with pytest.raises(InputError, match="no quad"):
        validate([*encode(), "nonsense\n"])


def test_example_of_the_documentation_conforms() -> None:
    """The Turtle that docs/ontology.md shows is a graph as the shapes ask."""
    page = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```turtle\n(.*?)```", page, flags=re.DOTALL)
    dataset = Dataset()
    dataset.default_graph.parse(data=example, format="turtle")
    assert validate(dataset) == ShapesReport(conforms=True, violations=())
