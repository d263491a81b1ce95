"""Statements that cannot hold together are refused; those that can are not."""

from collections.abc import Callable

import pytest

from papergraph.model import Alias

Load = Callable[[str], tuple[Alias, ...]]
Refused = Callable[[str], tuple[int | None, str, str | None]]


def tables(*statements: str, subject: str = "concept") -> str:
    """Return a file with each statement in a table of its own: on line 2, 4, 6 …"""
    return "".join(f"[[{subject}]]\n{statement}\n" for statement in statements)


@pytest.mark.parametrize(
    ("statements", "line", "said"),
    [
        (['same = ["a", "b"]', 'different = ["a", "b"]'], 4, "'a' and 'b' are different here, the same in a.toml:2"),
        (['different = ["b", "x", "A"]', 'same = ["a", "B"]'], 2, "'b' and 'A' are different here, the same in"),
        (['same = ["a", "b"]', 'same = ["c", "b"]', 'different = ["a", "c"]'], 6, "a.toml:2, a.toml:4"),
        (['same = ["x-y", "X Y"]', 'different = ["x-y", "X Y"]'], 4, "'x-y' and 'X Y' are different here"),
        (
            ['same = ["a (2407.12345)", "b"]', 'different = ["b", "a (2407.12345)"]'],
            4,
            "'b' and 'a (2407.12345)' are different here",
        ),
        (['class = ["a", "Method"]', 'class = ["A", "Task"]'], 4, "'A' has another class here than in a.toml:2"),
        (['class = ["a", "Dataset"]', 'class = ["a", "Benchmark"]'], 4, "another class"),
        (['same = ["a", "b"]', 'class = ["a", "Task"]', 'class = ["b", "Model"]'], 6, "'b' has another class"),
        (['broader = ["a", "A"]'], 2, "'a' stands under itself"),
        (['same = ["a", "b"]', 'broader = ["a", "b"]'], 4, "'a' stands under itself, by way of a.toml:2"),
        (
            ['broader = ["a", "b"]', 'broader = ["b", "c"]', 'broader = ["c", "a"]'],
            6,
            "'c' stands under itself, by way of a.toml:2, a.toml:4",
        ),
        (['hide = ["a"]', 'same = ["A", "b"]'], 4, "'A' is something here, hidden in a.toml:2"),
        (['broader = ["b", "a"]', 'hide = ["a"]'], 2, "'a' is something here, hidden in a.toml:4"),
        (['hide = ["a"]', 'class = ["a", "Task"]'], 4, "'a' is something here"),
    ],
)
def test_a_contradiction_names_both_places(refused: Refused, statements: list[str], line: int, said: str) -> None:
    """The later statement is told, with the place of what it contradicts, in whatever spelling it does."""
    found = refused(tables(*statements))
    assert (found[0], found[2]) == (line, "one of them has to go")
    assert said in found[1]


@pytest.mark.parametrize(
    "statements",
    [
        ['same = ["a", "b"]', 'different = ["a", "c"]', 'different = ["b", "d"]'],
        ['same = ["a", "b"]', 'same = ["b", "a", "c"]'],
        ['different = ["x-y", "X Y"]', 'same = ["x-y", "z"]', 'different = ["X Y", "z"]'],
        ['same = ["a (2407.12345)", "b"]', 'different = ["a (2407.12346)", "b"]'],
        ['class = ["a", "Task"]', 'class = ["A", "Task"]'],
        ['broader = ["a", "b"]', 'broader = ["a", "c"]', 'broader = ["b", "d"]', 'broader = ["c", "d"]'],
        ['broader = ["a", "b"]', 'broader = ["a", "b"]'],
        ['hide = ["a"]', 'hide = ["A"]', 'different = ["a", "b"]', 'same = ["a (2407.12345)", "c"]'],
    ],
)
def test_what_can_hold_together_is_taken(load: Load, statements: list[str]) -> None:
    """Chains, diamonds, repetitions, and spellings that the file itself tells apart."""
    assert load(tables(*statements))


def test_concepts_and_authors_do_not_meet(load: Load, refused: Refused) -> None:
    """A person may be called like a method; among people a contradiction is one as well."""
    load(tables('same = ["Sage", "Kim"]') + tables('different = ["Sage", "Kim"]', subject="author"))
    assert refused(tables('same = ["Suh", "Kim"]', 'different = ["Kim.", "Súh"]', subject="author"))[0] == 4
