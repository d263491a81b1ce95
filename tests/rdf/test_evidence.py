"""The evidence check believes the text and nothing else."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from papergraph import vocab
from papergraph.rdf import evidence
from papergraph.rdf.evidence import EvidenceReport, FailureKind, LabelRow, LinkRow, MentionRow, TextRow
from papergraph.vocab import BASE, PG

Encode = Callable[..., list[str]]

PAPER = f"{BASE}paper/arxiv/2403.00001"
SECTION = f"{BASE}digest/d/2024-03-01/2403.00001/section/1"
CONCEPT = f"{BASE}concept/foldnet"
TEXT = TextRow(section=SECTION, text="우리는 Foldnet을 제안한다. 😀 Foldnet")
LABEL = LabelRow(concept=CONCEPT, label="Foldnet")
MENTION = MentionRow(
    mention=f"{SECTION}/mention/4-11",
    concept=CONCEPT,
    paper=PAPER,
    section=SECTION,
    role=f"{PG}Introduces",
    start=4,
    end=11,
)
SAYS = LinkRow(paper=PAPER, property=vocab.PG_MENTIONS, concept=CONCEPT)
INTRODUCES = replace(SAYS, property=vocab.PG_INTRODUCES)


def check(
    *,
    mentions: tuple[MentionRow, ...] = (MENTION,),
    links: tuple[LinkRow, ...] = (SAYS, INTRODUCES),
    labels: tuple[LabelRow, ...] = (LABEL,),
    texts: tuple[TextRow, ...] = (TEXT,),
) -> EvidenceReport:
    """Return the report on one paper that introduces one thing, but for what is given."""
    return evidence.check(mentions, links, labels=labels, texts=texts)


def kinds(report: EvidenceReport) -> list[FailureKind]:
    """Return the kinds of the failures, in the report's order."""
    return [failure.kind for failure in report.failures]


def test_the_truth_passes() -> None:
    """A mention that is a label and a link that has its mention are fine."""
    expected = EvidenceReport(mentions=1, spans_checked=1, unchecked=0, links=2, failures=())
    assert check() == expected
    assert check().ok


def test_offsets_are_code_points() -> None:
    """A character outside the basic plane before the span counts once."""
    start = TEXT.text.rindex("Foldnet")
    assert check(mentions=(replace(MENTION, start=start, end=start + 7),)).ok


@pytest.mark.parametrize(("start", "end"), [(5, 11), (4, 12), (0, 3)])
def test_a_span_that_is_another_text(start: int, end: int) -> None:
    """One character too many or too few is found; the report shows what stands there."""
    report = check(mentions=(replace(MENTION, start=start, end=end),))
    assert kinds(report) == [FailureKind.NOT_A_LABEL]
    assert TEXT.text[start:end] in report.failures[0].detail


@pytest.mark.parametrize("label", ["foldnet", "Foldnet ", "Ｆoldnet"])
def test_labels_are_compared_exactly(label: str) -> None:
    """A label that differs in case, space or width is another label."""
    assert kinds(check(labels=(replace(LABEL, label=label),))) == [FailureKind.NOT_A_LABEL]


def test_a_label_of_another_concept() -> None:
    """That the span names something does not help: it must name this concept."""
    assert kinds(check(labels=(replace(LABEL, concept=f"{BASE}concept/ada"),))) == [FailureKind.NOT_A_LABEL]


@pytest.mark.parametrize(("start", "end"), [(-7, 0), (-7, -1), (4, 4), (11, 4), (4, 99), (99, 106)])
def test_a_span_outside_the_text(start: int, end: int) -> None:
    """What Python would slice without a word is still wrong."""
    assert kinds(check(mentions=(replace(MENTION, start=start, end=end),))) == [FailureKind.OUTSIDE_TEXT]


@pytest.mark.parametrize("field", ["paper", "role", "start", "end"])
def test_an_incomplete_mention(field: str) -> None:
    """A mention that lacks a part is no evidence."""
    broken = replace(MENTION, **{field: None})  # type: ignore[arg-type]
    assert FailureKind.INCOMPLETE in kinds(check(mentions=(broken,)))


def test_a_role_nobody_knows() -> None:
    """A made-up role counts as none."""
    report = check(mentions=(replace(MENTION, role=f"{PG}Likes"),))
    assert FailureKind.INCOMPLETE in kinds(report)


def test_a_link_without_a_mention() -> None:
    """A link that no mention bears out is found, also where another paper has the mention."""
    elsewhere = replace(MENTION, paper=f"{BASE}paper/arxiv/2403.00002")
    assert set(kinds(check(mentions=(elsewhere,)))) == {FailureKind.NO_MENTION, FailureKind.NOT_LINKED}
    assert kinds(check(mentions=())) == [FailureKind.NO_MENTION, FailureKind.NO_MENTION]


def test_a_mention_without_a_link() -> None:
    """What a listing mentions, its paper must be linked to."""
    assert kinds(check(links=())) == [FailureKind.NOT_LINKED]


