"""General terms that an entry coins: which noun phrases are things, and which are prose."""

import pytest

from papergraph.extract import coined
from papergraph.extract.lexicon import Lexicon


def terms(text: str, lexicon: Lexicon) -> set[str]:
    """Return the surfaces of the terms that ``text`` coins."""
    return {text[one.start : one.end] for one in coined.find(text, title_end=0, lexicon=lexicon)}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("본 연구는 깃털 결 정규화를 도입합니다.", "깃털 결 정규화"),
        ("우리는 둥지 위치 예측 모듈을 설계했습니다.", "둥지 위치 예측 모듈"),
        ("학습에는 날갯짓 인식 임베딩을 사용한다.", "날갯짓 인식 임베딩"),
        ("여기에 부리 모양 손실(beak shape loss)을 제안한다.", "부리 모양 손실"),
        ("부리 인식 어댑터와 깃털 손실을 제안한다.", "부리 인식 어댑터"),
        ("특정 깃털 손실을 도입했다.", "깃털 손실"),
    ],
)
def test_what_the_sentence_proposes_or_employs_is_a_term(lexicon: Lexicon, text: str, term: str) -> None:
    """A technical head that nouns narrow, as the object of a telling verb, is one term from its first noun on."""
    assert term in terms(text, lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "새로운 학습 전략을 제안합니다.",  # nothing narrows the head
        "효율적인 최적화 알고리즘을 사용한다.",
        "깃털 결 정규화가 어렵다.",  # nothing is done with it
        "표준 강화 학습을 사용한다.",  # a known term behind a word that is none of it
        "Qwen2.5 임베딩을 사용한다.",  # the name says whose it is
        "부리 Qwen2.5 깃털 손실을 제안한다.",  # a known name would be swallowed
        "이를 이용해 손실 함수를 설계한다.",
    ],
)
def test_prose_coins_nothing(lexicon: Lexicon, text: str) -> None:
    """Vague words, other verbs, known terms and names make no new term."""
    assert terms(text, lexicon) == set()
