"""The colours of pictures, in light and dark.

The eight of each set keep ΔE00 ≥ 15 from each other, to normal and to colour-blind eyes, and 3:1 from the background.
Whatever is beyond eight shares one grey: more colours than that tell nothing apart.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours as ``#RRGGBB``."""

    background: str
    ink: str
    quiet: str
    line: str  # the faintest line that still counts: 3:1
    other: str
    groups: tuple[str, ...]


LIGHT = Palette(
    background="#FFFFFF",
    ink="#1F2937",
    quiet="#6B7280",
    line="#8A94A3",
    other="#757575",
    groups=("#4C00BF", "#19A68A", "#8C152D", "#8585F2", "#8C8C31", "#1F4259", "#A65B97", "#11735F"),
)
DARK = Palette(
    background="#111827",
    ink="#E5E7EB",
    quiet="#9CA3AF",
    line="#6B7686",
    other="#9CA3AF",
    groups=("#9B85F2", "#24F2C9", "#F2F224", "#8E43BF", "#A6A600", "#3AA690", "#737300", "#11735F"),
)


def colour(palette: Palette, group: int) -> str:
    """Return the colour of a group by its place; −1 and what is beyond the palette are "other"."""
    return palette.groups[group] if 0 <= group < len(palette.groups) else palette.other
