"""What the days say of authors, in numbers: names, papers and their words are indexes from here on.

A *form* is a normalised name. What is kept of a paper is its names, the words of its titles and what it is about: no
person is told by anything that a digest does not say.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from papergraph.model import Day, PaperId
from papergraph.names import author_norm
from papergraph.resolve.authors_spelling import Form, parse

_WORD = re.compile(r"[^\W\d_][^\W_]+")
#: So many letters of a word of a title tell its topic: "translation", "translating".
_STEM = 6
#: A name is compared with a pool of at least so many, for in a few names none is common.
_LEAST_POOL = 1000


@dataclass(slots=True)
class _Listed:
    """What the listings of one paper say, gathered."""

    lists: tuple[tuple[int, ...], ...]  # names, each list sorted
    words: tuple[int, ...]
    day: int


class Gathering:
    """Takes in days, in any order, and keeps of them what tells people apart."""

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._papers: dict[PaperId, _Listed] = {}

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        when = day.digest.id.day.toordinal()
        for listing, reading in zip(day.digest.listings, day.readings, strict=True):
            names = tuple(sorted({self._names.setdefault(name, len(self._names)) for name in listing.authors}))
            words = {word[:_STEM] for word in _WORD.findall(listing.title.casefold())}
            words.update(f"/{entity.name.casefold()}" for entity in reading.entities)
            numbers = {self._words.setdefault(word, len(self._words)) for word in words}
            listed = self._papers.get(listing.paper)
            if listed is None:
                self._papers[listing.paper] = _Listed(lists=(names,), words=tuple(numbers), day=when)
            else:
                listed.lists = listed.lists if names in listed.lists else (*listed.lists, names)
                listed.words = tuple(numbers.union(listed.words))
                listed.day = min(listed.day, when)

    def facts(self) -> "Facts":
        """Return what was taken in, the papers in order."""
        papers = sorted(self._papers)
        listed = [self._papers[paper] for paper in papers]
        return Facts(
            names=list(self._names),
            papers=papers,
            days=[each.day for each in listed],
            words=[each.words for each in listed],
            lists=[each.lists for each in listed],
        )


class Facts:
    """Names, forms, papers and signatures, by number.

    Forms and papers are numbered in their order. Names and words are numbered as they came: no result may depend on it.
    """

    def __init__(
        self,
        *,
        names: list[str],
        papers: list[PaperId],
        days: list[int],
        words: list[tuple[int, ...]],
        lists: list[tuple[tuple[int, ...], ...]],
    ) -> None:
        self.names = names
        self.papers = papers
        self.days = days
        self.words = words
        self.lists = lists
        norms = [author_norm(name) for name in names]
        self.forms: list[Form] = [parse(norm) for norm in sorted(set(norms))]
        self.number_of = {form.norm: number for number, form in enumerate(self.forms)}
        self.form_of = [self.number_of[norm] for norm in norms]
        # Ranges in arrays, not a list for each form: there may be a million of them.
        self._names = array("L", sorted(range(len(names)), key=lambda name: (self.form_of[name], names[name])))
        self._first_name = _starts(self.form_of, len(self.forms))
        self.counts = _counts((name for each in lists for listed in each for name in listed), len(names))
        self.forms_on = [tuple(sorted({self.form_of[name] for listed in each for name in listed})) for each in lists]
        self._first = _starts((form for forms in self.forms_on for form in forms), len(self.forms))
        self.paper_of = self._papers_by_form()
        self._families = Counter(form.family for form in self.forms if form.given)
        self._given = Counter(each.split(" ")[0] for each in {f"{f.joined} {f.family}" for f in self.forms if f.given})
        self._pool = max(len(self.forms), _LEAST_POOL)

    def _papers_by_form(self) -> "array[int]":
        paper_of = array("L", bytes(self._first[-1] * self._first.itemsize))
        free = self._first[:-1]
        for paper, forms in enumerate(self.forms_on):
            for form in forms:
                paper_of[free[form]] = paper
                free[form] += 1
        return paper_of

    def papers_with(self, form: int) -> "array[int]":
        """Return the papers on which a form stands, in order."""
        return self.paper_of[self._first[form] : self._first[form + 1]]

    def paper_number(self, paper: PaperId) -> int | None:
        """Return the number of a paper, ``None`` when no day lists it."""
        place = bisect_left(self.papers, paper)
        return place if place < len(self.papers) and self.papers[place] == paper else None

    def names_of(self, form: int) -> "array[int]":
        """Return the spellings of a form, in order."""
        return self._names[self._first_name[form] : self._first_name[form + 1]]

    def variously_spelled(self) -> Iterator[int]:
        """Yield the forms that have several spellings."""
        return (form for form, (a, b) in enumerate(pairwise(self._first_name)) if b - a > 1)

    def forms_on_many(self, papers: int) -> Iterator[int]:
        """Yield the forms that stand on so many papers at least."""
        return (form for form, (a, b) in enumerate(pairwise(self._first)) if b - a >= papers)

    def spellings(self, form: int, paper: int) -> list[int]:
        """Return the names by which the listings of ``paper`` give ``form``, once for each list that does."""
        return [name for names in self.lists[paper] for name in names if self.form_of[name] == form]

    def apart_on(self, paper: int, one: int, other: int) -> bool:
        """Whether one listing of ``paper`` gives both forms: then they are two people."""
        return any({one, other} <= {self.form_of[name] for name in names} for names in self.lists[paper])

    def holders(self, form: int) -> float:
        """Return how many people of this name to expect, were given and family names drawn apart from each other.

        Names that are common in both parts have namesakes; rare ones have none. The measure needs no list of names.
        """
        parts = self.forms[form]
        return self._families[parts.family] * self._given[parts.joined] / self._pool if parts.given else 0.0


def _counts(things: Iterable[int], number: int) -> "array[int]":
    counts = array("L", bytes(number * array("L").itemsize))
    for thing in things:
        counts[thing] += 1
    return counts


def _starts(holders: Iterable[int], number: int) -> "array[int]":
    """Return, for each of ``number`` holders, where its things start when they are sorted by holder; and the end."""
    return array("L", accumulate(_counts(holders, number), initial=0))
