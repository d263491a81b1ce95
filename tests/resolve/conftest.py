"""Days made of a few words."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from papergraph.model import (
    Alias,
    ConceptClass,
    Day,
    DayId,
    Digest,
    Entity,
    Listing,
    Mention,
    PaperId,
    Reading,
    Role,
    Section,
)
from papergraph.resolve.authors import AuthorResolver, People


def make_entity(
    name: str,
    *,
    expansion: str | None = None,
    role: Role = Role.USES,
    cls: ConceptClass = ConceptClass.METHOD,
    proper: bool = True,
    surfaces: tuple[str, ...] = (),
) -> Entity:
    return Entity(
        name=name,
        surfaces=surfaces or (name,),
        expansion=expansion,
        cls=cls,
        benchmark=False,
        proper=proper,
        mentions=(Mention(section=0, start=0, end=len(name), role=role, rule="test/1"),),
    )


def make_day(
    day: int, *entries: tuple[str, list[Entity]], authors: tuple[str, ...] = (), title: str | None = None
) -> Day:
    listings = tuple(
        Listing(
            paper=PaperId(scheme="arxiv", local=local),
            url=f"https://arxiv.org/abs/{local}",
            title=title or f"Paper {local}",
            authors=authors,
            authors_incomplete=False,
            votes=None,
            rank=rank,
            sections=(Section(position=0, heading=None, text=title or f"Paper {local}"),),
        )
        for rank, (local, _) in enumerate(entries, 1)
    )
    identity = DayId(source="daily-papers", day=date(2025, 5, day))
    return Day(
        digest=Digest(id=identity, title=f"Day {day}", content_hash="0" * 64, listings=listings),
        readings=tuple(Reading(entities=tuple(entities), results=()) for _, entities in entries),
    )


@pytest.fixture
def entity() -> Callable[..., Entity]:
    return make_entity


@pytest.fixture
def day() -> Callable[..., Day]:
    return make_day


def make_people(*papers: tuple[str, str, str, list[str]], aliases: Sequence[Alias] = ()) -> People:
    """Resolve papers, each of ``(day, arXiv id, title, authors)``, one listing a day."""
    resolver = AuthorResolver(aliases)
    for place, (when, local, title, authors) in enumerate(papers):
        identity = DayId(source=f"source-{place}", day=date.fromisoformat(when))
        listing = Listing(
            paper=PaperId(scheme="arxiv", local=local),
            url=f"https://arxiv.org/abs/{local}",
            title=title,
            authors=tuple(authors),
            authors_incomplete=False,
            votes=None,
            rank=1,
            sections=(Section(position=0, heading=None, text=title),),
        )
        resolver.add(
            Day(
                digest=Digest(id=identity, title=when, content_hash="0" * 64, listings=(listing,)),
                readings=(Reading(entities=(), results=()),),
            )
        )
    return resolver.finish()


@pytest.fixture
def people() -> Callable[..., People]:
    return make_people
