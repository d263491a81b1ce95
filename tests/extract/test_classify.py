"""The class of an unlisted name, from the words beside it."""

from collections.abc import Callable

import pytest

from papergraph.extract import heads
from papergraph.model import ConceptClass, Entity

Find = Callable[..., Entity | None]


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("우리는 Zorbix 데이터셋을 공개한다.", ConceptClass.DATASET),
        ("우리는 Zorbix라는 새로운 벤치마크를 제안한다.", ConceptClass.DATASET),
        ("Zorbix는 소리를 글로 바꾸는 새로운 프레임워크입니다.", ConceptClass.METHOD),
        ("새로운 방법인 Zorbix를 제안한다.", ConceptClass.METHOD),
        ("비교에는 Zorbix 모델을 쓴다.", ConceptClass.MODEL),
        ("이를 위해 Zorbix라는 새로운 평가 지표를 제안하였다.", ConceptClass.METRIC),
        ("We present ZorbIX, a large-scale dataset for birds.", ConceptClass.DATASET),
        ("We present ZorbIX, a simple framework for birds.", ConceptClass.METHOD),
        ("Zorbix, Quux, Vorp와 같은 네 개의 벤치마크에서 평가한다.", ConceptClass.DATASET),
    ],
)
def test_context_tells_the_class(entity: Find, text: str, cls: ConceptClass) -> None:
    """The noun behind, before, or in the predicate says what the name is."""
    found = entity("Zorbix", text) or entity("ZorbIX", text)
    assert found is not None
    assert found.cls is cls


@pytest.mark.parametrize(
    ("name", "cls"),
    [("ZorbBench", ConceptClass.DATASET), ("ZorbVQA", ConceptClass.DATASET), ("Zorb-7B", ConceptClass.MODEL)],
)
def test_shape_tells_the_class(entity: Find, name: str, cls: ConceptClass) -> None:
    """Some endings belong to one class."""
    found = entity(name, f"여기서는 {name}를 쓴다.")
    assert found is not None
    assert found.cls is cls


def test_neighbours_in_a_list_share_their_class(entity: Find) -> None:
    """A name that nothing tells of is what its neighbours are."""
    found = entity("Vorp", "실험은 Zorb-7B, Vorp, Quux-3B를 쓴다.")
    assert found is not None
    assert found.cls is ConceptClass.MODEL


def test_benchmarks_are_marked(entity: Find) -> None:
    """A dataset that the text calls a benchmark is one; another is not."""
    benchmark = entity("Zorbix", "우리는 Zorbix 벤치마크를 제안한다.")
    dataset = entity("Zorbix", "우리는 Zorbix 데이터셋을 쓴다.")
    assert benchmark is not None
    assert benchmark.benchmark
    assert dataset is not None
    assert not dataset.benchmark


def test_heads() -> None:
    """The last word of a term tells its class in both languages, with particles or without."""
    assert heads.of_english("sparse mixture attention") is ConceptClass.METHOD
    assert heads.of_english("video diffusion models") is ConceptClass.METHOD
    assert heads.of_english("reward models") is ConceptClass.MODEL
    assert heads.of_korean("데이터셋에서는") is ConceptClass.DATASET
    assert heads.of_english("the weather") is None


def test_the_kind_of_thing_before_a_name_tells_its_class(entity: Find) -> None:
    """``데이터 세트 Zorb``: the noun right before the name says what it is."""
    found = entity("ZorbSet", "새로운 데이터 세트 ZorbSet을 구축했다.")
    assert found is not None
    assert found.cls is ConceptClass.DATASET
