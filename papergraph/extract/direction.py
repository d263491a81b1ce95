"""How a finding is to be read: an absolute value, a gain or a ratio; and whether a quality fell by it.

The sign follows the quality: a value is negative when the text writes a minus, or when a quality (accuracy, win rate …)
falls by it. A cost that falls (error, time, memory) is a gain and stays positive.
"""

import re

from papergraph.extract.measures import COMPARATIVE, METRIC, READING
from papergraph.extract.quantities import Family, Quantity, Shape
from papergraph.model import ResultKind

_AMOUNTS_TO = re.compile(
    rf"(?:점|포인트)?(?:의|\s)\s?(?:[^\s,.]{{1,12}}\s){{0,2}}?(?:{METRIC})[가-힣]{{0,2}}(?:을|를|로|으로|에)(?:[\s,]|$)"
)
NOW_AT = re.compile(
    r"\)?\s?(?:포인트|수준|이상|이하|미만)?(?:(?:으로|로)(?:\s|$|,)|에\s비[해하]|보다|[을를]\s(?:크게\s)?(?:능가|초과|넘|상회|웃도))"
)
_MOVED = re.compile(r"향상|개선|증가|감소|상승|절감|하락|저하|단축|improve|increas|reduc|drop")
BY = re.compile(
    r"(?:\bby|\bgain\w*|\blos(?:es|ing)|\badd(?:s|ing)|(?:improvement|gain|increase|reduction|boost|drop|decrease|"
    r"margin)s?\sof)\s(?:up\sto\s|over\s|more\sthan\s|about\s|approximately\s|around\s|nearly\s|an?\saverage\sof\s|"
    r"at\sleast\s)?$"
)
_FALLS = re.compile(
    r"하락|저하|떨어|감소|악화|줄[어었]|낮[은아았]|degrad|drop|declin|decreas|\blower\b|\bworse\b|reduction|\bloss\b",
    re.I,
)
_COST = re.compile(
    r"오류|에러|오차|비용|시간|지연|메모리|연산|계산|에너지|사용량|소비|소모|토큰|복잡도|환각|손실|편향|독성|유해|위험|공격|전력|대역폭|크기|부담|"
    r"오버헤드|왜곡|파라미터|매개변수|데이터|격차|단계|중복|길이|FLOP|FID|FVD|WER|CER|EER|RMSE|MAE|MSE|LPIPS|PPL|REL|"
    r"latency|error|cost|time|memory|perplexity|hallucinat|overhead|token|comput|parameter|storage|footprint|energy|"
    r"loss|toxic",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    r"성능|정확도|정확성|점수|성공률|해결률|품질|정밀도|재현율|승률|능력|결과|일관성|처리량|accura|perform|scor|quality|success|recall|"
    r"precision|win|mIoU|mAP|F1|BLEU|PSNR|throughput",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s(?=[a-z]+ing\b|and\s[a-z]+s\b|while\b)")
_AT_ONCE = 10
_MEASURED = frozenset({Family.TIME, Family.MEMORY, Family.RATE, Family.COUNT})


def kind_of(quantity: Quantity, before: str, after: str) -> ResultKind:
    """Return how a quantity is to be read between the words before and after it."""
    if quantity.family is Family.RATIO:
        return ResultKind.RATIO
    if quantity.shape is Shape.CHANGE:
        return ResultKind.ABSOLUTE
    if quantity.signed or COMPARATIVE.match(after) or BY.search(before):
        return ResultKind.GAIN
    if NOW_AT.match(after) or _amounts_to(after):
        return ResultKind.ABSOLUTE
    near = after[:_AT_ONCE] if quantity.family in _MEASURED else _ASIDE.split(after)[0]
    reading = READING.search(near)
    if reading is None:
        return ResultKind.GAIN if quantity.unit == "%p" else ResultKind.ABSOLUTE
    return ResultKind.GAIN if reading["gain"] else ResultKind.ABSOLUTE


def _amounts_to(after: str) -> bool:
    match = _AMOUNTS_TO.match(after)
    return match is not None and not _MOVED.search(match.group())


def is_loss(before: str, after: str) -> bool:
    """Return whether the words around a gain say that a quality fell by it."""
    clause_before, clause_after = re.split(r"[,.;]\s", before)[-1][-36:], re.split(r"[,.;]", after)[0][:24]
    falls = _FALLS.search(clause_after) or (BY.search(before) and _FALLS.search(clause_before))
    near = clause_before + " " + clause_after
    if "없이" in clause_after or "without" in clause_after:
        return False
    return bool(falls) and bool(_QUALITY.search(near)) and not _COST.search(near)
