"""The Daily Papers format: days, entries, and every kind of dirt seen in real digests."""

import time
from datetime import date

import pytest

from papergraph.model import Digest, Listing, PaperId, Severity
from papergraph.sources.daily_papers import READER, read, recognises
from papergraph.sources.days import assemble
from papergraph.sources.reader import Contents, Text

DIRTY_DAY = """\
## Daily Papers (2024-06-12)

### [Kites and [SEP] Tokens (Revisited): A \\method Study](https://arxiv.org/abs/2406.00001v3)

![](https://example.org/kite.png)

Vote: 41

Authors: ['Ada Kim', "Sean O'Neil", 'Lee, Jr., Bo']

- **What's New**: KiteNet은 연을 나는 방법입니다(flying; FLY).
- **Technical Details**: 세 부분입니다:
1) 실을 감는다.
  - nested 항목
2) 실을 푼다.
- ***Performance Highlights:*** 정확도가 3.5% 올랐습니다.
### [Second, glued to the first](http://arxiv.org/pdf/2406.00002.pdf)
[Watch Video](https://example.org/a.mp4)
<div><video controls src="https://example.org/a.mp4" muted="false"></video></div>
[Watch Video]https://example.org/b.mp4
authors : Ada Kim, Ada  Kim, +, Bo Lee
VOTE: -

- 첫 번째 항목입니다.
- 두 번째 항목입니다.

### Not a link at all

- lost text

### [No such place](https://example.org/paper/7)

- lost text

### [Prose](https://huggingface.co/papers/2406.00003)

Vote: many

One paragraph of prose,
in two lines.

Another paragraph with **bold** inside.

**Limitations**

It cannot swim.
"""


def _read(content: str, *, file: str = "d.md", path: str | None = None) -> Contents:
    return read(Text(file=file, path=path, content=content))


def _digests(content: str) -> tuple[Digest, ...]:
    return assemble(_read(content).parts).digests


def _listing(body: str) -> Listing:
    (digest,) = _digests(f"## Daily Papers (2024-01-02)\n\n### [T](https://arxiv.org/abs/2401.00001)\n{body}")
    return digest.listings[0]


def _sections(body: str) -> list[tuple[str | None, str]]:
    return [(section.heading, section.text) for section in _listing(body).sections[1:]]


def test_dirty_day_is_read_whole() -> None:
    """Titles, ids, votes, authors and sections of a dirty day come out as a person reads them."""
    (digest,) = _digests(DIRTY_DAY)
    assert (str(digest.id), digest.title) == ("daily-papers/2024-06-12", "Daily Papers (2024-06-12)")
    first, second, third = digest.listings
    assert first.title == "Kites and [SEP] Tokens (Revisited): A \\method Study"
    assert first.paper == PaperId(scheme="arxiv", local="2406.00001")
    assert (first.votes, first.rank) == (41, 1)
    assert first.authors == ("Ada Kim", "Sean O'Neil", "Lee, Jr., Bo")
    assert not first.authors_incomplete
    assert [(section.position, section.heading, section.text) for section in first.sections] == [
        (0, None, first.title),
        (1, "What's New", "KiteNet은 연을 나는 방법입니다(flying; FLY)."),
        (2, "Technical Details", "세 부분입니다:\n1) 실을 감는다.\n  - nested 항목\n2) 실을 푼다."),
        (3, "Performance Highlights", "정확도가 3.5% 올랐습니다."),
    ]
    assert (second.paper.local, second.votes, second.rank) == ("2406.00002", None, 2)
    assert (second.authors, second.authors_incomplete) == (("Ada Kim", "Bo Lee"), True)
    assert [section.text for section in second.sections[1:]] == ["첫 번째 항목입니다.", "두 번째 항목입니다."]
    assert (third.paper.local, third.votes, third.rank, third.authors) == ("2406.00003", None, 3, ())
    assert [(section.heading, section.text) for section in third.sections[1:]] == [
        (None, "One paragraph of prose,\nin two lines."),
        (None, "Another paragraph with **bold** inside."),
        ("Limitations", "It cannot swim."),
    ]


