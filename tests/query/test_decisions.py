"""Which decisions are about a name, which are worth a look, and the lines that answer one."""

import dataclasses
import itertools
import tomllib
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.aliases.statements import read
from papergraph.model import AliasKind, Decision, DecisionKind, NameRef, PaperId, Subject
from papergraph.names import concept_norm
from papergraph.query.decisions import about, as_toml, worth_a_look, written

PAPERS = tuple(PaperId(scheme="arxiv", local=local) for local in ("2402.03300", "2407.12345"))
MERGE = Decision(
    kind=DecisionKind.MERGE,
    subject=Subject.CONCEPT,
    rule="gloss/1",
    names=("GRPO", "Group Relative Policy Optimization"),
    keys=("grpo",),
    papers=PAPERS,
    support=12,
    weight=3,
    note="",
)
SPELLING = dataclasses.replace(MERGE, rule="spelling/1", names=("Self-Play", "self play", "SelfPlays"), keys=("sp",))
SPLIT = dataclasses.replace(
    MERGE, kind=DecisionKind.SPLIT, rule="long-form/1", names=("SAGE",), keys=("sage", "sage-2"), support=2
)
CONFLICT = dataclasses.replace(MERGE, kind=DecisionKind.CONFLICT, names=("GQA", "grouped attention"), keys=("a", "b"))
AUTHOR = dataclasses.replace(
    MERGE, subject=Subject.AUTHOR, rule="initials/1", names=("I. H. Suh", "Il Hong Suh"), keys=("il-hong-suh",)
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("grpo", [MERGE]),
        ("group-relative policy optimizations", [MERGE]),
        ("concept:grpo", [MERGE]),
        ("https://w3id.org/papergraph/concept/grpo", [MERGE]),
        (" <https://example.org/x/concept/sage-2>", [SPLIT]),
        ("Sage", [SPLIT]),
        ("sage-2", [SPLIT]),
        ("il-hong súh", [AUTHOR]),
        ("author:il-hong-suh", [AUTHOR]),
        ("author:grpo", []),
        ("GRP", []),
        ("", []),
    ],
)
def test_what_a_name_is_about(name: str, found: list[Decision]) -> None:
    """A decision is found by each of its names in any spelling, by its keys, and by their IRIs."""
    assert list(about(name, [MERGE, SPLIT, AUTHOR])) == found


def test_the_most_consequential_first() -> None:
    """What would link more papers otherwise comes first, then what fewer papers say; the order of input is nothing."""
    wanted = [
        dataclasses.replace(SPLIT, weight=9, support=7),
        dataclasses.replace(AUTHOR, weight=3, support=1),
        dataclasses.replace(MERGE, weight=3, support=2),
        dataclasses.replace(CONFLICT, weight=3, support=2),
        dataclasses.replace(CONFLICT, weight=0, support=0),
    ]
    wanted[2:4] = sorted(wanted[2:4], key=lambda one: one.names)
    mixed = Random(4).sample(wanted, len(wanted))
    assert list(worth_a_look(mixed)) == wanted
    assert list(worth_a_look(mixed, limit=2)) == wanted[:2]
    assert worth_a_look(mixed, subject=Subject.AUTHOR) == (wanted[1],)


def test_what_is_worth_a_look() -> None:
    """Splits, conflicts, joins of names that are not spelled alike and make links; not what people said."""
    dull = [
        SPELLING,
        dataclasses.replace(AUTHOR, names=("Il-Hong Suh", "Il Hong Suh", "Il Hong Súh.")),
        dataclasses.replace(MERGE, weight=0),
        dataclasses.replace(MERGE, rule="alias-file/1", keys=("other",)),
        dataclasses.replace(SPLIT, rule="alias-file/1", keys=("other", "other-2")),
        dataclasses.replace(MERGE, rule="lexicon/1", names=("reinforcement learning", "강화 학습")),
        dataclasses.replace(MERGE, kind=DecisionKind.BROADER),
        dataclasses.replace(MERGE, kind=DecisionKind.HIDE, rule="alias-file/1"),
    ]
    assert set(worth_a_look([*dull, MERGE, SPLIT, CONFLICT, AUTHOR])) == {MERGE, SPLIT, CONFLICT, AUTHOR}


SAME_SPELLED = ['#same = ["Self-Play", "self play", "SelfPlays"]']
SAID = dataclasses.replace(MERGE, rule="alias-file/1", names=("grpo", "Group-Relative Policy Optimization", "R"))
APART = dataclasses.replace(SAID, kind=DecisionKind.SPLIT, names=("SAGE (2402.03300)", "SAGE (2407.12345)"))


