"""Numeric findings: which numbers are taken, how they are read, and whom they are about."""

import json
import re
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergraph.extract.results import find_results
from papergraph.model import ConceptClass, Entity, Mention, Result, ResultKind, Role, Section

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
NAMES = {
    "FooNet": ConceptClass.METHOD,
    "BarNet": ConceptClass.METHOD,
    "GPT-4": ConceptClass.MODEL,
    "TextQA": ConceptClass.DATASET,
    "ImageQA": ConceptClass.DATASET,
    "VideoQA": ConceptClass.DATASET,
    "MMLU": ConceptClass.DATASET,
    "가지치기": ConceptClass.METHOD,
    "정확도": ConceptClass.METRIC,
    "accuracy": ConceptClass.METRIC,
    "FID": ConceptClass.METRIC,
    "Pass@1": ConceptClass.METRIC,
    "BLEU": ConceptClass.METRIC,
}


def entities_of(text: str) -> list[Entity]:
    """Entities for the names of ``NAMES`` that stand in section 1; FooNet is what the entry introduces."""
    entities = []
    for name, cls in NAMES.items():
        role = Role.INTRODUCES if name == "FooNet" else Role.MENTIONS
        mentions = tuple(
            Mention(section=1, start=match.start(), end=match.end(), role=role, rule="test/1")
            for match in re.finditer(re.escape(name), text)
        )
        if mentions:
            entities.append(
                Entity(
                    name=name,
                    surfaces=(name,),
                    expansion=None,
                    cls=cls,
                    benchmark=False,
                    proper=name != "가지치기",
                    mentions=mentions,
                )
            )
    return entities


def read(text: str) -> tuple[tuple[Result, ...], list[Entity]]:
    """The results of an entry whose only section after the title is ``text``."""
    entities = entities_of(text)
    return find_results([Section(position=1, heading=None, text=text)], entities), entities


def raws(text: str) -> list[str]:
    """The results of a text, as the text gives them."""
    return [result.raw for result in read(text)[0]]


def one(text: str) -> Result:
    """The only result of a text."""
    (result,) = read(text)[0]
    return result


