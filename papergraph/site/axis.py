"""The papers of a thing along time: a dot for each, or a bar for each month where there are too many for dots."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WIDTH = 640
_MARGIN = 18
_DOT = 12  # px from one dot to the next above it
_HIGHEST = 14  # dots
_BAR = 110  # px


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A paper (its IRI) and its place."""

    paper: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The papers of one month."""

    month: str
    papers: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A drawing of ``width`` × ``height`` px: ``line`` is the path of the time line at ``base``, with a tick for each
    month; ``months`` are those that are written, (x, month)."""

    width: int
    height: int
    base: int
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    line: str
    months: tuple[tuple[float, str], ...]


def axis(papers: Iterable[tuple[str, str]], days: Sequence[str]) -> Axis | None:
    """Return the axis from the first to the last of ``days``, with the (day, IRI) of ``papers`` on it.

    None when there is nothing to be seen: no day, or all of them within one month.
    """
    known = [(day, paper) for day, paper in papers if day]
    if not days or not known or days[0][:7] == days[-1][:7]:
        return None
    months = list(_months(days[0][:7], max(days[-1], *(day for day, _ in known))[:7]))
    by_month: dict[str, list[str]] = defaultdict(list)
    for day, paper in sorted(known):
        by_month[max(day[:7], months[0])].append(paper)
    step = (_WIDTH - 2 * _MARGIN) / len(months)
    centre = {month: round(_MARGIN + step * (place + 0.5), 1) for place, month in enumerate(months)}
    most = max(map(len, by_month.values()))
    with_dots = most <= _HIGHEST
    base = 14 + (most * _DOT if with_dots else _BAR)
    every = -(-len(months) // 8)
    return Axis(
        width=_WIDTH,
        height=base + 24,
        base=base,
        dots=tuple(_dots(by_month, centre, base)) if with_dots else (),
        bars=() if with_dots else tuple(_bars(by_month, centre, base, step, most)),
        line=f"M10 {base}H{_WIDTH - 10}" + "".join(f"M{centre[month]} {base}v4" for month in months),
        months=tuple((centre[month], month) for month in months[::every]),
    )


def _dots(by_month: dict[str, list[str]], centre: dict[str, float], base: int) -> Iterable[Dot]:
    for month, papers in by_month.items():
        for place, paper in enumerate(papers):
            yield Dot(paper=paper, x=centre[month], y=base - 8 - place * _DOT)


def _bars(by_month: dict[str, list[str]], centre: dict[str, float], base: int, step: float, most: int) -> Iterable[Bar]:
    width = round(step * 0.7, 1)
    for month, papers in by_month.items():
        height = round(max(len(papers) / most * _BAR, 2), 1)
        x = round(centre[month] - width / 2, 1)
        yield Bar(month=month, papers=len(papers), x=x, y=base - height, width=width, height=height)


def _months(first: str, last: str) -> Iterable[str]:
    year, month = int(first[:4]), int(first[5:7])
    while (now := f"{year:04d}-{month:02d}") <= last:
        yield now
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
