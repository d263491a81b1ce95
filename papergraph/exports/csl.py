"""Papers as CSL-JSON, which reference managers and citation processors read."""

import json
from collections.abc import Iterable
from typing import Any

from papergraph.exports.addresses import web_address
from papergraph.exports.dates import when
from papergraph.exports.keys import key_of
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Paper


def csl_json(papers: Iterable[Paper]) -> str:
    """Return the papers as a CSL-JSON array, sorted by id."""
    items = sorted(map(_item, papers), key=lambda item: (item["id"], item["custom"]["iri"]))
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(paper: Paper) -> dict[str, Any]:
    item: dict[str, Any] = {"id": key_of(paper.id), "type": "article", "title": one_line(paper.title)}
    if paper.authors:
        # Which part of a name is the family's is not known, so each stands as it is written.
        item["author"] = [{"literal": one_line(person.name)} for person in paper.authors]
    date = when(paper)
    if date is not None:
        item["issued"] = {"date-parts": [[date.year] if date.month is None else [date.year, date.month]]}
    item |= _identity(paper)
    if url := web_address(paper.url):
        item["URL"] = url
    custom: dict[str, Any] = {"iri": paper.iri, "author-order-known": False}
    if date is not None:
        custom["dated-by"] = date.source
    if paper.date is not None:
        custom["first-listed"] = paper.date
    if paper.authors_incomplete:
        custom["authors-incomplete"] = True
    return {**item, "custom": custom}


def _identity(paper: Paper) -> dict[str, str]:
    local = one_line(paper.id.local)
    match paper.id.scheme:
        case "arxiv":
            return {"archive": "arXiv", "number": f"arXiv:{local}"}
        case "doi":
            return {"DOI": local}
        case "acl":
            return {"archive": "ACL Anthology", "number": local}
    return {}