def test_every_problem_says_where() -> None:
    """Each piece of dirt is reported once, with its line; lost entries are errors."""
    contents = _read(DIRTY_DAY)
    assert [(problem.code, problem.line, problem.severity) for problem in contents.problems] == [
        ("author-list-repr", 9, Severity.NOTE),
        ("author-repeated", 21, Severity.NOTE),
        ("entry-without-link", 27, Severity.ERROR),
        ("entry-unknown-address", 31, Severity.ERROR),
        ("votes-unreadable", 37, Severity.WARNING),
    ]
    assert contents.seen == 5


@pytest.mark.parametrize(
    ("heading", "source", "day"),
    [
        ("## Daily Papers (2024-01-02)", "daily-papers", date(2024, 1, 2)),
        ("##Daily Papers (2024-1-2)  ", "daily-papers", date(2024, 1, 2)),
        ("# C++ Weekly 2024.01.02", "c-plus-plus-weekly", date(2024, 1, 2)),
        ("## 오늘의 논문 [2024/01/02]", "오늘의-논문", date(2024, 1, 2)),
        ("## (2024-01-02)", "daily-papers", date(2024, 1, 2)),
    ],
)
def test_heading_names_source_and_day(heading: str, source: str, day: date) -> None:
    """The words of the heading are the source, the date behind them is the day."""
    (digest,) = _digests(f"{heading}\n### [T](https://arxiv.org/abs/2401.00001)\n")
    assert (digest.id.source, digest.id.day) == (source, day)


@pytest.mark.parametrize(
    "heading", ["## Daily Papers (2024-13-02)", "## Daily Papers (2023-02-29)", "## X (0000-01-01)"]
)
def test_impossible_date_loses_its_entries_aloud(heading: str) -> None:
    """Below a date that there is not, each entry is an error; the next day is read."""
    link = "### [T](https://arxiv.org/abs/2401.00001)"
    contents = _read(f"{heading}\n{link}\n## Daily Papers (2024-01-03)\n{link}\n")
    assert [(problem.code, problem.line) for problem in contents.problems] == [
        ("day-without-date", 1),
        ("entry-without-day", 2),
    ]
    assert [str(part.id) for part in contents.parts] == ["daily-papers/2024-01-03"]


@pytest.mark.parametrize(
    ("path", "day", "title"),
    [
        ("/x/2023/11/22.md", "daily-papers/2023-11-22", "Daily Papers (2023-11-22)"),
        ("/x/2025-05-07.md.gz", "daily-papers/2025-05-07", "Daily Papers (2025-05-07)"),
        ("/x/hf_trending-20250507.txt", "hf-trending/2025-05-07", "hf_trending (2025-05-07)"),
        ("/x/2023/11-22/any.md", "any/2023-11-22", "any (2023-11-22)"),
    ],
)
def test_without_heading_the_name_tells_the_day(path: str, day: str, title: str) -> None:
    """A file without heading takes day and source from its name or its folders."""
    (part,) = _read("\n### [T](https://arxiv.org/abs/2401.00001)\n", path=path).parts
    assert (str(part.id), part.title) == (day, title)


@pytest.mark.parametrize("path", [None, "/x/notes.md", "/x/2023/99/99.md", "/1999/01/01/a/b/c/d/notes.md"])
def test_without_any_date_each_entry_is_an_error(path: str | None) -> None:
    """Where neither a heading nor a name tells the day, nothing is guessed."""
    contents = _read(
        "### [T](https://arxiv.org/abs/2401.00001)\n- text\n### [U](https://arxiv.org/abs/2401.00002)", path=path
    )
    assert [problem.code for problem in contents.problems] == ["entry-without-day"] * 2
    assert (contents.parts, contents.seen) == ((), 2)


def test_same_day_alone_or_among_others_is_the_same_digest() -> None:
    """A day reads the same from a file of its own and from a file with many days."""
    days = [
        f"## Daily Papers (2024-01-0{n})\n\n### [T{n}](https://arxiv.org/abs/2401.0000{n})\n\n- text {n}\n\n"
        for n in (1, 2)
    ]
    together = _digests("\n".join(days))
    assert together == tuple(digest for day in days for digest in _digests(day.strip()))


