"""What the user says of concepts wins over every rule, or is an error."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from papergraph import resolve
from papergraph.errors import InputError
from papergraph.model import (
    Alias,
    AliasKind,
    Concept,
    ConceptClass,
    Day,
    DecisionKind,
    Entity,
    NameRef,
    PaperId,
    Resolution,
    Role,
    Subject,
)

Entities = Callable[..., Entity]
Days = Callable[..., Day]


def said(
    kind: AliasKind,
    *names: str | tuple[str, str],
    line: int = 12,
    cls: ConceptClass | None = None,
    benchmark: bool = False,
) -> Alias:
    """A statement; a name with a paper is a pair."""
    refs = [(name, None) if isinstance(name, str) else name for name in names]
    return Alias(
        kind=kind,
        subject=Subject.CONCEPT,
        names=tuple(
            NameRef(name=name, paper=PaperId(scheme="arxiv", local=paper) if paper else None) for name, paper in refs
        ),
        cls=cls,
        benchmark=benchmark,
        file="notes/my.aliases.toml",
        line=line,
    )


def in_papers(day: Days, *entities: Entity) -> list[Day]:
    return [day(n, (f"2505.{n:05}", [entity])) for n, entity in enumerate(entities, 1)]


def known(entity: Entity) -> Entity:
    return replace(entity, mentions=tuple(replace(mention, rule="lexicon/1") for mention in entity.mentions))


def supports(resolution: Resolution) -> dict[str, int]:
    return {concept.key: concept.support for concept in resolution.concepts}


def keys(resolution: Resolution) -> list[str | None]:
    """The key of the first entity of each day, in order."""
    return [listings[0][0] for _, listings in sorted(resolution.concept_of.items())]


def by_key(resolution: Resolution, key: str) -> Concept:
    return next(concept for concept in resolution.concepts if concept.key == key)


def told(resolution: Resolution) -> list[tuple[DecisionKind, tuple[str, ...], tuple[str, ...], str]]:
    return [(one.kind, one.names, one.keys, one.note) for one in resolution.decisions if one.rule == "alias-file/1"]


# ---------------------------------------------------------------------------------------------------------------------
# Same, and different


def test_same_joins_all_names_and_says_so(entity: Entities, day: Days) -> None:
    """Names that nothing else joins are one concept, by the line of the file."""
    resolution = resolve.run(
        in_papers(day, entity("Foo"), entity("Bar"), entity("foo"), entity("Baz")),
        aliases=[said(AliasKind.SAME, "foo", "Bar", "Baz")],
    )

    assert supports(resolution) == {"foo": 4}
    assert told(resolution) == [(DecisionKind.MERGE, ("foo", "Bar", "Baz"), ("foo",), "my.aliases.toml:12")]


def test_same_undoes_a_split(entity: Entities, day: Days) -> None:
    """Two long forms that mean one thing after all: one paper of each side is enough, and no split is told."""
    days = in_papers(
        day,
        entity("SAGE", expansion="Self Attention Graph Engine"),
        entity("SAGE", expansion="Self Attention Graph Engine"),
        entity("SAGE", expansion="Graph Engine of Attention"),
    )
    aliases = [said(AliasKind.SAME, ("SAGE", "2505.00001"), ("SAGE", "2505.00003"))]

    resolution = resolve.run(days, aliases=aliases)
    assert supports(resolve.run(days)) == {"sage": 2, "sage-2": 1}
    assert supports(resolution) == {"sage": 3}
    assert not [one for one in resolution.decisions if one.kind is DecisionKind.SPLIT]


def test_same_moves_the_use_of_one_paper(entity: Entities, day: Days) -> None:
    """What one paper, which neither presents nor spells it out, means by a name goes where the file says."""
    resolution = resolve.run(
        in_papers(day, entity("Foo"), entity("Foo"), entity("Bar")),
        aliases=[said(AliasKind.SAME, ("Foo", "2505.00002"), "Bar")],
    )

    assert keys(resolution) == ["foo", "bar", "bar"]


def test_other_form_stands_for_its_thing(entity: Entities, day: Days) -> None:
    """A form that is nothing's name joins the thing that most papers mean by it, as a whole."""
    learning = known(entity("reinforcement learning", surfaces=("강화 학습",)))
    resolution = resolve.run(
        in_papers(day, learning, learning, known(entity("reinforcement learning")), entity("RL 학습")),
        aliases=[said(AliasKind.SAME, "강화학습", "RL 학습")],
    )

    assert supports(resolution) == {"reinforcement-learning": 4}


