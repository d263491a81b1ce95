"""A small lexicon of its own, so that what the tests say of the rules does not depend on the shipped names."""

from collections.abc import Callable

import pytest

from papergraph.extract.lexicon import Lexicon, Term
from papergraph.extract.pipeline import Extractor
from papergraph.model import ConceptClass, Entity, Listing, PaperId, Reading, Section

Reader = Callable[..., Reading]


def _term(name: str, cls: ConceptClass | None, *aliases: str, proper: bool = False, benchmark: bool = False) -> Term:
    return Term(name=name, cls=cls, benchmark=benchmark, proper=proper, aliases=aliases)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return a dozen terms: names and general terms of each class, and what is never a concept."""
    return Lexicon(
        [
            _term("GRPO", ConceptClass.METHOD, "Group Relative Policy Optimization", proper=True),
            _term("LoRA", ConceptClass.METHOD, "Low-Rank Adaptation", proper=True),
            _term("Qwen2.5", ConceptClass.MODEL, proper=True),
            _term("Qwen", ConceptClass.MODEL, proper=True),
            _term("MATH", ConceptClass.DATASET, proper=True, benchmark=True),
            _term("GSM8K", ConceptClass.DATASET, proper=True, benchmark=True),
            _term("reinforcement learning", ConceptClass.METHOD, "강화 학습", "RL"),
            _term("machine translation", ConceptClass.TASK, "기계 번역"),
            _term("knowledge distillation", ConceptClass.METHOD, "지식 증류"),
            _term("accuracy", ConceptClass.METRIC, "정확도"),
            _term("large language model", None, "LLM", "대형 언어 모델"),
            _term("Acme Labs", None, proper=True),
            _term("NVIDIA", None, "A100", proper=True),
        ]
    )


@pytest.fixture(scope="session")
def extractor(lexicon: Lexicon) -> Extractor:
    """Return an extractor over that lexicon."""
    return Extractor(lexicon)


def listing(title: str, *texts: str) -> Listing:
    """Return an entry with that title and those sections."""
    sections = [Section(position=0, heading=None, text=title)]
    sections += [Section(position=index, heading=None, text=text) for index, text in enumerate(texts, start=1)]
    return Listing(
        paper=PaperId(scheme="arxiv", local="2101.00001"),
        url="https://arxiv.org/abs/2101.00001",
        title=title,
        authors=(),
        authors_incomplete=False,
        votes=None,
        rank=1,
        sections=tuple(sections),
    )


@pytest.fixture
def read(extractor: Extractor) -> Reader:
    """Return a function that reads an entry of the given title and texts."""

    def _read(title: str, *texts: str) -> Reading:
        return extractor.read(listing(title, *texts))

    return _read


@pytest.fixture
def entity(read: Reader) -> Callable[..., Entity | None]:
    """Return a function that reads texts under a dull title and gives the entity of a surface, or None."""

    def _entity(surface: str, *texts: str, title: str = "on the study of things") -> Entity | None:
        found = [one for one in read(title, *texts).entities if surface in one.surfaces]
        assert len(found) <= 1
        return found[0] if found else None

    return _entity
