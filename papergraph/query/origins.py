"""How a thing came to have its names, or a name its things: the decisions about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from papergraph.errors import UnknownNameError
from papergraph.model import Decision, Subject
from papergraph.query.decisions import about, by_consequence
from papergraph.query.facts import other_names
from papergraph.query.select import Select
from papergraph.query.things import Kind, Thing, find


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a name means and which decisions made it so, the most consequential first.

    ``thing`` is None where the name means several things, or none because it is hidden.
    """

    thing: Thing | None
    also: tuple[str, ...]  # other names of the thing
    decisions: tuple[Decision, ...]


def origin_of(name: str, decisions: Sequence[Decision], *, select: Select, base: str) -> Origin:
    """Return the decisions about what ``name`` means.

    Raises:
        UnknownNameError: nobody knows the name, or it means several things without any decision.
    """
    try:
        thing = find(name, select=select, base=base)
    except UnknownNameError:
        if not (found := about(name, decisions)):
            raise
        return Origin(thing=None, also=(), decisions=found)
    also = other_names(thing, select=select)
    if thing.kind is Kind.PAPER:
        return Origin(thing=thing, also=also, decisions=())
    subject = Subject.AUTHOR if thing.kind is Kind.AUTHOR else Subject.CONCEPT
    either = dict.fromkeys((*about(thing.iri, decisions), *about(name, decisions)))
    return Origin(thing=thing, also=also, decisions=by_consequence(one for one in either if one.subject is subject))
