"""Markdown notes: a page for each concept and author, with its evidence, linked with one another as in Obsidian."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from papergraph.exports.file_names import file_names
from papergraph.exports.markdown import escaped, front_matter, note_link, web_link
from papergraph.exports.rows import Concept, Contents, Naming, Paper, Person, Quote
from papergraph.model import ConceptClass, Role

_INDEX = "index"
_AUTHORS = "authors"
_MOST_QUOTES = 2
_VERBS = {
    Role.INTRODUCES: "introduced by",
    Role.COMPARES_WITH: "compared with by",
    Role.EVALUATES_ON: "evaluated on by",
    Role.USES: "used by",
    Role.MENTIONS: "mentioned by",
}
_Quotes = Mapping[tuple[str, str], Sequence[Quote]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What every page needs: the things by IRI, and the file of each that has a page."""

    papers: Mapping[str, Paper]
    concepts: Mapping[str, Concept]
    by_concept: Mapping[str, Sequence[Naming]]
    by_paper: Mapping[str, Sequence[Naming]]
    by_author: Mapping[str, Sequence[Paper]]
    quotes: _Quotes
    files: Mapping[str, str]

    def link(self, iri: str, name: str) -> str:
        return note_link(self.files[iri], name) if iri in self.files else escaped(name)


def notes(
    whole: Contents, papers: Collection[str], *, quotes: _Quotes, classes: Collection[ConceptClass]
) -> dict[str, bytes]:
    """Return the notes by path: concepts of ``classes`` and authors, as far as the papers with these IRIs say.

    The names of the files follow from the whole graph, so that a note has one name in every selection.
    """
    contents = whole.of(papers)
    concepts = [concept for concept in contents.concepts if concept.cls in classes]
    names = file_names(
        [*((c.iri, c.label) for c in whole.concepts), *((p.iri, p.name) for p in whole.authors)], taken=[_INDEX]
    )
    paged = {concept.iri for concept in concepts} | {person.iri for person in contents.authors}
    book = _book(contents, quotes, {iri: name for iri, name in names.items() if iri in paged})
    pages = {f"{_folder(c)}/{book.files[c.iri]}.md": _concept_page(c, book) for c in concepts}
    pages |= {f"{_AUTHORS}/{book.files[p.iri]}.md": _author_page(p, book) for p in contents.authors}
    pages[f"{_INDEX}.md"] = _index(contents, concepts, book)
    return {path: ("\n".join(lines) + "\n").encode() for path, lines in pages.items()}


def _book(contents: Contents, quotes: _Quotes, files: Mapping[str, str]) -> _Book:
    by_concept: dict[str, list[Naming]] = defaultdict(list)
    by_paper: dict[str, list[Naming]] = defaultdict(list)
    by_author: dict[str, list[Paper]] = defaultdict(list)
    for naming in contents.namings:
        by_concept[naming.concept].append(naming)
        by_paper[naming.paper].append(naming)
    for paper in sorted(contents.papers, key=lambda paper: (paper.date or "", paper.iri), reverse=True):
        for person in paper.authors:
            by_author[person.iri].append(paper)
    return _Book(
        papers={paper.iri: paper for paper in contents.papers},
        concepts={concept.iri: concept for concept in contents.concepts},
        by_concept=by_concept,
        by_paper=by_paper,
        by_author=by_author,
        quotes=quotes,
        files=files,
    )


def _folder(concept: Concept) -> str:
    return f"{concept.cls.value.lower()}s"


def _concept_page(concept: Concept, book: _Book) -> list[str]:
    cls = "Benchmark" if concept.benchmark else concept.cls.value
    namings = sorted(
        book.by_concept[concept.iri],
        key=lambda n: (-n.role.strength, book.papers[n.paper].date or "", n.paper),
    )
    about = {
        "aliases": [concept.label, *concept.also],
        "class": cls,
        "support": concept.support,
        "iri": concept.iri,
    }
    lines = [front_matter(about), f"# {escaped(concept.label)}", ""]
    lines += [f"{cls}, named by {_papers(len(namings))}{_of_all(len(namings), concept.support)}."]
    if concept.also:
        lines += ["", f"Also: {', '.join(map(escaped, concept.also))}."]
    broader = [book.concepts[iri] for iri in concept.broader if iri in book.concepts]
    if broader:
        lines += ["", f"Kind of: {', '.join(book.link(other.iri, other.label) for other in broader)}."]
    for role in Role:
        named = [naming for naming in namings if naming.role is role]
        if named:
            lines += ["", f"## {_VERBS[role].capitalize()}", ""]
            lines += [line for naming in named for line in _naming(naming, book)]
    return lines