def bearings(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """System, metric, dataset and baseline of each result, by name."""
    results, entities = read(text)
    names = [entity.name for entity in entities]
    return [
        tuple(None if index is None else names[index] for index in (r.system, r.metric, r.dataset, r.baseline))  # type: ignore[misc]
        for r in results
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("제안한 에이전트는 문제의 40.2%를 해결했습니다.", ["40.2%"]),
        ("이 모델은 40.2%의 Pass@1 해결율을 기록했습니다.", ["40.2%"]),
        ("세 벤치마크에서 각각 85.0%, 73.3%, 60.9%를 달성했습니다.", ["85.0%", "73.3%", "60.9%"]),
        ("TextQA에서 85.0%, ImageQA에서 73.3%의 정확도를 보였습니다.", ["85.0%", "73.3%"]),
        ("성공률을 63%에서 95%로 높였습니다.", ["63%에서 95%"]),
        ("추론이 최대 4.5배 빨라졌습니다.", ["4.5배"]),
        ("3에서 5배의 추론 가속을 달성했습니다.", ["3에서 5배"]),
        ("정확도를 15.2% 포인트 끌어올려 개선했습니다.", ["15.2% 포인트"]),
        ("제안한 방법은 spBLEU 27.3, Chamfer distance 0.84를 얻었습니다.", ["27.3", "0.84"]),
        ("이미지 재구성에서 0.63의 FID를 달성했습니다.", ["0.63"]),
        ("수학 성능이 10.9% 증가했습니다.", ["10.9%"]),
        ("46%의 정확도를 보였습니다.", ["46%"]),
        ("새 모델은 FID 2.1을 기록했습니다.", ["2.1"]),
        ("F1 점수 0.85로 가장 우수했습니다.", ["0.85"]),
        ("번역에서 2.3 BLEU 향상을 얻었습니다.", ["2.3"]),
        ("mIoU를 17.3에서 19.7로 개선했습니다.", ["17.3에서 19.7"]),
        ("MT-Bench에서 평균 8.4점을 기록했습니다.", ["8.4점"]),
        ("PSNR이 1.2 dB 높은 결과를 보였습니다.", ["1.2 dB"]),
        ("장면 하나를 0.5초 만에 생성합니다.", ["0.5초"]),
        ("메모리 사용량을 24GB에서 6GB로 줄였습니다.", ["24GB에서 6GB"]),
        ("단일 GPU에서 85 FPS의 렌더링 속도를 냅니다.", ["85 FPS"]),
        ("두 지표에서 각각 5.6 및 22.7 포인트 향상되었습니다.", ["5.6", "22.7 포인트"]),
        ("FaceX에서 0.58, CLIPX에서 27.93을 기록했습니다.", ["0.58", "27.93"]),
        ("인간과의 상관관계는 (r = 0.95)로 높았습니다.", ["0.95"]),
        ("평균 상호 순위(MRR)가 0.488이며, 전문가의 0.796에 비해 낮습니다.", ["0.488", "0.796"]),
        ("여러 데이터셋에서 성능이 개선되었습니다(예: mIoU +3.84).", ["+3.84"]),
        ("The agent improves accuracy by up to 12.5%.", ["12.5%"]),
        ("It reaches a FAD of 1.42 and a KL of 0.98 there.", ["1.42", "0.98"]),
        ("FooNet achieves 80.0 on TextQA and 63.3 on ImageQA.", ["80.0", "63.3"]),
        ("It attains a FID of 15.27, against 25.35 for BarNet.", ["15.27", "25.35"]),
        ("With self-consistency TextQA goes up to 60.9%.", ["60.9%"]),
        ("FooNet has 44.6% on TextQA.", ["44.6%"]),
        ("It is 3.2× faster than before.", ["3.2×"]),
        ("We see 3-5x higher throughput.", ["3-5x"]),
        ("The success rate rises from 40% to 56%.", ["40% to 56%"]),
        ("It achieves 78.3% on MMLU.", ["78.3%"]),
        ("It reaches an average score of 76.03.", ["76.03"]),
        ("It obtains an F1 of 0.85, while others stay at 0.81.", ["0.85"]),
        ("This yields a 2.3 BLEU improvement.", ["2.3"]),
        ("It wins 9 of 10 games.", ["9 of 10"]),
        ("Perplexity decreases from 12.1 to 9.8.", ["12.1 to 9.8"]),
        ("It scores 71.2 (MMLU) and 54.9 (TextQA).", ["71.2", "54.9"]),
    ],
)
def test_a_finding_is_taken(text: str, expected: list[str]) -> None:
    """Every form in which digests report a measured value is found, and nothing beside it."""
    assert raws(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "데이터셋은 20,000개의 이미지와 171,354개의 문장으로 구성됩니다.",
        "70억 개의 매개변수를 가진 7B 모델을 학습했습니다.",
        "1.5조 토큰으로 사전 학습한 3.8B 모델입니다.",
        "2024년 8월에 공개된 모델보다 우수한 성능을 보였습니다.",
        "학습률 0.001과 드롭아웃 0.1을 사용해 성능을 높였습니다.",
        "12개의 층과 8개의 GPU, 100 에포크로 학습했습니다.",
        "512x512 해상도의 이미지에서 우수한 성능을 보입니다.",
        "128K 토큰의 컨텍스트 길이를 지원합니다.",
        "학습에는 전체 토큰의 0.005% 미만을 사용해 높은 성능을 냅니다.",
        "데이터의 80%는 훈련용으로 쓰고 성능을 평가했습니다.",
        "단 0.3%의 뉴런만 사용하여 비슷한 성능을 유지합니다.",
        "1) 새로운 구조로 성능을 높이고 2) 비용을 줄입니다.",
        "Qwen2.5와 GPT-4보다 우수한 성능을 보입니다.",
        "Llama 3.1 및 Gemini 1.5와 비교해 뛰어난 성능을 보였습니다.",
        "95% 신뢰 구간에서 결과가 유의했습니다.",
        "50% 마스킹 비율로 학습해 성능을 개선했습니다.",
        "4초 분량의 비디오에서 우수한 성능을 보였습니다.",
        "24GB 메모리를 가진 GPU에서 실행해 성능을 확인했습니다.",
        "10배 더 큰 모델과 비슷한 성능을 보입니다.",
        "16배 다운샘플링에서도 품질이 좋습니다.",
        "데이터 규모를 10배 확장했습니다.",
        "유사도가 0.5 이상인 쌍만 남겨 품질을 높였습니다.",
        "100점 만점으로 성능을 평가했습니다.",
        "The dataset contains 20,000 videos, 30% of which are synthetic.",
        "We train on 10% of the data for 100 epochs.",
        "Extending the context window from 8K to 64K.",
        "Version 2.0 supports Python 3.11; see Section 4.2.",
        "We use a learning rate of 0.001 and a temperature of 0.7.",
        "Llama 3.1 405B is evaluated across 36 tasks in 2024.",
        "Our 10x larger model is trained with 50% masking.",
        "It runs on a GPU with 24GB memory.",
        "overlap >= 0.8 is a rule that one can test.",
    ],
)
def test_a_number_of_the_setup_is_left(text: str) -> None:
    """Sizes, dates, settings, versions, shares of data and thresholds are no results."""
    assert raws(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("46%의 정확도를 보였습니다.", "46", "%", ResultKind.ABSOLUTE),
        ("83%의 높은 성공률을 달성했습니다.", "83", "%", ResultKind.ABSOLUTE),
        ("정확도를 95%로 향상시켰습니다.", "95", "%", ResultKind.ABSOLUTE),
        ("인간의 76%를 능가하는 성능입니다.", "76", "%", ResultKind.ABSOLUTE),
        ("정확도가 10.9% 향상되었습니다.", "10.9", "%", ResultKind.GAIN),
        ("20% 이상의 성능 향상을 달성했습니다.", "20", "%", ResultKind.GAIN),
        ("기존보다 5% 높은 정확도를 기록했습니다.", "5", "%", ResultKind.GAIN),
        ("정확도를 4 퍼센트포인트 높였습니다.", "4", "%p", ResultKind.GAIN),
        ("추론 속도가 2.5배 빨라졌습니다.", "2.5", "x", ResultKind.RATIO),
        ("지연 시간을 2.5배 줄였습니다.", "2.5", "x", ResultKind.RATIO),
        ("It improves recall by 3.1%.", "3.1", "%", ResultKind.GAIN),
        ("an average improvement of 8.7% in quality", "8.7", "%", ResultKind.GAIN),
        ("It attains an accuracy of 88%.", "88", "%", ResultKind.ABSOLUTE),
    ],
)
def test_value_unit_and_kind_are_read(text: str, value: str, unit: str, kind: ResultKind) -> None:
    """A value that is reached is absolute, one by which something moves is a gain, a factor is a ratio."""
    result = one(text)
    assert (result.value, result.unit, result.kind) == (Decimal(value), unit, kind)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("성능이 13% 하락했습니다.", "-13"),
        ("정확도가 5% 감소했습니다.", "-5"),
        ("Accuracy drops by 12% under shift.", "-12"),
        ("FID가 -3.2만큼 개선되었습니다.", "-3.2"),
        ("오류율이 25% 감소했습니다.", "25"),
        ("학습 비용을 30% 절감했습니다.", "30"),
        ("성능 저하 없이 속도를 40% 높였습니다.", "40"),
        ("It reduces latency by 35%.", "35"),
        ("정확도가 43%로 떨어졌습니다.", "43"),
    ],
)
def test_only_a_loss_is_negative(text: str, value: str) -> None:
    """A quality that falls and a written minus are negative; a cost that falls and a level that is reached are not."""
    assert one(text).value == Decimal(value)


