"""The papers of one name → circles of co-authors; and whether two circles are one person's.

Two papers with a common co-author are of one circle. Authors of one name whose circles never meet may still be one
person who has moved, so a name is split only when much speaks for it; see :func:`part`.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from papergraph.resolve.authors_facts import Facts

#: A name for which fewer holders are expected (:meth:`Facts.holders`) is not split.
COMMON = 0.2
#: So many papers make a circle that can be told from another.
CORE = 4
#: Circles have met when this share of the co-authors of the smaller have written with the other's elsewhere.
MET = 0.25
#: Circles whose topics are less alike than this are of different topics; 1 is the likeness of any two papers.
ALIKE = 0.8
#: Circles are of one time when their papers are less apart than so many days: people move, and change what they do.
YEAR = 366


class Topics:
    """How alike the words of papers are.

    Every word weighs by its rarity, the weights are whole numbers so that no sum depends on its order, and what is
    returned is relative to the likeness of any two papers: so groups of any size can be compared.
    """

    def __init__(self, facts: Facts) -> None:
        self._words = facts.words
        counts = Counter(word for words in facts.words for word in words)
        papers = len(facts.papers)
        self._weight = {word: round(100 * math.log(papers / count)) for word, count in counts.items()}
        whole = sum((count * self._weight[word]) ** 2 for word, count in counts.items())
        own = sum(count * self._weight[word] ** 2 for word, count in counts.items())
        self._usual = (whole - own) / (papers * (papers - 1)) if papers > 1 else 0.0

    def of(self, papers: Iterable[int]) -> tuple[Counter[int], int]:
        """Return how often each word stands on ``papers``, and how many of them have words."""
        told = [self._words[paper] for paper in papers if self._words[paper]]
        return Counter(word for words in told for word in words), len(told)

    def alike(self, one: tuple[Counter[int], int], other: tuple[Counter[int], int]) -> float:
        """Return how alike two sets of papers are; 1 when they are as alike as any, and when nothing is known."""
        (few, papers), (many, others) = sorted((one, other), key=lambda topics: len(topics[0]))
        if not papers or not others or not self._usual:
            return 1.0
        common = sum(count * many[word] * self._weight[word] ** 2 for word, count in few.items() if word in many)
        return common / (papers * others * self._usual)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """The papers of a name in parts, each one person's; and what speaks for there being several people.

    Of one part, ``apart`` are the two circles that look most like two people's, when any do.
    """

    parts: list[list[int]]
    apart: list[list[int]]
    standing: "Standing | None" = None  # how the closest of those that are apart stand to each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How two groups of papers of one name stand to each other."""

    met: float  # the share of the smaller group's co-authors that have written with the other's
    alike: float
    together: int  # of the group with fewer of them: papers of a time in which the other group has papers

    @property
    def apart(self) -> bool:
        """Whether they are two people's."""
        return self.met < MET and self.alike < ALIKE and self.together >= CORE

    @property
    def closeness(self) -> tuple[bool, bool, float]:
        """Greater is closer."""
        return self.met >= MET, self.together > 0, self.alike


class Group:
    """Papers of one name, with what tells them from others."""

    __slots__ = ("co_authors", "days", "form", "papers", "topics")

    def __init__(self, facts: Facts, topics: Topics, form: int, papers: Sequence[int]) -> None:
        self.form = form
        self.papers = sorted(papers)
        self.co_authors = co_authors(facts, form, papers)
        self.topics = topics.of(papers)
        self.days = sorted(facts.days[paper] for paper in papers)

    def stand(self, other: "Group", facts: Facts, topics: Topics) -> Standing:
        """Return how this group stands to another."""
        return Standing(
            met=_met(facts, self, other),
            alike=topics.alike(self.topics, other.topics),
            together=min(_within(self.days, other.days), _within(other.days, self.days)),
        )


def co_authors(facts: Facts, form: int, papers: Iterable[int]) -> set[int]:
    """Return the other forms on ``papers``."""
    others: set[int] = set()
    for paper in papers:
        others.update(facts.forms_on[paper])
    others.discard(form)
    return others


