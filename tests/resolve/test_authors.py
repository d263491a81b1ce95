"""Who is who: which spellings are one person, which name is several."""

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papergraph.model import Author, Decision, DecisionKind, PaperId
from papergraph.resolve.authors import AuthorResolver, People

Resolve = Callable[..., People]
Paper = tuple[str, str, str, list[str]]


def names(people: People) -> set[tuple[str, ...]]:
    return {(author.name, *author.alternatives) for author in people.authors}


def keys_on(people: People, local: str) -> tuple[str, ...]:
    return people.authors_of[PaperId(scheme="arxiv", local=local)]


def decision(people: People, rule: str) -> Decision:
    (found,) = (each for each in people.decisions if each.rule == rule)
    return found


def pair(
    one: list[str], other: list[str], *, titles: tuple[str, str] = ("Reading charts", "Reading maps")
) -> list[Paper]:
    """Two papers of one month."""
    return [("2025-05-01", "2505.00001", titles[0], one), ("2025-05-02", "2505.00002", titles[1], other)]


# ---------------------------------------------------------------------------------------------------------------------
# Spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Il-Hong Suh", "Il Hong Suh"),
        ("Léo Boisvert", "Leo Boisvert"),
        ("Mateusz Łajszczak", "Mateusz Lajszczak"),
        ("Matthias Nießner", "Matthias Niessner"),
        ("Minji Kim", "Kim, Minji"),
        ("Ada Kim, Jr.", "Ada Kim Jr"),
        ("Ryan A. Rossi", "Ryan A Rossi"),
    ],
)
def test_spelling_alone_is_no_difference(people: Resolve, one: str, other: str) -> None:
    """Hyphens, diacritics, dots and the family name in front do not make another person, and it is told."""
    found = people(*pair([one], [other]))

    (author,) = found.authors
    assert {author.name, *author.alternatives} == {one, other}
    assert "," not in author.name or "," not in other
    merged = decision(found, "spelling/1")
    assert (merged.kind, merged.names, merged.keys) == (
        DecisionKind.MERGE,
        tuple(sorted((one, other))),
        (author.key,),
    )
    assert merged.weight == 1


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Ilhong Suh", "Il Hong Suh", "spacing/1"),
        ("Ryan Rossi", "Ryan A. Rossi", "middle-initial/1"),
        ("Rajiv Shah", "Rajiv Ratn Shah", "middle-name/1"),
        ("R. Rossi", "Ryan Rossi", "initials/1"),
        ("J. Zico Kolter", "Zico Kolter", "first-initial/1"),
        ("Suh Il-Hong", "Il-Hong Suh", "order/1"),
        ("Tim Baldwin", "Timothy Baldwin", "short/1"),
        ("Avshalom Manevich", "Avashalom Manevich", "slip/1"),
        ("Hisham Cholakkal", "Hisham Cholakal", "slip/1"),
    ],
)
def test_shared_co_authors_join_spellings(people: Resolve, one: str, other: str, rule: str) -> None:
    """Two forms of a name beside the same co-authors are one person; the decision names both and the co-authors."""
    found = people(*pair([one, "Ada Stone", "Bo Frost"], [other, "Ada Stone", "Bo Frost"]))

    assert (one, other) in names(found) or (other, one) in names(found)
    merged = decision(found, rule)
    assert merged.names == tuple(sorted((one, other)))
    assert len(merged.keys) == 1
    assert [paper.local for paper in merged.papers] == ["2505.00001", "2505.00002"]
    assert "Ada Stone" in merged.note
    assert "Bo Frost" in merged.note


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("R. Rossi", "Ryan Rossi"),
        ("Rajiv Shah", "Rajiv Ratn Shah"),
        ("Yang Li", "Li Yang"),
        ("Tim Baldwin", "Timothy Baldwin"),
    ],
)
def test_without_a_shared_co_author_they_are_two(people: Resolve, one: str, other: str) -> None:
    """Names that are less alike stay two people when nobody has written with both."""
    assert names(people(*pair([one, "Ada Stone"], [other, "Cy Reed"]))) >= {(one,), (other,)}


def test_rare_name_with_an_initial_needs_no_co_author(people: Resolve) -> None:
    """A rare name with and without its middle initial is one person when the topics fit."""
    topics = ("Simplicial attention for proteins", "Simplicial attention for molecules")
    first, second = pair(["Aleksandr Panov"], ["Aleksandr I. Panov"], titles=topics)
    others: list[Paper] = [
        (f"2025-05-{day}", f"2505.001{day}", title, [f"Ada {name}"])
        for day, title, name in [("11", "Speech of birds", "Stone"), ("12", "Speech of whales", "Frost")]
    ]
    again = ("2025-05-20", first[1], "A title that tells nothing", first[3])
    for days in ([first, second, again], [again, first, second]):
        found = people(*days, *others)
        assert ("Aleksandr I. Panov", "Aleksandr Panov") in names(found)
        assert "no co-author" in decision(found, "middle-initial/1").note


