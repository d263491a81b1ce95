"""What changed between two graphs, or in the days of one, told from graphs that are written by hand."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from papergraph import vocab
from papergraph.errors import UsageError
from papergraph.model import Role
from papergraph.query.changes import Changes, Lead
from papergraph.query.comparison import between, of_days
from papergraph.query.select import Select
from papergraph.query.things import Thing
from papergraph.store.memory import MemoryStore

_LINK = {
    Role.INTRODUCES: vocab.PG_INTRODUCES,
    Role.COMPARES_WITH: vocab.PG_COMPARES_WITH,
    Role.EVALUATES_ON: vocab.PG_EVALUATES_ON,
    Role.USES: vocab.PG_USES,
    Role.MENTIONS: vocab.PG_MENTIONS,
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A listing: what it names, by the end of the concept's IRI, and with which role."""

    paper: str
    day: str
    votes: int | None = None
    by: str = ""  # the ends of the authors' IRIs
    says: Mapping[str, Role] = field(default_factory=dict)
    numbers: Sequence[str] = ()


#: Labels by the end of the IRI, the preferred one first; what is not here goes by the end of its IRI.
Names = Mapping[str, Sequence[str]]


def graph(*entries: Entry, names: Names | None = None, classes: Mapping[str, str] | None = None) -> Select:
    """Return the SELECT of a graph of these entries."""
    lines = list(_quads(entries, names or {}, classes or {}))
    random.shuffle(lines)  # their order means nothing
    return MemoryStore(lines).rows


def _quads(entries: Sequence[Entry], names: Names, classes: Mapping[str, str]) -> Iterator[str]:
    strongest: dict[tuple[str, str], Role] = {}
    for day in {entry.day for entry in entries}:
        of_day = sorted((entry.paper, *entry.says, *entry.numbers) for entry in entries if entry.day == day)
        yield _quad(f"digest/d/{day}", vocab.PG_CONTENT_HASH, text=repr(of_day).replace('"', ""))
    for entry in sorted(entries, key=lambda entry: entry.day):
        for concept, role in entry.says.items():
            known = strongest.get((entry.paper, concept), Role.MENTIONS)
            strongest[entry.paper, concept] = max(known, role, key=lambda role: role.strength)
        yield from _listing(entry)
    for (paper, concept), role in strongest.items():
        yield _quad(f"paper/arxiv/{paper}", vocab.PG_MENTIONS, f"concept/{concept}")
        yield _quad(f"paper/arxiv/{paper}", _LINK[role], f"concept/{concept}")
    concepts = {concept for _, concept in strongest}
    yield from (_quad(f"concept/{one}", vocab.RDF_TYPE, vocab.PG + classes.get(one, "Method")) for one in concepts)
    people = {author for entry in entries for author in entry.by.split()}
    for folder, prefers, all_ in (("concept", vocab.SKOS_PREF_LABEL, concepts), ("author", vocab.FOAF_NAME, people)):
        for end in all_:
            preferred, *others = names.get(end, [end])
            yield _quad(f"{folder}/{end}", prefers, text=preferred)
            yield from (_quad(f"{folder}/{end}", vocab.SKOS_ALT_LABEL, text=other) for other in others)


def _listing(entry: Entry) -> Iterator[str]:
    digest, paper = f"digest/d/{entry.day}", f"paper/arxiv/{entry.paper}"
    listing, section = f"{digest}/{entry.paper}", f"{digest}/{entry.paper}/section/1"
    yield _quad(digest, vocab.RDF_TYPE, vocab.PG_DIGEST)
    yield _quad(digest, vocab.DCTERMS_DATE, text=entry.day)
    yield _quad(listing, vocab.PG_PAPER_OF, paper)
    yield _quad(listing, vocab.DCTERMS_IS_PART_OF, digest)
    yield _quad(paper, vocab.DCTERMS_TITLE, text=f"On {entry.paper}")
    if entry.votes is not None:
        yield _quad(listing, vocab.PG_VOTES, text=str(entry.votes))
    for author in entry.by.split():
        yield _quad(paper, vocab.DCTERMS_CREATOR, f"author/{author}")
    yield from _section(f"{listing}/section/0", listing, "0", entry.says, said="A title.")
    yield from _section(section, listing, "1", entry.says, said="First words.")
    for place, raw in enumerate(entry.numbers):
        result = f"{listing}/result/{place + 1}"
        yield _quad(paper, vocab.PG_REPORTS, result)
        yield _quad(result, vocab.PG_RAW_VALUE, text=raw)
        yield _quad(result, vocab.PG_IN_SECTION, section)
        yield _quad(result, vocab.OA_START, text=raw[:1])
        yield _quad(result, vocab.PG_KIND, vocab.PG_GAIN)
        yield from (_quad(result, vocab.PG_METRIC_OF, f"concept/{concept}") for concept in entry.says)


