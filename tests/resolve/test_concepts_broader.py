"""What stands under what, by its name."""

from collections.abc import Callable

import pytest

from papergraph import resolve
from papergraph.model import ConceptClass, Day, Decision, DecisionKind, Entity

Entities = Callable[..., Entity]
Days = Callable[..., Day]

METHOD, MODEL, DATASET, TASK, METRIC = ConceptClass


def links(day: Days, *entities: Entity, papers: int = 3) -> dict[str, tuple[str, ...]]:
    """Each of ``entities`` in as many papers; what each stands under, by preferred label."""
    days = [day(n, (f"2505.{n:05}", list(entities))) for n in range(1, papers + 1)]
    concepts = resolve.run(days).concepts
    label_of = {concept.key: concept.preferred.text for concept in concepts}
    return {
        concept.preferred.text: tuple(label_of[key] for key in concept.broader)
        for concept in concepts
        if concept.broader
    }


def of(entity: Entities, cls: ConceptClass, *names: str) -> list[Entity]:
    return [entity(name, cls=cls, proper=any(map(str.isupper, name))) for name in names]


def test_family_version_and_size_are_a_ladder(entity: Entities, day: Days) -> None:
    """Each stands under the next that is there, and only under that."""
    names = ["Qwen2.5-7B-Instruct", "Qwen2.5-7B", "Qwen2.5", "Qwen", "Llama-3-8B", "Llama"]

    assert links(day, *of(entity, MODEL, *names)) == {
        "Qwen2.5-7B-Instruct": ("Qwen2.5-7B",),
        "Qwen2.5-7B": ("Qwen2.5",),
        "Qwen2.5": ("Qwen",),
        "Llama-3-8B": ("Llama",),  # no Llama 3 was named, and none is invented
    }


@pytest.mark.parametrize(
    ("cls", "narrow", "broad"),
    [
        (MODEL, "GPT-4 Turbo", "GPT-4"),
        (MODEL, "Claude 3.5 Sonnet", "Claude 3.5"),
        (MODEL, "GPT-4-0125-preview", "GPT-4"),
        (MODEL, "Qwen2-VL-72B", "Qwen2-VL"),
        (METHOD, "FlashAttention-2", "FlashAttention"),
        (METHOD, "DiT-XL/2", "DiT"),
        (DATASET, "SWE-bench Verified", "SWE-bench"),
        (DATASET, "MATH-500", "MATH"),
        (DATASET, "ImageNet-1K", "ImageNet"),
        (METRIC, "ROUGE-L", "ROUGE"),
        (METHOD, "Flow-GRPO", "GRPO"),
        (MODEL, "PG-Video-LLaVA", "Video-LLaVA"),
        (METHOD, "offline reinforcement learning", "reinforcement learning"),
        (METHOD, "reinforcement learning from human feedback", "reinforcement learning"),
        (TASK, "text-to-video generation", "video generation"),
        (METHOD, "Layer-wise LoRA", "LoRA"),
        (METRIC, "attack success rate", "success rate"),
    ],
)
def test_name_tells_what_it_stands_under(
    entity: Entities, day: Days, cls: ConceptClass, narrow: str, broad: str
) -> None:
    """A version, size or part, a compound with a known name at its end, a term behind words that qualify it."""
    assert links(day, *of(entity, cls, narrow, broad)) == {narrow: (broad,)}