def test_a_range_has_bounds_and_a_change_has_an_origin() -> None:
    """A range gives minimum and maximum and no value; a change gives where it started and where it ended."""
    span = one("3에서 5배의 추론 가속을 달성했습니다.")
    assert (span.value, span.value_min, span.value_max, span.value_from) == (None, Decimal(3), Decimal(5), None)
    change = one("성공률을 63%에서 95%로 높였습니다.")
    assert (change.value, change.value_min, change.value_max, change.value_from) == (
        Decimal(95),
        None,
        None,
        Decimal(63),
    )


def test_bare_numbers_of_a_list_take_its_unit() -> None:
    """The unit that stands once at the end of a list belongs to all its values; a year before it does not join."""
    assert [(r.raw, r.unit) for r in read("각각 5와 10% 향상되었습니다.")[0]] == [("5", "%"), ("10%", "%")]
    assert raws("In 2024, 5% better accuracy was reported.") == ["5%"]


def test_a_finding_names_its_system_metric_dataset_and_baseline() -> None:
    """Subject, metric, place and what is beaten are those of the sentence."""
    assert bearings("FooNet은 MMLU에서 GPT-4보다 5% 높은 정확도를 기록했습니다.") == [
        ("FooNet", "정확도", "MMLU", "GPT-4")
    ]
    assert bearings("FooNet achieves 78.3% accuracy on MMLU, surpassing GPT-4.") == [
        ("FooNet", "accuracy", "MMLU", "GPT-4")
    ]


