"""How much is in a graph, by class and by day, and how much of it lacks something."""

from dataclasses import dataclass

from papergraph import vocab
from papergraph.query.select import Select


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Counts, each by its name in the order in which a person reads them."""

    classes: dict[str, int]  # by class: "Paper", "Method" …
    days: dict[str, int]  # listings by document: "daily-papers/2025-05-07", earliest first
    coverage: dict[str, int]  # by what is lacking: "papers with no method" …


_CLASSES = (
    vocab.PG_DIGEST,
    vocab.PG_LISTING,
    vocab.PG_PAPER,
    vocab.PG_AUTHOR,
    vocab.PG_CONCEPT,
    vocab.PG_METHOD,
    vocab.PG_MODEL,
    vocab.PG_DATASET,
    vocab.PG_BENCHMARK,
    vocab.PG_TASK,
    vocab.PG_METRIC,
    vocab.PG_MENTION,
    vocab.PG_RESULT,
)
_BY_CLASS = f"""
SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) WHERE {{
  VALUES ?class {{ {" ".join(f"<{iri}>" for iri in _CLASSES)} }}
  ?thing a ?class .
}} GROUP BY ?class
"""
_BY_DAY = """
SELECT ?digest (COUNT(?listing) AS ?count) WHERE {
  ?digest a pg:Digest .
  OPTIONAL { ?listing dcterms:isPartOf ?digest . ?listing a pg:Listing }
} GROUP BY ?digest
"""
#: What may be lacking: whose, and the pattern of those that have it. Those without are all less these, for asking the
#: engine for them (FILTER NOT EXISTS) takes a hundred times as long.
_LACKING = {
    "papers with no author": (vocab.PG_PAPER, "?thing dcterms:creator ?any"),
    "papers with no method": (vocab.PG_PAPER, "?thing pg:mentions ?any . ?any a pg:Method"),
    "papers with no model": (vocab.PG_PAPER, "?thing pg:mentions ?any . ?any a pg:Model"),
    "papers with no dataset": (vocab.PG_PAPER, "?thing pg:mentions ?any . ?any a pg:Dataset"),
    "papers with no concept": (vocab.PG_PAPER, "?thing pg:mentions ?any"),
    "papers that introduce nothing": (vocab.PG_PAPER, "?thing pg:introduces ?any"),
    "papers with no result": (vocab.PG_PAPER, "?thing pg:reports ?any"),
    "listings with no votes": (vocab.PG_LISTING, "?thing pg:votes ?any"),
}


def stats(select: Select) -> Stats:
    """Return the counts of the graph that ``select`` asks."""
    found = {str(iri): int(count or 0) for iri, count in select(_BY_CLASS) if iri}
    days = {_document(str(digest)): int(count or 0) for digest, count in select(_BY_DAY) if digest}
    return Stats(
        classes={iri.removeprefix(vocab.PG): found.get(iri, 0) for iri in _CLASSES},
        days=dict(sorted(days.items(), key=lambda day: (day[0].rpartition("/")[2], day[0]))),
        coverage={
            name: found.get(whose, 0) - _count(select, f"?thing a <{whose}> . {pattern}")
            for name, (whose, pattern) in _LACKING.items()
        },
    )


def _count(select: Select, pattern: str) -> int:
    ((count,),) = select(f"SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE {{ {pattern} }}")
    return int(count or 0)


def _document(digest: str) -> str:
    return "/".join(digest.rsplit("/", 2)[-2:])