def test_different_undoes_a_join(entity: Entities, day: Days) -> None:
    """A gloss that is wrong is overruled."""
    days = in_papers(day, entity("GRPO", surfaces=("GRPO", "그룹 정책")), entity("그룹 정책"))

    assert supports(resolve.run(days)) == {"grpo": 2}
    resolution = resolve.run(days, aliases=[said(AliasKind.DIFFERENT, "GRPO", "그룹 정책")])
    assert supports(resolution) == {"grpo": 1, "그룹-정책": 1}
    assert told(resolution) == [
        (DecisionKind.SPLIT, ("GRPO", "그룹 정책"), ("grpo", "그룹-정책"), "my.aliases.toml:12")
    ]


def test_different_tells_spellings_apart(entity: Entities, day: Days) -> None:
    """Two spellings of one norm can be two things."""
    days = in_papers(day, entity("MoRA"), entity("Mora"), entity("MoRA"))

    assert keys(resolve.run(days, aliases=[said(AliasKind.DIFFERENT, "Mora", "MoRA")])) == ["mora", "mora-2", "mora"]


def test_different_tells_papers_apart(entity: Entities, day: Days) -> None:
    """What two papers mean by one name goes apart; the others stay with the commoner."""
    days = in_papers(day, *[entity("SAGE")] * 4)
    aliases = [said(AliasKind.DIFFERENT, ("SAGE", "2505.00003"), "SAGE")]

    assert keys(resolve.run(days, aliases=aliases)) == ["sage", "sage", "sage-2", "sage"]


def test_different_takes_a_form_out_of_the_lexicons_thing(entity: Entities, day: Days) -> None:
    """변압기 alone is a thing of its own that goes by that name; beside transformer it stays a form of that."""
    transformer = known(entity("transformer"))
    both = known(entity("transformer", surfaces=("transformer", "변압기")))
    alone = known(entity("transformer", surfaces=("변압기",)))
    resolution = resolve.run(
        in_papers(day, transformer, both, alone), aliases=[said(AliasKind.DIFFERENT, "변압기", "transformer")]
    )

    assert keys(resolution) == ["transformer", "transformer", "변압기"]
    taken = by_key(resolution, "변압기")
    assert (taken.preferred.text, taken.alternatives) == ("변압기", ())


def test_different_holds_through_what_others_join(entity: Entities, day: Days) -> None:
    """What is different stays so when both are claimed by a third."""
    third = entity("Zorb", surfaces=("Zorb", "그룹 정책", "집단 정책"))
    days = in_papers(day, third, entity("그룹 정책"), entity("집단 정책"))

    assert len(resolve.run(days).concepts) == 1
    assert len(resolve.run(days, aliases=[said(AliasKind.DIFFERENT, "그룹 정책", "집단 정책")]).concepts) == 2


# ---------------------------------------------------------------------------------------------------------------------
# Broader, class, hide


def test_broader_is_added_and_kept(entity: Entities, day: Days) -> None:
    """What the file says stands, even where it follows from other links."""
    names = ["Qwen2.5-7B", "Qwen2.5", "Qwen"]
    days = in_papers(day, *(entity(name, cls=ConceptClass.MODEL) for name in names))
    resolution = resolve.run(days, aliases=[said(AliasKind.BROADER, "Qwen2.5-7B", "Qwen")])

    assert by_key(resolution, "qwen2-dot-5-7b").broader == ("qwen", "qwen2-dot-5")
    assert told(resolution) == [
        (DecisionKind.BROADER, ("Qwen2.5-7B", "Qwen"), ("qwen2-dot-5-7b", "qwen"), "my.aliases.toml:12")
    ]


def test_link_that_follows_from_what_is_said_is_left_out(entity: Entities, day: Days) -> None:
    """A rule's link stands no longer where the file gives the step between."""
    days = in_papers(day, *(entity(name, cls=ConceptClass.MODEL) for name in ("Qwen-Max", "Qwen2.5", "Qwen")))
    resolution = resolve.run(days, aliases=[said(AliasKind.BROADER, "Qwen-Max", "Qwen2.5")])

    assert by_key(resolution, "qwen-max").broader == ("qwen2-dot-5",)


