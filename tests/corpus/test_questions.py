"""Named questions on the real days: what any reader of the answers would check."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import papergraph
from papergraph.graph import Graph
from papergraph.query.catalogue import ParameterType, Question, catalogue
from papergraph.query.table import Table

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

#: What is given where a question must be given something: names that the days are full of.
GIVEN = {
    "concept": ("diffusion model", "transformer"),
    "concept(Dataset)": ("GSM8K",),
    "concept(Task)": ("image generation",),
    "author": ("Dahua Lin", "Jiaqi Wang"),
    "date": ("2024-06-01",),
    "paper": ("2407.10457",),
}
#: A concept that a paper introduces, and a paper with numbers.
GIVEN_TO = {"introduced-by": {"concept": "Mamba"}, "paper-results": {"paper": "2312.17681"}}
COUNTS = {"papers", "papers_one", "papers_other", "together", "shared", "comparisons", "taken_up_by", "listings"}


@pytest.fixture(scope="module")
def days(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    store = tmp_path_factory.mktemp("questions") / "days"
    papergraph.build_graph([shared / "corpus" / "digests"], store=store)
    with papergraph.open(store) as graph:
        yield graph


def values(question: Question) -> dict[str, str]:
    given: dict[str, str] = {}
    for one in question.parameters:
        if one.default is None:
            taken = [other for other in question.parameters if other.name in given and other.type is one.type]
            given[one.name] = GIVEN[one.written_type][0 if one.type is ParameterType.DATE else len(taken)]
    return given | ({"begin": "2024-01-01"} if "begin" in given else {}) | GIVEN_TO.get(question.name, {})


def numbers(table: Table, column: str) -> list[float]:
    return [float(row[column] or "nan") for row in table.records()]


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_every_question_has_an_answer_that_can_be(days: Graph, question: Question) -> None:
    """There are rows, as many as the limit says at most, no row twice, and no count under 1."""
    table = days.ask(question.name, **values(question))

    assert table.variables == question.columns
    assert 0 < len(table) <= question.limit
    assert len(set(table.rows)) == len(table)
    for column in COUNTS & set(table.variables):
        assert min(numbers(table, column)) >= 1


def test_questions_agree_with_each_other(days: Graph) -> None:
    """The same count comes out by different ways."""
    lin = {"author": "Dahua Lin"}
    papers = days.ask("author-papers", limit=0, **lin).records()
    prolific = {row["name"]: row["papers"] for row in days.ask("prolific-authors").records()}
    wang = {row["name"]: row["papers"] for row in days.ask("coauthors", limit=0, **lin).records()}
    pairs = {(row["name"], row["partner"]): row["papers"] for row in days.ask("author-pairs").records()}
    months = days.ask("by-month", concept="diffusion model", limit=0)
    named = days.ask("papers-on", concept="diffusion model", limit=0)

    assert prolific["Dahua Lin"] == str(len(papers))
    assert pairs["Dahua Lin", "Jiaqi Wang"] == wang["Jiaqi Wang"]
    assert sum(numbers(months, "papers")) == len(named)


def test_new_things_are_new_and_rising_things_rise(days: Graph) -> None:
    """Nothing new was named before; what rises has a growth above 1, from counts that make it."""
    new = days.ask("new-since", since="2024-06-01").records()
    rising = days.ask("rising", begin="2024-01-01", since="2024-06-01").records()

    assert min(str(row["first"]) for row in new) >= "2024-06-01"
    for row in rising:
        recent, recent_all, earlier, earlier_all = (
            int(row[name] or 0) for name in ("recent", "recent_all", "earlier", "earlier_all")
        )
        growth = ((recent + 1) / (recent_all + 1)) / ((earlier + 1) / (earlier_all + 1))
        assert float(row["growth"] or 0) == pytest.approx(growth, abs=0.006)
        assert growth > 1


def test_results_are_ranked_among_their_like(days: Graph) -> None:
    """Within one metric, unit and kind, values fall, or rise where lower comes first."""
    rows = days.ask("results-on", dataset="ImageNet", limit=0).records()
    groups: dict[tuple[str | None, ...], list[float]] = {}
    for row in rows:
        if row["value"] is not None:
            key = tuple(row[name] for name in ("metric", "unit", "kind", "order"))
            groups.setdefault(key, []).append(float(row["value"]))

    assert len(groups) > 1
    for (*_, order), found in groups.items():
        assert found == sorted(found, reverse=order != "lower first")


def test_teams_that_never_met_never_met(days: Graph) -> None:
    """No author of the one paper shares a paper with an author of the other."""
    for row in days.ask("unmet-teams").records():
        query = "SELECT ?p WHERE { ?one dcterms:creator ?a . ?other dcterms:creator ?b . ?p dcterms:creator ?a , ?b }"
        assert not days.rows(query, {"one": row["one"] or "", "other": row["other"] or ""})
