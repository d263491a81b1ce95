"""Parts of days, and the digests they make."""

from hashlib import sha256
from itertools import permutations

from papergraph.model import Severity
from papergraph.sources.daily_papers import read
from papergraph.sources.days import Days, assemble
from papergraph.sources.reader import Text

HEADING = "## Daily Papers (2024-01-02)"


def _entry(number: int, votes: int = 1, title: str = "T") -> str:
    return f"### [{title}](https://arxiv.org/abs/2401.0000{number})\nVote: {votes}\n- text {number}\n"


def _assemble(*contents: str) -> Days:
    texts = [Text(file=f"{i}.md", path=None, content=content) for i, content in enumerate(contents)]
    return assemble(part for text in texts for part in read(text).parts)


def test_hash_is_of_the_text() -> None:
    """The hash covers the day's text without the white space at its end."""
    (digest,) = _assemble(f"{HEADING}\n{_entry(1)}\n\n \n").digests
    assert digest.content_hash == sha256(f"{HEADING}\n{_entry(1).strip()}".encode()).hexdigest()


def test_order_of_files_changes_nothing() -> None:
    """Parts of a day make the same digest in whatever order they come."""
    contents = [f"{HEADING}\n{_entry(3)}{_entry(1)}", f"{HEADING}\n{_entry(2)}", f"{HEADING}\n{_entry(1, votes=9)}"]
    results = {_assemble(*order).digests for order in permutations(contents)}
    (digests,) = results
    assert [listing.rank for listing in digests[0].listings] == [1, 2, 3]


def test_copy_of_a_file_changes_nothing() -> None:
    """The same day in two files is the day of one of them; each repeated entry is noted."""
    content = f"{HEADING}\n{_entry(1)}{_entry(2)}"
    once, twice = _assemble(content), _assemble(content, content)
    assert once.digests == twice.digests
    assert [(p.code, p.file, p.line, p.severity) for p in twice.problems] == [
        ("entry-repeated", "1.md", 2, Severity.NOTE),
        ("entry-repeated", "1.md", 5, Severity.NOTE),
    ]


def test_contradiction_keeps_the_first_and_names_the_difference() -> None:
    """Two entries of one paper on one day that differ keep the first, and the warning says in what they differ."""
    days = _assemble(f"{HEADING}\n{_entry(1)}{_entry(2)}{_entry(1, votes=7, title='U')}")
    (digest,) = days.digests
    assert [(listing.title, listing.votes, listing.rank) for listing in digest.listings] == [("T", 1, 1), ("T", 1, 2)]
    (problem,) = days.problems
    assert (problem.code, problem.line, problem.severity) == ("entry-contradicts", 8, Severity.WARNING)
    assert "another title, votes; kept: 0.md:2" in problem.message


def test_sources_and_days_stay_apart() -> None:
    """The same paper on two days, or in two sources, is listed in both."""
    days = _assemble(
        f"{HEADING}\n{_entry(1)}", f"## Daily Papers (2024-01-01)\n{_entry(1)}", f"## Other (2024-01-02)\n{_entry(1)}"
    )
    assert [str(digest.id) for digest in days.digests] == [
        "daily-papers/2024-01-01",
        "daily-papers/2024-01-02",
        "other/2024-01-02",
    ]
    assert days.problems == ()