def test_rare_name_with_an_initial_needs_the_topics(people: Resolve) -> None:
    """Without a shared co-author and without shared topics, an initial more is another person."""
    found = people(
        ("2025-05-01", "2505.00001", "Simplicial proteins", ["Aleksandr Panov"]),
        ("2025-05-02", "2505.00002", "Speech of birds", ["Aleksandr I. Panov"]),
        ("2025-05-03", "2505.00003", "Speech of proteins", ["Ada Stone"]),
    )

    assert names(found) == {("Aleksandr Panov",), ("Aleksandr I. Panov",), ("Ada Stone",)}


def test_rare_name_of_two_initials_needs_a_co_author(people: Resolve) -> None:
    """Topics do not tell which of two fuller names a short one means."""
    topic = "Simplicial attention for proteins"
    spelled = "Aleksandr Panov", "Aleksandr I. Panov", "Aleksandr K. Panov"
    papers = [(f"2025-05-0{n}", f"2505.0000{n}", topic, [name]) for n, name in enumerate(spelled, 1)]
    found = people(*papers, ("2025-05-09", "2505.00009", "Speech of birds", ["Ada Stone"]))

    assert names(found) >= {(name,) for name in spelled}


def test_co_authors_may_be_initials_too(people: Resolve) -> None:
    """A co-author who stands with initials beside one name and in full beside the other is shared."""
    found = people(*pair(["R. Rossi", "F. Stone", "B. Frost"], ["Ryan Rossi", "Fred Stone", "Bo Frost"]))

    assert names(found) == {("Ryan Rossi", "R. Rossi"), ("Fred Stone", "F. Stone"), ("Bo Frost", "B. Frost")}


def test_co_authors_of_common_names_tell_little(people: Resolve) -> None:
    """One shared co-author whose name is common joins nobody; a second one does."""
    one, other = ["Rajiv Shah", "Yang Liu"], ["Rajiv Ratn Shah", "Yang Liu"]
    common = crowd("Yang", "Liu") + crowd("Wei", "Chen")

    assert names(people(*common, *pair(one, other))) >= {("Rajiv Shah",), ("Rajiv Ratn Shah",)}
    joined = names(people(*common, *pair([*one, "Wei Chen"], [*other, "Wei Chen"])))
    assert ("Rajiv Ratn Shah", "Rajiv Shah") in joined


def test_two_names_of_one_list_are_two_people(people: Resolve) -> None:
    """Names that stand in one list are never joined, however much they share elsewhere."""
    both = ["Ryan Rossi", "Ryan A. Rossi", "Ada Stone", "Bo Frost"]
    found = people(*pair(both, ["Ryan A. Rossi", "Ada Stone", "Bo Frost"]))

    assert names(found) >= {("Ryan Rossi",), ("Ryan A. Rossi",)}


def test_two_lists_of_one_paper_may_spell_a_name_differently(people: Resolve) -> None:
    """A paper whose two listings spell a name differently has one author of that name, not two."""
    day, local, title, authors = pair(["Ryan Rossi", "Ada Stone"], [])[0]
    found = people((day, local, title, authors), ("2025-05-09", local, title, ["R. Rossi", "Ada Stone"]))

    assert keys_on(found, local) == ("ada-stone", "ryan-rossi")


def test_initials_go_to_the_name_whose_co_authors_they_share(people: Resolve) -> None:
    """Of two full names, initials mean the one whose co-authors stand beside them."""
    found = people(
        ("2025-05-01", "2505.00001", "Charts", ["Ryan Rossi", "Ada Stone", "Bo Frost"]),
        ("2025-05-02", "2505.00002", "Birds", ["Rosa Rossi", "Cy Reed"]),
        ("2025-05-03", "2505.00003", "Maps", ["R. Rossi", "Ada Stone", "Bo Frost"]),
    )

    assert names(found) >= {("Ryan Rossi", "R. Rossi"), ("Rosa Rossi",)}


