"""Depth is told apart from length, and brackets from text."""

import io
import json

import pytest

from papergraph.store.nesting import DEEPEST, too_deep


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (json.dumps([[]] * 5_000), False),
        (json.dumps({"x": '[{"\\' * 5_000}), False),
        ("[" * DEEPEST + "]" * DEEPEST, False),
        ("[" * (DEEPEST + 1), True),
        ('{"a\\\\":' * (DEEPEST + 1), True),
    ],
)
def test_json(text: str, expected: bool) -> None:
    """Brackets count outside strings only, and only as long as they are open."""
    assert too_deep(io.BytesIO(text.encode()), is_json=True) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a:a> <a:b> "[[[" .\n' * 5_000, False),
        ("<a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> .\n" * 5_000, False),
        ("<<( <a:a> <a:b> " * (DEEPEST + 1), True),
        ("<< <a:a> <a:b> " * (DEEPEST + 1), True),
    ],
)
def test_triples_in_triples(text: str, expected: bool) -> None:
    """Many triple terms are fine; one within the other without end is not."""
    assert too_deep(io.BytesIO(text.encode()), is_json=False) is expected


@pytest.mark.parametrize("is_json", [True, False])
def test_chunks_end_anywhere(is_json: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bracket, an escape or a quotation mark at the end of a chunk counts as it would within one."""
    monkeypatch.setattr("papergraph.store.nesting._CHUNK", 3)
    flat = '["\\"[[\\\\", 1]' if is_json else "<<( <a> )>> " * 2_000
    deep = '["\\"",' * 1_001 if is_json else "<<( <a:a> " * 1_001
    assert too_deep(io.BytesIO((flat * 1_001 if is_json else flat).encode()), is_json=is_json) is False
    assert too_deep(io.BytesIO(deep.encode()), is_json=is_json) is True
