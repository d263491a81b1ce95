"""Reading all that people bring: the intake as a whole, on our own digests and on the corpus."""

import gzip
import io
import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.errors import InputError, UnknownNameError
from papergraph.model import Listing, Severity
from papergraph.sources import Intake, format_names, read
from papergraph.sources.reader import Contents, Reader, Text

Write = Callable[[str, str | bytes], str]

DAY = (
    "## Daily Papers (2024-01-0{n})\n\n### [Paper {n}](https://arxiv.org/abs/2401.0000{n})\n\nVote: {n}\n\n- text {n}\n"
)


def _listings(intake: Intake) -> list[Listing]:
    return [listing for digest in intake.digests for listing in digest.listings]


def _is_accounted_for(intake: Intake) -> bool:
    lost = sum(problem.code.startswith("entry-") for problem in intake.problems)
    return intake.entries == len(_listings(intake)) + lost


def _codes(intake: Intake) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in intake.problems]


def _from_bytes(data: bytes) -> Intake:
    return read(["-"], stdin=io.BytesIO(data))


# ---------------------------------------------------------------------------------------------------------------------
# Our own digests


def test_folder_stdin_and_gzip_read_alike(write: Write) -> None:
    """A day is the same digest from a file, a folder, a packed file and standard input."""
    day = DAY.format(n=1)
    write("a/one.md", day)
    write("b/two.md.gz", gzip.compress(day.replace("\n", "\r\n").encode()))
    intakes = [read(["a"]), read("b"), read(["a/one.md", "./a/one.md"]), _from_bytes(day.encode())]
    assert len({intake.digests for intake in intakes}) == 1
    assert [(intake.files, intake.entries, intake.problems) for intake in intakes] == [(1, 1, ())] * 4


def test_days_are_sorted_and_may_come_in_several_files(write: Write) -> None:
    """Digests are in order of their day; files of one day are read together."""
    write("z.md", DAY.format(n=1))
    write("a.md", DAY.format(n=2) + "\n" + DAY.format(n=1).replace("00001", "00009"))
    intake = read(["a.md", "z.md"])
    assert [(str(digest.id), len(digest.listings)) for digest in intake.digests] == [
        ("daily-papers/2024-01-01", 2),
        ("daily-papers/2024-01-02", 1),
    ]
    assert read(["z.md", "a.md"]).digests == intake.digests


def test_problems_carry_the_name_as_given(write: Write) -> None:
    """Problems are sorted and name the file as the user did."""
    write("d/b.md", "## Daily Papers (2024-01-01)\n### nothing\n### [x](y)\n")
    write("d/a.md", b"")
    intake = read(["d"])
    assert _codes(intake) == [
        ("d/a.md", "file-empty"),
        ("d/b.md", "entry-without-link"),
        ("d/b.md", "entry-unknown-address"),
    ]
    assert (intake.digests, intake.entries) == ((), 2)
    assert _codes(_from_bytes(b"### x\n### [T](https://arxiv.org/abs/2401.00001)")) == [("-", "entry-without-day")] * 2


def test_file_that_is_no_digest_is_worse_when_it_was_asked_for(write: Write) -> None:
    """A stray text in a folder is a warning, one that was named itself is an error."""
    write("d/LICENSE.md", "All rights given.\n")
    write("d/day.md", DAY.format(n=1))
    assert [problem.severity for problem in read(["d"]).problems] == [Severity.WARNING]
    assert [problem.severity for problem in read(["d/LICENSE.md"]).problems] == [Severity.ERROR]
    assert read(["d"]).files == 1


def test_missing_path_raises(write: Write) -> None:
    """A path that is not there is an error, before anything else is read."""
    with pytest.raises(InputError, match=r"nowhere\.md"):
        read(["nowhere.md"])


