"""What the alias file says of authors is what holds."""

import random
from collections.abc import Callable

import pytest

from papergraph.errors import InputError
from papergraph.model import Alias, AliasKind, Decision, DecisionKind, NameRef, PaperId, Subject
from papergraph.resolve.authors import People

Resolve = Callable[..., People]
Paper = tuple[str, str, str, list[str]]


def say(kind: AliasKind, *names: str, line: int = 1, subject: Subject = Subject.AUTHOR) -> Alias:
    """Return a line; a name is written ``Name (1)`` when it is that of paper 2505.00001."""
    refs = []
    for name in names:
        bare, _, paper = name.removesuffix(")").partition(" (")
        refs.append(NameRef(name=bare, paper=identity(int(paper)) if paper else None))
    return Alias(
        kind=kind, subject=subject, names=tuple(refs), cls=None, benchmark=False, file="my.aliases.toml", line=line
    )


def same(*names: str, line: int = 1) -> Alias:
    return say(AliasKind.SAME, *names, line=line)


def different(*names: str, line: int = 2) -> Alias:
    return say(AliasKind.DIFFERENT, *names, line=line)


def hide(name: str, *, line: int = 3) -> Alias:
    return say(AliasKind.HIDE, name, line=line)


def identity(number: int) -> PaperId:
    return PaperId(scheme="arxiv", local=f"2505.{number:05}")


def papers(*lists: list[str]) -> list[Paper]:
    return [(f"2025-05-{n:02}", identity(n).local, f"Title {n}", authors) for n, authors in enumerate(lists, 1)]


def keys(people: People, number: int) -> tuple[str, ...]:
    return people.authors_of[identity(number)]


def ruled(people: People) -> list[Decision]:
    return [decision for decision in people.decisions if decision.rule == "alias-file/1"]


def test_same_joins_names_that_no_rule_would(people: Resolve) -> None:
    """Names that have nothing in common are one author with all spellings, and the line is told."""
    found = people(
        *papers(["Bob Smith"], ["Robert Smith"], ["robert smith"]), aliases=[same("Bob Smith", "ROBERT SMITH")]
    )

    (author,) = found.authors
    assert {author.name, *author.alternatives} == {"Bob Smith", "Robert Smith", "robert smith"}
    (ruling,) = ruled(found)
    assert (ruling.kind, ruling.subject, ruling.note) == (DecisionKind.MERGE, Subject.AUTHOR, "my.aliases.toml:1")
    assert (ruling.names, ruling.keys, ruling.support, ruling.weight) == (
        ("Bob Smith", "ROBERT SMITH"),
        (author.key,),
        3,
        1,
    )


def test_same_of_a_paper_is_that_signature_only(people: Resolve) -> None:
    """A name with a paper is joined as it stands there; elsewhere it stays what it was."""
    found = people(
        *papers(["R. Smith"], ["Robert Smith"], ["R. Smith"]), aliases=[same("R. Smith (1)", "Robert Smith")]
    )

    assert keys(found, 1) == keys(found, 2) == ("robert-smith",)
    assert keys(found, 3) == ("r-smith",)


def test_joined_names_draw_on_the_evidence_of_both(people: Resolve) -> None:
    """A third spelling that shares co-authors with one of two joined names joins them."""
    lists = ["Bob Smith"], ["Robert Smith", "Ada Stone", "Bo Frost"], ["R. Smith", "Ada Stone", "Bo Frost"]
    found = people(*papers(*lists), aliases=[same("Bob Smith", "Robert Smith")])

    assert keys(found, 1)[0] in keys(found, 3)


def test_different_keeps_apart_what_a_rule_would_join(people: Resolve) -> None:
    """Two spellings with the same co-authors stay two authors."""
    lists = ["Ryan Rossi", "Ada Stone"], ["Ryan A. Rossi", "Ada Stone"]
    assert "ryan-a-rossi" in keys(people(*papers(*lists)), 1)

    found = people(*papers(*lists), aliases=[different("Ryan Rossi", "Ryan A. Rossi")])

    assert keys(found, 1) == ("ada-stone", "ryan-rossi")
    assert keys(found, 2) == ("ada-stone", "ryan-a-rossi")
    (ruling,) = ruled(found)
    assert (ruling.kind, ruling.keys, ruling.note) == (
        DecisionKind.SPLIT,
        ("ryan-a-rossi", "ryan-rossi"),
        "my.aliases.toml:2",
    )


