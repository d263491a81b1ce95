"""Is every fact in the text? A pure check over rows: whoever holds a graph runs the queries and passes what they give.

Two promises are checked. A mention's span, cut out of the stored text, is a label of the concept, character for
character. A link from a paper to a concept has a mention in a listing of that same paper, with a role at least as
strong as the link. The rows come from the four SELECT queries below, whose columns stand in the order of the fields of
the rows; ``Row.of(*values)`` makes a row of a solution's lexical forms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from papergraph import vocab
from papergraph.model import Role

MENTIONS_QUERY: Final = f"""\
SELECT ?mention ?concept ?paper ?section ?role ?start ?end WHERE {{
  ?mention <{vocab.PG_MENTION_OF}> ?concept .
  OPTIONAL {{
    ?mention <{vocab.PG_IN_SECTION}> ?section .
    ?section <{vocab.DCTERMS_IS_PART_OF}> ?listing .
    ?listing <{vocab.PG_PAPER_OF}> ?paper .
  }}
  OPTIONAL {{ ?mention <{vocab.PG_ROLE_OF}> ?role }}
  OPTIONAL {{ ?mention <{vocab.OA_START}> ?start }}
  OPTIONAL {{ ?mention <{vocab.OA_END}> ?end }}
}}"""

LINKS_QUERY: Final = f"""\
SELECT ?paper ?property ?concept WHERE {{
  VALUES ?property {{
    <{vocab.PG_MENTIONS}> <{vocab.PG_INTRODUCES}> <{vocab.PG_COMPARES_WITH}> <{vocab.PG_USES}> <{vocab.PG_EVALUATES_ON}>
  }}
  ?paper ?property ?concept .
}}"""

LABELS_QUERY: Final = f"""\
SELECT ?concept ?label WHERE {{
  VALUES ?property {{ <{vocab.SKOS_PREF_LABEL}> <{vocab.SKOS_ALT_LABEL}> }}
  ?concept ?property ?label .
}}"""

TEXTS_QUERY: Final = f"""\
SELECT ?section ?text WHERE {{ ?section <{vocab.PG_TEXT}> ?text }}"""

_ROLES: Final = {vocab.PG + role.value: role for role in Role}
#: The roles that back each kind of link. What is evaluated on must be said to be, however strong another role is.
_BACKED_BY: Final[Mapping[str, frozenset[Role]]] = {
    vocab.PG_MENTIONS: frozenset(Role),
    vocab.PG_EVALUATES_ON: frozenset({Role.EVALUATES_ON}),
    **{
        property_iri: frozenset(role for role in Role if role.strength >= weakest.strength)
        for property_iri, weakest in (
            (vocab.PG_INTRODUCES, Role.INTRODUCES),
            (vocab.PG_COMPARES_WITH, Role.COMPARES_WITH),
            (vocab.PG_USES, Role.USES),
        )
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A mention as the graph holds it, IRIs in full; None for what the graph does not say."""

    mention: str
    concept: str
    paper: str | None
    section: str | None
    role: str | None
    start: int | None  # code points into the section's text
    end: int | None  # exclusive

    @classmethod
    def of(cls, *values: str | None) -> Self:
        """Return the row of one solution of :data:`MENTIONS_QUERY`.

        Raises:
            ValueError: when the number of values is wrong, or an offset is no integer.
        """
        mention, concept, paper, section, role, start, end = values
        return cls(
            mention=_bound(mention),
            concept=_bound(concept),
            paper=paper,
            section=section,
            role=role,
            start=None if start is None else int(start),
            end=None if end is None else int(end),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A link from a paper to a concept, IRIs in full."""

    paper: str
    property: str
    concept: str

    @classmethod
    def of(cls, *values: str | None) -> Self:
        """Return the row of one solution of :data:`LINKS_QUERY`."""
        paper, property_iri, concept = map(_bound, values)
        return cls(paper=paper, property=property_iri, concept=concept)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """A preferred or other label of a concept, without its language."""

    concept: str
    label: str

    @classmethod
    def of(cls, *values: str | None) -> Self:
        """Return the row of one solution of :data:`LABELS_QUERY`."""
        concept, label = map(_bound, values)
        return cls(concept=concept, label=label)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """The stored text of a section."""

    section: str
    text: str

    @classmethod
    def of(cls, *values: str | None) -> Self:
        """Return the row of one solution of :data:`TEXTS_QUERY`."""
        section, text = map(_bound, values)
        return cls(section=section, text=text)


class FailureKind(StrEnum):
    """What is wrong with a piece of evidence."""

    INCOMPLETE = "mention-incomplete"  # no listing, role or offsets
    OUTSIDE_TEXT = "span-outside-text"
    NOT_A_LABEL = "span-not-a-label"
    NOT_LINKED = "mention-not-linked"  # the paper does not say pg:mentions
    NO_MENTION = "link-without-mention"
    ROLE_TOO_WEAK = "role-too-weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One fact that its text does not bear out. ``subject`` is the mention, or the paper whose link it is."""

    kind: FailureKind
    subject: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """What the check found. ``unchecked`` counts mentions whose section's text the graph does not hold."""

    mentions: int
    spans_checked: int
    unchecked: int
    links: int
    failures: tuple[Failure, ...]  # sorted by kind, subject, detail

    @property
    def ok(self) -> bool:
        """Whether nothing that could be checked was wrong. With ``unchecked`` above 0 this says less."""
        return not self.failures

    def lines(self) -> list[str]:
        """Return the report for people: a summary, what could not be checked, then each failure on a line."""
        summary = f"{self.spans_checked} of {self.mentions} mentions cut out and compared, {self.links} links traced"
        unchecked = f"{self.unchecked} spans cannot be checked: their text was left out (--no-text)"
        return [
            f"{summary}: {len(self.failures) or 'nothing'} wrong",
            *([unchecked] if self.unchecked else []),
            *(f"{each.kind.value}: <{each.subject}>: {each.detail}" for each in self.failures),
        ]


def check_graph(rows: Callable[[str], Iterable[Sequence[str | None]]]) -> EvidenceReport:
    """Return what :func:`check` says of the graph that answers the four queries with ``rows`` of lexical forms."""
    return check(
        (MentionRow.of(*row) for row in rows(MENTIONS_QUERY)),
        (LinkRow.of(*row) for row in rows(LINKS_QUERY)),
        labels=(LabelRow.of(*row) for row in rows(LABELS_QUERY)),
        texts=(TextRow.of(*row) for row in rows(TEXTS_QUERY)),
    )


def check(
    mentions: Iterable[MentionRow],
    links: Iterable[LinkRow],
    *,
    labels: Iterable[LabelRow],
    texts: Iterable[TextRow],
) -> EvidenceReport:
    """Return whether every mention names its concept and every link has its mention; rows may come in any order.

    Raises:
        KeyError: when the property of a link is none of the five of :data:`LINKS_QUERY`.
    """
    labels_of: defaultdict[str, set[str]] = defaultdict(set)
    for row in labels:
        labels_of[row.concept].add(row.label)
    text_of = {row.section: row.text for row in texts}
    all_mentions, all_links = list(mentions), list(links)
    failures: set[Failure] = set()
    unchecked = checked = 0
    for mention in all_mentions:
        text = text_of.get(mention.section) if mention.section is not None else None
        if _incomplete(mention):
            failures.add(_failure(FailureKind.INCOMPLETE, mention.mention, "it lacks a listing, a role or an offset"))
        elif text is None:
            unchecked += 1
        else:
            checked += 1
            failures.update(_check_span(mention, text, labels_of[mention.concept]))
    failures.update(_check_links(all_mentions, all_links))
    return EvidenceReport(
        mentions=len({mention.mention for mention in all_mentions}),
        spans_checked=checked,
        unchecked=unchecked,
        links=len(all_links),
        failures=tuple(sorted(failures, key=lambda each: (each.kind.value, each.subject, each.detail))),
    )


def _incomplete(mention: MentionRow) -> bool:
    return None in (mention.paper, mention.start, mention.end) or mention.role not in _ROLES


def _check_span(mention: MentionRow, text: str, labels: set[str]) -> Iterator[Failure]:
    start, end = mention.start or 0, mention.end or 0
    # A negative start would count from the end, and Python's slices forgive an end beyond the text.
    if not 0 <= start < end <= len(text):
        detail = f"{start}–{end} in a text of {len(text)} code points"
        yield _failure(FailureKind.OUTSIDE_TEXT, mention.mention, detail)
    elif text[start:end] not in labels:
        detail = f"{text[start:end]!r} is no label of <{mention.concept}>"
        yield _failure(FailureKind.NOT_A_LABEL, mention.mention, detail)


def _check_links(mentions: list[MentionRow], links: list[LinkRow]) -> Iterator[Failure]:
    roles: defaultdict[tuple[str, str], set[Role]] = defaultdict(set)
    mentioned = {(link.paper, link.concept) for link in links if link.property == vocab.PG_MENTIONS}
    for mention in mentions:
        if mention.paper is None:
            continue
        pair = (mention.paper, mention.concept)
        if mention.role in _ROLES:
            roles[pair].add(_ROLES[mention.role])
        if pair not in mentioned:
            detail = f"<{mention.paper}> does not mention <{mention.concept}>"
            yield _failure(FailureKind.NOT_LINKED, mention.mention, detail)
    for link in links:
        link_name = f"{link.property.removeprefix(vocab.PG)} <{link.concept}>"
        stated = roles.get((link.paper, link.concept))
        if not stated:
            yield _failure(FailureKind.NO_MENTION, link.paper, link_name)
        elif not stated & _BACKED_BY[link.property]:
            strongest = max(stated, key=lambda role: role.strength)
            yield _failure(FailureKind.ROLE_TOO_WEAK, link.paper, f"{link_name}: the text says {strongest.value}")


def _failure(kind: FailureKind, subject: str, detail: str) -> Failure:
    return Failure(kind=kind, subject=subject, detail=detail)


def _bound(value: str | None) -> str:
    if value is None:
        raise ValueError("a column that is always bound is empty")
    return value