def test_format_overrides_recognition(write: Write) -> None:
    """A named format reads what nobody recognises, and its own endings in folders; an unknown one is an error."""

    def shout(text: Text) -> Contents:
        return Contents(parts=(), problems=(), seen=len(text.content.split()))

    loud = Reader(name="loud", suffixes=(".loud",), recognises=lambda text: False, read=shout)
    write("d/x.loud", "HEY HO")
    assert read(["d"], format="loud", readers=(loud,)).entries == 2
    assert _codes(read(["d/x.loud"], readers=(loud,))) == [("d/x.loud", "file-unrecognised")]
    assert _codes(read(["d/x.loud"], format="daily-papers")) == [("d/x.loud", "file-unrecognised")]
    assert format_names() == ("daily-papers",)
    with pytest.raises(UnknownNameError, match="daily-paper"):
        read(["d"], format="daily-paper")


def test_fifty_megabytes_in_a_line_are_one_problem(write: Write) -> None:
    """A line of 50 MB costs its entry, and the file's other entries are read."""
    write("big.md", DAY.format(n=1).encode() + b"x" * 50_000_000 + b"\n\n" + DAY.format(n=2).encode())
    intake = read(["big.md"])
    assert _codes(intake) == [("big.md", "entry-line-too-long")]
    assert [listing.title for listing in _listings(intake)] == ["Paper 2"]


@given(st.binary(max_size=300), st.sampled_from([b"", DAY.format(n=1).encode(), b"## X (2024-01-01)\n### ["]))
def test_no_bytes_raise(data: bytes, start: bytes) -> None:
    """Any bytes end in digests and problems, all accounted for."""
    assert _is_accounted_for(_from_bytes(start + data))


_LINES = st.sampled_from(
    [
        "## Daily Papers (2024-01-01)",
        "## Daily Papers (2024-01-02)",
        "## Daily Papers (2024-99-02)",
        "## Notes",
        "### [A](https://arxiv.org/abs/2401.00001)",
        "### [B [x]](https://arxiv.org/abs/2401.00002v2)",
        "### [C](https://example.org/c)",
        "### D",
        "#### E",
        "Vote: 3",
        "Vote: x",
        "Authors: ['Ada Kim', 'Bo Lee', '+']",
        "- **What's New**: text",
        "  - nested",
        "**Alone**",
        "1. one",
        "![](https://example.org/a.png)",
        "prose",
        "",
    ]
)


@given(st.lists(_LINES, max_size=40))
def test_every_entry_is_accounted_for(lines: list[str]) -> None:
    """Whatever order lines come in, each entry is a listing or a problem, and positions and ranks have no gaps."""
    intake = _from_bytes("\n".join(lines).encode())
    assert _is_accounted_for(intake)
    if intake.files:
        assert intake.entries == sum(line.startswith("### ") for line in lines)
    for digest in intake.digests:
        assert [listing.rank for listing in digest.listings] == list(range(1, len(digest.listings) + 1))
        for listing in digest.listings:
            assert [section.position for section in listing.sections] == list(range(len(listing.sections)))
            assert all(section.text == section.text.strip() != "" for section in listing.sections)


@given(st.permutations([DAY.format(n=n) for n in (1, 2, 3)] + [DAY.format(n=1).replace("text", "other")]))
def test_order_of_days_in_a_file_changes_nothing_but_reports(days: list[str]) -> None:
    """Days that stand apart read the same in any order."""
    digests = _from_bytes("\n".join(days).encode()).digests
    assert [str(digest.id) for digest in digests] == [f"daily-papers/2024-01-0{n}" for n in (1, 2, 3)]
    assert digests[1:] == _from_bytes((DAY.format(n=3) + DAY.format(n=2)).encode()).digests


# ---------------------------------------------------------------------------------------------------------------------
# The corpus


@pytest.fixture(scope="session")
def intake(corpus: Path) -> Intake:
    """Return the intake of all real days."""
    return read([str(corpus / "digests")])


@pytest.mark.corpus
def test_corpus_is_read_whole(intake: Intake) -> None:
    """All 265 days and 3,591 entries are read, and none is lost."""
    listings = _listings(intake)
    assert (intake.files, len(intake.digests)) == (265, 265)
    assert (intake.entries, len(listings), len({listing.paper for listing in listings})) == (3591, 3591, 3590)
    assert [(Path(file).name, code) for file, code in _codes(intake) if code == "file-unrecognised"] == [
        ("LICENSE.md", "file-unrecognised")
    ]
    assert not [problem for problem in intake.problems if problem.severity is Severity.ERROR]


