"""The extractor as a whole: one entity for each thing, every mention checkable, nothing that is no concept."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papergraph.extract.folding import fold
from papergraph.extract.pipeline import Extractor
from papergraph.model import ConceptClass, Entity, Listing, PaperId, Reading, Role, Section
from papergraph.reading import read_text

Find = Callable[..., Entity | None]
Reader = Callable[..., Reading]

PIECES = st.sampled_from(
    [
        *(
            "GRPO",
            "GRPO를",
            "강화",
            "학습",
            "강화학습에서",
            "(Dual Flow Net; DFN)",
            "ZorbNet은",
            "'Zorb'",
            "데이터셋에서",
        ),
        *(
            "기계",
            "번역(machine translation)",
            "를",
            "제안합니다.",
            "LLM과",
            ".",
            ",",
            ":",
            "\n",
            "We",
            "introduce",
            "ZorbNet,",
        ),
        *(
            "a",
            "model.",
            "대비",
            "Qwen2.5-VL",
            "MATH",
            "math",
            "🙂",
            "é",
            "(",
            ")",
            "’",
            "\\method",
            "$x$",
            "Amber Animator",
        ),
    ]
)
ENTRIES = st.lists(st.lists(PIECES, max_size=25).map(" ".join), min_size=1, max_size=4)


def names(reading: Reading) -> set[str]:
    """Return the names of all entities."""
    return {entity.name for entity in reading.entities}


def test_a_glossed_thing_is_one_entity(read: Reader) -> None:
    """Korean term, long form and acronym, and every later mention of them, are one entity."""
    reading = read(
        "on things", "쌍대 흐름 정렬(Dual Flow Alignment; DFA)을 제안합니다. DFA는 빠르고, 쌍대 흐름 정렬은 간단합니다."
    )
    (entity,) = reading.entities
    assert entity.name == "DFA"
    assert entity.expansion == "Dual Flow Alignment"
    assert set(entity.surfaces) == {"DFA", "Dual Flow Alignment", "쌍대 흐름 정렬"}
    assert len(entity.mentions) == 5


def test_spellings_of_one_name_are_one_entity(read: Reader) -> None:
    """Case and hyphens do not make two things of one."""
    reading = read("ZorbIX: Fast Birds", "ZORBIX는 새로운 모델입니다. Zorb-IX도 그렇습니다.")
    assert len(reading.entities) == 1


def test_a_listed_term_has_its_lexicon_name(entity: Find) -> None:
    """A general term said in Korean is called by its English name, with the Korean as a surface."""
    found = entity("강화학습", "강화학습에서 배웁니다. 강화학습이 좋습니다.")
    assert found is not None
    assert (found.name, found.cls, found.proper) == ("reinforcement learning", ConceptClass.METHOD, False)


def test_particles_hide_no_term(entity: Find) -> None:
    """A Hangul term is found under its particles, not inside another word."""
    assert entity("기계 번역", "기계 번역에서도 잘 됩니다.") is not None
    assert entity("기계 번역", "초기계 번역가는 쉽니다.") is None


def test_a_short_name_needs_its_own_case(entity: Find) -> None:
    """``MATH`` is a benchmark, ``math`` a subject."""
    assert entity("MATH", "MATH에서 평가합니다.") is not None
    assert entity("math", "They like math very much.") is None


def test_an_acronym_means_what_the_entry_says(entity: Find) -> None:
    """A listed acronym that the text spells out otherwise is another thing."""
    found = entity("GRPO", "가짜 회전 연산(Gyro Rotation Projection Operator; GRPO)을 제안합니다.")
    assert found is not None
    assert found.expansion == "Gyro Rotation Projection Operator"
    assert found.role is Role.INTRODUCES


@pytest.mark.parametrize(
    "text",
    [
        "대형 언어 모델(LLM)은 NVIDIA A100에서 학습됩니다.",
        "Acme Labs에서 공개했습니다.",
        "SOTA 성능의 AI와 GPU를 씁니다.",
        "자연어 처리(NLP)에서 씁니다.",
    ],
)
def test_what_is_never_a_concept(read: Reader, text: str) -> None:
    """Organisations, hardware and words like LLM, SOTA and NLP make no entity, in a gloss or out of it."""
    assert read("on things", text).entities == ()


def test_general_terms_of_two_words_are_found_by_their_head(entity: Find) -> None:
    """A head that only technical terms have, behind a noun that qualifies it, is a term that no lexicon needs."""
    found = entity("희소 어텐션", "여기서는 희소 어텐션을 씁니다.")
    assert found is not None
    assert (found.cls, found.proper) == (ConceptClass.METHOD, False)
    assert entity("효율적인 어텐션", "여기서는 효율적인 어텐션을 씁니다.") is None


def test_a_macro_left_in_the_text_is_no_name(read: Reader) -> None:
    r"""``\method`` would join all papers that forgot to expand it."""
    assert names(read("ZORBS: Learning to Zorb", "‘\\method’를 제시합니다. \\method는 좋습니다.")) == {"ZORBS"}


def test_read_many_is_read_for_each(extractor: Extractor) -> None:
    """A stream gives what single reading gives, in order."""
    listings = [_listing(["ZorbNet: Birds", f"ZorbNet은 Zorb{number}X를 씁니다."]) for number in range(5)]
    assert list(extractor.read_many(iter(listings))) == [extractor.read(one) for one in listings]


def test_an_empty_entry_is_read(extractor: Extractor) -> None:
    """No text, no entity."""
    assert extractor.read(_listing([""])) == Reading(entities=(), results=())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(texts=ENTRIES)
def test_every_mention_can_be_checked(extractor: Extractor, texts: list[str]) -> None:
    """Mentions lie in their section, say a surface of their entity, do not overlap; one entity for each surface."""
    listing = _listing(texts)
    entities = extractor.read(listing).entities
    taken: set[tuple[int, int]] = set()
    for entity in entities:
        assert entity.mentions == tuple(sorted(entity.mentions, key=lambda one: (one.section, one.start)))
        said = set()
        for mention in entity.mentions:
            text = listing.sections[mention.section].text
            assert 0 <= mention.start < mention.end <= len(text)
            said.add(text[mention.start : mention.end])
            places = {(mention.section, place) for place in range(mention.start, mention.end)}
            assert not places & taken
            taken |= places
        assert said == set(entity.surfaces)
    folded = [fold(surface) for entity in entities for surface in {fold(one) for one in entity.surfaces}]
    assert len(folded) == len(set(folded))


def _listing(texts: list[str]) -> Listing:
    sections = tuple(Section(position=index, heading=None, text=text) for index, text in enumerate(texts))
    return Listing(
        paper=PaperId(scheme="arxiv", local="2101.00001"),
        url="https://arxiv.org/abs/2101.00001",
        title=texts[0],
        authors=(),
        authors_incomplete=False,
        votes=None,
        rank=1,
        sections=sections,
    )


def test_an_acronym_behind_a_korean_term_of_the_lexicon_is_its_own(entity: Find) -> None:
    """``기계 번역(MT)``: the bracket holds the acronym of the term's English name, and both are one."""
    found = entity("기계 번역", "이는 기계 번역(MT)을 돕고, MT는 어렵다.")
    assert found is not None
    assert {"기계 번역", "MT"} <= set(found.surfaces)


