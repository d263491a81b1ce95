"""Which of the five classes a thing has, from the words beside its name, its shape, and the lexicon."""

import re

from papergraph.extract import heads
from papergraph.model import ConceptClass

_AFTER = re.compile(r"^['\"’”)]*\s*(?:\([^)]{0,80}\))?['\"’”]*\s*(?P<noun>[가-힣]{2,}|[A-Za-z-]{3,})")
_LISTED = (
    r"(?:\s*(?:,|와|과|및|또는|그리고|and)\s*['\"‘“]?[A-Za-zÀ-ɏ0-9][\w\-.@&+]*(?: [A-Z0-9][\w\-.@&+]*)*"
    r"(?:\([^)]*\))?['\"’”]?)"
)
_KIND = (
    r"(?P<noun>데이터셋|데이터세트|데이터 세트|벤치마크|코퍼스|지표|기법|방법|모델|시험셋|테스트셋|라이브러리|"
    r"프레임워크|도구|알고리즘)"
)
_AFTER_LIST = re.compile(rf"^['\"’”]*{_LISTED}{{1,8}},?\s*(?:[가-힣0-9]+ )?{_KIND}")
_AFTER_EXAMPLES = re.compile(
    rf"^['\"’”]*{_LISTED}{{0,8}},?\s*(?:등의?|같은|[와과] 같은|등과 같은),?\s*(?:[가-힣0-9]+ ){{0,4}}?{_KIND}"
)
_EXAMPLES = re.compile("등|같은")
_CALLED = re.compile(
    r"^['\"’”]*(?:\([^)]{0,80}\))?['\"’”]*\s*(?:이?라는|이?라고 (?:하는|불리는)|이?라 (?:불리는|부르는|"
    r"칭하는))\s(?P<phrase>[^.,]{2,60})"
)
_BEFORE_IN = re.compile(r"(?P<noun>[가-힣]{2,})인,? ['\"‘“]?$")
_BEFORE_NAME = re.compile(
    r"(?:^|[가-힣\s])(?P<noun>데이터 ?셋|데이터 ?세트|트레이닝 세트|훈련 세트|벤치마크|코퍼스|테스트셋|라이브러리|"
    r"툴킷|프레임워크|알고리즘|모델) ['\"‘“]?$"
)
_BEFORE_BRACKET = re.compile(r"(?P<noun>[가-힣A-Za-z]{2,})\s?\((?:예: ?)?(?:[^()]*, )?['\"‘“]?$")
_BEFORE_EN = re.compile(r"\b(?P<noun>[A-Za-z-]{3,}) $")
_PREDICATE = re.compile(r"^['\"’”]*(?:\([^)]{0,80}\))?['\"’”]*(?:은|는)\s(?P<rest>[^\n]{4,200})")
_AT_END = re.compile(r"입니다|이다|이며|으로서|로서|으로,|로,|로서,|이고|인데")
_KIND_AT_END = re.compile(rf"(?P<noun>[가-힣]{{2,}}?)(?:{_AT_END.pattern})")
_PRESENTED = re.compile(r"(?P<noun>[가-힣]{2,}?)(?:을|를) (?:제안|소개|제시|도입|구축|개발|제공|공개)")
_EN_APPOSITION = re.compile(r"^ ?(?:\([^)]{0,80}\))? ?(?:,|is|as|—|-) ?(?:an?|the|our|first) (?P<phrase>[^.;:]{3,120})")
_HANGUL_WORD = re.compile(r"[가-힣]{2,}")
_ENDS_OBJECT = re.compile(r"[을를이가은는로의]$")
_SAID = 5
_EN_STOP = re.compile(
    r"\b(?:that|which|for|to|with|designed|aimed|of|in|on|based|built|serving|enabling|by|using|tailored|"
    r"capable|consisting|containing|and)\b|,"
)
_SIZE_TAIL = re.compile(r"[-_ ]\d+(?:\.\d+)?B\b")
_DATA_SHAPE = re.compile(
    r"(?:bench|Bench|BENCH|QA|Eval|EVAL|Dataset|Corpus|Pile|Arena|Wiki|Net-\d+k|Set|"
    r"Instruct-\d+[KM])(?:[-_+]?[\w.]*)?$|[a-z-]\d+(?:\.\d+)?[kKM]$|^(?:MS)?COCO"
)
_METRIC_SHAPE = re.compile(
    r"@\d+$|@k$|Score$|score$|IoU$|BLEU$|-F1$|^(?:BLEU|ROUGE|FID|PSNR|SSIM|LPIPS|mAP|EER|WER|CER)"
)
_MODEL_SHAPE = re.compile(r"(?:GPT|LLaMA|Llama|LLaVA|Qwen|VLM|LLM|-LM)(?:[-\d.]|$)|^ViT-|BERT(?:$|-)")
_TITLE_DATA = re.compile(r"\b(?:benchmark|dataset|corpus|testbed|leaderboard|bench)\b", re.IGNORECASE)
_TITLE_BREAK = re.compile(
    r"\b(?:for|with|via|through|by|in|of|from|on|towards?|using|to|at|beyond|that)\b", re.IGNORECASE
)
_GERUND = re.compile(r"\w+ing\b|Towards?\b|How\b|Can\b")
_BENCHMARK = re.compile(r"벤치마크|benchmark|bench|Bench|리더보드|leaderboard|평가셋|test suite", re.IGNORECASE)


