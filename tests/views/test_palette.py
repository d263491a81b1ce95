"""Colours that can be told from their background."""

import pytest

from papergraph.views.palette import DARK, LIGHT, Palette, colour


def _luminance(colour_code: str) -> float:
    parts = [int(colour_code[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_with_the_background(palette: Palette) -> None:
    """Marks and lines reach 3:1, text 4.5:1 (WCAG 2.2)."""
    for mark in (*palette.groups, palette.other, palette.line):
        assert _contrast(mark, palette.background) >= 3.0, mark
    for text in (palette.ink, palette.quiet):
        assert _contrast(text, palette.background) >= 4.5, text


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_eight_colours_and_one_grey(palette: Palette) -> None:
    """There are eight colours for groups; what is beyond, and what is in no group, shares the grey."""
    assert len(set(palette.groups)) == 8
    assert colour(palette, 0) == palette.groups[0]
    assert colour(palette, 8) == colour(palette, -1) == palette.other