def test_different_holds_through_a_third_name(people: Resolve) -> None:
    """Names that are kept apart do not come together by a name that would join both."""
    lists = ["Ryan Rossi", "Ada Stone"], ["R. Rossi", "Ada Stone"], ["Ryan A. Rossi", "Ada Stone"]
    found = people(*papers(*lists), aliases=[different("Ryan Rossi", "Ryan A. Rossi")])

    assert keys(found, 1) != keys(found, 3)


def test_different_papers_split_a_name(people: Resolve) -> None:
    """A name on two papers is two authors; its other papers go with the co-authors, then with the topics."""
    found = people(
        ("2025-05-01", identity(1).local, "Folding proteins", ["Wei Chen", "Ada Stone"]),
        ("2025-05-02", identity(2).local, "Recognising speech", ["Wei Chen", "Bo Frost"]),
        ("2025-05-03", identity(3).local, "Folding proteins", ["Wei Chen", "Bo Frost"]),
        ("2025-05-04", identity(4).local, "Folding proteins again", ["Wei Chen", "Cy Reed"]),
        aliases=[different("Wei Chen (1)", "Wei Chen (2)")],
    )

    assert keys(found, 1) == ("ada-stone", "wei-chen")
    assert keys(found, 2) == ("bo-frost", "wei-chen-2")
    assert keys(found, 3) == ("bo-frost", "wei-chen-2")
    assert keys(found, 4) == ("cy-reed", "wei-chen")


def test_a_name_against_itself_on_a_paper_is_all_the_rest(people: Resolve) -> None:
    """``different = ["X", "X (paper)"]`` takes that one paper out of the name, whatever it shares with others."""
    lists = ["Wei Chen", "Ada Stone"], ["Wei Chen", "Ada Stone"], ["Wei Chen", "Bo Frost"]
    found = people(*papers(*lists), aliases=[different("Wei Chen", "Wei Chen (2)")])

    assert keys(found, 2) == ("ada-stone", "wei-chen-2")
    assert keys(found, 1) == ("ada-stone", "wei-chen")
    assert keys(found, 3) == ("bo-frost", "wei-chen")


def test_spellings_of_one_normalised_name_can_be_told_apart(people: Resolve) -> None:
    """Two spellings that differ by a hyphen are two authors when the file says so."""
    found = people(*papers(["Il-Hong Suh"], ["Il Hong Suh"]), aliases=[different("Il-Hong Suh", "Il Hong Suh")])

    assert sorted(author.name for author in found.authors) == ["Il Hong Suh", "Il-Hong Suh"]


def test_same_undoes_a_split(people: Resolve) -> None:
    """Papers that a rule gives to two people of a name can be given to one."""
    ryan, rosa = ["Ada Stone", "Bo Frost"], ["Cy Reed", "Di Poe"]
    lists = ["R. Rossi", *ryan], ["R. Rossi", *rosa], ["Ryan Rossi", *ryan], ["Rosa Rossi", *rosa]
    split = people(*papers(*lists))
    assert "ryan-rossi" in keys(split, 1)
    assert "rosa-rossi" in keys(split, 2)

    found = people(*papers(*lists), aliases=[same("R. Rossi (1)", "R. Rossi (2)")])

    assert len(set(keys(found, 1)) & set(keys(found, 2))) == 1


def test_same_holds_wherever_a_name_stands(people: Resolve) -> None:
    """A short form that the file gives to one of two people is that one's everywhere, whatever co-authors say."""
    ryan, rosa = ["Ada Stone", "Bo Frost"], ["Cy Reed", "Di Poe"]
    for beside in ([ryan, rosa], [rosa, ryan]):
        lists = *(["R. Rossi", *each] for each in beside), ["Ryan Rossi", *ryan], ["Rosa Rossi", *rosa]
        found = people(*papers(*lists), aliases=[same("R. Rossi", "Rosa Rossi")])

        assert "rosa-rossi" in keys(found, 1)
        assert "rosa-rossi" in keys(found, 2)
        assert "ryan-rossi" in keys(found, 3)


def test_who_was_listed_first_has_no_number(people: Resolve) -> None:
    """Of two of a name, the one with the first listing has the plain key, whichever listing comes first."""
    first, second = papers(["Wei Chen", "Ada Stone"], ["Wei Chen", "Bo Frost"])
    later = ("2025-05-09", *first[1:])
    for days in ([later, second, first], [first, second, later]):
        found = people(*days, aliases=[different("Wei Chen (1)", "Wei Chen (2)")])
        assert keys(found, 1) == ("ada-stone", "wei-chen")