def test_values_pair_with_the_names_before_them() -> None:
    """In "TextQA에서 85%, ImageQA에서 73%" each value belongs to its own dataset and both share the metric behind."""
    text = "FooNet은 TextQA에서 85.0%, ImageQA에서 73.3%, VideoQA에서 60.9%의 정확도를 기록했습니다."
    assert bearings(text) == [
        ("FooNet", "정확도", "TextQA", None),
        ("FooNet", "정확도", "ImageQA", None),
        ("FooNet", "정확도", "VideoQA", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "FooNet은 TextQA와 ImageQA에서 각각 85.0%, 73.3%를 달성했습니다.",
        "FooNet scores 85.0% and 73.3% on TextQA and ImageQA, respectively.",
    ],
)
def test_lists_of_names_and_values_pair_in_order(text: str) -> None:
    """As many names as values are paired one by one, whichever list comes first."""
    assert [dataset for _, _, dataset, _ in bearings(text)] == ["TextQA", "ImageQA"]


def test_a_value_in_brackets_belongs_to_the_name_before_it() -> None:
    """Competitors' values in brackets are theirs, on the same metric and dataset."""
    text = "FooNet reaches an accuracy of 76.03 on MMLU, surpassing GPT-4 (72.24) and BarNet (69.23)."
    assert [(system, dataset) for system, _, dataset, _ in bearings(text)] == [
        ("FooNet", "MMLU"),
        ("GPT-4", "MMLU"),
        ("BarNet", "MMLU"),
    ]


def test_this_model_is_what_the_entry_introduces() -> None:
    """A sentence about "this model" is about the paper's own; one that names nobody has no system."""
    text = "FooNet을 제안합니다. 이 모델은 46%의 정확도를 달성했습니다. 최고 결과는 50%의 정확도였습니다."
    assert [system for system, *_ in bearings(text)] == ["FooNet", None]


def test_an_anonymous_subject_is_not_replaced() -> None:
    """ "The best method" is nobody in particular, though a name stands earlier in the sentence."""
    text = "FooNet은 어려운 과제를 제시하며, 가장 우수한 방법은 53.5%의 정확도를 기록했습니다."
    assert [system for system, *_ in bearings(text)] == [None]