def test_an_entry_may_mean_something_else_by_a_known_acronym(entity: Find) -> None:
    """An acronym whose long form has nothing to do with the lexicon's term is a thing of the entry's own."""
    found = entity("RL", "우리는 Robin Ledger(RL)를 제안합니다.")
    assert found is None or found.name != "reinforcement learning"


def test_the_title_says_the_longer_form_of_a_numbered_name(read: Reader) -> None:
    """``mSky-ZorbOwl 1.5`` in the title and ``ZorbOwl 1.5`` in the text are one thing."""
    reading = read("mSky-ZorbOwl 1.5: Birds at Night", "우리의 모델 ZorbOwl 1.5는 빠르다.")
    assert [one.name for one in reading.entities] == ["mSky-ZorbOwl 1.5"]


def test_what_a_bracket_says_that_a_name_does_is_no_alias_of_it(entity: Find) -> None:
    """``ZorbNet(기계 번역)`` tells of a net and of a task; they are two."""
    found = entity("ZorbNet", "여기서는 ZorbNet(기계 번역)을 쓴다.")
    assert found is not None
    assert "기계 번역" not in found.surfaces


def test_addresses_name_nothing(read: Reader) -> None:
    """A known name inside an address is a part of the address."""
    assert read("on the study of things", "코드는 https://example.org/GRPO/tree/main 에 있다.").entities == ()


