"""That every decision about names can be seen: the rule, the papers that it rests on, what it changed."""

from collections.abc import Callable

from papergraph import resolve
from papergraph.model import Day, Decision, DecisionKind, Entity, Resolution, Role

Entities = Callable[..., Entity]
Days = Callable[..., Day]


def decisions(resolution: Resolution, kind: DecisionKind, rule: str) -> list[Decision]:
    return [one for one in resolution.decisions if (one.kind, one.rule) == (kind, rule)]


def in_papers(day: Days, *entities: Entity) -> list[Day]:
    return [day(n, (f"2505.{n:05}", [entity])) for n, entity in enumerate(entities, 1)]


def test_same_spelling_needs_no_reason(entity: Entities, day: Days) -> None:
    """Two papers that write one name alike make one concept, and no decision."""
    assert resolve.run(in_papers(day, entity("GRPO"), entity("GRPO"))).decisions == ()


def test_spelling_names_all_forms_and_who_writes_only_those(entity: Entities, day: Days) -> None:
    """The preferred form, then the others by how often they come; the papers are those without the preferred one."""
    resolution = resolve.run(
        in_papers(day, entity("GRPO"), entity("GRPO"), entity("GRPO"), entity("grpo"), entity("grpo"), entity("G-RPO"))
    )

    (one,) = decisions(resolution, DecisionKind.MERGE, "spelling/1")
    assert (one.names, one.keys, one.support, one.weight) == (("GRPO", "grpo", "G-RPO"), ("grpo",), 3, 3)
    assert [paper.local for paper in one.papers] == ["2505.00004", "2505.00005", "2505.00006"]


def test_gloss_counts_who_says_so_and_who_depends_on_it(entity: Entities, day: Days) -> None:
    """A Korean form is one with an acronym because two papers say so; a third, which writes it alone, depends on it."""
    glossed = entity("GRPO", surfaces=("GRPO", "그룹 상대 정책 최적화"))
    resolution = resolve.run(in_papers(day, glossed, glossed, entity("그룹 상대 정책 최적화")))

    (one,) = decisions(resolution, DecisionKind.MERGE, "gloss/1")
    assert (one.names, one.keys, one.support, one.weight) == (("GRPO", "그룹 상대 정책 최적화"), ("grpo",), 2, 1)


def test_form_that_the_entry_itself_joins_is_told_too(entity: Entities, day: Days) -> None:
    """The long form in brackets behind an acronym is a reason, whoever else uses it or not."""
    spelled_out = entity("GRPO", expansion="Group Relative Policy Optimization")
    resolution = resolve.run(in_papers(day, spelled_out, spelled_out))

    (one,) = decisions(resolution, DecisionKind.MERGE, "long-form/1")
    assert (one.names, one.support, one.weight) == (("GRPO", "Group Relative Policy Optimization"), 2, 0)


def test_evidence_is_bounded(entity: Entities, day: Days) -> None:
    """Nine papers say so: all are counted, the first five are named."""
    resolution = resolve.run(in_papers(day, *[entity("GRPO", expansion="Group Relative Policy Optimization")] * 9))

    (one,) = resolution.decisions
    assert one.support == 9
    assert [paper.local for paper in one.papers] == [f"2505.{n:05}" for n in range(1, 6)]


def test_plural_counts_the_papers_that_write_it(entity: Entities, day: Days) -> None:
    """What joins two names by rule rests on the papers of the one that came to the other."""
    plural = entity("User Studies")
    resolution = resolve.run(in_papers(day, entity("user study"), entity("user study"), plural))

    (one,) = decisions(resolution, DecisionKind.MERGE, "plural/1")
    assert (one.names, one.keys, one.support, one.weight) == (("user study", "User Studies"), ("user-study",), 1, 1)
    assert [paper.local for paper in one.papers] == ["2505.00003"]


def test_split_gives_all_nodes_and_what_each_is(entity: Entities, day: Days) -> None:
    """A split name leads to all its nodes, with the long form or the paper of each."""
    resolution = resolve.run(
        in_papers(
            day,
            entity("SAGE", expansion="Self Attention Graph Engine"),
            entity("SAGE", expansion="Safe Agent Guided Exploration"),
            entity("SAGE", expansion="Safe Agent Guided Exploration"),
        )
    )

    (one,) = decisions(resolution, DecisionKind.SPLIT, "long-form/1")
    assert (one.names, one.keys, one.support, one.weight) == (("SAGE",), ("sage", "sage-2"), 3, 1)
    assert one.note == "Self Attention Graph Engine; Safe Agent Guided Exploration"


def test_split_of_what_papers_present_names_them(entity: Entities, day: Days) -> None:
    """Where no long form tells things apart, the papers that present them do."""
    days = [
        day(
            n,
            (f"2505.0000{n}", [entity(name, role=Role.INTRODUCES)]),
            authors=(f"A {n}", f"B {n}"),
            title=f"{name}: new",
        )
        for n, name in ((1, "MoRA"), (2, "Mora"))
    ]

    (one,) = decisions(resolve.run(days), DecisionKind.SPLIT, "presented/1")
    assert (one.names, one.keys) == (("MoRA", "Mora"), ("mora", "mora-2"))
    assert one.note == "of 2505.00001; of 2505.00002"


def test_conflict_names_everything_it_is_about(entity: Entities, day: Days) -> None:
    """What was not guessed leads to the node that was left and to those that it could be."""
    resolution = resolve.run(
        in_papers(
            day,
            entity("image generator", surfaces=("image generator", "이미지 생성기")),
            entity("image decoder", surfaces=("image decoder", "이미지 생성기")),
            entity("이미지 생성기"),
        )
    )

    (one,) = decisions(resolution, DecisionKind.CONFLICT, "gloss/1")
    assert one.keys == ("이미지-생성기", "image-decoder", "image-generator")
    assert (one.support, one.weight) == (2, 1)


def test_decisions_lead_to_nodes_that_are_there(entity: Entities, day: Days) -> None:
    """Every key of every decision is the key of a concept, and the order is fixed."""
    resolution = resolve.run(
        in_papers(
            day,
            entity("SAGE", expansion="Self Attention Graph Engine"),
            entity("SAGE", expansion="Safe Agent Guided Exploration"),
            entity("SAGE"),
            entity("GRPO", expansion="Group Relative Policy Optimization"),
            entity("Flow-GRPO"),
            entity("grpo"),
            entity("GRPOs"),
        )
    )

    keys = {concept.key for concept in resolution.concepts}
    assert {one.kind for one in resolution.decisions} == {
        DecisionKind.MERGE,
        DecisionKind.SPLIT,
        DecisionKind.CONFLICT,
        DecisionKind.BROADER,
    }
    assert all(keys.issuperset(one.keys) for one in resolution.decisions)
    assert list(resolution.decisions) == sorted(
        resolution.decisions, key=lambda one: (one.kind.value, one.keys, one.rule, one.names)
    )
