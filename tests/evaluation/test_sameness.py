"""Spellings that are one name, and texts that are one number."""

import pytest

from papergraph.evaluation.sameness import predicted_value, same_name, same_value, value_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SWE-bench Verified", "SWE bench verified"),
        ("diffusion models", "Diffusion Model"),
        ("Qwen2.5", "Qwen25"),
        ("ＧＲＰＯ", "grpo"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    """Case, width, joiners and an English plural do not make another name."""
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(("one", "other"), [("C++", "C"), ("Pass@1", "Pass1"), ("BERTs", "BERT x"), ("loss", "los")])
def test_two_names(one: str, other: str) -> None:
    """Signs that tell names apart stay, and not every s is a plural."""
    assert same_name(one) != same_name(other)


@pytest.mark.parametrize(
    ("predicted", "gold", "same"),
    [
        ("71.5%", "71.5 퍼센트", True),
        ("4.5배", "4.5x", True),
        ("1,200", "1200", True),
        ("15.2% 포인트", "+15.2%", True),
        ("63%에서 95%로", "95%", True),
        ("95%", "63% → 95%", True),
        ("3-5x", "3x", True),
        ("71.5%", "71.6%", False),
        ("71.5", "71.5%", False),
        ("-2%", "2%", False),
        ("2%", "-2%", True),
        ("1, 2 and 3%", "2%", False),
        ("many", "71.5%", False),
    ],
)
def test_values(predicted: str, gold: str, same: bool) -> None:
    """Numbers and units must agree; one side of a pair is enough; no minus where the gold has none."""
    assert same_value(value_of(predicted), value_of(gold)) is same


def test_raw_text_comes_first() -> None:
    """The raw text gives number and unit; the value gives the sign, and both where there is no raw text."""
    assert predicted_value(raw="2% 감소", value="-2", unit="%").negative
    assert predicted_value(raw=None, value="4.5", unit="x") == value_of("4.5x")
    assert predicted_value(raw="4.5", value="4.5", unit="x").unit == ""