def test_a_name_beside_words_that_are_no_concept(entity: Find) -> None:
    """``Large Language Model (ZQ-LLM)``: the long form is no concept; the name is one all the same."""
    assert entity("ZQ-LLM", "우리는 Zorb Quiet Large Language Model (ZQ-LLM)을 소개한다.") is not None
    assert entity("LLM", "이는 Large Language Model (LLM)을 쓴다.") is None


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Dual Hidden Curves를 더한다. DHC는 빠르다.", "DHC", "Dual Hidden Curves"),
        ("Regional Nest Binding을 쓴다. Nest Binding은 빠르다.", "Nest Binding", "Regional Nest Binding"),
        ("Zoryx MLLM을 제안한다. Zoryx는 빠르다.", "Zoryx", "Zoryx MLLM"),
    ],
)
def test_one_thing_named_in_two_ways(entity: Find, text: str, one: str, other: str) -> None:
    """An acronym, a shortened name, and a name with its noun are what the entry calls in full elsewhere."""
    found = entity(one, text)
    assert found is not None
    assert other in found.surfaces


def test_everyday_acronyms_can_mean_something_else(entity: Find) -> None:
    """An acronym that is nobody's is a name where the entry spells it out; what it means everywhere stays nothing."""
    assert entity("CGI", "이는 Coarse Geometric Initialization (CGI) 모듈을 쓴다.") is not None
    assert entity("GPU", "이는 Graphics Processing Unit (GPU)에서 돈다.") is None


def test_a_model_that_was_pretrained_is_no_pretraining() -> None:
    """``사전 학습된`` describes a model; the noun is the method."""
    for text, found in (("사전 학습된 모델을 쓴다.", False), ("사전 학습을 두 단계로 나눈다.", True)):
        names = {one.name for one in read_text(text).entries[0].reading.entities}
        assert ("pre-training" in names) is found


def test_words_before_a_known_term_are_no_part_of_it(entity: Find) -> None:
    """Where the end of the Korean words is the known term that the bracket spells, the term begins there."""
    found = entity(
        "reinforcement learning", "모델이 추론할 수 있도록 강화학습(reinforcement learning)으로 훈련했습니다."
    )

    assert found is not None
    assert set(found.surfaces) == {"강화학습", "reinforcement learning"}


def test_a_bracket_that_says_something_else_is_no_alias(entity: Find) -> None:
    """A known Korean term is not another name of what the bracket holds when the two share no word."""
    found = entity("강화 학습", "기본적인 강화 학습(Human Feedback) 기법을 씁니다.")

    assert found is not None
    assert found.surfaces == ("강화 학습",)


def test_between_two_quotations_stands_no_name(read: Reader) -> None:
    """What stands between the end of one quotation and the beginning of the next is not quoted."""
    reading = read("on things", "보고서는 \"ZoraNet만이 'Code Block' 도구를 잘 쓴다\"고 말합니다.")

    assert all(name == name.strip() for name in names(reading))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("법률 기계 번역을 개선합니다.", "법률 기계 번역"),
        ("소수 언어 기계 번역을 개선합니다.", "소수 언어 기계 번역"),
        ("특히 기계 번역을 개선합니다.", "기계 번역"),
        ("모델을 적용함으로써 기계 번역을 개선합니다.", "기계 번역"),
        ("GRPO를 활용한 기계 번역을 개선합니다.", "기계 번역"),
        ("강화 학습 기계 번역을 개선합니다.", "기계 번역"),
    ],
)
def test_nouns_before_a_task_make_another_task_of_it(entity: Find, text: str, whole: str) -> None:
    found = entity(whole, text)
    assert found is not None
    assert found.surfaces == (whole,)


