"""What the graph of 2025-05-07 must answer, each by one query, with its sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import papergraph
from papergraph.graph import Graph
from papergraph.names import concept_norm
from papergraph.query.table import Table

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def graph(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    store = tmp_path_factory.mktemp("seed") / "store"
    papergraph.build_graph([shared / "corpus" / "seed" / "2025-05-07.md"], store=store, jobs=1)
    with papergraph.open(store) as opened:
        yield opened


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    answer = graph.query(query)
    assert isinstance(answer, Table)
    return [tuple(str(term) for term in row) for row in answer.rows]


def test_counts(graph: Graph) -> None:
    """The day holds 17 papers of 127 authors, and 17 listings with votes and rank."""
    query = """
    SELECT (COUNT(DISTINCT ?paper) AS ?papers) (COUNT(DISTINCT ?author) AS ?authors) (COUNT(DISTINCT ?listing) AS ?n) {
      ?listing pg:paper ?paper ; pg:votes ?votes ; pg:rank ?rank .
      ?paper dcterms:creator ?author
    }"""

    assert rows(graph, query) == [("17", "127", "17")]


NAMED = """
SELECT ?label ?text ?start ?end WHERE {{
  ?paper fabio:hasArXivId "{paper}" ; {links} ?concept .
  ?concept skos:prefLabel|skos:altLabel ?label .
  ?listing pg:paper ?paper .
  ?section dcterms:isPartOf ?listing ; pg:text ?text .
  ?mention pg:inSection ?section ; pg:mentionOf ?concept ; oa:start ?start ; oa:end ?end .
}}"""

TABLE = [
    ("2505.03318", "pg:introduces", ["UnifiedReward-Think"]),
    ("2505.03318", "pg:uses", ["GRPO"]),
    ("2505.03318", "pg:comparesWith", ["UnifiedReward"]),
    ("2505.03335", "pg:introduces", ["Absolute Zero", "AZR"]),
    ("2505.03335", "pg:introduces|pg:uses|pg:mentions", ["RLVR"]),
    ("2505.03005", "pg:introduces", ["RADLADS", "RAD-RWKV6", "RADFinch", "RAD-RWKV7", "RADGoose"]),
    ("2505.03005", "pg:uses", ["Qwen2.5"]),
    ("2505.03730", "pg:introduces", ["FlexiAct", "RefAdapter", "FAE"]),
    ("2505.02922", "pg:introduces", ["RetroInfer", "Wave Index", "Wave Buffer"]),
    ("2505.02872", "pg:introduces", ["RoBERTEye-Fixations", "DalEye-Llama"]),
    ("2505.02214", "pg:uses", ["Qwen3", "GPTQ", "BiLLM", "post-training quantization", "C4"]),
    ("2505.03735", "pg:introduces", ["SoccerWiki", "SoccerBench", "SoccerAgent"]),
    ("2505.03739", "pg:introduces", ["VITA-Audio", "MCTP"]),
    ("2504.21650", "pg:introduces", ["HoloTime", "360World", "Panoramic Animator"]),
    ("2505.03368", "pg:uses", ["probing", "sparse autoencoder"]),
    ("2505.03164", "pg:introduces", ["InfoVids", "AirplaneVis", "NapoleonVis", "InjuryVis", "WalmartVis"]),
    ("2505.03164", "pg:uses", ["ARKit"]),
    ("2504.21798", "pg:introduces", ["SWE-smith", "SWE-agent-LM-32B"]),
    ("2505.03052", "pg:introduces", ["SLUNG", "Masked SLUNG", "Unlikelihood SLUNG"]),
    ("2504.18373", "pg:introduces", ["Auto-SLURP"]),
    ("2504.18373", "pg:mentions", ["SLURP", "AgentLite"]),
    ("2505.02311", "pg:introduces", ["AttenHScore"]),
    ("2505.02311", "pg:uses", ["CoQA", "SQuAD"]),
    ("2505.00212", "pg:introduces", ["Who&When"]),
]


@pytest.mark.parametrize(("paper", "links", "names"), TABLE, ids=lambda value: str(value))
def test_names_with_their_role_and_sentence(graph: Graph, paper: str, links: str, names: list[str]) -> None:
    """The paper is linked to each name by that property, and a span of its own listing is one of the labels."""
    found = rows(graph, NAMED.format(paper=paper, links=links))
    labels = {concept_norm(label) for label, text, start, end in found if label == text[int(start) : int(end)]}
    # A link shows any label of its concept, once one of them was cut out of the text.
    alive = {concept_norm(label) for label, *_ in found}

    assert [name for name in names if concept_norm(name) not in alive] == []
    assert labels


RESULTS = """
SELECT ?raw ?unit ?text ?start ?end WHERE {{
  ?paper fabio:hasArXivId "{paper}" ; pg:reports ?result .
  ?result pg:rawValue ?raw ; pg:unit ?unit ; pg:inSection/pg:text ?text ; oa:start ?start ; oa:end ?end .
}}"""


@pytest.mark.parametrize(
    ("paper", "numbers"),
    [
        ("2505.03335", ["10.9", "15.2"]),
        ("2505.02922", ["4.5", "10.5"]),
        ("2505.03735", ["85.0", "73.3", "60.9"]),
        ("2505.03739", ["3", "5"]),
        ("2504.21798", ["40.2"]),
        ("2504.18373", ["46", "55"]),
        ("2505.00212", ["53.5", "14.2"]),
    ],
)
def test_numbers_with_their_sentence(graph: Graph, paper: str, numbers: list[str]) -> None:
    """The paper reports each number, and the raw value stands in the text where the graph says."""
    found = rows(graph, RESULTS.format(paper=paper))

    assert all(raw == text[int(start) : int(end)] for raw, _, text, start, end in found)
    assert [number for number in numbers if not any(number in raw for raw, *_ in found)] == []


def test_result_knows_its_metric_and_dataset(graph: Graph) -> None:
    """SWE-agent-LM-32B reaches 40.2 % Pass@1 on SWE-bench Verified, all in one result."""
    query = """
    SELECT ?value ?unit ?system ?metric ?dataset WHERE {
      ?paper fabio:hasArXivId "2504.21798" ; pg:reports ?result .
      ?result pg:value ?value ; pg:unit ?unit ; pg:system/skos:prefLabel ?system ;
              pg:metric/skos:prefLabel ?metric ; pg:dataset/skos:prefLabel ?dataset .
    }"""

    assert rows(graph, query) == [("40.2", "%", "SWE-agent-LM-32B", "Pass@1", "SWE-bench Verified")]


def test_graph_keeps_its_promises(graph: Graph) -> None:
    """The graph of a real day conforms to its shapes, and each link has its sentence."""
    assert graph.validate().lines() == ["the graph conforms to its shapes"]
    assert graph.evidence().ok