def test_repeated_heading_is_one_day_in_order() -> None:
    """The same heading again in one file goes on with that day."""
    heading = "## Daily Papers (2024-10-18)"
    (digest,) = _digests(
        f"{heading}\n### [B](https://arxiv.org/abs/2410.00002)\n{heading}\n### [A](https://arxiv.org/abs/2410.00001)\n"
    )
    assert [(listing.title, listing.rank) for listing in digest.listings] == [("B", 1), ("A", 2)]


def test_heading_without_date_stays_text_and_is_reported() -> None:
    """A heading that names no day loses nothing below it."""
    contents = _read(
        "## D (2024-01-02)\n### [T](https://arxiv.org/abs/2401.00001)\n- one\n## Summary\ntwo\n"
        "### [U](https://arxiv.org/abs/2401.00002)\n"
    )
    (part,) = contents.parts
    assert [(s.heading, s.text) for s in part.entries[0].listing.sections[1:]] == [(None, "one"), ("Summary", "two")]
    assert [(problem.code, problem.line) for problem in contents.problems] == [("heading-without-date", 4)]
    assert len(part.entries) == 2


def test_text_outside_entries_is_noted() -> None:
    """A preamble is left out, and said to be."""
    contents = _read("# Archive\n\nhello\n## D (2024-01-02)\nwelcome\n### [T](https://arxiv.org/abs/2401.00001)\n")
    assert [(p.code, p.line) for p in contents.problems] == [("text-outside-entries", 1), ("text-outside-entries", 5)]


def test_day_without_entries_is_no_digest() -> None:
    """A heading with nothing below it warns and makes no document."""
    contents = _read("## Daily Papers (2024-01-02)\n\n")
    assert ([problem.code for problem in contents.problems], contents.parts) == (["day-empty"], ())


def test_very_long_line_costs_one_entry() -> None:
    """An entry with a line of more than a million characters is rejected, its neighbours stay."""
    link = "### [T](https://arxiv.org/abs/2401.0000{})\n"
    contents = _read(f"## D (2024-01-02)\n{link.format(1)}{'x' * 1_100_000}\n{link.format(2)}- ok\n")
    assert [(problem.code, problem.line) for problem in contents.problems] == [("entry-line-too-long", 2)]
    assert [entry.listing.paper.local for entry in contents.parts[0].entries] == ["2401.00002"]


def test_too_many_headings_are_one_problem() -> None:
    """A file of nothing but headings does not become millions of problems."""
    contents = _read("## D (2024-01-02)\n" + "###\n" * 100_001)
    assert [problem.code for problem in contents.problems] == ["file-too-many-headings"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DIRTY_DAY, True),
        ("### [T](https://arxiv.org/abs/2401.00001)", True),
        ("## Daily Papers (2024-99-99)\n", True),
        ("# Changes\n\n## [1.0.0] - 2024-01-02\n\n### Added\n", False),
        ("Just prose about 2024-01-02.\n#### [x](y)\n", False),
        ("", False),
    ],
)
def test_recognises_digests_only(text: str, expected: bool) -> None:
    """A dated heading or an entry's link is what makes a digest; a changelog is none."""
    assert recognises(text) is expected
    assert READER.recognises(text) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- a\n\n- b\n* c\n• d", [(None, "a"), (None, "b"), (None, "c"), (None, "d")]),
        ("- a\n  - b\n\n    c\n- d", [(None, "a\n  - b\n\n    c"), (None, "d")]),
        ("- a\nlazy\n\nparagraph\nof two", [(None, "a\nlazy"), (None, "paragraph\nof two")]),
        ("1. a\n2. b", [(None, "a"), (None, "b")]),
        ("- **A**: x\n- **B:** y\n- ***C***:z\n- **D** w", [("A", "x"), ("B", "y"), ("C", "z"), (None, "**D** w")]),
        ("**A**\n- x\n- **B**: y\n\n#### C\n\nz", [("A", "x"), ("B", "y"), ("C", "z")]),
        ("- **A**\n  x", [("A", "x")]),
        ("- **A**:\n  - x\n  - y", [("A", "- x\n  - y")]),
        ("- **A**:\n- x", [(None, "**A**:"), (None, "x")]),
        ("text\n\n**Alone**\n", [(None, "text"), (None, "**Alone**")]),
        ("- **모델 (Model)**:설명", [("모델 (Model)", "설명")]),
        ("- GPT-4: not a heading", [(None, "GPT-4: not a heading")]),
        ("---\n- a\n\n***\n", [(None, "a")]),
        ("<p align='center'><img src='x'></p>\n<b>kept</b> text", [(None, "<b>kept</b> text")]),
        ("![a](b) ![c](d)\n[![e](f)](g)\n![h](i) with words", [(None, "![h](i) with words")]),
        ("-\n- \n", []),
    ],
)
def test_sections_follow_the_markdown(body: str, expected: list[tuple[str | None, str]]) -> None:
    """Items and paragraphs at the top level are sections; headings are taken off, the text stays exact."""
    assert _sections(body) == expected


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("Vote: 12", 12),
        ("votes:7", 7),
        ("**Vote**: 1,234", 1234),
        ("**Vote:** 5", 5),
        ("Vote: -", None),
        ("Vote:", None),
        ("Vote: -3", None),
        ("Vote: 1e9", None),
        (f"Vote: {'9' * 5000}", None),
        ("Vote: 0", 0),
    ],
)
def test_votes_are_numbers_or_unknown(line: str, votes: int | None) -> None:
    """Votes are read in the forms people write; what is no number is unknown, never zero."""
    listing = _listing(f"\n{line}\n\n- text")
    assert listing.votes == votes
    assert [section.text for section in listing.sections[1:]] == ["text"]


