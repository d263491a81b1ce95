"""Names by their shape alone: what is one, what is none."""

import pytest

from papergraph.extract import shapes


def names(text: str, title: str = "") -> set[str]:
    """Return the surfaces that the shape finder sees in ``text`` under ``title``."""
    joined = f"{title}\n{text}"
    return {joined[one.start : one.end] for one in shapes.find(joined, title_end=len(title))}


@pytest.mark.parametrize(
    "name",
    [
        "ZorbNet",
        "ZQX",
        "Zorb2.5-VL-7B",
        "zorb-V2",
        "Auto-ZURP",
        "3DZorb",
        "Zorb&When",
        "Zorb-smith",
        "ZorbBench Verified",
    ],
)
@pytest.mark.parametrize("sentence", ["이 연구는 {}를 쓴다.", "{}은 빠르다.", "여기서 '{}'라는 것을 본다."])
def test_a_name_in_korean_prose_is_seen(name: str, sentence: str) -> None:
    """CamelCase, capitals, digits, hyphens: each shape is a name, particles or not."""
    assert name in names(sentence.format(name))


@pytest.mark.parametrize("text", ["We train ZorbNet on data.", "Using ZorbNet, we win.", "ZorbNet is fast."])
def test_a_shaped_name_in_english_prose_is_seen(text: str) -> None:
    """A capital inside a word makes a name wherever it stands."""
    assert "ZorbNet" in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "These Experiments show much.",
        "Training takes long. However it works.",
        "GPU와 CPU에서 32K 토큰을 처리하는 API이다.",
        "최대 4.5x 빠르고 128K 길이, 80GB 메모리, FP16을 쓴다.",
        "자세한 것은 https://example.org/ZorbNet 에서 볼 수 있다.",
        "이전 연구(Miller et al., 2023)와 같다.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    """Sentence-initial words, units, hardware words, addresses and cited people are no names."""
    assert names(text) == set()


def test_the_title_said_again_is_no_name() -> None:
    """A text that repeats its whole title does not name anything by that."""
    title = "Beyond Simple Scores: A Careful Look at Agents"
    assert names(f"We share {title} today.", title=title) <= {"Beyond Simple Scores"}


def test_glued_suffixes_are_cut() -> None:
    """``ZorbNet-based`` speaks of ZorbNet."""
    assert names("ZorbNet-based 방법") == {"ZorbNet"}


def test_capitalised_words_together_are_a_name_in_korean() -> None:
    """Two capitalised words in Korean prose are one name; a sentence of English begins with none."""
    assert "Amber Animator" in names("여기에 Amber Animator를 더한다.")
    assert names("Amber animates things.") == set()


def test_tests_and_laws_that_bear_a_name() -> None:
    """``Fisher's exact test`` is one thing."""
    assert "Fisher's exact test" in names("Only features that pass Fisher's exact test remain.")


@pytest.mark.parametrize("name", ["Zorb-B/16", "Z*Bench", "zorb-3-opus", "ZORB-Hard"])
def test_slashes_stars_and_small_versions_are_parts_of_names(name: str) -> None:
    """A patch size behind a slash, a star between capitals and a version in small letters belong to the name."""
    assert name in names(f"여기서는 {name}를 쓴다.")


@pytest.mark.parametrize(
    "text",
    [
        "이는 Open-World 문제이다.",
        "과제는 Image-to-Text 변환이다.",
        "면은 2Kx2K 크기이다.",
        "소리는 16-24kHz 대역이다.",
        "지도는 2D-3D 짝을 만든다.",
        "새장-to-3D 변환이다.",
        "하이브리드ZorbNet은 빠르다.",
    ],
)
def test_ordinary_words_joined_by_hyphens_and_sizes_are_no_names(text: str) -> None:
    """Hyphens between ordinary words, dimensions, quoted sentences and tails of Korean words name nothing."""
    assert names(text) == set()


def test_a_quoted_sentence_is_no_name() -> None:
    """What stands in quotation marks and is a Korean sentence names nothing as a whole."""
    assert not [name for name in names('"Zorb에게 언제 만날지 묻는 편지를 보내기" 같은 일이다.') if " " in name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("우리는 자기 둥지 생성기(Self-Nest Weaver)를 도입합니다.", "Self-Nest Weaver"),
        ("이는 조르블-벤치(Zorble-Bench)라는 새로운 것이다.", "Zorble-Bench"),
        ("'조르블(Zorble)'은 빠르다.", "Zorble"),
        ("아이풀 둥지(Zorbful Nest) 데이터셋에서", "Zorbful Nest"),
        ("여기서는 zorb-embed-text-v1을 쓴다.", "zorb-embed-text-v1"),
    ],
)
def test_capitalised_words_behind_korean_are_names_when_presented(text: str, name: str) -> None:
    """What is proposed, called, or said to be a dataset is a name, though its words are merely capitalised."""
    assert name in names(text)


@pytest.mark.parametrize("text", ["견고성(Robustness)을 도입했다.", "새로운 휴리스틱(Heuristic)을 제안한다."])
def test_one_capitalised_word_behind_korean_is_a_gloss(text: str) -> None:
    """A single word behind a Korean word merely says the same in English."""
    assert names(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("이는 'split-then-zorb' 접근법이다.", "split-then-zorb"),
        ("여기서는 zorb-chess 라이브러리를 쓴다.", "zorb-chess"),
        ("새로운 'feather replay'와 함께 쓴다.", "feather replay"),
        ("평가는 Zorb HDR Indoor 데이터셋에서 한다.", "Zorb HDR Indoor"),
        ("과정은 'Expansion', 'Rollout', 'Selection'의 세 단계이다.", "Selection"),
    ],
)
def test_ordinary_words_that_the_sentence_makes_a_name(text: str, name: str) -> None:
    """Quotation marks, or the noun that says what it is, make a name of words without the shape of one."""
    assert name in names(text)


@pytest.mark.parametrize("text", ["이는 open-source 도구이다.", "end-to-end 방법을 쓴다.", "rule-based 모듈이다."])
def test_adjectives_before_a_noun_are_no_names(text: str) -> None:
    """A hyphenated adjective before the noun names nothing."""
    assert names(text) == set()


def test_a_value_is_no_version() -> None:
    """``Zorb 3.1`` may be a release; what has two digits before the point, or two behind it, was measured."""
    assert "Zorb 3.1" in names("이 연구는 Zorb 3.1을 쓴다.")
    assert names("점수는 zorbZQX 27.3, ZQXscore 0.84이다.") == {"zorbZQX", "ZQXscore"}
