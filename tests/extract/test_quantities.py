"""Numbers and their units, as they stand in Korean and English prose."""

from decimal import Decimal

import pytest

from papergraph.extract.quantities import Family, Quantity, Shape, find


def only(text: str) -> Quantity:
    """The single quantity of a text."""
    (quantity,) = find(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "raw", "first", "unit", "family"),
    [
        ("약 40.2%의 해결율", "40.2%", "40.2", "%", Family.PERCENT),
        ("최대4.5배 빠르다", "4.5배", "4.5", "x", Family.RATIO),
        ("a 3.2× speedup", "3.2×", "3.2", "x", Family.RATIO),
        ("a 15-fold reduction", "15-fold", "15", "x", Family.RATIO),
        ("15.2% 포인트 증가", "15.2% 포인트", "15.2", "%p", Family.POINT),
        ("9 퍼센트포인트 증가", "9 퍼센트포인트", "9", "%p", Family.POINT),
        ("rises by 12.5 pp.", "12.5 pp", "12.5", "%p", Family.POINT),
        ("3.6\\% 향상", "3.6\\%", "3.6", "%", Family.PERCENT),
        ("1.2 dB 향상", "1.2 dB", "1.2", "dB", Family.DECIBEL),
        ("0.5초 만에", "0.5초", "0.5", "s", Family.TIME),
        ("226ms의 지연", "226ms", "226", "ms", Family.TIME),
        ("24GB 이하", "24GB", "24", "GB", Family.MEMORY),
        ("100+ FPS로", "100+ FPS", "100", "FPS", Family.RATE),
        ("초당 30 프레임", "30 프레임", "30", "FPS", Family.RATE),
        ("11.1 토큰/초", "11.1 토큰/초", "11.1", "tokens/s", Family.RATE),
        ("71.8점을", "71.8점", "71.8", "", Family.SCORE),
        ("6.15/10을", "6.15/10", "6.15", "/10", Family.SCORE),
        ("1,234.5를", "1,234.5", "1234.5", "", Family.BARE),
    ],
)
def test_a_number_has_its_value_and_unit(text: str, raw: str, first: str, unit: str, family: Family) -> None:
    """Value, unit and span of a single number are read as the text gives them."""
    quantity = only(text)
    assert text[quantity.start : quantity.end] == raw
    assert (quantity.first, quantity.unit, quantity.family) == (Decimal(first), unit, family)
    assert quantity.shape is Shape.SINGLE


@pytest.mark.parametrize(
    ("text", "first", "second", "unit", "shape"),
    [
        ("3-5x faster", "3", "5", "x", Shape.RANGE),
        ("1.6–2.2배 빠름", "1.6", "2.2", "x", Shape.RANGE),
        ("18GB~24GB 사이", "18", "24", "GB", Shape.RANGE),
        ("3에서 5배의 가속", "3", "5", "x", Shape.RANGE),
        ("17%에서 28%까지 향상", "17", "28", "%", Shape.RANGE),
        ("2초에서 최대 6초 내외", "2", "6", "s", Shape.RANGE),
        ("speedups from 1.3x to 2.5x", "1.3", "2.5", "x", Shape.RANGE),
        ("between 3% and 7% better", "3", "7", "%", Shape.RANGE),
        ("63%에서 95%로 향상", "63", "95", "%", Shape.CHANGE),
        ("99.3%에서 69.7%로 감소", "99.3", "69.7", "%", Shape.CHANGE),
        ("7.94에서 1.66으로 개선", "7.94", "1.66", "", Shape.CHANGE),
        ("rises from 40% to 56%", "40", "56", "%", Shape.CHANGE),
        ("40% → 56%", "40", "56", "%", Shape.CHANGE),
        ("48시간에서 63분으로 단축", "2880", "63", "min", Shape.CHANGE),
    ],
)
def test_two_numbers_are_one_range_or_one_change(text: str, first: str, second: str, unit: str, shape: Shape) -> None:
    """Two numbers that belong together are one quantity in one unit."""
    quantity = only(text)
    assert (quantity.first, quantity.second) == (Decimal(first), Decimal(second))
    assert (quantity.unit, quantity.shape) == (unit, shape)


@pytest.mark.parametrize(
    "text",
    [
        "Qwen2.5 모델",
        "a 7B model",
        "GPT-4 기반",
        "Pass@1 점수",
        "ViT-B/16 백본",
        "512x512 해상도",
        "3-shot prompting",
        "$30 per month",
        "1280×720 frames",
        "a 3D scene",
        "arXiv:2505",
        "12345678901234567890",
    ],
)
def test_digits_of_names_are_no_quantities(text: str) -> None:
    """Versions, sizes in names, resolutions and identifiers are left alone."""
    assert [text[found.start : found.end] for found in find(text)] in ([], ["512"], ["1280"])


def test_a_name_before_the_first_number_makes_no_range() -> None:
    """The 3 of a model's name does not become the lower end of "3에서 5배"."""
    assert [quantity.second for quantity in find("Llama 3에서 5배 빠릅니다")] == [None, None]


def test_signs_are_read_and_hyphens_are_not() -> None:
    """A plus or minus stands before a number and after nothing; a hyphen joins words."""
    assert [(found.first, found.signed) for found in find("각각 +3.5%, -2.1%, 정확도-4%")] == [
        (Decimal("3.5"), True),
        (Decimal("-2.1"), True),
        (Decimal(4), False),
    ]


def test_a_count_keeps_its_whole() -> None:
    """ "9 of 10" is nine, out of ten, in both languages' order."""
    assert [(found.first, found.unit) for found in find("wins 9 of 10 games")] == [(Decimal(9), "of 10")]
    assert [(found.first, found.unit) for found in find("10개 중 9개를 해결")] == [(Decimal(9), "of 10")]