@pytest.mark.parametrize(
    ("decision", "said", "is_settled"),
    [
        (MERGE, SAID, True),
        (MERGE, dataclasses.replace(SAID, names=("GRPO", "R")), False),
        (MERGE, dataclasses.replace(SAID, kind=DecisionKind.CLASS), False),
        (MERGE, dataclasses.replace(SAID, keys=("grpo-2",)), False),
        (SPLIT, dataclasses.replace(APART, keys=("sage", "sage-2", "sage-3")), True),
        (SPLIT, dataclasses.replace(APART, keys=("sage",), kind=DecisionKind.MERGE), False),
        (
            dataclasses.replace(CONFLICT, names=("SAGE",), keys=("sage",)),
            dataclasses.replace(APART, keys=("sage",)),
            True,
        ),
        (CONFLICT, dataclasses.replace(APART, names=("GQA", "grouped attention"), keys=("b", "a")), True),
        (AUTHOR, dataclasses.replace(SAID, names=AUTHOR.names, keys=AUTHOR.keys), False),
        (AUTHOR, dataclasses.replace(AUTHOR, rule="alias-file/1"), True),
    ],
)
def test_what_the_alias_file_confirms_needs_no_other_look(decision: Decision, said: Decision, is_settled: bool) -> None:
    """It has to be said of all the names and of the same things; a word on something else settles nothing."""
    assert worth_a_look([decision, said]) == (() if is_settled else (decision,))


def test_what_the_alias_file_says_is_told_first() -> None:
    """It wins, so it comes before what links more papers."""
    assert about("GRPO", [MERGE, dataclasses.replace(SAID, weight=0)])[0].rule == "alias-file/1"
    assert about("SAGE", [SPLIT, APART]) == (APART, SPLIT)


USES = tuple(NameRef(name="SAGE", paper=paper) for paper in PAPERS)


@pytest.mark.parametrize(
    ("decision", "uses", "lines"),
    [
        (
            MERGE,
            (),
            [
                "[[concept]]",
                'different = ["GRPO", "Group Relative Policy Optimization"]',
                '#same = ["GRPO", "Group Relative Policy Optimization"]',
            ],
        ),
        (
            AUTHOR,
            (),
            ["[[author]]", 'different = ["I. H. Suh", "Il Hong Suh"]', '#same = ["I. H. Suh", "Il Hong Suh"]'],
        ),
        (
            dataclasses.replace(MERGE, names=("DPO", "Direct P. O.", "direct p-o", "직접")),
            (),
            ["[[concept]]", 'different = ["DPO", "Direct P. O.", "직접"]', '#same = ["DPO", "Direct P. O.", "직접"]'],
        ),
        (
            SPLIT,
            USES,
            [
                "[[concept]]",
                'same = ["SAGE (2402.03300)", "SAGE (2407.12345)"]',
                '#different = ["SAGE (2402.03300)", "SAGE (2407.12345)"]',
            ],
        ),
        (SPLIT, (), ["[[concept]]", 'same = ["SAGE (2402.03300)", "SAGE (2407.12345)"]']),
        (
            dataclasses.replace(SPLIT, names=("Sage", "SAGE")),
            USES,
            [
                "[[concept]]",
                'same = ["SAGE (2402.03300)", "SAGE (2407.12345)"]',
                '#different = ["SAGE (2402.03300)", "SAGE (2407.12345)"]',
            ],
        ),
        (SPELLING, (), ["[[concept]]", 'different = ["Self-Play", "self play", "SelfPlays"]', *SAME_SPELLED]),
        (
            CONFLICT,
            (),
            [
                "[[concept]]",
                '#same = ["GQA", "grouped attention"]',
                '#different = ["GQA", "grouped attention"]',
            ],
        ),
        (
            dataclasses.replace(CONFLICT, names=("SAGE",), keys=("sage",)),
            (),
            [
                "[[concept]]",
                '#same = ["SAGE (2402.03300)", "SAGE (2407.12345)"]',
                '#different = ["SAGE (2402.03300)", "SAGE (2407.12345)"]',
            ],
        ),
        (dataclasses.replace(MERGE, kind=DecisionKind.HIDE, names=("a",)), (), ["[[concept]]", 'hide = ["a"]']),
        (
            dataclasses.replace(MERGE, kind=DecisionKind.BROADER, names=("Flow-GRPO", "GRPO")),
            (),
            ["[[concept]]", 'broader = ["Flow-GRPO", "GRPO"]', '#same = ["Flow-GRPO", "GRPO"]'],
        ),
        (
            dataclasses.replace(MERGE, kind=DecisionKind.CLASS, names=("GRPO",)),
            (),
            ["[[concept]]", '#class = ["GRPO", "Method"]'],
        ),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Decision) else "",
)
def test_the_lines_that_answer(decision: Decision, uses: Sequence[NameRef], lines: list[str]) -> None:
    """A join is answered by taking apart, a split by joining, a conflict by a choice; of spellings one is enough."""
    assert as_toml(decision, uses=uses).split("\n") == lines


