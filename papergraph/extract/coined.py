"""General terms that an entry coins: a Korean noun phrase with a technical head that the sentence does something with.

``클래스 특성화 정규화를 도입``, ``다중 과제 에이전트 훈련 패러다임을 제안``. The words before the head may be any
nouns, so the verb is asked for: what is proposed, designed, used is a thing; what merely stands there is prose.
"""

import re
from collections.abc import Iterator

from papergraph.extract import glosses
from papergraph.extract.candidates import Candidate
from papergraph.extract.lexicon import Lexicon
from papergraph.model import ConceptClass
from papergraph.wordlists import words

RULE = "coined/1"

#: One noun before these makes a term.
_NARROW_HEADS = frozenset(
    words("""
    어댑터 손실 정규화 인코더 디코더 임베딩 가이던스 샘플러 리샘플러 토크나이저 증류 어텐션 라우팅 라우터 양자화
    트랜스포머 프롬프팅 튜닝 파인튜닝 미세조정 네트워크 리파인먼트
    """)
)
#: These are said of much, so that two nouns must narrow them.
_WIDE_HEADS = frozenset(
    words("""
    메커니즘 모듈 알고리즘 전략 패러다임 파이프라인 아키텍처 표현 학습 훈련 샘플링 융합 정렬 필터링 모델링 블록 헤드
    함수 병합 증강
    """)
)
#: These are everybody's: only what the entry presents is a thing.
_COMMON_HEADS = frozenset(["전략", "알고리즘", "아키텍처", "패러다임", "표현"])
_PRESENTS = "제안|도입|소개|설계|개발|제시|고안"
_EMPLOYS = "활용|사용|채택|적용|통합|통해|추가|구축"
_SEEN = re.compile(
    rf"(?<= )(?P<head>{'|'.join(sorted(_NARROW_HEADS | _WIDE_HEADS))})"
    rf"(?:\([^()\n]{{0,60}}\))?(?:(?:[와과]| 및|,) [^.,()\n]{{4,40}}?[을를] (?:[가-힣]+ )?(?P<listed>{_PRESENTS})"
    rf"|[을를] (?:[가-힣]+ ){{0,2}}?(?:(?P<presents>{_PRESENTS})|{_EMPLOYS}))"
)
_WORD = re.compile(r"[가-힣A-Za-z0-9\-]+(?:\.\d[A-Za-z0-9\-]*)? $")
_HANGUL = re.compile(r"[가-힣]")
_REACH = 36
_LONGEST = 5  # words before the head
_NARROWING = 2
_LEADING = frozenset(["특정", "표준", "경량", "실제", "전체"])
#: Words that end the phrase to the left: verbs, adverbs, and nouns that belong to the clause before.
_ENDS = frozenset(
    words("""
    중에 중 후에 전에 때에 제안 새 기존 주요 추가 최신 및 과 와 등 때 채 수 후 한 두 세 네 함께 먼저
    주로 대부분 보통 대신 일반 표준 여러 다른 모든 특별히 같이 것과 내에 이때 작은 긴 짧은 깊은 얕은 높은
    낮은 넓은 더욱 매우 가장 단순 간단 동시 경우 동안 결과 이용 사용 활용 위해 통해 대해 의해 따라 또한
    """)
)
_OF_A_VERB = re.compile(
    r"(?:[해서고며록춘킨긴게히려져어아던른]|[하되않]지|하여|되어|가진|갖춘|어진|[A-Za-z0-9][가이]|[가-힣]{2}가)$"
)
_NOUN_AFTER_ALL = frozenset(
    words("""
    음악 방어 언어 단어 제어 센서 문서 순서 로그 광고 참고 사고 그래프 오디오 히스토리 카테고리 라이브러리 이미지
    메시지 페이지 스테이지 패키지 단서 진단서 이해 경고 신고 창고 재고 보고 회고 케어 소프트웨어 하드웨어 레이어
    플레이어 영어 한국어 다국어 자연어 질의어 명령어 에너지 인지 감지 탐지 동작인지 키 이어 쿼리 스토리 메모리 정서
    피해 평가 전문가 증가 추가 부가 국가
    """)
)
#: Nouns that stand before heads in prose as well as in terms.
_VAGUE = frozenset(
    words("""
    학습 훈련 교육 최적화 평가 추론 생성 데이터 데이터셋 모델 언어 대형 대규모 고품질 기반 큰 작은 최고 시각 사전
    자체 전체 성능 효율 입력 출력 내부 외부 단일 다중 핵심 기본 전용 별도 연구 방법 기술 문제 해결 이미지 비디오
    텍스트 음성 오디오 LLM LLMs AI 멀티모달 사용자 하이브리드 고급 개선 향상 맞춤 시스템 프로그램 분석 테스트 검증
    처리 신경 딥 머신 러닝
    """)
)


def find(text: str, *, title_end: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield the terms that the text behind the title coins."""
    for match in _SEEN.finditer(text, title_end):
        head, start = match.group("head"), match.start("head")
        first, nouns = _nouns_before(text, start, lexicon)
        if not nouns or not _is_narrow(head, nouns):
            continue
        presented = match["presents"] or match["listed"]
        if not presented and (head in _COMMON_HEADS or _ends_in_a_known_term(text, first, match.end("head"), lexicon)):
            continue
        yield Candidate(
            start=first, end=match.end("head"), rule=RULE, cls=ConceptClass.METHOD, proper=False, strength=1
        )


def _nouns_before(text: str, end: int, lexicon: Lexicon) -> tuple[int, list[str]]:
    """Return where the nouns before ``end`` begin, and the nouns, the nearest first; none when one is a known name."""
    first = end
    nouns: list[str] = []
    while len(nouns) < _LONGEST:
        match = _WORD.search(text, max(0, first - _REACH), first)
        if match is None:
            break
        word = match.group()[:-1]
        if word in _ENDS or (_HANGUL.search(word) and _is_no_noun(word)):
            break
        if word[0].isascii() and _is_name(word, lexicon):
            return end, []
        first = match.start()
        nouns.append(word)
    while nouns and nouns[-1] in _LEADING:
        first += len(nouns.pop()) + 1
    return first, nouns


def _is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a Latin word is a name of its own, which the phrase must not swallow (``CLIP 특징 증류``)."""
    term = lexicon.find(word)
    return term is not None and term.proper and term.cls is not None


def _is_no_noun(word: str) -> bool:
    if word in _NOUN_AFTER_ALL:
        return False
    return glosses.ends_a_phrase(word) or _OF_A_VERB.search(word) is not None


def _is_narrow(head: str, nouns: list[str]) -> bool:
    """Whether enough of the nouns tell which of its kind the head is; a name before it tells whose it is."""
    if not _HANGUL.search(nouns[0]):
        return False
    telling = sum(len(noun.split("-")) for noun in nouns if noun not in _VAGUE)
    return telling >= (1 if head in _NARROW_HEADS else _NARROWING)


def _ends_in_a_known_term(text: str, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows the phrase without its first words (``표준 [지도 학습]``)."""
    place = first
    while " " in text[place:end]:
        if lexicon.find(text[place:end]) is not None:
            return True
        place = text.find(" ", place, end) + 1 or end
    return False
