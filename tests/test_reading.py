"""One text at a time through the extractor."""

import io

import pytest

from papergraph.errors import InputError, UsageError
from papergraph.extract.pipeline import Extractor
from papergraph.model import ConceptClass, PaperId
from papergraph.reading import ReadEntry, read_text

ENTRY = "### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)\n\nVote: 3\n\nFooNet은 GRPO를 활용합니다.\n"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def names(entry: ReadEntry) -> dict[str, ConceptClass]:
    return {entity.name: entity.cls for entity in entry.reading.entities}


def test_a_paragraph(extractor: Extractor) -> None:
    """A paragraph is one entry without a paper, and its spans cut out what was found."""
    (entry,) = read_text("FooNet은 GRPO를 활용합니다.", extractor=extractor).entries

    assert entry.listing.paper == PaperId(scheme="text", local="1")
    assert names(entry)["GRPO"] is ConceptClass.METHOD
    mention = entry.reading.entities[-1].mentions[0]
    assert entry.listing.sections[mention.section].text[mention.start : mention.end] == "GRPO"


def test_the_items_of_an_entry(extractor: Extractor) -> None:
    """Items with headings become sections as they would in a digest."""
    text = "- ***What's New***: 새로운 프레임워크 FooNet을 제안합니다.\n- ***Technical Details***: GRPO를 활용합니다."

    (entry,) = read_text(text, extractor=extractor).entries

    assert [section.heading for section in entry.listing.sections] == [None, "What's New", "Technical Details"]


@pytest.mark.parametrize("text", [ENTRY, f"## Daily Papers (2025-05-07)\n\n{ENTRY}", io.BytesIO(ENTRY.encode())])
def test_an_entry(extractor: Extractor, text: str | io.BytesIO) -> None:
    """An entry is read as a build would read it, with a day above it or without."""
    (entry,) = read_text(text, extractor=extractor).entries

    assert entry.listing.paper == PaperId(scheme="arxiv", local="2505.00001")
    assert entry.listing.title == "FooNet: Graphs that Read"
    assert "GRPO" in names(entry)


def test_a_digest(extractor: Extractor) -> None:
    """Each entry of a digest is read; one that cannot be is a problem."""
    done = read_text(
        f"{ENTRY}\n{ENTRY.replace('00001', '00002')}\n### no link\n\n### [Foo](nowhere)\n", extractor=extractor
    )

    assert [entry.listing.paper.local for entry in done.entries] == ["2505.00001", "2505.00002"]
    assert {problem.code for problem in done.problems} == {"entry-without-link", "entry-unknown-address"}


def test_a_title_helps(extractor: Extractor) -> None:
    """A title that is given is section 0 of the paragraph."""
    (entry,) = read_text("그래프를 읽습니다.", title="FooNet: Graphs that Read", extractor=extractor).entries

    assert entry.listing.sections[0].text == "FooNet: Graphs that Read"
    assert "FooNet" in names(entry)


def test_two_titles(extractor: Extractor) -> None:
    """A title for an entry that has its own is a contradiction."""
    with pytest.raises(UsageError):
        read_text(ENTRY, title="Foo", extractor=extractor)


@pytest.mark.parametrize("text", ["", " \n ", "### [Foo](nowhere)\n\nfoo"])
def test_nothing_to_read(extractor: Extractor, text: str) -> None:
    """No text, and entries none of which can be read, are refused."""
    with pytest.raises(InputError):
        read_text(text, extractor=extractor)


def test_bytes_that_are_no_text(extractor: Extractor) -> None:
    """A stray byte is repaired and reported."""
    done = read_text(io.BytesIO("FooNet은 GRPO를 활용합니다. ".encode() + b"\xff"), extractor=extractor)

    assert done.problems
    assert "GRPO" in names(done.entries[0])
