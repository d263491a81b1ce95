"""Which quantities of a sentence are findings.

A digest is full of numbers that are no findings: sizes of models and data, lengths of clips, memory of the machine,
shares of the data that were used. A number counts when the words around it measure something; the words that describe
a set-up overrule them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papergraph.extract.direction import BY, is_loss, kind_of
from papergraph.extract.measures import COMPARATIVE, METRIC, READING
from papergraph.extract.quantities import Family, Quantity
from papergraph.extract.scores import BRACKETED, PLACE_BEFORE, is_score
from papergraph.model import ResultKind

_ANY_METRIC = re.compile(METRIC)
_KOREAN_CUE = re.compile(
    r"정확|정밀|재현|성능|성과|점수|스코어|향상|개선|증가|감소|절감|줄[가-힣]|단축|하락|저하|상승|떨어|적[은게]|높|낮|빠르|빠른|빨라|우수|능가|앞[서섰]|"
    r"초과|상회|뛰어|달성|기록|성공|해결|승률|오류|오차|정답|일치|도달|유지|그[쳤치]|불과|가속|속도|효율|처리량|지연|선호|보[였여이]|나타|이[끌르]|얻|"
    r"절약|상관|유사|평가|결과|측정|완료|통과|회복|수준|가까|좁|강화|넘|해당|차이|보존|탐지|검출|인식|활용률|사용률",
)
_ENGLISH_CUE = re.compile(
    r"accura|precis|recall|perform|scor|improv|increas|reduc|decreas|gain|boost|faster|slower|speed|outperform|"
    r"surpass|achiev|attain|"
    r"reach|obtain|rate|higher|lower|better|worse|fewer|less|drop|degrad|exceed|win|solv|success|error|latency|"
    r"throughput|match|"
    r"retain|preserv|maintain|recover|agree|correlat|prefer|cut|sav|only|fail|detect|correct|succe|pass@|"
    r"%\s(?:on|above|below)\s|\bgets?\sto\b|\bgo(?:es)?\s(?:up|down)",
    re.IGNORECASE,
)
_STUFF = (
    r"데이터|토큰|파라미터|매개변수|뉴런|픽셀|샘플|이미지|레이어|계층|가중치|주석|레이블|라벨|학습|훈련|사전|추가|영상|비디오|문서|희소|중복|신뢰|노이즈|"
    r"trainable|parameter|token|data|KV|캐시|전문가|헤드|노드|프레임|단어|정보|원본|프롬프트|컨텍스트|배치|입력|연산|계산|예산"
)
_PEOPLE = r"문제|질문|질의|사례|사람|참가자|사용자|응답자|작업|과제|경우|시간|사건|언어|인구|논문|기사|대화"
_DONE = re.compile(
    r"해결|풀|성공|완료|수행|선호|맞|옳|정답|정확|능가|우수|실패|통과|감소|절감|줄[가-힣]|절약|단축|향상|개선|증가|제거|reduc|sav|solv|improv|win|speed",
    re.IGNORECASE,
)
_AMOUNT = r"(?:\s?(?:이상|이하|미만|정도|가량|내외))?"
_SHARE_ONLY = re.compile(
    rf"{_AMOUNT}(?:의|에\s해당하는)?\s?[^,.()%]{{0,24}}?만(?:을|으로도|으로|\s)[^,.]{{0,14}}"
    r"(?:사용|이용|활용|학습|훈련|조정|업데이트|필요|추가|포함|튜닝|미세|선택|활성|가지고|충분)"
)
_SHARE_OF = re.compile(rf"{_AMOUNT}(?:의|에\s해당하는)?\s?[가-힣]{{0,6}}\s?(?:{_STUFF}|{_PEOPLE})", re.IGNORECASE)
_SHARE_USED = re.compile(
    rf"{_AMOUNT}(?:만|를|을|은|는|가|이)?\s?(?:사용|이용|활용|차지|포함|구성|할당|샘플링|마스킹|훈련용|학습용|평가용|테스트용|검증용|유전|무작위)"
)
_SETTING = re.compile(
    r"\s?(?:의\s)?(?:신뢰\s?구간|confidence|CI\b|dropout|드롭아웃|희소|sparsity|sparse|마스킹|마스크|mask|가지치기|프루닝|prun|노이즈|noise|"
    r"이상인\s경우|인\s경우|"
    r"확률로\s(?:마스|선택|드롭|무작위|적용)|임계|threshold|압축\s?(?:률|비율)?(?:에서|로|시))",
    re.IGNORECASE,
)
_SETTING_BEFORE = re.compile(
    r"(?:드롭아웃|마스킹|희소성|희소|가지치기|프루닝|임계값?|신뢰|상위|하위|전체|"
    r"(?:데이터|데이터셋|데이터세트|타임스텝|스텝|블록|토큰|파라미터|매개변수|샘플|뉴런|픽셀|레이어|가중치|인구|세트|말뭉치|코퍼스|언어|시간|비용)(?:의|\s중)|"
    r"[가-힣]\s중|dropout|sparsity|threshold|mask(?:ing)?|top|prun\w+|confidence)\s?(?:비율|값)?(?:을|를|이|은|는|of|"
    r"at)?\s?(?:약|단|오직|최대|무려|단지|나머지|오로지)?\s?$",
    re.IGNORECASE,
)
_ENGLISH_SHARE = re.compile(
    r"\s(?:or\s(?:less|more)\s)?(?:of\s(?:the\s|its\s|all\s|total\s|their\s|our\s)?)?(?:[\w-]+\s){0,2}?(?:data|"
    r"datasets?|tokens?|parameters?|params|"
    r"training|samples?|examples?|weights?|neurons?|layers?|pixels?|images?|labels?|annotations?|compute|frames?|"
    r"sparsity|confidence|users|participants|"
    r"questions|problems|respondents|papers|people)\b",
    re.IGNORECASE,
)
_ENGLISH_DONE = re.compile(
    r"reduc|fewer|less|sav|solv|improv|increas|faster|decreas|cut|prefer|correct|win|outperform|speed|accuracy|drop|"
    r"pass",
    re.IGNORECASE,
)
_FASTER = re.compile(
    r"[^,.;]{0,22}?(?:빠[르른름]|빨[라리랐]|가속|향상|개선|증가|감소|절감|줄[가-힣]|단축|높|낮|효율|우수|적은|적게|능가|나은|좋|저렴|절약|상승|압축을|압축률|이득|짧|강력|엄격|"
    r"정확|성공률|검색률|성능|속도|처리량|"
    r"쉬운|작은\s(?:메모리|지연|오류|비용)|faster|fast\b|speed|improv|increas|reduc|decreas|gain|higher|lower|better|"
    r"more\s(?:efficient|accurate)|"
    r"fewer|less|efficien|throughput|acceler|cheaper|boost|smaller\s(?:memory|latency|error|cost)|slower|shorter|"
    r"느[리린]|sooner|as\s(?:many|much|fast)\b)",
    re.IGNORECASE,
)
_SPEED_BEFORE = re.compile(
    r"(?:속도|처리량|효율성?|지연|비용|시간|성능|정확도|메모리|연산량?|계산량?|가속|throughput|speed-?\s?ups?|accelerat\w+|faster|latency|"
    r"efficiency|gains?|factor\sof|"
    r"improve\w*|improvements?|reduc\w+|increas\w+|boost\w*)[^.;]{0,24}$",
    re.IGNORECASE,
)
_LARGER = re.compile(
    r"\s?(?:이상|가량|정도)?\s?(?:더\s)?(?:큰|크[고며게]|많은|많[고이]|긴|길[고어이]|깁니다|깊은|넓은|적은|작은|높은\s(?:차원|해상도)|larger|bigger|longer|"
    r"more|fewer|smaller|less)\s?"
    r"(?:수의\s|양의\s|or\s)?(?:\w+\s){0,2}?(?:(?:\w*\s)?(?:모델|데이터|파라미터|매개변수|학습|훈련|이미지|예제|샘플(?!링)|크기|토큰|규모|백본|인코더|차원|"
    r"임베딩|볼륨|"
    r"model|data|param|sample|example|token|size|LLM|network|image|than)|$|[.,])",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\s?(?:의\s)?(?:압축(?:\s?시|에서|하)|업샘플|다운샘플|확대|초해상도|슈퍼|스케일|해상도|upsampl|downsampl|super-?resolution|zoom|scal(?:e|"
    r"ing)\b|"
    r"만큼\s?변|까지\s?변|모델|크기의|규모의|데이터|길이|컨텍스트|이상\s(?:크|깁|길|많))",
    re.IGNORECASE,
)
_GAIN_POINT = re.compile(
    r"(?:score|gain|improv|increas|higher|better|over\b|lead|drop|accura|absolute|percentage|margin|behind|above|"
    r"ahead|상승|점수|성능)",
    re.I,
)
_CLIP = re.compile(
    r"\s?(?:이상|정도|가량|이내)?(?:의|짜리|분량|길이|동안의?|간의?|마다|당|단위)\s?(?:[가-힣]{1,6}\s)?(?:비디오|영상|오디오|음성|음악|클립|데이터|동영상|녹음|노래|발화|"
    r"모션|강의|"
    r"길이|분량|컨텍스트|참조|프롬프트|스피치|단위|샘플|시퀀스|녹화|훈련|학습|입력|필름|fMRI|3D|음향)|\s?(?:짜리|분량|길이|동안|마다|단위|이상의)|"
    r"[\s-]?(?:long|clips?|videos?|audio|of\s(?:video|audio|speech|data|music))\b"
)
_TAKES_AFTER = re.compile(
    r"\s?(?:이내|만에|안에|내에|내로|내\s|미만(?:으로|에)|채\s)|"
    r"\s?(?:이내|이하|미만|정도)?(?:의|라는)\s(?:\w+\s){0,2}?(?:지연|시간|속도|추론|latency)|"
    r"\s?(?:이내|이하|미만|내외|정도|밖에|만|안|내|채)?(?:에서|으로|로|이|가|를|을|에)?\s?(?:\w+\s){0,3}?(?:소요|걸[리려립]|이내|안에|내에|불과|단축|지연|추론|생성|"
    r"처리|렌더링|"
    r"재구성|완료|예측|인코딩|해결|줄[가-힣]|추정|동작|수행|실행|애니메|초기화|최적화|per\s|for\b|on\sa\b|latency|inference)"
)
_TAKES_BEFORE = re.compile(
    r"(?:지연(?:\s?시간)?|시간(?:이|은|을)?|속도\(?|latency|takes?|taking|within|in|under|requir\w+|runtime|only|"
    r"below)\s?(?:of\s|는|은|이|을|를|as\slittle\sas\s)?"
    r"(?:약|단|최대|평균|겨우|불과|대략|just|only|about|less\sthan|under|approximately|around)?\s?$",
    re.IGNORECASE,
)
_LABOUR_BEFORE = re.compile(
    r"(?:제한\s?시간|시간\s?제한|(?:수집|라벨링|주석|필터링|녹음|촬영)[^.]{0,20})\s?(?:약\s|총\s)?$"
)
_MACHINE_AFTER = re.compile(
    r"\s?(?:의\s)?(?:GPU(?!\s메모리\s?(?:사용|소비))|소비자|VRAM|데이터|A100|H100|RTX|NVIDIA|머신|그래픽|디바이스|장치|RAM|랩탑|노트북|laptop|기기|메모리\(|메모리(?:를|"
    r"가)?\s(?:GPU|갖|가진|탑재|있는|제약|환경)|of\s(?:text|data))"
)
_MACHINE_BEFORE = re.compile(r"(?:[AHVTL]\d{2,3}|RTX\s?\w+(?:\sTi)?|GPU|NVIDIA|\d|\bwith(?:\sonly)?)\s?\(?$")
_MEMORY = re.compile(r"메모리|사용량|memory|footprint|VRAM", re.IGNORECASE)
_RUNS = re.compile(
    r"속도|실시간|렌더링|추론|처리|실행|디코딩|프레임\s?(?:속도|레이트)|speed|render|real-?time|inference|frame\srate|runs?\b|running",
    re.I,
)
_COUNT_CUE = re.compile(
    r"해결|풀|성공|완료|맞[히추]|우수|능가|최고|SOTA|앞[서섰]|통과|실패|개선|향상|exploit|solv|succe|complet|outperform|surpass|best|win|pass|"
    r"fail|state-of-the-art|improv|achiev|correct",
    re.IGNORECASE,
)
_SCALE_END = re.compile(r"\s?(?:만점|척도|사이|크기|\(|의\s(?:데이터|이미지|포인트))")
_COUNTER = re.compile(
    r"\s?(?:개|명|종|가지|단계|차원|층|번|회|비트|bit|만(?!큼|을|은|에|이|\s)|억|조|천|백|년|월|일(?![치반관])|단어|토큰|프레임|장|편|쌍|건|곳|자유도|세대|에포크|스텝|레벨|세기|배|시간|분|초|"
    r"Hz|kHz|km|cm|mm|W\b|B\b|M\b|K\b|T\b|LLM|모델|파라미터|매개변수|tokens?|layers?|steps?|epochs?|models?|tasks?|datasets?|"
    r"parameters?|%)"
)
_PERFORMS = re.compile(r"성능|성과|점수|기록|우수|score|outperform|surpass|achiev|perform", re.IGNORECASE)
_STOCK = re.compile(r"(?:데이터\w*|규모|스케일|크기|길이|컨텍스트|문맥|해상도|배치)\S{0,4}\s(?:약\s|최대\s)?$")
_STOCK_GROWS = re.compile(r"\s?(?:이상)?(?:의|으로|로|까지)?\s?(?:증가|확장|늘[어리려]|커|확대)")
_NEXT_ITEM = re.compile(r"(?:\s?\([^()]*\))?(?:을|를|로|으로|의)?(?:,|\s및|\s그리고|와|과|\sand)\s[^.;,%]*")
_NEXT_BRACKET = re.compile(r"\)(?:,|\s?및|와|과|\sand)?\s?[^\s()][^()%,.]{0,30}\((?:약\s)?")
_GAPPED = re.compile(r"(?:And |But )?[A-Z]\S* (?:only|just|merely|all)? ?\d+[.!]?")
_WINDOW = 60
_LIST_GAP = 45
_NAME_BEFORE = re.compile(r"[A-Za-z]\s?$")
_CUED = frozenset({Family.PERCENT, Family.DECIBEL})
_BY_LIST = frozenset({Family.BARE, Family.RATIO, Family.TIME, Family.SCORE, Family.POINT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A quantity that measures something. ``loss``: a quality fell by it; ``group`` numbers the lists of values."""

    quantity: Quantity
    kind: ResultKind
    loss: bool
    group: int