@pytest.mark.parametrize(
    ("link", "role", "fine"),
    [
        (vocab.PG_INTRODUCES, "Introduces", True),
        (vocab.PG_INTRODUCES, "ComparesWith", False),
        (vocab.PG_INTRODUCES, "Uses", False),
        (vocab.PG_COMPARES_WITH, "ComparesWith", True),
        (vocab.PG_COMPARES_WITH, "EvaluatesOn", False),
        (vocab.PG_USES, "Uses", True),
        (vocab.PG_USES, "EvaluatesOn", True),
        (vocab.PG_USES, "Mentions", False),
        (vocab.PG_EVALUATES_ON, "EvaluatesOn", True),
        (vocab.PG_EVALUATES_ON, "Introduces", False),
        (vocab.PG_EVALUATES_ON, "Uses", False),
    ],
)
def test_roles_must_be_as_strong_as_links(link: str, role: str, fine: bool) -> None:
    """A link says no more than some mention does."""
    report = check(mentions=(replace(MENTION, role=PG + role),), links=(SAYS, replace(SAYS, property=link)))
    assert kinds(report) == ([] if fine else [FailureKind.ROLE_TOO_WEAK])


def test_the_strongest_mention_decides() -> None:
    """One mention that states the role is enough."""
    weak = replace(MENTION, mention=f"{SECTION}/mention/21-28", role=f"{PG}Mentions", start=21, end=28)
    assert check(mentions=(weak, MENTION)).ok


def test_without_text_spans_are_unchecked() -> None:
    """A graph without its text is not called wrong, and not called checked."""
    report = check(texts=())
    assert report.ok
    assert (report.mentions, report.spans_checked, report.unchecked) == (1, 0, 1)


def test_lines_say_what_was_checked() -> None:
    """People read how much was checked, what could not be, and every failure."""
    assert check().lines() == ["1 of 1 mentions cut out and compared, 2 links traced: nothing wrong"]
    assert check(texts=()).lines() == [
        "0 of 1 mentions cut out and compared, 2 links traced: nothing wrong",
        "1 spans cannot be checked: their text was left out (--no-text)",
    ]
    assert check(links=()).lines() == [
        "1 of 1 mentions cut out and compared, 0 links traced: 1 wrong",
        f"mention-not-linked: <{MENTION.mention}>: <{PAPER}> does not mention <{CONCEPT}>",
    ]


def test_report_is_plain_data() -> None:
    """A report can be written as JSON."""
    assert '"kind": "mention-not-linked"' in json.dumps(asdict(check(links=())))


def test_order_does_not_matter() -> None:
    """The same rows in another order give the same report."""
    wrong = tuple(replace(MENTION, mention=f"{SECTION}/mention/{n}", start=n) for n in range(4, 11))
    assert check(mentions=wrong) == check(mentions=wrong[::-1])


def test_rows_of_solutions() -> None:
    """A row is made of the lexical forms of a solution; what is unbound is None."""
    row = MentionRow.of(MENTION.mention, CONCEPT, PAPER, SECTION, f"{PG}Introduces", "4", "11")
    assert row == MENTION
    assert MentionRow.of(MENTION.mention, CONCEPT, None, None, None, None, None).paper is None
    with pytest.raises(ValueError, match="always bound"):
        LinkRow.of(PAPER, None, CONCEPT)


def rows(store: Store, query: str) -> list[list[str | None]]:
    """Return the lexical forms of the solutions of ``query`` over the union of all graphs."""
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    return [[None if term is None else getattr(term, "value", None) for term in solution] for solution in solutions]


def check_graph(lines: list[str]) -> EvidenceReport:
    """Return the report on a graph given as N-Quads."""
    store = Store()
    store.bulk_load("".join(lines).encode(), format=RdfFormat.N_QUADS)
    return check_store(store)


def check_store(store: Store) -> EvidenceReport:
    """Return the report on a graph, its rows found by the queries."""
    return evidence.check(
        (MentionRow.of(*row) for row in rows(store, evidence.MENTIONS_QUERY)),
        (LinkRow.of(*row) for row in rows(store, evidence.LINKS_QUERY)),
        labels=(LabelRow.of(*row) for row in rows(store, evidence.LABELS_QUERY)),
        texts=(TextRow.of(*row) for row in rows(store, evidence.TEXTS_QUERY)),
    )


def test_queries_find_every_row(encode: Encode) -> None:
    """On the encoders' own output the queries find all mentions and links, and all is well."""
    report = check_graph(encode(with_ontology=True))
    assert report == EvidenceReport(mentions=8, spans_checked=8, unchecked=0, links=13, failures=())


def test_queries_on_a_graph_without_text(encode: Encode) -> None:
    """With ``--no-text`` every span stays unchecked."""
    assert check_graph(encode(with_text=False)).unchecked == 8


def test_a_lie_in_the_graph_is_found(encode: Encode) -> None:
    """Changing the stored text makes its mentions wrong; a mention without a role is found too."""
    lines = [line.replace("Ada 학습", "Eva 학습") for line in encode()]
    assert kinds(check_graph(lines)) == [FailureKind.NOT_A_LABEL]
    gone = [line for line in encode() if not ("mention/47-53> " in line and f"<{vocab.PG_ROLE_OF}>" in line)]
    assert kinds(check_graph(gone)) == [FailureKind.NO_MENTION, FailureKind.NO_MENTION, FailureKind.INCOMPLETE]


def test_example_of_the_documentation_has_its_evidence() -> None:
    """The spans and the hash that docs/ontology.md shows are those of its text."""
    page = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```turtle\n(.*?)```", page, flags=re.DOTALL)
    store = Store()
    store.load(example.encode(), format=RdfFormat.TURTLE)
    assert check_store(store) == EvidenceReport(mentions=2, spans_checked=2, unchecked=0, links=4, failures=())
    ((_, text),) = rows(store, evidence.TEXTS_QUERY)
    assert hashlib.sha256(str(text).encode()).hexdigest() in example
