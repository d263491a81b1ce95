"""Colours that can be told from their background and from each other, by all eyes."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

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


# Linear RGB as people see it who lack one kind of cone (Machado, Oliveira and Fernandes 2009, full severity).
_EYES = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def _lab(code: str, eye: str = "normal") -> NDArray[np.float64]:
    """Return a colour in CIELAB (D65) as ``eye`` sees it."""
    parts = np.array([int(code[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    xyz = _TO_XYZ @ np.clip(_EYES[eye] @ linear, 0, 1) / _TO_XYZ.sum(axis=1)
    root = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def _difference(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    mean_chroma = (np.hypot(*one[1:]) + np.hypot(*other[1:])) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    chroma = [float(np.hypot(lab[1] * stretch, lab[2])) for lab in (one, other)]
    hue = [float(np.degrees(np.arctan2(lab[2], lab[1] * stretch))) % 360 for lab in (one, other)]
    colourless = min(chroma) < 1e-9
    turn = 0.0 if colourless else (hue[1] - hue[0] + 180) % 360 - 180
    d_light, d_chroma = float(other[0] - one[0]), chroma[1] - chroma[0]
    d_hue = 2 * np.sqrt(chroma[0] * chroma[1]) * np.sin(np.radians(turn) / 2)
    light, mean = float(one[0] + other[0]) / 2, sum(chroma) / 2
    middle = sum(hue) if colourless else (hue[0] + turn / 2) % 360
    weight = (
        1
        - 0.17 * np.cos(np.radians(middle - 30))
        + 0.24 * np.cos(np.radians(2 * middle))
        + 0.32 * np.cos(np.radians(3 * middle + 6))
        - 0.20 * np.cos(np.radians(4 * middle - 63))
    )
    by_light = d_light / (1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2))
    by_chroma = d_chroma / (1 + 0.045 * mean)
    by_hue = d_hue / (1 + 0.015 * mean * weight)
    rotation = (
        -2 * np.sqrt(mean**7 / (mean**7 + 25**7)) * np.sin(np.radians(60 * np.exp(-(((middle - 275) / 25) ** 2))))
    )
    return float(np.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue))


def test_the_measure_of_difference() -> None:
    """CIEDE2000 gives what the pairs of Sharma, Wu and Dalal (2005) say that it must."""
    pairs = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
    ]
    for one, other, expected in pairs:
        assert _difference(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("eye", sorted(_EYES))
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_any_eye_tells_the_colours_of_groups_apart(palette: Palette, eye: str) -> None:
    """Between any two colours of groups lies ΔE00 ≥ 15, whatever kind of cone one lacks."""
    for one, other in combinations(palette.groups, 2):
        assert _difference(_lab(one, eye), _lab(other, eye)) >= 15.0, (one, other)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_years_keep_their_order_in_grey(palette: Palette) -> None:
    """From the first year to the last the scale gets lighter at each step, and stands 3:1 from the background."""
    shades = [_luminance(code) for code in palette.years]
    assert shades == sorted(shades)
    assert len(set(shades)) == len(shades)
    assert min(_contrast(code, palette.background) for code in palette.years) >= 3.0


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_of_what_is_selected_stand_out(palette: Palette) -> None:
    """The ink of lit lines is drawn at 55 %, and that too keeps 3:1."""
    ink, ground = (
        [int(code[start : start + 2], 16) for start in (1, 3, 5)] for code in (palette.ink, palette.background)
    )
    blended = "#" + "".join(f"{round(one * 0.55 + other * 0.45):02X}" for one, other in zip(ink, ground, strict=True))
    assert _contrast(blended, palette.background) >= 3.0