def test_a_task_that_is_also_named_barely_keeps_its_name(entity: Find) -> None:
    found = entity("기계 번역", "기계 번역은 어렵습니다. 법률 기계 번역을 개선합니다.")
    assert found is not None
    assert len(found.mentions) == 2


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Zorb: Legal Machine Translation via Feathers", "Legal Machine Translation"),
        ("Zorb: Document-Level Legal Machine Translation", "Document-Level Legal Machine Translation"),
        ("Zorb: Efficient Machine Translation via Feathers", "Machine Translation"),
        ("Improving Machine Translation with Feathers", "Machine Translation"),
        ("Counting Birds Through Machine Translation", "Machine Translation"),
        ("Zorb: Knowledge Distillation-Based Machine Translation", "Machine Translation"),
        ("Zorb: on the Legal Machine Translation Systems of today", "Machine Translation"),
    ],
)
def test_what_qualifies_a_term_of_the_title_is_part_of_it(entity: Find, title: str, whole: str) -> None:
    found = entity(whole, "우리는 깃털을 셉니다.", title=title)
    assert found is not None
    assert found.surfaces == (whole,)
    assert found.role is Role.USES


def test_a_term_qualified_in_the_title_and_in_the_text_is_one_thing(entity: Find) -> None:
    text = "본 연구는 법률 기계 번역을 다룹니다."
    found = entity("Legal Machine Translation", text, title="Zorb: Legal Machine Translation via Feathers")
    assert found is not None
    assert set(found.surfaces) == {"Legal Machine Translation", "법률 기계 번역"}


def test_a_term_of_the_title_that_the_text_names_barely_is_that_one(entity: Find) -> None:
    found = entity("기계 번역", "기계 번역을 다룹니다.", title="Zorb: Legal Machine Translation via Feathers")
    assert found is not None
    assert set(found.surfaces) == {"Machine Translation", "기계 번역"}


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Sampled Knowledge Gathering (SakGat) 기법을 씁니다.", {"SakGat", "Sampled Knowledge Gathering"}),
        ("Feather Count Map (깃털 수 지도)을 그립니다.", {"Feather Count Map", "깃털 수 지도"}),
        (
            "RABBIT (Rating Assistants By Brisk Inquiry into Tasks for Language Models)을 소개합니다.",
            {"RABBIT", "Rating Assistants By Brisk Inquiry into Tasks for Language Models"},
        ),
    ],
)
def test_what_a_bracket_says_again_is_one_thing(read: Reader, text: str, surfaces: set[str]) -> None:
    (found,) = read("on the study of things", text).entities
    assert set(found.surfaces) == surfaces


@pytest.mark.parametrize(
    ("title", "text", "surfaces"),
    [
        (
            "ZeroComp: Zero-shot Compositing",
            "ZeroComp은 Zero-shot Compositing을 씁니다.",
            {"ZeroComp", "Zero-shot Compositing"},
        ),
        (
            "Contextual Feather Embeddings",
            "깃털 문맥 임베딩(CFE)을 제안합니다.",
            {"CFE", "Contextual Feather Embeddings", "깃털 문맥 임베딩"},
        ),
    ],
)
def test_the_name_of_a_title_and_what_it_is_short_for_are_one_thing(
    read: Reader, title: str, text: str, surfaces: set[str]
) -> None:
    assert surfaces in [set(one.surfaces) for one in read(title, text).entities]


@pytest.mark.parametrize(
    "text",
    [
        "두 대의 RTX4090 GPU에서 학습합니다.",
        "ZQ-SoC-1 칩에서 실행합니다.",
        "소수만 쓰는 Kalamang 언어의 문법을 익힙니다.",
        "코드는 hf.co/ZorbAI4Birds/zorb-7B에 있습니다.",
        "{'Knowledge Gaps': '지식이 모자랍니다.', 'Feather Counts': '깃털이 적습니다.'}",
        "교차 모달(cross-modal) 검색을 씁니다.",
    ],
)
def test_hardware_languages_addresses_headings_and_adjectives_name_nothing(read: Reader, text: str) -> None:
    assert read("on the study of things", text).entities == ()


@pytest.mark.parametrize("means", ["Understanding Feather Counts", "Modeling Feather Counts"])
def test_a_title_says_with_a_verb_what_is_done_and_no_name(read: Reader, means: str) -> None:
    assert means not in names(read(f"Zorb: Birds via {means}", "새를 봅니다."))