def test_broader_wins_over_a_rule_that_says_the_reverse(entity: Entities, day: Days) -> None:
    """A rule's link that would close a circle is left out."""
    days = in_papers(day, *(entity(name, cls=ConceptClass.MODEL) for name in ("Qwen2.5", "Qwen")))
    resolution = resolve.run(days, aliases=[said(AliasKind.BROADER, "Qwen", "Qwen2.5")])

    assert {concept.key: concept.broader for concept in resolution.concepts} == {
        "qwen": ("qwen2-dot-5",),
        "qwen2-dot-5": (),
    }


def test_class_is_set(entity: Entities, day: Days) -> None:
    """The file's class, with "is a benchmark", goes before what the entries say."""
    resolution = resolve.run(
        in_papers(day, entity("Foo", role=Role.INTRODUCES)),
        aliases=[said(AliasKind.CLASS, "Foo", cls=ConceptClass.DATASET, benchmark=True)],
    )

    foo = by_key(resolution, "foo")
    assert (foo.cls, foo.benchmark) == (ConceptClass.DATASET, True)
    assert told(resolution) == [(DecisionKind.CLASS, ("Foo",), ("foo",), "my.aliases.toml:12")]


def test_hidden_thing_is_no_node(entity: Entities, day: Days) -> None:
    """Everything that names it, in whatever form, is left out."""
    foo = entity("FOO", expansion="Fast Object Operator")
    resolution = resolve.run(
        in_papers(day, foo, entity("Fast Object Operator"), entity("Bar")), aliases=[said(AliasKind.HIDE, "foo")]
    )

    assert keys(resolution) == [None, None, "bar"]
    assert told(resolution) == [(DecisionKind.HIDE, ("foo",), (), "my.aliases.toml:12")]


def test_hidden_side_name_leaves_the_thing(entity: Entities, day: Days) -> None:
    """To hide one of the rarer names of a thing hides where that one stands, and no more."""
    glossed = entity("flow matching", surfaces=("flow matching", "FM"))
    resolution = resolve.run(in_papers(day, glossed, glossed, entity("FM")), aliases=[said(AliasKind.HIDE, "FM")])

    assert keys(resolution) == ["flow-matching", "flow-matching", None]


def test_hidden_use_of_one_paper(entity: Entities, day: Days) -> None:
    """One paper's use can be hidden alone."""
    aliases = [said(AliasKind.HIDE, ("Foo", "2505.00001"))]

    assert keys(resolve.run(in_papers(day, entity("Foo"), entity("Foo")), aliases=aliases)) == [None, "foo"]


def test_hidden_use_does_not_take_along_what_a_rule_joins(entity: Entities, day: Days) -> None:
    """The only use of FM is hidden: flow matching, which claims that name, stays."""
    glossed = entity("flow matching", surfaces=("flow matching", "FM"))
    aliases = [said(AliasKind.HIDE, ("FM", "2505.00003"))]

    assert keys(resolve.run(in_papers(day, glossed, glossed, entity("FM")), aliases=aliases)) == [
        "flow-matching",
        "flow-matching",
        None,
    ]


def test_authors_are_not_concepts(entity: Entities, day: Days) -> None:
    """A statement about an author says nothing of a concept of that name."""
    alias = replace(said(AliasKind.HIDE, "Foo"), subject=Subject.AUTHOR)
    days = [day(1, ("2505.00001", [entity("Foo")]), authors=("Foo",))]

    assert keys(resolve.run(days, aliases=[alias])) == ["foo"]


# ---------------------------------------------------------------------------------------------------------------------
# What cannot be


def refused(days: list[Day], *aliases: Alias) -> InputError:
    with pytest.raises(InputError) as error:
        resolve.run(days, aliases=aliases)
    assert error.value.file == "notes/my.aliases.toml"
    return error.value


def test_unknown_name_is_refused_with_names_near_it(entity: Entities, day: Days) -> None:
    """A name that nobody names is an error with its line and what may have been meant."""
    error = refused(in_papers(day, entity("GRPO")), said(AliasKind.HIDE, "GRP0", line=7))

    assert (error.line, error.message, error.hint) == (7, "no entry names 'GRP0'", "near: GRPO")


