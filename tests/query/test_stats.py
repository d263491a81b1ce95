"""Counts of a graph."""

from papergraph import vocab
from papergraph.query.stats import stats
from papergraph.store.memory import MemoryStore


def test_everything_is_counted_and_what_is_lacking_is_told() -> None:
    """Things by class, listings by day in order of time, and papers that lack something."""
    base = vocab.BASE
    days = [f"{base}digest/{name}" for name in ("b/2025-05-07", "a/2025-05-08", "z/2024-01-01")]
    triples = [(day, vocab.RDF_TYPE, vocab.PG_DIGEST) for day in days]
    for day, paper in ((days[0], "1"), (days[0], "2"), (days[1], "1")):
        listing = f"{day}/{paper}"
        triples += [
            (listing, vocab.RDF_TYPE, vocab.PG_LISTING),
            (listing, vocab.DCTERMS_IS_PART_OF, day),
            (f"{listing}/section/0", vocab.DCTERMS_IS_PART_OF, listing),
            (f"{base}paper/arxiv/{paper}", vocab.RDF_TYPE, vocab.PG_PAPER),
        ]
    one = f"{base}paper/arxiv/1"
    triples += [
        (one, vocab.PG_MENTIONS, f"{base}concept/grpo"),
        (one, vocab.PG_INTRODUCES, f"{base}concept/grpo"),
        (one, vocab.DCTERMS_CREATOR, f"{base}author/kim"),
        (f"{base}concept/grpo", vocab.RDF_TYPE, vocab.PG_METHOD),
        (f"{days[0]}/1", vocab.PG_VOTES, f"{base}x"),
    ]
    found = stats(MemoryStore(f"<{s}> <{p}> <{o}> <{base}graph/x> ." for s, p, o in triples).rows)
    assert list(found.days.items()) == [("z/2024-01-01", 0), ("b/2025-05-07", 2), ("a/2025-05-08", 1)]
    assert {name: count for name, count in found.classes.items() if count} == {
        "Digest": 3,
        "Listing": 3,
        "Paper": 2,
        "Method": 1,
    }
    assert "Result" in found.classes
    assert found.coverage == {
        "papers with no author": 1,
        "papers with no method": 1,
        "papers with no model": 2,
        "papers with no dataset": 2,
        "papers with no concept": 1,
        "papers that introduce nothing": 1,
        "papers with no result": 2,
        "listings with no votes": 2,
    }
