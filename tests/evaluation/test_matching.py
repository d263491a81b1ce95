"""One-to-one matching, one paper at a time."""

from papergraph.evaluation.gold import GoldClass, GoldEntity, GoldPaper, GoldResult, GoldRole, Tier
from papergraph.evaluation.matching import Match, Node, PredictedPaper, PredictedResult, match


def wanted(name: str, cls: GoldClass = GoldClass.METHOD, *aliases: str) -> GoldEntity:
    return GoldEntity(cls=cls, name=name, aliases=aliases, tier=Tier.NAMED, role=GoldRole.USES)


def node(*labels: str, cls: GoldClass = GoldClass.METHOD) -> Node:
    iri = f"concept/{labels[0]}"
    return Node(iri=iri, name=labels[0], labels=frozenset(labels), classes=frozenset({cls}), role=GoldRole.USES)


def matched(entities: list[GoldEntity], nodes: list[Node]) -> Match:
    gold = GoldPaper(id="2505.00001", entities=tuple(entities), results=())
    return match(gold, PredictedPaper(iris=("paper",), nodes=tuple(nodes)))


def pairs(done: Match) -> list[tuple[str, str | None]]:
    return [(entity.name, node.iri if node else None) for entity, node in done.entities]


def test_any_label_will_do() -> None:
    """A node is found by any of its labels, spelled in any usual way."""
    done = matched([wanted("FooNet", GoldClass.METHOD, "푸 넷")], [node("Foo network", "푸넷")])

    assert pairs(done) == [("FooNet", "concept/Foo network")]


def test_one_class_first() -> None:
    """Of two nodes with the name the one of the right class is taken, wherever it stands."""
    done = matched([wanted("Foo", GoldClass.DATASET)], [node("foo"), node("FOO", cls=GoldClass.DATASET)])

    assert pairs(done) == [("Foo", "concept/FOO")]
    assert [extra.iri for extra in done.extra] == ["concept/foo"]


def test_one_class_first_for_all() -> None:
    """An annotation of another class does not take the node from the one whose class it has."""
    entities = [wanted("Foo", GoldClass.DATASET), wanted("Foo", GoldClass.METHOD)]

    assert pairs(matched(entities, [node("Foo")])) == [("Foo", None), ("Foo", "concept/Foo")]


def test_a_node_is_found_once() -> None:
    """A node with many labels finds one annotation, no more."""
    done = matched([wanted("Foo"), wanted("Bar")], [node("Foo", "Bar")])

    assert pairs(done) == [("Foo", "concept/Foo"), ("Bar", None)]


def test_each_number_counts_once() -> None:
    """Two equal numbers of the gold need two in the graph."""
    gold = GoldPaper(id="2505.00001", entities=(), results=(GoldResult(value="2%"), GoldResult(value="2%")))
    results = tuple(PredictedResult(iri=f"r/{n}", raw=raw, value=None, unit=None) for n, raw in enumerate(["2%", "3%"]))

    done = match(gold, PredictedPaper(iris=("paper",), results=results))

    assert [hit.iri if hit else None for _, hit in done.results] == ["r/0", None]
    assert [extra.iri for extra in done.extra_results] == ["r/1"]
