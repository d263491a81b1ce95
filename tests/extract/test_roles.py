"""What the paper does with a thing, from the sentence that names it."""

from collections.abc import Callable

import pytest

from papergraph.model import Entity, Role

Find = Callable[..., Entity | None]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("본 논문은 Zorbix라는 새로운 방법을 제안합니다.", Role.INTRODUCES),
        ("새로운 벤치마크인 Zorbix를 소개합니다.", Role.INTRODUCES),
        ("Zorbix를 도입하여 학습을 돕습니다.", Role.INTRODUCES),
        ("이 모델은 Zorbix를 사용하여 학습됩니다.", Role.USES),
        ("Zorbix를 통해 자막을 만들고 새로운 방법을 제안합니다.", Role.USES),
        ("Zorbix보다 10% 높은 성능을 보였습니다.", Role.COMPARES_WITH),
        ("Zorbix 대비 큰 향상을 보였습니다.", Role.COMPARES_WITH),
        ("Zorbix와 비교하여 더 빠릅니다.", Role.COMPARES_WITH),
        ("제안된 방식은 Zorbix를 크게 능가합니다.", Role.COMPARES_WITH),
        ("Zorbix 데이터셋에서 좋은 결과를 얻었습니다.", Role.EVALUATES_ON),
        ("We introduce Zorbix, a framework for birds.", Role.INTRODUCES),
        ("Our system outperforms ZorbIX by a wide margin.", Role.COMPARES_WITH),
        ("Experiments on ZorbIX show gains.", Role.EVALUATES_ON),
        ("Prior methods such as ZorbIX are slow.", Role.MENTIONS),
        ("이는 Zorbix와 비슷한 수준의 성능입니다.", Role.COMPARES_WITH),
        ("Zorbix와 같은 대형 모델을 넘어서는 성과를 보였습니다.", Role.COMPARES_WITH),
        ("새로운 영상 표현 기법 Zorbix는 프레임을 더 씁니다.", Role.INTRODUCES),
        ("새로운 평가 기준인 Zorbix 벤치마크에서 효과를 보였습니다.", Role.INTRODUCES),
        ("평가를 위해 Zorbix 데이터셋을 새로 수집하였습니다.", Role.INTRODUCES),
        ("실험을 위해 'Zorbix'라는 데이터셋이 공개되었습니다.", Role.INTRODUCES),
        ("최근 ZorbIX (Miller et al., 2024) 같은 모델이 나왔습니다.", Role.MENTIONS),
        ("ZorbIX의 출시 이후 많은 것이 달라졌습니다.", Role.MENTIONS),
        ("기존 모델(ZorbIX 등)을 활용하여 자막을 만들었습니다.", Role.USES),
        ("FooNet reaches 71.2, versus 66.5 for ZorbIX.", Role.COMPARES_WITH),
        ("It gains 1.1 mAP over ZorbIX.", Role.COMPARES_WITH),
        ("FooNet runs on a par with ZorbIX.", Role.COMPARES_WITH),
        ("We tuned more than 100 runs of ZorbIX.", Role.USES),
        ("The design bridges a frozen encoder, ZorbIX, and a decoder.", Role.USES),
        ("비교군은 FooNet, ZorbIX, 그리고 BarNet입니다.", Role.COMPARES_WITH),
        ("정확도 44.5로 FooNet의 40.4와 ZorbIX의 36.6을 넘었습니다.", Role.COMPARES_WITH),
        ("오차를 ZorbIX의 8.04에서 4.40으로 낮췄습니다.", Role.COMPARES_WITH),
        ("FID 15.27로 FooNet(19.74), ZorbIX(25.35)를 모두 앞섰습니다.", Role.COMPARES_WITH),
        ("A better trade-off than that of ZorbIX.", Role.COMPARES_WITH),
        ("It scores 61%, above the 57% of ZorbIX.", Role.COMPARES_WITH),
        ("ZorbIX and BarNet serve as baselines in our study.", Role.COMPARES_WITH),
        ("ZorbIX, as we call the result, is small.", Role.INTRODUCES),
        ("화질은 ZorbIX와 견주어 손색이 없습니다.", Role.COMPARES_WITH),
        ("ZorbIX 대신 더 작은 모델을 씁니다.", Role.MENTIONS),
        ("자막을 위해 ZorbIX 시스템을 사용하지 않습니다.", Role.MENTIONS),
        ("평가를 위해 새로 만든 ZorbIX에서도 같았습니다.", Role.INTRODUCES),
        ("ZorbIX 없이 자막을 만듭니다.", Role.MENTIONS),
        ("ZorbIX에 비하여 더 빠릅니다.", Role.COMPARES_WITH),
        ("속도에서 ZorbIX를 초과했습니다.", Role.COMPARES_WITH),
        ("ZorbIX로 미세 조정된 모델과 비교하여 더 빠릅니다.", Role.USES),
    ],
)
def test_the_sentence_states_the_role(entity: Find, text: str, role: Role) -> None:
    """Each cue gives its role, whatever particle stands before it."""
    found = entity("Zorbix", text) or entity("ZorbIX", text)
    assert found is not None
    assert found.role is role


