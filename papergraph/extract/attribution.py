"""Whom a finding is about: the system, metric, dataset and baseline that its sentence names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from papergraph.extract.findings import Finding
from papergraph.model import ConceptClass

SYSTEMS = frozenset({ConceptClass.METHOD, ConceptClass.MODEL})

_LISTED = re.compile(r"\s?(?:와|과|및|,|、|그리고|/|and|or|&|에서는?|\)|벤치마크|데이터셋|\s){1,4}(?:the\s)?(?:on\s)?")
_GLOSS = r"(?:\s?\([^()]{0,60}\))?['\"’”]?"
_BEATEN = re.compile(
    _GLOSS + r"(?:(?:\s?[가-힣A-Za-z]{1,8}){0,3}?\s?(?:보다|대비|에\s비[해하]|[와과]\s비교|"
    r"[을를]\s(?:크게\s|모두\s|각각\s|약간\s|평균\s)?(?:능가|상회|앞|뛰어넘|넘어|초과|이[겼기])|"
    r"\s(?:baseline|베이스라인|기준선))|[을를]\s[^,]{0,32}?(?:능가|앞[서섰]|상회|뛰어넘|[0-9%]\s?(?:개선|향상)))"
)
_BEATS = re.compile(
    r"(?:than|over|compared\s(?:to|with)|against|outperform\w*|surpass\w*|beat\w*|exceed\w*|match\w*|comparable\sto|"
    r"on\spar\swith|vs\.?|versus|relative\sto|기존의?|이전의?|기본)\s(?:the\s|its\s|our\s)?(?:[\w-]+\s){0,2}?['\"‘“]?$",
    re.IGNORECASE,
)
_VERB = (
    r"(?:achiev|attain|reach|obtain|improv|outperform|scor|surpass|deliver|yield|reduc|get|set|show|exploit|gain|boost|"
    r"cut|bring|lower|rais|increas|speed|perform|match|exceed|win|solv|lift)(?:e?s|ed|d)?\b"
)
_TOPIC = re.compile(
    _GLOSS + r"(?:(?:\s?[가-힣A-Za-z0-9.-]{1,10}){0,2}?(?:조차도|(?<!같)[은는이가도])(?:\s|,)|"
    rf"(?:\s[\w-]+){{0,2}}?\s(?:\w+ly\s)?{_VERB})"
)
_OTHER_TOPIC = re.compile(
    r"(?:방법|모델|접근법|시스템|프레임워크|에이전트|기법)(?:들|론)?(?:은|는|이|가)\s|"
    r"\bthe\sbest\s(?:\w+\s)?(?:method|model|agent|system)"
)
_POSSESSOR = re.compile(_GLOSS + r"(?:의|\s?\(|에서|:|\s(?:achieves?|reaches|scores|at|with))\s?(?:약\s|최대\s)?$")
_BRACKET = re.compile(r"\s?\((?:약\s)?")
_SELF = re.compile(
    r"(?:이|본|제안된|제안하는|제안한|우리의?|새로운|해당)\s(?:\w+\s)?(?:모델|방법|방법론|프레임워크|접근|시스템|기법|알고리즘|아키텍처|"
    r"파이프라인|에이전트|논문|연구|전략|기술|메커니즘|네트워크|방식)|^이는|^이를|"
    r"\b(?:our|the\sproposed|this)\s(?:\w+\s)?(?:method|model|approach|framework|system|algorithm|agent|pipeline|"
    r"architecture|technique|work)|\bwe\b|^it\s",
    re.IGNORECASE,
)
_METRIC_NEXT = re.compile(r"(?:의|\s)?\s?(?:[^\s,.]{1,12}\s){0,2}")
_DATASET_NEXT = re.compile(r"\b(?:on|in|for|across)\s(?:the\s)?(?:[\w-]+\s){0,2}$")
_OWN_NOUN = re.compile(r"의\s(?!(?:평균|최대)?\s?[0-9])[가-힣]{2,}")
# What the sentence says was changed, right before the value: 작성 시간을 최대 43.9%, 성능이 약 2배.
_CHANGED = re.compile(
    r"([가-힣A-Za-z@0-9+-]+)[을를이가]\s(?:(?:약|최대|평균|최소|무려|각각|평균적으로|전체적으로)\s)*$"
)
_ACTOR = re.compile(
    r".*(?:모델|방법론?|시스템|프레임워크|연구|접근법|접근|에이전트|방식|기법|알고리즘|구조|네트워크|변형)들?"
)
_CLAUSE = re.compile(r"(?:[가-힣](?:며|고|지만|면서)|;)[,\s]|,\s(?:while|whereas|and)\s")
_NEAR = 40
_BESIDE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One mention of an entity in the sentence: its index, whether it is a proper name, and ``text[start:end]``."""

    entity: int
    cls: ConceptClass
    proper: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearings:
    """Indexes of the entities that a finding is about; None where the text names none."""

    system: int | None
    metric: int | None
    dataset: int | None
    baseline: int | None