def _section(section: str, listing: str, position: str, says: Mapping[str, Role], *, said: str) -> Iterator[str]:
    yield _quad(section, vocab.DCTERMS_IS_PART_OF, listing)
    yield _quad(section, vocab.PG_POSITION, text=position)
    for number, (concept, role) in enumerate(says.items()):
        mention, start = f"{section}/mention/{number}", len(said) + len(" Now ")
        said += f" Now {concept} is named."
        yield _quad(mention, vocab.PG_MENTION_OF, f"concept/{concept}")
        yield _quad(mention, vocab.PG_IN_SECTION, section)
        yield _quad(mention, vocab.PG_ROLE_OF, vocab.PG + role.value)
        yield _quad(mention, vocab.OA_START, text=str(start))
        yield _quad(mention, vocab.OA_END, text=str(start + len(concept)))
    yield _quad(section, vocab.PG_TEXT, text=said)


def _quad(subject: str, predicate: str, node: str | None = None, *, text: str = "") -> str:
    iri = node if node is None or "://" in node else vocab.BASE + node
    return f"<{vocab.BASE}{subject}> <{predicate}> {f'<{iri}>' if iri else f'{chr(34)}{text}{chr(34)}'} <urn:g> ."


def ends(*things: Thing) -> list[str]:
    """Return the ends of the IRIs."""
    return [thing.iri.rpartition("/")[2] for thing in things]


def links(changes: Changes) -> dict[str, list[tuple[str, ...]]]:
    """Return the links that came, went and changed, as pairs of ends of IRIs."""
    found = {"added": changes.links_added, "removed": changes.links_removed, "changed": changes.links_changed}
    return {word: [tuple(ends(one.paper, one.concept)) for one in some] for word, some in found.items() if some}


OLD = Entry(paper="1", day="2025-05-06", votes=3, by="ada bo", says={"grpo": Role.INTRODUCES, "ppo": Role.USES})
NEW = Entry(paper="2", day="2025-05-07", votes=9, by="bo cho", says={"grpo": Role.USES, "dapo": Role.INTRODUCES})


def test_the_same_graph_twice() -> None:
    """Nothing changed, and everything that is told is empty."""
    assert between(graph(OLD, NEW), graph(NEW, OLD)).nothing


def test_a_new_paper() -> None:
    """A paper comes with its votes, day, authors, what it introduces, and the sentence that names it."""
    (new,) = between(graph(OLD), graph(OLD, NEW)).papers_added

    assert (new.paper.name, new.date, new.votes) == ("On 2", "2025-05-07", 9)
    assert (ends(*new.authors), ends(*new.introduces)) == (["bo", "cho"], ["dapo"])
    assert new.lead == Lead(sentence="Now dapo is named.", start=4, end=8)


def test_what_comes_with_a_new_paper() -> None:
    """Its day, the concepts and people that nobody named before, and all its links."""
    changes = between(graph(OLD), graph(OLD, NEW))

    assert changes.days_added == ("d/2025-05-07",)
    assert [ends(new.concept, *new.introduced_by) for new in changes.concepts_added] == [["dapo", "2"]]
    assert [(*ends(new.author), new.papers) for new in changes.authors_added] == [("cho", 1)]
    assert links(changes) == {"added": [("2", "dapo"), ("2", "grpo")]}
    assert not changes.nothing


