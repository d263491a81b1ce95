"""Glosses: names that the text itself joins, in each of their forms."""

import pytest

from papergraph.extract import glosses


def joined(text: str) -> list[set[str]]:
    """Return the surfaces that each gloss of ``text`` joins."""
    return [{text[start:end] for start, end in gloss.spans} for gloss in glosses.find(text)]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        (
            "우리는 쌍대 흐름 정렬(Dual Flow Alignment; DFA)을 제안한다.",
            {"쌍대 흐름 정렬", "Dual Flow Alignment", "DFA"},
        ),
        ("새로운 선호 최적화(Preference Optimization, PO) 방법", {"선호 최적화", "Preference Optimization", "PO"}),
        ("학습에는 절차적 생성(Procedural Generation)을 쓴다", {"절차적 생성", "Procedural Generation"}),
        ("작은 언어 모델(SLM)은", {"작은 언어 모델", "SLM"}),
        ("TreeQ(Tree-structured Queries)는", {"TreeQ", "Tree-structured Queries"}),
        ("We use Dual Flow Alignment (DFA) here.", {"Dual Flow Alignment", "DFA"}),
        ("두 방법 가운데 '어휘 사영(VocabMap)' 방식은", {"어휘 사영", "VocabMap"}),
        ("RAX-V6 ('RAXFinch')는", {"RAX-V6", "RAXFinch"}),
        ("명시적 지각 평가(Explicit Nest Appraisal)는", {"명시적 지각 평가", "Explicit Nest Appraisal"}),
        ("깊이 연결(Depth-Links)과", {"깊이 연결", "Depth-Links"}),
        ('"Make-A-Feather (Maf)"라는', {"Make-A-Feather", "Maf"}),
    ],
)
def test_each_form_joins_its_names(text: str, surfaces: set[str]) -> None:
    """Korean term, long form and acronym are one thing, and the Korean term begins where it should."""
    assert surfaces in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "여러 벤치마크(FooBench, BarBench, BazQA 등)에서",
        "매우 높은 위험(Risk)이 있다",
        "모델 크기(7B)를 바꾸며",
        "이 모델(아래 참조)은",
        "새로운 정렬 알고리즘(Z-DPO 및 Z-KTO)을",
        "실제 데이터(ground truth)와",
        "작은 화면 영상(Bird Images)을",
        "공간 해상도(0.2m에서 250m까지)",
    ],
)
def test_lists_and_asides_join_nothing(text: str) -> None:
    """A bracket with examples, a single common word, a size or a remark says nothing about names."""
    assert not [one for one in glosses.find(text) if one.certain]


def test_the_long_form_is_told() -> None:
    """The gloss says which of its names spells the acronym out, in either order."""
    for text in ("이중 정렬(Dual Alignment Network; DAN)", "이중 정렬(DAN; Dual Alignment Network)"):
        (gloss,) = glosses.find(text)
        assert gloss.expansion is not None
        assert text[slice(*gloss.expansion)] == "Dual Alignment Network"


@pytest.mark.parametrize(
    ("short", "long"),
    [("GRPO", "Group Relative Policy Optimization"), ("SLMs", "small language model"), ("X2Y", "X to 2D Yield")],
)
def test_acronyms_are_explained(short: str, long: str) -> None:
    """The letters of an acronym stand in its long form, in order."""
    assert glosses.explains(short, long)


@pytest.mark.parametrize(("short", "long"), [("GRPO", "policy optimization"), ("ABC", "ABC"), ("DPO", "Low-Rank")])
def test_others_are_not(short: str, long: str) -> None:
    """Missing letters, or the same word again, explain nothing."""
    assert not glosses.explains(short, long)


def test_the_whole_long_form_is_taken() -> None:
    """Of the words before an acronym, those whose initials spell it go before fewer that merely hold its letters."""
    text = "The Position-aware Perceiver Resampler (PPR) helps."
    assert {"Position-aware Perceiver Resampler", "PPR"} in joined(text)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("We use Dual Flow Alignment, or DFA, here.", {"Dual Flow Alignment", "DFA"}),
        ("여기서 Dual Flow Alignment, 즉 DFA를 쓴다.", {"Dual Flow Alignment", "DFA"}),
        ("여기서 쌍대 흐름 정렬, 즉 DFA를 쓴다.", {"쌍대 흐름 정렬", "DFA"}),
        ("좋은 것이다. 쌍대 흐름 정렬(Dual Flow Alignment)을 쓴다.", {"쌍대 흐름 정렬", "Dual Flow Alignment"}),
        ("이는 새에 대해 흐름 정렬(flow alignment)을 쓴다.", {"흐름 정렬", "flow alignment"}),
        ("'ZorbSet'(Zorb Question Set)은 크다.", {"ZorbSet", "Zorb Question Set"}),
    ],
)
def test_glosses_in_running_text_and_their_bounds(text: str, surfaces: set[str]) -> None:
    """An apposition joins what a bracket does, and a gloss ends where a sentence, a clause or a quotation does."""
    assert surfaces in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "여기서 FooBench, 즉 다른 BarQA를 쓴다.",  # two names, no acronym of the other
        "We use FooBench or BarQA here.",
        "암시적 표현(예: ZorbNet)을 쓴다",
        "지연 시간(150ms 미만)이 짧다",
        "신경망(neural networks)을 쓴다",
        "평가 데이터(Benchmark Datasets)에서",
    ],
)
def test_alternatives_examples_and_vague_words_join_nothing(text: str) -> None:
    """Two names side by side, an example, a measure and words everybody uses are no gloss."""
    assert not [one for one in glosses.find(text) if one.certain or one.cls is not None]
