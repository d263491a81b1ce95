"""General technical terms that no lexicon lists: a head that only such terms have, behind nouns that qualify it.

``이중-코드북 아키텍처``, ``희소 어텐션``, ``full-length fine-tuning``. Both the heads and the nouns are lists, for most
words before a head (new, efficient, the data's) make no term.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from papergraph.extract.candidates import Candidate
from papergraph.extract.stopwords import SMALL
from papergraph.model import ConceptClass
from papergraph.particles import DETERMINERS, PARTICLES
from papergraph.wordlists import words

RULE = "compound/2"
TITLE_RULE = "compound-title/1"

_KOREAN_HEADS = (
    "미세 조정",
    "확산 모델",
    "디퓨전 모델",
    *words("""
    어텐션 인코더 디코더 임베딩 트랜스포머 컨볼루션 오토인코더 토크나이저 어댑터 적응기 양자화 증류 정규화
    클러스터링 프롬프팅 미세조정 파인튜닝 샘플링 가지치기 라우팅 디코딩 토큰화 매개변수화 아키텍처 인코딩 보간
    """),
)
_KOREAN_MODIFIERS = frozenset(
    words("""
    이미지 비디오 오디오 텍스트 음성 시각 언어 비전 픽셀 시맨틱 토큰 코드북 문서 단어 문장 쿼리 사용자 아이템 위치
    상대 절대 회전 그래프 노드 로봇 액션 동작 모션 포즈 얼굴 의미 잠재 특징 주파수 희소 풀 교차 자기 자가
    크로스 셀프 멀티헤드 소프트맥스 선형 지역 로컬 글로벌 전역 계층적 계층 다중 이중 듀얼 삼중 동적 정적 적응형
    적응적 조건부 비조건부 점진적 순차적 병렬 추측적 투기적 확률적 이산 연속 스트림 듀얼-스트림 시간 공간 시공간
    시간적 공간적 심도 깊이 로그 스케일 도메인 멀티모달 다국어 교사 학생 일관성 점수 지식 가중치 활성화 레이어
    채널 블록 그룹 벡터 스칼라 잔차 인과 양방향 윈도우 슬라이딩 세그먼트 프롬프트 명령어 지시 강화 지도 비지도
    감독 대조 메타 연합 전이 소프트 하드 접두사 저랭크 저차원 계수 인스턴스 객체 장면 포인트 클라우드 푸리에
    웨이블릿 트리 그리디 빔 핵 온도 중요도 기각 비디오-텍스트 정책 가치 보상 선호 스펙트럼 스펙트로그램 멜 음향
    화자 뉴럴 신경 하이브리드 기하 기하학적 포스트 트레이닝 키-값 로타리 재귀 순환 변분 노이즈 제거 캐스케이드
    스파스 랜덤 멀티 모달 스트리밍 온라인 어휘 뷰 다변수 3D 2D 4D
    """)
)
_ENGLISH_HEADS = words("""
    fine-tuning finetuning distillation quantization pruning attention backpropagation interpolation compression
    tokenization parallelism prompting decoding
    """)
_ENGLISH_MODIFIERS = frozenset(
    words("""
    visual vision token position positional cross self sparse dense linear local global full masked causal grouped
    query key value cache context prompt instruction reward direct policy teacher student knowledge feature weight
    activation mixed precision supervised unsupervised contrastive adversarial progressive structured unstructured
    vector residual product layer head channel image video text speech audio speculative parallel greedy beam
    constrained tensor pipeline sequence expert gradient model score consistency latent pixel patch byte subword
    hierarchical multi-head group sliding window flash paged in-context few-shot zero-shot soft hard prefix
    """)
)
_KOREAN = re.compile(rf"(?P<head>{'|'.join(_KOREAN_HEADS)})(?P<after>[가-힣]*)")
_ENGLISH_HEAD = re.compile("|".join(_ENGLISH_HEADS))
_ENGLISH = re.compile(rf"\b(?P<head>{_ENGLISH_HEAD.pattern})\b")
_PIECE = re.compile(r"\S+")
_WIDE_HEADS = frozenset(["아키텍처", "인코딩", "디코딩", "보간", "임베딩", "인코더"])
_PARTS = re.compile(r"[\s\-]+")
_NARROWING = 2
_GOES_ON = re.compile(
    r" (?!(?:in|on|for|with|of|and|or|to|is|are|as|by|from|that|which|at|via|can|while|but|without|using|between|over|"
    r"under|"
    r"during|through|into|than|has|have|we|it)\b)[a-z]{4,}"
)
_REACH = 40
_LEFT_ALONE = frozenset({None, ConceptClass.METRIC})
_COMPOUND_MODIFIER = re.compile(r"(?:[가-힣]+-)+[가-힣]*[^\W은는이가을를의에와과로도]|(?:[a-z0-9]+-)+[a-z]{2,}")
_BARE = re.compile(r"[가-힣]{2,}(?:-[가-힣]+)*|[234]D")
_INFLECTED = re.compile(
    r"(?:[은는이가을를의에와과로도서며고여해게면지만나든히니된한인던할될운른린진난친음랑듯적써쳐처]|까지|부터|보다|처럼|마다|들|"
    r"하기|되기|없이|같이)$"
)
#: What stands before a term without a particle and makes no other term of it.
_NO_NOUNS = DETERMINERS | frozenset(
    words("""
    현재 아직 항상 보통 널리 자주 거의 오직 단지 흔히 점점 점차 계속 결국 모두 직접 함께 먼저 우선 다시 매우 가장
    바로 이미 더욱 훨씬 물론 동안 경우 이후 이전 향후 당시 사후 이번 아니라 현대 고급 표준 다른 어떤 기타 일부 특정
    특수 다수 대다수 대부분 전체 최첨단 최종 최적 최고 고품질 대규모 소규모 오픈소스 소스 추가 초기 기본 수준 후속
    실제 핵심 별도 자체 자동 기반 중심 방식 결과 선생 교사 학생
    """)
)
_NOUNS = 3
_TITLE_WORD = re.compile(r"(?!\d+(?:[x×%]|$))[A-Z0-9][\w/+\-]+|[a-z]+-[a-z]+")
_ENDS = re.compile(
    r"$|[:?!,;()–—\n]|\s(?:-|for|in|of|on|to|from|under|towards?|at|via|with|using|through|without|over|across|is|are|as|"
    r"by)\b"
)
_NO_QUALITY = ("ing", "-efficient", "-scale")
#: What a title says of how good a thing is, and what else stands before one: verbs, numerals, "LLM".
_PRAISE = SMALL | frozenset(
    words("""
    accurate across advanced against among autonomous better beyond can compact consistent data diverse do does down
    during effective efficient embodied enhance enhances evaluate fast faster flexible frontier generalist
    generalizable help helps high high-efficient high-fidelity high-quality hinders improve improved improves just
    large lightweight llm llms long-context low low-latency make makes meets model models modern new novel one only
    open open-source optimal personalized photorealistic powerful practical precise provable quality real-time
    reliable relightable safe scalable scale simple small strong stronger through toward towards trustworthy
    tuning-free ultra-fast unified up various versatile via vlm within without your zero-shot
    """)
)
_LOOSE = frozenset(["기반", "중심", "유사", "방식", "수준"])


def find(text: str, *, title_end: int) -> Iterator[Candidate]:
    """Yield the compound terms of ``text`` behind the title."""
    for match in _KOREAN.finditer(text, title_end):
        if not match.group("after") or match.group("after") in PARTICLES:
            yield from _candidate(text, match, _KOREAN_MODIFIERS)
    for match in _ENGLISH.finditer(text, title_end) if _ENGLISH_HEAD.search(text, title_end) else ():
        yield from _candidate(text, match, _ENGLISH_MODIFIERS)


def extend(text: str, candidates: Iterable[Candidate], *, title_end: int) -> Iterator[Candidate]:
    """Yield, for general terms of the lexicon that a noun qualifies, the longer term (``다국어 언어 모델링``)."""
    candidates = list(candidates)
    yield from _joined(text, candidates)
    bodily = list(_in_body(text, [one for one in candidates if one.start >= title_end]))
    yield from bodily
    extended = {one.end for one in bodily}
    bare = {id(one.term) for one in candidates if one.start >= title_end and one.end not in extended}
    yield from _in_title(text, candidates, bare=bare, title_end=title_end)


def _in_body(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    ends = {one.start: one.end for one in candidates if one.cls is ConceptClass.TASK}
    named = Counter(id(one.term) for one in candidates)
    stops = sorted(one.end for one in candidates)
    for candidate in candidates:
        if candidate.proper or candidate.cls in _LEFT_ALONE or not "가" <= text[candidate.start] <= "힣":
            continue
        if named[id(candidate.term)] > 1:
            continue  # the entry calls it by its bare name as well
        start = _reach_back(text, candidate.start, _qualifies)
        if candidate.cls is ConceptClass.TASK and text[candidate.end : candidate.end + 1] != "(":
            start = min(start, max(_behind(text, stops, candidate.start), _reach_back(text, candidate.start, _is_noun)))
        if start < candidate.start and ends.get(start, 0) <= candidate.start:  # [텍스트-이미지 생성] 모델
            yield _longer(candidate, start, RULE)


def _behind(text: str, stops: list[int], start: int) -> int:
    """Where the words behind the last candidate before ``start`` begin."""
    place = bisect_left(stops, start)
    if not place:
        return 0
    behind = text.find(" ", stops[place - 1], start) + 1
    return behind or start  # none behind a hyphen: Diffusion-Based


def _longer(candidate: Candidate, start: int, rule: str) -> Candidate:
    return candidate._replace(start=start, rule=rule, term=None, strength=1, head=candidate.term)


def _in_title(text: str, candidates: Iterable[Candidate], *, bare: set[int], title_end: int) -> Iterator[Candidate]:
    """Yield, for general terms that the title qualifies, the longer term (``Controllable`` ``Video Editing``)."""
    known = [one for one in candidates if one.end <= title_end]
    stops = sorted(one.end for one in known)
    for candidate in known:
        if candidate.proper or candidate.cls in _LEFT_ALONE or not text[candidate.start].isascii():
            continue
        if id(candidate.term) in bare or not _ENDS.match(text, candidate.end):
            continue
        start = _title_start(text, candidate.start, _behind(text, stops, candidate.start))
        if start < candidate.start:
            yield _longer(candidate, start, TITLE_RULE)


def _title_start(text: str, end: int, bound: int) -> int:
    start = end
    if text[end - 1 : end] != " ":
        return end
    for word in reversed(list(_PIECE.finditer(text, bound, end))[-_NOUNS:]):
        if not _qualifies_in_title(word.group()):
            break
        start = word.start()
    return start


def _qualifies_in_title(word: str) -> bool:
    return (
        _TITLE_WORD.fullmatch(word) is not None
        and word.casefold() not in _PRAISE
        and not word.casefold().endswith(_NO_QUALITY)
    )


def _joined(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Yield the term that two neighbours make (``디코더 전용`` ``트랜스포머``)."""
    methods = {one.start: one for one in candidates if not one.proper and one.cls is ConceptClass.METHOD}
    for first in methods.values():
        second = methods.get(first.end + 1)
        if second is not None and text[first.end] == " " and "가" <= text[first.end - 1] <= "힣":
            yield Candidate(start=first.start, end=second.end, rule=RULE, cls=second.cls, proper=False, strength=1)