@pytest.mark.parametrize(
    ("cls", "one", "other"),
    [
        (MODEL, "GPT-4o", "GPT-4"),
        (MODEL, "Llama 3.1", "Llama 3"),
        (DATASET, "MMLU-Pro", "MMLU"),
        (DATASET, "HumanEval+", "HumanEval"),
        (DATASET, "Video-MME", "MME"),
        (METHOD, "Ouroboros3D", "Ouroboros"),
        (METHOD, "Anti-DreamBooth", "DreamBooth"),
        (MODEL, "Open-Sora", "Sora"),
        (METHOD, "Mixture-of-Agents", "Agents"),
        (METHOD, "Robust Coding Agents", "Coding Agent S"),
        (MODEL, "Video-ChatGPT", "ChatGPT"),
        (METRIC, "FID 3.5", "FID"),
        (METRIC, "high throughput", "throughput"),
        (METHOD, "supervised fine-tuning and preference optimization", "preference optimization"),
        (METHOD, "self-supervised learning", "supervised learning"),
        (METHOD, "Prev-Reference Attention", "Attention"),  # one word that no lexicon knows may mean anything
    ],
)
def test_what_merely_holds_a_name_stands_under_nothing(
    entity: Entities, day: Days, cls: ConceptClass, one: str, other: str
) -> None:
    """Another model, a benchmark made anew, a defence, a rebuilt one, a number that is a score: no kinds of it."""
    assert links(day, *of(entity, cls, one, other)) == {}


def test_only_within_one_class(entity: Entities, day: Days) -> None:
    """A method does not stand under a task."""
    entities = [*of(entity, METHOD, "controllable video generation"), *of(entity, TASK, "video generation")]

    assert links(day, *entities) == {}


def test_what_follows_from_others_is_left_out(entity: Entities, day: Days) -> None:
    """A compound of a version does not stand under the family as well."""
    names = ["MathCoder-Llama-3-8B", "Llama-3-8B", "Llama 3", "Llama"]

    assert links(day, *of(entity, MODEL, *names))["MathCoder-Llama-3-8B"] == ("Llama-3-8B",)


def test_nearest_of_what_label_and_long_form_tell_is_enough(entity: Entities, day: Days) -> None:
    """MIA-DPO is DPO by its name and preference optimization by its long form, which DPO is as well."""
    own = entity("MIA-DPO", expansion="Multi-Image Augmented Direct Preference Optimization")
    dpo = entity("DPO", expansion="Direct Preference Optimization")

    assert links(day, own, dpo, entity("preference optimization", proper=False)) == {
        "MIA-DPO": ("DPO",),
        "DPO": ("preference optimization",),
    }


def test_name_inside_another_means_what_most_papers_mean_by_it(entity: Entities, day: Days) -> None:
    """1D-RoPE is a rotary position embedding, for that is RoPE to most, and not the one paper's own ROPE."""
    rotary = entity("rotary position embedding", surfaces=("rotary position embedding", "RoPE"))
    probing = entity("ROPE", expansion="Recognition Object Probing Evaluation")
    days = [day(n, (f"2505.{n:05}", [rotary])) for n in range(1, 5)]
    days += [day(8, ("2505.00008", [probing])), day(9, ("2505.00009", [entity("1D-RoPE")]))]

    concepts = {concept.key: concept for concept in resolve.run(days).concepts}
    assert concepts["1d-rope"].broader == ("rotary-position-embedding",)


def test_rarely_named_thing_has_no_kinds(entity: Entities, day: Days) -> None:
    """A name that one paper uses is too little to hang other papers' names on by their last word."""
    assert links(day, *of(entity, METHOD, "Flow-ZORB", "ZORB"), papers=1) == {}


def test_acronym_stands_where_its_long_form_does(entity: Entities, day: Days) -> None:
    """DPO is preference optimization because Direct Preference Optimization is, and the decision says so."""
    dpo = entity("DPO", expansion="Direct Preference Optimization")
    days = [day(n, (f"2505.{n:05}", [dpo, entity("preference optimization", proper=False)])) for n in range(1, 8)]
    resolution = resolve.run(days)

    (decision,) = (one for one in resolution.decisions if one.kind is DecisionKind.BROADER)
    assert next(concept for concept in resolution.concepts if concept.key == "dpo").broader == (
        "preference-optimization",
    )
    assert _told(decision) == (
        "head/1",
        ("DPO", "preference optimization"),
        ("dpo", "preference-optimization"),
        7,
        "Direct Preference Optimization",
    )
    assert [paper.local for paper in decision.papers] == [f"2505.{n:05}" for n in range(1, 6)]


def _told(decision: Decision) -> tuple[str, tuple[str, ...], tuple[str, ...], int, str]:
    return decision.rule, decision.names, decision.keys, decision.support, decision.note
