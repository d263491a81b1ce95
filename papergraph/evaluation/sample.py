"""Counts by paper → figures with intervals: the papers as they are, and drawn anew a thousand times.

Papers are drawn, not facts: facts of one entry stand and fall together, and drawing them one by one would make the
figures look surer than they are.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_RESAMPLES = 1_000
_SEED = 20_250_507
_MIDDLE = (2.5, 97.5)  # percentiles
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The names of two counts: ``right`` of ``of``."""

    right: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure between 0 and 1, to three decimals; 0 when there is nothing to measure.

    ``right`` of ``of`` makes the value; both are None for an F1. ``low`` and ``high`` hold the middle 95 % of the
    resamples; they are None where no resample has anything to measure.
    """

    name: str
    value: float
    right: int | None
    of: int | None
    low: float | None
    high: float | None


class Sample:
    """The counts of some papers. The same papers in the same order give the same intervals."""

    def __init__(self, papers: Sequence[Mapping[str, int]]) -> None:
        names = sorted({name for counts in papers for name in counts})
        self._column = {name: place for place, name in enumerate(names)}
        table = np.array([[counts.get(name, 0) for name in names] for counts in papers], dtype=np.float64)
        table = table.reshape(len(papers), len(names))
        self._totals = table.sum(axis=0)
        self._drawn = _weights(len(papers)) @ table

    def total(self, count: str) -> int:
        """Return one count of all papers; 0 for one that no paper has."""
        return int(self._totals[self._column[count]]) if count in self._column else 0

    def share(self, name: str, share: Share) -> Figure:
        """Return the figure that is one count of another."""
        right, of = self.total(share.right), self.total(share.of)
        low, high = _interval(self._draws(share))
        return Figure(name=name, value=_ratio(right, of), right=right, of=of, low=low, high=high)

    def f1(self, recall: Share, precision: Share) -> Figure:
        """Return the harmonic mean, made of the two figures as people see them: rounded."""
        r, p = (_ratio(self.total(share.right), self.total(share.of)) for share in (recall, precision))
        draws_r, draws_p = self._draws(recall), self._draws(precision)
        low, high = _interval(_divide(2 * draws_p * draws_r, draws_p + draws_r))
        return Figure(name="F1", value=_ratio(2 * p * r, p + r), right=None, of=None, low=low, high=high)

    def _draws(self, share: Share) -> NDArray[np.float64]:
        return _divide(self._column_of(share.right), self._column_of(share.of))

    def _column_of(self, count: str) -> NDArray[np.float64]:
        if count not in self._column:
            return np.zeros(len(self._drawn))
        column: NDArray[np.float64] = self._drawn[:, self._column[count]]
        return column


def _weights(papers: int) -> NDArray[np.float64]:
    """Return how often each paper is drawn, in each resample."""
    # The standard library promises these numbers for a seed across versions; numpy's generators do not.
    numbers = random.Random(_SEED)
    drawn = [numbers.choices(range(papers), k=papers) for _ in range(_RESAMPLES if papers else 0)]
    counts = [np.bincount(one, minlength=papers) for one in drawn]
    return np.array(counts, dtype=np.float64).reshape(len(counts), papers)


def _divide(right: NDArray[np.float64], of: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the quotients; not a number where there is nothing to measure."""
    quotients: NDArray[np.float64] = np.divide(right, of, out=np.full(len(of), np.nan), where=of > 0)
    return quotients


def _interval(draws: NDArray[np.float64]) -> tuple[float | None, float | None]:
    measured = draws[~np.isnan(draws)]
    if not len(measured):
        return None, None
    low, high = np.percentile(measured, _MIDDLE)
    return round(float(low), _DIGITS), round(float(high), _DIGITS)


def _ratio(right: float, of: float) -> float:
    return round(right / of, _DIGITS) if of else 0.0
