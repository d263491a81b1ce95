"""Which units are one concept: a union-find that says by which rule, and that keeps apart what is to stay apart."""

from array import array
from dataclasses import dataclass

from papergraph.resolve.uses import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two units that became one: ``unit`` came to ``other``, by what the papers say."""

    rule: str
    unit: int
    other: int
    papers: tuple[int, ...]


class Units:
    """Units, joined step by step. Of those that are one, the least stands for all."""

    def __init__(self, count: int) -> None:
        self._parent: Column = array("I", range(count))
        self._sides: dict[int, dict[str, int]] = {}  # representative → what it stays apart about, and on which side

    def __len__(self) -> int:
        return len(self._parent)

    def add(self) -> int:
        """Return a new unit."""
        self._parent.append(len(self._parent))
        return len(self._parent) - 1

    def find(self, unit: int) -> int:
        """Return the unit that stands for ``unit``."""
        parent = self._parent
        while parent[unit] != unit:
            parent[unit] = unit = parent[parent[unit]]
        return unit

    def keep_apart(self, about: str, units: dict[int, int]) -> None:
        """Never join two of ``units`` (each with its side) that are on different sides."""
        for unit, side in units.items():
            self._sides.setdefault(self.find(unit), {})[about] = side

    def may_join(self, one: int, other: int) -> bool:
        """Whether nothing keeps two units apart."""
        sides, others = self._sides.get(self.find(one)), self._sides.get(self.find(other))
        return not sides or not others or all(others.get(about, side) == side for about, side in sides.items())

    def join(self, one: int, other: int) -> bool:
        """Make two units one; return whether that changed anything."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second or not self.may_join(first, second):
            return False
        self._parent[second] = first
        sides = self._sides.pop(second, None)
        if sides:
            self._sides.setdefault(first, {}).update(sides)
        return True
