"""BibTeX is read back by pybtex as what was written, whatever the names."""

import re

import pytest
from hypothesis import given
from pybtex.database import BibliographyData, parse_string

from papergraph.exports.bibtex import bibtex, escaped
from papergraph.exports.keys import key_of
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Contents, Person
from papergraph.model import PaperId

from .conftest import WORDS, paper_of

_SPELLED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    **{f"\\{sign}": sign for sign in "$&#%_"},
}
_ANY = re.compile("|".join(map(re.escape, _SPELLED)))


def read(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def shown(tex: str) -> str:
    """What TeX prints for escaped text."""
    return _ANY.sub(lambda found: _SPELLED[found[0]], tex)


def test_an_entry_says_what_is_known() -> None:
    """Month and year come from the arXiv id, and the entry says so."""
    authors = (Person(iri="a:1", name="Ada Kim"), Person(iri="a:2", name="Ben Lee"))
    entry = read(bibtex([paper_of("FooNet reads", authors=authors, authors_incomplete=True, number=2214)])).entries[
        "arxiv-2505-02214"
    ]
    assert entry.type == "misc"
    assert entry.fields["title"] == "{FooNet reads}"
    assert [str(person) for person in entry.persons["author"]] == ["Kim, Ada", "Lee, Ben", "others"]
    assert (entry.fields["year"], entry.fields["month"]) == ("2025", "May")
    assert (entry.fields["eprint"], entry.fields["archivePrefix"]) == ("2505.02214", "arXiv")
    assert entry.fields["url"] == "https://arxiv.org/abs/2505.02214"
    assert "the arXiv id" in entry.fields["annote"]
    assert "order is not known" in entry.fields["annote"]


@pytest.mark.parametrize(
    ("id", "fields"),
    [
        (PaperId(scheme="arxiv", local="cs/0112017"), {"year": "2001", "month": "December", "eprint": "cs/0112017"}),
        (PaperId(scheme="arxiv", local="hep-th/9901001"), {"year": "1999", "month": "January"}),
        (PaperId(scheme="doi", local="10.1000/a_b%c"), {"doi": "10.1000/a_b%c", "year": "2025", "month": "May"}),
        (PaperId(scheme="acl", local="2024.acl-long.1"), {"eprint": "2024.acl-long.1", "year": "2024"}),
        (PaperId(scheme="acl", local="P19-1001"), {"year": "2019", "archivePrefix": "ACL Anthology"}),
    ],
    ids=lambda value: value.local if isinstance(value, PaperId) else "",
)
def test_other_ids(id: PaperId, fields: dict[str, str]) -> None:
    """Old arXiv ids, DOIs and ACL ids are told as such, and dated by what they say."""
    (entry,) = read(bibtex([paper_of("A title", id=id)])).entries.values()
    assert {name: entry.fields[name] for name in fields} == fields
    assert ("month" in entry.fields) == ("month" in fields or id.scheme != "acl")


def test_a_day_of_listing_is_no_date_of_publication() -> None:
    """An entry that is dated by its listing says that this is what it is."""
    (entry,) = read(bibtex([paper_of("A title", id=PaperId(scheme="doi", local="10.1/x"))])).entries.values()
    assert "first listing in a digest, not of publication" in entry.fields["annote"]
    (undated,) = read(bibtex([paper_of("T", id=PaperId(scheme="doi", local="10.1/x"), date=None)])).entries.values()
    assert "year" not in undated.fields


@pytest.mark.parametrize("day", ["2025-00-01", "2025-13-01", "٢٠٢٥-05-07", "soon"])
def test_a_day_that_is_none_dates_nothing(day: str) -> None:
    """A graph that somebody else made may hold any."""
    (entry,) = read(bibtex([paper_of("T", id=PaperId(scheme="doi", local="10.1/x"), date=day)])).entries.values()
    assert not {"year", "month"} & set(entry.fields)


def test_ids_in_other_digits_have_keys_of_their_own() -> None:
    """Digits that a key cannot spell do not make two ids one."""
    ids = [PaperId(scheme="arxiv", local=local) for local in ("2505.02214", "２５０５.02214", "٢٥٠٥.02214")]
    assert len(read(bibtex([paper_of("T", id=id) for id in ids])).entries) == 3


def test_hostile_names_stay_in_their_fields(hostile: Contents) -> None:
    """Each paper is one entry with its title, and each author is one person."""
    entries = read(bibtex(hostile.papers)).entries
    assert len(entries) == len(hostile.papers)
    for paper in hostile.papers:
        entry = entries[key_of(paper.id)]
        assert shown(entry.fields["title"].removeprefix("{").removesuffix("}")) == one_line(paper.title)
        assert len(entry.persons["author"]) == len(paper.authors)
        assert set(entry.fields) <= {"title", "year", "month", "eprint", "archivePrefix", "url", "annote"}


@pytest.mark.parametrize("name", ["Acme, Inc.", "Research and Development", "others", "AND"])
def test_a_name_that_bibtex_would_split_stays_whole(name: str) -> None:
    """Commas and the words that BibTeX knows are part of the name."""
    (entry,) = read(bibtex([paper_of("A title", authors=(Person(iri="a:1", name=name),))])).entries.values()
    assert [str(person) for person in entry.persons["author"]] == [f"{{{name}}}"]


@given(WORDS)
def test_text_comes_back(text: str) -> None:
    """Escaped text prints as what it was, and no brace of it is one to BibTeX."""
    tex = escaped(text)
    assert shown(tex) == one_line(text) or re.search(r"\$.+\$", one_line(text))
    without_formulas = re.sub(r"(?<!\\)\$.+?(?<!\\)\$", "", tex)
    assert not set(_ANY.sub("", without_formulas)) & set("\\{}$&#%_^~")
    (entry,) = read(bibtex([paper_of(text, authors=(Person(iri="a:1", name=text),))])).entries.values()
    assert entry.fields["title"] == f"{{{tex}}}"
    assert len(entry.persons.get("author", [])) == bool(one_line(text))


@pytest.mark.parametrize("title", ["$\\pi_0$: a model", "M$^{2}$UGen", "$\\textbf{Only-IF}$: more", "The $L_2$ norm"])
def test_a_harmless_formula_stays_one(title: str) -> None:
    """Formulas of titles are kept for TeX to set."""
    assert escaped(title) == title


@pytest.mark.parametrize(
    "title",
    ["$\\input{a}$", "$^^5cinput{a}$", "$}{$", "costs $5 and not $6", "$\\def\\x{}$", "$a% b$", "$x_$", "$\\alphax$"],
)
def test_any_other_formula_is_text(title: str) -> None:
    """What could run, end a field or cost money is printed as it stands."""
    assert shown(escaped(title)) == title
    assert not re.search(r"(?<!\\)\$", escaped(title))


def test_keys_do_not_depend_on_the_rest() -> None:
    """Ids that look alike once spelled in a key have keys of their own, alone or together."""
    ids = [PaperId(scheme="doi", local=local) for local in ("10.1/a-b", "10.1/a_b", "10.1/A-B", "10.1/" + "x" * 300)]
    keys = [key_of(id) for id in ids]
    assert len({key.lower() for key in keys}) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9-]{1,80}", key) for key in keys)
    assert key_of(PaperId(scheme="arxiv", local="2505.02214")) == "arxiv-2505-02214"


def test_the_order_of_papers_does_not_matter(hostile: Contents) -> None:
    """The same papers give the same bytes."""
    assert bibtex(reversed(hostile.papers)) == bibtex(hostile.papers)
