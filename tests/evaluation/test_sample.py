"""Figures and their intervals, from counts that are known."""

import pytest

from papergraph.evaluation.sample import Sample, Share

FOUND = Share(right="hit", of="gold")
KEPT = Share(right="ok", of="pred")


def test_a_share_and_its_counts() -> None:
    """A figure is one sum of another, to three decimals."""
    figure = Sample([{"hit": 1, "gold": 2}, {"hit": 1, "gold": 1}]).share("R", FOUND)

    assert (figure.name, figure.value, figure.right, figure.of) == ("R", 0.667, 2, 3)


def test_papers_that_agree_leave_no_doubt() -> None:
    """Where every paper has the same figure, the interval is that figure."""
    figure = Sample([{"hit": 1, "gold": 2}] * 9).share("R", FOUND)

    assert (figure.low, figure.high) == (0.5, 0.5)


def test_papers_that_differ_make_it_wide() -> None:
    """Half the papers right and half wrong: the interval holds the figure, and less of it with more papers."""
    few, many = (Sample([{"hit": n % 2, "gold": 1} for n in range(papers)]).share("R", FOUND) for papers in (20, 200))

    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert 0.2 < few.low < many.low < 0.5 < few.high < 0.8
    assert many.low == pytest.approx(0.43, abs=0.02)  # 0.5 - 1.96 * sqrt(0.25 / 200)


def test_the_same_papers_give_the_same_interval() -> None:
    """Nothing is random from one run to the next."""
    counts = [{"hit": n % 3, "gold": 2} for n in range(30)]

    assert Sample(counts).share("R", FOUND) == Sample(counts).share("R", FOUND)


@pytest.mark.parametrize("counts", [[], [{"gold": 0}]])
def test_nothing_to_measure(counts: list[dict[str, int]]) -> None:
    """A figure of nothing is 0 of 0 and has no interval."""
    figure = Sample(counts).share("R", FOUND)

    assert (figure.value, figure.right, figure.of, figure.low, figure.high) == (0.0, 0, 0, None, None)


def test_f1_is_made_of_rounded_figures() -> None:
    """Precision 1/3 and recall 2/3 are 0.333 and 0.667 to whoever checks the sum."""
    figure = Sample([{"hit": 2, "gold": 3, "ok": 1, "pred": 3}]).f1(FOUND, KEPT)

    assert figure.value == round(2 * 0.667 * 0.333 / (0.667 + 0.333), 3)
    assert (figure.right, figure.of) == (None, None)
