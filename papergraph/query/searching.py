"""What somebody types to search → an expression for the full-text index; what was found → snippets.

Words are joined by AND, ``"in quotation marks"`` they stand side by side, ``-word`` excludes. A word is also found
where it is written as several, and several where they are written as one. Nothing typed reaches the index as it is:
only words of letters and digits do, each in quotation marks.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from papergraph import sentences, vocab
from papergraph.errors import UnknownNameError, UsageError
from papergraph.query import things
from papergraph.query.select import Select
from papergraph.words import Word, as_one, neighbours, words

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_MOST_TERMS = 32  # each makes the index's own expression deeper, which has an end
_LONGEST_NAME = 8  # words between two spaces, of which one may be two in a text
_LONGEST_RUN = 4  # words that are also sought written as one
#: Where a name in capitals and small letters may be taken apart: ``ImageNet`` and ``SWEbench``, ``GPTQuant``.
_BORDERS = (re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[a-z])"), re.compile(r"(?<=[A-Z])(?=[A-Z][a-z])"))
_INNER_SIGNS = frozenset(".-‑–/")
_REACH = 120  # characters of a sentence on each side of the first hit


#: Words as they stand one behind the other in a text, by their forms.
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is sought: the expression for the index, and the phrases that are marked where they stand."""

    expression: str
    phrases: frozenset[Phrase]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A piece of a text with the places, in code points, of what was sought."""

    text: str
    marks: tuple[tuple[int, int], ...]


def wanted(typed: str) -> Wanted | None:
    """Return what ``typed`` asks for; ``None`` when it names nothing that could be found.

    Raises:
        UsageError: more words than an index takes.
    """
    terms = _TERM.findall(unicodedata.normalize("NFC", typed))
    if len(terms) > _MOST_TERMS:
        raise UsageError(f"more than {_MOST_TERMS} words are sought", hint="give the few that tell most")
    plain: list[_Term] = []
    phrases: list[Phrase] = []
    excluded: list[_Term] = []
    for minus, phrase, word in terms:
        term = _term(phrase or word)
        if term.ways:
            if phrase and not minus:
                phrases.append(term.ways[0])
            else:
                (excluded if minus else plain).append(term)
    ways = _ways(plain)
    sought = [*map(_any, ways), *map(_all_words, phrases)]
    if not sought:
        return None
    expression = " AND ".join(sought)
    for one in excluded:
        expression = f"({expression}) NOT {_any(one.ways)}"
    return Wanted(expression=expression, phrases=frozenset(phrases).union(*ways))


def snippet(text: str, sought: Wanted) -> Snippet:
    """Return the sentence of ``text`` in which what is sought stands first, shortened, with the places marked."""
    found = list(words(text))
    ends = ((start, _end(found, start, phrase)) for phrase in sought.phrases for start in range(len(found)))
    hits = sorted((found[start].start, found[end - 1].end) for start, end in ends if end is not None)
    if not hits:
        return Snippet(text=text[: 2 * _REACH], marks=())
    start, end = sentences.around(text, *hits[0])
    start, end = max(start, hits[0][0] - _REACH), min(end, hits[0][1] + _REACH)
    inside = [(a - start, b - start) for a, b in hits if start <= a and b <= end]
    return Snippet(text=text[start:end], marks=_joined(inside, text[start:end]))


def _end(found: Sequence[Word], start: int, phrase: Phrase) -> int | None:
    """Return behind which word the ``phrase`` ends that begins at the word ``start``; two words may stand for one."""
    if not phrase:
        return start
    if start < len(found) and found[start].form == phrase[0]:
        return _end(found, start + 1, phrase[1:])
    both = next(neighbours(found[start : start + 2]), None)
    return _end(found, start + 2, phrase[1:]) if both and both.form == phrase[0] else None


# ---------------------------------------------------------------------------------------------------------------------
# What may stand in a text for what was typed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """What stands between two spaces: its words, and the ways in which a text may write them, as typed first."""

    words: tuple[Word, ...]
    ways: tuple[Phrase, ...]


def _term(typed: str) -> _Term:
    found = tuple(words(typed))
    texts = [typed, *(border.sub(" ", typed) for border in _BORDERS)]
    ways = [*(_forms(words(text)) for text in texts), _forms(_written_as_one(found))]
    return _Term(words=found, ways=tuple(dict.fromkeys(filter(None, ways))))


def _ways(terms: Sequence[_Term]) -> list[tuple[Phrase, ...]]:
    """Return for each term how a text may write it: alone, or as one word with those beside it.

    So ``강화 학습`` and ``강화학습``, ``SWE bench`` and ``SWEbench`` are the same, however many words there are.
    """
    ways = [dict.fromkeys(term.ways) for term in terms]
    for length in range(2, _LONGEST_RUN + 1):
        for first in range(len(terms) - length + 1):
            run = terms[first : first + length]
            if all(as_one(one.words[-1], other.words[0]) for one, other in pairwise(run)):
                way = _forms(_written_as_one([word for term in run for word in term.words]))
                for place in range(first, first + length):
                    ways[place][way] = None
    return list(map(tuple, ways))


def _written_as_one(found: Sequence[Word]) -> list[Word]:
    one_by_one: list[Word] = []
    for word in found:
        both = as_one(one_by_one[-1], word) if one_by_one else None
        if both:
            one_by_one[-1] = both
        else:
            one_by_one.append(word)
    return one_by_one


def _forms(found: Iterable[Word]) -> Phrase:
    return tuple(word.form for word in found)


def _any(ways: Iterable[Phrase]) -> str:
    return "(" + " OR ".join(one for way in ways for one in (_all_words(way), *_with_pairs(way))) + ")"


def _with_pairs(way: Phrase) -> Iterator[str]:
    """Yield what finds a phrase in which one word is two in the text: the index has these beside the words."""
    for place, form in enumerate(way if len(way) <= _LONGEST_NAME else ()):
        if not form[0].isdecimal():
            beside = [_all_words(part) for part in (way[:place], way[place + 1 :]) if part]
            pair = f'pairs : "{form}"'
            yield f"({' AND '.join([pair, *beside])})" if beside else pair


def _all_words(phrase: Phrase) -> str:
    return 'words : "{}"'.format(" ".join(phrase))


def _joined(places: Iterable[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Return the places with those as one that overlap, or have only a sign between them (``Qwen2.5``)."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start] in _INNER_SIGNS):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


# ---------------------------------------------------------------------------------------------------------------------
# What was found

KINDS = ("paper", "author", "concept", "section")
_AMONG = {"paper": (vocab.PG_PAPER,), "author": (vocab.PG_AUTHOR,), "concept": things.EVERYTHING[2:]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A thing or a text that was found. A section comes with the title of its paper, its day and its heading."""

    kind: str
    iri: str
    paper: str | None  # the IRI of a section's paper
    title: str  # the name, title or preferred label; of a section, its paper's title
    date: str | None
    heading: str | None
    snippet: Snippet


