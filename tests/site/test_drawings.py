"""The small drawings: names never cover each other, time runs from left to right."""

from itertools import pairwise

import pytest

from papergraph.site.axis import axis
from papergraph.site.local_graph import Neighbour, drawing, sign

NAMES = 15  # px that a line of text needs


@pytest.mark.parametrize("number", [0, 1, 2, 3, 8, 19, 22])
def test_names_never_overlap(number: int) -> None:
    """However many neighbours there are, each has its place, and names on one side stand under each other."""
    made = drawing([Neighbour(thing=f"t/{place}", relation="uses") for place in range(number)])

    assert [spot.neighbour.thing for spot in made.spots] == [f"t/{place}" for place in range(number)]
    for ends in (True, False):
        heights = sorted(spot.y for spot in made.spots if spot.ends is ends)
        assert all(below - above >= NAMES for above, below in pairwise(heights))
    for spot in made.spots:
        assert NAMES / 2 <= spot.y <= made.height - NAMES / 2
        assert 0 < spot.x < made.width
        assert (spot.x < made.width / 2) == spot.ends


def test_weak_links_are_drawn_apart() -> None:
    """Each neighbour has its line; those that are only mentioned are in a path of their own."""
    made = drawing([Neighbour(thing="a", relation="uses"), Neighbour(thing="b", relation="mentions", faint=True)])

    assert [(look, path.count("L")) for path, look in made.ties] == [("tie", 1), ("tie faint", 1)]


def test_kinds_have_signs_of_their_own() -> None:
    """A person, a paper, a method, a dataset and a task differ in shape, not in colour alone."""
    assert len({sign(kind, 5) for kind in ("author", "paper", "method", "dataset", "task")}) == 5


def test_time_runs_to_the_right() -> None:
    """Papers stand in the order of their months; those of one month stand above each other."""
    papers = [("2024-03-05", "c"), ("2024-01-01", "a"), ("2024-01-30", "b"), ("", "undated")]
    made = axis(papers, ["2023-12-31", "2024-06-01"])

    assert made is not None
    assert [dot.paper for dot in made.dots] == ["a", "b", "c"]
    a, b, c = made.dots
    assert a.x == b.x < c.x
    assert a.y > b.y
    assert made.months[0][1] == "2023-12"


def test_many_papers_become_bars() -> None:
    """Where dots would not fit, a month is a bar as high as it has papers."""
    papers = [("2024-01-01", f"a{n}") for n in range(30)] + [("2024-02-01", f"b{n}") for n in range(15)]
    made = axis(papers, ["2024-01-01", "2024-03-01"])

    assert made is not None
    assert made.dots == ()
    assert [(bar.month, bar.papers) for bar in made.bars] == [("2024-01", 30), ("2024-02", 15)]
    assert made.bars[0].height == pytest.approx(2 * made.bars[1].height)


@pytest.mark.parametrize(
    ("papers", "days"),
    [
        ([], ["2024-01-01", "2024-03-01"]),
        ([("2024-01-01", "a")], []),
        ([("2024-01-01", "a")], ["2024-01-01", "2024-01-30"]),
    ],
)
def test_what_has_no_time_has_no_axis(papers: list[tuple[str, str]], days: list[str]) -> None:
    """Without a day, or with all in one month, there is nothing to draw."""
    assert axis(papers, days) is None
