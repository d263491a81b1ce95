"""The colours of pictures, in light and dark.

The eight of each set keep ΔE00 ≥ 15 from each other, to normal and to colour-blind eyes, and 3:1 from the background.
Whatever is beyond eight shares one grey: more colours than that tell nothing apart. Years take the part of viridis that
keeps 3:1: lightness rises or falls with them, so that their order shows in grey too.
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
    years: tuple[str, ...]  # from the first to the last


LIGHT = Palette(
    background="#FFFFFF",
    ink="#1F2937",
    quiet="#6B7280",
    line="#8A94A3",
    other="#757575",
    groups=("#4C00BF", "#19A68A", "#8C152D", "#8585F2", "#8C8C31", "#234257", "#A65B97", "#11735F"),
    years=("#440154", "#482878", "#3E4A89", "#31688E", "#26828E", "#1F9E89"),
)
DARK = Palette(
    background="#111827",
    ink="#E5E7EB",
    quiet="#9CA3AF",
    line="#6B7686",
    other="#9CA3AF",
    groups=("#9B85F2", "#24F2C9", "#F2F224", "#8E43BF", "#A6A600", "#3AA690", "#737300", "#11735F"),
    years=("#26828E", "#1F9E89", "#35B779", "#6DCD59", "#B4DE2C", "#FDE725"),
)


def colour(palette: Palette, group: int) -> str:
    """Return the colour of a group by its place; −1 and what is beyond the palette are "other"."""
    return palette.groups[group] if 0 <= group < len(palette.groups) else palette.other