def test_a_paper_that_introduces_nothing() -> None:
    """Its first sentence leads, and nothing in it is marked."""
    changes = between(graph(), graph(Entry(paper="3", day="2025-05-07", says={"ppo": Role.USES})))

    assert changes.papers_added[0].lead == Lead(sentence="First words.", start=0, end=0)
    assert changes.papers_added[0].votes is None


def test_a_new_paper_that_is_listed_twice() -> None:
    """It is one paper, of the day of its first listing and with the votes of its latest."""
    twice = [Entry(paper="3", day=day, votes=votes) for day, votes in (("2025-05-08", 9), ("2025-05-07", 2))]
    (new,) = between(graph(OLD), graph(OLD, *twice)).papers_added

    assert (new.date, new.votes) == ("2025-05-07", 9)


def test_papers_stand_by_votes() -> None:
    """Most votes first; unknown votes come last."""
    entries = [Entry(paper=name, day="2025-05-07", votes=votes) for name, votes in (("a", None), ("b", 0), ("c", 7))]

    assert ends(*(new.paper for new in between(graph(), graph(*entries)).papers_added)) == ["c", "b", "a"]


def test_the_other_way_round() -> None:
    """What is new one way is gone the other way."""
    changes = between(graph(OLD, NEW), graph(OLD))

    assert (ends(*changes.papers_removed), ends(*changes.concepts_removed)) == (["2"], ["dapo"])
    assert (ends(*changes.authors_removed), changes.days_removed) == (["cho"], ("d/2025-05-07",))
    assert links(changes) == {"removed": [("2", "dapo"), ("2", "grpo")]}


def test_what_is_taken_up() -> None:
    """A concept that was there comes with its further papers, the counts, and who introduced it."""
    mentioning = Entry(paper="3", day="2025-05-07", says={"ppo": Role.MENTIONS, "dapo": Role.USES})
    introducing = Entry(paper="4", day="2025-05-07", says={"grpo": Role.INTRODUCES})
    (one,) = between(graph(OLD), graph(OLD, NEW, mentioning, introducing)).taken_up

    assert ends(one.concept, *one.papers, *one.introduced_by) == ["grpo", "2", "1"]
    assert (one.before, one.after) == (0, 1)


def test_first_joint_paper() -> None:
    """Two who wrote apart meet; who is new, or who wrote together before, does not."""
    before = graph(Entry(paper="1", day="2025-05-06", by="ada bo"), Entry(paper="2", day="2025-05-06", by="cho"))
    after = graph(
        Entry(paper="1", day="2025-05-06", by="ada bo"),
        Entry(paper="2", day="2025-05-06", by="cho"),
        Entry(paper="3", day="2025-05-07", by="ada bo cho dee"),
    )
    met = between(before, after).first_together

    assert [ends(one.first, one.second, *one.papers) for one in met] == [["ada", "cho", "3"], ["bo", "cho", "3"]]
    assert met[0].earlier == (1, 1)


def test_votes_of_the_latest_listing() -> None:
    """A paper that is listed again, or whose votes are corrected, has other votes; a dash does not take them away."""
    again = Entry(paper="1", day="2025-05-08", votes=30)
    dash = Entry(paper="1", day="2025-05-09")
    (change,) = between(graph(OLD), graph(OLD, again, dash)).votes_changed

    assert (change.paper.name, change.before, change.after) == ("On 1", 3, 30)


def test_a_stronger_role() -> None:
    """A link that is there already and says more now is changed, not new."""
    stronger = Entry(paper="1", day="2025-05-08", says={"ppo": Role.COMPARES_WITH})
    changes = between(graph(OLD), graph(OLD, stronger))

    assert links(changes) == {"changed": [("1", "ppo")]}
    assert (changes.links_changed[0].before, changes.links_changed[0].after) == (Role.USES, Role.COMPARES_WITH)