@pytest.mark.parametrize("name", ["ZTU-Eval", "Zorb2-7B", "ZorbFul"])
def test_siblings_of_the_own_name_are_own(entity: Find, name: str) -> None:
    """A name that shares its first part with what is introduced, or adds a version to it, is introduced too."""
    title = {"ZTU-Eval": "ZTU-Bench: Counting Birds", "Zorb2-7B": "Zorb: Counting Birds"}.get(
        name, "ZorbFul-Pro: Birds"
    )
    found = entity(name, f"{name}는 좋은 성능을 보입니다.", title=title)
    assert found is not None
    assert found.role is Role.INTRODUCES


def test_a_set_that_was_tested_on_is_no_sibling(entity: Find) -> None:
    """``Ref-Bars`` beside the own ``Ref-Foos`` stays what it was evaluated on."""
    found = entity("Ref-Bars", "모델은 Ref-Bars 데이터셋에서 좋은 결과를 보입니다.", title="Ref-Foos: Finding Birds")
    assert found is not None
    assert found.role is Role.EVALUATES_ON


def test_the_title_name_is_the_papers_own(entity: Find) -> None:
    """What the title names before its colon is introduced, and exactly one mention need not say so."""
    found = entity("Zorbix", "Zorbix는 빠르게 작동합니다.", title="Zorbix: Fast Birds")
    assert found is not None
    assert found.role is Role.INTRODUCES


def test_a_known_name_is_not_introduced_by_a_passing_verb(entity: Find) -> None:
    """A listed name beside a verb of presenting is what the paper builds with."""
    found = entity("GRPO", "GRPO를 활용하여 새로운 학습 방법을 제안합니다.")
    assert found is not None
    assert found.role is Role.USES


def test_variants_of_the_own_name_are_own(entity: Find) -> None:
    """``X-7B`` and ``Masked X`` are introduced with X."""
    texts = ("우리는 Zorbix를 제안합니다.", "Zorbix-Lite는 작고, 'Masked Zorbix'도 있습니다.")
    for name in ("Zorbix-Lite", "Masked Zorbix"):
        found = entity(name, *texts, title="Zorbix: Fast Birds")
        assert found is not None
        assert found.role is Role.INTRODUCES


def test_the_strongest_role_wins(entity: Find) -> None:
    """A thing that is used and then beaten is compared with."""
    found = entity("Zorbix", "Zorbix를 사용합니다. 결과는 Zorbix보다 우수합니다.")
    assert found is not None
    assert found.role is Role.COMPARES_WITH


