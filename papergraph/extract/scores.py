"""Which bare numbers are scores: by a metric beside them, a verb that gives a score, or another score."""

import re

from papergraph.extract.direction import NOW_AT
from papergraph.extract.measures import ADVERB, METRIC, READING, UP_DOWN
from papergraph.extract.quantities import Quantity, Shape

_METRIC_BEFORE = re.compile(
    rf"{METRIC}\)?\s?(?:\([^()]{{1,40}}\))?\s?(?:점수|스코어|값|수치|지표|[Ss]cores?|values?|metric)?\s?"
    rf"(?:에서는|에서|가|이|를|을|는|은|의|로|으로|도|:|=|\(|,|of|at|by|from|is|was|reaching|"
    rf"(?:is\s|are\s)?(?:improv|ris|increas|drop|fall|decreas|climb|reach|go)\w*(?:\s(?:to|by|"
    rf"from))?)?\s?(?:{ADVERB}\s?)*$"
)
_METRIC_AFTER = re.compile(
    r"(?:(?:의|이라는|인)\s?|\s)(?:[^\s,.()0-9%]{1,14}(?:\([^()]{1,20}\))?\s){0,4}?[^\s,.()0-9%]{0,6}?\(?" + METRIC
)
_SELECTS = re.compile(r"\s?(?:이상|이하|미만|초과)(?:인|일)\s")
_LIMIT_AFTER = re.compile(r"\s?(?:이상|이하|미만|초과)(?:으로|인|일|의\s(?:경우|데이터))|의\s[A-Za-z가-힣]{1,12}에서")
_LIMIT_BEFORE = re.compile(
    r"(?:IoU|IOU|Union\)?|임계값?|[Tt]hreshold|[Tt]emperature|온도|학습률|드롭아웃|dropout|decay|momentum|learning\srate)\s?(?:of\s|[=>≥<]\s?)?$|"
    r"(?<![A-Za-z])[a-zα-ωA-Z]\s?[=>≥<]\s?$"
)
_METRIC_NEXT = re.compile(rf"\s?(?:의\s)?(?:average\s|mean\s|평균\s)?{METRIC}")
_WRITTEN = re.compile(r"(?:점)?(?:을|를|로|으로|의)\s?[^.]{0,40}?(?:기록|달성|측정|도달|획득|얻|보[였여이]|나타)")
_SCORES = re.compile(
    r"\b(?:achiev\w+|reach\w+|attain\w+|obtain\w+|scor(?:es?|ed|ing)|gets?)\s(?:an?\s|about\s|up\sto\s)?$",
    re.IGNORECASE,
)
# English prose gives scores with their metric before them, with the place behind them, or beside another's.
_OF_A_METRIC = re.compile(
    r"\b(?:an?|the|and)(?: \w+)? (?:[A-Z][\w@+-]*|[a-z]+ [A-Z][\w@+-]*)(?: \w+)? of (?:\w+ )?$|\band of $"
)
_ON_A_PLACE = re.compile(r"\s(?:on|for|in|at|with)\s(?:the\s)?[A-Z0-9]")
_BESIDE = re.compile(
    r"(?:\b(?:versus|vs\.?|against|compared\s(?:with|to)|as\sopposed\sto|and)\s(?:the\s)?|"
    r"\b[A-Z][\w.+-]*\s(?:has|had|gets|got|obtains|reaches|is\sat|at|arrives\sat)\s(?:only\s|just\s)?|[A-Z][\w.+-]*\s\()$"
)
_CHANGES_AFTER = re.compile(rf"\s?(?:으로|로)?\s?[가-힣]{{0,6}}\s?(?:{UP_DOWN})")
_CHANGES_BEFORE = re.compile(
    r"(?:improv|ris|increas|drop|fall|fell|decreas|reduc|cut|climb|rais|lower|boost)\w*[^.;]{0,24}\sfrom\s$",
    re.IGNORECASE,
)
_MOVES_BY = re.compile(
    r"\s?(?:만큼|이나|나|까지|이상|정도)?(?:의)?\s?(?:더\s)?(?:향상|개선|감소|증가|상승|하락|높|낮|앞[서섰]|improvement|gain|higher|lower|better|"
    r"increase|reduction|drop)"
)
_SYMBOL = re.compile(r"(?<![A-Za-z])[rρτκR]²?\s?[=≈]\s?$")
_COMES_TRUE = re.compile(
    r"^(?:점)?(?:을|를|로|으로|의)?[^.]{0,20}(?:기록|달성|측정|도달|획득|향상|개선|증가|감소|나타|보[였여])|^[\s,.)]|^$"
)
_VERSION = re.compile(r"(?:^|[\s(,])(?!(?:Our|The|An?|With|At|By|Of|Its)\s)[A-Z][\w.-]*\s$")  # "Gemini 1.5"
_THAN = re.compile(r"에\s비[해하]|보다|[을를]\s(?:크게\s)?(?:능가|초과|넘|상회)")
BRACKETED = re.compile(r"\(\s?(?:약|예:|최대)?\s?$")
PLACE_BEFORE = re.compile(r"(?:에서는?|은|는|이|가|각각|,|와|과|및|평균|약|도|총|에서도|의)\s?$")


def is_score(quantity: Quantity, before: str, after: str, *, scored: bool, performing: bool) -> bool:
    if _SELECTS.match(after):
        return False
    if _METRIC_BEFORE.search(before) and (
        quantity.fractional or quantity.signed or quantity.second or _COMES_TRUE.search(after)
    ):
        return True
    if _LIMIT_AFTER.match(after) or (_LIMIT_BEFORE.search(before) and not _SYMBOL.search(before)):
        return False
    next_metric = _METRIC_AFTER if quantity.fractional or quantity.signed else _METRIC_NEXT
    if (
        not _VERSION.search(before)
        and next_metric.match(after)
        and (quantity.fractional or quantity.signed or READING.search(after))
    ):
        return True
    if not quantity.fractional or quantity.first > 1000:
        return False
    return _is_score_by_verb(quantity, before, after, scored=scored, performing=performing)


def _is_score_by_verb(quantity: Quantity, before: str, after: str, *, scored: bool, performing: bool) -> bool:
    if _MOVES_BY.match(after) or _SYMBOL.search(before) or _SCORES.search(before):
        return True
    if quantity.shape is Shape.CHANGE and (_CHANGES_AFTER.match(after) or _CHANGES_BEFORE.search(before)):
        return True
    if BRACKETED.search(before) and after.startswith(")"):
        return scored or performing
    if _OF_A_METRIC.search(before) or ((scored or performing) and _ON_A_PLACE.match(after)):
        return True
    if scored and _BESIDE.search(before):
        return True
    if scored and NOW_AT.match(after) and (_THAN.match(after) or READING.search(after[:16])):
        return not _VERSION.search(before)
    return bool(_WRITTEN.match(after) and PLACE_BEFORE.search(before))
