"""Sentences of Korean and English prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("첫 문장입니다. 둘째 문장입니다.", ["첫 문장입니다.", "둘째 문장입니다."]),
        ("It reaches 3.5 points. Then it stops!", ["It reaches 3.5 points.", "Then it stops!"]),
        ("Qwen2.5를 씁니다. 끝", ["Qwen2.5를 씁니다.", "끝"]),
        ("Tools, e.g. search, help. 둘째", ["Tools, e.g. search, help.", "둘째"]),
        ("Ryan A. Rossi wrote it. Done.", ["Ryan A. Rossi wrote it.", "Done."]),
        ('그는 "끝."이라고 했다. 다음', ['그는 "끝."이라고 했다.', "다음"]),
        ("한 줄\n다음 줄", ["한 줄", "다음 줄"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    """Sentences end at their marks and at line ends, not inside numbers, initials or abbreviations."""
    assert [text[start:end] for start, end in sentences.split(text)] == expected


def test_around_returns_the_sentence_of_a_span() -> None:
    """The sentence of a span is the one that holds it, in code points."""
    text = "첫째 문장. GRPO를 씁니다. 셋째."
    start = text.index("GRPO")

    low, high = sentences.around(text, start, start + 4)

    assert text[low:high] == "GRPO를 씁니다."


@given(st.text(max_size=300))
def test_split_loses_nothing_but_white_space(text: str) -> None:
    """Every character that is no white space stands in exactly one sentence."""
    pieces = [text[start:end] for start, end in sentences.split(text)]

    assert "".join("".join(piece.split()) for piece in pieces) == "".join(text.split())