def test_numbers_inside_names_are_no_results_but_units_may_be_names() -> None:
    """A mention that covers the digits hides them; one that covers only the unit does not."""
    text = "Apex 85 FPS는 85 FPS의 렌더링 속도를 냅니다."
    section = Section(position=0, heading=None, text=text)

    def entity(start: int, end: int) -> Entity:
        mention = Mention(section=0, start=start, end=end, role=Role.MENTIONS, rule="test/1")
        name = text[start:end]
        return Entity(
            name=name,
            surfaces=(name,),
            expansion=None,
            cls=ConceptClass.METRIC,
            benchmark=False,
            proper=True,
            mentions=(mention,),
        )

    unit = text.rindex("FPS")
    results = find_results([section], [entity(0, 11), entity(unit, unit + 3)])
    assert [(result.start, result.raw) for result in results] == [(text.rindex("85"), "85 FPS")]


def test_sections_keep_their_own_offsets() -> None:
    """Each result points into the text of its own section."""
    sections = [
        Section(position=0, heading=None, text="A Title with 2 Parts"),
        Section(position=3, heading="Performance", text="정확도 46%를 달성했습니다."),
    ]
    (result,) = find_results(sections, [])
    assert (result.section, sections[1].text[result.start : result.end], result.rule) == (3, "46%", "results/1")


def test_a_huge_sentence_takes_no_more_than_linear_time() -> None:
    """A table of thousands of values in one sentence is read quickly, without bearings."""
    text = "FooNet 정확도 " + ", ".join(f"{number % 97}.5%" for number in range(5000)) + " 달성"
    began = time.process_time()
    results, _ = read(text)
    assert time.process_time() - began < 5
    assert len(results) == 5000
    assert {result.system for result in results} == {None}


NUMBERS = "0 7 12 3.5 99.9 1,000 ² ٣ ５"
UNITS = "% 배 x × 점 포인트 pp 초 분 ms GB MB FPS dB 시간 개 중 초당 프레임"
JOINTS = "🚀 . , - + ~ → ( ) / @ of to from and by achieves 에서 로 까지 의 를 은 각각 최대 보다 데이터"
WORDS = "정확도 accuracy FID F1 성능 향상 감소 하락 달성 기록 FooNet GPT-4 MMLU"
PIECES = st.sampled_from(["\n", *f"{NUMBERS} {UNITS} {JOINTS} {WORDS}".split()])
PROSE = st.builds(str.join, st.sampled_from(["", " "]), st.lists(PIECES, max_size=40))


@settings(max_examples=300, deadline=None)
@given(st.one_of(PROSE, st.text(max_size=200)))
def test_any_text_gives_valid_results(text: str) -> None:
    """Whatever the text: no error, spans that give back the raw text, finite values, known entities, in order."""
    results, entities = read(text)
    for result in results:
        assert text[result.start : result.end] == result.raw
        values = (result.value, result.value_min, result.value_max, result.value_from)
        assert all(value is None or value.is_finite() for value in values)
        assert (result.value is None) == (result.value_min is not None) == (result.value_max is not None)
        indexes = (result.system, result.metric, result.dataset, result.baseline)
        assert all(index is None or 0 <= index < len(entities) for index in indexes)
    assert [result.start for result in results] == sorted({result.start for result in results})


def numbers_of(value: str) -> frozenset[Decimal]:
    """The numbers of a gold or raw value."""
    return frozenset(Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", value.replace(",", "")))


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("gold", "digest", "recall"),
    [
        ("seed.jsonl", "seed/2025-05-07.md", 0.95),
        ("ko_dev.jsonl", "dev/ko_dev.md", 0.85),
        ("en_dev.jsonl", "dev/en_dev.md", 0.7),  # two of its twelve values are spelled as words
    ],
)
def test_annotated_results_are_found(gold: str, digest: str, recall: float) -> None:
    """On the annotated entries, without any entity known, results are found and hardly anything else is."""
    if not SHARED.exists():
        pytest.skip("../shared is absent")
    counts: Counter[str] = Counter()
    texts: dict[str, str] = {}
    for entry in re.split(r"(?m)^### ", (SHARED / "corpus" / digest).read_text(encoding="utf-8"))[1:]:
        head, _, body = entry.partition("\n")
        body = re.sub(r"(?m)^(?:Vote:|Authors:|!\[|<div|\[Watch|## ).*$", "", body)
        texts[re.search(r"abs/(\d{4}\.\d{4,5})", head).group(1)] = body  # type: ignore[union-attr]
    for line in (SHARED / "gold" / gold).read_text(encoding="utf-8").splitlines():
        paper = json.loads(line)
        found = [numbers_of(result.raw) for result in read(texts[paper["id"]])[0]]
        counts["found"] += len(found)
        for wanted in paper["results"]:
            match = next(
                (f for f in found if f <= numbers_of(wanted["value"]) or numbers_of(wanted["value"]) <= f), None
            )
            if match is not None and match:
                found.remove(match)
                counts["right"] += 1
            counts["hit"] += bool(match) and wanted.get("tier") != "optional"
            counts["wanted"] += wanted.get("tier") != "optional"
    assert counts["hit"] >= recall * counts["wanted"]
    assert counts["right"] >= 0.88 * counts["found"]


