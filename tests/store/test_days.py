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
from papergraph.store import layout
from papergraph.store.days import DaysWriter, fingerprint, leftover_days, stored_days
from papergraph.store.embedded import writing
from papergraph.store.layout import About


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
    with writing(path) as writer:
        writer.publish([], about=About(base="http://h/", with_text=False, extractor="test/2"), days=days)


def read(path: Path) -> list[Day]:
    """Return the days of the current graph."""
    with layout.current(path) as generation, stored_days(generation) as days:
        return list(days)


def test_days_come_back_equal_and_in_order(tmp_path: Path) -> None:
    """Every value of a day comes back equal; days stand in order, whatever the order in which they were written."""
    put(tmp_path, [day(8), day(7)])
    assert read(tmp_path) == [day(7), day(8)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    value=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
)
def test_any_text_and_number_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str, value: Decimal) -> None:
    """Text of any characters and decimals of any size come back exactly."""
    path = tmp_path_factory.mktemp("days")
    put(path, [day(7, text, value)])
    (found,) = read(path)
    assert found == day(7, text, value)
    assert str(found.readings[0].results[0].value) == str(value)


def test_a_day_is_found_by_its_id_and_told_by_its_print(tmp_path: Path) -> None:
    """One day can be read alone; its print tells an equal digest from one that differs in one character."""
    put(tmp_path, [day(7), day(8, "other")])
    with layout.current(tmp_path) as generation, stored_days(generation) as days:
        assert days.load(day(8).digest.id) == day(8, "other")
        assert days.records[day(8).digest.id].digest == fingerprint(day(8, "other").digest)
        assert days.records[day(8).digest.id].digest != fingerprint(day(8, "Other").digest)
        assert [record.listings for record in days.records.values()] == [1, 1]


def test_a_day_is_copied_as_it_stands(tmp_path: Path) -> None:
    """A day that another generation has is taken over without being read, among new ones."""
    put(tmp_path, [day(7), day(8)])
    with layout.current(tmp_path) as generation, stored_days(generation) as old, writing(tmp_path) as writer:
        written = writer.begin(extractor="test/2")
        written.add(day(9))
        written.copy(day(8).digest.id, old)
        writer.publish([], about=About(base="http://h/", with_text=False, extractor="test/2"))
    assert read(tmp_path) == [day(8), day(9)]


def test_days_of_a_store_without_an_index(tmp_path: Path) -> None:
    """An older papergraph wrote no index: the days are found all the same."""
    put(tmp_path, [day(8), day(7)])
    (tmp_path / "generations" / "1" / "index").unlink()
    assert read(tmp_path) == [day(7), day(8)]


def test_what_a_killed_build_had_read_is_found(tmp_path: Path) -> None:
    """Whole records of a generation that was never published are found, by the same extractor only."""
    left = tmp_path / "generations" / "1.new"
    left.mkdir(parents=True)
    writer = DaysWriter(left, extractor="test/2")
    writer.add(day(7))
    writer.add(day(8))
    writer.close()
    file = left / "days"
    file.write_bytes(file.read_bytes()[:-5])  # killed in the middle of the second
    with leftover_days(tmp_path, extractor="test/2") as found:
        assert [list(days) for days in found] == [[day(7)]]
    with leftover_days(tmp_path, extractor="test/3") as found:
        assert found == []


def test_no_graph(tmp_path: Path) -> None:
    """A folder without a graph remembers nothing."""
    with pytest.raises(StoreNotFoundError):
        read(tmp_path)


@pytest.mark.parametrize("with_index", [True, False])
@pytest.mark.parametrize("place", [0, 5, 60, 80, -1])
def test_a_changed_byte_is_noticed(tmp_path: Path, place: int, with_index: bool) -> None:
    """One changed byte anywhere is an error, never another day."""
    put(tmp_path, [day(7)])
    file = tmp_path / "generations" / "1" / "days"
    data = bytearray(file.read_bytes())
    data[place] ^= 0xFF
    file.write_bytes(data)
    if not with_index:
        file.with_name("index").unlink()
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


@pytest.mark.parametrize("with_index", [True, False])
@pytest.mark.parametrize("keep", [0, 10, 60, 90])
def test_a_file_that_ends_early_is_noticed(tmp_path: Path, keep: int, with_index: bool) -> None:
    """A file cut short is an error."""
    put(tmp_path, [day(7), day(8)])
    file = tmp_path / "generations" / "1" / "days"
    file.write_bytes(file.read_bytes()[:keep])
    if not with_index:
        file.with_name("index").unlink()
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


@pytest.mark.parametrize("with_index", [True, False])
def test_something_after_the_last_record_is_noticed(tmp_path: Path, with_index: bool) -> None:
    """Bytes that nobody wrote there are an error."""
    put(tmp_path, [day(7)])
    file = tmp_path / "generations" / "1" / "days"
    file.write_bytes(file.read_bytes() + b"x")
    if not with_index:
        file.with_name("index").unlink()
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


def test_a_damaged_index_is_noticed(tmp_path: Path) -> None:
    """An index that cannot be read is an error, not a store without days."""
    put(tmp_path, [day(7)])
    file = tmp_path / "generations" / "1" / "index"
    file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


def test_missing_file_is_noticed(tmp_path: Path) -> None:
    """A store without its days is damaged."""
    put(tmp_path, [day(7)])
    (tmp_path / "generations" / "1" / "days").unlink()
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


def test_later_records_are_left_to_a_later_papergraph(tmp_path: Path) -> None:
    """Records of a later format are refused with a hint to upgrade."""
    put(tmp_path, [day(7)])
    file = tmp_path / "generations" / "1" / "days"
    file.write_bytes(file.read_bytes().replace(b'"format": 2', b'"format": 9'))
    with pytest.raises(StoreVersionError, match="later version"):
        read(tmp_path)
