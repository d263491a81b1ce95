"""Where a mistake stands: the sentence of the mention that erred, or the first one that holds what was missed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from papergraph import sentences, vocab
from papergraph.evaluation.gold import GoldRole
from papergraph.evaluation.mistakes import Mistake, Place
from papergraph.evaluation.predictions import Select

_TEXTS = """
SELECT ?section ?text WHERE {
  ?listing pg:paper ?paper .
  ?section dcterms:isPartOf ?listing ; pg:text ?text .
}
"""
_MENTIONS = """
SELECT ?thing ?section ?start ?end ?role ?rule WHERE {
  ?listing pg:paper ?paper .
  ?section dcterms:isPartOf ?listing .
  ?mention pg:inSection ?section ; pg:mentionOf ?thing ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?mention pg:role ?role }
  OPTIONAL { ?mention prov:wasGeneratedBy ?rule }
}
"""
_RESULTS = """
SELECT ?thing ?section ?start ?end ?role ?rule WHERE {
  ?paper pg:reports ?thing .
  ?thing pg:inSection ?section ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?thing pg:role ?role }
  OPTIONAL { ?thing prov:wasGeneratedBy ?rule }
}
"""
_STRENGTH = {
    vocab.PG_MENTIONS_ROLE: GoldRole.MENTIONS,
    vocab.PG_USES_ROLE: GoldRole.USES,
    vocab.PG_EVALUATES_ON_ROLE: GoldRole.USES,
    vocab.PG_COMPARES_WITH_ROLE: GoldRole.COMPARES,
    vocab.PG_INTRODUCES_ROLE: GoldRole.INTRODUCES,
}
_WEAKEST_FIRST = tuple(GoldRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    section: str
    start: int
    end: int
    strength: int
    rule: str


class Places:
    """The texts and spans of one paper."""

    def __init__(self, papers: Iterable[str], *, select: Select) -> None:
        texts: dict[str, str] = {}
        self._spans: dict[str, _Span] = {}
        for paper in papers:
            bound = {"paper": paper}
            texts |= {section or "": text or "" for section, text in select(_TEXTS, bound)}
            for query in (_MENTIONS, _RESULTS):
                for thing, section, start, end, role, rule in select(query, bound):
                    self._add(thing or "", _span(section, start, end, role, rule))
        # Sections are numbered: by length first, so that 10 comes after 9.
        self._texts = dict(sorted(texts.items(), key=lambda item: (len(item[0]), item[0])))

    def put(self, mistake: Mistake) -> Mistake:
        """Return the mistake with its place, if there is one."""
        if mistake.node is None:
            return replace(mistake, place=self._search(mistake.surfaces))
        span = self._spans.get(mistake.node)
        return mistake if span is None else replace(mistake, place=self._place(span))

    def _add(self, thing: str, span: _Span) -> None:
        known = self._spans.get(thing)
        if known is None or _first(span) < _first(known):
            self._spans[thing] = span

    def _search(self, surfaces: Iterable[str]) -> Place | None:
        for surface in surfaces:
            pattern = re.compile(rf"(?<![a-z0-9.]){re.escape(surface)}(?![a-z0-9])", re.IGNORECASE)
            for section, text in self._texts.items():
                if hit := pattern.search(text):
                    return self._place(_Span(section=section, start=hit.start(), end=hit.end(), strength=0, rule=""))
        return None

    def _place(self, span: _Span) -> Place:
        text = self._texts.get(span.section, "")
        low, high = sentences.around(text, span.start, span.end) if text else (span.start, span.start)
        return Place(sentence=text[low:high], start=span.start - low, end=span.end - low, rule=span.rule)


def _span(section: str | None, start: str | None, end: str | None, role: str | None, rule: str | None) -> _Span:
    return _Span(
        section=section or "",
        start=int(start or 0),
        end=int(end or 0),
        strength=_WEAKEST_FIRST.index(_STRENGTH.get(role or "", GoldRole.MENTIONS)),
        rule="/".join((rule or "").rsplit("/", 2)[-2:]),
    )


def _first(span: _Span) -> tuple[int, int, str, int, int]:
    """Order spans: the strongest role first, then as they stand in the text."""
    return (-span.strength, len(span.section), span.section, span.start, span.end)