def attribute(
    text: str, sentence: tuple[int, int], findings: Sequence[Finding], places: Sequence[Place], *, author: int | None
) -> list[Bearings]:
    """Return the bearings of each finding. ``author`` is what "this model" means in the entry, if anything."""
    beaten = frozenset(place for place in places if _is_beaten(text, sentence, place))
    reader = _Reader(text=text, sentence=sentence, findings=findings, places=places, beaten=beaten, author=author)
    bearings: list[Bearings] = []
    for number in range(len(findings)):
        bearings.append(reader.read(number, bearings[-1] if bearings else None))
    return bearings


def _is_metric(place: Place) -> bool:
    return place.cls is ConceptClass.METRIC


def _is_dataset(place: Place) -> bool:
    return place.cls is ConceptClass.DATASET


def _is_system(place: Place) -> bool:
    return place.cls in SYSTEMS


def _is_beaten(text: str, sentence: tuple[int, int], place: Place) -> bool:
    if not _is_system(place):
        return False
    after = text[place.end : min(sentence[1], place.end + _NEAR)]
    before = text[max(sentence[0], place.start - _NEAR) : place.start]
    return bool(_BEATEN.match(after) or _BEATS.search(before))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    text: str
    sentence: tuple[int, int]
    findings: Sequence[Finding]
    places: Sequence[Place]
    beaten: frozenset[Place]
    author: int | None

    def read(self, number: int, head: Bearings | None) -> Bearings:
        """The bearings of one finding; ``head`` are those of the one before, which a value in brackets shares."""
        holder = self._holder(number)
        if head is not None and holder is not None:
            return Bearings(system=holder.entity, metric=head.metric, dataset=head.dataset, baseline=None)
        system = self._paired(number, self._is_own)
        system = self._system(number) if system is None else system
        baseline = self._paired(number, lambda place: place in self.beaten)
        baseline = self._baseline(number) if baseline is None else baseline
        metric = self._paired(number, _is_metric)
        dataset = self._paired(number, _is_dataset)
        return Bearings(
            system=system,
            metric=self._metric(number) if metric is None else metric,
            dataset=self._dataset(number) if dataset is None else dataset,
            baseline=None if baseline == system else baseline,
        )

    def _is_own(self, place: Place) -> bool:
        return _is_system(place) and place not in self.beaten and (place.proper or place.entity == self.author)

    def _is_cut_off(self, number: int, place: Place) -> bool:
        """Whether another value and the end of a clause stand between a name and this value."""
        start = self.findings[number].quantity.start
        ends = [finding.quantity.end for finding in self.findings[:number] if finding.quantity.end > place.end]
        return bool(ends) and _CLAUSE.search(self.text, ends[-1], start) is not None

    def _holder(self, number: int) -> Place | None:
        """The system that a value in brackets belongs to: "LCEG (72.24)"."""
        start = self.findings[number].quantity.start
        owners = self._before(number, _is_system)
        return owners[-1] if owners and _BRACKET.fullmatch(self.text, owners[-1].end, start) else None

    def _group(self, number: int) -> list[int]:
        wanted = self.findings[number].group
        return [other for other, finding in enumerate(self.findings) if finding.group == wanted]

    def _paired(self, number: int, wanted: Callable[[Place], bool]) -> int | None:
        """The name at the same place in a list of as many names as the list of values: "A와 B에서 각각 1%, 2%"."""
        group = self._group(number)
        if len(group) < 2:
            return None
        first, last = self.findings[group[0]].quantity.start, self.findings[group[-1]].quantity.end
        runs = self._runs(wanted)
        before = [run for run in runs if run[-1].end <= first]
        after = [run for run in runs if last <= run[0].start < last + _NEAR]
        for run in (*before[-1:], *after[:1]):
            if len(run) == len(group):
                return run[group.index(number)].entity
        return None

    def _runs(self, wanted: Callable[[Place], bool]) -> list[list[Place]]:
        runs: list[list[Place]] = []
        for place in filter(wanted, self.places):
            if runs and _LISTED.fullmatch(self.text, runs[-1][-1].end, place.start):
                runs[-1].append(place)
            else:
                runs.append([place])
        return runs

    def _before(self, number: int, wanted: Callable[[Place], bool]) -> list[Place]:
        start = self.findings[number].quantity.start
        return [place for place in self.places if place.end <= start and wanted(place)]

    def _after(self, number: int, wanted: Callable[[Place], bool]) -> list[Place]:
        end = self.findings[number].quantity.end
        return [place for place in self.places if place.start >= end and wanted(place)]

    def _next_start(self, number: int) -> int | None:
        return self.findings[number + 1].quantity.start if number + 1 < len(self.findings) else None

    def _is_topic(self, place: Place) -> bool:
        return self._is_own(place) and bool(_TOPIC.match(self.text, place.end, self.sentence[1]))

    def _system(self, number: int) -> int | None:
        start = self.findings[number].quantity.start
        candidates = self._before(number, _is_system)
        if candidates and _POSSESSOR.fullmatch(self.text, candidates[-1].end, start):
            return candidates[-1].entity
        topics = self._before(number, self._is_topic)
        if topics:
            anonymous = _OTHER_TOPIC.search(self.text, min(topics[-1].end + 16, start), start)
            return None if anonymous else topics[-1].entity
        if self.author is not None and _SELF.search(self.text[self.sentence[0] : start]):
            return self.author
        own = [place for place in self._before(number, self._is_own) if place.entity == self.author]
        following = own[:1] or self._after(number, self._is_topic)
        return following[0].entity if following else None

    def _baseline(self, number: int) -> int | None:
        before = self._before(number, self.beaten.__contains__)
        if before and not self._is_cut_off(number, before[-1]):
            return before[-1].entity
        after = self._after(number, self.beaten.__contains__)
        following = self._next_start(number)
        if not after or (following is not None and after[0].start > following):
            return None
        between = self.text[self.findings[number].quantity.end : after[0].start]
        return None if following is not None and "," in between else after[0].entity

    def _metric(self, number: int) -> int | None:
        end = self.findings[self._group(number)[-1]].quantity.end
        after = [place for place in self._after(number, _is_metric) if end <= place.start < end + _NEAR]
        if after and _METRIC_NEXT.fullmatch(self.text, end, after[0].start):
            return after[0].entity
        if self._has_its_own_word(number):
            return None
        before = self._before(number, _is_metric)
        if before and not self._is_of_another(number, before[-1]):
            return before[-1].entity
        if after and not re.search(r"[0-9.]", self.text[end : after[0].start]):
            return after[0].entity
        later = self._after(number, _is_metric)
        return later[0].entity if later and self._shares(number, later[0]) else None

    def _has_its_own_word(self, number: int) -> bool:
        """Whether the word right before the value says what was measured, and no name of a metric is in it."""
        start = self.findings[number].quantity.start
        word = _CHANGED.search(self.text, max(self.sentence[0], start - _NEAR), start)
        if word is None or _ACTOR.fullmatch(word[1]):
            return False
        return not any(word.start(1) < place.end <= word.end(1) for place in self.places)

    def _is_of_another(self, number: int, metric: Place) -> bool:
        """Whether a value of another unit stands between a metric and this value (``10 FPS의 속도와 20GB``)."""
        previous = self.findings[number - 1].quantity if number else None
        unit = self.findings[number].quantity.unit
        return previous is not None and previous.start >= metric.start - _BESIDE and previous.unit != unit

    def _shares(self, number: int, place: Place) -> bool:
        """Whether a metric named once at the end of a list serves this value as well."""
        later = [finding.quantity for finding in self.findings[number + 1 :] if finding.quantity.end <= place.start]
        unit = self.findings[number].quantity.unit
        if _OWN_NOUN.match(self.text, self.findings[number].quantity.end):  # 90%의 저장 공간과 30%의 학습 시간
            return False
        return bool(later) and all(other.unit == unit for other in later) and place.start - later[-1].end < _NEAR // 2

    def _dataset(self, number: int) -> int | None:
        previous = self.findings[number - 1].quantity.end if number else self.sentence[0]
        before = self._before(number, _is_dataset)
        if before and before[-1].start >= previous:
            return before[-1].entity
        after = self._after(number, _is_dataset)
        following = self._next_start(number) or self.sentence[1]
        end = self.findings[number].quantity.end
        if after and after[0].start < following and _DATASET_NEXT.search(self.text, end, after[0].start):
            return after[0].entity
        return before[-1].entity if before and not self._is_cut_off(number, before[-1]) else None
