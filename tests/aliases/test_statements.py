"""What an alias file may say, and with which line it is told what it may not."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.aliases.statements import read
from papergraph.errors import InputError
from papergraph.model import Alias, AliasKind, ConceptClass, NameRef, PaperId, Subject

Load = Callable[[str], tuple[Alias, ...]]
Refused = Callable[[str], tuple[int | None, str, str | None]]

EXAMPLE = """\
# what the digests call one thing
[[concept]]
same = ["GRPO", "Group Relative Policy Optimization", "그룹 상대 정책 최적화"]

[[concept]]
different = ["SAGE (2407.12345)", "SAGE (2410.00001)"]   # as those papers use the name
broader = [
  "Flow-GRPO",  # [stands]
  "GRPO",       # "under
]
class = ["Flow-GRPO", "method"]
hide = ["아키텍처", "Mean Average Precision (mAP)"]

[[author]]
same = ["Il-Hong Suh", "Il Hong Suh"]
"""


def plain(*names: str) -> tuple[NameRef, ...]:
    return tuple(NameRef(name=name, paper=None) for name in names)


def used_by(name: str, scheme: str, local: str) -> NameRef:
    return NameRef(name=name, paper=PaperId(scheme=scheme, local=local))


def test_the_five_statements(load: Load) -> None:
    """Each statement has its names and its line; one table may hold several; what is hidden is one alias each."""
    found = [(alias.line, alias.subject, alias.kind, alias.names, alias.cls) for alias in load(EXAMPLE)]

    concept, author = Subject.CONCEPT, Subject.AUTHOR
    sage = used_by("SAGE", "arxiv", "2407.12345"), used_by("SAGE", "arxiv", "2410.00001")
    grpo = plain("GRPO", "Group Relative Policy Optimization", "그룹 상대 정책 최적화")
    assert found == [
        (3, concept, AliasKind.SAME, grpo, None),
        (6, concept, AliasKind.DIFFERENT, sage, None),
        (7, concept, AliasKind.BROADER, plain("Flow-GRPO", "GRPO"), None),
        (11, concept, AliasKind.CLASS, plain("Flow-GRPO"), ConceptClass.METHOD),
        (12, concept, AliasKind.HIDE, plain("아키텍처"), None),
        (12, concept, AliasKind.HIDE, plain("Mean Average Precision (mAP)"), None),
        (15, author, AliasKind.SAME, plain("Il-Hong Suh", "Il Hong Suh"), None),
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", "[[concept]]\n", "[[concept]]\n#same = ['a', 'b']"])
def test_nothing_said(load: Load, text: str) -> None:
    """An empty file, and a table in which everything is commented out, say nothing."""
    assert load(text) == ()


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("SAGE (2407.12345v3)", used_by("SAGE", "arxiv", "2407.12345")),
        ("SAGE(arXiv:2407.12345)", used_by("SAGE", "arxiv", "2407.12345")),
        ("SAGE (cs/0112017)", used_by("SAGE", "arxiv", "cs/0112017")),
        ("SAGE (acl:P18-1001)", used_by("SAGE", "acl", "P18-1001")),
        ("SAGE (doi:10.1145/3292500.3330701)", used_by("SAGE", "doi", "10.1145/3292500.3330701")),
        ("SAGE (doi:10.1016/S0370-2693(02)01234-5)", used_by("SAGE", "doi", "10.1016/s0370-2693(02)01234-5")),
        ("SAGE (doi:10.48550/arXiv.2407.12345)", used_by("SAGE", "arxiv", "2407.12345")),
        ("mean (average) precision (2407.12345)", used_by("mean (average) precision", "arxiv", "2407.12345")),
        (" SAGE (mAP) ", *plain("SAGE (mAP)")),
        ("SAGE (2407.12345) two", *plain("SAGE (2407.12345) two")),
        ("SAGE (2407.1)", *plain("SAGE (2407.1)")),
        ("SAGE (2407.12345?x)", *plain("SAGE (2407.12345?x)")),
        ("SAGE (isbn:2407.12345)", *plain("SAGE (isbn:2407.12345)")),
        ("SAGE (doi:10.1000/a) (b)", *plain("SAGE (doi:10.1000/a) (b)")),
        ("SAGE 2407.12345)", *plain("SAGE 2407.12345)")),
        (")(", *plain(")(")),
    ],
)
def test_a_paper_in_brackets_is_the_paper_that_uses_the_name(load: Load, name: str, ref: NameRef) -> None:
    """Ids of the three schemes in any usual form; brackets that hold no id belong to the name."""
    assert load(f'[[concept]]\nhide = ["{name}"]')[0].names == (ref,)


@pytest.mark.parametrize(
    ("cls", "known"),
    [
        ("Method", (ConceptClass.METHOD, False)),
        ("MODEL", (ConceptClass.MODEL, False)),
        ("Dataset", (ConceptClass.DATASET, False)),
        ("Benchmark", (ConceptClass.DATASET, True)),
        ("task", (ConceptClass.TASK, False)),
        ("Metric", (ConceptClass.METRIC, False)),
    ],
)
def test_classes(load: Load, cls: str, known: tuple[ConceptClass, bool]) -> None:
    """The five classes and the benchmark, in any case of letters."""
    alias = load(f'[[concept]]\nclass = ["X", "{cls}"]')[0]
    assert (alias.cls, alias.benchmark) == known


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ('same = ["a", "b"]', 1, "before any table", "[[concept]]"),
        ('concept = [{same = ["a", "b"]}]', 1, "before any table", "[[concept]]"),
        ('[concept]\nsame = ["a", "b"]', 1, "one pair of brackets", "[[concept]]"),
        ("\n[[concpet]]", 2, "no table 'concpet'", "try: concept"),
        ("[[concept.more]]", 1, "no table 'concept.more'", "concept"),
        ("[[paper]]", 1, "no table 'paper'", "concept, author"),
        ('[[concept]]\n\nsmae = ["a", "b"]', 3, "no statement 'smae'", "try: same"),
        ("[[concept]]\nsame.a = 1", 2, "takes a list of names", "same = ["),
        ('[[concept]]\nsame = "a"', 2, "takes a list of names", 'same = ["one name", "another name"]'),
        ('[[concept]]\nsame = ["a", 1]', 2, "takes a list of names", "same = ["),
        ('[[concept]]\nsame = ["a"]', 2, "'same' takes at least 2 names, not 1", "same = ["),
        ("[[concept]]\nhide = []", 2, "'hide' takes at least 1 name, not 0", "hide = ["),
        ('[[concept]]\nbroader = ["a", "b", "c"]', 2, "'broader' takes 2 names, not 3", "the narrower"),
        ('[[concept]]\nclass = ["a"]', 2, "'class' takes 2 names, not 1", '"Method"]'),
        ('[[concept]]\nclass = ["a", "Thing"]', 2, "no class 'Thing'", "Benchmark"),
        ('[[concept]]\nsame = ["a", " "]', 2, "an empty name", "same = ["),
        ('[[concept]]\nsame = ["a", " a"]', 2, "'a' stands twice", None),
        ('[[concept]]\nhide = ["a (2407.12345)", "a (2407.12345v2)"]', 2, "stands twice", None),
        ('[[concept]]\nhide = ["(2407.12345)"]', 2, "a paper without a name", "name (paper)"),
        (r"[[concept]]" "\n" r'hide = ["a\nb"]', 2, "control character", "one line"),
        (r"[[concept]]" "\n" r'hide = ["a\u0000b"]', 2, "control character", "one line"),
        ('[[author]]\nbroader = ["a", "b"]', 2, "of concepts only", "same, different, hide"),
        ('[[author]]\nclass = ["a", "Method"]', 2, "of concepts only", "same, different, hide"),
        ('[[author]]\nhid = ["a"]', 2, "no statement 'hid'", "try: hide"),
        ('[[concept]]\nsame = ["a", "b"]\n"same" = ["c", "d"]', 3, "stands twice in one table", "another [[concept]]"),
        ('[[concept]]\nsame = ["a", b]', 2, "no TOML: Invalid value", "names stand in quotes"),
        ('[[concept]]\nsame = ["a", "b]\nhide = ["c"]', 2, "A string does not end on its line", "quotes"),
        ('[[concept]]\nsame = ["a", "b"\n\n[[concept]]', 4, "Unclosed array, in what begins in line 2", "brackets"),
        ('[[concept]]\nsame = [\n  "a",\n  b,\n]', 4, "Invalid value, in what begins in line 2", "quotes"),
        ('[[concept]]\nsame = ["a", "b"] hide = ["c"]', 2, "no TOML", "brackets"),
        ('[[concept]]\nhide = ["a\u0001b"]', 2, "no TOML", "quotes"),
        ("]\n]", 1, "no TOML", "brackets"),
        ("\n\nx = " + "9" * 10_000, 3, "no list of names", "same = ["),
        ("\n\nx = " + "[" * 10_000, 3, "no list of names", "same = ["),
    ],
)
def test_what_cannot_be_is_told_with_its_line(
    refused: Refused, text: str, line: int, said: str, hint: str | None
) -> None:
    """Syntax, tables, keys, types, numbers of names and names: each error has the line, and most a way out."""
    found = refused(text)
    assert found[0] == line
    assert said in found[1]
    assert (hint is None and found[2] is None) or (hint or "") in (found[2] or "")


SIGNS = st.text("[]{}#\"'\\= a,", max_size=8)
NAMES = (st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8) | SIGNS).map(str.strip).filter(bool)


@st.composite
def quoted(draw: st.DrawFn, name: str) -> str:
    """Write a name as one of TOML's four kinds of string."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    kinds = [f'"{escaped}"', f'"""{escaped}"""', f'"""\n{escaped}"""', f'"""\\\n\n  {escaped}"""']
    if "'" not in name:
        kinds += [f"'{name}'", f"'''{name}'''", f"'''\n{name}'''"]
    if not name.endswith('"') and "\\" not in name and '"""' not in name:
        kinds.append(f'"""{name}"""')
    return draw(st.sampled_from(kinds))


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[tuple[int, tuple[str, ...]]]]:
    """Return a file of lists in every layout that TOML knows, and the line and names of each."""
    text, wanted = "", []
    for names in draw(
        st.lists(st.lists(NAMES | SIGNS.map(str.strip).filter(bool), min_size=2, max_size=4, unique=True), max_size=5)
    ):
        comment = draw(st.sampled_from(["", "\n", "  # ", "\n\n\t#"]))
        text += comment + (draw(SIGNS) if "#" in comment else "") + "\n"
        text += draw(st.sampled_from(["[[concept]]\n", " [[ concept ]] # [[author]]\n", '[["concept"]]\n']))
        wanted.append((text.count("\n") + 1, tuple(names)))
        end = draw(st.sampled_from(["", "\n", " # ] \" ''' \n"]))
        text += draw(st.sampled_from(["same = ", '  "same"=', "'same' = "]))
        text += "[" + end + f",{end}".join(draw(quoted(name)) for name in names) + end + "]"
        text += draw(st.sampled_from(["\n", " # [\n", "\n\n"]))
    return text, wanted


