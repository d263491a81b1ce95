"""What a briefing tells of new papers: the sentence that says what a paper brings, and its numbers."""

from collections.abc import Mapping

from papergraph import sentences, vocab
from papergraph.query.changes import Lead
from papergraph.query.select import Select

#: The place of a lead: whether it names nothing, the section's position, the section, start, end. The least wins.
_Rank = tuple[bool, int, str, int, int]

#: Day by day: new papers stand in few days, and the texts of the others are long.
_SECTIONS = """
SELECT ?section ?listing ?position ?text WHERE {
  ?listing dcterms:isPartOf ?digest .
  ?section dcterms:isPartOf ?listing ; pg:position ?position ; pg:text ?text .
}
"""
_INTRODUCTIONS = """
SELECT ?section ?start ?end WHERE {
  ?mention pg:role pg:Introduces ; pg:inSection ?section ; oa:start ?start ; oa:end ?end .
}
"""
_KINDS = "SELECT ?result ?kind WHERE { ?result pg:kind ?kind }"
_NAMED = {
    "system": "SELECT ?result ?concept WHERE { ?result pg:system ?concept }",
    "metric": "SELECT ?result ?concept WHERE { ?result pg:metric ?concept }",
    "dataset": "SELECT ?result ?concept WHERE { ?result pg:dataset ?concept }",
    "baseline": "SELECT ?result ?concept WHERE { ?result pg:baseline ?concept }",
}


def leads(listings: Mapping[str, tuple[str, str]], *, select: Select) -> dict[str, Lead]:
    """Return the lead of each paper; ``listings`` gives the paper and the digest of each listing that may have it.

    It is the first sentence below the title that says that the paper introduces something, otherwise the very first
    one: the title is read already. A graph that was built without texts has none.

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
    for named, start, end in select(_INTRODUCTIONS) if body else ():
        if named in body and start is not None and end is not None:
            paper, place, _ = body[named]
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