_PLACE = """
SELECT ?paper ?title ?date ?heading WHERE {
  ?section dcterms:isPartOf ?listing .
  ?listing pg:paper ?paper ; dcterms:isPartOf ?digest .
  ?digest dcterms:date ?date .
  ?paper dcterms:title ?title .
  OPTIONAL { ?section dcterms:title ?heading }
} LIMIT 1
"""


_LABEL = "SELECT ?label WHERE { ?concept skos:prefLabel ?label } LIMIT 1"


class Hit(Protocol):
    """What an index gives back."""

    @property
    def iri(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


class Index(Protocol):
    """A full-text index: the best hits for an expression, each thing once, at most so many, of one kind or of any."""

    def __call__(self, expression: str, *, kind: str | None, limit: int) -> Sequence[Hit]: ...


def search(typed: str, *, kind: str | None, limit: int, index: Index, select: Select) -> tuple[Found, ...]:
    """Return the best of what ``index`` has for what is typed, each thing once.

    Raises:
        UnknownNameError: another kind.
    """
    if kind is not None and kind not in KINDS:
        raise UnknownNameError("kind of things", kind, KINDS)
    sought = wanted(typed)
    if sought is None:
        return ()
    hits = index(sought.expression, kind=kind, limit=limit)
    return tuple(_found(hit.iri, hit.kind, hit.text, sought, select) for hit in hits)


def near(typed: str, *, kind: str | None, select: Select) -> tuple[str, ...]:
    """Return the names in the graph that are most like what was typed, for when nothing is found."""
    return things.near(typed, select=select, among=_AMONG.get(kind or "", things.EVERYTHING))


def _found(iri: str, kind: str, text: str, sought: Wanted, select: Select) -> Found:
    paper: str | None = None
    title: str | None = text
    date: str | None = None
    heading: str | None = None
    if kind == "section":
        for row in select(_PLACE, {"section": iri}):
            paper, title, date, heading = row
    elif kind == "concept":
        for row in select(_LABEL, {"concept": iri}):
            title = row[0]
    return Found(
        kind=kind,
        iri=iri,
        paper=paper,
        title=title or "",
        date=date,
        heading=heading,
        snippet=snippet(text, sought),
    )