def test_a_split_without_papers_can_only_be_explained() -> None:
    """Where no use can be named, nothing is there that could be taken for a statement."""
    (line,) = as_toml(dataclasses.replace(SPLIT, papers=PAPERS[:1])).split("\n")
    assert line.startswith("# ")


# What the reader of digests lets through, and what a name cannot be written without.
HOSTILE = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, range(32))))
    | st.sampled_from("\"'\\#[]\n\t\u202e\ufeff")
)
NAMES = st.lists(HOSTILE.filter(lambda name: name.strip() and not name.rstrip().endswith(")")), min_size=1, max_size=4)
DOIS = st.from_regex(r"10\.[0-9]{4}/[a-z0-9./()_;\"\\-]{1,8}[a-z0-9]", fullmatch=True).filter(
    lambda doi: doi.count("(") == doi.count(")") == 0 and "arxiv" not in doi
)
IDS = st.one_of(
    st.from_regex(r"[0-9]{4}\.[0-9]{5}", fullmatch=True).map(lambda local: PaperId(scheme="arxiv", local=local)),
    DOIS.map(lambda local: PaperId(scheme="doi", local=local)),
    st.just(PaperId(scheme="acl", local="P18-1001")),
)


@given(NAMES, st.lists(IDS, max_size=3, unique=True), st.sampled_from(DecisionKind), st.sampled_from(Subject))
def test_whatever_a_name_holds_each_answer_is_one_statement(
    names: list[str], papers: list[PaperId], kind: DecisionKind, subject: Subject
) -> None:
    """Quotation marks, line ends and marks that turn the text around: an answer says just its names, and is loaded."""
    if subject is Subject.AUTHOR and kind in (DecisionKind.BROADER, DecisionKind.CLASS):
        return
    decision = dataclasses.replace(MERGE, kind=kind, subject=subject, names=tuple(names[:2]), papers=tuple(papers))
    header, *answers = as_toml(decision).split("\n")
    assert all(map(str.isprintable, answers))
    if not answers:
        assert tomllib.loads(header) == {}
        return
    for answer in answers:
        text = f"{header}\n{answer.removeprefix('#')}\n"
        ((_, (table,)),) = tomllib.loads(text).items()
        assert len(table) == 1
        for alias in read(text, file="a"):
            assert alias.subject is subject
            assert {concept_norm(ref.name) for ref in alias.names} <= set(map(concept_norm, names))
            assert {ref.paper for ref in alias.names} <= {None, *papers}
            if alias.kind in (AliasKind.SAME, AliasKind.DIFFERENT):
                assert len(alias.names) == len(papers if alias.names[0].paper else names[:2])


def test_control_characters_are_left_out() -> None:
    """No digest's name holds them, and no alias file may: what comes of them can still be loaded."""
    for names in itertools.combinations(["a\x00\x1bb", "c\r\nd", "\ud800", "\x7f"], 2):
        text = as_toml(dataclasses.replace(MERGE, names=names))
        (alias,) = read(text, file="a")
        assert len(alias.names) == 2
    assert (
        as_toml(dataclasses.replace(MERGE, names=("a\x00\x1bb", "c\r\nd"))).split("\n")[1]
        == 'different = ["ab", "c  d"]'
    )


@given(IDS, HOSTILE.filter(str.strip))
def test_a_use_is_written_as_it_is_read(paper: PaperId, name: str) -> None:
    """A name with its paper comes back as both."""
    name = name.replace("\n", " ").replace("\t", " ").strip()
    text = as_toml(dataclasses.replace(SPLIT, names=(name,)), uses=[NameRef(name=name, paper=paper), *USES])
    same = tomllib.loads(text)["concept"][0]["same"][0]
    assert same == written(NameRef(name=name, paper=paper))
    alias = next(iter(read(text, file="a")))
    assert alias.names[0] == NameRef(name=name, paper=paper)