def test_a_dataset_alone_can_be_evaluated_on(entity: Find) -> None:
    """Converting from a model is no evaluation on it."""
    found = entity("Qwen2.5", "Qwen2.5에서 변환한 가중치를 씁니다.")
    assert found is not None
    assert found.role is Role.USES


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ZorbA와 ZorbIX는 기존 모델들과 비교하여 좋아졌습니다.", Role.USES),
        ("ZorbIX를 목표 모델로 사용해 새 방식이 기존 방법들을 능가함을 보였습니다.", Role.USES),
        ("ZorbA, ZorbIX 세 가지 상황에서 둘의 성능을 비교하였습니다.", Role.USES),
        ("ZorbIX를 비롯한 기존 방법들보다 낫습니다.", Role.COMPARES_WITH),
        ("이는 ZorbIX 성능을 보다 향상시킵니다.", Role.USES),
        ("ZorbIX가 새롭게 도입되었습니다.", Role.INTRODUCES),
        ("최근 ZorbIX의 출현은 주목받고 있습니다.", Role.MENTIONS),
    ],
)
def test_lists_objects_and_voices(entity: Find, text: str, role: Role) -> None:
    """What follows a list belongs to all of it, another object ends the reach of a verb, and a passive presents."""
    found = entity("ZorbIX", text)
    assert found is not None
    assert (found.role is role) if role is not Role.USES else (found.role is not Role.COMPARES_WITH)


@pytest.mark.parametrize(
    "text",
    [
        "강화 학습 단계에서 그룹 상대 정책 최적화(Group Relative Policy Optimization; GRPO)를 제안한다.",
        "우리는 GRPO를 새롭게 소개합니다.",
        "In this work we propose GRPO.",
    ],
)
def test_the_paper_a_known_name_comes_from(entity: Find, text: str) -> None:
    """A name that the lexicon knows is introduced where the entry itself proposes it."""
    found = entity("GRPO", text)
    assert found is not None
    assert found.role is Role.INTRODUCES


@pytest.mark.parametrize(
    "text",
    ["GRPO를 도입하여 학습합니다.", "GRPO를 통해 새로운 방법을 제안합니다.", "GRPO로 학습한 모델을 제안합니다."],
)
def test_a_known_name_that_is_merely_employed(entity: Find, text: str) -> None:
    """To adopt a known thing, or to propose something by means of it, does not make it the paper's own."""
    found = entity("GRPO", text)
    assert found is not None
    assert found.role is Role.USES


def test_the_subject_of_a_sentence_that_opens_with_an_unknown_name(entity: Find) -> None:
    """An unknown name that opens a sentence as its topic is what the entry tells of."""
    found = entity("ZorbNet", "새들은 날아다닌다. ZorbNet은 두 부분으로 이루어진다.")
    assert found is not None
    assert found.role is Role.INTRODUCES


def test_nothing_is_compared_with_a_measure(entity: Find) -> None:
    """What a number is higher on is measured; only methods, models and data sets are what one is compared with."""
    found = entity("정확도", "이 시스템은 정확도를 15% 향상시켰습니다.")
    assert found is not None
    assert found.role is Role.USES


def test_what_a_new_method_is_built_on_is_not_new(entity: Find) -> None:
    """``Zorbix Counting을 기반으로 한 새로운 방법``: the method is new, what it stands on is used."""
    found = entity("Zorbix Counting", "조르빅스 계수법(Zorbix Counting)을 기반으로 한 새로운 방법을 제안합니다.")
    assert found is not None
    assert found.role is Role.USES


@pytest.mark.parametrize(
    "text", ["Zorb" + "1" * 60 + "Net를 제안한다.", "Zorb" + "1it" * 40 + ".", "We use Zorb" + " or A" * 60]
)
def test_a_hostile_name_is_read_in_one_way(entity: Find, text: str) -> None:
    """Patterns that could take a text apart in many ways would try them all, and never come back."""
    assert entity("nothing of that name", text) is None


def test_what_a_new_name_is_told_to_be_is_not_new(entity: Find) -> None:
    found = entity("ZorbIX", "새로운 ZorbIX 프레임워크인 FooNet을 제안합니다.", title="FooNet: on things")
    assert found is not None
    assert found.role is Role.USES