def judge(text: str, sentence: tuple[int, int], groups: Sequence[Sequence[Quantity]]) -> list[Finding]:
    """Return the findings among the quantities of one sentence; a group is a list of values that commas join."""
    groups = [_with_units(text, group) for group in groups]
    accepted = _accepted(text, sentence, groups)
    findings: list[Finding] = []
    for number, group in enumerate(groups):
        for quantity in group:
            if quantity in accepted:
                before, after = _context(text, sentence, quantity.start, group[-1].end)
                kind = kind_of(quantity, before, after)
                loss = kind is ResultKind.GAIN and is_loss(before, after)
                findings.append(Finding(quantity=quantity, kind=kind, loss=loss, group=number))
    return findings


def gapped(text: str, sentence: tuple[int, int], quantities: Sequence[Quantity], previous: Finding) -> list[Finding]:
    """``A solves 9 of 10 tasks. B only 6.``: the number of a sentence that leaves out all that the one before said."""
    if previous.quantity.family is not Family.COUNT or not _GAPPED.fullmatch(text, *sentence):
        return []
    return [
        replace(previous, quantity=replace(one, unit=previous.quantity.unit, family=Family.COUNT))
        for one in quantities
        if one.family is Family.BARE
    ]


def _with_units(text: str, group: Sequence[Quantity]) -> list[Quantity]:
    """The list with the unit of its last value given to bare ones before it: "5.6 및 22.7 포인트"."""
    last = group[-1]
    if last.family in (Family.BARE, Family.COUNT):
        return list(group)
    return [
        replace(one, unit=last.unit, family=last.family) if _lacks_unit(text, one) else one for one in group[:-1]
    ] + [last]


