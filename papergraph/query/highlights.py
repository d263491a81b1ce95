"""What a briefing tells of new papers: the sentence that says what a paper brings, and its numbers."""

from collections.abc import Collection, Mapping

from papergraph import sentences, vocab
from papergraph.query.changes import Lead
from papergraph.query.select import Select

#: Day by day, for new papers stand in few days and the texts of the others are long. The engine asks for the patterns
#: in this order; a constant behind ``pg:role`` would make it begin with all mentions of the graph.
_SECTIONS = """
SELECT ?section ?listing ?position ?text WHERE {
  ?listing dcterms:isPartOf ?digest .
  ?section dcterms:isPartOf ?listing ; pg:position ?position ; pg:text ?text .
}
"""
_MENTIONS = """
SELECT ?section ?concept ?start ?end WHERE {
  ?listing dcterms:isPartOf ?digest .
  ?section dcterms:isPartOf ?listing .
  ?mention pg:inSection ?section .
  ?mention pg:mentionOf ?concept .
  ?mention oa:start ?start .
  ?mention oa:end ?end .
}
"""
_KINDS = "SELECT ?result ?kind WHERE { ?result pg:kind ?kind }"
_NAMED = {
    "system": "SELECT ?result ?concept WHERE { ?result pg:system ?concept }",
    "metric": "SELECT ?result ?concept WHERE { ?result pg:metric ?concept }",
    "dataset": "SELECT ?result ?concept WHERE { ?result pg:dataset ?concept }",
    "baseline": "SELECT ?result ?concept WHERE { ?result pg:baseline ?concept }",
}


#: The place of a lead: whether it names nothing, the section's position, the section, start, end. The least wins.
_Rank = tuple[bool, int, str, int, int]


def leads(
    listings: Mapping[str, tuple[str, str]], introduced: Collection[tuple[str, str]], *, select: Select
) -> dict[str, Lead]:
    """Return the lead of each paper that has one: a graph that was built without texts has none.

    It is the first sentence below the title, which is read already, that names something the paper introduces;
    otherwise the very first.

    Args:
        listings: the paper and the digest of each listing that may have it.
        introduced: the pairs (paper, concept) of what is introduced.
        select: asks the graph.

    Raises:
        ValueError: an offset in the graph is no number.
    """
    body: dict[str, tuple[str, int, str]] = {}  # section → paper, position, text
    found: dict[str, _Rank] = {}
    for digest in sorted({digest for _, digest in listings.values()}):
        for section, listing, position, text in select(_SECTIONS, {"digest": digest}):
            paper, _ = listings.get(listing or "", (None, None))
            if paper and section and text and text.strip() and int(position or 0) > 0:
                body[section] = paper, int(position or 0), text
                _offer(found, paper, (True, int(position or 0), section, 0, 0))
        for named, concept, start, end in select(_MENTIONS, {"digest": digest}):
            paper, place, _ = body.get(named or "", (None, 0, ""))
            if paper and named and start and end and (paper, concept) in introduced:
                _offer(found, paper, (False, place, named, int(start), int(end)))
    return {paper: _lead(body[section][2], start, end) for paper, (_, _, section, start, end) in found.items()}


def kinds(select: Select) -> dict[str, str]:
    """Return the kind of each result: "Absolute", "Gain" …"""
    return {result: kind.removeprefix(vocab.PG) for result, kind in _pairs(select, _KINDS)}


def parts(select: Select) -> dict[str, dict[str, str]]:
    """Return, for system, metric, dataset and baseline, the concept of each result that has one."""
    return {part: dict(_pairs(select, query)) for part, query in _NAMED.items()}


def _offer(found: dict[str, _Rank], paper: str, rank: _Rank) -> None:
    found[paper] = min(rank, found.get(paper, rank))


def _lead(text: str, start: int, end: int) -> Lead:
    if start < end:
        begin, stop = sentences.around(text, start, end)
    else:
        begin, stop = next(iter(sentences.split(text)), (0, 0))
        start = end = begin
    return Lead(sentence=text[begin:stop], start=start - begin, end=end - begin)


def _pairs(select: Select, query: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in select(query) if one is not None and other is not None]