@pytest.mark.corpus
def test_corpus_dirt_is_repaired(intake: Intake, corpus: Path) -> None:
    """The counts of each kind of dirt are those that a search of the files finds."""
    listings = _listings(intake)
    assert Counter(problem.code for problem in intake.problems)["author-list-repr"] == 137
    assert sum(listing.authors_incomplete for listing in listings) == 115
    assert not [name for listing in listings for name in listing.authors if "'" in (name[0], name[-1]) or "[" in name]
    text = "\n".join(path.read_text() for path in sorted((corpus / "digests").glob("20*/*/*.md")))
    assert text.count("\nVote: -\n") == 32
    without = len(listings) - text.count("\nVote: ")
    assert sum(listing.votes is None for listing in listings) == 32 + without
    assert sum(not listing.authors for listing in listings) == len(listings) - text.count("\nAuthors: ")


@pytest.mark.corpus
def test_corpus_sections_are_exact(intake: Intake, corpus: Path) -> None:
    """Each section's text stands in its file letter by letter, and no letter of prose is missing."""
    removed = {ord(character): None for character in map(chr, range(32)) if character not in "\t\n"}
    for digest in intake.digests:
        path = corpus / "digests" / digest.id.day.strftime("%Y/%m/%d.md")
        raw = path.read_text().translate(removed)
        for listing in digest.listings:
            assert len(listing.sections) > 1
            for section in listing.sections:
                assert section.text in raw
                raw = raw.replace(section.text, "", 1)
                assert f"**{section.heading}**" in raw or section.heading is None
        prose = [line for line in raw.split("\n") if line.strip(" -*:") and not line.startswith(_NO_PROSE)]
        assert [line for line in prose if not line.startswith(("- **", "### [](", "- ***"))] == []


_NO_PROSE = ("## ", "Vote: ", "Authors: ", "![](", "<div><video", "<video", "[Watch Video]")


@pytest.mark.corpus
def test_corpus_is_the_same_in_any_order(intake: Intake, corpus: Path) -> None:
    """Files in another order, one by one, give equal digests."""
    paths = [str(path) for path in (corpus / "digests").glob("20*/*/*.md")]
    random.Random(7).shuffle(paths)
    assert read(paths).digests == intake.digests


@pytest.mark.corpus
def test_corpus_is_the_same_in_one_file(intake: Intake, corpus: Path) -> None:
    """All days in one file read like each in its own."""
    paths = sorted((corpus / "digests").glob("20*/*/*.md"), reverse=True)
    together = "\n".join(path.read_text() for path in paths)
    assert _from_bytes(together.encode()).digests == intake.digests


@pytest.mark.corpus
def test_corpus_is_read_quickly(corpus: Path) -> None:
    """All days are read in seconds: in processor time, so that a busy machine does not matter."""
    start = time.process_time()
    read([str(corpus / "digests")])
    assert time.process_time() - start < 3


@pytest.mark.corpus
def test_seed_day(corpus: Path) -> None:
    """The seed day has 17 listings with votes and ranks, and 127 authors."""
    intake = read([str(corpus / "seed")])
    (digest,) = intake.digests
    assert (str(digest.id), intake.problems) == ("daily-papers/2025-05-07", ())
    assert [listing.rank for listing in digest.listings] == list(range(1, 18))
    assert all(listing.votes for listing in digest.listings)
    assert len({author for listing in digest.listings for author in listing.authors}) == 127


@pytest.mark.corpus
def test_development_days(corpus: Path) -> None:
    """Many days in one file, English prose without votes or authors too, are read whole."""
    english, korean = read([str(corpus / "dev" / "en_dev.md")]), read([str(corpus / "dev" / "ko_dev.md")])
    assert (english.entries, len(english.digests), english.problems) == (12, 11, ())
    assert {len(listing.sections) for listing in _listings(english)} == {2}
    assert (korean.entries, len(_listings(korean))) == (38, 38)
