"""Names on a static picture."""

import random

from papergraph.views.labels import Dot, place_names
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