def test_a_metric_serves_values_of_its_own_unit() -> None:
    """A metric between two values belongs to the one beside it, not to the next, which has another unit."""
    results, entities = read("FooNet은 정확도 85.0%와 20GB 이하의 메모리 사용량을 보였습니다.")
    metrics = {one.raw: one.metric and entities[one.metric].name for one in results}
    assert metrics["20GB"] is None


def test_a_value_with_a_noun_of_its_own_shares_no_metric() -> None:
    """``90%의 저장 공간과 30%의 정확도``: the metric is the second value's."""
    first = bearings("FooNet은 90%의 저장 공간과 30%의 정확도를 절감하였습니다.")[0]
    assert first[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "FooNet은 높은 정확도로 작성 시간을 최대 43.9% 줄였습니다.",
        "FooNet은 정확도를 유지하며 성능이 약 2배 향상되었습니다.",
    ],
)
def test_a_value_beside_another_word_is_of_no_metric(text: str) -> None:
    """The word right before the value says what was measured; when no metric is known by it, none is borrowed."""
    assert bearings(text)[-1][1] is None
    assert bearings("FooNet은 정확도를 최대 43.9% 높였습니다.")[0][1] == "정확도"


def test_a_general_term_is_no_system() -> None:
    """``가지치기를 사용한 방법보다`` says nothing of a system called pruning."""
    assert bearings("가지치기를 사용한 방법보다 2.4% 향상되었습니다.")[0][0] is None


def test_what_a_new_clause_reports_keeps_no_dataset_and_no_baseline_of_the_last() -> None:
    """``A에서 88.1을 얻었으며, 45 FPS로 실행됩니다``: the speed was not measured on A."""
    first, second = bearings("FooNet은 TextQA에서 BarNet보다 정확도가 8.1% 높았으며, 45 FPS로 실행됩니다.")
    assert first[2:] == ("TextQA", "BarNet")
    assert second[2:] == (None, None)


def test_only_the_papers_own_thing_is_the_system_without_being_the_subject() -> None:
    """``GPT-4와 같은 모델에서 30% 줄였다`` is no value of GPT-4."""
    assert bearings("GPT-4와 같은 모델의 최적화에서 메모리를 30% 절감합니다.")[0][0] is None
    assert bearings("FooNet에 힘입어 GPT-4의 최적화에서 메모리를 30% 절감합니다.")[0][0] == "FooNet"


def test_a_sentence_that_leaves_out_what_the_one_before_said_is_read_by_it() -> None:
    results, entities = read("FooNet solves 9 of 10 riddles. BarNet only 6.")
    assert [(entities[result.system or 0].name, result.value, result.unit) for result in results] == [
        ("FooNet", Decimal(9), "of 10"),
        ("BarNet", Decimal(6), "of 10"),
    ]


@pytest.mark.parametrize(
    "text", ["FooNet solves 9 of 10 riddles. It is old. BarNet only 6.", "FooNet solves riddles. BarNet only 6."]
)
def test_a_number_that_nothing_explains_is_no_result(text: str) -> None:
    assert "6" not in raws(text)
