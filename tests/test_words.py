"""Texts and questions come to the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.words import neighbours, words


def forms(text: str) -> list[str]:
    """Return the forms under which the words of ``text`` are indexed."""
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("강화학습을", "강화학습"),
        ("모델에서는", "모델"),
        ("전문가의", "전문가"),
        ("재평가를", "재평가"),
        ("GRPO를", "grpo"),
        ("Qwen2.5-7B에", "qwen 2.5 7b"),
        ("GPT4o", "gpt-4o"),
        ("Policies", "policy"),
        ("transformers", "Transformer"),
        ("training", "trained"),
        ("quantized", "quantizing"),
        ("Ｆｕｌｌ", "full"),
        ("Fréchet", "frechet"),
    ],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    """Particles, endings, width, case and accents do not tell words apart."""
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bias", "bia"),
        ("loss", "los"),
        ("ring", "r"),
        ("평가", "평"),
        ("온라인", "온라"),
        ("양자화", "양자"),
        ("7B", "8B"),
    ],
)
def test_words_that_only_look_like_a_form(one: str, other: str) -> None:
    """What ends like a particle or an ending but is none stays whole."""
    assert forms(one) != forms(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SWE-bench Verified", ["swebench", "benchverifi"]),
        ("강화 학습을", ["강화학습"]),
        ("GPT-4o", []),
        ("LLM 모델", []),
        ("one, two", []),
    ],
)
def test_neighbours_are_written_as_one(text: str, expected: list[str]) -> None:
    """Words of one script are one word with their neighbour; numbers and what stands further apart are not."""
    assert [word.form for word in neighbours(list(words(text)))] == expected


@given(st.text())
def test_places_are_those_of_the_words(text: str) -> None:
    """Words stand in order, do not overlap, and each has letters or digits only."""
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert text[word.start : word.end].isalnum()
        assert word.form
        end = word.end