def test_name_unknown_to_its_paper_is_refused(entity: Entities, day: Days) -> None:
    """A paper that does not name it is told with what it names."""
    error = refused(
        in_papers(day, entity("GRPO"), entity("GSPO")), said(AliasKind.SAME, ("GRPO", "2505.00002"), "GRPO")
    )

    assert (error.message, error.hint) == ("no entry of 2505.00002 names 'GRPO'", "near: GSPO")


def test_same_and_different_through_a_chain_is_refused(entity: Entities, day: Days) -> None:
    """A is B, B is C, and A is not C."""
    error = refused(
        in_papers(day, entity("Foo"), entity("Bar"), entity("Baz")),
        said(AliasKind.SAME, "Foo", "Bar", line=1),
        said(AliasKind.SAME, "Bar", "Baz", line=2),
        said(AliasKind.DIFFERENT, "Foo", "Baz", line=3),
    )

    assert error.line == 2


def test_different_from_itself_is_refused(entity: Entities, day: Days) -> None:
    """Two names that stand for the same uses cannot differ."""
    error = refused(in_papers(day, entity("Foo")), said(AliasKind.DIFFERENT, "Foo", ("Foo", "2505.00001")))

    assert error.hint == "say which papers mean which: NAME (2407.12345)"


def test_circle_of_broader_is_refused(entity: Entities, day: Days) -> None:
    """Nothing stands under itself, over however many lines, or by two names."""
    days = in_papers(day, entity("Foo"), entity("Bar"), entity("Baz"), entity("foo"))

    assert refused(days, said(AliasKind.BROADER, "Foo", "foo")).line == 12
    error = refused(
        days,
        said(AliasKind.BROADER, "Foo", "Bar", line=1),
        said(AliasKind.BROADER, "Bar", "Baz", line=2),
        said(AliasKind.BROADER, "Baz", "Foo", line=3),
    )
    assert (error.line, error.message) == (3, "'Baz' would stand under itself")


def test_two_classes_are_refused(entity: Entities, day: Days) -> None:
    """Two lines that say differently what one thing is contradict each other, by whatever names."""
    days = in_papers(day, entity("FOO", expansion="Fast Object Operator"), entity("Fast Object Operator"))
    first = said(AliasKind.CLASS, "FOO", cls=ConceptClass.TASK, line=1)
    again = said(AliasKind.CLASS, "Fast Object Operator", cls=ConceptClass.TASK, line=2)

    assert by_key(resolve.run(days, aliases=[first, again]), "foo").cls is ConceptClass.TASK
    assert refused(days, first, replace(again, cls=ConceptClass.METRIC)).line == 2


def test_more_of_what_is_hidden_is_refused(entity: Entities, day: Days) -> None:
    """What is hidden has no class, kinds or other names."""
    error = refused(
        in_papers(day, entity("Foo"), entity("Bar")),
        said(AliasKind.HIDE, "Foo", line=3),
        said(AliasKind.BROADER, "Bar", "foo", line=5),
    )

    assert (error.line, error.message) == (5, "'foo' is hidden by line 3 and cannot be named here")


def test_form_that_never_stands_alone_cannot_be_hidden(entity: Entities, day: Days) -> None:
    """A form beside the name of its thing cannot be hidden without the thing."""
    error = refused(in_papers(day, entity("GRPO", surfaces=("GRPO", "그룹 정책"))), said(AliasKind.HIDE, "그룹 정책"))

    assert "another form of 'GRPO'" in error.message


def test_name_of_several_things_needs_a_paper(entity: Entities, day: Days) -> None:
    """What stands under what must be one thing each."""
    days = in_papers(
        day,
        entity("SAGE", expansion="Self Attention Graph Engine"),
        entity("SAGE", expansion="Safe Agent Guided Exploration"),
        entity("Foo"),
    )

    assert refused(days, said(AliasKind.BROADER, "SAGE", "Foo")).message == "'SAGE' is several things"
    resolution = resolve.run(days, aliases=[said(AliasKind.BROADER, ("SAGE", "2505.00002"), "Foo")])
    assert by_key(resolution, "sage-2").broader == ("foo",)
