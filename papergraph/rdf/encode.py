"""Records → N-Quads, one whole quad a line, in no order that anybody may rely on: the caller sorts.

Each triple stands in one graph only. A document's graph holds what its day says (listings, sections, mentions,
results); ``graph/resolved`` holds what is true across documents (papers, authors, concepts, links); ``graph/ontology``
the vocabulary. Nothing is inferred when a graph is queried, so every class a query may ask for is written.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Final

from papergraph import iri, vocab
from papergraph.model import (
    Author,
    Concept,
    ConceptClass,
    Day,
    Link,
    Listing,
    Mention,
    Paper,
    Reading,
    Resolution,
    Result,
    Role,
    Section,
)
from papergraph.rdf.nquads import decimal_lexical, iri_term, language_string, scalar_values, string, typed, web_address
from papergraph.rdf.ontology import ontology_triples


def _predicate(property_iri: str) -> str:
    return f" <{property_iri}> "


def _type(class_iri: str) -> str:
    return f" <{vocab.RDF_TYPE}> <{class_iri}>"


_IS_DIGEST: Final = _type(vocab.PG_DIGEST)
_IS_LISTING: Final = _type(vocab.PG_LISTING)
_IS_SECTION: Final = _type(vocab.PG_SECTION)
_IS_MENTION: Final = _type(vocab.PG_MENTION)
_IS_RESULT: Final = _type(vocab.PG_RESULT)
_IS_PAPER: Final = _type(vocab.PG_PAPER)
_IS_AUTHOR: Final = (_type(vocab.PG_AUTHOR), _type(vocab.FOAF_PERSON))
_IS_CONCEPT: Final = (_type(vocab.PG_CONCEPT), _type(vocab.SKOS_CONCEPT))
_IS_OF_CLASS: Final = {cls: _type(vocab.PG + cls.value) for cls in ConceptClass}
_IS_BENCHMARK: Final = _type(vocab.PG_BENCHMARK)

_TITLE: Final = _predicate(vocab.DCTERMS_TITLE)
_ALTERNATIVE: Final = _predicate(vocab.DCTERMS_ALTERNATIVE)
_CREATOR: Final = _predicate(vocab.DCTERMS_CREATOR)
_DATE: Final = _predicate(vocab.DCTERMS_DATE)
_IS_PART_OF: Final = _predicate(vocab.DCTERMS_IS_PART_OF)
_SEE_ALSO: Final = _predicate(vocab.RDFS_SEE_ALSO)
_NAME: Final = _predicate(vocab.FOAF_NAME)
_PREFERRED: Final = _predicate(vocab.SKOS_PREF_LABEL)
_OTHER_LABEL: Final = _predicate(vocab.SKOS_ALT_LABEL)
_BROADER: Final = _predicate(vocab.SKOS_BROADER)
_START: Final = _predicate(vocab.OA_START)
_END: Final = _predicate(vocab.OA_END)
_GENERATED_BY: Final = _predicate(vocab.PROV_WAS_GENERATED_BY)
_ARXIV_ID: Final = _predicate(vocab.FABIO_ARXIV_ID)
_CONTENT_HASH: Final = _predicate(vocab.PG_CONTENT_HASH)
_PAPER: Final = _predicate(vocab.PG_PAPER_OF)
_VOTES: Final = _predicate(vocab.PG_VOTES)
_RANK: Final = _predicate(vocab.PG_RANK)
_POSITION: Final = _predicate(vocab.PG_POSITION)
_TEXT: Final = _predicate(vocab.PG_TEXT)
_TEXT_HASH: Final = _predicate(vocab.PG_TEXT_HASH)
_AUTHORS_INCOMPLETE: Final = _predicate(vocab.PG_AUTHORS_INCOMPLETE)
_SUPPORT: Final = _predicate(vocab.PG_SUPPORT)
_MENTION_OF: Final = _predicate(vocab.PG_MENTION_OF)
_IN_SECTION: Final = _predicate(vocab.PG_IN_SECTION)
_ROLE: Final = {role: f" <{vocab.PG_ROLE_OF}> <{vocab.PG}{role.value}>" for role in Role}
_REPORTS: Final = _predicate(vocab.PG_REPORTS)
_SYSTEM: Final = _predicate(vocab.PG_SYSTEM)
_METRIC: Final = _predicate(vocab.PG_METRIC_OF)
_DATASET: Final = _predicate(vocab.PG_DATASET_OF)
_BASELINE: Final = _predicate(vocab.PG_BASELINE)
_VALUE: Final = _predicate(vocab.PG_VALUE)
_VALUE_MIN: Final = _predicate(vocab.PG_VALUE_MIN)
_VALUE_MAX: Final = _predicate(vocab.PG_VALUE_MAX)
_FROM: Final = _predicate(vocab.PG_FROM)
_UNIT: Final = _predicate(vocab.PG_UNIT)
_KIND: Final = _predicate(vocab.PG_KIND)
_RAW_VALUE: Final = _predicate(vocab.PG_RAW_VALUE)
_MENTIONS: Final = _predicate(vocab.PG_MENTIONS)
_EVALUATES_ON: Final = _predicate(vocab.PG_EVALUATES_ON)
# What is evaluated on is used: pg:evaluatesOn is added to a stated link, it is none of the three itself.
_STATED: Final = {
    Role.INTRODUCES: _predicate(vocab.PG_INTRODUCES),
    Role.COMPARES_WITH: _predicate(vocab.PG_COMPARES_WITH),
    Role.EVALUATES_ON: _predicate(vocab.PG_USES),
    Role.USES: _predicate(vocab.PG_USES),
}
_AS_INTEGER: Final = f'"^^<{vocab.XSD_INTEGER}>'
_TRUE: Final = typed("true", vocab.XSD_BOOLEAN)


def encode_day(
    day: Day, concept_of: tuple[tuple[str | None, ...], ...], *, base: str, with_text: bool
) -> Iterator[str]:
    """Yield the quads of one document, in the graph named by its digest.

    ``concept_of[i]`` are the concept keys of the entities of ``day.readings[i]``, in order; what has none is left out.
    ``with_text`` False leaves ``pg:text`` out; the hash of the text stays.

    Raises:
        IriError: when a name in the day cannot stand in an IRI.
        ValueError: when the parts do not fit together: lengths differ, a paper is listed twice on the day, or two
            mentions share one span of one section (they would be one node that means two things).
    """
    digest_iri = iri.digest_iri(day.digest.id, base=base)
    digest = iri_term(digest_iri)
    end = f" {digest} .\n"
    yield f"{digest}{_IS_DIGEST}{end}"
    yield f"{digest}{_DATE}{typed(day.digest.id.day.isoformat(), vocab.XSD_DATE)}{end}"
    yield f"{digest}{_TITLE}{string(day.digest.title)}{end}"
    yield f"{digest}{_CONTENT_HASH}{string(day.digest.content_hash)}{end}"
    seen: set[str] = set()
    for listing, reading, keys in zip(day.digest.listings, day.readings, concept_of, strict=True):
        name = iri.listing_iri(day.digest.id, listing.paper, base=base)
        if name in seen:
            raise ValueError(f"{listing.paper.local} is listed twice in {day.digest.id}")
        seen.add(name)
        paper = iri_term(iri.paper_iri(listing.paper, base=base))
        concepts = tuple(key and iri_term(iri.concept_iri(key, base=base)) for key in keys)
        yield from _encode_listing(listing, name, paper=paper, digest=digest, with_text=with_text, end=end)
        yield from _encode_mentions(reading, name, concepts=concepts, base=base, end=end)
        for number, result in enumerate(reading.results, start=1):
            yield from _encode_result(result, number, name, paper=paper, concepts=concepts, base=base, end=end)


def encode_resolved(resolution: Resolution, *, base: str) -> Iterator[str]:
    """Yield the quads of what holds across documents, in ``graph/resolved``.

    Raises:
        IriError: when a key cannot stand in an IRI.
    """
    for paper in resolution.papers:
        yield from encode_paper(paper, base=base)
    for author in resolution.authors:
        yield from encode_author(author, base=base)
    for concept in resolution.concepts:
        yield from encode_concept(concept, base=base)


def encode_ontology(base: str) -> Iterator[str]:
    """Yield the quads of the ontology and its alignments, in ``graph/ontology``."""
    graph = iri_term(iri.graph_iri("ontology", base=base))
    for subject, predicate, value in ontology_triples():
        yield f"{subject} {predicate} {value} {graph} .\n"


# ---------------------------------------------------------------------------------------------------------------------
# One document


def _encode_listing(
    listing: Listing, name: str, *, paper: str, digest: str, with_text: bool, end: str
) -> Iterator[str]:
    term = iri_term(name)
    yield f"{term}{_IS_LISTING}{end}"
    yield f"{term}{_PAPER}{paper}{end}"
    yield f"{term}{_IS_PART_OF}{digest}{end}"
    yield f'{term}{_RANK}"{listing.rank}{_AS_INTEGER}{end}'
    if listing.votes is not None:
        yield f'{term}{_VOTES}"{listing.votes}{_AS_INTEGER}{end}'
    for section in listing.sections:
        yield from _encode_section(section, name, with_text=with_text, end=end)


def _encode_section(section: Section, listing: str, *, with_text: bool, end: str) -> Iterator[str]:
    term = f"<{iri.section_iri(listing, section.position)}>"
    # The hash is of what the graph holds, so that a reader of the graph can check it.
    text_hash = sha256(scalar_values(section.text).encode()).hexdigest()
    yield f"{term}{_IS_SECTION}{end}"
    yield f"{term}{_IS_PART_OF}<{listing}>{end}"
    yield f'{term}{_POSITION}"{section.position}{_AS_INTEGER}{end}'
    if section.heading:
        yield f"{term}{_TITLE}{string(section.heading)}{end}"
    if with_text:
        yield f"{term}{_TEXT}{string(section.text)}{end}"
    yield f'{term}{_TEXT_HASH}"{text_hash}"{end}'


def _encode_mentions(
    reading: Reading, listing: str, *, concepts: tuple[str | None, ...], base: str, end: str
) -> Iterator[str]:
    spans: set[tuple[int, int, int]] = set()
    for entity, concept in zip(reading.entities, concepts, strict=True):
        if concept is None:
            continue
        for mention in entity.mentions:
            span = (mention.section, mention.start, mention.end)
            if span in spans:
                raise ValueError(f"two mentions share the span {span} of {listing}")
            spans.add(span)
            yield from _encode_mention(mention, listing, concept=concept, base=base, end=end)


def _encode_mention(mention: Mention, listing: str, *, concept: str, base: str, end: str) -> Iterator[str]:
    section = iri.section_iri(listing, mention.section)
    term = f"<{iri.mention_iri(section, mention.start, mention.end)}>"
    yield f"{term}{_IS_MENTION}{end}"
    yield f"{term}{_MENTION_OF}{concept}{end}"
    yield f"{term}{_IN_SECTION}<{section}>{end}"
    yield f'{term}{_START}"{mention.start}{_AS_INTEGER}{end}'
    yield f'{term}{_END}"{mention.end}{_AS_INTEGER}{end}'
    yield f"{term}{_ROLE[mention.role]}{end}"
    yield f"{term}{_GENERATED_BY}{iri_term(iri.rule_iri(mention.rule, base=base))}{end}"


def _encode_result(
    result: Result, number: int, listing: str, *, paper: str, concepts: tuple[str | None, ...], base: str, end: str
) -> Iterator[str]:
    term = f"<{iri.result_iri(listing, number)}>"
    yield f"{paper}{_REPORTS}{term}{end}"
    yield f"{term}{_IS_RESULT}{end}"
    for predicate, entity in (
        (_SYSTEM, result.system),
        (_METRIC, result.metric),
        (_DATASET, result.dataset),
        (_BASELINE, result.baseline),
    ):
        if entity is not None and (concept := concepts[entity]):
            yield f"{term}{predicate}{concept}{end}"
    for predicate, value in (
        (_VALUE, result.value),
        (_VALUE_MIN, result.value_min),
        (_VALUE_MAX, result.value_max),
        (_FROM, result.value_from),
    ):
        if value is not None:
            yield f"{term}{predicate}{typed(decimal_lexical(value), vocab.XSD_DECIMAL)}{end}"
    yield f"{term}{_UNIT}{string(result.unit)}{end}"
    yield f"{term}{_KIND}<{vocab.PG}{result.kind.value}>{end}"
    yield f"{term}{_RAW_VALUE}{string(result.raw)}{end}"
    yield f"{term}{_IN_SECTION}<{iri.section_iri(listing, result.section)}>{end}"
    yield f'{term}{_START}"{result.start}{_AS_INTEGER}{end}'
    yield f'{term}{_END}"{result.end}{_AS_INTEGER}{end}'
    yield f"{term}{_GENERATED_BY}{iri_term(iri.rule_iri(result.rule, base=base))}{end}"


# ---------------------------------------------------------------------------------------------------------------------
# Across documents


@lru_cache(maxsize=8)
def _resolved(base: str) -> str:
    return f" {iri_term(iri.graph_iri('resolved', base=base))} .\n"


def encode_paper(paper: Paper, *, base: str) -> Iterator[str]:
    """Yield the quads of a paper, which is the subject of each, in ``graph/resolved``."""
    end = _resolved(base)
    term = iri_term(iri.paper_iri(paper.id, base=base))
    yield f"{term}{_IS_PAPER}{end}"
    yield f"{term}{_TITLE}{string(paper.title)}{end}"
    for title in paper.alternatives:
        yield f"{term}{_ALTERNATIVE}{string(title)}{end}"
    for key in paper.authors:
        yield f"{term}{_CREATOR}{iri_term(iri.author_iri(key, base=base))}{end}"
    if paper.authors_incomplete:
        yield f"{term}{_AUTHORS_INCOMPLETE}{_TRUE}{end}"
    yield f"{term}{_DATE}{typed(paper.first_listed.isoformat(), vocab.XSD_DATE)}{end}"
    if paper.id.scheme == "arxiv":
        yield f"{term}{_ARXIV_ID}{string(paper.id.local)}{end}"
    # An address that is none is not worth a lost build: the id already says which paper it is.
    if landing_page := web_address(paper.url):
        yield f"{term}{_SEE_ALSO}{iri_term(landing_page)}{end}"
    for link in paper.links:
        yield from _encode_link(link, term, base=base, end=end)


def _encode_link(link: Link, paper: str, *, base: str, end: str) -> Iterator[str]:
    concept = iri_term(iri.concept_iri(link.concept, base=base))
    evaluates_on = link.evaluates_on or link.role is Role.EVALUATES_ON
    stated = Role.EVALUATES_ON if evaluates_on and link.role is Role.MENTIONS else link.role
    yield f"{paper}{_MENTIONS}{concept}{end}"
    if stated in _STATED:
        yield f"{paper}{_STATED[stated]}{concept}{end}"
    if evaluates_on:
        yield f"{paper}{_EVALUATES_ON}{concept}{end}"


def encode_author(author: Author, *, base: str) -> Iterator[str]:
    """Yield the quads of an author, who is the subject of each, in ``graph/resolved``."""
    end = _resolved(base)
    term = iri_term(iri.author_iri(author.key, base=base))
    for is_author in _IS_AUTHOR:
        yield f"{term}{is_author}{end}"
    yield f"{term}{_NAME}{string(author.name)}{end}"
    for name in author.alternatives:
        yield f"{term}{_OTHER_LABEL}{string(name)}{end}"


def encode_concept(concept: Concept, *, base: str) -> Iterator[str]:
    """Yield the quads of a concept, which is the subject of each, in ``graph/resolved``."""
    end = _resolved(base)
    term = iri_term(iri.concept_iri(concept.key, base=base))
    for is_concept in _IS_CONCEPT:
        yield f"{term}{is_concept}{end}"
    yield f"{term}{_IS_OF_CLASS[concept.cls]}{end}"
    if concept.benchmark and concept.cls is ConceptClass.DATASET:
        yield f"{term}{_IS_BENCHMARK}{end}"
    yield f"{term}{_PREFERRED}{language_string(concept.preferred.text, concept.preferred.language)}{end}"
    for label in concept.alternatives:
        yield f"{term}{_OTHER_LABEL}{language_string(label.text, label.language)}{end}"
    for key in concept.broader:
        yield f"{term}{_BROADER}{iri_term(iri.concept_iri(key, base=base))}{end}"
    yield f'{term}{_SUPPORT}"{concept.support}{_AS_INTEGER}{end}'
