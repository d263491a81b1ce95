"""Formats: which reader is taken, and how another one joins."""

import pytest

from papergraph.errors import UnknownNameError
from papergraph.sources.reader import Contents, Reader, Text
from papergraph.sources.registry import READERS, named, recognise


def _nothing(text: Text) -> Contents:
    return Contents(parts=(), problems=(), seen=0)


LOUD = Reader(name="loud", suffixes=(".loud",), recognises=str.isupper, read=_nothing)
ANY = Reader(name="any", suffixes=(".any",), recognises=bool, read=_nothing)


def test_first_that_recognises_reads() -> None:
    """The order of the registry decides between readers that both recognise a text."""
    assert recognise("HELLO", readers=(LOUD, ANY)) is LOUD
    assert recognise("hello", readers=(LOUD, ANY)) is ANY
    assert recognise("", readers=(LOUD, ANY)) is None


def test_digest_is_recognised() -> None:
    """The registry's own readers recognise a digest and leave prose alone."""
    assert recognise("## Daily Papers (2024-01-02)\n") is READERS[0]
    assert recognise("Just prose.") is None


def test_reader_by_name() -> None:
    """A reader is found by its name."""
    assert named("daily-papers").name == "daily-papers"


def test_unknown_name_lists_the_known() -> None:
    """A name nobody knows is an error that lists those there are, nearest first."""
    with pytest.raises(UnknownNameError) as caught:
        named("anny", readers=(LOUD, ANY))
    assert caught.value.known == ("any", "loud")
    assert caught.value.hint == "try: any, loud"


def test_names_are_unique() -> None:
    """No two readers share a name."""
    assert len({reader.name for reader in READERS}) == len(READERS)