def test_short_form_of_two_people_is_shared_out(people: Resolve) -> None:
    """A name that two fuller ones may mean is each of them where their co-authors are; the rest goes to the nearer."""
    found = people(
        ("2025-05-01", "2505.00001", "Decision trees", ["Robert L. Mercer", "Ada Stone"]),
        ("2025-05-02", "2505.00002", "Parsing", ["Robert Mercer", "Ada Stone"]),
        ("2025-05-03", "2505.00003", "Rhetoric of biology", ["Robert E. Mercer", "Cy Reed"]),
        ("2025-05-04", "2505.00004", "Claims of biology", ["Robert Mercer", "Cy Reed"]),
        ("2025-05-05", "2505.00005", "Relations of biology", ["Robert Mercer", "Di Poe"]),
    )

    assert keys_on(found, "2505.00002") == ("ada-stone", "robert-l-mercer")
    assert keys_on(found, "2505.00004") == ("cy-reed", "robert-e-mercer")
    assert keys_on(found, "2505.00005") == ("di-poe", "robert-e-mercer")
    split = decision(found, "short-form/1")
    assert (split.kind, split.names, split.keys) == (
        DecisionKind.SPLIT,
        ("Robert Mercer",),
        ("robert-e-mercer", "robert-l-mercer"),
    )


def test_short_form_of_one_circle_is_one_person(people: Resolve) -> None:
    """A name that may mean two people is the one with more of its co-authors; nobody becomes both."""
    found = people(
        ("2025-05-01", "2505.00001", "Trees", ["Robert L. Mercer", "Ada Stone", "Bo Frost", "Cy Reed"]),
        ("2025-05-02", "2505.00002", "Biology", ["Robert E. Mercer", "Di Poe", "Ed Lark"]),
        ("2025-05-03", "2505.00003", "All", ["R. Mercer", "Ada Stone", "Bo Frost", "Cy Reed", "Di Poe", "Ed Lark"]),
    )

    assert names(found) >= {("Robert L. Mercer", "R. Mercer"), ("Robert E. Mercer",)}
    assert not [each for each in found.decisions if each.kind is DecisionKind.CONFLICT], "E. can no longer be R."


def test_initials_of_several_need_two_co_authors(people: Resolve) -> None:
    """Where initials may mean several people, one shared co-author does not tell whom, but it is told."""
    found = people(
        ("2025-05-01", "2505.00001", "Charts", ["Ryan Rossi", "Ada Stone"]),
        ("2025-05-02", "2505.00002", "Birds", ["Rosa Rossi", "Cy Reed"]),
        ("2025-05-03", "2505.00003", "Maps", ["R. Rossi", "Ada Stone"]),
    )

    assert names(found) >= {("Ryan Rossi",), ("Rosa Rossi",), ("R. Rossi",)}
    assert decision(found, "possible-same/1").names == ("R. Rossi", "Ryan Rossi")


def test_short_form_is_one_person_unless_co_authors_tell_two(people: Resolve) -> None:
    """A short form whose one circle is known to be somebody is that person on its other papers too."""
    found = people(
        ("2025-05-01", "2505.00001", "Charts", ["Ryan Rossi", "Ada Stone", "Bo Frost"]),
        ("2025-05-02", "2505.00002", "Birds", ["Rosa Rossi", "Cy Reed"]),
        ("2025-05-03", "2505.00003", "Trees", ["R. Rossi", "Di Poe"]),
        ("2025-05-04", "2505.00004", "Maps", ["R. Rossi", "Ada Stone", "Bo Frost"]),
    )

    assert keys_on(found, "2505.00003") == ("di-poe", "ryan-rossi")


def test_paper_listed_again_counts_once(people: Resolve) -> None:
    """A spelling is not commoner because its paper was listed on more days."""
    again = [(f"2025-05-1{n}", "2505.00001", "Maps", ["Ada stone"]) for n in range(4)]
    found = people(*again, *pair(["Ada Stone"], ["Ada Stone"])[1:], ("2025-05-03", "2505.00003", "Maps", ["Ada Stone"]))

    assert [author.name for author in found.authors] == ["Ada Stone"]


def test_doubt_is_told(people: Resolve) -> None:
    """Names with something in common, but not enough, stay two and are told."""
    found = people(
        *pair(["Yang Li", "Ada Stone"], ["Li Yang", "Ada Stone"]), *crowd("Yang", "Li"), *crowd("Li", "Yang")
    )

    assert names(found) >= {("Yang Li",), ("Li Yang",)}
    doubt = decision(found, "possible-same/1")
    assert (doubt.kind, doubt.keys) == (DecisionKind.CONFLICT, ("li-yang", "yang-li"))


