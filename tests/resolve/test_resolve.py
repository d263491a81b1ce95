"""What becomes one node and what does not."""

import random
from collections.abc import Callable

from papergraph import resolve
from papergraph.model import Concept, ConceptClass, Day, Entity, Resolution, Role

Entities = Callable[..., Entity]
Days = Callable[..., Day]


def concept(resolution: Resolution, key: str) -> Concept:
    return next(concept for concept in resolution.concepts if concept.key == key)


def test_spellings_and_long_form_are_one_concept(entity: Entities, day: Days) -> None:
    """GRPO, its long form alone and another spelling on another day are one concept with all labels."""
    resolution = resolve.run(
        [
            day(1, ("2505.00001", [entity("GRPO", expansion="Group Relative Policy Optimization")])),
            day(2, ("2505.00002", [entity("Group Relative Policy Optimization")])),
            day(3, ("2505.00003", [entity("grpo")])),
        ]
    )

    assert [c.key for c in resolution.concepts] == ["grpo"]
    assert resolution.concepts[0].support == 3
    assert resolution.concepts[0].preferred.text == "GRPO"
    assert {label.text for label in resolution.concepts[0].alternatives} == {
        "Group Relative Policy Optimization",
        "grpo",
    }


def test_acronym_with_two_long_forms_splits(entity: Entities, day: Days) -> None:
    """An acronym with two long forms is two concepts; a paper that gives none means the commoner."""
    resolution = resolve.run(
        [
            day(1, ("2505.00001", [entity("SAGE", expansion="Self Attention Graph Engine")])),
            day(2, ("2505.00002", [entity("SAGE", expansion="Safe Agent Guided Exploration")])),
            day(3, ("2505.00003", [entity("SAGE", expansion="Safe Agent Guided Exploration")])),
            day(4, ("2505.00004", [entity("SAGE")])),
        ]
    )

    assert {c.key: c.support for c in resolution.concepts} == {"sage": 1, "sage-2": 3}


def test_spellings_of_one_long_form_do_not_split(entity: Entities, day: Days) -> None:
    """A plural, a slip or another word order of endings in the long form leaves the acronym one concept."""
    common = [(f"2505.0001{n}", [entity("DPO", expansion="Direct Preference Optimization")]) for n in range(8)]
    resolution = resolve.run(
        [
            day(1, *common),
            day(2, ("2505.00002", [entity("DPO", expansion="Direction Preference Optimizations")])),
            day(3, ("2505.00003", [entity("DPO", expansion="Direct Policy Optimization")])),
        ]
    )

    assert {c.key: c.support for c in resolution.concepts} == {"dpo": 10}


def test_a_name_of_words_is_not_split(entity: Entities, day: Days) -> None:
    """What is no acronym is told from others by its name, whatever stands in brackets beside it."""
    resolution = resolve.run(
        [
            day(1, ("2505.00001", [entity("state space model", expansion="Structured State Space Model")])),
            day(2, ("2505.00002", [entity("state space model", expansion="SSM of Mamba")])),
        ]
    )

    assert [c.key for c in resolution.concepts] == ["state-space-model"]


def test_number_of_a_homonym_does_not_take_a_name(entity: Entities, day: Days) -> None:
    """A second SAM is not numbered into the key of SAM 2."""
    resolution = resolve.run(
        [
            day(1, ("2505.00001", [entity("SAM", expansion="Segment Anything Model")])),
            day(2, ("2505.00002", [entity("SAM", expansion="Sharpness Aware Minimization")])),
            day(3, ("2505.00003", [entity("SAM 2")])),
        ]
    )

    assert {c.key: c.preferred.text for c in resolution.concepts} == {"sam": "SAM", "sam-2": "SAM 2", "sam-3": "SAM"}


def test_plural_joins_only_where_the_singular_is(entity: Entities, day: Days) -> None:
    """A proper name that ends in s keeps it unless the name without it is there too."""
    resolution = resolve.run(
        [
            day(1, ("2505.00001", [entity("Atlas"), entity("adapters", proper=False)])),
            day(2, ("2505.00002", [entity("adapter", proper=False)])),
        ]
    )

    assert sorted(c.key for c in resolution.concepts) == ["adapter", "atlas"]


def test_class_is_what_the_introducing_paper_says(entity: Entities, day: Days) -> None:
    """One paper that introduces a thing outweighs several that mention it as something else."""
    resolution = resolve.run(
        [
            day(1, ("2505.00001", [entity("Foo", role=Role.INTRODUCES, cls=ConceptClass.DATASET)])),
            day(2, ("2505.00002", [entity("Foo")]), ("2505.00003", [entity("Foo")])),
        ]
    )

    assert concept(resolution, "foo").cls is ConceptClass.DATASET


def test_link_has_the_strongest_role_of_all_listings(entity: Entities, day: Days) -> None:
    """A paper listed on two days has one link to a concept, with the strongest role stated on any of them."""
    resolution = resolve.run(
        [
            day(1, ("2505.00001", [entity("Foo", role=Role.EVALUATES_ON)])),
            day(2, ("2505.00001", [entity("Foo", role=Role.COMPARES_WITH)])),
        ]
    )

    (link,) = resolution.papers[0].links
    assert (link.role, link.evaluates_on) == (Role.COMPARES_WITH, True)


def test_paper_of_two_days_keeps_both_titles(day: Days) -> None:
    """The latest listing names the paper; the other title is an alternative; the first day is its date."""
    resolution = resolve.run(
        [
            day(2, ("2505.00001", []), title="New title", authors=("Yang Yue",)),
            day(1, ("2505.00001", []), title="Old title", authors=("yang yue", "Tong Wu")),
        ]
    )

    (paper,) = resolution.papers
    assert (paper.title, paper.alternatives, paper.first_listed.day) == ("New title", ("Old title",), 1)
    assert paper.authors == ("tong-wu", "yang-yue")


def test_order_of_days_does_not_matter(entity: Entities, day: Days) -> None:
    """Whatever the order in which days come, the resolution is equal."""
    days = [
        day(
            n,
            (f"2505.0000{n}", [entity("SAGE", expansion=f"Long Form {n % 3}"), entity(f"Name {n}")]),
            authors=(f"A {n}",),
        )
        for n in range(1, 9)
    ]
    expected = resolve.run(days)

    for seed in range(5):
        shuffled = random.Random(seed).sample(days, len(days))
        assert resolve.run(shuffled) == expected


def test_name_of_signs_only_still_has_a_key(day: Days) -> None:
    """A name without a letter gets a key and loses nobody."""
    resolution = resolve.run([day(1, ("2505.00001", []), authors=("++", "Tong Wu"))])

    assert {author.name for author in resolution.authors} == {"++", "Tong Wu"}
