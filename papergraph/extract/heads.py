"""Head nouns: the last word of a term, or the noun beside a name, tells its class."""

import re
from functools import lru_cache

from papergraph.model import ConceptClass
from papergraph.particles import PARTICLES

_ENGLISH = {
    ConceptClass.METHOD: (
        "framework method methodology approach algorithm architecture pipeline system module mechanism "
        "strategy technique paradigm protocol "
        "network net attention optimization optimizer learning training pretraining pre-training post-training tuning "
        "finetuning fine-tuning distillation quantization pruning sampling sampler decoding encoding encoder "
        "decoder adapter adaptor "
        "adaptation injector tokenizer tokenization embedding regularization normalization loss search "
        "transformer autoencoder convolution "
        "augmentation prompting alignment fusion routing router scheduling scheduler agent planner modulation "
        "interpolation "
        "parallelism caching cache self-play bootstrapping reranking reranker voting decomposition guidance "
        "diffusion splatting "
        "rendering masking merging initialization compression controller toolkit library engine platform tool "
        "interface "
        "infrastructure layer block head kernel gradient backpropagation filtering deduplication scaling "
        "gating clustering "
        "mixture-of-experts experts field fields proposals service weight techniques injection rollout curriculum "
        "reweighting inversion interpretability judge generator-network projector backbone codebook simulator recipe "
        "factorization verification verifier steering editing-framework unlearning watermarking probing "
        "retriever attack defense "
        "resampler predictor classifier detector selector refiner aligner upsampler compressor segmenter "
        "reconstruction-network policy reparameterization parameterization dropout gan vae rnn cnn mlp lstm "
        "ssm moe nerf rag rlhf ppo gnn"
    ),
    ConceptClass.MODEL: "model llm lm vlm mllm lmm lvlm vlms slm",
    ConceptClass.DATASET: "dataset benchmark corpus corpora leaderboard testbed suite arena collection bench",
    ConceptClass.TASK: (
        "generation classification recognition detection segmentation estimation answering translation "
        "summarization retrieval "
        "reconstruction understanding reasoning captioning synthesis editing localization tracking prediction "
        "forecasting parsing "
        "extraction completion inpainting animation planning navigation manipulation recommendation task "
        "transfer grounding "
        "super-resolution denoising restoration deblurring matting stylization identification disambiguation "
        "entailment "
        "following solving attribution interpretation"
    ),
    ConceptClass.METRIC: (
        "accuracy score rate error precision recall metric latency throughput ratio perplexity f1 similarity "
        "distance fidelity consistency"
    ),
}
_KOREAN = {
    ConceptClass.METHOD: (
        "프레임워크 방법 방법론 접근법 접근방식 접근 방식 알고리즘 아키텍처 파이프라인 시스템 모듈 메커니즘 "
        "매커니즘 전략 기법 기술 패러다임 프로토콜 네트워크 "
        "어텐션 최적화 학습 훈련 튜닝 조정 증류 양자화 가지치기 샘플링 디코딩 인코딩 인코더 디코더 어댑터 "
        "적응기 인젝터 토크나이저 토큰화 임베딩 정규화 "
        "손실 탐색 트랜스포머 오토인코더 컨볼루션 증강 프롬프팅 융합 라우팅 에이전트 병렬화 캐시 스플래팅 "
        "렌더링 초기화 압축 도구 툴 툴킷 라이브러리 플랫폼 엔진 "
        "인프라 레이어 계층 블록 구조 함수 컴포넌트 구성요소 알고리듬 개념 절차 전략 인터페이스 접근법 솔루션 "
        "워크플로우 시뮬레이터 시뮬레이션 해석기 생성기 "
        "리샘플러 예측기 분류기 탐지기 추정기 업샘플러 압축기 "
        "검증기 검색기 옵티마이저 손실함수 프로세스 방안 기능 레시피 환경 이론 정책 언어"
    ),
    ConceptClass.MODEL: "모델 언어모델 모델군 패밀리 시리즈 체크포인트 모델들",
    ConceptClass.DATASET: (
        "데이터셋 데이터세트 벤치마크 코퍼스 말뭉치 리더보드 데이터 테스트베드 시험셋 테스트셋 평가셋 테스트 "
        "지식기반 컬렉션 모음 아레나"
    ),
    ConceptClass.TASK: (
        "생성 분류 인식 탐지 검출 분할 추정 번역 요약 검색 재구성 복원 이해 추론 캡셔닝 합성 편집 추적 예측 "
        "파싱 추출 완성 추천 질의응답 응답 과제 작업 태스크 "
        "매칭 식별 내비게이션 조작 문제"
    ),
    ConceptClass.METRIC: "정확도 점수 스코어 지표 비율 오류율 성공률 오차 지연 처리량 메트릭 승률 유사도",
}
_KNOWN_ENGLISH = {word: cls for cls, words in _ENGLISH.items() for word in words.split()}
_KNOWN_KOREAN = {word: cls for cls, words in _KOREAN.items() for word in words.split()}
_WORD = re.compile(r"[A-Za-z0-9][\w\-]*|[가-힣]+")
_LONGEST = 7
_METHOD_BEFORE_MODEL = frozenset(
    ["diffusion", "generative", "noise", "flow", "mixture", "autoregressive", "flow-matching", "score-based"]
)
_KINDS = {
    ConceptClass.METHOD: (
        "framework method methods approach algorithm architecture pipeline system module mechanism strategy "
        "technique paradigm protocol agent library toolkit "
        "platform tool engine network loss adapter encoder decoder tokenizer 프레임워크 방법 방법론 접근법 "
        "접근방식 방식 알고리즘 아키텍처 파이프라인 시스템 모듈 메커니즘 "
        "매커니즘 전략 기법 기술 패러다임 프로토콜 네트워크 에이전트 도구 라이브러리 플랫폼 엔진 어댑터 인코더 "
        "디코더 토크나이저 손실 레이어 계층 구조 컴포넌트 시뮬레이터 시뮬레이션 "
        "스킬 툴킷 툴 환경 솔루션 옵티마이저 스킴 개념 함수"
    ),
    ConceptClass.MODEL: "model models llm mllm vlm llms 모델 언어모델 패밀리 시리즈 체크포인트",
    ConceptClass.DATASET: (
        "dataset datasets benchmark benchmarks corpus leaderboard testbed testsuite 데이터셋 데이터세트 "
        "벤치마크 코퍼스 말뭉치 리더보드 데이터 테스트베드 시험셋 테스트셋 평가셋 "
        "지식기반 컬렉션 모음 테스트 지식베이스"
    ),
    ConceptClass.TASK: "task tasks 과제 작업 태스크",
    ConceptClass.METRIC: "metric metrics 지표 점수 스코어 메트릭",
}
_KIND_OF = {word: cls for cls, words in _KINDS.items() for word in words.split()}


