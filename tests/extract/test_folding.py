"""Spellings of one name fold together, different names do not."""

import pytest

from papergraph.extract.folding import fold


@pytest.mark.parametrize(("one", "other"), [("LLaMA 3", "Llama-3"), ("NoLiMa", "NOLIMA"), ("강화 학습", "강화학습")])
def test_spellings_are_one(one: str, other: str) -> None:
    """Case, spaces and hyphens do not tell names apart."""
    assert fold(one) == fold(other)


def test_plural_is_one_with_singular() -> None:
    """An English plural is the same thing; a name that merely ends in two s is not cut."""
    assert fold("VLMs") == fold("VLM")
    assert fold("Mass") == "mass"


def test_versions_differ() -> None:
    """Numbers tell versions apart."""
    assert fold("Qwen2") != fold("Qwen2.5")