def test_results() -> None:
    """A number that was not there is told with its paper and what it measures; one that moved up in number is not."""
    one = Entry(paper="1", day="2025-05-06", says={"accuracy": Role.USES}, numbers=["2%"])
    both = Entry(paper="1", day="2025-05-06", says={"accuracy": Role.USES}, numbers=["1%", "2%"])
    (new,) = between(graph(one), graph(both)).results_added

    assert (new.paper.name, new.raw, new.kind, new.metric and new.metric.name) == ("On 1", "1%", "Gain", "accuracy")
    assert between(graph(both), graph(one)).results_removed == 1


def test_a_day_that_says_something_else() -> None:
    """A day whose text is another one is named, although nothing was added."""
    edited = Entry(paper="1", day="2025-05-06", votes=3, by="ada bo", says={"grpo": Role.INTRODUCES})
    changes = between(graph(OLD), graph(edited))

    assert (changes.days_changed, changes.days_added) == (("d/2025-05-06",), ())
    assert links(changes) == {"removed": [("1", "ppo")]}


APART = [
    Entry(paper="1", day="2025-05-06", says={"grpo": Role.INTRODUCES}),
    Entry(paper="2", day="2025-05-06", says={"group-relative": Role.USES}),
]
TOGETHER = [
    Entry(paper="1", day="2025-05-06", says={"grpo": Role.INTRODUCES}),
    Entry(paper="2", day="2025-05-06", says={"grpo": Role.USES}),
]
ONE_NAME = {"grpo": ["GRPO"], "group-relative": ["Group Relative"]}
BOTH_NAMES = {"grpo": ["GRPO", "Group Relative"]}


def test_names_that_become_one_or_several() -> None:
    """Two concepts whose names stand for one now are merged, and split the other way; nothing is new or gone."""
    apart, together = graph(*APART, names=ONE_NAME), graph(*TOGETHER, names=BOTH_NAMES)
    joined, parted = between(apart, together), between(together, apart)
    (merge,), (split,) = joined.merged, parted.split

    assert (ends(*merge.before), ends(merge.after), merge.papers) == (["grpo", "group-relative"], ["grpo"], 2)
    assert (ends(split.before), ends(*split.after), split.papers) == (["grpo"], ["grpo", "group-relative"], 2)
    for changes in (joined, parted):
        assert links(changes) == {}
        assert changes.concepts_added == changes.concepts_removed == changes.taken_up == ()
    assert joined.split == parted.merged == ()


def test_names_that_become_one_in_one_paper() -> None:
    """A paper that had both keeps the stronger of its links."""
    before = Entry(paper="1", day="2025-05-06", says={"grpo": Role.USES, "group-relative": Role.INTRODUCES})
    after = Entry(paper="1", day="2025-05-06", says={"grpo": Role.INTRODUCES})
    changes = between(graph(before, names=ONE_NAME), graph(after, names=BOTH_NAMES))

    assert [ends(*merge.before) for merge in changes.merged] == [["grpo", "group-relative"]]
    assert links(changes) == {}


def test_one_name_that_means_two_things_now() -> None:
    """Homonyms that are told apart are a split as well, although no name is new."""
    before = graph(*(Entry(paper=paper, day="2025-05-06", says={"sage": Role.USES}) for paper in "12"))
    after = graph(
        Entry(paper="1", day="2025-05-06", says={"sage": Role.USES}),
        Entry(paper="2", day="2025-05-06", says={"sage-2": Role.USES}),
        names={"sage-2": ["sage"]},
    )
    changes = between(before, after)

    assert [ends(*split.after) for split in changes.split] == [["sage", "sage-2"]]
    assert [ends(*merge.before) for merge in between(after, before).merged] == [["sage", "sage-2"]]
    assert links(changes) == {}
    assert changes.renamed == ()


def test_homonyms_that_change_their_numbers() -> None:
    """Who is who is told by the papers: another number is neither a merge nor another link."""

    def numbered(first: str, second: str) -> Select:
        return graph(
            Entry(paper="1", day="2025-05-06", says={first: Role.USES}),
            Entry(paper="2", day="2025-05-06", says={second: Role.USES}),
            names={"sage": ["SAGE"], "sage-2": ["SAGE"]},
        )

    changes = between(numbered("sage", "sage-2"), numbered("sage-2", "sage"))

    assert links(changes) == {}
    assert changes.merged == changes.split == changes.concepts_added == ()
    assert [ends(one.before, one.after) for one in changes.renamed] == [["sage-2", "sage"], ["sage", "sage-2"]]


