"""Names → authors: who is who, decided from the names of all days at once.

A name is a person; ``authors_variants`` joins spellings, ``authors_circles`` tells namesakes apart, and the alias file
has the last word.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from papergraph.iri import person_slug
from papergraph.model import Alias, Author, Day, Decision, PaperId
from papergraph.resolve.authors_aliases import Rulings
from papergraph.resolve.authors_circles import CORE, Parting, Topics, part
from papergraph.resolve.authors_decisions import Account, in_order
from papergraph.resolve.authors_facts import Facts, Gathering
from papergraph.resolve.authors_nodes import Nodes
from papergraph.resolve.authors_pairs import pairs
from papergraph.resolve.authors_variants import Link, Variants
from papergraph.resolve.keys import hand_out


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The authors, sorted by key; the keys of each paper's authors, sorted; and how it was decided."""

    authors: tuple[Author, ...]
    authors_of: dict[PaperId, tuple[str, ...]]
    decisions: tuple[Decision, ...]


class AuthorResolver:
    """Gathers the names of all days, in any order; :meth:`finish` decides who is who."""

    def __init__(self, aliases: Sequence[Alias] = ()) -> None:
        self._aliases = aliases
        self._gathering = Gathering()

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        self._gathering.add(day)

    def finish(self) -> People:
        """Decide.

        Raises:
            InputError: an alias names nobody, or contradicts another.
        """
        facts = self._gathering.facts()
        rulings = Rulings(self._aliases, facts)
        alike = pairs(facts)
        nodes = Nodes(facts, alike)
        topics = Topics(facts)
        rulings.cut(nodes, topics)
        partings = _split_namesakes(facts, nodes, topics)
        rulings.join(nodes)
        variants = Variants(facts, topics, nodes, alike)
        variants.run()

        hidden = rulings.hidden(nodes)
        names = {node: _names(facts, nodes, node, variants.shared_out) for node in nodes if node not in hidden}
        key_of = hand_out(
            names, slug_of=lambda node: person_slug(names[node][0]), order=lambda node: _first(facts, nodes, node)
        )
        authors = [Author(key=key_of[node], name=own[0], alternatives=own[1:]) for node, own in names.items()]
        return People(
            authors=tuple(sorted(authors, key=lambda author: author.key)),
            authors_of={
                paper: tuple(sorted({key_of[node] for node in _on(facts, nodes, number) if node in key_of}))
                for number, paper in enumerate(facts.papers)
            },
            decisions=_account(facts, nodes, key_of, partings, variants, rulings),
        )


def _split_namesakes(facts: Facts, nodes: Nodes, topics: Topics) -> dict[int, Parting]:
    """Cut the names that are several people's; return how, with those that might be."""
    partings = {}
    for form in facts.forms_on_many(2 * CORE):
        if not nodes.is_cut(form):
            parting = part(facts, topics, form)
            if parting.standing:
                partings[form] = parting
            if len(parting.parts) > 1:
                nodes.cut(form, parting.parts, apart=True)
    return partings


def _account(
    facts: Facts,
    nodes: Nodes,
    key_of: dict[int, str],
    partings: dict[int, Parting],
    variants: Variants,
    rulings: Rulings,
) -> tuple[Decision, ...]:
    account = Account(facts, nodes, key_of)
    return in_order(
        (
            *(decision for form in facts.variously_spelled() for decision in account.spellings(form)),
            *(account.merge(link, weight) for link, weight in variants.joined),
            *(account.doubt(link) for link in variants.doubtful if _is_open(nodes, link)),
            *(each for form, parting in partings.items() for each in account.parting(form, parting)),
            *map(account.shared_out, variants.shared_out),
            *account.rulings(rulings),
        )
    )


def _is_open(nodes: Nodes, link: Link) -> bool:
    """Whether two names are still two, and may still be one."""
    return not nodes.are_one(link.one, link.other) and nodes.can_be_one(link.one, link.other)


def _on(facts: Facts, nodes: Nodes, paper: int) -> Iterator[int]:
    return (nodes.node_on(paper, form) for form in facts.forms_on[paper])


def _names(facts: Facts, nodes: Nodes, node: int, shared_out: Container[int]) -> tuple[str, ...]:
    """Return the spellings of a node: the preferred, then the others, sorted."""
    if nodes.is_whole(node):
        counts = {name: facts.counts[name] for name in facts.names_of(node)}
    else:
        counts = Counter(
            name
            for unit in nodes.members(node)
            for paper in nodes.papers_of(unit)
            for name in facts.spellings(nodes.form_of(unit), paper)
        )
    if len(counts) == 1:
        return (facts.names[next(iter(counts))],)
    # A name of its own before one that others have too.
    preferred = min(
        counts,
        key=lambda name: (facts.form_of[name] in shared_out, _preference(facts, name, counts[name])),
    )
    return (facts.names[preferred], *sorted(facts.names[name] for name in counts if name != preferred))


def _preference(facts: Facts, name: int, count: int) -> tuple[bool, bool, int, bool, int, str]:
    # A full name before initials, the given name first; then the commonest spelling; among equals the one that says
    # most (diacritics, full names), then the alphabet.
    text = facts.names[name]
    return "," in text, facts.forms[facts.form_of[name]].initial, -count, text.isascii(), -len(text), text


def _first(facts: Facts, nodes: Nodes, node: int) -> tuple[int, int, int]:
    # Whoever was listed first has the name without a number.
    papers = (paper for unit in nodes.members(node) for paper in nodes.papers_of(unit))
    return (*min((facts.days[paper], paper) for paper in papers), node)
