"""Which names are one concept, and which are several."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from papergraph import resolve
from papergraph.model import Concept, ConceptClass, Day, DecisionKind, Entity, Resolution, Role

Entities = Callable[..., Entity]
Days = Callable[..., Day]


def known(entity: Entity) -> Entity:
    """The entity as the lexicon knows it."""
    return replace(entity, mentions=tuple(replace(mention, rule="lexicon/1") for mention in entity.mentions))


def each_in_a_paper(day: Days, entities: Iterable[Entity]) -> list[Day]:
    return [day(n, (f"2505.{n:05}", [entity])) for n, entity in enumerate(entities, 1)]


def by_key(resolution: Resolution) -> dict[str, Concept]:
    return {concept.key: concept for concept in resolution.concepts}


def texts(concept: Concept) -> set[str]:
    return {f"{label.text}@{label.language}" for label in (concept.preferred, *concept.alternatives)}


def conflicts(resolution: Resolution) -> list[str]:
    return [one.rule for one in resolution.decisions if one.kind is DecisionKind.CONFLICT]


# ---------------------------------------------------------------------------------------------------------------------
# By spelling


@pytest.mark.parametrize(
    ("common", "other"),
    [
        ("GRPO", "grpo"),
        ("GRPO", "GRPO를"),
        ("GPT-4o", "GPT-4o만이 "),
        ("강화 학습", "강화학습"),
        ("GPT-4", "ＧＰＴ－4"),
        ("Chain-of-Thought", "chain of thought"),
        ("Fréchet Audio Distance", "Frechet audio distance"),
        ("Mixtral 8x7B", "Mixtral-8×7B"),
        ("LMM", "LMMs"),
        ("user study", "User Studies"),
        ("LLM-as-a-judge", "LLMs-as-a-Judge"),
        ("LLaVA-1.5", "LLaVA-v1.5"),
        ("FlashAttention-2", "FlashAttention V2"),
        ("AlpacaEval 2", "AlpacaEval 2.0"),
        ("latent consistency model", "LCM: Latent Consistency Model"),
    ],
)
def test_spellings_are_one_concept(entity: Entities, day: Days, common: str, other: str) -> None:
    """Case, hyphen, space, width, accent, plural, particle and the letter of a version make no other concept."""
    resolution = resolve.run(each_in_a_paper(day, [entity(common), entity(common), entity(other)]))

    (concept,) = resolution.concepts
    assert (concept.support, concept.preferred.text) == (3, common)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Perceiver", "PerceiverS"),
        ("DiT", "DiT-S"),
        ("Dolphin", "Dolphins"),
        ("SmallCap", "Small Caps"),
        ("Llama 3 8B", "Llama 38B"),
        ("Llama 3.2 1B", "Llama 3.21B"),
        ("Qwen2.5", "Qwen25"),
        ("SWE-bench", "SWE-bench Verified"),
        ("C++", "C"),
        ("교차 주", "교차 주의자"),
    ],
)
def test_names_that_look_alike_stay_two(entity: Entities, day: Days, one: str, other: str) -> None:
    """A size, a number, a sign or a capital S that tells two things apart is no spelling."""
    resolution = resolve.run(each_in_a_paper(day, [entity(one), entity(other)]))

    assert len(resolution.concepts) == 2


def test_version_of_a_name_that_ends_in_v_keeps_its_v(entity: Entities, day: Days) -> None:
    """MiniCPM-V 2.6 is a version of MiniCPM-V and not MiniCPM 2.6."""
    names = ["MiniCPM-V", "MiniCPM-V 2.6", "MiniCPM 2.6"]

    assert len(resolve.run(each_in_a_paper(day, map(entity, names))).concepts) == 3


# ---------------------------------------------------------------------------------------------------------------------
# By what entries say


def test_acronym_long_form_and_gloss_are_one(entity: Entities, day: Days) -> None:
    """GRPO, its long form, its Korean gloss and GRPO with a particle are one; Flow-GRPO stands under it."""
    grpo = entity(
        "GRPO",
        expansion="Group Relative Policy Optimization",
        surfaces=("GRPO", "Group Relative Policy Optimization", "그룹 상대 정책 최적화"),
    )
    alone = ["Group Relative Policy Optimization", "그룹 상대 정책 최적화", "GRPO를", "Flow-GRPO"]
    resolution = resolve.run(each_in_a_paper(day, [grpo, grpo, *map(entity, alone)]))

    concepts = by_key(resolution)
    assert concepts.keys() == {"grpo", "flow-grpo"}
    assert concepts["grpo"].support == 5
    assert texts(concepts["grpo"]) == {
        "GRPO@en",
        "Group Relative Policy Optimization@en",
        "그룹 상대 정책 최적화@ko",
        "GRPO를@ko",
    }
    assert concepts["flow-grpo"].broader == ("grpo",)


def test_forms_of_the_lexicon_are_labels_in_their_language(entity: Entities, day: Days) -> None:
    """강화 학습 and RL, which the lexicon calls reinforcement learning, are its labels."""
    forms = ("강화 학습", "강화학습", "RL", "Reinforcement Learning")
    days = each_in_a_paper(day, [known(entity("reinforcement learning", surfaces=(form,))) for form in forms])

    (concept,) = resolve.run(days).concepts
    assert (concept.preferred.text, concept.preferred.language, concept.support) == ("reinforcement learning", "en", 4)
    assert texts(concept) == {
        "reinforcement learning@en",
        "강화 학습@ko",
        "강화학습@ko",
        "RL@en",
        "Reinforcement Learning@en",
    }


def test_korean_form_said_to_be_two_things_joins_neither(entity: Entities, day: Days) -> None:
    """A Korean name that entries gloss with two terms, about as often, is left alone, and that is told."""
    resolution = resolve.run(
        each_in_a_paper(
            day,
            [
                entity("image generator", surfaces=("image generator", "이미지 생성기")),
                entity("image decoder", surfaces=("image decoder", "이미지 생성기")),
                entity("이미지 생성기"),
            ],
        )
    )

    assert len(resolution.concepts) == 3
    assert conflicts(resolution) == ["gloss/1"]


def test_korean_form_goes_where_most_entries_say(entity: Entities, day: Days) -> None:
    """One gloss against two that agree is a slip."""
    usual = entity("image generator", surfaces=("image generator", "이미지 생성기"))
    slip = entity("image decoder", surfaces=("image decoder", "이미지 생성기"))
    resolution = resolve.run(each_in_a_paper(day, [usual, usual, slip, entity("이미지 생성기")]))

    assert by_key(resolution)["image-generator"].support == 3
    assert not conflicts(resolution)


def test_short_acronym_needs_two_papers(entity: Entities, day: Days) -> None:
    """That FM is flow matching one paper may say of itself; two make it so for others."""
    glossed = entity("flow matching", surfaces=("flow matching", "FM"))

    assert len(resolve.run(each_in_a_paper(day, [glossed, entity("FM")])).concepts) == 2
    assert len(resolve.run(each_in_a_paper(day, [glossed, glossed, entity("FM")])).concepts) == 1


def test_acronym_of_another_class_stays_apart(entity: Entities, day: Days) -> None:
    """GQA the data set is not grouped-query attention, however many papers shorten that so."""
    glossed = known(entity("grouped-query attention", surfaces=("grouped-query attention", "GQA")))
    dataset = known(entity("GQA", cls=ConceptClass.DATASET))
    resolution = resolve.run(each_in_a_paper(day, [glossed, glossed, glossed, dataset]))

    assert by_key(resolution).keys() == {"grouped-query-attention", "gqa"}
    assert conflicts(resolution) == ["gloss/1"]


def test_plural_of_an_acronym_is_no_size(entity: Entities, day: Days) -> None:
    """Who writes DiTs for diffusion transformers does not mean DiT-S."""
    glossed = entity("diffusion transformer", surfaces=("diffusion transformer", "DiTs"))
    resolution = resolve.run(each_in_a_paper(day, [glossed, glossed, glossed, entity("DiT-S")]))

    assert by_key(resolution).keys() == {"diffusion-transformer", "dit-s"}


def test_narrower_term_is_no_other_name(entity: Entities, day: Days) -> None:
    """What one entry lumps together, a term and a kind of it, does not make them one for all."""
    lumped = entity("reinforcement learning", surfaces=("reinforcement learning", "offline reinforcement learning"))
    resolution = resolve.run(each_in_a_paper(day, [lumped, lumped, entity("offline reinforcement learning")]))

    assert by_key(resolution).keys() == {"reinforcement-learning", "offline-reinforcement-learning"}


# ---------------------------------------------------------------------------------------------------------------------
# One name for several things


def test_long_forms_with_one_word_changed_are_two_things(entity: Entities, day: Days) -> None:
    """CPO is constrained or contrastive; a slip of the pen (Optimisation) is neither a third."""
    resolution = resolve.run(
        each_in_a_paper(
            day,
            [
                entity("CPO", expansion="Contrastive Preference Optimization"),
                entity("CPO", expansion="Contrastive Preference Optimisation"),
                entity("CPO", expansion="Constrained Preference Optimization"),
            ],
        )
    )

    assert {key: concept.support for key, concept in by_key(resolution).items()} == {"cpo": 2, "cpo-2": 1}


def test_use_that_could_mean_either_is_left_open(entity: Entities, day: Days) -> None:
    """A paper that writes SEA without a long form goes to neither of two equally common ones; that is told."""
    resolution = resolve.run(
        each_in_a_paper(
            day,
            [
                entity("SEA", expansion="Supervised Embedding Alignment"),
                entity("SEA", expansion="Sample Efficient Actor"),
                entity("SEA"),
            ],
        )
    )

    assert [concept.support for concept in resolution.concepts] == [1, 1, 1]
    assert conflicts(resolution) == ["open/1"]


def test_capitals_tell_which_is_meant(entity: Entities, day: Days) -> None:
    """STaR and STAR are spelled out differently; a paper that writes STaR means the first."""
    resolution = resolve.run(
        each_in_a_paper(
            day,
            [
                entity("STaR", expansion="Self-Taught Reasoner"),
                entity("STAR", expansion="Spatial Temporal Abstract Retrieval"),
                entity("STaR"),
            ],
        )
    )

    assert {key: concept.support for key, concept in by_key(resolution).items()} == {"star": 2, "star-2": 1}


def test_class_tells_which_is_meant(entity: Entities, day: Days) -> None:
    """A measure called CD is the sense that is a measure."""
    resolution = resolve.run(
        each_in_a_paper(
            day,
            [
                entity("CD", expansion="Consistency Distillation"),
                entity("CD", expansion="Chamfer Distance", cls=ConceptClass.METRIC),
                entity("CD", cls=ConceptClass.METRIC),
            ],
        )
    )

    assert {key: concept.support for key, concept in by_key(resolution).items()} == {"cd": 1, "cd-2": 2}


def presents(day: Days, entity: Entities, name: str, *, on: int, authors: tuple[str, ...], title: str = "") -> Day:
    own = entity(name, role=Role.INTRODUCES)
    return day(on, (f"2505.{on:05}", [own]), authors=authors, title=title or f"{name}: something new")


def test_name_that_two_titles_give_is_two_things(entity: Entities, day: Days) -> None:
    """Two papers by different people called "Parrot: …" each have their Parrot; who came between knew the first."""
    resolution = resolve.run(
        [
            presents(day, entity, "Parrot", on=1, authors=("A One", "B Two")),
            day(2, ("2505.00002", [entity("Parrot")])),
            presents(day, entity, "Parrot", on=3, authors=("C Three", "D Four")),
            day(4, ("2505.00004", [entity("Parrot")])),
        ]
    )

    assert [(key, concept.support) for key, concept in by_key(resolution).items()] == [
        ("parrot", 2),
        ("parrot-2", 1),
        ("parrot-3", 1),
    ]
    assert conflicts(resolution) == ["open/1"]


def test_two_titles_of_one_group_are_one_thing(entity: Entities, day: Days) -> None:
    """Two common authors are enough: they present their Seeker again."""
    resolution = resolve.run(
        [
            presents(day, entity, "Seeker", on=1, authors=("A One", "B Two", "C Three")),
            presents(day, entity, "Seeker", on=2, authors=("B Two", "A One")),
        ]
    )

    assert by_key(resolution)["seeker"].support == 2
    assert not conflicts(resolution)


def test_one_sign_does_not_split(entity: Entities, day: Days) -> None:
    """A paper read as presenting what another's title gives is believed of its own only with a second sign."""
    resolution = resolve.run(
        [
            presents(day, entity, "Griffin", on=1, authors=("A One", "B Two")),
            presents(day, entity, "Griffin", on=2, authors=("C Three", "D Four"), title="Recurrent models"),
        ]
    )

    assert by_key(resolution).keys() == {"griffin"}
    assert conflicts(resolution) == ["presented-twice/1"]


