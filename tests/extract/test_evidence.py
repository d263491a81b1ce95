"""Names of a weak shape: a capitalised word or two letters need more than their looks."""

from collections.abc import Callable

import pytest

from papergraph.model import Entity

Find = Callable[..., Entity | None]


@pytest.mark.parametrize(
    ("surface", "text"),
    [
        ("Zorble", "모델은 Zorble 조정을 거쳐 좋아졌다."),
        ("ZQ", "이 그림은 ZQ 지도를 바꾼다."),
        ("Morvian", "상태는 Morvian 성질을 가진다."),
        ("Gather", "먼저 Gather 단계에서 모은다."),
        ("Peebly", "최근 연구(예: Peebly & Xu, 2031)가 있다."),
        ("Ankly", "Ankly 등은 작은 모델을 썼다."),
    ],
)
def test_a_word_that_merely_looks_like_a_name_is_none(entity: Find, surface: str, text: str) -> None:
    """Adjectives, steps, people, and words that nothing else speaks for make no node."""
    assert entity(surface, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "우리는 Zorble을 사용하여 화면을 만들었다.",
        "Zorble보다 두 배 빠르다.",
        "Zorble 데이터셋에서 실험했다.",
        "새로운 방법인 Zorble을 제안한다.",
        "Zorble은 빠르다. 나중에 Zorble을 공개한다.",
    ],
)
def test_what_the_sentence_says_of_it_makes_it_a_name(entity: Find, text: str) -> None:
    """A tool, a rival, a dataset, something proposed, or a word said again is a name of its own."""
    assert entity("Zorble", text) is not None
