"""The lexicon's files: well-formed, sorted, unambiguous, attributed."""

import re
from pathlib import Path

import pytest

from papergraph.extract.folding import fold
from papergraph.extract.lexicon import Lexicon, load
from papergraph.model import ConceptClass

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / "papergraph" / "extract" / "lexicon"
FILES = sorted(FOLDER.glob("*.tsv"))
SOURCES = {
    "lm-evaluation-harness": "MIT",
    "NLP-progress": "MIT",
    "mteb": "Apache-2.0",
    "pytorch-image-models": "Apache-2.0",
    "mmpretrain": "Apache-2.0",
    "axcell": "Apache-2.0",
    "nlp-tdms": "Apache-2.0",
    "PyTorchKorea": "BSD-3-Clause",
    "cpprhtn": "MIT",
    "ryujt": "MIT",
}
SAID_OF_EVERYTHING = """
    LLM|large language model|대규모 언어 모델|AI|인공지능|deep learning|딥러닝|machine learning|model|모델|training|학습
    neural network|신경망|dataset|데이터셋|benchmark|벤치마크|framework|프레임워크|algorithm|알고리즘|performance|성능
    training data|학습 데이터
"""


def rows(path: Path) -> list[list[str]]:
    """Return the cells of the lines of ``path`` that are no comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The lexicon as the package ships it."""
    return load()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_lines_have_no_stray_space_and_no_empty_cell(path: Path) -> None:
    """A cell is never empty or padded, and an alias is never empty, padded, or a repetition within its line."""
    for cells in rows(path):
        surfaces = [cells[0], *(cells[3].split("|") if len(cells) == 4 else [])]
        assert len(cells) in (3, 4), cells
        assert all(text and text == text.strip() for text in [*cells, *surfaces]), cells
        assert len(surfaces) == len(set(surfaces)), cells


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_names_are_sorted_and_stand_once_in_a_file(path: Path) -> None:
    """Lines are in the order of their names without case, so that a change shows as one line; no name stands twice."""
    names = [cells[0] for cells in rows(path)]
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(set(names))


def test_no_surface_belongs_to_two_classes(lexicon: Lexicon) -> None:
    """What a surface is does not hang on the order in which the files are read."""
    classes: dict[str, set[tuple[str, ConceptClass | None]]] = {}
    for term in lexicon.terms:
        for surface in term.surfaces:
            classes.setdefault(fold(surface), set()).add((term.name, term.cls))
    clashes = {key: said for key, said in classes.items() if len({cls for _, cls in said}) > 1}
    assert clashes == {}


@pytest.mark.parametrize("name", ["general.tsv", "tasks.tsv", "metrics.tsv"])
def test_a_surface_has_one_term_in_a_file_of_terms(name: str) -> None:
    """Two lines of one file never share a surface: the second would never be found."""
    owner: dict[str, str] = {}
    for cells in rows(FOLDER / name):
        for surface in [cells[0], *(cells[3].split("|") if len(cells) == 4 else [])]:
            assert owner.setdefault(fold(surface), cells[0]) == cells[0], surface


@pytest.mark.parametrize("name", ["general.tsv", "tasks.tsv", "metrics.tsv"])
def test_names_are_english(name: str) -> None:
    """The canonical form carries no Hangul, also where a text says the term only in Korean."""
    assert [cells[0] for cells in rows(FOLDER / name) if re.search("[가-힣]", cells[0])] == []


@pytest.mark.parametrize("word", re.split(r"\s*[|\n]\s*", SAID_OF_EVERYTHING.strip()))
def test_words_said_of_everything_are_no_concepts(lexicon: Lexicon, word: str) -> None:
    """A word that is true of every paper is not in the lexicon as a concept."""
    term = lexicon.find(word)
    assert term is None or term.cls is None


@pytest.mark.parametrize(
    ("korean", "english", "cls"),
    [
        ("강화학습", "reinforcement learning", ConceptClass.METHOD),
        ("지식 증류", "knowledge distillation", ConceptClass.METHOD),
        ("생각의 사슬", "chain-of-thought", ConceptClass.METHOD),
        ("확산 모델", "diffusion model", ConceptClass.METHOD),
        ("보상 모델", "reward model", ConceptClass.MODEL),
        ("자동 음성 인식", "automatic speech recognition", ConceptClass.TASK),
        ("텍스트-이미지 생성", "text-to-image generation", ConceptClass.TASK),
        ("정확도", "accuracy", ConceptClass.METRIC),
        ("승률", "win rate", ConceptClass.METRIC),
    ],
)
def test_korean_and_english_are_one_term(lexicon: Lexicon, korean: str, english: str, cls: ConceptClass) -> None:
    """The Korean surface leads to the term under its English name, with its class."""
    term = lexicon.find(korean)
    assert term is not None
    assert term.name == english
    assert term is lexicon.find(english)
    assert term.cls is cls


@pytest.mark.parametrize(("source", "licence"), sorted(SOURCES.items()))
@pytest.mark.parametrize("file", [PROJECT / "NOTICE", FOLDER / "README.md"], ids=lambda path: path.name)
def test_sources_are_named_with_their_licences(file: Path, source: str, licence: str) -> None:
    """Every source of names stands, with its licence on the same line, in the notice and beside the data."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if source in line]
    assert any(licence in line for line in lines)