def of_english(phrase: str) -> ConceptClass | None:
    """Return the class that the last word of an English phrase tells, None when it tells none."""
    words = phrase.split()
    if not words:
        return None
    last = words[-1].casefold().strip(".,;:'\"()")
    if len(words) > 1 and last.startswith("model") and words[-2].casefold() in _METHOD_BEFORE_MODEL:
        return ConceptClass.METHOD
    found = _KNOWN_ENGLISH.get(last)
    if found is None and last.endswith("s"):
        found = _KNOWN_ENGLISH.get(last[:-1]) or (_KNOWN_ENGLISH.get(last[:-2]) if last.endswith("es") else None)
    if found is None and "-" in last:
        found = _KNOWN_ENGLISH.get(last.rsplit("-", 1)[1])
    return found


def kind(noun: str) -> ConceptClass | None:
    """Return the class that a noun beside a name tells of it (``… 데이터셋``), None when it tells none."""
    words = noun.split()
    if not words:
        return None
    last = words[-1]
    return _from_table(last, _KIND_OF) if "가" <= last[0] <= "힣" else _KIND_OF.get(last.casefold().strip(".,"))


@lru_cache(maxsize=20_000)
def of_korean(word: str) -> ConceptClass | None:
    """Return the class that a Korean noun tells, with or without particles behind it; None when it tells none."""
    return _from_table(word, _KNOWN_KOREAN)


def _from_table(word: str, table: dict[str, ConceptClass]) -> ConceptClass | None:
    for cut in range(len(word), 1, -1):
        if cut < len(word) and word[cut:] not in PARTICLES:
            continue
        for length in range(min(cut, _LONGEST), 1, -1):
            found = table.get(word[cut - length : cut])
            if found is not None:
                return found
    return None


def of_tail(phrase: str) -> ConceptClass | None:
    """Return the class that the last word of a phrase tells, in either language."""
    words = _WORD.findall(phrase)
    if not words:
        return None
    last = words[-1]
    return of_korean(last) if "가" <= last[0] <= "힣" else of_english(last)