def _candidate(text: str, match: re.Match[str], modifiers: frozenset[str]) -> Iterator[Candidate]:
    start = _reach_back(text, match.start("head"), partial(_qualifies, modifiers=modifiers))
    if start < match.start("head") and not _says_too_little(text, start, match):
        yield Candidate(
            start=start, end=match.end("head"), rule=RULE, cls=ConceptClass.METHOD, proper=False, strength=1
        )


def _says_too_little(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the head is said of much and one noun qualifies it, or the term is the first part of a longer one."""
    head = match.group("head")
    if head in _WIDE_HEADS:
        return len(_PARTS.split(text[start : match.start("head")].strip(" -"))) < _NARROWING
    return head.isascii() and _GOES_ON.match(text, match.end()) is not None


def _reach_back(text: str, end: int, qualifies: Callable[[str], bool]) -> int:
    """Return where the qualifying words right before ``end`` begin; ``end`` when there are none."""
    start = end
    if text[end - 1 : end] not in (" ", "-"):
        return end
    window = text.rfind("\n", max(0, end - _REACH), end) + 1 or max(0, end - _REACH)
    if window and not text[window - 1].isspace():
        window = text.index(" ", window) if " " in text[window:end] else end  # half a word is no word
    for word in reversed(list(_PIECE.finditer(text, window, end))):
        if not qualifies(word.group().rstrip("-")):
            break
        start = word.start()
    return start


def _qualifies(word: str, modifiers: frozenset[str] = _KOREAN_MODIFIERS) -> bool:
    if word in modifiers or word.casefold() in modifiers:
        return True
    hyphenated = _COMPOUND_MODIFIER.fullmatch(word)
    return hyphenated is not None and not any(word.endswith(loose) for loose in _LOOSE)


def _is_noun(word: str) -> bool:
    """Whether a word right before a known term is a noun that makes it another one (``패션`` 이미지 생성)."""
    if _qualifies(word):
        return True
    if word in _NO_NOUNS or not _BARE.fullmatch(word):
        return False
    return not _INFLECTED.search(word)
