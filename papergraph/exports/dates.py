"""When a paper is from, as far as that is known: a digest tells the day on which it lists a paper, not more.

An id of arXiv holds the month in which the paper was sent in, one of the ACL Anthology its year. Nothing here claims a
date of publication.
"""

import re
from dataclasses import dataclass

from papergraph.exports.rows import Paper

_ARXIV = re.compile(r"(?:[a-z-]+(?:\.[A-Za-z-]+)?/)?(\d\d)(\d\d)(?:\.\d{4,5}|\d{3})", re.ASCII)
_ACL = re.compile(r"(?:(\d{4})\.|[A-Z](\d\d)-)", re.ASCII)
_LISTED = re.compile(r"(\d{4})-(\d\d)-\d\d", re.ASCII)
_FIRST_YEAR_OF_ARXIV = 91
_FIRST_YEAR_OF_ACL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A year, the month where one is known, and what says so."""

    year: int
    month: int | None
    source: str


def when(paper: Paper) -> When | None:
    """Return when ``paper`` is from: by its id, else by its first listing."""
    if paper.id.scheme == "arxiv" and (found := _ARXIV.fullmatch(paper.id.local)) and 1 <= int(found[2]) <= 12:
        return When(year=_full(int(found[1]), _FIRST_YEAR_OF_ARXIV), month=int(found[2]), source="the arXiv id")
    if paper.id.scheme == "acl" and (found := _ACL.match(paper.id.local)):
        year = int(found[1]) if found[1] else _full(int(found[2]), _FIRST_YEAR_OF_ACL)
        return When(year=year, month=None, source="the ACL Anthology id")
    if paper.date is not None and (found := _LISTED.match(paper.date)) and 1 <= int(found[2]) <= 12:
        return When(year=int(found[1]), month=int(found[2]), source="the first listing in a digest, not of publication")
    return None


def _full(short_year: int, first: int) -> int:
    return short_year + (1900 if short_year >= first else 2000)