@given(files())
def test_lines_and_names_are_those_of_the_file(made: tuple[str, list[tuple[int, tuple[str, ...]]]]) -> None:
    """Whatever stands in names and comments, each list has its line, and its names are those that TOML reads."""
    text, wanted = made
    found = [(alias.line, tuple(ref.name for ref in alias.names)) for alias in read(text, file="a")]
    assert found == wanted
    assert [tuple(table["same"]) for table in tomllib.loads(text).get("concept", [])] == [names for _, names in wanted]


@given(st.text("[]{}=\"'\\#\n abc", max_size=60))
def test_a_text_that_is_no_toml_is_refused(text: str) -> None:
    """Nothing but an error with a line comes of it."""
    try:
        tomllib.loads(text)
    except ValueError:
        with pytest.raises(InputError) as caught:
            list(read(text, file="a"))
        assert caught.value.line in range(1, text.count("\n") + 2)


def test_a_long_file_is_read_in_order(tmp_path: Path, load: Load) -> None:
    """Strings that nobody closes, thousands of signs and thousands of tables: it ends."""
    many = "".join(f'[[concept]]\nhide = ["n{number}"]\n' for number in range(3000))
    assert [alias.line for alias in load(many)] == list(range(2, 6001, 2))
    for text in ('a = "' + '\\"' * 500_000, '"""' * 300_001, "'''\"\"\"" * 200_000):
        with pytest.raises(InputError):
            load(text)