@pytest.mark.parametrize(
    ("title_of", "name", "cls", "other"),
    [
        (1, "GLEE", ConceptClass.METHOD, "Glee"),
        (1, "GLEE", ConceptClass.DATASET, "GLEE"),
        (2, "GLEE", ConceptClass.METHOD, "GLEE"),
    ],
)
def test_second_sign_splits(
    entity: Entities, day: Days, title_of: int, name: str, cls: ConceptClass, other: str
) -> None:
    """Beside one title: other capitals, another class, or that the one without a title was there before."""
    first = entity(name, role=Role.INTRODUCES)
    second = entity(other, role=Role.INTRODUCES, cls=cls)
    titles = {title_of: "GLEE: new"}
    resolution = resolve.run(
        day(n, (f"2505.0000{n}", [own]), authors=(f"A {n}", f"B {n}"), title=titles.get(n, "Another title"))
        for n, own in ((1, first), (2, second))
    )

    assert by_key(resolution).keys() == {"glee", "glee-2"}


def test_class_of_the_lexicon_does_not_tell_which_is_meant(entity: Entities, day: Days) -> None:
    """The lexicon gives MAE one class, whatever it stands for: the commoner sense is meant."""
    masked = entity("MAE", expansion="Masked Autoencoder", cls=ConceptClass.METHOD)
    error = known(entity("MAE", expansion="Mean Absolute Error", cls=ConceptClass.MODEL))
    alone = known(entity("MAE", cls=ConceptClass.MODEL))
    resolution = resolve.run(each_in_a_paper(day, [masked, masked, error, alone]))

    assert {key: concept.support for key, concept in by_key(resolution).items()} == {"mae": 3, "mae-2": 1}