def test_full_name_is_preferred(people: Resolve) -> None:
    """The name of an author is the fullest, with diacritics, given name first, even when initials are commoner."""
    beside = ["Ada Stone", "Bo Frost"]
    spelled = ["R. Müller", "R. Müller", "Müller, Rosa", "Rosa Müller", "Rosa Muller"]
    papers = [(f"2025-05-0{n}", f"2505.0000{n}", "Maps", [name, *beside]) for n, name in enumerate(spelled, 1)]

    author = next(author for author in people(*papers).authors if author.key.endswith("müller"))
    assert author == Author(
        key="rosa-müller", name="Rosa Müller", alternatives=("Müller, Rosa", "R. Müller", "Rosa Muller")
    )


# ---------------------------------------------------------------------------------------------------------------------
# Namesakes


def crowd(given: str, family: str) -> list[Paper]:
    """Papers whose authors make both parts of a name common."""
    syllables = [first + last for first in "bdfghjkl" for last in ("ai", "en", "ong")]
    return [
        (f"2024-{place % 12 + 1:02}-{place % 28 + 1:02}", f"{family}{given}.{place}", f"Note {name}", [full])
        for place, name in enumerate(syllables)
        for full in (f"{name.title()} {family}", f"{given} {name.title()}")
    ]


def circle(name: str, *, field: str, beside: str, start: int, year: int = 2025, number: int = 4) -> list[Paper]:
    """Papers of one name in one field, beside one co-author."""
    return [
        (
            f"{year}-05-{start + n:02}",
            f"{year}.{start + n:05}",
            field,
            [name, f"{beside} Stone", f"{beside} {word}"],
        )
        for n, word in enumerate(["Amber", "Birch", "Cedar", "Dogwood", "Elder", "Fir"][:number])
    ]


SPEECH = "Streaming speech recognition phonemes"
PROTEINS = "Folding proteins equivariant diffusion"


def test_common_name_of_two_circles_is_split(people: Resolve) -> None:
    """A common name in two circles that never meet, of other topics, is two people; the earlier has no number."""
    found = people(
        *crowd("Yang", "Liu"),
        *circle("Yang Liu", field=PROTEINS, beside="Bo", start=11),
        *circle("Yang Liu", field=SPEECH, beside="Ada", start=1),
        ("2025-05-20", "2505.00020", PROTEINS, ["Yang Liu", "Di Poe"]),
    )

    assert "yang-liu" in keys_on(found, "2025.00001")
    assert "yang-liu-2" in keys_on(found, "2025.00011")
    assert "yang-liu-2" in keys_on(found, "2505.00020"), "a single paper goes with the topics"
    split = decision(found, "circles/1")
    assert (split.kind, split.names, split.keys) == (DecisionKind.SPLIT, ("Yang Liu",), ("yang-liu", "yang-liu-2"))
    assert (split.support, split.weight) == (9, 4)
    assert {"2025.00001", "2025.00011"} <= {paper.local for paper in split.papers}
    assert "never met" in split.note


