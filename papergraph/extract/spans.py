"""Sorted stretches of a text, asked quickly: what lies inside a stretch, and which stretch holds another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Spans:
    """Stretches of one text as (start, end)."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(set(spans))
        self._longest = max((end - start for start, end in self._spans), default=0)

    def inside(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches that lie within (start, end), in order."""
        first = bisect_left(self._spans, (start, start))
        last = bisect_right(self._spans, (end, end))
        return [span for span in self._spans[first:last] if span[1] <= end]

    def holds(self, start: int, end: int, *, strictly: bool = False) -> bool:
        """Whether one of the stretches holds (start, end); ``strictly``: and is longer."""
        if end - start > self._longest:
            return False
        first = bisect_left(self._spans, (end - self._longest, 0))
        last = bisect_right(self._spans, (start, end + self._longest))
        for one, other in self._spans[first:last]:
            if one <= start and end <= other and not (strictly and (one, other) == (start, end)):
                return True
        return False