def _lacks_unit(text: str, quantity: Quantity) -> bool:
    listed = quantity.fractional or text[quantity.end] != ","  # "in 2024, 5%" is no list
    return (
        quantity.family is Family.BARE
        and listed
        and not _NAME_BEFORE.search(text, max(0, quantity.start - 2), quantity.start)
    )


def _accepted(text: str, sentence: tuple[int, int], groups: Sequence[Sequence[Quantity]]) -> set[Quantity]:
    families = {quantity.family for group in groups for quantity in group}
    measuring = not _CUED.isdisjoint(families) and _is_cued(text[sentence[0] : sentence[1]])
    performing = Family.BARE in families and bool(_PERFORMS.search(text[sentence[0] : sentence[1]]))
    accepted: set[Quantity] = set()
    scored = False
    for group in groups:
        attached = False
        for quantity in group:
            before, after = _context(text, sentence, quantity.start, group[-1].end)
            if quantity.family is not Family.BARE:
                if (measuring or quantity.family not in _CUED) and _ACCEPTS[quantity.family](before, after):
                    accepted.add(quantity)
                continue
            attached = attached or is_score(quantity, before, after, scored=scored, performing=performing)
            if attached and not _COUNTER.match(text, quantity.end, sentence[1]):
                accepted.add(quantity)
                scored = True
    flat = [quantity for group in groups for quantity in group]
    for quantity, following in zip(flat[-2::-1], flat[:0:-1], strict=True):
        if following in accepted and _is_listed_with(text, quantity, following):
            accepted.add(quantity)
    return accepted


