"""Which names a picture shows, and from which zoom."""

import random

import numpy as np
import pytest
from numpy.typing import NDArray

from papergraph.views.labels import Dot, label_zooms, name_size, place_names
from papergraph.views.text import columns


def test_names_neither_overlap_nor_leave_the_picture() -> None:
    """Of many crowded names those are written that find room, none over another."""
    rng = random.Random(4)
    dots = [Dot(label=f"Name {n} 이름", x=rng.uniform(0, 600), y=rng.uniform(0, 400), radius=4) for n in range(300)]
    names = place_names(dots, width=600, height=400)
    assert len(names) >= 20
    boxes = [(name.x, name.y - 11, name.x + columns(name.label) * 12 * 0.56, name.y + 3) for name in names]
    for place, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[2] <= 600
        for other in boxes[:place]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_first_is_named_first() -> None:
    """Where there is room for one name, the first dot gets it."""
    twins = [Dot(label="first", x=50, y=20, radius=4), Dot(label="second", x=50, y=21, radius=4)]
    assert [name.label for name in place_names(twins, width=200, height=40, at_most=1)] == ["first"]


def _crowd(count: int) -> tuple[NDArray[np.float64], NDArray[np.float64], list[str], list[int]]:
    rng = random.Random(9)
    points = np.array([(rng.uniform(0, 900), rng.uniform(0, 600)) for _ in range(count)])
    radius = np.array([round(rng.uniform(3, 12), 1) for _ in range(count)])
    labels = [f"Name {place}" if place % 3 else f"아무개 {place}" for place in range(count)]
    return points, radius, labels, sorted(range(count), key=lambda place: (-radius[place], place))


def _boxes(shown: list[int], zoom: float) -> list[tuple[float, float, float, float]]:
    points, radius, labels, order = _crowd(250)
    boxes = []
    for place in shown:
        size = name_size(order.index(place), len(order))
        left, middle = (points[place, 0] + radius[place]) * zoom + 4, points[place, 1] * zoom
        wide = columns(labels[place]) * size * 0.56
        boxes.append((left, middle - size / 2 - 2, left + wide, middle + size / 2 + 2))
    return boxes


@pytest.mark.parametrize("zoom", [0.1, 0.4, 1.0, 2.5, 6.0])
def test_names_whose_zoom_has_come_do_not_overlap(zoom: float) -> None:
    """At any zoom the names that are free from there on, each right of its dot, do not overlap."""
    points, radius, labels, order = _crowd(250)
    zooms = label_zooms(points, radius, labels, order)
    boxes = _boxes([place for place in order if zooms[place] <= zoom], zoom)
    assert boxes
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_no_name_waits_longer_than_it_must() -> None:
    """Just before its zoom each name would lie over one that has the right of way."""
    points, radius, labels, order = _crowd(250)
    zooms = label_zooms(points, radius, labels, order)
    late = [place for place in order if zooms[place] > 0.3]
    assert len(late) > 100
    for place in late:
        zoom = zooms[place] - 0.01
        before = [other for other in order[: order.index(place)] if zooms[other] < zooms[place]]
        mine, *others = _boxes([place, *before], zoom)
        assert any(
            mine[0] < other[2] + 6 and other[0] < mine[2] + 6 and mine[1] < other[3] and other[1] < mine[3]
            for other in others
        )


def test_the_first_name_is_always_free_and_twins_never_both() -> None:
    """Whom to name first is named at any zoom; of two nodes at one place only one is, at any zoom that is reached."""
    zooms = label_zooms(np.zeros((2, 2)), np.full(2, 5.0), ["one", "other"], [1, 0])
    assert zooms[1] == 0
    assert zooms[0] >= 100
    assert label_zooms(np.zeros((0, 2)), np.zeros(0), [], []) == []


def test_names_have_at_most_three_sizes() -> None:
    """Of any number of nodes the foremost are written larger: never below 11 px, never above 22."""
    for count in (1, 40, 5_000):
        sizes = [name_size(rank, count) for rank in range(count)]
        assert sizes == sorted(sizes, reverse=True)
        assert len(set(sizes)) <= 3
        assert 11 <= min(sizes) <= max(sizes) <= 22
