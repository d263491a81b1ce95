"""What somebody types to search → an expression for the full-text index; what was found → snippets.

Words are joined by AND, ``"in quotation marks"`` they stand side by side, ``-word`` excludes. Nothing typed reaches the
index as it is: only words of letters and digits do, each in quotation marks.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from papergraph import sentences
from papergraph.errors import UnknownNameError, UsageError
from papergraph.query.select import Select
from papergraph.words import Word, words

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_MOST_TERMS = 32  # each makes the index's own expression deeper, which has an end
_NAMES = 4  # by which one thing may be found
_LONGEST_RUN = 4  # Korean words that are also sought written as one
_INNER_SIGNS = frozenset(".-‑–/")
_REACH = 120  # characters of a sentence on each side of the first hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is sought: the expression for the index, and the forms of the words that are marked where they stand."""

    expression: str
    forms: frozenset[str]


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
    plain: list[list[Word]] = []
    phrases: list[list[Word]] = []
    excluded: list[list[Word]] = []
    for minus, phrase, word in terms:
        found = list(words(phrase or word))
        if found:
            (excluded if minus else phrases if phrase else plain).append(found)
    sought = [*_plain(plain), *map(_phrase, phrases)]
    if not sought:
        return None
    expression = " AND ".join(sought)
    for one in excluded:
        expression = f"({expression}) NOT {_phrase(one)}"
    forms = frozenset(word.form for one in (*plain, *phrases) for word in one)
    joined = frozenset(a[0].form + b[0].form for a, b in pairwise(plain))
    return Wanted(expression=expression, forms=forms | joined)


def snippet(text: str, sought: Wanted) -> Snippet:
    """Return the sentence of ``text`` in which what is sought stands first, shortened, with the places marked."""
    found = list(words(text))
    hits = [(word.start, word.end) for word in found if word.form in sought.forms]
    hits += [
        (one.start, other.end)
        for one, other in pairwise(found)
        if one.form + other.form in sought.forms and one.is_korean and other.is_korean
    ]
    hits.sort()
    if not hits:
        return Snippet(text=text[: 2 * _REACH], marks=())
    start, end = sentences.around(text, *hits[0])
    start, end = max(start, hits[0][0] - _REACH), min(end, hits[0][1] + _REACH)
    inside = [(a - start, b - start) for a, b in hits if start <= a and b <= end]
    return Snippet(text=text[start:end], marks=_joined(inside, text[start:end]))


def _plain(terms: Sequence[list[Word]]) -> list[str]:
    expressions: list[str] = []
    run: list[str] = []
    for term in terms:
        if len(term) == 1 and term[0].is_korean:
            run.append(term[0].form)
            continue
        expressions += _run(run)
        run = []
        expressions.append(_phrase(term))
    return [*expressions, *_run(run)]


def _run(forms: Sequence[str]) -> list[str]:
    """Return what finds Korean words however they are spaced: ``강화 학습`` and ``강화학습``."""
    if not forms:
        return []
    if len(forms) > _LONGEST_RUN:
        return [_either(form) for form in forms]
    ways = (" AND ".join(map(_either, way)) for way in _ways(forms))
    return ["(" + " OR ".join(f"({way})" for way in ways) + ")"]


def _ways(forms: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Yield all ways to write neighbouring words as one or as several."""
    if len(forms) == 1:
        yield (forms[0],)
        return
    for rest in _ways(forms[1:]):
        yield (forms[0], *rest)
        yield (forms[0] + rest[0], *rest[1:])


def _either(form: str) -> str:
    return f'(words : "{form}" OR pairs : "{form}")'


def _phrase(found: Sequence[Word]) -> str:
    return 'words : "{}"'.format(" ".join(word.form for word in found))


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
    """A full-text index: the best hits for an expression, at most so many, of one kind or of any."""

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
    first: dict[str, Hit] = {}
    for hit in index(sought.expression, kind=kind, limit=_NAMES * limit):
        first.setdefault(hit.iri, hit)
    return tuple(_found(hit.iri, hit.kind, hit.text, sought, select) for hit in list(first.values())[:limit])


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