@pytest.mark.parametrize(
    ("why", "papers"),
    [
        (
            "the name is rare",
            [
                *circle("Yang Liu", field=PROTEINS, beside="Bo", start=11),
                *circle("Yang Liu", field=SPEECH, beside="Ada", start=1),
            ],
        ),
        (
            "the topics are alike",
            [
                *crowd("Yang", "Liu"),
                *circle("Yang Liu", field=SPEECH, beside="Bo", start=11),
                *circle("Yang Liu", field=SPEECH, beside="Ada", start=1),
            ],
        ),
        (
            "the circles have met",
            [
                *crowd("Yang", "Liu"),
                *circle("Yang Liu", field=PROTEINS, beside="Bo", start=11),
                *circle("Yang Liu", field=SPEECH, beside="Ada", start=1),
                ("2025-05-21", "2505.00021", "Both", ["Ada Stone", "Bo Stone"]),
                ("2025-05-22", "2505.00022", "Both again", ["Ada Amber", "Bo Stone"]),
            ],
        ),
        (
            "the one follows the other",
            [
                *crowd("Yang", "Liu"),
                *circle("Yang Liu", field=PROTEINS, beside="Bo", start=11, year=2030),
                *circle("Yang Liu", field=SPEECH, beside="Ada", start=1),
            ],
        ),
        (
            "one circle is small",
            [
                *crowd("Yang", "Liu"),
                *circle("Yang Liu", field=PROTEINS, beside="Bo", start=11, number=2),
                *circle("Yang Liu", field=SPEECH, beside="Ada", start=1, number=6),
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_name_is_one_person_unless_all_speaks_against_it(people: Resolve, why: str, papers: list[Paper]) -> None:
    """One reason to think of one person is enough."""
    found = people(*papers)

    assert [author.key for author in found.authors if author.name == "Yang Liu"] == ["yang-liu"], why
    assert not [each for each in found.decisions if each.kind is DecisionKind.SPLIT]


def test_nearly_a_split_is_told(people: Resolve) -> None:
    """A common name in two circles that are a little too small to be told apart is left as one person, and is told."""
    found = people(
        *crowd("Yang", "Liu"),
        *circle("Yang Liu", field=PROTEINS, beside="Bo", start=11, number=3),
        *circle("Yang Liu", field=SPEECH, beside="Ada", start=1, number=5),
    )

    doubt = decision(found, "possible-namesakes/1")
    assert (doubt.kind, doubt.names, doubt.keys, doubt.weight) == (
        DecisionKind.CONFLICT,
        ("Yang Liu",),
        ("yang-liu",),
        3,
    )
    assert sorted(paper.local for paper in doubt.papers) == ["2025.00001", "2025.00011"], "one of each circle"


def test_another_spelling_of_a_common_name_is_not_all_its_holders(people: Resolve) -> None:
    """A spelling that shares co-authors with one of many circles of a common name is left alone, and is told."""
    found = people(
        *crowd("Yang", "Liu"),
        ("2025-05-01", "2505.00001", "Maps", ["Yang X. Liu", "Ada Stone", "Bo Frost"]),
        ("2025-05-02", "2505.00002", "Maps", ["Yang Liu", "Ada Stone", "Bo Frost"]),
        *((f"2025-05-{n}", f"2505.000{n}", f"Note {n}", ["Yang Liu", f"Cy Reed{n}"]) for n in range(11, 16)),
    )

    assert names(found) >= {("Yang Liu",), ("Yang X. Liu",)}
    assert decision(found, "possible-same/1").names == ("Yang Liu", "Yang X. Liu")


# ---------------------------------------------------------------------------------------------------------------------
# All of it


MIXED: list[Paper] = [
    *crowd("Yang", "Liu"),
    *circle("Yang Liu", field=PROTEINS, beside="Bo", start=11),
    *circle("Yang Liu", field=SPEECH, beside="Ada", start=1),
    ("2025-05-21", "2505.00021", "Maps", ["Y. Liu", "Ada Stone", "Ada Amber"]),
    ("2025-05-22", "2505.00022", "Charts", ["Ryan Rossi", "Cy Reed"]),
    ("2025-05-23", "2505.00023", "Charts again", ["Ryan A. Rossi", "Cy Reed"]),
    ("2025-05-24", "2505.00023", "Charts once more", ["Rossi, Ryan A.", "Cy Reed", "Di Poe"]),
    ("2025-05-25", "2505.00025", "Nothing", []),
]


def test_order_of_days_does_not_matter(people: Resolve) -> None:
    """Whatever the order in which days come, the people, their keys and the decisions are equal."""
    expected = people(*MIXED)
    for seed in range(6):
        assert people(*random.Random(seed).sample(MIXED, len(MIXED))) == expected


def test_nothing_is_nobody() -> None:
    """Without a day there is nobody."""
    assert AuthorResolver().finish() == People(authors=(), authors_of={}, decisions=())


NAMES = [f"{given} {family}" for given in ("Ryan", "R.", "Ryan A.", "R. A.", "Ray") for family in ("Rossi", "Rosso")]
NAMES += ["Rossi, Ryan", "Rossi Ryan", "Kim", "김민수", "++", "Ada Kim", "Kim Ada"]
PAPERS = st.lists(
    st.tuples(
        st.sampled_from(["2024-05-01", "2025-05-02", "2025-05-03"]),
        st.sampled_from(["2505.00001", "2505.00002", "2505.00003", "2505.00004"]),
        st.sampled_from(["Maps", "Maps of birds", ""]),
        st.lists(st.sampled_from(NAMES), max_size=5, unique=True),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it only hands out a function
@given(papers=PAPERS, shuffle=st.randoms(use_true_random=False))
def test_every_name_is_somebody(people: Resolve, papers: list[Paper], shuffle: random.Random) -> None:
    """Each name of each list is a name of an author of the paper; two of one list are two; any order gives the same."""
    found = people(*papers)
    spelled = {author.key: {author.name, *author.alternatives} for author in found.authors}

    assert [author.key for author in found.authors] == sorted(spelled)
    for _, local, _, authors in papers:
        keys = keys_on(found, local)
        assert list(keys) == sorted(set(keys))
        assert set(authors) <= set().union(*(spelled[key] for key in keys))
    for decided in found.decisions:
        assert set(decided.keys) <= set(spelled)
    assert people(*shuffle.sample(papers, len(papers))) == found
