"""What a store remembers of each day comes back as it was, or not at all."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papergraph.errors import StoreError, StoreNotFoundError, StoreVersionError
from papergraph.model import (
    ConceptClass,
    Day,
    DayId,
    Digest,
    Entity,
    Listing,
    Mention,
    PaperId,
    Reading,
    Result,
    ResultKind,
    Role,
    Section,
)
from papergraph.store.days import StoredDays, read_days
from papergraph.store.embedded import writing


def day(number: int, text: str = "우리는 GRPO를 쓴다 🙂", value: Decimal | None = Decimal("-10.50")) -> Day:
    """Return a day with one listing that has everything a day can have."""
    mention = Mention(section=1, start=4, end=8, role=Role.USES, rule="gloss/1")
    entity = Entity(
        name="GRPO",
        surfaces=("GRPO",),
        expansion=None,
        cls=ConceptClass.METHOD,
        benchmark=False,
        proper=True,
        mentions=(mention,),
    )
    result = Result(
        system=0,
        metric=None,
        dataset=None,
        baseline=None,
        value=value,
        value_min=None,
        value_max=None,
        value_from=Decimal("3"),
        unit="%",
        kind=ResultKind.GAIN,
        raw="10.50%",
        section=1,
        start=0,
        end=3,
        rule="number/1",
    )
    listing = Listing(
        paper=PaperId(scheme="arxiv", local="2505.00001"),
        url="https://arxiv.org/abs/2505.00001",
        title="A title",
        authors=("Kim Min", "Li Na"),
        authors_incomplete=True,
        votes=None,
        rank=1,
        sections=(Section(position=0, heading=None, text="A title"), Section(position=1, heading="What", text=text)),
    )
    identity = DayId(source="daily-papers", day=datetime.date(2025, 5, number))
    digest = Digest(id=identity, title="Daily Papers", content_hash="0" * 64, listings=(listing,))
    return Day(digest=digest, readings=(Reading(entities=(entity,), results=(result,)),))


def put(path: Path, days: list[Day]) -> None:
    """Publish a graph of nothing that remembers ``days``."""
    counts = {"papers": len(days)}
    with writing(path) as writer:
        writer.publish(quads=[], days=days, base="http://h/", with_text=False, extractor="test/2", counts=counts)


def test_days_come_back_equal(tmp_path: Path) -> None:
    """Every value of a day, and how the graph was made, comes back equal."""
    days = (day(7), day(8))
    put(tmp_path, list(days))
    assert read_days(tmp_path) == StoredDays(
        base="http://h/", with_text=False, extractor="test/2", counts={"papers": 2}, days=days
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    value=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
)
def test_any_text_and_number_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str, value: Decimal) -> None:
    """Text of any characters and decimals of any size come back exactly."""
    path = tmp_path_factory.mktemp("days")
    put(path, [day(7, text, value)])
    (found,) = read_days(path).days
    assert found == day(7, text, value)
    assert str(found.readings[0].results[0].value) == str(value)


def test_no_graph(tmp_path: Path) -> None:
    """A folder without a graph remembers nothing."""
    with pytest.raises(StoreNotFoundError):
        read_days(tmp_path)


@pytest.mark.parametrize("place", [0, 5, 40, 60, -1])
def test_a_changed_byte_is_noticed(tmp_path: Path, place: int) -> None:
    """One changed byte anywhere is an error, never another day."""
    put(tmp_path, [day(7)])
    file = tmp_path / "generations" / "1" / "days"
    data = bytearray(file.read_bytes())
    data[place] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        read_days(tmp_path)


@pytest.mark.parametrize("keep", [0, 10, 35, 60])
def test_a_file_that_ends_early_is_noticed(tmp_path: Path, keep: int) -> None:
    """A file cut short is an error."""
    put(tmp_path, [day(7), day(8)])
    file = tmp_path / "generations" / "1" / "days"
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(StoreError, match="damaged"):
        read_days(tmp_path)


def test_something_after_the_last_record_is_noticed(tmp_path: Path) -> None:
    """Bytes that nobody wrote there are an error."""
    put(tmp_path, [day(7)])
    file = tmp_path / "generations" / "1" / "days"
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(StoreError, match="damaged"):
        read_days(tmp_path)


def test_missing_file_is_noticed(tmp_path: Path) -> None:
    """A store without its days is damaged."""
    put(tmp_path, [day(7)])
    (tmp_path / "generations" / "1" / "days").unlink()
    with pytest.raises(StoreError, match="damaged"):
        read_days(tmp_path)


def test_later_records_are_left_to_a_later_papergraph(tmp_path: Path) -> None:
    """Records of a later format are refused with a hint to upgrade."""
    put(tmp_path, [day(7)])
    file = tmp_path / "generations" / "1" / "days"
    file.write_bytes(file.read_bytes().replace(b'"format": 1', b'"format": 9'))
    with pytest.raises(StoreVersionError, match="later version"):
        read_days(tmp_path)