def test_general_terms_are_nobodys(entity: Entities, day: Days) -> None:
    """That two titles begin with a general term does not make two things of it."""
    days = [
        day(
            n,
            (f"2505.0000{n}", [entity("token merging", proper=False, role=Role.INTRODUCES)]),
            authors=(f"A {n}", f"B {n}"),
            title="token merging: again",
        )
        for n in (1, 2)
    ]

    assert len(resolve.run(days).concepts) == 1


# ---------------------------------------------------------------------------------------------------------------------
# Labels and classes


def test_name_of_the_lexicon_is_preferred(entity: Entities, day: Days) -> None:
    """Of joined names the lexicon's goes first, though more papers write the other."""
    long = known(entity("stochastic gradient descent", surfaces=("stochastic gradient descent", "SGD")))
    resolution = resolve.run(each_in_a_paper(day, [long, long, entity("SGD"), entity("SGD"), entity("SGD")]))

    (concept,) = resolution.concepts
    assert (concept.preferred.text, concept.support) == ("stochastic gradient descent", 5)


def test_english_name_is_preferred(entity: Entities, day: Days) -> None:
    """An English name goes before a Korean one, though the lexicon knows that and more papers write it."""
    glossed = entity("Zorb", surfaces=("Zorb", "조르브"))
    korean = known(entity("조르브"))
    (concept,) = resolve.run(each_in_a_paper(day, [glossed, korean, korean])).concepts

    assert (concept.preferred.text, concept.preferred.language) == ("Zorb", "en")
    assert texts(concept) == {"Zorb@en", "조르브@ko"}


