"""Listings of one paper on several days → one paper, with what it has to do with each concept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from papergraph.model import Day, DayId, Entity, Link, Paper, PaperId, Role

_ROLES = tuple(Role)
_BIT = {role: 1 << place for place, role in enumerate(_ROLES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """What one listing says of its paper."""

    day: DayId
    place: int  # in the day, from 0
    url: str
    title: str
    authors_incomplete: bool
    roles: tuple[int, ...]  # of each entity: the bits of the roles that its mentions state

    @property
    def when(self) -> tuple[date, str]:
        """Two sources of one day are told apart by their names."""
        return self.day.day, self.day.source


class PaperResolver:
    """Gathers the listings of all days, in any order; :meth:`finish` makes one paper of those of each paper."""

    def __init__(self) -> None:
        self._listed: dict[PaperId, list[_Listed]] = {}

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        for place, (listing, reading) in enumerate(zip(day.digest.listings, day.readings, strict=True)):
            listed = _Listed(
                day=day.digest.id,
                place=place,
                url=listing.url,
                title=listing.title,
                authors_incomplete=listing.authors_incomplete,
                roles=tuple(map(_roles, reading.entities)),
            )
            self._listed.setdefault(listing.paper, []).append(listed)

    def finish(
        self,
        *,
        authors_of: Mapping[PaperId, tuple[str, ...]],
        concept_of: Mapping[DayId, tuple[tuple[str | None, ...], ...]],
    ) -> tuple[Paper, ...]:
        """Return the papers, sorted by id."""
        return tuple(
            _paper(paper, self._listed[paper], authors=authors_of[paper], concept_of=concept_of)
            for paper in sorted(self._listed)
        )


def _paper(
    paper: PaperId,
    listed: list[_Listed],
    *,
    authors: tuple[str, ...],
    concept_of: Mapping[DayId, tuple[tuple[str | None, ...], ...]],
) -> Paper:
    latest = max(listed, key=lambda listing: listing.when)  # it names the paper
    return Paper(
        id=paper,
        url=latest.url,
        title=latest.title,
        alternatives=tuple(sorted({listing.title for listing in listed} - {latest.title})),
        authors=authors,
        # One complete list is enough.
        authors_incomplete=all(listing.authors_incomplete for listing in listed),
        first_listed=min(listing.day.day for listing in listed),
        links=_links(
            (key, roles)
            for listing in listed
            for key, roles in zip(concept_of[listing.day][listing.place], listing.roles, strict=True)
        ),
    )


def _links(named: Iterable[tuple[str | None, int]]) -> tuple[Link, ...]:
    stated: dict[str, int] = {}
    for key, roles in named:
        if key is not None:
            stated[key] = stated.get(key, 0) | roles
    return tuple(
        Link(
            concept=key,
            role=max((role for role in _ROLES if stated[key] & _BIT[role]), key=lambda role: role.strength),
            evaluates_on=bool(stated[key] & _BIT[Role.EVALUATES_ON]),
        )
        for key in sorted(stated)
    )


def _roles(entity: Entity) -> int:
    bits = 0
    for mention in entity.mentions:
        bits |= _BIT[mention.role]
    return bits