def test_second_line_of_votes_warns() -> None:
    """Two lines that contradict keep the first and say so."""
    contents = _read("## D (2024-01-02)\n### [T](https://arxiv.org/abs/2401.00001)\nVote: 1\nVote: 2\nVote: 1\n")
    assert contents.parts[0].entries[0].listing.votes == 1
    assert [(problem.code, problem.line) for problem in contents.problems] == [("votes-repeated", 4)]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("[Learning [0,1) Intervals](https://arxiv.org/abs/2401.00001)", "Learning [0,1) Intervals"),
        ("[A] B](https://arxiv.org/abs/2401.00001)", "A] B"),
        ("1. [Numbered](https://arxiv.org/abs/2401.00001)", "Numbered"),
        ("**[Bold](https://arxiv.org/abs/2401.00001)**", "Bold"),
        ("[ <b>HTML</b> & more ]( <https://arxiv.org/abs/2401.00001> 'x')", None),
        ("[ <b>HTML</b> & more ]( <https://arxiv.org/abs/2401.00001> )", "<b>HTML</b> & more"),
        ("[One](https://arxiv.org/abs/2401.00001) [code](https://example.org)", "One"),
        ("[tab\there\u202e](https://arxiv.org/abs/2401.00001)", "tab here"),
        ("[](https://arxiv.org/abs/2401.00001)", None),
        ("[no address]()", None),
        ("[open](https://arxiv.org/abs/2401.00001", None),
    ],
)
def test_titles_are_kept_as_listed(heading: str, title: str | None) -> None:
    """Brackets, markup and numbers around a title do no harm; without title or address the entry is lost aloud."""
    contents = _read(f"## D (2024-01-02)\n### {heading}\n")
    titles = [entry.listing.title for part in contents.parts for entry in part.entries]
    assert titles == ([title] if title else [])
    assert bool([problem for problem in contents.problems if problem.severity is Severity.ERROR]) is (title is None)


@pytest.mark.parametrize(
    "line",
    [
        " " * 900_000 + "x",
        "**a" * 300_000,
        "![](a)" * 150_000 + "x",
        "- " * 450_000 + "x",
        "<" * 900_000,
        "Vote:" + " " * 900_000 + "x",
        "Authors: [" + "'a'," * 225_000,
        "#### " + "#" * 900_000 + " x",
        "### " + "[" * 900_000,
        "### [a](" + "(" * 900_000,
        "## " + "(" * 900_000 + "2024-01-01",
    ],
    ids=lambda line: line.strip()[:10],
)
def test_hostile_lines_take_no_time(line: str) -> None:
    """Lines made to trap patterns are read in time that grows with their length only."""
    start = time.process_time()
    _read(f"## D (2024-01-02)\n### [T](https://arxiv.org/abs/2401.00001)\n{line}\n")
    assert time.process_time() - start < 5