def circles(facts: Facts, form: int, papers: Iterable[int]) -> list[list[int]]:
    """Return ``papers`` in circles, the largest first; each is sorted."""
    circle_of: dict[int, list[int]] = {}
    seen: dict[int, int] = {}  # co-author → the first paper
    for paper in papers:
        circle = circle_of[paper] = [paper]
        for other in facts.forms_on[paper]:
            known = circle_of[seen.setdefault(other, paper)]
            if other != form and known is not circle:
                small, circle = sorted((circle, known), key=len)
                circle.extend(small)
                circle_of.update(dict.fromkeys(small, circle))
    found = {id(circle): sorted(circle) for circle in circle_of.values()}
    return sorted(found.values(), key=lambda circle: (-len(circle), circle))


def part(facts: Facts, topics: Topics, form: int) -> Parting:
    """Return the papers of a name in parts, one for each person; mostly there is but one part.

    The circles with enough papers are compared; the two that are closest are joined, again and again, until all that
    are left are apart from each other. Smaller circles tell too little to be a person of their own: each goes to the
    part that it is closest to.
    """
    papers = facts.papers_with(form)
    whole = Parting(parts=[list(papers)], apart=[])
    if len(papers) < 2 * CORE or facts.holders(form) < COMMON:
        return whole
    groups = [Group(facts, topics, form, circle) for circle in circles(facts, form, papers)]
    cores = [group for group in groups if len(group.papers) >= CORE]
    parts = _joined(facts, topics, cores)
    if len(parts) < 2:
        telling = [group for group in groups if len(group.papers) >= CORE - 1]
        pairs = [(one.stand(other, facts, topics), one, other) for one, other in combinations(telling, 2)]
        pairs = [pair for pair in pairs if pair[0].met < MET and pair[0].alike < ALIKE]
        if not pairs:
            return whole
        standing, one, other = min(pairs, key=lambda pair: (pair[0].alike, pair[1].papers))
        return Parting(parts=whole.parts, apart=[one.papers, other.papers], standing=standing)
    grown = [list(each.papers) for each in parts]
    for group in groups[len(cores) :]:
        grown[nearest(facts, topics, parts, group)].extend(group.papers)
    grown = [sorted(each) for each in grown]
    standings = [one.stand(other, facts, topics) for one, other in combinations(parts, 2)]
    return Parting(parts=grown, apart=grown, standing=max(standings, key=lambda each: each.closeness))


def nearest(facts: Facts, topics: Topics, groups: Sequence[Group], other: Group) -> int:
    """Return the place of the group that another is closest to; the largest of those that are equally close."""
    closeness = [(*group.stand(other, facts, topics).closeness, len(group.papers)) for group in groups]
    return closeness.index(max(closeness))


def _joined(facts: Facts, topics: Topics, groups: list[Group]) -> list[Group]:
    parts = dict(enumerate(groups))
    pairs = {(a, b): parts[a].stand(parts[b], facts, topics) for b in parts for a in range(b)}
    while near := [(standing.closeness, (-a, -b)) for (a, b), standing in pairs.items() if not standing.apart]:
        _, (a, b) = max(near)
        one, other = parts.pop(-a), parts.pop(-b)
        joined = Group(facts, topics, one.form, one.papers + other.papers)
        pairs = {pair: standing for pair, standing in pairs.items() if pair[0] in parts and pair[1] in parts}
        number = len(groups) + len(groups) - len(parts)
        pairs.update({(each, number): parts[each].stand(joined, facts, topics) for each in parts})
        parts[number] = joined
    return [parts[number] for number in sorted(parts, key=lambda n: (-len(parts[n].papers), parts[n].papers))]


def _met(facts: Facts, one: Group, other: Group) -> float:
    few, many = sorted((one.co_authors, other.co_authors), key=lambda names: (len(names), sorted(names)))
    met = 0
    for co_author in few:
        for paper in facts.papers_with(co_author):
            forms = facts.forms_on[paper]
            if one.form not in forms and not many.isdisjoint(forms):
                met += 1
                break
    return met / len(few) if few else 0.0


def _within(days: list[int], others: list[int]) -> int:
    begin, end = max(days[0], others[0]) - YEAR, min(days[-1], others[-1]) + YEAR
    return sum(begin <= day <= end for day in days)