def test_another_name_and_class() -> None:
    """A concept that goes by another of its names, and so by another IRI, is the same; so it is in another class."""
    before = graph(Entry(paper="1", day="2025-05-06", says={"nets": Role.USES}), names={"nets": ["Nets", "Net"]})
    after = graph(
        Entry(paper="1", day="2025-05-06", says={"net": Role.USES}),
        names={"net": ["Net", "Nets"]},
        classes={"net": "Model"},
    )
    changes = between(before, after)

    assert [ends(one.before, one.after) for one in changes.renamed] == [["nets", "net"]]
    assert [(one.before.cls, one.after.cls) for one in changes.reclassified] == [("Method", "Model")]
    assert changes.concepts_added == changes.concepts_removed == ()
    assert links(changes) == {}


def test_a_paper_that_means_another_thing() -> None:
    """One paper of many that goes from one concept to another is a change of its links, no merge."""

    def using(*ppo: str) -> list[Entry]:
        return [
            Entry(paper=paper, day="2025-05-06", says={"ppo" if paper in ppo else "dpo": Role.USES})
            for paper in "12345"
        ]

    names = {"ppo": ["PPO", "PO"], "dpo": ["DPO", "PO"]}
    changes = between(graph(*using("1", "2", "3"), names=names), graph(*using("1", "2"), names=names))

    assert links(changes) == {"added": [("3", "dpo")], "removed": [("3", "ppo")]}
    assert changes.merged == changes.split == ()


def test_people_who_are_one_now() -> None:
    """Authors are merged and split like concepts; a merged author is no new one."""
    before = graph(
        Entry(paper="1", day="2025-05-06", by="a-zhao"), Entry(paper="2", day="2025-05-06", by="andrew-zhao")
    )
    after = graph(
        Entry(paper="1", day="2025-05-06", by="andrew-zhao"),
        Entry(paper="2", day="2025-05-06", by="andrew-zhao"),
        names={"andrew-zhao": ["andrew-zhao", "a-zhao"]},
    )
    changes = between(before, after)

    assert [(ends(*one.before), ends(one.after)) for one in changes.merged] == [
        (["a-zhao", "andrew-zhao"], ["andrew-zhao"])
    ]
    assert [ends(*one.after) for one in between(after, before).split] == [["a-zhao", "andrew-zhao"]]
    assert changes.authors_added == changes.authors_removed == ()


DAYS = [
    OLD,
    NEW,
    Entry(paper="1", day="2025-05-08", votes=30, says={"ppo": Role.COMPARES_WITH, "gsm8k": Role.EVALUATES_ON}),
    Entry(paper="4", day="2025-05-09", by="ada cho", says={"grpo": Role.EVALUATES_ON}, numbers=["7%"]),
]


@pytest.mark.parametrize(
    ("after", "until"),
    [("2025-05-05", "2025-05-06"), ("2025-05-06", "2025-05-07"), ("2025-05-06", "2025-05-09"), ("2025-01-01", None)],
)
def test_days_of_a_graph_are_like_two_graphs(after: str, until: str | None) -> None:
    """What days added is what came between a graph that ends before them and one that ends with them."""
    earlier = [entry for entry in DAYS if entry.day <= after]
    later = [entry for entry in DAYS if until is None or entry.day <= until]

    changes = of_days(graph(*DAYS), after=after, until=until)

    assert changes == between(graph(*earlier), graph(*later))
    assert not changes.nothing


@pytest.mark.parametrize(
    ("after", "until"), [("2025-05-09", None), ("2025-05-01", "2025-05-05"), ("2025-05-07", "2025-05-07")]
)
def test_days_that_are_not_there(after: str, until: str | None) -> None:
    """A window without a day says which days there are."""
    with pytest.raises(UsageError) as caught:
        of_days(graph(*DAYS), after=after, until=until)

    assert caught.value.hint == "its days go from 2025-05-06 to 2025-05-09"