def weigh(text: str, sentence: tuple[int, int], span: tuple[int, int], votes: dict[ConceptClass, int]) -> None:
    """Add to ``votes`` what the words around ``text[span]`` tell of its class."""
    tail = text[span[1] : min(sentence[1], span[1] + 220)]
    head = text[max(sentence[0], span[0] - 90) : span[0]]
    for noun, weight in (*_from_tail(tail), *_from_head(head)):
        cls = heads.kind(noun)
        if cls is not None:
            votes[cls] = votes.get(cls, 0) + weight


def from_shape(name: str) -> ConceptClass | None:
    """Return the class that the form of a name tells; None when it tells none."""
    if _METRIC_SHAPE.search(name):
        return ConceptClass.METRIC
    if _SIZE_TAIL.search(name):
        return ConceptClass.MODEL
    if _DATA_SHAPE.search(name):
        return ConceptClass.DATASET
    if _MODEL_SHAPE.search(name):
        return ConceptClass.MODEL
    return heads.of_english(name) if " " in name else None


def from_title(rest: str) -> ConceptClass | None:
    """Return the class that the part of the title behind the colon tells of the name before it."""
    if _TITLE_DATA.search(rest):
        return ConceptClass.DATASET
    phrase = _TITLE_BREAK.split(rest, maxsplit=1)[0].strip()
    return None if _GERUND.match(phrase) else heads.kind(phrase)


def is_benchmark(context: str) -> bool:
    """Whether the words beside a dataset's name, or the name itself, call it a benchmark."""
    return _BENCHMARK.search(context) is not None


def _from_tail(tail: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    called = _CALLED.match(tail)
    if called:
        kinds = [word for word in _HANGUL_WORD.findall(called.group("phrase")) if heads.kind(word)]
        ended = [word for word in kinds if _ENDS_OBJECT.search(word)]
        return [(noun, _SAID) for noun in (ended or kinds)[:1]]
    listed = (_AFTER_EXAMPLES.match(tail) if _EXAMPLES.search(tail) else None) or _AFTER_LIST.match(tail)
    if listed:
        found.append((listed.group("noun").split()[0], 3))
    after = _AFTER.match(tail)
    if after and not listed:
        found.append((after.group("noun"), 4))
    predicate = _PREDICATE.match(tail)
    if predicate:
        rest = predicate.group("rest")
        said = _last(_KIND_AT_END, rest) if _AT_END.search(rest) else None
        presented = None if said else _last(_PRESENTED, rest)
        found += [(noun, weight) for noun, weight in ((said, 6), (presented, 4)) if noun]
    english = _EN_APPOSITION.match(tail)
    if english:
        phrase = _EN_STOP.split(english.group("phrase"), maxsplit=1)[0]
        found.append((phrase, 5))
    return found


def _from_head(head: str) -> list[tuple[str, int]]:
    found = []
    before = _BEFORE_IN.search(head) if "인" in head[-5:] else None
    if before:
        found.append((before.group("noun"), 5))
    named = _BEFORE_NAME.search(head) if " " in head[-3:] else None
    if named:
        noun = named.group("noun").replace(" ", "")
        found.append(("데이터셋" if noun.endswith(("세트", "셋")) else noun, 3))
    bracket = _BEFORE_BRACKET.search(head) if "(" in head else None
    if bracket and "예" not in bracket.group("noun"):
        found.append((bracket.group("noun"), 3))
    english = _BEFORE_EN.search(head) if head[-2:].isascii() else None
    if english and heads.of_english(english.group("noun")):
        found.append((english.group("noun"), 1))
    return found


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    found = None
    for match in pattern.finditer(text):
        if heads.kind(match.group("noun")):
            found = match.group("noun")
    return found
