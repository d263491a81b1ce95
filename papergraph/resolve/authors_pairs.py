"""Names that may be one person's: the pairs worth a comparison, found without comparing all names with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from papergraph.resolve.authors_facts import Facts
from papergraph.resolve.authors_spelling import (
    SLIP_IN,
    Likeness,
    family_slip,
    likeness,
    turned,
    without_initials,
)

Pair = tuple[int, int]
#: A short form that abbreviates more names than this abbreviates no name in particular.
_MOST_FULL_NAMES = 500
#: Among more names of one family name and first letter than this, two that differ by a letter are mostly two people's.
_MOST_NEIGHBOURS = 60
#: A name with more expected holders (:meth:`Facts.holders`) than this is too common for a guess at slips of the pen.
RARE = 0.01


def pairs(facts: Facts) -> dict[Pair, Likeness]:
    """Return the pairs of forms that may be one name, the smaller number first, with the way in which they differ."""
    families: defaultdict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(facts.forms):
        if form.given:
            families[form.family].append(number)
    found: dict[Pair, Likeness] = {}
    for members in families.values():
        if len(members) > 1:
            for one, other in _candidates(facts, members):
                if (one, other) not in found and (kind := likeness(facts.forms[one], facts.forms[other])):
                    found[one, other] = kind
    for pair, kind in _across(facts, families):
        found.setdefault(pair, kind)
    return found


def _candidates(facts: Facts, members: list[int]) -> Iterator[Pair]:
    """Yield pairs within a family name, each with the smaller number first."""
    forms = facts.forms
    by_first: defaultdict[str, list[int]] = defaultdict(list)
    by_joined: defaultdict[str, list[int]] = defaultdict(list)
    by_letter: defaultdict[str, list[int]] = defaultdict(list)
    for number in members:
        by_first[forms[number].given[0]].append(number)
        by_joined[forms[number].joined].append(number)
        by_letter[forms[number].given[0][0]].append(number)
    for same in (*by_first.values(), *by_joined.values()):
        yield from combinations(same, 2) if len(same) <= _MOST_FULL_NAMES else ()
    for letter, same in by_letter.items():
        abbreviated = by_first.get(letter, ())
        if len(same) <= _MOST_FULL_NAMES:
            yield from (_pair(one, other) for one in abbreviated for other in same if one != other)
        if len(same) <= _MOST_NEIGHBOURS:
            yield from combinations([number for number in same if facts.holders(number) < RARE], 2)


def _across(facts: Facts, families: Iterable[str]) -> Iterator[tuple[Pair, Likeness]]:
    known = set(families)
    by_given: defaultdict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(facts.forms):
        if not form.given:
            continue
        if len(form.family) >= SLIP_IN - 1 and facts.holders(number) < RARE:
            by_given[form.joined].append(number)
        if form.given[0] in known and (norm := turned(form)) in facts.number_of and norm != form.norm:
            yield _pair(number, facts.number_of[norm]), Likeness.ORDER
        if form.initial and (norm := without_initials(form)) in facts.number_of:
            yield _pair(number, facts.number_of[norm]), Likeness.FIRST_INITIAL
    for same in by_given.values():
        for one, other in combinations(same, 2) if len(same) <= _MOST_NEIGHBOURS else ():
            if family_slip(facts.forms[one], facts.forms[other]):
                yield (one, other), Likeness.SLIP


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)
