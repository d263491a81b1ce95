"""Keys for things whose slugs may coincide: the same set of things gets the same keys, in whatever order they came."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from papergraph.errors import IriError
from papergraph.iri import numbered

T = TypeVar("T", bound=Hashable)

_NAMELESS = "unnamed"


def hand_out(things: Iterable[T], *, slug_of: Callable[[T], str], order: Callable[[T], Any]) -> dict[T, str]:
    """Return a key for each of ``things``; ``order`` decides, among those of one slug, who comes first.

    The first of each slug keeps the slug itself; only then are the others numbered, from 2, past any slug that is
    somebody's own (a second ``SAM`` does not take the key of ``SAM 2``).
    """
    first: dict[str, T] = {}
    shared: dict[str, list[T]] = {}  # few: most things have a slug of their own
    for thing in things:
        slug = _slug(slug_of, thing)
        if first.setdefault(slug, thing) is not thing:
            shared.setdefault(slug, []).append(thing)
    taken = set(shared)
    keys: dict[T, str] = {thing: slug for slug, thing in first.items()}
    for slug in sorted(shared):
        holders = sorted([first[slug], *shared[slug]], key=order)
        keys[holders[0]] = slug
        number = 2
        for holder in holders[1:]:
            while (key := numbered(slug, number)) in taken or key in first:
                number += 1
            keys[holder] = key
            taken.add(key)
    return keys


def _slug(slug_of: Callable[[T], str], thing: T) -> str:
    try:
        return slug_of(thing)
    except IriError:  # a name of signs only ("++") is still somebody's name
        return _NAMELESS