def _naming(naming: Naming, book: _Book) -> Iterator[str]:
    paper = book.papers[naming.paper]
    authors = ", ".join(book.link(person.iri, person.name) for person in paper.authors)
    yield f"- {_titled(paper)}{f': {authors}' if authors else ''}{' and others' if paper.authors_incomplete else ''}"
    found = book.quotes.get((naming.paper, naming.concept), ())
    quoted = [quote for quote in found if quote.sentence]
    for quote in quoted[:_MOST_QUOTES]:
        place = escaped(f"{quote.day} {quote.heading or ''}")
        yield f"    - {_quotation(quote)} ({place})"
    if len(quoted) > _MOST_QUOTES:
        yield f"    - … and {len(quoted) - _MOST_QUOTES} more"


def _quotation(quote: Quote) -> str:
    before, named, after = (
        _spaced(part)
        for part in (
            quote.sentence[: quote.start],
            quote.sentence[quote.start : quote.end],
            quote.sentence[quote.end :],
        )
    )
    return f"{before}⟦{named}⟧{after}".strip()


def _spaced(part: str) -> str:
    """Return the part escaped, with the space at its ends that belongs to the sentence."""
    shown = escaped(part)
    return f"{' ' if part[:1].isspace() else ''}{shown}{' ' if part[-1:].isspace() else ''}"


def _author_page(person: Person, book: _Book) -> list[str]:
    papers = book.by_author[person.iri]
    about = {
        "aliases": [person.name, *person.also],
        "class": "Author",
        "support": len(papers),
        "iri": person.iri,
    }
    lines = [front_matter(about), f"# {escaped(person.name)}", "", f"Author of {_papers(len(papers))}."]
    if person.also:
        lines += ["", f"Also: {', '.join(map(escaped, person.also))}."]
    lines += ["", "## Papers", ""]
    for paper in papers:
        lines.append(f"- {_titled(paper)}")
        lines += _roles(paper, book)
    companions = _companions(person, papers)
    if companions:
        lines += ["", "## Co-authors", ""]
        lines += [f"- {book.link(other.iri, other.name)}: {_papers(count)} together" for count, other in companions]
    return lines


def _roles(paper: Paper, book: _Book) -> Iterator[str]:
    verbs = {Role.INTRODUCES: "introduces", Role.COMPARES_WITH: "compares with", Role.EVALUATES_ON: "evaluates on"}
    for role, verb in {**verbs, Role.USES: "uses"}.items():
        named = sorted(
            (book.concepts[n.concept] for n in book.by_paper[paper.iri] if n.role is role and n.concept in book.files),
            key=lambda concept: (concept.label, concept.iri),
        )
        if named:
            yield f"    - {verb} {', '.join(book.link(concept.iri, concept.label) for concept in named)}"


def _companions(person: Person, papers: Iterable[Paper]) -> list[tuple[int, Person]]:
    together: dict[str, tuple[int, Person]] = {}
    for paper in papers:
        for other in paper.authors:
            if other.iri != person.iri:
                together[other.iri] = (together.get(other.iri, (0, other))[0] + 1, other)
    return sorted(together.values(), key=lambda pair: (-pair[0], pair[1].name, pair[1].iri))


def _index(contents: Contents, concepts: Sequence[Concept], book: _Book) -> list[str]:
    lines = ["# Papers, what they say, and who wrote them", "", f"{_papers(len(contents.papers))}."]
    for cls in ConceptClass:
        of_class = [concept for concept in concepts if concept.cls is cls]
        of_class.sort(key=lambda concept: (-len(book.by_concept[concept.iri]), concept.label, concept.iri))
        lines += _section(f"{cls.value}s", [(book.link(c.iri, c.label), len(book.by_concept[c.iri])) for c in of_class])
    people = sorted(contents.authors, key=lambda p: (-len(book.by_author[p.iri]), p.name, p.iri))
    return lines + _section("Authors", [(book.link(p.iri, p.name), len(book.by_author[p.iri])) for p in people])


def _section(heading: str, entries: Sequence[tuple[str, int]]) -> list[str]:
    if not entries:
        return []
    return ["", f"## {heading}", "", *(f"- {link}: {_papers(count)}" for link, count in entries)]


def _titled(paper: Paper) -> str:
    return f"{escaped(paper.date) + ' ' if paper.date else ''}{web_link(paper.title, paper.url)}"


def _papers(count: int) -> str:
    return f"{count:,} paper{'' if count == 1 else 's'}"


def _of_all(count: int, support: int) -> str:
    return f" of this selection, {support:,} in the whole graph" if support > count else ""