def test_hidden_is_nobody(people: Resolve) -> None:
    """A hidden name is no author of any paper, with all the spellings that are the same; the line is told."""
    lists = ["OpenAI", "Ada Stone"], ["Open AI", "Ada Stone"], ["OpenAI"]
    found = people(*papers(*lists), aliases=[hide("OpenAI"), same("OpenAI", "Open AI")])

    assert [author.key for author in found.authors] == ["ada-stone"]
    assert [keys(found, number) for number in (1, 2, 3)] == [("ada-stone",), ("ada-stone",), ()]
    hidden = next(ruling for ruling in ruled(found) if ruling.kind is DecisionKind.HIDE)
    assert (hidden.names, hidden.keys, hidden.weight) == (("OpenAI",), (), 2)


def test_hidden_of_a_paper_leaves_its_namesake(people: Resolve) -> None:
    """With a paper, the author whom the name means there is hidden, and the other author of that name stays."""
    lists = ["Wei Chen", "Ada Stone"], ["Wei Chen", "Bo Frost"]
    found = people(*papers(*lists), aliases=[different("Wei Chen (1)", "Wei Chen (2)"), hide("Wei Chen (1)")])

    assert keys(found, 1) == ("ada-stone",)
    assert keys(found, 2) == ("bo-frost", "wei-chen")


def test_lines_about_concepts_are_not_read(people: Resolve) -> None:
    """A line about a concept says nothing of an author of that name."""
    line = say(AliasKind.HIDE, "Nobody Here", subject=Subject.CONCEPT)
    assert [author.key for author in people(*papers(["Ada Stone"]), aliases=[line]).authors] == ["ada-stone"]


@pytest.mark.parametrize(
    ("aliases", "line", "message"),
    [
        ([same("Ada Stone", "Nobody Here")], 1, "Nobody Here"),
        ([hide("Ada Stone (3)")], 3, "2505.00003"),
        ([hide("Ada Stone (77)")], 3, "2505.00077"),
        ([different("Ada Stone", "ADA STONE")], 2, "one name"),
        ([same("Ada Stone", "Bo Frost"), different("Ada Stone", "Bo Frost")], 2, "my.aliases.toml:1"),
        (
            [same("Ada Stone", "Bo Frost"), same("Bo Frost", "Cy Reed", line=7), different("Ada Stone", "Cy Reed")],
            2,
            ":7",
        ),
        ([same("Ada Stone", "Bo Frost"), different("Ada Stone (1)", "Bo Frost")], 2, "my.aliases.toml:1"),
        ([same("Ada Stone (1)", "Bo Frost"), different("Ada Stone", "Bo Frost")], 2, "my.aliases.toml:1"),
        ([same("Ada Stone (1)", "Ada Stone (2)"), different("Ada Stone (1)", "Ada Stone (2)")], 2, "my.aliases.toml:1"),
        ([say(AliasKind.BROADER, "Ada Stone", "Bo Frost", line=4)], 4, "broader"),
        ([say(AliasKind.CLASS, "Ada Stone", line=5)], 5, "class"),
    ],
)
def test_what_cannot_be_is_an_error(people: Resolve, aliases: list[Alias], line: int, message: str) -> None:
    """A line that names nobody, contradicts others or says what is not said of authors is told, with its place."""
    with pytest.raises(InputError) as caught:
        people(*papers(["Ada Stone", "Bo Frost"], ["Ada Stone"], ["Cy Reed"]), aliases=aliases)

    assert (caught.value.file, caught.value.line) == ("my.aliases.toml", line)
    assert message in caught.value.message
    assert caught.value.hint


def test_unknown_name_is_told_with_the_nearest(people: Resolve) -> None:
    """Whoever mistypes a name is told whom there is."""
    with pytest.raises(InputError) as caught:
        people(*papers(["Ada Stone", "Bo Frost"]), aliases=[hide("Ada Stonne")])

    assert "Ada Stone" in (caught.value.hint or "")


def test_order_of_lines_and_days_does_not_matter(people: Resolve) -> None:
    """The same lines and the same days give the same authors, in whatever order they come."""
    lists = (
        ["Wei Chen", "Ada Stone"],
        ["Wei Chen", "Bo Frost"],
        ["W. Chen", "Ada Stone"],
        ["Wei Chen", "Cy Reed"],
        ["Bob Smith", "Cy Reed"],
        ["Robert Smith"],
    )
    aliases = [different("Wei Chen (1)", "Wei Chen (2)"), same("Bob Smith", "Robert Smith"), hide("Cy Reed")]
    expected = people(*papers(*lists), aliases=aliases)

    for seed in range(5):
        shuffle = random.Random(seed)
        days = papers(*lists)
        assert people(*shuffle.sample(days, 6), aliases=shuffle.sample(aliases, 3)) == expected
