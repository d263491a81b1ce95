"""Listings of one paper on several days → one paper, with what it has to do with each concept."""

from collections.abc import Iterable

from papergraph.model import Day, DayId, Entity, Link, Listing, Paper, PaperId, Role

_Place = tuple[int, int]  # (day, listing), as indexes


def resolve_papers(
    days: list[Day], *, author_of: dict[str, str], concept_of: dict[_Place, tuple[str, ...]]
) -> tuple[Paper, ...]:
    """Return the papers, sorted by id. ``days`` are sorted, so that the last listing is the latest."""
    places: dict[PaperId, list[_Place]] = {}
    for d, day in enumerate(days):
        for i, listing in enumerate(day.digest.listings):
            places.setdefault(listing.paper, []).append((d, i))
    return tuple(_paper(paper, places[paper], days, author_of, concept_of) for paper in sorted(places))


def _paper(
    paper: PaperId,
    places: list[_Place],
    days: list[Day],
    author_of: dict[str, str],
    concept_of: dict[_Place, tuple[str, ...]],
) -> Paper:
    dated: list[tuple[DayId, Listing]] = [(days[d].digest.id, days[d].digest.listings[i]) for d, i in places]
    # The latest listing names the paper; two sources of one day are told apart by their names.
    latest = max(dated, key=lambda item: (item[0].day, item[0].source))[1]
    listings = [listing for _, listing in dated]
    return Paper(
        id=paper,
        url=latest.url,
        title=latest.title,
        alternatives=tuple(sorted({listing.title for listing in listings} - {latest.title})),
        authors=tuple(sorted({author_of[name] for listing in listings for name in listing.authors})),
        # One complete list is enough.
        authors_incomplete=all(listing.authors_incomplete for listing in listings),
        first_listed=min(day.day for day, _ in dated),
        links=_links(
            (key, entity)
            for d, i in places
            for key, entity in zip(concept_of[d, i], days[d].readings[i].entities, strict=True)
        ),
    )


def _links(named: Iterable[tuple[str, Entity]]) -> tuple[Link, ...]:
    roles: dict[str, set[Role]] = {}
    for key, entity in named:
        roles.setdefault(key, set()).update(mention.role for mention in entity.mentions)
    return tuple(
        Link(
            concept=key,
            role=max(roles[key], key=lambda role: role.strength),
            evaluates_on=Role.EVALUATES_ON in roles[key],
        )
        for key in sorted(roles)
    )