def test_class_of_what_was_known_before_is_the_majoritys(entity: Entities, day: Days) -> None:
    """A paper wrongly read as introducing reinforcement learning does not say what that is."""
    usual = known(entity("reinforcement learning"))
    odd = replace(known(entity("reinforcement learning", cls=ConceptClass.MODEL, role=Role.INTRODUCES)))
    (concept,) = resolve.run(each_in_a_paper(day, [usual, usual, odd])).concepts

    assert concept.cls is ConceptClass.METHOD


def test_benchmark_is_what_half_of_the_entries_call_so(entity: Entities, day: Days) -> None:
    """One entry of three that calls a data set a benchmark is too few."""
    dataset = entity("Foo", cls=ConceptClass.DATASET)
    benchmark = replace(dataset, benchmark=True)

    assert not resolve.run(each_in_a_paper(day, [dataset, dataset, benchmark])).concepts[0].benchmark
    assert resolve.run(each_in_a_paper(day, [dataset, benchmark])).concepts[0].benchmark


def test_order_of_days_does_not_matter_for_any_rule(entity: Entities, day: Days) -> None:
    """Concepts, keys and decisions are the same in whatever order the days come."""
    glossed = entity("flow matching", surfaces=("flow matching", "FM"))
    days = each_in_a_paper(
        day,
        [
            entity("SEA", expansion="Supervised Embedding Alignment"),
            entity("SEA", expansion="Sample Efficient Actor"),
            entity("SEA"),
            glossed,
            glossed,
            entity("FM"),
            entity("Qwen2.5-7B", cls=ConceptClass.MODEL),
            entity("Qwen", cls=ConceptClass.MODEL),
            entity("adapters", proper=False),
            entity("adapter", proper=False),
        ],
    )
    days += [presents(day, entity, "Parrot", on=n, authors=(f"A {n}", f"B {n}")) for n in (20, 21)]
    expected = resolve.run(days)

    for seed in range(10):
        resolution = resolve.run(random.Random(seed).sample(days, len(days)))
        assert resolution == expected
        assert list(resolution.concept_of) == sorted(resolution.concept_of)
