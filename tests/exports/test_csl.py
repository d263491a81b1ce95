"""CSL-JSON keeps the names and types of its schema."""

import json
from typing import Any

import pytest

from papergraph.exports.csl import csl_json
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Contents, Person
from papergraph.model import PaperId

from .conftest import paper_of

#: The part of the CSL-JSON schema (1.0.2) that is used here: names and types.
SCHEMA: dict[str, type] = {
    "id": str,
    "type": str,
    "title": str,
    "author": list,
    "issued": dict,
    "archive": str,
    "number": str,
    "DOI": str,
    "URL": str,
    "custom": dict,
}


def items_of(text: str) -> list[dict[str, Any]]:
    """The items, each held against the schema."""
    items: list[dict[str, Any]] = json.loads(text)
    for item in items:
        assert {"id", "type"} <= item.keys() <= SCHEMA.keys()
        assert all(isinstance(value, SCHEMA[name]) for name, value in item.items())
        assert item["type"] == "article"
        assert all(author.keys() == {"literal"} for author in item.get("author", []))
        for date in item.get("issued", {"date-parts": []})["date-parts"]:
            assert 1 <= len(date) <= 3
            assert all(type(part) is int for part in date)
    assert len({item["id"] for item in items}) == len(items)
    return items


def test_an_item_says_what_is_known() -> None:
    """Names stand as written, and what is not known is said to be so."""
    authors = (Person(iri="a:1", name="Ada Kim"), Person(iri="a:2", name="Ben Lee"))
    (item,) = items_of(csl_json([paper_of("FooNet", authors=authors, authors_incomplete=True, number=7)]))
    assert item["id"] == "arxiv-2505-00007"
    assert item["author"] == [{"literal": "Ada Kim"}, {"literal": "Ben Lee"}]
    assert item["issued"] == {"date-parts": [[2025, 5]]}
    assert item["number"] == "arXiv:2505.00007"
    assert item["custom"]["first-listed"] == "2025-05-07"
    assert item["custom"]["author-order-known"] is False
    assert item["custom"]["authors-incomplete"] is True


@pytest.mark.parametrize(
    ("id", "field", "value"),
    [
        (PaperId(scheme="doi", local="10.1000/x"), "DOI", "10.1000/x"),
        (PaperId(scheme="acl", local="2024.acl-long.1"), "archive", "ACL Anthology"),
    ],
    ids=["doi", "acl"],
)
def test_other_ids(id: PaperId, field: str, value: str) -> None:
    """DOIs and ACL ids have their place."""
    assert items_of(csl_json([paper_of("A title", id=id)]))[0][field] == value


def test_hostile_names_survive(hostile: Contents) -> None:
    """Titles and names come back as they were, on one line; the order of papers does not matter."""
    items = items_of(csl_json(hostile.papers))
    assert {item["title"] for item in items} == {one_line(paper.title) for paper in hostile.papers}
    assert csl_json(reversed(hostile.papers)) == csl_json(hostile.papers)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a/ b", "ftp://a/b", "https://", "https://[", None])
def test_an_address_that_is_none_is_left_out(url: str | None) -> None:
    """Only what is an address of the web becomes one."""
    assert "URL" not in items_of(csl_json([paper_of("A title", url=url)]))[0]