def _context(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[str, str]:
    return text[max(sentence[0], start - _WINDOW) : start], text[end : min(sentence[1], end + _WINDOW)]


def _is_listed_with(text: str, quantity: Quantity, following: Quantity) -> bool:
    """Whether a value shares the verb of the next one: "A에서 0.58, B에서 27.93을 기록"."""
    if quantity.family is not following.family or following.start - quantity.end > _LIST_GAP:
        return False
    if _NEXT_BRACKET.fullmatch(text, quantity.end, following.start):
        return True
    if quantity.family not in _BY_LIST:
        return False
    if quantity.family is Family.BARE and not (
        quantity.fractional and PLACE_BEFORE.search(text, max(0, quantity.start - 12), quantity.start)
    ):
        return False
    return bool(_NEXT_ITEM.fullmatch(text, quantity.end, following.start))


def _is_cued(text: str) -> bool:
    # Two patterns: the Korean one, which has no case to ignore, is much the faster.
    return _KOREAN_CUE.search(text) is not None or _ENGLISH_CUE.search(text) is not None


def _is_percentage(before: str, after: str) -> bool:
    bracketed = BRACKETED.search(before) and after[:1] == ")"
    if bracketed and not _is_cued(before[-25:] + after[:25]):
        return False
    if _SETTING.match(after) or (_SETTING_BEFORE.search(before) and not _DONE.search(after[:24])):
        return False
    if COMPARATIVE.match(after):
        return True
    if (_SHARE_ONLY.match(after) or _SHARE_USED.match(after)) and not _ANY_METRIC.search(after[:16]):
        return False
    if _SHARE_OF.match(after) and not _DONE.search(after[:32]) and not _ANY_METRIC.search(after[:20]):
        return False
    return not (_ENGLISH_SHARE.match(after) and not _ENGLISH_DONE.search(after[:40] + before[-24:]))


def _is_ratio(before: str, after: str) -> bool:
    if _LARGER.match(after) or _SCALE.match(after) or (_STOCK.search(before) and _STOCK_GROWS.match(after)):
        return False
    return bool(_FASTER.match(after) or _SPEED_BEFORE.search(before))


def _is_point(before: str, after: str) -> bool:
    if _SCALE_END.match(after):
        return False
    near = before[-30:] + " " + after[:40]
    return bool(BY.search(before) or READING.search(near) or _GAIN_POINT.search(near) or COMPARATIVE.match(after))


def _is_duration(before: str, after: str) -> bool:
    if _CLIP.match(after) or _LABOUR_BEFORE.search(before):
        return False
    return bool(_TAKES_AFTER.match(after) or _TAKES_BEFORE.search(before))


def _is_memory(before: str, after: str) -> bool:
    if _MACHINE_AFTER.match(after) or _MACHINE_BEFORE.search(before):
        return False
    return bool(_MEMORY.search(before[-40:] + " " + after[:30]))


def _is_rate(before: str, after: str) -> bool:
    return bool(_RUNS.search(before[-40:] + " " + after[:40])) and not re.match(
        r"\s?(?:의\s)?[0-9]|에서\s?[0-9]|\s?(?:비디오|video)", after
    )


def _is_count(before: str, after: str) -> bool:
    return bool(_COUNT_CUE.search(before[-40:] + " " + after[:40]))


def _is_any(before: str, after: str) -> bool:
    return True


_ACCEPTS = {
    Family.PERCENT: _is_percentage,
    Family.RATIO: _is_ratio,
    Family.POINT: _is_point,
    Family.SCORE: _is_point,
    Family.DECIBEL: _is_any,
    Family.TIME: _is_duration,
    Family.MEMORY: _is_memory,
    Family.RATE: _is_rate,
    Family.COUNT: _is_count,
}
